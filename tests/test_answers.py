"""Reading answers: what a file means, what is taken as not sure, and how problems are placed."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, cast

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smp_planner.answering.schema import intake_schema
from smp_planner.answers import MAX_BYTES, read_answers, read_intake
from smp_planner.domain.answer_form import fault
from smp_planner.domain.intake import (
    AreaAnswer,
    Away,
    CalendarAnswer,
    Habits,
    Hair,
    Intake,
    LifeEvent,
    Measured,
    Person,
    Scar,
    Skin,
    TreatedBefore,
)
from smp_planner.errors import IntakeError, Place
from smp_planner.rules.narrow_yaml import read

LEAST = "goals: [shaved_look]\narea: {norwood: V}\ncalendar: {start: 2027-01-11}\n"
FULL = """
goals: [shaved_look, scar_camouflage]
area:
  norwood: V
  ludwig: II
  zones: [hairline_temples, crown]
  measured: {length_cm: 14, width_cm: 11.5}
  scars: [{length_cm: 20, width_cm: 0.2, age_months: 30, raised: false, red: true}]
density: natural
kept_hair: {crown: 0.5, front: 0}
skin: {tone: III, traits: [oily]}
hair: {colour: dark_brown, wears: shaved}
habits: {sun: moderate, heavy_sweat: false, swims: true, sun_protection: true, headgear: false}
person: {age: 38, sex: male, could_be_pregnant: false, name: Ada}
health_asked: true
health: [blood_thinner]
medication_now: [minoxidil]
loss_moving_on: yes
treated_before:
  {smp: false, transplant_on: 2024-05-01, laser_removal_on: 2023-05-01, chemo_or_radiotherapy_on: 2022-05-01}
calendar:
  start: 2027-01-11
  weekdays: [mon, sat]
  away: [{from: 2027-02-01, to: 2027-02-10, name: work trip}]
  events:
    - {on: 2027-03-20, name: wedding, kind: be_ready}
    - {from: 2027-05-01, to: 2027-05-03, name: race, kind: sport}
  visit_times: {1: "09:30", 2: "23:59"}
  timezone: America/Denver
matters: {cost_now: 3}
wants_touch_ups: crisp
"""
FULL_INTAKE = Intake(
    goals=("shaved_look", "scar_camouflage"),
    area=AreaAnswer(
        norwood="V",
        ludwig="II",
        zones=("hairline_temples", "crown"),
        measured=Measured(length_cm=14, width_cm=Decimal("11.5")),
        scars=(Scar(length_cm=20, width_cm=Decimal("0.2"), age_months=30, raised=False, red=True),),
    ),
    density="natural",
    kept_hair={"crown": Decimal("0.5"), "front": 0},
    skin=Skin(tone="III", traits=("oily",)),
    hair=Hair(colour="dark_brown", wears="shaved"),
    habits=Habits(sun="moderate", heavy_sweat=False, swims=True, sun_protection=True, headgear=False),
    person=Person(age=38, sex="male", could_be_pregnant=False, name="Ada"),
    health_asked=True,
    health=("blood_thinner",),
    medication_now=("minoxidil",),
    loss_moving_on="yes",
    treated_before=TreatedBefore(
        smp=False,
        transplant_on=date(2024, 5, 1),
        laser_removal_on=date(2023, 5, 1),
        chemo_or_radiotherapy_on=date(2022, 5, 1),
    ),
    calendar=CalendarAnswer(
        start=date(2027, 1, 11),
        weekdays=("mon", "sat"),
        away=(Away(from_=date(2027, 2, 1), to=date(2027, 2, 10), name="work trip"),),
        events=(
            LifeEvent(from_=date(2027, 3, 20), to=date(2027, 3, 20), name="wedding", kind="be_ready"),
            LifeEvent(from_=date(2027, 5, 1), to=date(2027, 5, 3), name="race", kind="sport"),
        ),
        visit_times={1: "09:30", 2: "23:59"},
        timezone="America/Denver",
    ),
    matters={"cost_now": 3},
    wants_touch_ups="crisp",
)
LEAST_INTAKE = Intake(
    goals=("shaved_look",),
    area=AreaAnswer(norwood="V"),
    calendar=CalendarAnswer(start=date(2027, 1, 11)),
)


def understood(text: str) -> Intake:
    """The answers in a text that must be free of problems."""
    answers = read_answers(text, "given")
    assert answers.problems == ()
    assert answers.intake is not None
    return answers.intake


def told(text: str) -> list[str]:
    """Key and code of each problem, in order."""
    return [f"{problem.key} {problem.code}" for problem in read_answers(text, "given").problems]


def test_every_answer_of_a_full_file_is_understood() -> None:
    assert understood(FULL) == FULL_INTAKE


def test_three_answers_are_enough() -> None:
    assert understood(LEAST) == LEAST_INTAKE


def test_a_file_is_read_from_a_path_or_its_name(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(LEAST)
    assert read_intake(path) == read_intake(str(path)) == LEAST_INTAKE


def test_a_file_may_begin_with_a_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + LEAST.replace("\n", "\r\n").encode())
    assert read_intake(path) == LEAST_INTAKE


def test_json_is_read_like_yaml() -> None:
    assert understood(json.dumps(values(FULL), default=plain, indent="\t")) == FULL_INTAKE


def values(text: str) -> Any:
    """The values of a YAML text as they stand."""
    return read(text, "given").value


def plain(value: object) -> object:
    return float(value) if isinstance(value, Decimal) else str(value)


@pytest.mark.parametrize("name", ["\U0001f600 Zoë", "\\ud83d\\ude00", "a\\", "\U0001f468\u200d\U0001f469"])
def test_json_may_write_a_character_in_two_halves(name: str) -> None:
    answers = {
        "goals": ["crown"],
        "area": {"norwood": "V"},
        "person": {"name": name},
        "calendar": {"start": "2027-01-11"},
    }
    assert understood(json.dumps(answers, ensure_ascii=True)).person.name == name


def test_a_quoted_date_is_a_date() -> None:
    assert understood(LEAST.replace("2027-01-11", "'2027-01-11'")) == LEAST_INTAKE


@pytest.mark.parametrize("day", ["2027-W02-1", "2027-1-11", "20270111", "2027-01-11T09:00"])
def test_only_one_way_to_write_a_date_is_known(day: str) -> None:
    assert told(LEAST.replace("2027-01-11", f"'{day}'")) == ["calendar.start I203"]


@pytest.mark.parametrize("word", ["unsure", "null", "~", ""])
@pytest.mark.parametrize(
    "key",
    [
        "density", "kept_hair", "skin", "hair", "habits", "person", "health_asked", "health",
        "medication_now", "loss_moving_on", "treated_before", "matters", "wants_touch_ups",
    ],
)  # fmt: skip
def test_an_unsure_answer_is_as_good_as_none(key: str, word: str) -> None:
    assert understood(f"{LEAST}{key}: {word}\n") == LEAST_INTAKE


def leaves(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    if isinstance(value, dict):
        return [leaf for key, inner in value.items() for leaf in leaves(inner, (*path, key))]
    if isinstance(value, list):
        return [leaf for index, inner in enumerate(value) for leaf in leaves(inner, (*path, index))]
    return [path]


NEEDED = {"start", "kind", "on", "from", "to"}
NEEDED_OF_A_SCAR = {("area", "scars", 0, "length_cm"), ("area", "scars", 0, "width_cm")}


@pytest.mark.parametrize("leaf", leaves(values(FULL)), ids=str)
def test_every_single_answer_may_be_unsure_unless_another_rests_on_it(leaf: tuple[Any, ...]) -> None:
    answers = values(FULL)
    table = answers
    for part in leaf[:-1]:
        table = table[part]
    table[leaf[-1]] = "unsure"
    refused = leaf[-1] in NEEDED or leaf in NEEDED_OF_A_SCAR
    assert bool(read_answers(json.dumps(answers, default=plain), "given").problems) is refused


def test_a_person_may_be_called_unsure() -> None:
    assert understood(LEAST + "person: {name: unsure}").person.name == "unsure"


def test_goals_and_area_may_be_unsure() -> None:
    unsure = understood("goals: unsure\narea: unsure\ncalendar: {start: 2027-01-11}")
    assert (unsure.goals, unsure.area) == ((), AreaAnswer())


def test_an_area_may_be_unsure_in_all_its_parts() -> None:
    text = "area: {norwood: unsure, zones: unsure, measured: unsure, scars: [unsure]}"
    assert understood(LEAST.replace("area: {norwood: V}", text)).area == AreaAnswer()


@pytest.mark.parametrize(
    ("parts", "measured"),
    [
        ("length_cm: 14, width_cm: unsure", None),
        ("length_cm: unsure, width_cm: unsure", None),
        ("cm2: unsure, length_cm: 14", None),
        ("cm2: 150, length_cm: unsure", Measured(cm2=150)),
        ("cm2: unsure, length_cm: 14, width_cm: 11", Measured(length_cm=14, width_cm=11)),
    ],
)
def test_half_a_measurement_is_none(parts: str, measured: Measured | None) -> None:
    text = LEAST.replace("norwood: V", f"norwood: V, measured: {{{parts}}}")
    assert understood(text).area.measured == measured


def test_unsure_items_of_a_list_are_left_out() -> None:
    text = LEAST + "skin: {traits: [unsure, oily]}\nmedication_now: [unsure]"
    assert understood(text).skin.traits == ("oily",)
    assert understood(text).medication_now is None


def test_no_trait_and_no_answer_are_two_things() -> None:
    assert understood(LEAST + "skin: {traits: []}").skin.traits == ()
    assert understood(LEAST).skin.traits is None


def test_kept_hair_without_zones_is_not_answered() -> None:
    assert understood(LEAST + "kept_hair: {}").kept_hair is None


def test_an_unknown_key_is_refused_even_if_it_is_unsure() -> None:
    assert told(LEAST + "hare: unsure\nskin: {tint: null}") == ["hare I202", "skin.tint I202"]


@pytest.mark.parametrize(
    ("more", "asked"),
    [
        ("", False),
        ("health: []", True),
        ("health: [keloid]", True),
        ("person: {age: 38}", True),
        ("health: unsure", False),
        ("health: unsure\nperson: {age: 38}", False),
        ("health: unsure\nhealth_asked: true", False),
        ("health: unsure\nhealth_asked: true\nperson: {age: 38}", False),
        ("health: [unsure]\nperson: {age: 38}", False),
        ("person: {age: unsure, sex: male}", False),
        ("health: []\nhealth_asked: false", False),
        ("health_asked: true", True),
        ("health: []\nhealth_asked: unsure", True),
    ],
)
def test_the_health_questions_count_as_asked_when_health_or_age_is_given(more: str, asked: bool) -> None:
    assert understood(LEAST + more).health_asked is asked


@pytest.mark.parametrize(
    ("more", "unsure"),
    [
        ("health: []", ()),
        ("health: [diabetes, unsure]", ("health",)),
        ("health: [diabetes, null]", ("health",)),
        ("health: unsure", ()),
        ("health: []\nperson: {age: unsure}", ("age",)),
        ("health: []\nperson: {age: null}", ()),
        ("health: []\nperson: {could_be_pregnant: unsure}", ("could_be_pregnant",)),
        ("health: []\nperson: unsure", ("age", "could_be_pregnant")),
        ("person: {age: 38, could_be_pregnant: unsure}", ("could_be_pregnant",)),
        ("person: {could_be_pregnant: unsure}", ()),
        ("health: []\ntreated_before: {laser_removal_on: unsure, smp: unsure}", ("laser_removal_on",)),
        ("health: []\ntreated_before: null", ()),
        (
            "health: []\ntreated_before: unsure",
            ("transplant_on", "laser_removal_on", "chemo_or_radiotherapy_on"),
        ),
        ("health: []\nunsure_about: [age]\nperson: {age: unsure}", ("age",)),
        ("unsure_about: [age]", ("age",)),
        ("health_asked: false\ntreated_before: {transplant_on: unsure}", ()),
    ],
)
def test_a_safety_question_answered_with_unsure_stays_open_once_health_was_asked(
    more: str, unsure: tuple[str, ...]
) -> None:
    assert understood(LEAST + more).unsure_about == unsure


def test_an_event_without_a_name_is_numbered() -> None:
    text = LEAST.replace(
        "11}", "11, events: [{on: 2027-02-01, kind: sun}, {on: 2027-02-02, kind: sport, name: ''}]}"
    )
    assert [event.name for event in understood(text).calendar.events] == ["event 1", "event 2"]


def test_a_name_of_nothing_but_blanks_is_no_name() -> None:
    text = LEAST.replace(
        "11}",
        "11, events: [{on: 2027-02-01, kind: sun, name: '  '}],"
        " away: [{from: 2027-02-01, to: 2027-02-02, name: ' '}]}\nperson: {name: '   '}",
    )
    answers = understood(text)
    assert answers.calendar.events[0].name == "event 1"
    assert (answers.calendar.away[0].name, answers.person.name) == ("", "")


def test_the_usual_days_are_all_but_sunday() -> None:
    assert understood(LEAST).calendar.weekdays == ("mon", "tue", "wed", "thu", "fri", "sat")


@pytest.mark.parametrize("name", ["n" * 200, "Zoë O’Neil", "\u0634\u0627\u06cc\u0627\u0646", "a\u200db"])
def test_names_of_all_kinds_are_welcome(name: str) -> None:
    assert understood(f"{LEAST}person: {{name: '{name}'}}").person.name == name


@pytest.mark.parametrize("zone", ["America/Denver", "Europe/London", "UTC"])
def test_a_time_zone_is_one_of_the_world(zone: str) -> None:
    assert understood(LEAST.replace("11}", f"11, timezone: {zone}}}")).calendar.timezone == zone


@pytest.mark.parametrize(
    "zone",
    [
        *("Denver", "../etc/passwd", "America", "/etc/localtime", "''", "a\\0b"),
        *("localtime", "posixrules", "Factory", "posix/Europe/London", "right/Europe/London"),
    ],
)
def test_what_is_no_time_zone_is_refused(zone: str) -> None:
    text = LEAST.replace("11}", f'11, timezone: "{zone}"}}')
    assert told(text) == ["calendar.timezone I308"]


# --- problems ---------------------------------------------------------------------------------


def test_a_file_that_is_not_there_is_told_by_name(tmp_path: Path) -> None:
    with pytest.raises(
        IntakeError, match=r"a\.yaml:1:1: can't be opened: No such file or directory \[I100\]"
    ):
        read_intake(tmp_path / "a.yaml")


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    with pytest.raises(IntakeError, match=r"can't be opened: Is a directory"):
        read_intake(tmp_path)


def test_a_name_that_no_file_can_have_is_refused() -> None:
    with pytest.raises(IntakeError, match=r"can't be the name of a file"):
        read_intake("a\0b")


def test_a_file_of_100_kb_is_read_and_one_byte_more_is_not(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(LEAST + "#" * (MAX_BYTES - len(LEAST)))
    assert read_intake(path) == LEAST_INTAKE
    path.write_text(LEAST + "#" * (MAX_BYTES - len(LEAST) + 1))
    with pytest.raises(IntakeError, match=r"larger than 100,000 bytes \[I101\]"):
        read_intake(path)


def test_a_file_cut_in_the_middle_of_a_letter_is_too_large_not_garbled(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(LEAST + "#" + "ë" * MAX_BYTES)
    with pytest.raises(IntakeError, match=r"larger than 100,000 bytes"):
        read_intake(path)


def test_all_problems_of_a_file_are_raised_at_once(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("goals: crown\narea: V\n")
    with pytest.raises(IntakeError) as caught:
        read_intake(path)
    assert [problem.key for problem in caught.value.problems] == ["calendar", "goals", "area"]


def test_a_fault_is_not_told_twice() -> None:
    text = LEAST.replace("11}", "11, away: [{from: soon, to: 2027-02-01}]}")
    assert told(text) == ["calendar.away.0.from I203"]


def test_a_span_may_be_one_day_long() -> None:
    text = LEAST.replace("11}", "11, away: [{from: 2027-02-01, to: 2027-02-01}]}")
    assert understood(text).calendar.away[0].to == date(2027, 2, 1)


def test_a_calendar_that_is_none_is_told_once() -> None:
    assert told(LEAST.replace("{start: 2027-01-11}", "5")) == ["calendar I203"]


def test_sound_answers_are_kept_beside_faulty_ones() -> None:
    answers = read_answers(LEAST + "density: [1]\nskin: {tone: IX, traits: 5}\n", "given")
    assert answers.intake == replace(LEAST_INTAKE, skin=Skin(tone="IX"))


def test_a_text_that_cannot_be_read_gives_no_answers_at_all() -> None:
    assert read_answers("goals: [", "given").intake is None
    assert read_answers("- 1", "given").intake is None
    assert read_answers(b"\xff", "given").intake is None


def test_a_fault_found_by_the_rules_is_told_at_its_line() -> None:
    answers = read_answers(
        "area: {norwood: V}\ngoals:\n  - unsure\n  - crwn\n" + LEAST.split("\n")[2], "f.yaml"
    )
    found = answers.with_problems([fault("goals.0", "is unknown", "I401")])
    assert [str(problem) for problem in found] == ["f.yaml:4:5: goals.1: is unknown [I401]"]


def test_a_fault_about_a_stand_in_is_not_told() -> None:
    answers = read_answers("goals: [crown]\narea: {norwood: V}\ncalendar: {start: soon}\n", "f.yaml")
    found = answers.with_problems(
        [fault("calendar.start", "too early", "I402"), fault("goals.0", "odd", "I401")]
    )
    assert [problem.key for problem in found] == ["calendar.start", "goals.0"]
    assert found[0].code == "I203"


@pytest.mark.parametrize(
    ("field", "place"),
    [
        ("goals", Place("f.yaml", 1, 1)),
        ("calendar.start", Place("f.yaml", 3, 12)),
        ("calendar.events.3.to", Place("f.yaml", 3, 1)),
        ("density", Place("f.yaml", 1, 1)),
        ("", Place("f.yaml", 1, 1)),
    ],
)
def test_an_answer_is_found_in_its_file_or_at_its_parent(field: str, place: Place) -> None:
    assert read_answers(LEAST, "f.yaml").place(field) == place


def test_a_key_that_looks_like_a_number_is_found() -> None:
    text = LEAST.replace("11}", '11, visit_times: {1: "09:30"}}')
    assert read_answers(text, "f.yaml").place("calendar.visit_times.1") == Place("f.yaml", 3, 45)


@pytest.mark.parametrize("key", ["", ".", "a.b", "goals.0", "²", "..", "0"])
def test_odd_keys_are_refused_like_any_other(key: str) -> None:
    assert told(LEAST + json.dumps(key) + ": {'': 1}") == [f"{key} I202"]


@pytest.mark.parametrize("key", ["", ".", "a.b", "crown.x"])
def test_odd_keys_of_a_table_are_found(key: str) -> None:
    assert told(f"{LEAST}kept_hair: {{{json.dumps(key)}: many}}") == [f"kept_hair.{key} I203"]


# --- nothing breaks the reader ----------------------------------------------------------------

SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**20), 10**20),
    st.floats(allow_nan=False),
    st.dates(),
    st.text(max_size=8),
    st.sampled_from(["unsure", "2027-01-11", "2027-13-01", "crown", "V", "mon", "09:30", "sun"]),
)
TABLES = (
    Intake, AreaAnswer, Measured, Scar, Skin, Hair, Habits, Person, TreatedBefore, Away, LifeEvent,
    CalendarAnswer,
)  # fmt: skip
KEYS = sorted({field.name.removesuffix("_") for table in TABLES for field in fields(table)} | {"on"})
ANYTHING = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=3), inner, max_size=4)
    ),
    max_leaves=12,
)


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(st.sampled_from(KEYS), ANYTHING, max_size=6))
def test_whatever_is_given_is_either_understood_or_told(answers: dict[str, Any]) -> None:
    text = json.dumps(answers, default=str)
    read = read_answers(text, "f.json")
    assert read.intake is not None or read.problems
    assert all(problem.place.line == 1 for problem in read.problems)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_whatever_is_typed_is_either_understood_or_told(text: str) -> None:
    read = read_answers(text, "f.yaml")
    assert read.intake is not None or read.problems


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=60))
def test_whatever_bytes_are_sent_are_either_understood_or_told(data: bytes) -> None:
    read = read_answers(data, "f.yaml")
    assert read.intake is not None or read.problems


# --- the schema -------------------------------------------------------------------------------

SCHEMA = jsonschema.Draft202012Validator(intake_schema(health=("blood_thinner",), concerns=("cost_now",)))


def as_json(text: str) -> Any:
    return json.loads(json.dumps(values(text), default=plain))


def test_the_schema_of_an_intake_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(intake_schema())


@pytest.mark.parametrize("text", [FULL, LEAST, LEAST + "kept_hair: 0.5\ndensity: 120"])
def test_the_schema_accepts_what_the_reader_accepts(text: str) -> None:
    SCHEMA.validate(as_json(text))


@pytest.mark.parametrize("key", ["density", "skin", "health", "goals", "area"])
def test_the_schema_lets_answers_be_unsure(key: str) -> None:
    SCHEMA.validate({**as_json(LEAST), key: "unsure"})


@pytest.mark.parametrize(
    "change",
    [
        {"goals": ["longer_hair"]},
        {"area": {"norwood": "IX"}},
        {"area": {"zones": ["chin"]}},
        {"density": "thick"},
        {"skin": {"tone": "VII"}},
        {"skin": {"traits": ["shiny"]}},
        {"hair": {"colour": "green"}},
        {"health": ["keloids"]},
        {"medication_now": ["aspirin"]},
        {"matters": {"fame": 3}},
        {"calendar": {"start": "unsure"}},
        {"calendar": "unsure"},
        {"mood": "good"},
    ],
    ids=str,
)
def test_the_schema_refuses_what_the_planner_refuses(change: dict[str, Any]) -> None:
    assert not SCHEMA.is_valid({**as_json(LEAST), **change})


def test_the_shape_of_a_file_has_every_answer_of_an_intake() -> None:
    """The pydantic shape and the dataclasses name the same answers."""
    schema = intake_schema()
    tables: dict[str, Any] = {**cast("dict[str, Any]", schema["$defs"]), "IntakeShape": schema}
    pairs = {
        "IntakeShape": Intake, "AreaShape": AreaAnswer, "MeasuredShape": Measured, "ScarShape": Scar,
        "SkinShape": Skin, "HairShape": Hair, "HabitsShape": Habits, "PersonShape": Person,
        "TreatedBeforeShape": TreatedBefore, "AwayShape": Away, "CalendarShape": CalendarAnswer,
    }  # fmt: skip
    for shape, meaning in pairs.items():
        assert is_dataclass(meaning)
        assert set(tables[shape]["properties"]) == {field.name.removesuffix("_") for field in fields(meaning)}
