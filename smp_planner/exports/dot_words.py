"""How the dots of a plan come about, in the few words that stand beside their number."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from smp_planner.domain.plan import Outline, TreatmentPlan
from smp_planner.domain.quantities import Estimate
from smp_planner.domain.words import exact_share, number, per_cent, planned
from smp_planner.exports.steps import Steps
from smp_planner.language.texts import N_, _

AT = N_("{dots}, from the unrounded area, at {density}")
FROM = N_("{dots}: {what}")
LESS_HAIR = N_("area x {density} x {share} (part without hair)")
LESS_HAIR_PLAINLY = N_("area x {density} x about {share} (part without hair)")
HAIR_BY_SCAR = N_(
    "area x {density} x {share} (part without hair: around a scar off your area we count full hair)"
)
HAIR_BY_SCAR_PLAINLY = N_(
    "area x {density} x about {share} (part without hair: around a scar off your area we count full hair)"
)
IN_SCAR = N_("{scars} in the scar, and {around} set thinly around it to blend it in")
IN_SCARS = N_("{scars} in the scars, and {around} set thinly around them to blend them in")
DOTS_OF_SCARS = ("dots.scars", "dots.around_scars")
"""The steps that tell how many dots are in scars and around them, where scars are all there is."""
ROUNDING_CM2 = Decimal("0.05")  # how far an area as it is told may be off the one that is counted with


def dots_told(plan: Outline | TreatmentPlan) -> str:
    """The dots in all with their density; where hair stays, with all that they come from."""
    dots, what = planned(plan.dots.total), less_hair(plan)
    if what:
        return _(FROM, dots=dots, what=what)
    return _(AT, dots=dots, density=planned(plan.dots.per_cm2))


def less_hair(plan: Outline | TreatmentPlan) -> str:
    """What the dots come from, where hair stays and takes its share; else nothing.

    Of scars in hair, how many are in them and how many around.
    """
    if told := _in_and_around_scars(plan):
        return told
    share = _share_without_hair(plan)
    if share is None:
        return ""
    words = HAIR_BY_SCAR if _bare_but_for_scars(plan) else LESS_HAIR
    return _(words, density=number(plan.dots.per_cm2.typical), share=exact_share(share))


def less_hair_plainly(plan: Outline | TreatmentPlan) -> str:
    """The same for a patient, the share in whole parts of a hundred."""
    if told := _in_and_around_scars(plan):
        return told
    share = _share_without_hair(plan)
    if share is None:
        return ""
    words = HAIR_BY_SCAR_PLAINLY if _bare_but_for_scars(plan) else LESS_HAIR_PLAINLY
    return _(words, density=number(plan.dots.per_cm2.typical), share=per_cent(share))


def _bare_but_for_scars(plan: Outline | TreatmentPlan) -> bool:
    """Whether no hair is left by the answers, so that what takes a share can only stand around a scar."""
    return not isinstance(plan.intake.kept_hair, Mapping) and plan.intake.kept_hair == 0


def _in_and_around_scars(plan: Outline | TreatmentPlan) -> str:
    if not plan.area.scars_alone:
        return ""
    steps = Steps.of(plan.trace).by_field
    scars, around = (step.value if (step := steps.get(field)) else None for field in DOTS_OF_SCARS)
    if not isinstance(scars, Estimate) or not isinstance(around, Estimate):
        return ""
    words = IN_SCARS if len(plan.intake.area.scars) > 1 else IN_SCAR
    return _(words, scars=planned(scars), around=planned(around))


def _share_without_hair(plan: Outline | TreatmentPlan) -> Decimal | None:
    """The share (0-1) of the full density that is placed, where it is less than all of it."""
    density, dots = plan.dots.per_cm2.typical, plan.dots.total.typical
    full = plan.area.cm2.typical * density
    return None if full - dots <= ROUNDING_CM2 * density + 1 else Decimal(dots) / full


def dots_by_part(plan: TreatmentPlan) -> str:
    """How the dots in all were counted, and what each part of the area takes of them."""
    step = Steps.of(plan.trace).covering("dots.total")
    return step.because if step else ""
