"""Small gaps are filled with a needle: nobody is sent to that shortly before a beach holiday or a wedding."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from smp_planner.domain.intake import AreaAnswer, CalendarAnswer, EventKind, Habits, LifeEvent
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.words import spoken
from smp_planner.exports.text import to_text
from smp_planner.rules.ruleset import RuleSet
from tests.people import ADULT, START, adult, plan_of
from tests.records import record_of

NAME = "Beach"
DAYS = "Days left for it: "
NONE = " No such day is left before Beach."


def with_event(days_after_check: int, kind: EventKind, rules: RuleSet, **more: object) -> TreatmentPlan:
    """The adult with an event so many days after the first day of the check of the look."""
    return with_events(rules, (days_after_check, days_after_check, kind, NAME), **more)


def with_events(rules: RuleSet, *told: tuple[int, int, EventKind, str], **more: object) -> TreatmentPlan:
    """The adult with events from and to so many days after the first day of the check of the look."""
    first = first_check(rules)
    events = tuple(
        LifeEvent(from_=first + timedelta(begin), to=first + timedelta(end), name=name, kind=kind)
        for begin, end, kind, name in told
    )
    return plan_of(adult(calendar=CalendarAnswer(start=START, events=events), **more), rules)


def first_check(rules: RuleSet) -> date:
    return next(w.from_ for w in plan_of(ADULT, rules).aftercare.windows if w.rule == "check_the_look")


def days(said: str, rules: RuleSet) -> str:
    """Words with days after the first day of the check in braces, as days of the calendar."""
    first = first_check(rules)
    return re.sub(r"\{(\d+)\}", lambda found: _spoken(first + timedelta(int(found[1]))), said)


@pytest.mark.parametrize(
    ("kind", "day", "said"),
    [
        ("sun", 9, "from {17} on." + NONE),  # a week without tan before needles, as before any visit
        (
            "sun",
            35,
            "from {43} on." + NONE,
        ),  # filled once it has settled, the sun limit still holds on day 28
        ("sun", 36, "{7} or from {44} on."),  # filled on the day on which it has settled, 28 days are over
        ("sun", 97, "{7} to {68} or from {105} on."),  # a check may come as late as 90 days after the visit
        ("sun", 98, ""),
        ("be_ready", 34, "from {35} on." + NONE),  # 28 days to settle
        ("be_ready", 35, "{7} or from {36} on."),
        ("be_ready", 72, "{7} to {44} or from {73} on."),
        ("swimming", 28, "from {29} on." + NONE),
        ("sport", 9, "from {10} on." + NONE),
        ("sport", 18, "{7} or from {19} on."),
    ],
)
def test_gaps_are_filled_on_days_that_an_event_leaves(
    kind: EventKind, day: int, said: str, rules: RuleSet
) -> None:
    plan = with_event(day, kind, rules)
    said = days(said, rules)
    assert [note.say.partition(DAYS)[2] for note in plan.aftercare.gaps] == ([said] if said else [])
    [check] = [window for window in plan.aftercare.windows if window.rule == "check_the_look"]
    assert check.say.endswith(said or "not sooner.")


def test_a_man_with_a_beach_holiday_before_his_wedding_reads_that_no_day_is_left(rules: RuleSet) -> None:
    """He read "by 11 February, or after Beach holiday", which led him into the weeks before his wedding."""
    plan = with_events(rules, (29, 37, "sun", "Beach holiday"), (72, 72, "be_ready", "Wedding"))
    said = days("from {73} on. No such day is left before Beach holiday or Wedding.", rules)
    assert [(note.event, note.say.partition(DAYS)[2]) for note in plan.aftercare.gaps] == [
        ("Beach holiday", said),
        ("Wedding", said),
    ]


def test_days_between_two_events_are_named(rules: RuleSet) -> None:
    plan = with_events(rules, (72, 72, "be_ready", "Wedding"), (29, 35, "sun", "Beach holiday"))
    said = days("{43} to {44} or from {73} on. No such day is left before Beach holiday.", rules)
    assert {note.say.partition(DAYS)[2] for note in plan.aftercare.gaps} == {said}


def test_days_after_an_event_end_where_a_later_one_keeps_them(rules: RuleSet) -> None:
    """An event of next summer takes no day that a check needs, but nobody is told "from then on" into it."""
    plan = with_events(rules, (36, 36, "sun", NAME), (200, 210, "sun", "Summer"))
    [note] = plan.aftercare.gaps
    assert note.say.endswith(days("{7} or {44} to {171}.", rules))


def test_the_check_the_colour_and_each_event_say_the_same_days(rules: RuleSet) -> None:
    plan = with_events(rules, (29, 35, "sun", "Beach holiday"), (72, 72, "be_ready", "Wedding"))
    [said] = {note.say for note in plan.aftercare.gaps}
    [check] = [window for window in plan.aftercare.windows if window.rule == "check_the_look"]
    [colour] = [answer for answer in plan.talk.later if answer.id == "colour"]
    assert check.say.endswith(f"Small gaps are filled once the look has settled, not sooner. {said}")
    assert "Too light can be filled in then, as small gaps are." in colour.say
    assert colour.say.endswith(said)
    assert spoken(plan.sessions.settled_on) == days("{7}", rules)
    [step] = [step for step in plan.trace if step.field == "talk.later.colour"]
    assert "aftercare.gaps" in step.uses


def _spoken(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def test_who_keeps_longer_out_of_the_sun_has_more_days_between(rules: RuleSet) -> None:
    much_sun = with_event(36, "sun", rules, habits=Habits(sun="high"))
    assert [note.say.endswith(NONE) for note in much_sun.aftercare.gaps] == [True]


def test_an_event_before_the_check_or_none_has_no_note(rules: RuleSet) -> None:
    assert not with_event(-60, "sport", rules).aftercare.gaps
    assert not plan_of(ADULT, rules).aftercare.gaps


def test_the_note_stands_in_the_file_beside_the_event_with_the_sunscreen(rules: RuleSet) -> None:
    """Leila: beach from 20 February, two days after the week in which gaps are filled."""
    told = " ".join(to_text(with_event(9, "sun", rules)).split())
    beside = told[told.index("Beach (") :]
    assert beside.index("Put on sunscreen of SPF 30 or more outdoors, and keep doing so for good") < 250
    assert beside.index(DAYS) < 450


def test_a_plan_with_such_a_note_reads_back_from_its_record(rules: RuleSet) -> None:
    record = record_of(with_event(9, "sun", rules, area=AreaAnswer(norwood="III")))
    assert [note["event"] for note in record["aftercare"]["gaps"]] == [NAME]
