"""What a consultant books by: when each visit can start, which weekday finishes soonest, chair hours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import NamedTuple

from smp_planner.domain.intake import Weekday
from smp_planner.domain.provenance import Step
from smp_planner.domain.quantities import Estimate, Number


class Start(NamedTuple):
    """A time of day at which a visit may start, and when it ends, on the clinic's own clock.

    `fits_longest`: the opening hours hold it too if it takes as long as it may.
    """

    at: time
    ends: time
    fits_longest: bool


class BookableDay(NamedTuple):
    """A day on which a visit can be, and the starts it offers; none where no opening hours hold it."""

    date: date
    starts: tuple[Start, ...]
    clocks_change: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BookableVisit:
    """One visit: its hours, the starts on its planned day, and on the other days to which it may move."""

    number: int
    hours: Estimate
    planned: BookableDay
    others: tuple[BookableDay, ...]


class UnusualGap(NamedTuple):
    """A gap before a visit that is shorter than planned or longer than usual, beside its rule; in days.

    `low` to `high` is the range of the sources, `least` the fewest days that the rules allow.
    """

    visit: int
    days: int
    planned: Number
    low: Number
    high: Number
    least: Number

    @property
    def is_short(self) -> bool:
        """Whether it leaves less time to heal than is planned."""
        return self.days < self.planned


@dataclass(frozen=True, slots=True, kw_only=True)
class Finish:
    """A course with every visit on one weekday, or as planned where `weekday` is None.

    `offered`: the person can come on that weekday. `held`: the opening hours of its days hold its visits.
    `soonest_on` is the earliest day by which the look could settle with the shortest gaps that the rules
    allow, which no plan aims for. `gaps` are the days between the visits, `unusual` those of them that are
    short or long, `clashes` the events that it can't keep clear of. The dates are None where no course is
    possible.
    """

    weekday: Weekday | None
    offered: bool
    first_on: date | None = None
    last_on: date | None = None
    settled_on: date | None = None
    soonest_on: date | None = None
    gaps: tuple[int, ...] = ()
    unusual: tuple[UnusualGap, ...] = ()
    held: bool = True
    clashes: tuple[str, ...] = ()

    @property
    def has_short_gap(self) -> bool:
        """Whether a gap leaves less time to heal than is planned."""
        return any(gap.is_short for gap in self.unusual)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChairWeek:
    """A week from its Monday: its visits by number, their hours, and the open hours of all chairs."""

    monday: date
    visits: tuple[int, ...]
    hours: Number
    at_most: Number
    open_hours: Number | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChairTime:
    """The course beside the clinic's hours. Without named hours no visit has starts, no week open hours.

    `trace` tells why of each finish, of each visit's starts by weekday and of each week; its steps use those
    of the plan.
    """

    hours_named: bool
    timezone: str | None
    every_minutes: int
    chairs: int
    visits: tuple[BookableVisit, ...]
    finishes: tuple[Finish, ...]
    weeks: tuple[ChairWeek, ...]
    chair_hours: Estimate
    trace: tuple[Step, ...] = ()
