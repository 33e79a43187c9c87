"""Find the days of a course of visits: an exact search over whole days.

The order of preference, each point only where the ones before it are level:

1. the fewest events clashed with;
2. the smallest sum, over all gaps, of the days between the gap and the recommended one;
3. the earliest last visit;
4. the earliest first visit, then the earliest second one, and so on.

How: events are given up in groups of growing size and the days of the others are closed; on
the days that are left, `nearest_days` answers the rest. All of it is pure: days are plain
numbers, and nothing here knows of a clinic, a person or a rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

from smp_planner.planner.appointments.day_sets import DaySet, between, first_of, last_of
from smp_planner.planner.appointments.nearest_days import Gap, nearest, reach, reach_back


class Blocked(NamedTuple):
    """The days, both ends included, on which any visit would clash with one event."""

    first: int
    last: int


class Search(NamedTuple):
    """What is asked: open days, the last day for the first visit, gaps, events to keep clear of.

    There is one gap fewer than there are visits.
    """

    open_days: DaySet
    first_by: int
    gaps: tuple[Gap, ...]
    events: tuple[Blocked, ...] = ()


class Found(NamedTuple):
    """The days found; of two answers with as many clashes, the smaller one is preferred.

    `off_by` is the sum of days by which gaps miss the recommended ones; `clashes` are the
    positions, in the search, of the events that could not be kept clear of.
    """

    off_by: int
    last: int
    days: tuple[int, ...]
    clashes: tuple[int, ...]


class Room(NamedTuple):
    """The earliest and the latest day to which one visit may move."""

    earliest: int
    latest: int


def find_days(search: Search) -> Found | None:
    """The days that come first in the order of preference; None when no days are possible.

    The time doubles with each event that can be kept alone but not together with others.
    """
    blocks = [between(event.first, event.last) for event in search.events]
    return _keeping(search, blocks, blocks) or _giving_up(search, blocks)


def room_to_move(search: Search, found: Found, *, first_by: int) -> tuple[Room, ...]:
    """How far each visit may move while the others may move too.

    Gaps stay inside their limits, days are open, no event is clashed with that wasn't before,
    and the first visit isn't later than `first_by`.
    """
    kept = [event for number, event in enumerate(search.events) if number not in found.clashes]
    days = _without(search.open_days, [between(event.first, event.last) for event in kept])
    ahead = reach(days & between(0, first_by), days, search.gaps)
    back = reach_back(days, days, search.gaps)
    both = [before & after for before, after in zip(ahead, back, strict=True)]
    return tuple(Room(earliest=first_of(days), latest=last_of(days)) for days in both)


def latest_first(open_days: DaySet, gaps: Sequence[Gap], *, last_by: int) -> int | None:
    """The latest first visit from which the last one can still be on or before `last_by`."""
    firsts = reach_back(open_days & between(0, last_by), open_days, gaps)[0]
    return last_of(firsts) if firsts else None


def stuck_at(search: Search) -> int:
    """The number of the first visit that can have no day, events aside; 0 when each can."""
    days = search.open_days
    sets = reach(days & between(0, search.first_by), days, search.gaps)
    return next((number for number, found in enumerate(sets, start=1) if not found), 0)


def _giving_up(search: Search, blocks: Sequence[DaySet]) -> Found | None:
    """The preferred answer of those that give up the fewest events, but one at least.

    An event that can't be kept even alone is given up in every try.
    """
    alone = [block for block in blocks if _possible(search, [block])]
    most = min(len(alone), len(blocks) - 1)
    tries = (_best(search, combinations(alone, size), blocks) for size in range(most, -1, -1))
    return next(filter(None, tries), None)


def _best(search: Search, groups: Iterable[Sequence[DaySet]], blocks: Sequence[DaySet]) -> Found | None:
    tries = (_keeping(search, kept, blocks) for kept in groups)
    return min(filter(None, tries), default=None)


def _possible(search: Search, kept: Iterable[DaySet]) -> bool:
    """Whether any days clash with none of the kept events."""
    days = _without(search.open_days, kept)
    return reach(days & between(0, search.first_by), days, search.gaps)[-1] != 0


def _keeping(search: Search, kept: Sequence[DaySet], blocks: Sequence[DaySet]) -> Found | None:
    """The preferred answer that clashes with none of the kept events; None when there is none."""
    if not _possible(search, kept):
        return None
    days = _without(search.open_days, kept)
    off_by, chosen = nearest(days & between(0, search.first_by), days, search.gaps)
    taken = sum(1 << day for day in chosen)
    clashes = tuple(number for number, block in enumerate(blocks) if block & taken)
    return Found(off_by=off_by, last=chosen[-1], days=chosen, clashes=clashes)


def _without(days: DaySet, blocks: Iterable[DaySet]) -> DaySet:
    for block in blocks:
        days &= ~block
    return days
