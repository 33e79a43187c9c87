"""Sets of days as whole numbers: bit n is set when day n belongs to the set.

Days count from any day the caller chooses as day 0; there are no days before it. A set of
three years fits in a number of some 1,100 bits, so a question about all its days at once is
one shift or one `&`. The union of two sets is `a | b`, what they share `a & b`, and `a & ~b`
leaves out the days of b.
"""

from __future__ import annotations

from collections.abc import Collection

DaySet = int


def between(first: int, last: int) -> DaySet:
    """All days from first to last, both included; none when last comes before first or day 0."""
    first = max(first, 0)
    return ((1 << max(last + 1 - first, 0)) - 1) << first


def every_week(days: Collection[int], *, length: int) -> DaySet:
    """The given days (0 to 6) of each week from day 0 on, up to `length` days in all."""
    one_week = sum(1 << day for day in days)
    weeks = length // 7 + 1
    starts = ((1 << 7 * weeks) - 1) // 0b1111111
    return one_week * starts & between(0, length - 1)


def later(days: DaySet, *, least: int, most: int) -> DaySet:
    """The days that lie at least and at most so many days after one of the days."""
    return _stretched(days, most - least + 1) << least


def sooner(days: DaySet, *, least: int, most: int) -> DaySet:
    """The days that lie at least and at most so many days before one of the days."""
    return _stretched(days, most - least + 1) >> most


def first_of(days: DaySet) -> int:
    """The first day of a set that holds one."""
    return (days & -days).bit_length() - 1


def last_of(days: DaySet) -> int:
    """The last day of a set that holds one."""
    return days.bit_length() - 1


def skips_a_week(days: DaySet) -> bool:
    """Whether a day between the first and the last is missing though the set holds its weekday."""
    missing = between(first_of(days), last_of(days)) & ~days
    of_each = (every_week((day,), length=days.bit_length()) for day in range(7))
    return any(days & same and missing & same for same in of_each)


def numbers_of(days: DaySet) -> list[int]:
    """The days of a set, in order."""
    return [day for day in range(days.bit_length()) if days >> day & 1]


def _stretched(days: DaySet, width: int) -> DaySet:
    """Each day grown to a run of `width` days, one at least; the run doubles, so the work is log2(width)."""
    grown = 1
    while 2 * grown <= width:
        days |= days << grown
        grown *= 2
    return days | days << width - grown
