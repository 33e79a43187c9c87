"""What the plan has decided on SMP before it is set beside the other options."""

from __future__ import annotations

from typing import NamedTuple

from smp_planner.domain.care import Aftercare
from smp_planner.domain.course import Sessions
from smp_planner.domain.quantities import Estimate
from smp_planner.domain.years import Cost, TouchUps
from smp_planner.planner.coverage.assess import Coverage


class Planned(NamedTuple):
    """The parts of the plan that the comparison shows; no cost: none is shown.

    `density` in dots per cm2 over the treated area, and what bare skin takes.
    """

    coverage: Coverage
    density: Estimate
    on_bare_skin: Estimate
    sessions: Sessions
    aftercare: Aftercare
    touch_ups: TouchUps
    cost: Cost | None


class NotPlanned(NamedTuple):
    """A person for whom no plan is made: the area that they named, and nothing more."""

    coverage: Coverage
