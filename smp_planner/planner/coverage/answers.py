"""What the answers on the area leave open: nothing known, nothing bare, a scar that was not measured."""

from __future__ import annotations

from smp_planner.domain.intake import AreaAnswer, Intake

SCAR_GOAL = "scar_camouflage"


def area_unknown(area: AreaAnswer) -> bool:
    """Whether the person named no stage, zone, measurement or scar at all."""
    return not (area.norwood or area.scars or _more_than_norwood(area))


def nothing_to_cover(intake: Intake) -> bool:
    """Whether there is nothing to cover: Norwood I alone, and no scar to hide."""
    return _norwood_i_alone(intake.area) and not intake.area.scars and SCAR_GOAL not in intake.goals


def takes_usual_scar(intake: Intake) -> bool:
    """Whether a scar of the usual size is planned: one is to be hidden, and nothing else is known or bare."""
    area = intake.area
    bare_unknown = area_unknown(area) or _norwood_i_alone(area)
    return SCAR_GOAL in intake.goals and not area.scars and bare_unknown


def covers_scars_alone(intake: Intake) -> bool:
    """Whether scars are the only goal and Norwood I leaves nothing bare beside them."""
    return set(intake.goals) == {SCAR_GOAL} and _norwood_i_alone(intake.area)


def scar_left_out(intake: Intake) -> bool:
    """Whether a scar is to be hidden that no answer gives a size for; a measured area may be the scar."""
    area = intake.area
    is_the_scar = area.measured is not None and set(intake.goals) == {SCAR_GOAL}
    return SCAR_GOAL in intake.goals and not (area.scars or takes_usual_scar(intake) or is_the_scar)


def _norwood_i_alone(area: AreaAnswer) -> bool:
    return area.norwood == "I" and not _more_than_norwood(area)


def _more_than_norwood(area: AreaAnswer) -> bool:
    return bool(area.ludwig or area.zones or area.measured)
