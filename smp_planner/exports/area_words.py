"""What a treated area holds, in the few words that stand beside its size."""

from __future__ import annotations

from smp_planner.domain.course import Area
from smp_planner.domain.words import figure
from smp_planner.language.texts import N_, _

HOLDS = {
    "bare": N_("{area} to fill"),
    "edge": N_("{area} of soft edge"),
    "scars": N_("{area} on and around scars"),
}
SCARS_ALONE = N_("scars with the skin around them")


def scars_held(area: Area) -> str:
    """What a treated area holds, where scars are in it: most of theirs is the skin around them."""
    return area_holds(area) if "scars" in area.by_kind else ""


def area_holds(area: Area) -> str:
    """The area to fill and what is added to it, where anything is: a soft edge, scars and skin around."""
    kinds = area.by_kind
    if len(kinds) == 1:
        return _(SCARS_ALONE) if "scars" in kinds else ""
    return " + ".join(_(HOLDS[kind], area=figure(cm2, "cm2")) for kind, cm2 in kinds.items())
