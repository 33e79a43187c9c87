"""When hair may not be dyed: said beside the burden of the limits, on the page and on paper alike."""

from __future__ import annotations

from smp_planner.domain.plan import SmpPlan
from smp_planner.exports.wording import days_held
from smp_planner.language.texts import N_, _

DYE, NO_DYE = "self_tan_and_dye", N_("No hair dye: {days}.")


def no_dye_told(plan: SmpPlan) -> str:
    """The days without dye, for who wears hair long; nobody else has it to dye."""
    dyed = [(window.from_, window.to) for window in plan.aftercare.windows if window.rule == DYE]
    return _(NO_DYE, days=days_held(dyed)) if dyed and plan.intake.hair.wears == "long" else ""
