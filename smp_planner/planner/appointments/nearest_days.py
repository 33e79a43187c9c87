"""The days of visits whose gaps lie nearest to the recommended ones, on given days alone.

How: the days that each visit can have are kept apart by the sum of days by which the gaps so
far miss the recommended ones: 0, 1, 2 and so on. The first sum at which the last visit has a
day is the smallest there is. Going back from the earliest such day, by the same sums, tells
which days lead to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from smp_planner.planner.appointments.day_sets import DaySet, first_of, later, sooner


class Gap(NamedTuple):
    """Days from one visit to the next: never sooner than, as near as can be, never later than."""

    shortest: int
    recommended: int
    longest: int

    def steps_off_by(self, off: int) -> list[int]:
        """The gaps inside the limits that miss the recommended one by exactly so many days."""
        both = (self.recommended - off, self.recommended + off) if off else (self.recommended,)
        return [step for step in both if self.shortest <= step <= self.longest]


def reach(days: Sequence[DaySet], gaps: Sequence[Gap]) -> list[DaySet]:
    """Of the days of each visit those that it can have, counting only the visits before it."""
    sets = [days[0]]
    for gap, own in zip(gaps, days[1:], strict=True):
        sets.append(own & later(sets[-1], least=gap.shortest, most=gap.longest))
    return sets


def reach_back(days: Sequence[DaySet], gaps: Sequence[Gap]) -> list[DaySet]:
    """Of the days of each visit those that it can have, counting only the visits after it."""
    sets = [days[-1]]
    for gap, own in zip(reversed(gaps), reversed(days[:-1]), strict=True):
        sets.append(own & sooner(sets[-1], least=gap.shortest, most=gap.longest))
    return sets[::-1]


def nearest(days: Sequence[DaySet], gaps: Sequence[Gap]) -> tuple[int, tuple[int, ...]]:
    """How far the gaps must miss the recommended ones in all, and the days of the visits.

    `days` are those that each visit may have. Of all days with that smallest sum: those with the
    earliest last visit, then the earliest first visit, then the earliest second one, and so on.
    There must be possible days.
    """
    ahead = _by_sum(
        days[0], [_Hop(gap, int.__lshift__, own) for gap, own in zip(gaps, days[1:], strict=True)]
    )
    off_by = len(ahead[-1]) - 1
    last = first_of(ahead[-1][off_by])
    hops = [_Hop(gap, int.__rshift__, own) for gap, own in zip(gaps, days, strict=False)]
    back = _by_sum(1 << last, hops[::-1])[::-1]
    return off_by, tuple(_earliest(back, gaps, off_by))


class _Hop(NamedTuple):
    """One gap, which way it is taken (later: to the left, sooner: to the right), and onto which days."""

    gap: Gap
    move: Callable[[DaySet, int], DaySet]
    onto: DaySet


def _by_sum(start: DaySet, hops: Sequence[_Hop]) -> list[list[DaySet]]:
    """For each visit its days by sum, up to the first sum that has a day where the hops end.

    A day stands only under its smallest sum: no smallest total runs through a larger one.
    """
    table: list[list[DaySet]] = [[start], *([] for _ in hops)]
    seen = [0] * len(hops)
    steps: list[list[tuple[int, int]]] = [[] for _ in hops]
    while True:
        total = len(table[0]) - 1
        for number, hop in enumerate(hops):
            steps[number] += [(total, step) for step in hop.gap.steps_off_by(total)]
            fresh = _reached(hop, steps[number], table[number]) & ~seen[number]
            seen[number] |= fresh
            table[number + 1].append(fresh)
        if table[-1][total]:
            return table
        table[0].append(0)


def _reached(hop: _Hop, steps: Iterable[tuple[int, int]], by_sum: Sequence[DaySet]) -> DaySet:
    """The days reached with the newest sum; each step comes with the days by which it is off."""
    found = 0
    for off, step in steps:
        days = by_sum[-1 - off]
        if days:
            found |= hop.move(days, step)
    return found & hop.onto


def _earliest(table: Sequence[Sequence[DaySet]], gaps: Iterable[Gap], left: int) -> Iterator[int]:
    """The earliest day of each visit in turn that still leaves a way to spend the sum exactly."""
    day = first_of(table[0][left])
    yield day
    for gap, by_sum in zip(gaps, table[1:], strict=True):
        soonest = max(gap.shortest, gap.recommended - left)
        step = next(
            step
            for step in range(soonest, gap.recommended + left + 1)
            if by_sum[left - abs(step - gap.recommended)] >> (day + step) & 1
        )
        day, left = day + step, left - abs(step - gap.recommended)
        yield day
