"""Every answer of the page reaches the intake, and what isn't answered stays open."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date, time
from decimal import Decimal

import pytest

from smp_planner.domain.intake import Away, Intake, LifeEvent, Measured, OwnConcern, Scar, UndatedEvent
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.to_calendar import rows_without_day
from smp_planner.views.to_intake import intake_of, questions_open

START = date(2027, 2, 1)
ALL: dict[str, object] = {
    "goals": ["crown"], "area_ways": ["measured", "scars", "zones", "norwood", "ludwig"],
    "measured_as": "string", "length_cm": 14.0, "width_cm": 11.5,
    "zones": ["crown"], "norwood": "V", "ludwig": "II",
    "scar_rows": [1, 3],
    "scar_1_length": 20.0, "scar_1_width": 0.05, "scar_1_age": 30, "scar_1_raised": "no", "scar_1_red": "yes",
    "scar_1_place": "side", "dot_scars": True,
    "scar_3_length": 3.5, "scar_3_width": 1.0, "scar_3_age": None, "scar_3_raised": "unsure",
    "density_look": "dense", "density": 195, "kept_way": "places", "kept_zones": ["crown"],
    "kept_in_crown": 25,
    "tone": "II", "has_traits": "yes", "traits": ["oily"], "colour": "black", "wears": "short",
    "sun": "high", "heavy_sweat": "yes", "swims": "no", "sun_protection": "yes", "headgear": "no",
    "age": 40, "sex": "female", "could_be_pregnant": "no",
    "health_none_medicine": True,
    "health_is_diabetes": True, "health_is_recent_transplant": True,
    "doctor_agreed_diabetes-young_scar": "yes",
    "transplant_on": date(2025, 1, 2), "smp_before": "yes",
    "takes_medicine": "yes", "medication_now": ["minoxidil"], "loss_moving_on": "yes",
    "wants_touch_ups": "crisp", "start": START, "weekdays": ["mon"],
    "away_rows": [1, 2], "away_1_from": date(2027, 3, 1), "away_1_to": date(2027, 3, 5),
    "away_1_name": " Work ",
    "away_2_from": date(2027, 4, 1),
    "event_rows": [2, 4, 5], "event_5_name": "Race", "event_5_kind": "sport",
    "event_2_from": date(2027, 6, 1), "event_2_name": " Wedding ",
    "event_2_kind": "be_ready",
    "event_4_from": date(2027, 7, 1), "event_4_to": date(2027, 7, 9), "event_4_kind": "sun",
    "visit_times_differ": True, "visit_1_time": time(9, 30), "visit_2_time": None,
    "timezone": "America/Denver", "agreed_hairline": " 7 cm ", "agreed_upkeep": "  ", "agreed_who": None,
    "matters": ["scars", "cost_now"], "matters_scars": "most_of_all", "matters_cost_now": None,
    "own_concern_1": "  ", "own_concern_2": " My partner ", "own_concern_2_weight": "a_little",
}  # fmt: skip


def all_but(**changes: object) -> dict[str, object]:
    return ALL | changes


def test_untouched_questions_are_not_answered(rules: RuleSet) -> None:
    intake = intake_of({"start": START, "goals": ["crown"]}, rules)
    assert intake == Intake(goals=("crown",), area=intake.area, calendar=intake.calendar, health_asked=False)
    assert not intake.area.zones
    assert intake.calendar.visit_times == {}


def test_every_answer_of_the_page_reaches_the_intake(rules: RuleSet) -> None:
    intake = intake_of(ALL, rules)
    assert intake.area.measured == Measured(length_cm=14, width_cm=Decimal("11.5"), by="string")
    first, second = intake.area.scars
    assert str(first.width_cm) == "0.05"
    assert first == Scar(
        length_cm=20, width_cm=first.width_cm, age_months=30, raised=False, red=True, place="side"
    )
    assert second == Scar(length_cm=second.length_cm, width_cm=1, age_months=None, raised=None, red=None)
    assert intake.density == "dense"
    assert {zone: str(share) for zone, share in intake.kept_hair.items()} == {"crown": "0.25"}  # pyright: ignore
    assert intake.medication_now == ("minoxidil",)
    assert intake.health == ("diabetes",)
    assert intake.doctor_agreed is True
    assert intake.treated_before.transplant_on == date(2025, 1, 2)
    assert intake.calendar.visit_times == {1: "09:30"}
    assert intake.calendar.timezone == "America/Denver"
    assert intake.calendar.away == (
        Away(from_=date(2027, 3, 1), to=date(2027, 3, 5), name="Work"),
        Away(from_=date(2027, 4, 1), to=date(2027, 4, 1)),
    )
    assert intake.calendar.events == (
        LifeEvent(from_=date(2027, 6, 1), to=date(2027, 6, 1), name="Wedding", kind="be_ready"),
        LifeEvent(from_=date(2027, 7, 1), to=date(2027, 7, 9), name="event 2", kind="sun"),
    )
    assert intake.matters == {"scars": 5, "cost_now": None}
    assert intake.own_matters == (OwnConcern(name="My partner", weight=1),)


# Asked elsewhere, later, or only of other people.
NOT_ON_THE_PAGE = {
    "person.name", "area.measured.cm2", "unsure_about", "unsure_health",  # test_from_intake.py
    "area.crown_of_norwood", "area.crown_of_ludwig",  # a tap on the plan keeps them: test_crown_alone.py
    "treated_before.laser_removal_on", "treated_before.chemo_or_radiotherapy_on",
    "goals_by", "area_by",  # goals that somebody chose have none: test_begun_goals.py, test_begun_area.py
}  # fmt: skip


def test_no_part_of_an_intake_is_left_out_by_the_page(rules: RuleSet) -> None:
    """With every question answered, each field of the intake differs from one that nobody answered."""
    assert set(_open(intake_of(ALL, rules), "")) == NOT_ON_THE_PAGE


def _open(part: object, place: str) -> list[str]:
    if is_dataclass(part):
        return [
            name
            for field in fields(part)
            for name in _open(getattr(part, field.name), f"{place}.{field.name}".lstrip("."))
        ]
    return [place] if part in (None, "", (), {}) else []


def test_a_part_in_square_centimetres_takes_no_lengths(rules: RuleSet) -> None:
    measured = intake_of(all_but(measured_as="cm2", measured_cm2=120.0), rules).area.measured
    assert measured == Measured(cm2=120)


def test_payment_cards_are_taken_as_square_centimetres(rules: RuleSet) -> None:
    measured = intake_of(all_but(measured_as="cards", measured_cards=2.5), rules).area.measured
    assert measured == Measured(cm2=Decimal("115.5"), by="card")


def test_palms_are_taken_as_square_centimetres(rules: RuleSet) -> None:
    measured = intake_of(all_but(measured_as="palms", measured_palms=1.5), rules).area.measured
    assert measured == Measured(cm2=135, by="palm")


def test_a_way_that_is_not_chosen_counts_for_nothing(rules: RuleSet) -> None:
    area = intake_of(all_but(area_ways=["zones"]), rules).area
    assert area.zones == ("crown",)
    assert (area.norwood, area.ludwig, area.measured, area.scars) == (None, None, None, ())


@pytest.mark.parametrize(
    ("look", "density"), [("soft", "soft"), ("unsure", None), (None, 195)], ids=["look", "unsure", "number"]
)
def test_density_is_a_look_a_number_or_not_sure(
    look: str | None, density: str | int | None, rules: RuleSet
) -> None:
    assert intake_of(all_but(density_look=look), rules).density == density


def test_kept_hair_is_one_number_by_place_or_not_sure(rules: RuleSet) -> None:
    assert intake_of(all_but(kept_way="same", kept_hair=50), rules).kept_hair == 0.5
    assert intake_of(all_but(kept_way="same", kept_hair=0), rules).kept_hair == 0
    assert intake_of(all_but(kept_way="unsure"), rules).kept_hair is None
    assert intake_of(all_but(kept_zones=[]), rules).kept_hair is None


@pytest.mark.parametrize("beside", [[], ["scars"]])
def test_of_an_area_that_is_a_size_alone_nobody_knows_in_which_place_hair_is_left(
    rules: RuleSet, beside: list[str]
) -> None:
    assert intake_of(all_but(kept_way="places", area_ways=["measured", *beside]), rules).kept_hair is None
    in_places = intake_of(all_but(kept_way="places", area_ways=["measured", "zones", *beside]), rules)
    assert in_places.kept_hair


@pytest.mark.parametrize(
    ("answer", "medicine"), [("no", ()), ("unsure", None), ("yes", ("minoxidil",))], ids=str
)
def test_no_medicine_and_not_sure_are_two_answers(
    answer: str, medicine: tuple[str, ...] | None, rules: RuleSet
) -> None:
    assert intake_of(all_but(takes_medicine=answer), rules).medication_now == medicine


def test_a_medicine_that_nobody_named_is_still_taken(rules: RuleSet) -> None:
    assert intake_of(all_but(takes_medicine="yes", medication_now=[]), rules).medication_now == ("unnamed",)


def test_where_hair_thins_a_place_that_is_not_named_is_not_sure_and_elsewhere_it_is_bare(
    rules: RuleSet,
) -> None:
    named = {"start": START, "kept_way": "places", "kept_zones": ["crown"], "kept_in_crown": 50}
    half = Decimal("0.5")
    assert intake_of(named, rules).kept_hair == {"crown": half}
    for thin in ({"goals": ["added_density"]}, {"area_ways": ["ludwig"], "ludwig": "II"}):
        kept = intake_of(named | thin, rules).kept_hair
        assert isinstance(kept, dict)
        assert kept.pop("hairline_temples", None) is None  # where it is bare at all
        assert kept == {"crown": half, "front": None, "midscalp": None}
        assert intake_of(named | thin | {"kept_way": "unsure"}, rules).kept_hair is None


@pytest.mark.parametrize(
    ("zones", "said", "unsure"),
    [
        (["crown"], ["crown"], set[str]()),
        (["crown", "sides"], ["crown"], {"sides"}),
        (["hairline_temples"], ["front"], set[str]()),
        (["whole_scalp"], ["front", "crown", "sides", "donor"], {"midscalp"}),
    ],
)
def test_where_hair_thins_only_places_that_are_covered_and_not_named_are_not_sure(
    rules: RuleSet, zones: list[str], said: list[str], unsure: set[str]
) -> None:
    shares = {f"kept_in_{zone}": 50 for zone in said}
    given = {"start": START, "goals": ["added_density"], "area_ways": ["zones"], "zones": zones}
    kept = intake_of(given | shares | {"kept_way": "places", "kept_zones": said}, rules).kept_hair
    assert isinstance(kept, dict)
    assert {zone for zone, share in kept.items() if share is None} == unsure


def test_a_tick_counts_before_all_questions_are_answered(rules: RuleSet) -> None:
    given = all_but(health_none_medicine=False, health_is_keloid=True, health_is_epilepsy=False)
    intake = intake_of(given, rules)
    assert set(intake.health) == {"diabetes", "keloid"}
    assert intake.health_asked is False


def test_not_sure_about_some_health_questions_leaves_health_open(rules: RuleSet) -> None:
    assert intake_of(ALL, rules).health_asked is True
    assert intake_of(ALL, rules).unsure_about == ()
    unsure = intake_of(all_but(health_none_medicine=False, health_unsure_medicine=True), rules)
    assert unsure.health_asked is True
    assert unsure.unsure_about == ("health",)


def test_a_treatment_without_a_day_is_told_by_name_and_one_that_is_unticked_not_at_all(
    rules: RuleSet,
) -> None:
    told = intake_of(all_but(transplant_on=None), rules)
    assert "recent_transplant" in told.health
    unticked = intake_of(all_but(health_is_recent_transplant=False), rules)
    assert unticked.treated_before.transplant_on is None


@pytest.mark.parametrize(
    ("answers", "open_"),
    [
        ({"sex": "female", "could_be_pregnant": "unsure"}, ("could_be_pregnant",)),
        ({"sex": "other", "could_be_pregnant": None}, ("could_be_pregnant",)),
        ({"sex": "female", "could_be_pregnant": "no"}, ()),
        ({"sex": "female", "could_be_pregnant": "unsure", "health_none_medicine": False}, ()),
        ({"sex": "male", "could_be_pregnant": "unsure"}, ()),
        ({"sex": "unsure", "could_be_pregnant": "unsure"}, ("could_be_pregnant",)),
        ({"sex": "unsure", "could_be_pregnant": "no"}, ()),
        ({"sex": "female", "could_be_pregnant": None, "health_is_pregnant_or_breastfeeding": True}, ()),
        ({"sex": "male", "age": None}, ("age",)),
    ],
)
def test_what_is_left_open_about_age_and_pregnancy_is_no_no(
    rules: RuleSet, answers: dict[str, object], open_: tuple[str, ...]
) -> None:
    assert intake_of(all_but(**answers), rules).unsure_about == open_


def test_a_man_is_not_asked_about_pregnancy(rules: RuleSet) -> None:
    assert intake_of(all_but(sex="male", could_be_pregnant="yes"), rules).person.could_be_pregnant is None


def test_an_event_without_a_day_is_not_counted(rules: RuleSet) -> None:
    events = intake_of(all_but(event_2_from=None), rules).calendar.events
    assert [event.kind for event in events] == ["sun"]


def test_an_event_without_a_day_keeps_the_name_that_was_typed(rules: RuleSet) -> None:
    given = all_but(event_2_from=None, event_4_from=None)
    assert intake_of(given, rules).calendar.undated == (
        UndatedEvent(name="Wedding", kind="be_ready"), UndatedEvent(name="Race", kind="sport"),
    )  # fmt: skip
    assert list(rows_without_day(given)) == [
        "“Wedding” has no day yet, so it is not counted.",
        "Event 2 has no day yet, so it is not counted.",
        "“Race” has no day yet, so it is not counted.",
    ]
    unnamed = rows_without_day(all_but(away_rows=[9], event_rows=[], away_9_name="Trip"))
    assert list(unnamed) == ["“Trip” has no day yet, so it is not counted."]


def test_one_time_can_hold_for_every_visit(rules: RuleSet) -> None:
    times = intake_of(all_but(visit_times_differ=False, visit_time=time(14, 5)), rules).calendar.visit_times
    assert times == dict.fromkeys(range(1, 7), "14:05")


def test_only_the_first_day_has_to_be_answered(rules: RuleSet) -> None:
    assert not list(questions_open(all_but(begun_on=START), rules))
    assert len(list(questions_open({}, rules))) == 1


@pytest.mark.parametrize(("said", "kept"), [("no", False), ("yes", None), ("unsure", None)])
def test_where_pregnancy_or_breastfeeding_is_ticked_a_no_to_pregnancy_is_kept(
    said: str, kept: bool | None, rules: RuleSet
) -> None:
    ticked = {"health_is_pregnant_or_breastfeeding": True, "health_none_medicine": False}
    intake = intake_of(all_but(sex="female", could_be_pregnant=said, **ticked), rules)
    assert intake.person.could_be_pregnant is kept
    assert "could_be_pregnant" not in intake.unsure_about


@pytest.mark.parametrize(
    ("sex", "kept"), [("male", ()), ("female", ("recent_birth",)), ("unsure", ("recent_birth",))]
)
def test_no_man_is_asked_of_a_birth(sex: str, kept: tuple[str, ...], rules: RuleSet) -> None:
    given: dict[str, object] = {"start": START, "sex": sex, "health_is_recent_birth": True}
    assert intake_of(given, rules).health == kept
