"""Scars on the head: strips across the part that they are on, bent around the head as it curves away.

Nobody says where in that part a scar is, so each is drawn across its middle; several lie beside each other.
`views/drawn_spots.js` does the same in the browser.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import asin
from typing import NamedTuple

from smp_planner.domain.drawing import Fill, Patch
from smp_planner.pictures.seen import From, ScarsLie, seen_from

APART_CM, REACH_CM = 2.5, 7.5  # between two scars, and between the first and the last at most


class Scars(NamedTuple):
    """Scars on one part of the head, and how they lie there."""

    patches: Sequence[Patch]
    lie: ScarsLie

    def fill_at(self, x: float, y: float) -> Fill | None:
        """What a place is filled with, where it lies in a scar or in the margin of one."""
        half, over = self.lie.half_cm, x - self.lie.x
        if abs(over) >= half:
            return None
        along, down = half * asin(over / half), y - self.lie.y + self.lie.bend * over * over
        last = len(self.patches) - 1
        apart = min(APART_CM, REACH_CM / max(last, 1))
        margin = None
        for number, scar in enumerate(self.patches):
            beside = abs(along) - float(scar.length_cm) / 2
            away = max(beside, abs(down - (number - last / 2) * apart) - float(scar.width_cm) / 2)
            if away <= 0:
                return scar.inside
            if away <= scar.edge_cm:
                margin = scar.edge
        return margin


def scars_seen(patches: Sequence[Patch], seen: From) -> tuple[Scars, ...]:
    """The scars that are seen from there, by the part of the head that they are drawn on."""
    parts = {part: [scar for scar in patches if scar.drawn_at == part] for part in seen_from(seen).scars}
    return tuple(Scars(scars, seen_from(seen).scars[part]) for part, scars in parts.items() if scars)
