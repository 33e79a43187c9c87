"""A person's calendar as a question in numbers of days: which are open, which would clash with an event."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from smp_planner.domain.intake import CalendarAnswer, LifeEvent
from smp_planner.planner.appointments.clashes import days_around, shown_days
from smp_planner.planner.appointments.course_dates import DateRules
from smp_planner.planner.appointments.day_search import Blocked, Search, first_start, latest_first
from smp_planner.planner.appointments.day_sets import DaySet, between
from smp_planner.planner.appointments.long_enough import days_that_hold
from smp_planner.planner.appointments.open_days import Frame, open_days
from smp_planner.rules.ruleset import RuleSet

YEAR_DAYS = 365


def frame_of(calendar: CalendarAnswer, asked: DateRules) -> Frame:
    """The days that a course can have: it starts in the accepted time and ends in its own."""
    length = int(asked.accepted_within.number) + sum(gap.longest for gap in asked.gaps) + 1
    return Frame(first=calendar.start, length=length)


def lay_search(
    calendar: CalendarAnswer, frame: Frame, asked: DateRules, lengths: Mapping[str, int], rules: RuleSet
) -> Search:
    """What is asked of the days of a frame."""
    return Search(
        open_days=open_days(frame, calendar, rules),
        first_by=int(asked.accepted_within.number),
        gaps=asked.gaps,
        events=tuple(_blocked(event, frame, asked, lengths, rules) for event in calendar.events),
    )


def _blocked(
    event: LifeEvent, frame: Frame, asked: DateRules, lengths: Mapping[str, int], rules: RuleSet
) -> Blocked:
    """The days on which a visit clashes with an event.

    It clashes with being ready when the look hasn't settled by the event's first day; that is
    worst on the event's own days and so shortly before them that the visit can be seen. It
    clashes with any other event when a day that the event keeps clear of falls in it. On the days
    on which the person is there, nobody comes for a visit.
    """
    away = _days_there(event, frame)
    if event.kind == "be_ready":
        shown = frame.number(event.from_, later=-shown_days(lengths, rules))
        return Blocked(
            first=frame.number(event.from_, later=1 - asked.settled_days),
            last=frame.length,
            worst=between(shown, frame.number(event.to)),
            away=away,
        )
    around = days_around(event.kind, lengths, rules)
    return Blocked(
        first=frame.number(event.from_, later=-max(days.after for days in around)),
        last=frame.number(event.to, later=max(days.before for days in around)),
        away=away,
    )


def _days_there(event: LifeEvent, frame: Frame) -> DaySet:
    """The days of a frame on which the person is at an event."""
    return between(frame.number(event.from_), frame.number(event.to)) if event.takes_its_days else 0


def can_start_after(day: date, search: Search, frame: Frame) -> bool:
    """Whether a course can start after a day, events aside."""
    days = search.open_days & ~between(0, frame.number(day))
    return first_start(search._replace(open_days=days)) is not None


def year_before(event: LifeEvent) -> Frame:
    """The days before an event in which a course that is settled by then is looked for."""
    first = date.fromordinal(max(event.from_.toordinal() - YEAR_DAYS, 1))
    return Frame(first=first, length=YEAR_DAYS)


def days_closed_for(
    events: Iterable[LifeEvent], frame: Frame, asked: DateRules, lengths: Mapping[str, int], rules: RuleSet
) -> DaySet:
    """The days of a frame on which a visit would clash with one of some events."""
    closed = 0
    for event in events:
        closed |= _blocked(event, frame, asked, lengths, rules).days
    return closed


def latest_first_visit(
    event: LifeEvent,
    calendar: CalendarAnswer,
    asked: DateRules,
    rules: RuleSet,
    needed: tuple[int, ...] = (),
    away_at: Iterable[LifeEvent] = (),
    *,
    closed: DaySet = 0,
) -> date | None:
    """The latest first visit in the year before an event that settles by then, other events aside.

    Each visit is on a day that holds the minutes it needs, where any are named, and none on a day
    on which the person is away at some events, nor on one that is `closed` in that year for another reason.
    """
    frame = year_before(event)
    days = open_days(frame, calendar, rules) & ~closed
    for other in away_at:
        days &= ~_days_there(other, frame)
    search = Search(
        open_days=days,
        first_by=YEAR_DAYS,
        gaps=asked.gaps,
        holds=days_that_hold(frame, needed, calendar, rules),
    )
    latest = latest_first(search, last_by=frame.number(event.from_, later=-asked.settled_days))
    return None if latest is None else frame.day(latest)
