"""The crown alone, counted in place of a stage that somebody told: the stage is kept, and counts nothing."""

from __future__ import annotations

from collections.abc import Iterator

from smp_planner.domain.intake import AreaAnswer
from smp_planner.domain.words import stage_told
from smp_planner.language.texts import N_, _

NOT_COUNTED = N_("{stage}, told but not counted")


def stage_not_counted(area: AreaAnswer) -> Iterator[str]:
    """The stage in words of which nothing counts; nothing where none was told, or another one counts."""
    if area.norwood or area.ludwig:
        return
    if area.crown_of_norwood:
        yield _(NOT_COUNTED, stage=stage_told("norwood", area.crown_of_norwood))
    if area.crown_of_ludwig:
        yield _(NOT_COUNTED, stage=stage_told("ludwig", area.crown_of_ludwig))
