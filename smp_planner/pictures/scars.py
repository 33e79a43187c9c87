"""Scars on the head from behind: strips across the usual place, bent around the head as it curves away.

Nobody says where a scar is, so each is drawn where a strip for a transplant is usually taken; several lie one
above the other. `views/drawn_spots.js` does the same in the browser.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import asin
from typing import NamedTuple

from smp_planner.domain.drawing import Fill, Patch
from smp_planner.pictures import head
from smp_planner.pictures.borders import Point
from smp_planner.pictures.seen import UNITS_PER_CM

ROUND_CM = head.REACH_X / UNITS_PER_CM  # half the width of the head
BEND = 0.02  # how many cm the ends lie higher, for each squared cm from the middle
APART_CM, REACH_CM = 2.5, 7.5  # between two scars, and between the first and the last at most


class Scars(NamedTuple):
    """Scars around a place on the head, in cm."""

    patches: Sequence[Patch]
    middle: Point

    def fill_at(self, x: float, y: float) -> Fill | None:
        """What a place is filled with, where it lies in a scar or in the margin of one."""
        over = x - self.middle[0]
        if abs(over) >= ROUND_CM:
            return None
        along, down = ROUND_CM * asin(over / ROUND_CM), y - self.middle[1] + BEND * over * over
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
