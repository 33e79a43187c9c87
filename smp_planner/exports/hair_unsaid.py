"""What a plan counts with where nobody said how much hair is left: the same words on page and paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from smp_planner.domain.plan import Outline, TreatmentPlan
from smp_planner.domain.provenance import Reading
from smp_planner.domain.quantities import Number
from smp_planner.domain.words import per_cent
from smp_planner.exports.steps import Steps
from smp_planner.language.texts import N_, _

NOT_SURE = N_("Not told yet: how much hair is still there.")
NOT_SURE_AT = N_("Not told yet: how much hair is still there in some places: {places}.")
TOLD = N_("Hair that is still there: {told}.")
COUNTED_AS_NONE = N_("Until you say, we count none there. The range allows for {most}.")
COUNTED_AROUND_SCARS = N_(
    "Until you say how much, the plan counts as if hair stood around each scar. Its high end counts that "
    "skin as bare."
)
COUNTED = N_(
    "Until you say how much, the plan counts as if {planned} were left there: no count that we found tells "
    "how much is. Its range goes from {least} to {most}."
)
Kept = Number | Mapping[str, Number | None] | None
SHARES = tuple(f"density.kept_when_{when}" for when in ("unsure", "thin", "thinning_begins"))
"""The rules of the share that is counted with; the dots rest on one of them where somebody wasn't sure."""


def open_places(kept: Kept) -> tuple[str, ...]:
    """The places of which nobody said how much hair is left, where it was said of another."""
    if not isinstance(kept, Mapping) or set(kept.values()) == {None}:
        return ()
    return tuple(place for place, share in kept.items() if share is None)


def counted_as(share: Reading) -> str:
    """What is counted of hair of which nobody said how much is left."""
    planned, least, most = map(per_cent, (share.number, share.low, share.high))
    return _(COUNTED if share.number else COUNTED_AS_NONE, planned=planned, least=least, most=most)


def hair_unsaid(plan: Outline | TreatmentPlan) -> Iterator[str]:
    """That a part of the dots is a guess: who wasn't sure of the hair in some places reads what was told."""
    dots = Steps.of(plan.trace).matching("dots.total")
    if share := next((rule for step in dots for rule in step.rules if rule.id in SHARES), None):
        counted = _(COUNTED_AROUND_SCARS) if plan.area.scars_alone else counted_as(share)
        yield f"{_not_sure(plan)} {counted}"


def _not_sure(plan: Outline | TreatmentPlan) -> str:
    if isinstance(plan, TreatmentPlan) and open_places(plan.intake.kept_hair):
        told = next((one.said for one in plan.understood if one.id == "kept_hair"), "")
        return _(TOLD, told=told)
    return _(NOT_SURE)
