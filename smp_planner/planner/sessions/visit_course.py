"""What is decided about the visits of a course before they have days."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from smp_planner.domain.quantities import Estimate, Number


class CourseVisit(NamedTuple):
    """One visit before it has a day: hours, dots, and the share of the work done after it (0-1).

    `or_more`: it is longer than the longest visit, and a slower hand takes longer still.
    """

    hours: Estimate
    dots: Estimate
    share_after: Number
    or_more: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitCourse:
    """The visits of a course: how many, how long in all, each in turn, and what to say of them.

    `over`: a visit is longer than the longest, as no session is left to add; `no_room` is then what is said.
    `further_hours` are those of the most hours in all that go into visits beyond these.
    """

    count: Estimate
    chair_hours: Estimate
    further_hours: Number
    visits: tuple[CourseVisit, ...]
    over: bool
    notes: tuple[str, ...]
    no_room: str | None = None
