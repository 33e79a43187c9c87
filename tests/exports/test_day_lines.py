"""The sheet for the fridge: every day is there, nothing is left out, and it stays short."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given

from smp_planner.domain.care import CareDay
from smp_planner.domain.intake import Intake
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.exports.day_lines import DayLine, day_lines, said, spoken_days
from smp_planner.exports.day_marks import rows_of
from smp_planner.exports.month_sheets import month_sheets, words_meant
from smp_planner.exports.short_words import left_on, short_words
from smp_planner.language.choose import speech_of
from smp_planner.language.speech import speaking
from smp_planner.rules.ruleset import RuleSet
from tests.drawn_people import patients, planned_course
from tests.exports.sample_plan import PLAN, START
from tests.people import ADULT, plan_of
from tests.reading_grade import reading_grade


@pytest.fixture(scope="module")
def plan(rules: RuleSet) -> TreatmentPlan:
    return plan_of(ADULT, rules)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2027, 1, 11), date(2027, 1, 11), "Mon 11 Jan 2027"),
        (date(2027, 1, 11), date(2027, 1, 14), "Mon 11 Jan to Thu 14 Jan 2027"),
        (date(2027, 1, 28), date(2027, 2, 5), "Thu 28 Jan to Fri 5 Feb 2027"),
        (date(2026, 12, 31), date(2027, 1, 2), "Thu 31 Dec 2026 to Sat 2 Jan 2027"),
        (date(2026, 1, 2), date(2027, 1, 2), "Fri 2 Jan 2026 to Sat 2 Jan 2027"),
    ],
)
def test_days_are_told_with_their_weekdays(first: date, last: date, words: str) -> None:
    assert spoken_days(first, last) == words


@pytest.mark.parametrize("tag", ["en-GB", "en-US", "en-AU", "en-CA", "en-IE"])
def test_both_ends_of_a_span_are_written_alike(tag: str) -> None:
    with speaking(speech_of(tag)):
        first, last = spoken_days(date(2027, 2, 6), date(2027, 2, 13)).split(" to ")
    assert last.removesuffix("2027").rstrip(", ") == first.replace("6", "13")


def lines_of(*days: tuple[tuple[str, ...], tuple[str, ...]]) -> list[DayLine]:
    """The lines of the sample plan with these limits and tasks, from its first visit on."""
    care = tuple(CareDay(START + timedelta(n), avoid, do, ()) for n, (avoid, do) in enumerate(days))
    return day_lines(replace(PLAN, aftercare=replace(PLAN.aftercare, days=care)))


def test_days_with_the_same_main_limits_are_one_line_and_tell_what_ends_and_begins_in_it() -> None:
    sun = ("direct_sun",)
    lines = lines_of(((*sun, "razor"), ()), ((*sun, "razor"), ("hat",)), (sun, ("hat",)), ((), ()))
    line = next(line for line in lines if line.name == "Visit 1 of 3")
    assert (line.first, line.last) == (START, START + timedelta(2))
    assert said(line) == "No razor to 12 Jan, no direct sun. Do: wear a loose hat outdoors from 12 Jan."


def test_a_visit_begins_a_new_line_though_the_limits_stay() -> None:
    always = ((("direct_sun",), ()),) * 12
    named = [(line.first.day, line.last.day, line.name) for line in lines_of(*always) if line.leave]
    assert named == [(11, 20, "Visit 1 of 3"), (21, 22, "Visit 2 of 3")]


def test_what_a_visit_asks_for_is_told_before_it_with_the_day_on_which_it_begins(
    plan: TreatmentPlan,
) -> None:
    line = next(line for line in day_lines(plan) if line.name == "Before visit 2")
    assert spoken_days(line.first, line.last) == "Thu 14 Jan to Thu 21 Jan 2027"
    assert said(line).startswith("No tan or sunburn. From 15 Jan: moisturise. From 19 Jan: no alcohol, ")


def test_the_line_of_the_settled_look_and_of_own_days_need_no_more_words() -> None:
    line = next(line for line in day_lines(PLAN) if line.name.startswith("Planned to be settled"))
    assert line.first == PLAN.sessions.settled_on
    assert said(line) == ""


def test_a_course_of_three_visits_fits_on_the_door_of_a_fridge(plan: TreatmentPlan) -> None:
    lines = day_lines(plan)
    assert (lines[-1].last - lines[0].first).days > 70
    assert len(lines) <= 16


def test_lines_and_meanings_can_be_read_at_grade_8(plan: TreatmentPlan) -> None:
    sheets = month_sheets(plan)
    meant = words_meant(plan.aftercare, (*sheets.open, *sheets.folded))
    assert len(meant) == 2 + sum(map(len, rows_of(plan.aftercare).values()))
    assert reading_grade(" ".join(f"{line.name}. {said(line)}" for line in day_lines(plan))) <= 8
    assert reading_grade(" ".join(f"{mark.means}." for _, mark in meant)) <= 8


@given(patients)
def test_every_day_that_asks_for_something_is_in_one_line_that_tells_all_of_it(intake: Intake) -> None:
    plan = planned_course(intake)
    lines = [line for line in day_lines(plan) if line.leave or line.do]
    avoid, do = short_words(plan.aftercare, "avoid"), short_words(plan.aftercare, "do")
    for day in plan.aftercare.days:
        if not (day.avoid or day.do):
            continue
        (line,) = [line for line in lines if line.first <= day.date <= line.last]
        for words in [avoid[rule] for rule in left_on(plan.aftercare, day)]:
            assert any(told.startswith(words) for told in line.leave), (day.date, words)
        for words in [do[rule] for rule in day.do]:
            assert any(told.startswith(words) for told in line.do), (day.date, words)
