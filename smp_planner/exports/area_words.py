"""What a treated area holds, in the few words that stand beside its size."""

from __future__ import annotations

from decimal import Decimal

from smp_planner.domain.course import SCARS_LEFT_OUT, STEP_CM2
from smp_planner.domain.plan import Outline, SmpPlan, TreatmentPlan
from smp_planner.domain.quantities import Number, rounded
from smp_planner.domain.words import in_both_units
from smp_planner.language.texts import N_, _

HOLDS = {
    "bare": N_("{area} to fill"),
    "edge": N_("{area} of soft edge"),
    "scars": N_("{area} on and around scars"),
    "usual_scar": N_("{area} on and around scars, in a usual size where nobody told one"),
}
CUT = N_("{parts}. A part of the scars is left out: all of it would be more than a whole scalp")
SCARS_ALONE = N_("scars with the skin around them")
SCARS_AND_AROUND = N_("{scars} of scars + {around} of skin around them")
ONE_SCAR_AND_AROUND = N_("{scars} of scar + {around} of skin around it")
Traced = Outline | TreatmentPlan


def scars_held(plan: Traced) -> str:
    """What a treated area holds, where scars are in it: most of theirs is the skin around them."""
    return area_holds(plan) if "scars" in plan.area.by_kind else ""


def area_holds(plan: Traced) -> str:
    """The area to fill and what is added to it, where anything is: a soft edge, scars and skin around."""
    kinds = plan.area.by_kind
    is_cut = "scars" in kinds and _is_cut(plan)
    if len(kinds) == 1 and not is_cut:
        return _scars_alone(plan, kinds["scars"]) if "scars" in kinds else ""
    scars = plan.intake.area.scars
    supposed = not scars or any(scar.by for scar in scars)
    words = {**HOLDS, "scars": HOLDS["usual_scar"]} if supposed else HOLDS
    told = " + ".join(_(words[kind], area=in_both_units(cm2)) for kind, cm2 in kinds.items())
    return _(CUT, parts=told) if is_cut else told


def _is_cut(plan: Traced) -> bool:
    """Whether a part of the scars is left out, as all together would be more than a whole scalp."""
    behind = (rule.id for step in plan.trace if step.field == "area.cm2" for rule in step.rules)
    return SCARS_LEFT_OUT in behind


def _scars_alone(plan: SmpPlan, whole: Number) -> str:
    """How much of it is scar and how much skin around, where the sizes were told."""
    scars = plan.intake.area.scars
    own = rounded(
        sum((Decimal(scar.length_cm) * Decimal(scar.width_cm) for scar in scars), Decimal(0)), STEP_CM2
    )
    if not 0 < own < whole:
        return _(SCARS_ALONE)
    words = ONE_SCAR_AND_AROUND if len(scars) == 1 else SCARS_AND_AROUND
    return _(words, scars=in_both_units(own), around=in_both_units(whole - own))
