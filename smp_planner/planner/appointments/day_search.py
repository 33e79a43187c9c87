"""Find the days of a course of visits: an exact search over whole days.

The order of preference, each point only where the ones before it are level:

1. the fewest events on whose own days a visit is though the person is away at them;
2. the fewest events clashed with;
3. the fewest of these clashed with on their worst days;
4. a first visit near the first day from which a course is possible;
5. the smallest sum, over all gaps, of the days between the gap and the recommended one;
6. the earliest last visit;
7. the earliest first visit, then the earliest second one, and so on.

How: the days away are closed, of as many events as can be, then the days of events, of as many
as can be, then the worst days of the others; on
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
    """The days, both ends included, on which any visit would clash with one event.

    `worst` are those among them that stay closed, if that can be, also when the event is given up;
    `away` those on which the person is at the event, which close before any event does.
    """

    first: int
    last: int
    worst: DaySet = 0
    away: DaySet = 0

    @property
    def days(self) -> DaySet:
        """All its days."""
        return between(self.first, self.last)

    @property
    def worst_days(self) -> DaySet:
        """Its worst days, none of which lies outside its days."""
        return self.worst & self.days

    @property
    def days_away(self) -> DaySet:
        """The days away, none of which lies outside its days."""
        return self.away & self.days


class Search(NamedTuple):
    """What is asked: open days, the last day for the first visit, gaps, events to keep clear of.

    There is one gap fewer than there are visits. `holds` are the days that are long enough for each
    visit; where none are named, every day is.
    """

    open_days: DaySet
    first_by: int
    gaps: tuple[Gap, ...]
    events: tuple[Blocked, ...] = ()
    holds: tuple[DaySet, ...] = ()

    def of_each(self, days: DaySet) -> list[DaySet]:
        """Of given days those that each visit may have, by its length alone."""
        return [days & own for own in self.holds] or [days] * (len(self.gaps) + 1)

    def from_first(self, days: DaySet, first_by: int) -> list[DaySet]:
        """As `of_each`, with the first visit no later than a day."""
        first, *others = self.of_each(days)
        return [first & between(0, first_by), *others]


class Found(NamedTuple):
    """The days found, and how far they are from what is wanted.

    `off_by` is the sum of days by which gaps miss the recommended ones; `clashes` are the
    positions, in the search, of the events that could not be kept clear of, `worst` of
    those whose worst days couldn't either, and `away` of those with a visit on the days away.
    """

    off_by: int
    last: int
    days: tuple[int, ...]
    clashes: tuple[int, ...]
    worst: tuple[int, ...] = ()
    away: tuple[int, ...] = ()


class Room(NamedTuple):
    """The earliest and the latest day to which one visit may move."""

    earliest: int
    latest: int


def choose_days(search: Search, *, within: int) -> Found | None:
    """The days that come first in the order of preference; None when no days are possible.

    A first visit is near within so many days of the first one that is possible, events aside.
    """
    first = first_start(search)
    if first is None:
        return None
    near = find_days(search._replace(first_by=min(first + within, search.first_by)))
    if not near.clashes:
        return near
    return min(near, find_days(search), key=_given_up)


def find_days(search: Search) -> Found:
    """The preferred days wherever the first visit is; there must be possible days.

    The time doubles with each event that can be kept alone but not together with others.
    """
    left = [search.open_days]
    for blocks in (
        [event.days_away for event in search.events],
        [event.days for event in search.events],
        [event.worst_days for event in search.events],
    ):
        left = [rest for days in left for rest in _sparing(search, days, blocks)]
    return min((_found(search, days) for days in left), key=lambda found: (*_given_up(found), found))


def first_start(search: Search) -> int | None:
    """The first day from which a course is possible, events aside; None when there is none."""
    firsts = reach_back(search.from_first(search.open_days, search.first_by), search.gaps)[0]
    return first_of(firsts) if firsts else None


def kept_clear(search: Search, found: Found) -> list[DaySet]:
    """The days of each event on which none of the found visits is: all, its worst and those away, or none."""
    kept: list[DaySet] = []
    for number, event in enumerate(search.events):
        away = 0 if number in found.away else event.days_away
        worst = 0 if number in found.worst else event.worst_days
        kept.append(away | worst if number in found.clashes else event.days)
    return kept


def room_to_move(search: Search, found: Found, *, within: int) -> tuple[Room, ...]:
    """The first and the last of the days to which each visit may move."""
    return tuple(map(room_of, days_to_move(search, found, within=within)))


def room_of(days: DaySet) -> Room:
    """The first and the last of some days."""
    return Room(earliest=first_of(days), latest=last_of(days))


def days_to_move(search: Search, found: Found, *, within: int) -> list[DaySet]:
    """The days to which each visit may move while the others may move too.

    Gaps stay inside their limits, days are open, and nothing that the found days keep clear of
    is clashed with. The first visit moves within so many days of the first one that is possible
    then, or up to the day found where that is later.
    """
    days = _without(search.open_days, kept_clear(search, found))
    back = reach_back(search.of_each(days), search.gaps)
    first_by = min(max(first_of(back[0]) + within, found.days[0]), search.first_by)
    ahead = reach(search.from_first(days, first_by), search.gaps)
    return [before & after for before, after in zip(ahead, back, strict=True)]


def latest_first(search: Search, *, last_by: int) -> int | None:
    """The latest first visit from which the last one can still be on or before `last_by`, events aside."""
    *others, last = search.of_each(search.open_days)
    firsts = reach_back([*others, last & between(0, last_by)], search.gaps)[0]
    return last_of(firsts) if firsts else None


def earliest_last(search: Search, found: Found) -> int:
    """The earliest last visit of any course that clashes with nothing that the found days keep clear of."""
    days = _without(search.open_days, kept_clear(search, found))
    return first_of(reach(search.from_first(days, search.first_by), search.gaps)[-1])


def stuck_at(search: Search) -> int:
    """The number of the first visit that can have no day, events aside; 0 when each can."""
    sets = reach(search.from_first(search.open_days, search.first_by), search.gaps)
    return next((number for number, found in enumerate(sets, start=1) if not found), 0)


def _given_up(found: Found) -> tuple[int, int, int]:
    return len(found.away), len(found.clashes), len(found.worst)


def _sparing(search: Search, days: DaySet, blocks: Sequence[DaySet]) -> list[DaySet]:
    """What is left of the days with as many blocks closed as can be, for each way to do so.

    The days themselves must be possible. A block that can't be closed even alone is left aside.
    """
    blocks = [block for block in blocks if block & days]
    everything = _without(days, blocks)
    if everything == days or _possible(search, everything):
        return [everything]
    alone = [block for block in blocks if _possible(search, days & ~block)]
    for size in range(min(len(alone), len(blocks) - 1), 0, -1):
        groups = (_without(days, group) for group in combinations(alone, size))
        left = [rest for rest in groups if _possible(search, rest)]
        if left:
            return left
    return [days]


def _possible(search: Search, days: DaySet) -> bool:
    """Whether there is any course on the days."""
    return reach(search.from_first(days, search.first_by), search.gaps)[-1] != 0


def _found(search: Search, days: DaySet) -> Found:
    """The days with the nearest gaps on given days, and the events that they clash with."""
    off_by, chosen = nearest(search.from_first(days, search.first_by), search.gaps)
    taken = sum(1 << day for day in chosen)
    clashes = tuple(number for number, event in enumerate(search.events) if event.days & taken)
    worst = tuple(number for number, event in enumerate(search.events) if event.worst_days & taken)
    away = tuple(number for number, event in enumerate(search.events) if event.days_away & taken)
    return Found(off_by, chosen[-1], chosen, clashes, worst, away)


def _without(days: DaySet, blocks: Iterable[DaySet]) -> DaySet:
    for block in blocks:
        days &= ~block
    return days
