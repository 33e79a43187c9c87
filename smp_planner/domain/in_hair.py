"""Dots between hair: where it thins rather than is gone, and where words on shaving don't fit."""

from __future__ import annotations

from collections.abc import Collection

from smp_planner.domain.intake import DENSITY_GOAL, SHAVED_GOAL, Intake


def is_thinning(goals: Collection[str], ludwig: str | None) -> bool:
    """Whether hair is thin there rather than gone: by the scale of women, or more density is asked for."""
    return ludwig is not None or DENSITY_GOAL in goals


def is_shaved(intake: Intake) -> bool:
    """Whether the hair that is there is shaved, or is to be."""
    return SHAVED_GOAL in intake.goals or intake.hair.wears == "shaved"


def is_in_hair(intake: Intake) -> bool:
    """Whether the dots go between hair that is neither shaved nor wanted so."""
    if is_shaved(intake):
        return False
    return is_thinning(intake.goals, intake.area.ludwig) or intake.hair.wears == "long"


def is_parted(intake: Intake) -> bool:
    """Whether hair is worn long and falls from a parting: of women, and where it thins.

    Whoever names a stage of women and doesn't say how hair is worn is taken to wear it so.
    """
    wears = intake.hair.wears or ("long" if intake.area.ludwig else None)
    if is_shaved(intake) or wears != "long":
        return False
    return is_thinning(intake.goals, intake.area.ludwig) or intake.person.sex == "female"
