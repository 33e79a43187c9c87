"""The visits of a course: how many, how long, and how the dots are spread over them.

Low and high move one driver at a time: pace, area, density, kept hair, open questions, and one
more visit, which some people need. Dates come later.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from itertools import accumulate

from smp_planner.domain.provenance import Step
from smp_planner.domain.quantities import Estimate, Number, rounded
from smp_planner.domain.words import fill
from smp_planner.planner.coverage.assess import Coverage
from smp_planner.planner.dots.count import DotCount, per_session
from smp_planner.planner.drivers import Drivers
from smp_planner.planner.sessions.course_hours import CourseHours, course_hours
from smp_planner.planner.sessions.course_steps import course_steps
from smp_planner.planner.sessions.session_count import Case, SessionCounter, other_cases, session_counter
from smp_planner.planner.sessions.visit_course import CourseVisit, VisitCourse
from smp_planner.planner.sessions.visit_hours import in_all, in_quarters, plain
from smp_planner.planner.sessions.visit_shares import VisitShares
from smp_planner.rules.ruleset import RuleSet

OILY = "oily"


@dataclass(frozen=True, kw_only=True)
class PlannedVisits:
    """The visits as they are planned; what they may turn out to be is worked out when it is asked for.

    A what-if, which is thrown away, never asks.
    """

    coverage: Coverage
    dots: DotCount
    drivers: Drivers
    counter: SessionCounter
    case: Case

    @property
    def count(self) -> int:
        """Sessions that are planned."""
        return self.case.count

    @property
    def chair_hours(self) -> Number:
        """Planned hours of all visits together, in quarters."""
        return plain(in_all(self.counter.hours(self.case, self.counter.pace.rate.typical)))

    @property
    def hours(self) -> tuple[Number, ...]:
        """Planned hours of each visit, in quarters."""
        exact = self.counter.hours(self.case, self.counter.pace.rate.typical)
        return tuple(plain(hours) for hours in in_quarters(exact))

    @cached_property
    def may_be(self) -> Estimate:
        """Sessions that are planned, the fewest and the most, and whether the slowest pace takes more."""
        counter, planned = self.counter, self.case
        counts = [case.count for case in (planned, *self._others, self._one_more)]
        most = max(counts)
        slowest = counter.at_slowest(planned) if self._hours.cut else planned.count
        slow = _at_slowest(counter, slowest) if slowest > most else None
        return Estimate(min(counts), planned.count, most, "sessions", slow)

    @cached_property
    def in_full(self) -> VisitCourse:
        """Each visit, with low and high, and what is to be said."""
        counter, planned, hours, shares = self.counter, self.case, self._hours, self._shares
        by_visit = per_session(self.dots.total, shares.percent, counter.rules.sessions.notes["wide_dots"].say)
        done = [rounded(Decimal(percent) / 100, "0.01") for percent in accumulate(shares.percent)]
        beyond = self.may_be.note is not None
        return VisitCourse(
            count=self.may_be,
            chair_hours=hours.in_all,
            further_hours=hours.further,
            visits=tuple(
                CourseVisit(
                    hours=length,
                    dots=placed,
                    share_after=share,
                    or_more=length.typical > counter.pace.longest,
                )
                for length, placed, share in zip(hours.of_each, by_visit, done, strict=True)
            ),
            over=hours.over,
            notes=tuple(_notes(counter, planned, self.drivers, hours, beyond=beyond)),
            no_room=_no_room(counter) if hours.over else None,
        )

    def tell(self) -> Iterator[Step]:
        """A step for each figure of the course."""
        return course_steps(self.in_full, self.counter, self.case, self.drivers, self._shares)

    @property
    def _shares(self) -> VisitShares:
        return self.counter.shares[self.count]

    @cached_property
    def _others(self) -> tuple[Case, ...]:
        return tuple(other_cases(self.counter, self.coverage, self.dots, self.drivers))

    @property
    def _one_more(self) -> Case:
        return replace(self.case, count=_one_more(self.counter, self.case))

    @cached_property
    def _hours(self) -> CourseHours:
        return course_hours(self.counter, self.case, self._others, self._one_more)


def plan_visits(
    coverage: Coverage, dots: DotCount, drivers: Drivers, rules: RuleSet, *, extra_sessions: int = 0
) -> PlannedVisits:
    """The number of sessions, and the hours and dots of each visit.

    `extra_sessions` go on top of what the rules ask for, as far as the limit has room.
    """
    counter = session_counter(rules, extra_sessions)
    case = counter.case(dots.planned.dots, drivers.present)
    return PlannedVisits(coverage=coverage, dots=dots, drivers=drivers, counter=counter, case=case)


def _one_more(counter: SessionCounter, planned: Case) -> int:
    likely = int(counter.rules.sessions.likely_extra.read().number)
    return min(planned.count + likely, counter.most)


def _at_slowest(counter: SessionCounter, slowest: int) -> str:
    """How many visits the slowest pace takes, where that is more than they may be at the usual one."""
    notes = counter.rules.sessions.notes
    say = notes["at_slowest_or_more" if slowest > counter.most else "at_slowest"].say
    return fill(say, needed=slowest, hours=counter.pace.longest)


def _no_room(counter: SessionCounter) -> str:
    """That visits are longer than the longest, as no more are planned."""
    say = counter.rules.sessions.notes["no_room"].say
    return fill(say, hours=counter.pace.longest, most=counter.most)


def _notes(
    counter: SessionCounter, planned: Case, drivers: Drivers, hours: CourseHours, *, beyond: bool
) -> Iterator[str]:
    """What is to be said of the course; `beyond`: the slowest pace takes more visits than it may be."""
    notes, longest = counter.rules.sessions.notes, counter.pace.longest
    if planned.for_hours and not hours.over:
        yield fill(notes["added_for_hours"].say, hours=longest, added=planned.for_hours)
    if hours.over:
        yield _no_room(counter)
    if beyond:
        yield notes["beyond_plan"].say
    elif hours.cut:
        yield fill(notes["slower_hand"].say, needed=counter.at_slowest(planned), hours=longest)
    if sum(each.low for each in hours.of_each) != hours.in_all.low:
        yield notes["low_hours_no_sum"].say
    if OILY in drivers.present:
        yield counter.rules.density.softer_for_oily.say
