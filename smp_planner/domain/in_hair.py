"""Dots between hair, where it thins rather than is gone, and dots on bare skin beside long hair."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from smp_planner.domain.intake import DENSITY_GOAL, SHAVED_GOAL, WHOLE_SCALP, Intake
from smp_planner.domain.quantities import Number


def is_thinning(goals: Collection[str], ludwig: str | None) -> bool:
    """Whether hair is thin there rather than gone: by the scale of women, or more density is asked for."""
    return ludwig is not None or DENSITY_GOAL in goals


def is_shaved(intake: Intake) -> bool:
    """Whether the hair that is there is shaved, or is to be."""
    return SHAVED_GOAL in intake.goals or intake.hair.wears == "shaved"


def is_in_hair(intake: Intake, *, scars_alone: bool = False) -> bool:
    """Whether the dots go between hair that is neither shaved nor wanted so.

    Long hair counts where some is told to be left on all of the area: beside bare skin there is none for
    the dots to go between. `scars_alone`: hair lies over a scar and around it, unless it is told to be bare.
    """
    if is_shaved(intake):
        return False
    if is_thinning(intake.goals, intake.area.ludwig):
        return True
    told = _told(intake)
    return intake.hair.wears == "long" and 0 not in told and (scars_alone or _is_told(told))


def is_long_by_bare(intake: Intake, *, scars_alone: bool = False) -> bool:
    """Whether dots on bare skin stand beside hair that is worn long and is not to be shaved."""
    long = intake.hair.wears == "long" and not is_shaved(intake)
    return long and not is_in_hair(intake, scars_alone=scars_alone)


def _told(intake: Intake) -> tuple[Number | None, ...]:
    """The shares of hair that are told to be left; of a zone named and not told there is none."""
    kept = intake.kept_hair
    if not isinstance(kept, Mapping):
        return (kept,)
    untold = () if WHOLE_SCALP in kept else set(intake.area.zones).difference(kept)
    return (*kept.values(), *(0 for _ in untold))


def _is_told(shares: Collection[Number | None]) -> bool:
    return bool(shares) and None not in shares


def is_parted(intake: Intake) -> bool:
    """Whether hair is worn long and falls from a parting: of women, and where it thins.

    Whoever names a stage of women and doesn't say how hair is worn is taken to wear it so.
    """
    wears = intake.hair.wears or ("long" if intake.area.ludwig else None)
    if is_shaved(intake) or wears != "long":
        return False
    return is_thinning(intake.goals, intake.area.ludwig) or intake.person.sex == "female"
