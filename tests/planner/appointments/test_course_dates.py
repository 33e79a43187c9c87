"""What the rules ask of the dates of a course, in whole days."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from smp_planner.domain.intake import CalendarAnswer
from smp_planner.planner.appointments.course_dates import read_date_rules
from smp_planner.planner.appointments.nearest_days import Gap
from smp_planner.rules.figures import Cited
from smp_planner.rules.ruleset import RuleSet
from tests.edited_rules import edited_rules
from tests.people import START
from tests.planner.appointments.courses import event


def changed(rule: Cited, **changes: object) -> Cited:
    """A copy of a rule that reads otherwise."""
    copy = rule.model_copy()
    copy._reading = replace(rule.read(), **changes)
    return copy


def test_parts_of_days_become_whole_days_inside_the_limits(rules: RuleSet) -> None:
    sessions = rules.sessions
    first = changed(
        sessions.gaps.rows["first_to_second"],
        value=Decimal("11.5"),
        limits=(Decimal("7.1"), Decimal("89.9")),
    )
    gaps = sessions.gaps.model_copy(update={"rows": {**sessions.gaps.rows, "first_to_second": first}})
    settled = changed(sessions.settled_after_days, value=Decimal("20.1"))
    other = replace(rules, sessions=sessions.model_copy(update={"gaps": gaps, "settled_after_days": settled}))
    asked = read_date_rules(2, CalendarAnswer(start=START), other)
    assert asked.gaps == (Gap(shortest=8, recommended=12, longest=89),)
    assert asked.settled_days == 21


def test_a_rule_that_ends_with_another_one_has_no_figure_of_its_own_to_name(tmp_path: Path) -> None:
    rules = edited_rules(tmp_path, "aftercare.yaml", "swimming: swimming}", "swimming: rinse}")
    camp = CalendarAnswer(start=START, events=(event("swimming", "2027-02-01"),))
    assert read_date_rules(3, camp, rules).healing == ()
