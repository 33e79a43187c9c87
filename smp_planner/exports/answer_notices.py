"""What is to be said of the answers beside a plan's sentence in every file; the page offers to settle it."""

from __future__ import annotations

from collections.abc import Iterator

from smp_planner.domain.intake import CROWN_GOAL, Intake
from smp_planner.language.texts import N_, _

CROWN_BY_STAGE = N_(
    "Your goal is the crown, but a stage counts every place that is thin in it. For the crown alone, choose "
    "“Places on the head” instead: that counts a crown of the usual size, which may not be that of your "
    "stage."
)


def goal_beside_stage(intake: Intake) -> Iterator[str]:
    """That a stage counts more than the crown, where the crown alone is the goal."""
    area = intake.area
    if intake.goals == (CROWN_GOAL,) and area.measured is None and (area.norwood or area.ludwig):
        yield _(CROWN_BY_STAGE)
