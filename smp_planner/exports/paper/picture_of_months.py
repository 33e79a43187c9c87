"""The months of the treatment as sheets to pin up: visits and limits as bars with their words."""

from __future__ import annotations

from smp_planner.domain.plan import SmpPlan
from smp_planner.exports.paper.blocks import Picture


def months_of_care(plan: SmpPlan) -> tuple[Picture, ...]:
    """The sheets, row by row as they fit on a page."""
    return ()
