"""How bare area, soft edge and scars share the room of a scalp.

Each has what it wants, up to the most that all come to together; what comes later gives way first.
All areas in cm2, low, typical and high each.
"""

from __future__ import annotations

from typing import NamedTuple

from smp_planner.planner.coverage.extents import Extent


class Taken(NamedTuple):
    """What each part takes, in cm2: together what they want, and no more than there is room for."""

    bare: Extent
    edge: Extent
    scars: Extent


def share_room(bare: Extent, with_edge: Extent, with_scars: Extent) -> Taken:
    """The three parts of sums that grow from the bare area to all.

    Where the room is nearly full, a part may take less at its high end than at its low one. There it
    takes the typical amount at that end too and the parts before it make up for it, so that every part
    and every sum runs from less to more.
    """
    inner, scars = _parted(with_scars, with_edge)
    cells, edge = _parted(inner, bare)
    return Taken(bare=cells, edge=edge, scars=scars)


def _parted(whole: Extent, inner: Extent) -> tuple[Extent, Extent]:
    """The inner part and what lies around it; both add up to the whole and run from less to more."""
    room = whole.minus(inner)
    around = Extent(min(room.low, room.typical), room.typical, max(room.high, room.typical))
    return whole.minus(around), around
