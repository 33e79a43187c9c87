"""Loading: readings with their place, clinics over the base, fingerprints, regions, reviews."""

from __future__ import annotations

import json
import shutil
from datetime import date
from decimal import Decimal
from gettext import NullTranslations
from pathlib import Path

import jsonschema
import pytest

from smp_planner.domain.intake import WEEKDAYS
from smp_planner.errors import RulesError
from smp_planner.language.speech import Speech, speaking
from smp_planner.rules.checks import review_warnings
from smp_planner.rules.clinic_days import clinic_days
from smp_planner.rules.layers import parameters
from smp_planner.rules.load import DATA, load_rules, read_layer, try_load
from smp_planner.rules.models import MODELS, PARTED
from smp_planner.rules.narrow_yaml import read
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.schema import rules_schema
from smp_planner.rules.shape_problems import entered

CLINIC = """name: Test studio
region: UK
closed: {days: [sun], dates: [2027-01-12]}
sources:
  own-protocol: {title: Our protocol, kind: clinic, grade: very_low, read_on: 2026-11-01}
overrides:
  sessions.gaps.later: {value: 30, reason: We wait a month., sources: [own-protocol]}
  sessions.count: {value: 4, reason: We like four., sources: [own-protocol, article]}
  density.looks.soft: {value: 200, reason: Ours is dense., sources: [own-protocol]}
"""


@pytest.fixture
def clinic(tmp_path: Path) -> Path:
    path = tmp_path / "clinic.yaml"
    path.write_text(CLINIC)
    return path


def test_the_packaged_rules_have_no_problem() -> None:
    assert try_load()[1] == []


def test_every_clinic_that_is_packaged_fits_the_rules() -> None:
    for path in sorted((DATA / "clinics").glob("*.yaml")):
        assert try_load(clinic=path)[1] == []


def test_a_reading_tells_what_stands_in_the_file(rules: RuleSet) -> None:
    reading = rules.sessions.count.read()
    file = read((DATA / "sessions.yaml").read_text(), "data/sessions.yaml")
    sources = entered(entered(file.value, "count"), "sources")
    assert isinstance(sources, list)
    assert (reading.id, reading.value, reading.range, reading.limits) == ("sessions.count", 3, (3, 6), (3, 6))
    assert (reading.unit, reading.basis, reading.set_by) == ("sessions", "article", "base rules")
    assert reading.place == str(file.place(("count",)))
    assert reading.sources == tuple(source["id"] for source in sources)
    assert reading.at["liu-2025"] == "protocol of 3"
    assert (reading.low, reading.high, reading.number) == (3, 6, 3)


def test_a_row_reads_with_the_unit_and_limits_of_its_table(rules: RuleSet) -> None:
    reading = rules.density.looks.rows["soft"].read()
    assert (reading.id, reading.unit, reading.limits) == ("density.looks.soft", "dots/cm2", (50, 200))


def test_a_row_reads_with_limits_of_its_own_where_it_has_them(rules: RuleSet) -> None:
    row = rules.coverage.zones.rows["crown"]
    assert row.read().limits == tuple(row.limits or ()) != tuple(rules.coverage.zones.limits)


def test_a_saying_reads_with_its_words(rules: RuleSet) -> None:
    reading = rules.technique.numbing.read()
    assert (reading.value, reading.range, reading.limits) == (rules.technique.numbing.say, (), ())


def test_a_rule_is_not_read_before_all_rules_are_checked() -> None:
    figure = MODELS["sessions"].model_validate(read((DATA / "sessions.yaml").read_text(), "f").value)
    with pytest.raises(AssertionError, match="before the rules were loaded"):
        figure.count.read()  # type: ignore[attr-defined]


def test_a_clinic_moves_a_value_with_its_reason_and_sources(clinic: Path) -> None:
    rules = load_rules(clinic=clinic)
    reading = rules.sessions.gaps.rows["later"].read()
    assert (reading.value, reading.set_by) == (30, "Test studio: We wait a month.")
    assert reading.place == f"{clinic.name}:7:25"
    assert reading.sources[0] == "own-protocol"  # before those of the usual advice
    assert rules.sources["own-protocol"].title == "Our protocol"


def test_a_clinic_leaves_the_rest_as_it_was(clinic: Path, rules: RuleSet) -> None:
    moved = load_rules(clinic=clinic)
    assert (
        moved.sessions.gaps.rows["first_to_second"].read()
        == rules.sessions.gaps.rows["first_to_second"].read()
    )
    assert moved.coverage == rules.coverage
    assert rules.sessions.count.value == load_rules().sessions.count.value == 3


def test_the_edits_of_a_clinic_are_listed(clinic: Path, rules: RuleSet) -> None:
    edits = {edit.parameter: edit for edit in load_rules(clinic=clinic).edition.clinic_edits}
    later = edits["sessions.gaps.later"]
    assert later.from_ == rules.sessions.gaps.rows["later"].value
    assert (later.to, later.reason, later.outside_range) == (30, "We wait a month.", False)
    assert edits["density.looks.soft"].outside_range is True
    assert edits["sessions.count"].sources == ("own-protocol", "article")


def test_a_clinic_closes_days_and_names_its_region(clinic: Path) -> None:
    rules = load_rules(clinic=clinic)
    assert clinic_days(rules).weekdays == ("mon", "tue", "wed", "thu", "fri", "sat")
    assert rules.clinic is not None
    assert rules.clinic.closed.dates == [date(2027, 1, 12)]
    assert (rules.edition.clinic, rules.region) == ("Test studio", "UK")


def test_no_clinic_closes_no_day(rules: RuleSet) -> None:
    assert (clinic_days(rules).weekdays, rules.edition.clinic, rules.edition.clinic_edits) == (
        WEEKDAYS,
        None,
        (),
    )


@pytest.mark.parametrize(("asked", "region"), [(None, "UK"), ("US", "US")])
def test_the_region_asked_for_beats_that_of_the_clinic(asked: str | None, region: str, clinic: Path) -> None:
    assert load_rules(clinic=clinic, region=asked).region == region


def test_the_region_of_the_base_rules_is_the_default(rules: RuleSet) -> None:
    assert rules.edition.region == rules.region == rules.prices.default_region


def test_a_region_without_prices_is_refused() -> None:
    with pytest.raises(ValueError, match="region should be US or UK; found 'FR'"):
        load_rules(region="FR")


def test_the_fingerprint_changes_with_any_letter_and_with_nothing_else(tmp_path: Path, clinic: Path) -> None:
    copied = tmp_path / "data"
    shutil.copytree(DATA, copied)
    same = load_rules(copied).edition.fingerprint
    assert same == load_rules().edition.fingerprint
    (copied / "sessions.yaml").write_text((copied / "sessions.yaml").read_text() + "# one more look\n")
    assert (
        len({same, load_rules(copied).edition.fingerprint, load_rules(clinic=clinic).edition.fingerprint})
        == 3
    )


def test_rules_are_told_apart_by_their_files_and_by_their_region(clinic: Path) -> None:
    us, uk = load_rules(region="US").made_by, load_rules(region="UK").made_by
    assert load_rules().made_by == us
    assert len({us, uk, load_rules(clinic=clinic).made_by}) == 3


def test_the_edition_is_the_day_of_the_last_review(tmp_path: Path) -> None:
    copied = tmp_path / "data"
    shutil.copytree(DATA, copied)
    text = (copied / "density.yaml").read_text()
    (copied / "density.yaml").write_text(text.replace("on: 2026-11-23", "on: 2027-02-03", 1))
    assert load_rules(copied).edition.edition == "2027-02-03"


def test_a_folder_of_rules_is_named_in_problems_as_it_was_given(tmp_path: Path) -> None:
    with pytest.raises(RulesError, match=rf"{tmp_path}/none:1:1: is not a folder of rule files \[R100\]"):
        load_rules(f"{tmp_path}/none/")


def test_a_missing_clinic_file_is_a_problem_of_the_rules(tmp_path: Path) -> None:
    problems = try_load(clinic=tmp_path / "none.yaml")[1]
    assert [problem.message for problem in problems] == ["can't be opened: No such file or directory"]


def test_a_clinic_may_move_only_figures(rules: RuleSet) -> None:
    known = parameters(read_layer()[0])
    assert {"sessions.count", "sessions.gaps.later", "aftercare.instructions.direct_sun.to_day"} <= set(known)
    assert not {"technique.numbing", "sessions.count.limits", "sources.article"} & set(known)
    assert next(iter(known)).startswith("intake.")
    assert rules.intake.accepted.age.read().id in known


@pytest.mark.parametrize(
    ("today", "count"),
    [(date(2027, 11, 23), 0), (date(2027, 11, 24), 17), (date(2026, 1, 1), 0)],
)
def test_a_review_is_fresh_for_one_year(today: date, count: int) -> None:
    """All 17 files with figures were reviewed on 2026-11-23; sources.yaml has no such date."""
    warnings = review_warnings(read_layer()[0].files, today)
    assert len(warnings) == count
    assert {(warning.level, warning.code) for warning in warnings} <= {("warning", "R310")}


def test_a_review_on_a_leap_day_is_fresh_for_one_year(tmp_path: Path) -> None:
    copied = tmp_path / "data"
    shutil.copytree(DATA, copied)
    text = (copied / "density.yaml").read_text()
    (copied / "density.yaml").write_text(text.replace("on: 2026-11-23", "on: 2024-02-29", 1))
    files = read_layer(copied)[0].files
    assert review_warnings(files, date(2025, 2, 28)) == []
    assert len(review_warnings(files, date(2025, 3, 1))) == 1


def test_a_stale_review_is_told_with_its_place() -> None:
    files = {"density": read_layer()[0].files["density"]}
    (warning,) = review_warnings(files, date(2030, 1, 1))
    assert warning.message == "was last reviewed on 2026-11-23, more than a year ago"
    assert (warning.place.file, warning.key) == ("data/density.yaml", "reviewed.on")


def test_rule_files_fit_the_schema_that_editors_are_given() -> None:
    schemas = rules_schema()
    folders = {f"{name}/*.yaml" for name in (*PARTED, "clinics")}
    assert set(schemas) == {f"{name}.yaml" for name in MODELS} | folders
    for name, schema in schemas.items():
        assert isinstance(schema, dict)
        jsonschema.Draft202012Validator.check_schema(schema)
        for path in DATA.glob(name):
            value = json.loads(json.dumps(read(path.read_text(), "f").value, default=as_json))
            assert list(jsonschema.Draft202012Validator(schema).iter_errors(value)) == [], path


def as_json(value: object) -> object:
    """Numbers and days as JSON writes them."""
    return float(value) if isinstance(value, Decimal) else str(value)


def test_decimals_are_never_floats(rules: RuleSet) -> None:
    assert rules.density.least_share.read().value == Decimal("0.25")
    assert type(rules.density.least_share.value) is Decimal


# --- files that can't be opened ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("d" * 5000, "can't be opened: File name too long"),
        ("a\0b", "can't be opened: no file can have this name"),
        ("nowhere", "is not a folder of rule files"),
        ("file/inside", "is not a folder of rule files"),
        ("file", "is not a folder of rule files"),
    ],
)
def test_a_folder_that_cannot_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, why: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_text("")
    rules, problems = try_load(name)
    assert rules is None
    assert [(problem.message, problem.code) for problem in problems] == [(why, "R100")]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("d" * 5000, "can't be opened: File name too long"),
        ("a\0b", "can't be opened: no file can have this name"),
        ("nowhere.yaml", "can't be opened: No such file or directory"),
        (".", "can't be opened: Is a directory"),
    ],
)
def test_a_clinic_file_that_cannot_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, why: str
) -> None:
    monkeypatch.chdir(tmp_path)
    rules, problems = try_load(clinic=name)
    assert rules is None
    assert [(problem.message, problem.code) for problem in problems] == [(why, "R100")]


def test_problems_of_the_rules_are_told_in_english_whatever_is_spoken(tmp_path: Path) -> None:
    with speaking(Speech(language="de", name="de", texts=NullTranslations())):
        problems = read_layer(tmp_path / "none")[1]
    assert [problem.message for problem in problems] == ["is not a folder of rule files"]


def test_other_habits_leave_every_rule_as_it_is(rules: RuleSet) -> None:
    british = rules.with_habits(Speech(name="en_GB"))
    assert british.speech.name == "en_GB"
    assert (british.sessions, british.edition) == (rules.sessions, rules.edition)
