"""What a treated area holds, in the few words that stand beside its size."""

from __future__ import annotations

from smp_planner.domain.course import Area
from smp_planner.domain.quantities import Number, rounded
from smp_planner.domain.words import figure
from smp_planner.language.texts import N_, _

HOLDS = {
    "bare": N_("{area} to fill"),
    "edge": N_("{area} of soft edge"),
    "scars": N_("{area} on and around scars"),
}
SCARS_ALONE = N_("scars with the skin around them")
STEP_CM2 = "0.1"


def scars_held(area: Area) -> str:
    """What a treated area holds, where scars are in it: most of theirs is the skin around them."""
    return area_holds(area) if any(part.kind == "scars" for part in area.parts) else ""


def area_holds(area: Area) -> str:
    """The area to fill and what is added to it, where anything is: a soft edge, scars and skin around."""
    sums = dict[str, Number]()
    for part in area.parts:
        sums[part.kind] = sums.get(part.kind, 0) + part.cm2.typical
    told = [_(HOLDS[kind], area=figure(rounded(cm2, STEP_CM2), "cm2")) for kind, cm2 in sums.items() if cm2]
    if len(told) == 1:
        return _(SCARS_ALONE) if sums.get("scars") else ""
    return " + ".join(told)
