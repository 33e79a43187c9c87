"""What the rules accept: known words, ranges with their ends, and a possible area."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from smp_planner.domain.intake import (
    AreaAnswer,
    Away,
    CalendarAnswer,
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
from smp_planner.planner.answer_checks import check_answers, check_area, health_ids
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.ruleset import RuleSet
from tests.people import ADULT, START, adult

DAY = date(2027, 3, 1)


def refused(intake: Intake, rules: RuleSet) -> list[str]:
    """Key and code of every problem."""
    return [f"{problem.key} {problem.code}" for problem in check_answers(intake, rules)]


def calendar(**changes: Any) -> CalendarAnswer:
    return replace(ADULT.calendar, **changes)


def test_a_healthy_adult_is_accepted(rules: RuleSet) -> None:
    assert check_answers(ADULT, rules) == []


def test_answers_that_were_never_given_are_accepted(rules: RuleSet) -> None:
    assert (
        check_answers(Intake(goals=(), area=AreaAnswer(), calendar=CalendarAnswer(start=START)), rules) == []
    )


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"goals": ("crown", "crwn")}, "goals.1"),
        ({"area": AreaAnswer(zones=("crown", "chin"))}, "area.zones.1"),
        ({"area": AreaAnswer(norwood="VIII")}, "area.norwood"),
        ({"area": AreaAnswer(ludwig="IV")}, "area.ludwig"),
        ({"density": "thick"}, "density"),
        ({"kept_hair": {"crown": 0, "chin": 0}}, "kept_hair.chin"),
        ({"skin": Skin(tone="0")}, "skin.tone"),
        ({"skin": Skin(traits=("oily", "shiny"))}, "skin.traits.1"),
        ({"hair": Hair(colour="green")}, "hair.colour"),
        ({"health": ("keloid", "tired")}, "health.1"),
        ({"medication_now": ("other", "aspirin")}, "medication_now.1"),
        ({"matters": {"cost_now": 1, "fame": 1}}, "matters.fame"),
        ({"agreed": {"upkeep": "yes", "handshake": "yes"}}, "agreed.handshake"),
    ],
)
def test_a_word_that_the_rules_do_not_know_is_refused(
    changes: dict[str, Any], key: str, rules: RuleSet
) -> None:
    assert refused(adult(**changes), rules) == [f"{key} I401"]


def test_an_unknown_word_is_told_with_what_was_expected(rules: RuleSet) -> None:
    problem = check_answers(adult(density="naturall"), rules)[0]
    assert (problem.message, problem.hint) == (
        "should be one of soft, natural, dense; found 'naturall'",
        "did you mean 'natural'?",
    )


def test_a_long_list_is_not_read_out(rules: RuleSet) -> None:
    problem = check_answers(adult(health=("keloids",)), rules)[0]
    assert (problem.message, problem.hint) == (
        "is not an answer we know; found 'keloids'",
        "did you mean 'keloid'?",
    )


def test_one_stage_is_never_offered_for_another(rules: RuleSet) -> None:
    assert check_answers(adult(area=AreaAnswer(ludwig="IV")), rules)[0].hint == ""
    assert (
        check_answers(adult(area=AreaAnswer(norwood="III-vrtx")), rules)[0].hint
        == "did you mean 'III-vertex'?"
    )


def test_everything_that_is_asked_may_be_answered(rules: RuleSet) -> None:
    """Ids that the contract names are among them."""
    ids = set(health_ids(rules))
    assert {
        "pregnant_or_breastfeeding", "keloid", "active_skin_disease", "undiagnosed_hair_loss",
        "changing_mole", "recent_transplant", "recent_laser_removal", "blood_thinner", "under_18",
    } <= ids  # fmt: skip
    asked = {id_ for id_, criterion in rules.suitability.criteria.items() if criterion.ask is not None}
    assert asked <= ids


def test_what_only_an_answer_can_bring_up_cannot_be_ticked(rules: RuleSet) -> None:
    assert "nothing_to_cover" not in health_ids(rules)


# Bounds of the contract: the ends themselves are accepted, a little beyond is not.
@pytest.mark.parametrize(
    ("changes", "beyond", "key"),
    [
        ({"person": Person(age=0)}, {"person": Person(age=-1)}, "person.age"),
        ({"person": Person(age=120)}, {"person": Person(age=121)}, "person.age"),
        ({"density": 50}, {"density": Decimal("49.9")}, "density"),
        ({"density": 200}, {"density": Decimal("200.1")}, "density"),
        ({"kept_hair": 0}, {"kept_hair": Decimal("-0.1")}, "kept_hair"),
        ({"kept_hair": 1}, {"kept_hair": Decimal("1.1")}, "kept_hair"),
        ({"kept_hair": {"crown": 1}}, {"kept_hair": {"crown": 2}}, "kept_hair.crown"),
        ({"matters": {"cost_now": 0}}, {"matters": {"cost_now": -1}}, "matters.cost_now"),
        ({"matters": {"cost_now": 5}}, {"matters": {"cost_now": 6}}, "matters.cost_now"),
    ],
)
def test_the_ends_of_a_range_are_accepted_and_no_more(
    changes: dict[str, Any], beyond: dict[str, Any], key: str, rules: RuleSet
) -> None:
    assert refused(adult(**changes), rules) == []
    assert refused(adult(**beyond), rules) == [f"{key} I402"]


@pytest.mark.parametrize(
    ("length", "width", "key"),
    [
        (Decimal("0.1"), Decimal("0.05"), None),
        (40, 5, None),
        (Decimal("0.09"), 1, "length_cm"),
        (Decimal("40.1"), 1, "length_cm"),
        (1, Decimal("0.04"), "width_cm"),
        (1, Decimal("5.1"), "width_cm"),
    ],
)
def test_a_scar_has_a_possible_size(length: Any, width: Any, key: str | None, rules: RuleSet) -> None:
    scars = (Scar(length_cm=1, width_cm=1), Scar(length_cm=length, width_cm=width))
    expected = [f"area.scars.1.{key} I402"] if key else []
    assert refused(adult(area=AreaAnswer(scars=scars)), rules) == expected


def test_a_scar_is_as_old_as_nothing_or_older(rules: RuleSet) -> None:
    young, unborn = (Scar(length_cm=1, width_cm=1, age_months=age) for age in (0, -1))
    assert refused(adult(area=AreaAnswer(scars=(young,))), rules) == []
    assert refused(adult(area=AreaAnswer(scars=(unborn,))), rules) == ["area.scars.0.age_months I402"]


@pytest.mark.parametrize(
    ("measured", "keys"),
    [
        (Measured(length_cm=0, width_cm=-1), ["length_cm", "width_cm"]),
        (Measured(cm2=0), ["cm2"]),
        (Measured(cm2=Decimal("0.1")), []),
    ],
)
def test_a_measurement_is_more_than_nothing(measured: Measured, keys: list[str], rules: RuleSet) -> None:
    assert refused(adult(area=AreaAnswer(measured=measured)), rules) == [
        f"area.measured.{k} I402" for k in keys
    ]


@pytest.mark.parametrize("start", [date(2020, 1, 1), date(2099, 12, 31)])
def test_the_first_and_last_possible_start_are_accepted(start: date, rules: RuleSet) -> None:
    assert refused(adult(calendar=calendar(start=start)), rules) == []


@pytest.mark.parametrize("start", [date(2019, 12, 31), date(2100, 1, 1), date.min, date.max])
def test_a_start_out_of_time_is_refused(start: date, rules: RuleSet) -> None:
    assert refused(adult(calendar=calendar(start=start)), rules) == ["calendar.start I402"]


# Last day that any course can touch: two years (730 days) after the last start, 2101-12-31.
def test_days_are_possible_two_years_past_the_last_start(rules: RuleSet) -> None:
    last, beyond = date(2101, 12, 31), date(2102, 1, 1)
    fine = calendar(
        away=(Away(from_=last, to=last),), events=(LifeEvent(from_=last, to=last, name="x", kind="sun"),)
    )
    far = calendar(
        away=(Away(from_=last, to=beyond),), events=(LifeEvent(from_=last, to=beyond, name="x", kind="sun"),)
    )
    assert refused(adult(calendar=fine), rules) == []
    assert refused(adult(calendar=far), rules) == ["calendar.away.0.to I402", "calendar.events.0.to I402"]


def test_an_impossible_day_of_an_event_is_told_once(rules: RuleSet) -> None:
    event = LifeEvent(from_=date.max, to=date.max, name="x", kind="sun")
    assert refused(adult(calendar=calendar(events=(event,))), rules) == ["calendar.events.0 I402"]


@pytest.mark.parametrize("name", ["transplant_on", "laser_removal_on", "chemo_or_radiotherapy_on"])
def test_an_earlier_treatment_may_be_long_ago_but_not_far_ahead(name: str, rules: RuleSet) -> None:
    assert refused(adult(treated_before=TreatedBefore(**{name: date(1960, 1, 1)})), rules) == []
    found = check_answers(adult(treated_before=TreatedBefore(**{name: date.max})), rules)
    assert [problem.message for problem in found] == [
        "should be 31 December 2101 at the latest; found 31 December 9999"
    ]


def test_twelve_events_can_be_planned_around_and_not_thirteen(rules: RuleSet) -> None:
    events = tuple(LifeEvent(from_=DAY, to=DAY, name=str(n), kind="sun") for n in range(13))
    assert refused(adult(calendar=calendar(events=events[:12])), rules) == []
    assert refused(adult(calendar=calendar(events=events)), rules) == ["calendar.events I402"]


def test_only_visits_that_can_be_have_times(rules: RuleSet) -> None:
    """A course has 6 visits at most."""
    assert refused(adult(calendar=calendar(visit_times={6: "09:30"})), rules) == []
    assert refused(adult(calendar=calendar(visit_times={7: "09:30"})), rules) == [
        "calendar.visit_times.7 I402"
    ]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"goals": ("crown", "crown")}, "goals.1 I302"),
        ({"area": AreaAnswer(measured=Measured(length_cm=3))}, "area.measured I304"),
        ({"area": AreaAnswer(measured=Measured(length_cm=3, width_cm=3, cm2=9))}, "area.measured I304"),
        ({"area": AreaAnswer(measured=Measured(width_cm=3, cm2=9))}, "area.measured I304"),
        ({"calendar": replace(ADULT.calendar, weekdays=())}, "calendar.weekdays I301"),
        ({"calendar": replace(ADULT.calendar, away=(Away(from_=DAY, to=START),))}, "calendar.away.0.to I303"),
        ({"calendar": replace(ADULT.calendar, visit_times={1: "9:30"})}, "calendar.visit_times.1 I306"),
    ],
)
def test_answers_that_never_were_a_file_are_checked_for_form_too(
    changes: dict[str, Any], expected: str, rules: RuleSet
) -> None:
    assert refused(adult(**changes), rules) == [expected]


def test_a_problem_is_placed_where_the_caller_says(rules: RuleSet) -> None:
    intake = adult(density="thick")
    assert check_answers(intake, rules)[0].place == Place("answers", 1, 1)
    assert check_answers(intake, rules, lambda key: Place(key, 2, 3))[0].place == Place("density", 2, 3)


def test_a_plan_raises_every_problem_at_once(rules: RuleSet) -> None:
    with pytest.raises(IntakeError) as caught:
        plan_treatment(adult(density="thick", kept_hair=2), rules)
    assert [problem.key for problem in caught.value.problems] == ["density", "kept_hair"]


@pytest.mark.parametrize(
    ("cm2", "fits"),
    [(1, True), (700, True), (Decimal("0.9"), False), (Decimal("700.1"), False)],
)
def test_an_area_is_planned_from_1_to_700_cm2(cm2: Any, fits: bool, rules: RuleSet) -> None:
    assert [problem.code for problem in check_area(cm2, rules)] == ([] if fits else ["I501"])


def test_the_day_on_which_the_age_of_a_scar_was_told_is_no_slip_of_the_pen(rules: RuleSet) -> None:
    told, slip = (
        Scar(length_cm=1, width_cm=1, age_months=4, age_told_on=day) for day in (START, date(2999, 1, 1))
    )
    assert refused(adult(area=AreaAnswer(scars=(told,))), rules) == []
    assert refused(adult(area=AreaAnswer(scars=(told, slip))), rules) == ["area.scars.1.age_told_on I402"]


@pytest.mark.parametrize(("named", "known"), [("keloid", True), ("illness", True), ("kelod", False)])
def test_what_somebody_was_unsure_of_is_a_health_question_or_a_group_of_them(
    named: str, known: bool, rules: RuleSet
) -> None:
    intake = adult(unsure_about=("health",), unsure_health=(named,))
    assert (not check_answers(intake, rules)) is known
