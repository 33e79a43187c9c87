"""The parts of a course, in the order of the decisions: the ground, the visits, the checks, the money."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from smp_planner.domain.course import Dots, Glance, Sessions
from smp_planner.domain.provenance import Reading, Step, Telling
from smp_planner.domain.years import Cost, TouchUps
from smp_planner.planner.aftercare.lengths import CareLength
from smp_planner.planner.appointments.course_dates import Appointments
from smp_planner.planner.appointments.diary import Diary
from smp_planner.planner.coverage.assess import Coverage
from smp_planner.planner.dots.count import DotCount
from smp_planner.planner.drivers import Drivers
from smp_planner.planner.sessions.dated import dated_sessions
from smp_planner.planner.sessions.plan import PlannedVisits
from smp_planner.rules.ruleset import RuleSet


class Assumptions(NamedTuple):
    """What a what-if changes; as it stands, nothing. `kept` are the days of the first visits that stay."""

    extra_sessions: int = 0
    kept: tuple[date, ...] = ()
    fades_fast: bool = False
    price_rise: Reading | None = None


class Ground(NamedTuple):
    """What is covered and how densely, and what that brings with it; `care` is how long each rule holds."""

    coverage: Coverage
    dots: DotCount
    drivers: Drivers
    care: Mapping[str, CareLength]
    told: tuple[Telling, ...]


@dataclass(frozen=True, kw_only=True)
class Visits:
    """The visits with their days; `sessions` is worked out when it is asked for."""

    planned: PlannedVisits
    dates: Appointments
    told: tuple[Telling, ...]
    rules: RuleSet

    @property
    def days(self) -> tuple[date, ...]:
        """The day of each visit."""
        return self.dates.dates

    @property
    def glance(self) -> Glance:
        """What a sentence tells of them."""
        return Glance(self.planned.may_be, self.days[0], self.dates.settled_on)

    @cached_property
    def sessions(self) -> Sessions:
        """The visits as the plan reports them."""
        return dated_sessions(self.planned.in_full, self.dates, self.rules)


class Checks(NamedTuple):
    """The touch-ups of the years after."""

    touch_ups: TouchUps
    told: tuple[Telling, ...]


class Money(NamedTuple):
    """What it all costs, where the health questions are answered."""

    cost: Cost | None
    told: tuple[Telling, ...]


@dataclass(frozen=True, kw_only=True)
class Course:
    """A whole course under some assumptions; the checks and the money are worked out when they are asked for.

    `plan_money` gives the money for such checks.
    """

    ground: Ground
    visits: Visits
    diary: Diary
    plan_checks: Callable[[], Checks]
    plan_money: Callable[[Checks], Money]

    @cached_property
    def checks(self) -> Checks:
        """The touch-ups of the years after."""
        return self.plan_checks()

    @cached_property
    def money(self) -> Money:
        """What it all costs."""
        return self.plan_money(self.checks)

    @property
    def trace(self) -> tuple[Step, ...]:
        """All steps, in the order of the decisions."""
        told = self.ground.told + self.visits.told + self.checks.told + self.money.told
        return tuple(chain.from_iterable(tell() for tell in told))

    @property
    def dots(self) -> Dots:
        """Dots by density, in all, and by visit."""
        counted = self.ground.dots
        each = tuple(visit.dots for visit in self.visits.sessions.items)
        return Dots(
            per_cm2=counted.per_cm2, over_area=counted.over_area, total=counted.total, per_session=each
        )
