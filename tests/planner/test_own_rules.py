"""A clinic's own rules in a plan: the days they give, what is told beside them, and what they never reach."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from smp_planner.domain.intake import LifeEvent, Skin
from smp_planner.domain.plan import Referral, TreatmentPlan
from smp_planner.domain.words import span_told
from smp_planner.exports.clinics_own import own_rules_told
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.clashes import check_layer
from smp_planner.rules.layers import Layer, apply_clinic, parameters
from smp_planner.rules.load import assembled, read_layer
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.signed_exceptions import MAY_BE_EXCEPTED, NEVER_EXCEPTED
from tests.own_clinic import CHECKS, EXERCISE, NAMED, SIGNED, own_clinic
from tests.people import ADULT, START, adult, plan_of

SWEATS = adult(
    habits=replace(ADULT.habits, sun="high", heavy_sweat=True, swims=True),
    skin=Skin(tone="III", traits=("oily", "sensitive")),
    wants_touch_ups="crisp",
)


def held(plan: TreatmentPlan, rule: str) -> list[tuple[date, date]]:
    return [(window.from_, window.to) for window in plan.aftercare.windows if window.rule == rule]


def beside(plan: TreatmentPlan, rule: str) -> str | None:
    return next(window.differs for window in plan.aftercare.windows if window.rule == rule)


@cache
def base() -> Layer:
    """The packaged rules as read."""
    return read_layer()[0]


def tried(folder: Path, id_: str, value: int) -> tuple[RuleSet | None, set[str]]:
    """The rules of a clinic that signs one value of a figure, or the codes by which that is refused."""
    path = folder / "clinic.yaml"
    path.write_text(
        f"{NAMED}exceptions:\n"
        f"  {id_}: {{value: {value}, range: [{value}, {value}], reason: Ours., {SIGNED}}}\n"
    )
    layer, problems = apply_clinic(path, base())
    problems += check_layer(base(), layer)
    return (None if problems else assembled(layer, None)), {problem.code for problem in problems}


@pytest.fixture
def signed(tmp_path: Path) -> RuleSet:
    return own_clinic(tmp_path, exceptions=EXERCISE + CHECKS)


def test_exercise_from_day_5_and_checks_every_three_to_five_years(signed: RuleSet) -> None:
    plan = plan_of(adult(), signed)
    assert held(plan, "heavy_exercise")[0] == (START, START.replace(day=15))
    assert plan.touch_ups.interval_months[:3] == (48, 48, 48)
    assert [check.typical.year for check in plan.touch_ups.items] == [2031, 2035]
    assert beside(plan, "heavy_exercise") == (
        "Our clinic's rule. Most clinics allow full exercise from day 5 to 7. This plan keeps to 4 to 7 "
        "days after each visit. The usual advice is 7 to 14 days. Why: Our clients train from day 5."
    )
    assert plan.notes[-1] == (
        "Our clinic's rule. Many clinics refresh only after 2 to 5 years. This plan has a check within "
        "3 to 4 years. The usual advice is 12 to 24 months. Why: Our pigment holds."
    )


def test_what_a_person_adds_stays_within_what_was_signed(signed: RuleSet) -> None:
    plan, usual = plan_of(SWEATS, signed), plan_of(adult(), signed)
    first, last = held(plan, "heavy_exercise")[0]
    assert (last - first).days == 7
    assert plan.touch_ups.interval_months.low >= 36
    fast = next(case for case in usual.what_if if case.id == "fades_fast")
    assert next(c.after for c in fast.changes if "check" in c.what) == "18 February 2030"


def test_who_signed_it_stands_behind_it_and_its_documents_are_cited(signed: RuleSet) -> None:
    plan = plan_of(adult(), signed)
    step = next(step for step in plan.trace if step.field == "aftercare.windows.heavy_exercise")
    reading = next(reading for reading in step.rules if reading.label == "Days without heavy exercise")
    assert (
        reading.set_by
        == "Own clinic, signed by Dr A. Example, 1 November 2026: Our clients train from day 5."
    )
    assert (reading.signed, reading.basis, reading.sources[0]) == ("Dr A. Example", "clinic", "ours")
    assert (reading.note or "").startswith("About the usual advice: One article says 1 to 2 weeks")
    assert "ours" in {source.id for source in plan.sources}
    assert [(edit.label, edit.unit, edit.range, edit.titles) for edit in plan.rules.clinic_edits] == [
        ("Days without heavy exercise", "days", (7, 14), ("Our protocol",)),
        ("Months from one check to the next", "months", (12, 24), ("Our protocol",)),
    ]


def test_a_value_inside_the_limits_says_what_it_can_come_to(tmp_path: Path) -> None:
    moved = """
  aftercare.instructions.direct_sun.to_day: {value: 35, reason: We burn easily here., sources: [ours]}
  aftercare.instructions.sunscreen.spf: {value: 50, reason: We burn easily here., sources: [ours]}
  aftercare.before.alcohol.days: {value: 3, reason: It bleeds less., sources: [ours]}
  touch_ups.interval_months: {value: 18, reason: Our sun is strong., sources: [ours]}
"""
    plan = plan_of(adult(), own_clinic(tmp_path, overrides=moved))
    assert beside(plan, "direct_sun") == (
        "Our clinic's rule. Most clinics ask for 3 to 30 days out of the sun. This plan keeps to 35 to 42 "
        "days after each visit. The usual advice is 28 to 42 days. Why: We burn easily here."
    )
    assert beside(plan, "sunscreen") == (
        "Our clinic's rule. Sun protection factor of the sunscreen: 50 SPF; the usual advice is 30 to 60 "
        "SPF. Why: We burn easily here."
    )
    assert "This plan has a check within 12 to 18 months." in plan.notes[-1]
    alcohol = next(task for task in plan.aftercare.before if task.rule == "alcohol")
    assert alcohol.say == (
        "Drink no alcohol. This clinic asks 3 days; the usual advice is 0 to 3 days. Why: It bleeds less."
    )
    assert alcohol.short == "no alcohol (our clinic's rule)"
    names = {name.rule: name.by_clinic for name in plan.aftercare.names if name.by_clinic}
    assert names == {"direct_sun": "We burn easily here.", "sunscreen": "We burn easily here."}


def test_an_instruction_of_the_clinics_own_holds_after_each_visit(tmp_path: Path) -> None:
    own = """
  no_wine: {name: Alcohol, kind: avoid, say: "No alcohol for {days} days.", why: You bleed less., to_day: 3,
    reason: Ours., sources: [ours]}
  arnica: {name: SPF cap, kind: do, say: "Wear the cap.", why: It shades., to_day: 0,
    reason: Ours., sources: [ours], signed: {by: Dr A. Example, on: 2026-11-01}}
"""
    plan = plan_of(adult(), own_clinic(tmp_path, instructions=own))
    assert held(plan, "clinic_no_wine")[0] == (START, START.replace(day=14))
    window = next(window for window in plan.aftercare.windows if window.rule == "clinic_no_wine")
    assert (window.say, window.differs) == ("No alcohol for 3 days.", "Our clinic's rule. Why: Ours.")
    assert beside(plan, "clinic_arnica") == (
        "Our clinic's rule. Why: Ours. Signed by Dr A. Example, 1 November 2026."
    )
    step = next(step for step in plan.trace if step.field == "aftercare.windows.clinic_arnica")
    assert {reading.set_by for reading in step.rules} == {
        "Own clinic, signed by Dr A. Example, 1 November 2026: Ours."
    }
    short = {name.rule: name.short for name in plan.aftercare.names if name.by_clinic}
    assert short == {"clinic_no_wine": "no alcohol", "clinic_arnica": "SPF cap"}
    step = next(step for step in plan.trace if step.field == "aftercare.windows.clinic_no_wine")
    assert step.because.startswith("You bleed less.")
    assert {reading.set_by for reading in step.rules} == {"Own clinic: Ours."}
    assert {source for reading in step.rules for source in reading.sources} == {"ours"}


def test_a_gap_that_is_signed_may_be_shorter_and_no_wait_is_cut(tmp_path: Path) -> None:
    gap = f"\n  sessions.gaps.first_to_second: {{value: 5, range: [5, 6], reason: Ours., {SIGNED}}}\n"
    rules = own_clinic(tmp_path, exceptions=gap)
    reading = rules.sessions.gaps.rows["first_to_second"].read()
    assert (reading.range, reading.limits) == ((5, 6), (5, 90))
    first, second = plan_of(adult(), rules).sessions.items[:2]
    assert (second.date - first.date).days == 5


def test_no_clinic_signs_a_health_question_away(signed: RuleSet, rules: RuleSet, tmp_path: Path) -> None:
    assert signed.suitability == rules.suitability
    unfit = adult(health=("keloid",))
    for each in (rules, signed):
        assert isinstance(plan_treatment(unfit, each), Referral)
        assert plan_of(adult(health_asked=False), each).cost is None
    asked = [id_ for id_ in parameters(base()) if id_.startswith("suitability.")]
    assert asked
    for id_ in asked:
        assert tried(tmp_path, id_, 1)[1] == {"R540"}, id_


@pytest.mark.hundreds
def test_any_exception_that_is_accepted_leaves_the_plan_whole(tmp_path: Path) -> None:
    """Far below and far above the limits of each figure that may be excepted: refused by name, or planned."""
    count = 0
    for id_, found in parameters(base()).items():
        if id_.startswith(MAY_BE_EXCEPTED) and not id_.startswith(NEVER_EXCEPTED):
            for value in dict.fromkeys((1, int(found.limits[1]) * 2 + 1)):
                rules, refused = tried(tmp_path, id_, value)
                assert refused <= {"R540", "R541", "R543", "R545"}, id_
                if rules is not None:
                    assert isinstance(plan_treatment(SWEATS, rules), TreatmentPlan), id_
                    count += 1
    assert count > 50


@pytest.mark.parametrize(
    ("low", "high", "unit", "told"),
    [
        (7, 14, "days", "1 to 2 weeks"),
        (4, 7, "days", "4 to 7 days"),
        (14, 14, "days", "14 days"),
        (36, 60, "months", "3 to 5 years"),
        (2, 4, "visits", "2 to 4 visits"),
    ],
)
def test_a_span_is_told_in_weeks_or_years_where_it_comes_out_even(
    low: int, high: int, unit: str, told: str
) -> None:
    assert span_told(low, high, unit) == told


@pytest.mark.parametrize("days", [21, 60])
def test_a_gap_that_the_clinic_moved_is_told_at_its_visit(days: int, tmp_path: Path) -> None:
    moved = f"""
  sessions.gaps.second_to_third: {{value: {days}, reason: We see everybody then., sources: [ours]}}
"""
    third = plan_of(adult(), own_clinic(tmp_path, overrides=moved)).sessions.items[2]
    assert third.gap_days == days
    assert third.notes[0] == (
        f"This visit is {days} days after visit 2, by our clinic's rule. The usual advice is 14 to 30 days; "
        "14 to 90 are allowed."
    )


def test_a_gap_that_the_calendar_cuts_short_says_what_the_clinic_asks(tmp_path: Path) -> None:
    moved = """
  sessions.gaps.second_to_third: {value: 60, reason: We see everybody then., sources: [ours]}
"""
    wedding = (LifeEvent(name="wedding", from_=date(2027, 4, 2), to=date(2027, 4, 2), kind="be_ready"),)
    person = adult(calendar=replace(ADULT.calendar, events=wedding))
    third = plan_of(person, own_clinic(tmp_path, overrides=moved)).sessions.items[2]
    assert third.gap_days is not None
    assert 14 <= third.gap_days < 60
    assert third.notes[0].startswith(
        f"This visit is {third.gap_days} days after visit 2. Our clinic's rule is 60 days."
    )


def test_people_read_of_usual_advice_and_never_of_base_rules_and_each_thing_once(signed: RuleSet) -> None:
    plan = plan_of(adult(), signed)
    told = [
        *plan.notes,
        *(window.differs or "" for window in plan.aftercare.windows),
        *(task.say for task in plan.aftercare.before),
        *(note for visit in plan.sessions.items for note in visit.notes),
        *own_rules_told(plan.rules),
    ]
    assert not any("base rule" in words.lower() for words in told)
    assert any("The usual advice is 7 to 14 days." in words for words in told)
    for words in told:
        assert words.lower().count("clinic's rule") + words.count("This clinic asks") <= 1, words
