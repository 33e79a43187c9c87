"""A plan that goes on from what was decided before is the plan that is made from the answers alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from smp_planner.domain.intake import AreaAnswer, CalendarAnswer, Intake, LifeEvent, Scar
from smp_planner.errors import IntakeError
from smp_planner.planner.decided import Decided
from smp_planner.planner.pipeline import Begun, begin_plan, plan_treatment
from smp_planner.planner.worked_people import worked_people
from smp_planner.rules.ruleset import RuleSet
from tests.people import ADULT, START, adult


def test_it_is_decided_once_for_what_is_told_and_anew_for_anything_else() -> None:
    decided, told = Decided(), list[int]()

    def twice(number: int) -> int:
        told.append(number)
        return 2 * number

    assert [decided.take(twice, number) for number in (1, 1, 2, 2, 1)] == [2, 2, 4, 4, 2]
    assert told == [1, 2, 1]


def test_what_could_not_be_decided_leaves_what_was() -> None:
    decided, told = Decided(), list[int]()

    def share(number: int) -> float:
        told.append(number)
        return 1 / number

    assert decided.take(share, 4) == 0.25
    with pytest.raises(ZeroDivisionError):
        decided.take(share, 0)
    assert decided.take(share, 4) == 0.25
    assert told == [4, 0]


def changed_in_turn(first: Intake) -> Iterator[Intake]:
    """One person's answers as they change them, one after the other, and back."""
    wedding = LifeEvent(
        from_=START + timedelta(60), to=START + timedelta(60), name="wedding", kind="be_ready"
    )
    scar = Scar(length_cm=6, width_cm=1, age_months=4)
    yield first
    yield replace(first, density=55)
    yield replace(first, density=200)
    yield replace(first, density=200, calendar=CalendarAnswer(start=START, events=(wedding,)))
    beach = LifeEvent(from_=START + timedelta(50), to=START + timedelta(60), name="beach", kind="sun")
    at_the_beach = replace(first, calendar=CalendarAnswer(start=START, events=(wedding, beach)))
    yield at_the_beach
    yield replace(at_the_beach, habits=replace(first.habits, sun="high", heavy_sweat=True, swims=True))
    yield replace(at_the_beach, calendar=CalendarAnswer(start=date(2027, 6, 1), events=(wedding, beach)))
    yield replace(first, calendar=CalendarAnswer(start=START + timedelta(9), weekdays=("wed", "sat")))
    yield replace(first, area=replace(first.area, scars=(scar,)))
    yield replace(first, health_asked=True, health=("keloid",))
    yield replace(first, hair=replace(first.hair, wears="long"))
    yield first


@pytest.mark.parametrize("first", [ADULT, adult(area=AreaAnswer(ludwig="II"), goals=("added_density",))])
def test_each_changed_answer_gives_the_plan_of_the_answers_alone(first: Intake, rules: RuleSet) -> None:
    decided = Decided()
    for intake in changed_in_turn(first):
        assert begin_plan(intake, rules, decided).whole == plan_treatment(intake, rules)


def test_one_after_the_other_all_kinds_of_people_get_plans_of_their_own(rules: RuleSet) -> None:
    decided = Decided()
    for intake in worked_people(rules):
        assert begin_plan(intake, rules, decided).outline == begin_plan(intake, rules).outline


def test_another_density_keeps_area_days_and_aftercare_as_they_were_found(rules: RuleSet) -> None:
    decided = Decided()
    before, after = (begin_plan(adult(density=density), rules, decided) for density in (100, 105))
    assert isinstance(before, Begun)
    assert isinstance(after, Begun)
    assert after.outline.dots.total != before.outline.dots.total
    assert after.course.ground.coverage is before.course.ground.coverage
    assert after.course.visits.dates is before.course.visits.dates
    assert after.outline.aftercare is before.outline.aftercare


def test_after_answers_that_don_t_fit_the_plan_goes_on_from_what_was_decided(rules: RuleSet) -> None:
    decided = Decided()
    begin_plan(ADULT, rules, decided)
    with pytest.raises(IntakeError):
        begin_plan(adult(calendar=CalendarAnswer(start=START, weekdays=())), rules, decided)
    assert begin_plan(ADULT, rules, decided).whole == plan_treatment(ADULT, rules)
