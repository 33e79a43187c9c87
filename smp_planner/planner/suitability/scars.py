"""What the state of a scar asks for, and whether it was told: its age, and if it is raised or red."""

from __future__ import annotations

from collections.abc import Mapping

from smp_planner.domain.intake import SCAR_GOAL, Intake, Scar
from smp_planner.domain.quantities import Number
from smp_planner.planner.coverage.answers import dots_are_the_scar

TOLD = ("age", "raised", "red")
"""What is asked of a scar besides its size."""


def is_young(scar: Scar, settled_months: Number) -> bool:
    """Whether a scar is red, or known to be younger than the age from which scars count as settled."""
    return bool(scar.red) or (scar.age_months is not None and scar.age_months < settled_months)


def scar_untold(intake: Intake) -> bool:
    """Whether a scar may need a doctor's look or time to settle, and nobody was told enough to say so."""
    return _none_described(intake) or any(map(_is_open, intake.area.scars))


def raised_untold(intake: Intake) -> bool:
    """Whether nobody was told if a scar is raised."""
    return _none_described(intake) or any(scar.raised is None for scar in intake.area.scars)


def untold_of_scars(intake: Intake) -> tuple[str, ...]:
    """What is not told of the scars that are open, by the names of the answers; all if none is described."""
    scars = [scar for scar in intake.area.scars if _is_open(scar)]
    if _none_described(intake) or not scars:
        return TOLD
    return tuple(name for name in TOLD if any(_told(scar)[name] is None for scar in scars))


def _told(scar: Scar) -> Mapping[str, object]:
    return {"age": scar.age_months, "raised": scar.raised, "red": scar.red}


def _none_described(intake: Intake) -> bool:
    return SCAR_GOAL in intake.goals and not intake.area.scars and not dots_are_the_scar(intake)


def _is_open(scar: Scar) -> bool:
    """Whether something is open about a scar; one that is raised or red is for a doctor in any case."""
    return not (scar.raised or scar.red) and None in _told(scar).values()
