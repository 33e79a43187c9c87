"""When a visit can start on a day: inside one span of opening hours, on the clinic's own clock.

On a day on which the clocks change, hours are counted as they pass: a start that the clocks jump over
is none, and a span over the change is an hour shorter or longer than it reads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import count

from smp_planner.domain.chair_time import BookableDay, Start
from smp_planner.domain.opening import OpenSpan, minutes_open


def bookable(
    day: date, spans: Sequence[OpenSpan], usual: int, longest: int, *, every: int, zone: tzinfo | None
) -> BookableDay:
    """The starts on a day, every so many minutes of each span, for a visit of so many minutes.

    `longest` are the minutes that it may take; a zone of None is one whose clocks never change.
    """
    changes = zone is not None and _changes(day, zone)
    there = zone if changes and zone is not None else UTC
    starts = tuple(_starts(day, spans, usual, longest, every, there))
    return BookableDay(day, starts, changes)


def bookable_days(
    days: Sequence[date],
    spans_on: Callable[[date], tuple[OpenSpan, ...]],
    usual: int,
    longest: int,
    *,
    every: int,
    zone: tzinfo | None,
) -> tuple[BookableDay, ...]:
    """As `bookable` for each day; days with the same hours are worked out once."""
    alike: dict[tuple[OpenSpan, ...], BookableDay] = {}
    found: list[BookableDay] = []
    for day in days:
        spans = spans_on(day)
        if zone is not None and _changes(day, zone):
            found.append(bookable(day, spans, usual, longest, every=every, zone=zone))
        else:
            if spans not in alike:
                alike[spans] = bookable(day, spans, usual, longest, every=every, zone=None)
            found.append(alike[spans]._replace(date=day))
    return tuple(found)


def minutes_open_on(day: date, spans: Sequence[OpenSpan], zone: tzinfo | None) -> int:
    """Minutes of all spans of a day together, as they pass."""
    if zone is None or not _changes(day, zone):
        return minutes_open(spans)
    passed = (_moment(day, span.closes, zone) - _moment(day, span.opens, zone) for span in spans)
    return sum(passed, timedelta()) // timedelta(minutes=1)


def _changes(day: date, zone: tzinfo) -> bool:
    """Whether the clocks change between this midnight and the next."""
    midnight = datetime.combine(day, time(), zone)
    return midnight.utcoffset() != (midnight + timedelta(1)).utcoffset()


def _starts(
    day: date, spans: Sequence[OpenSpan], usual: int, longest: int, every: int, zone: tzinfo
) -> Iterator[Start]:
    for span in spans:
        closes = _moment(day, span.closes, zone)
        for minute in range(span.opens, span.closes, every):
            begins = _moment(day, minute, zone)
            ends = begins + timedelta(minutes=usual)
            if ends <= closes and _is_read(day, minute, zone):
                fits_longest = begins + timedelta(minutes=longest) <= closes
                yield Start(_on_the_wall(day, minute).time(), ends.astimezone(zone).time(), fits_longest)


def _moment(day: date, minute: int, zone: tzinfo) -> datetime:
    """A time on the clock of a day, as a moment; of two moments alike on the clock the first.

    A time that the clocks jump over is the moment at which they jump.
    """
    before = next(one for one in count(minute, -1) if _is_read(day, one, zone))
    return _as_read(day, before, zone) + timedelta(minutes=int(before < minute))


def _is_read(day: date, minute: int, zone: tzinfo) -> bool:
    """Whether the clock ever reads so, counted from the midnight that the day begins with."""
    return _as_read(day, minute, zone).astimezone(zone).time() == _on_the_wall(day, minute).time()


def _as_read(day: date, minute: int, zone: tzinfo) -> datetime:
    return _on_the_wall(day, minute).replace(tzinfo=zone).astimezone(UTC)


def _on_the_wall(day: date, minute: int) -> datetime:
    return datetime.combine(day, time()) + timedelta(minutes=minute)
