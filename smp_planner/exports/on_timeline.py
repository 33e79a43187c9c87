"""Which limits stand on the timeline of a plan, and what they are called there."""

from __future__ import annotations

from collections.abc import Mapping

from smp_planner.domain.in_hair import is_in_hair
from smp_planner.domain.plan import SmpPlan
from smp_planner.domain.words import sentence
from smp_planner.exports.short_words import bare_words

SHAVING = "foil_shave"
ON_THE_TIMELINE = (
    "touching", "shampoo", SHAVING, "heavy_exercise", "direct_sun", "swimming", "sauna_steam",
)  # fmt: skip


def limits_on_timeline(plan: SmpPlan) -> Mapping[str, str]:
    """The limits by their rules, in the order of the rows; shaving only where somebody shaves."""
    names = bare_words(plan.aftercare, "avoid")
    in_hair = is_in_hair(plan.intake, scars_alone=plan.area.scars_alone)
    rules = (rule for rule in ON_THE_TIMELINE if rule != SHAVING or not in_hair)
    return {rule: sentence(names[rule]) for rule in rules if rule in names}
