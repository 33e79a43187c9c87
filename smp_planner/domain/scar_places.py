"""The parts of the head on which a scar can be, by name: alone, and in a line with others."""

from __future__ import annotations

from collections.abc import Mapping

from smp_planner.domain.intake import ScarPlace
from smp_planner.language.texts import N_

USUAL_PLACE: ScarPlace = "back"  # where a strip for a transplant is usually taken
ALONE: Mapping[str, str] = {
    "back": N_("At the back"),
    "side": N_("On a side"),
    "top": N_("On top"),
    "front": N_("At the front"),
}
IN_A_LINE: Mapping[str, str] = {
    "back": N_("at the back of the head"),
    "side": N_("on a side of the head"),
    "top": N_("on top of the head"),
    "front": N_("at the front of the head"),
}
