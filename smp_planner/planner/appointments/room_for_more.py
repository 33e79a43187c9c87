"""A first visit that waits for better gaps must not take the room for one more visit before an event."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from smp_planner.domain.intake import CalendarAnswer
from smp_planner.planner.appointments.course_dates import read_date_rules
from smp_planner.planner.appointments.day_search import Found, Search, choose_days, first_start
from smp_planner.planner.appointments.long_enough import days_that_hold, holds_of_others
from smp_planner.planner.appointments.question import frame_of, lay_search
from smp_planner.rules.ruleset import RuleSet


def begun_with_room(
    calendar: CalendarAnswer,
    search: Search,
    found: Found,
    lengths: Mapping[str, int],
    needed: tuple[int, ...],
    rules: RuleSet,
) -> Found | None:
    """The days of a course that begins sooner and leaves room for one more visit; None where none is asked.

    It is asked where the first visit is later than it could be, nothing is given up, and one more visit
    after the found ones would give up an event that one more visit after a sooner start would not.
    """
    count, more = len(found.days), len(found.days) + _more(rules)
    if _gives_up(found) or found.days[0] == first_start(search) or more > rules.sessions.count.limits[1]:
        return None
    if all(event.kind != "be_ready" for event in calendar.events):
        return None
    asked = read_date_rules(more, calendar, rules)
    frame = frame_of(calendar, asked)
    minutes = (*needed, *needed[-1:] * (more - count))
    holds = days_that_hold(frame, minutes, calendar, rules) if search.holds else ()
    longer = lay_search(calendar, frame, asked, lengths, rules)._replace(holds=holds)
    kept = tuple(map(frame.day, found.days))
    after = longer._replace(holds=holds_of_others(kept, holds, frame, more))
    then, sooner = (choose_days(one, within=asked.may_move) for one in (after, longer))
    if then is None or sooner is None or not _gives_up(then) or _gives_up(sooner):
        return None
    days = sooner.days[:count]
    return _found(days, search) if days[0] < found.days[0] else None


def _more(rules: RuleSet) -> int:
    """How many visits more are asked about: as many as where the plan asks what one more changes."""
    more = rules.what_if.cases["one_more_session"].more_sessions
    assert more is not None, "the rules are checked to hold it"
    return int(more.read().number)


def _gives_up(found: Found) -> bool:
    return bool(found.clashes or found.worst or found.away)


def _found(days: tuple[int, ...], search: Search) -> Found:
    """The first days of a longer course, which gives up nothing, as a course of their own."""
    gaps = (later - sooner for sooner, later in pairwise(days))
    off_by = sum(abs(gap - wanted.recommended) for gap, wanted in zip(gaps, search.gaps, strict=True))
    return Found(off_by, days[-1], days, ())
