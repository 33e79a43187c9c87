"""How the dots of a plan come about, in the few words that stand beside their number."""

from __future__ import annotations

from decimal import Decimal

from smp_planner.domain.plan import SmpPlan, TreatmentPlan
from smp_planner.domain.words import exact_share, number, per_cent, planned
from smp_planner.exports.steps import Steps
from smp_planner.language.texts import N_, _

AT = N_("{dots}, from the unrounded area, at {density}")
FROM = N_("{dots}: {what}")
LESS_HAIR = N_("area x {density} x {share} (part without hair)")
LESS_HAIR_PLAINLY = N_("area x {density} x about {share} (part without hair)")
ROUNDING_CM2 = Decimal("0.05")  # how far an area as it is told may be off the one that is counted with


def dots_told(plan: SmpPlan) -> str:
    """The dots in all with their density; where hair stays, with all that they come from."""
    dots, what = planned(plan.dots.total), less_hair(plan)
    if what:
        return _(FROM, dots=dots, what=what)
    return _(AT, dots=dots, density=planned(plan.dots.per_cm2))


def less_hair(plan: SmpPlan) -> str:
    """What the dots come from, where hair stays and takes its share; else nothing."""
    share = _share_without_hair(plan)
    if share is None:
        return ""
    return _(LESS_HAIR, density=number(plan.dots.per_cm2.typical), share=exact_share(share))


def less_hair_plainly(plan: SmpPlan) -> str:
    """The same for a patient, the share in whole parts of a hundred."""
    share = _share_without_hair(plan)
    if share is None:
        return ""
    return _(LESS_HAIR_PLAINLY, density=number(plan.dots.per_cm2.typical), share=per_cent(share))


def _share_without_hair(plan: SmpPlan) -> Decimal | None:
    """The share (0-1) of the full density that is placed, where it is less than all of it."""
    density, dots = plan.dots.per_cm2.typical, plan.dots.total.typical
    full = plan.area.cm2.typical * density
    return None if full - dots <= ROUNDING_CM2 * density + 1 else Decimal(dots) / full


def dots_by_part(plan: TreatmentPlan) -> str:
    """How the dots in all were counted, and what each part of the area takes of them."""
    step = Steps.of(plan.trace).covering("dots.total")
    return step.because if step else ""
