"""The days of a course are looked for once, and as if for the first time where anything counts that moved."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from smp_planner.domain.intake import CalendarAnswer, LifeEvent
from smp_planner.planner.aftercare.lengths import care_lengths, usual_lengths
from smp_planner.planner.appointments.diary import MOST, Diary
from smp_planner.planner.appointments.plan import plan_appointments
from smp_planner.rules.ruleset import RuleSet
from tests.people import ADULT

RACE_DAY = ADULT.calendar.start.replace(day=25)
RACE = LifeEvent(from_=RACE_DAY, to=RACE_DAY, name="race", kind="sport")
CALENDAR = CalendarAnswer(start=ADULT.calendar.start, events=(RACE,))


@pytest.fixture
def lengths(rules: RuleSet) -> Mapping[str, int]:
    return care_lengths(usual_lengths(rules))


def test_the_days_are_those_of_a_search_of_its_own(rules: RuleSet, lengths: Mapping[str, int]) -> None:
    diary = Diary(CALENDAR, None, rules)
    for count in (3, 4, 3):
        assert diary.days(count, lengths)[0] == plan_appointments(CALENDAR, count, lengths, rules)[0]


def test_a_course_that_was_found_is_not_looked_for_again(rules: RuleSet, lengths: Mapping[str, int]) -> None:
    diary = Diary(CALENDAR, None, rules)
    first = diary.days(3, lengths)
    assert diary.days(3, lengths | {"direct_sun": 42}) is first, "no event in the calendar keeps clear of sun"
    assert diary.days(4, lengths) is not first


def test_of_many_courses_the_last_few_are_kept(rules: RuleSet, lengths: Mapping[str, int]) -> None:
    diary = Diary(CALENDAR, None, rules)
    first = diary.days(3, lengths)
    longer = [{**lengths, "heavy_exercise": lengths["heavy_exercise"] + days} for days in range(1, MOST + 1)]
    others = [diary.days(3, each) for each in longer]
    assert [diary.days(3, each) for each in longer] == others
    assert diary.days(3, longer[0]) is others[0]
    again = diary.days(3, lengths)
    assert again is not first
    assert again[0] == first[0]


@pytest.mark.parametrize("rule", ["heavy_exercise", "scabs"])
def test_a_length_that_counts_is_looked_for_anew(
    rules: RuleSet, lengths: Mapping[str, int], rule: str
) -> None:
    diary, longer = Diary(CALENDAR, None, rules), {**lengths, rule: lengths[rule] + 3}
    first = diary.days(3, lengths)
    assert diary.days(3, longer) is not first
    assert diary.days(3, longer)[0] == plan_appointments(CALENDAR, 3, longer, rules)[0]
