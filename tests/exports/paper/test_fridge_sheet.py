"""The sheets for the fridge: every day's instructions are on the sheet of the visit that they follow."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from smp_planner.answers import read_intake
from smp_planner.domain.course import Visit
from smp_planner.domain.intake import CalendarAnswer, LifeEvent
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.words import day_and_weekday
from smp_planner.exports.paper.blocks import Section, Table
from smp_planner.exports.paper.fridge_sheet import fridge_sheets
from smp_planner.exports.short_words import left_on
from smp_planner.rules.ruleset import RuleSet
from tests.exports.paper.sections import tables, told
from tests.people import START, adult, plan_of

FIRST_WEEK, LONGER = 0, 1


@pytest.fixture(scope="module", params=["usual", "four visits", "between hair"])
def plan(request: pytest.FixtureRequest, rules: RuleSet) -> TreatmentPlan:
    people = {
        "usual": adult(),
        "four visits": read_intake("docs/example-intake.yaml"),
        "between hair": adult(goals=("added_density",), health=("diabetes",)),
    }
    return plan_of(people[request.param], rules)


def sheets(plan: TreatmentPlan) -> list[tuple[Visit, date, Section]]:
    """Each visit, the day before the next one, and its sheet."""
    visits, last = plan.sessions.items, plan.aftercare.days[-1].date
    ends = [*(visit.date - timedelta(1) for visit in visits[1:]), last]
    return list(zip(visits, ends, fridge_sheets(plan), strict=True))


def row_on(table: Table, day: date) -> str:
    """What stands in the rows that hold a day; years are left out on a sheet."""
    return " ".join(" ".join(row) for row in table.rows if holds(row[0], day))


def holds(days: str, day: date) -> bool:
    ends = days.split(" to ")
    dates = [day + timedelta(near) for near in range(-200, 200)]
    first, last = (next(one for one in dates if short(one) == end) for end in (ends[0], ends[-1]))
    return first <= day <= last


def short(day: date) -> str:
    return day_and_weekday(day, with_year=False)


def test_each_visit_has_a_sheet_of_its_own(plan: TreatmentPlan) -> None:
    for visit, _end, sheet in sheets(plan):
        assert sheet.alone
        assert sheet.title.startswith(f"After visit {visit.number} of {len(plan.sessions.items)}, ")
        assert day_and_weekday(visit.date) in sheet.title


def test_no_instruction_of_any_day_is_missing_from_the_sheet_of_its_visit(plan: TreatmentPlan) -> None:
    short_words = {name.rule: name.short for name in plan.aftercare.names}
    days = {day.date: day for day in plan.aftercare.days}
    looked_at = 0
    for visit, end, sheet in sheets(plan):
        for on in (visit.date + timedelta(n) for n in range((end - visit.date).days + 1)):
            there = " ".join(row_on(table, on) for table in tables(sheet)).casefold()
            for rule in (*left_on(plan.aftercare, days[on]), *days[on].do, *days[on].expect):
                assert short_words[rule].casefold() in there, (on, rule)
                looked_at += 1
    assert looked_at > 500


def test_the_first_week_counts_its_days_from_the_visit(plan: TreatmentPlan) -> None:
    for visit, _end, sheet in sheets(plan):
        first = tables(sheet)[FIRST_WEEK].rows[0]
        assert first[0].startswith(short(visit.date))
        assert first[1].startswith("0")
        assert len(tables(sheet)[FIRST_WEEK].rows) <= 7


def test_days_on_which_the_same_holds_are_one_row(plan: TreatmentPlan) -> None:
    for _visit, _end, sheet in sheets(plan):
        held = [row[2:] for row in tables(sheet)[FIRST_WEEK].rows]
        assert all(one != two for one, two in pairwise(held))


def test_what_goes_on_names_its_first_and_its_last_day(plan: TreatmentPlan) -> None:
    sun = [window for window in plan.aftercare.windows if window.rule == "direct_sun"][-1]
    last = sheets(plan)[-1][2]
    row = next(row for row in tables(last)[LONGER].rows if "o direct sun" in row[1])
    assert row[0] == f"{short(sun.from_)} to {short(sun.to)}"


def test_a_sheet_says_for_which_signs_to_call_at_once(plan: TreatmentPlan) -> None:
    for _visit, _end, sheet in sheets(plan):
        for sign in plan.aftercare.call_if:
            assert (sign.say in told(sheet)) is sign.urgent


def test_the_next_visit_and_own_days_come_up_on_the_sheet_they_fall_on(rules: RuleSet) -> None:
    event = LifeEvent(from_=date(2027, 2, 1), to=date(2027, 2, 2), name="<b>=Party</b>", kind="be_ready")
    plan = plan_of(adult(calendar=CalendarAnswer(start=START, events=(event,))), rules)
    assert ["<b>=Party</b>" in told(sheet) for _visit, _end, sheet in sheets(plan)].count(True) == 1
    for visit, _end, sheet in sheets(plan)[:-1]:
        assert f"Before visit {visit.number + 1}: see “Before each visit”" in told(sheet)
