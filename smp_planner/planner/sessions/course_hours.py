"""The hours of each visit and of the whole course, with what they may turn out to be.

Low and high move one driver at a time. A visit's high end stops at the longest visit, as a slower
hand takes more visits rather than longer ones. The hours of the whole course are not cut. The low ends
add up to that of the whole course, but where fewer visits would do for a smaller area. What the high end of
the whole course holds beyond the high ends of the visits is for further visits, and is told beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from smp_planner.domain.quantities import Estimate, Number, spread
from smp_planner.planner.coverage.extents import ZERO, is_wide
from smp_planner.planner.sessions.session_count import Case, SessionCounter
from smp_planner.planner.sessions.visit_hours import (
    down_to_quarter,
    in_all,
    in_quarters,
    plain,
    up_to_quarter,
)


class CourseHours(NamedTuple):
    """Hours of each visit and in all; whether a high end was cut, and whether a visit is too long.

    `further` is what the high end in all holds beyond those of the visits, for visits beyond these.
    """

    of_each: tuple[Estimate, ...]
    in_all: Estimate
    further: Number
    cut: bool
    over: bool


def course_hours(
    counter: SessionCounter, planned: Case, others: tuple[Case, ...], one_more: Case
) -> CourseHours:
    """The hours of the planned course, beside the other courses that it may turn out to be."""
    rate, longest = counter.pace.rate, counter.pace.longest
    exact = counter.hours(planned, rate.typical)
    paces = [counter.hours(planned, end) for end in (rate.low, rate.high)]
    as_many = _outer([Case(dots=case.dots, count=planned.count, for_hours=0) for case in others])
    same_visits = [counter.hours(case, rate.typical) for case in as_many]
    whole = [counter.hours(case, rate.typical) for case in (*_outer(others), one_more)]
    wide = counter.rules.sessions.notes["wide_hours"].say
    by_visit = list(zip(exact, *paces, *same_visits, strict=True))
    over = max(exact) > longest
    lowest = min((exact, *paces, *same_visits), key=sum)  # in each visit: all rise and fall together
    together = _whole_course(exact, [*paces, *whole], wide)
    highs = [up_to_quarter(max(hours)) for hours in by_visit]
    if sum(highs) > together.high:
        highs = in_quarters(max((exact, *paces, *same_visits), key=sum))
    of_each = tuple(
        _visit(low, high, typical, longest, wide)
        for low, high, typical in zip(in_quarters(lowest, down=True), highs, in_quarters(exact), strict=True)
    )
    visits = sum((Decimal(each.high) for each in of_each), ZERO)
    most = max(Decimal(together.high), visits)
    return CourseHours(
        of_each=of_each,
        in_all=together._replace(high=plain(most)),
        further=plain(most - visits),
        cut=any(max(hours) > longest for hours in by_visit),
        over=over,
    )


def _outer(cases: Iterable[Case]) -> list[Case]:
    """The cases with the fewest and the most dots, for each number of sessions: hours rise with dots."""
    by_count: dict[int, list[Case]] = {}
    for case in cases:
        by_count.setdefault(case.count, []).append(case)
    return [pick(same, key=_dots) for same in by_count.values() for pick in (min, max)]


def _dots(case: Case) -> Decimal:
    return case.dots


def _visit(low: Decimal, high: Decimal, typical: Decimal, longest: Decimal, wide: str) -> Estimate:
    """One visit in quarters of an hour; its high end stops at the longest, or at typical beyond it."""
    high = max(min(high, longest), typical)
    return _estimate(min(low, typical), typical, high, wide)


def _whole_course(exact: Sequence[Decimal], others: Iterable[Sequence[Decimal]], wide: str) -> Estimate:
    low, high = (Decimal(end) for end in spread(sum(exact, ZERO), (sum(hours, ZERO) for hours in others)))
    return _estimate(down_to_quarter(low), in_all(exact), up_to_quarter(high), wide)


def _estimate(low: Decimal, typical: Decimal, high: Decimal, wide: str) -> Estimate:
    return Estimate(plain(low), plain(typical), plain(high), "hours", wide if is_wide(low, high) else None)
