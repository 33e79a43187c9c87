"""How many sessions a course takes: base, drivers, and no visit over the longest while there is room."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from smp_planner.domain.course import STEP_CM2
from smp_planner.domain.provenance import Reading
from smp_planner.domain.quantities import Number, rounded
from smp_planner.planner.coverage.assess import Coverage
from smp_planner.planner.dots.count import DotCount, Scenario
from smp_planner.planner.drivers import Drivers
from smp_planner.planner.sessions.visit_hours import Pace, pace_of
from smp_planner.planner.sessions.visit_shares import VisitShares, visit_shares
from smp_planner.rules.ruleset import RuleSet

LARGE_AREA = "large_area"
DENSE_LOOK = "dense_look"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A course under one set of assumptions: its dots, its sessions, and those added for long visits."""

    dots: Decimal
    count: int
    for_hours: int


class SessionCounter(NamedTuple):
    """What decides the number of sessions of one person, read from the rules once.

    `room` holds the most dots for which no visit is over the longest, by number of sessions.
    """

    rules: RuleSet
    pace: Pace
    base: Reading
    added: Mapping[str, Number]
    shares: Mapping[int, VisitShares]
    room: Mapping[int, Decimal]
    extra: int

    @property
    def most(self) -> int:
        """Sessions that no course passes."""
        return int(self.base.limits[1])

    def case(self, dots: Decimal, names: frozenset[str]) -> Case:
        """The sessions for so many dots and these drivers, at the typical rate."""
        wanted = self.base.number + sum(self.added[name] for name in names if name in self.added)
        count = asked = int(min(max(wanted, self.base.limits[0]), self.most))
        while count < self.most and dots > self.room[count]:
            count += 1
        return Case(dots=dots, count=min(count + self.extra, self.most), for_hours=count - asked)

    def at_slowest(self, case: Case) -> int:
        """The fewest visits that so many dots take at the slowest rate, none over the longest.

        Where none of ours have room for them, more than `most`.
        """
        slower = self.pace.rate.low / self.pace.rate.typical
        fits = (count for count in range(case.count, self.most + 1) if case.dots <= self.room[count] * slower)
        return next(fits, max(self.most + 1, self.pace.fewest_visits(case.dots, self.pace.rate.low)))

    def hours(self, case: Case, rate: Decimal) -> tuple[Decimal, ...]:
        """Exact hours of each visit of a case, at a rate in dots an hour."""
        return self.pace.hours(case.dots, self.shares[case.count], rate)


def session_counter(rules: RuleSet, extra: int) -> SessionCounter:
    """A counter that puts `extra` sessions on top, as far as there is room."""
    return rules.kept(_counter)._replace(extra=extra)


def _counter(rules: RuleSet) -> SessionCounter:
    sessions, pace, shares = rules.sessions, pace_of(rules), visit_shares(rules)
    return SessionCounter(
        rules=rules,
        pace=pace,
        base=sessions.count.read(),
        added={name: row.read().number for name, row in sessions.add.rows.items()},
        shares=shares,
        room={count: pace.most_dots(one) for count, one in shares.items()},
        extra=0,
    )


def other_cases(
    counter: SessionCounter, coverage: Coverage, dots: DotCount, drivers: Drivers
) -> Iterator[Case]:
    """The course with one driver moved at a time: area, density, kept hair, each open question."""
    for scenario in dots.moved:
        yield counter.case(scenario.dots, _names(scenario, dots.planned, coverage, drivers, counter.rules))
    for name in counter.added:
        if name in drivers.unsure:
            yield counter.case(dots.planned.dots, drivers.present | {name})


def _names(
    moved: Scenario, planned: Scenario, coverage: Coverage, drivers: Drivers, rules: RuleSet
) -> frozenset[str]:
    """The drivers that apply once area or density have moved."""
    names = drivers.present
    if moved.treated_cm2 != planned.treated_cm2:
        large = rules.sessions.large_area_cm2.read().number
        is_large = coverage.large_stage or rounded(moved.treated_cm2, STEP_CM2) > large
        names = _switched(names, LARGE_AREA, is_large)
    if moved.per_cm2 != planned.per_cm2:
        dense: Number = rules.density.looks.rows["dense"].read().number
        names = _switched(names, DENSE_LOOK, moved.per_cm2 >= dense)
    return names


def _switched(names: frozenset[str], name: str, applies: bool) -> frozenset[str]:
    return names | {name} if applies else names - {name}
