"""Small gaps are filled with a needle: nobody is sent to that shortly before a beach holiday or a wedding."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from smp_planner.domain.intake import AreaAnswer, CalendarAnswer, EventKind, Habits, LifeEvent
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.exports.text import to_text
from smp_planner.rules.ruleset import RuleSet
from tests.people import ADULT, START, adult, plan_of
from tests.records import record_of

NAME = "Beach"
AFTER = "have it done after Beach."


def with_event(days_after_check: int, kind: EventKind, rules: RuleSet, **more: object) -> TreatmentPlan:
    """The adult with an event so many days after the first day of the check of the look."""
    day = first_check(rules) + timedelta(days_after_check)
    event = LifeEvent(from_=day, to=day, name=NAME, kind=kind)
    return plan_of(adult(calendar=CalendarAnswer(start=START, events=(event,)), **more), rules)


def first_check(rules: RuleSet) -> date:
    return next(w.from_ for w in plan_of(ADULT, rules).aftercare.windows if w.rule == "check_the_look")


@pytest.mark.parametrize(
    ("kind", "days", "said"),
    [
        ("sun", 9, AFTER),  # the beach comes two days after the week of the check
        ("sun", 28, AFTER),  # filled on the first day, the sun limit still holds on day 28
        ("sun", 29, "have it done by {first}, or after Beach."),
        ("sun", 35, "have it done by {sixth}, or after Beach."),
        ("sun", 36, ""),  # filled on the last day of the check, 28 days are over
        ("be_ready", 27, AFTER),  # 28 days to settle
        ("be_ready", 28, "have it done by {first}, or after Beach."),
        ("be_ready", 35, ""),
        ("swimming", 28, AFTER),
        ("sport", 9, AFTER),
        ("sport", 18, ""),
    ],
)
def test_gaps_are_filled_in_time_before_an_event_or_after_it(
    kind: EventKind, days: int, said: str, rules: RuleSet
) -> None:
    plan = with_event(days, kind, rules)
    first = first_check(rules)
    said = said.format(first=_spoken(first), sixth=_spoken(first + timedelta(6)))
    assert [note.say.partition("anew: ")[2] for note in plan.aftercare.gaps] == ([said] if said else [])
    [check] = [window for window in plan.aftercare.windows if window.rule == "check_the_look"]
    assert check.say.endswith(said or "not sooner.")


def _spoken(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def test_who_keeps_longer_out_of_the_sun_has_more_days_between(rules: RuleSet) -> None:
    much_sun = with_event(36, "sun", rules, habits=Habits(sun="high"))
    assert [note.event for note in much_sun.aftercare.gaps] == [NAME]


def test_an_event_before_the_check_or_none_has_no_note(rules: RuleSet) -> None:
    assert not with_event(-60, "sport", rules).aftercare.gaps
    assert not plan_of(ADULT, rules).aftercare.gaps


def test_the_note_stands_in_the_file_beside_the_event_with_the_sunscreen(rules: RuleSet) -> None:
    """Leila: beach from 20 February, two days after the week in which gaps are filled."""
    told = " ".join(to_text(with_event(9, "sun", rules)).split())
    beside = told[told.index("Beach (") :]
    assert beside.index("Put on sunscreen of SPF 30 or more outdoors, and keep doing so for good") < 250
    assert beside.index(AFTER) < 450


def test_a_plan_with_such_a_note_reads_back_from_its_record(rules: RuleSet) -> None:
    record = record_of(with_event(9, "sun", rules, area=AreaAnswer(norwood="III")))
    assert [note["event"] for note in record["aftercare"]["gaps"]] == [NAME]
