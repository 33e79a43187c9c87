"""A head from above with longer hair, combed to both sides from a parting that widens as hair thins.

A drawing, not a scan: how wide the parting is at a place follows the share of the zone there that is
bare, and some hair crosses it, as scalp shows through thin hair rather than beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import sqrt
from typing import NamedTuple

from smp_planner.domain.quantities import Number
from smp_planner.pictures import svg
from smp_planner.pictures.head import (
    GOLDEN,
    HAIR,
    HEIGHT,
    MIDDLE,
    REACH_X,
    REACH_Y,
    SKIN,
    STRAND,
    WIDTH,
    hairline_at,
    skin,
    zone_at,
)

ROWS, ROWS_BEHIND, SMOOTHED = 40, 6, 6
BACK = 0.74  # how far back the parting runs
NARROW, WIDE = 1.3, 54.0  # half of its width, where no hair is gone and where all of it is
BENDS = 1.6  # how much later than the hair itself the width of a parting tells of it
CROSSES = 0.8  # the share of the hair over the parting that is gone where all is bare
BESIDE, BELOW = 13, 24  # how far the hair lies beside the head and behind it
TOP, LOW = MIDDLE[1] + hairline_at(0) * REACH_Y, MIDDLE[1] + REACH_Y + BELOW
ACROSS, ALONG, CENTRE = REACH_X + BESIDE, (LOW - TOP) / 2, (LOW + TOP) / 2  # the oval that all hair fills
RIM = "#a08570"


class Row(NamedTuple):
    """A row of hair: where it begins from front to back, half of the parting's width, and its share gone."""

    y: float
    half: float
    gone: float


def head_with_parting(bare: Mapping[str, Number], *, label: str) -> str:
    """A head with the front at the top; `bare` is the share of each zone that is bare, 0 to 1."""
    rows = _rows(bare)
    x = MIDDLE[0]
    edge = [(x - row.half, row.y) for row in rows] + [(x + row.half, row.y) for row in reversed(rows)]
    oval = {"cx": x, "cy": CENTRE, "rx": ACROSS, "ry": ALONG}
    crossing = [row for number, row in enumerate(rows) if number * GOLDEN % 1 >= CROSSES * row.gone]
    return svg.picture(
        WIDTH,
        HEIGHT + BELOW,
        label,
        *skin(),
        svg.element("ellipse", oval | {"fill": HAIR, "stroke": RIM, "stroke_width": 1.5}),
        _strands((_combed(row, side) for row in (*rows, *_behind()) for side in (-1, 1)), STRAND),
        svg.path(edge, closed=True, fill=SKIN),
        _strands((_crossing(row, side) for row in crossing for side in (-1, 1)), HAIR),
    )


def _rows(bare: Mapping[str, Number]) -> list[Row]:
    """The rows from front to back; the parting widens and closes without a step between the zones."""
    front = hairline_at(0)
    places = [front + (BACK - front) * row / (ROWS - 1) for row in range(ROWS)]
    gone = _smooth(_smooth([float(bare.get(zone_at(0, place), 0)) for place in places]))
    return [
        Row(MIDDLE[1] + place * REACH_Y, NARROW + (WIDE - NARROW) * share**BENDS, share)
        for place, share in zip(places, gone, strict=True)
    ]


def _behind() -> Iterator[Row]:
    """The rows behind the parting, down to where the hair ends."""
    first, last = MIDDLE[1] + BACK * REACH_Y, LOW - 30
    for row in range(1, ROWS_BEHIND + 1):
        yield Row(first + (last - first) * row / ROWS_BEHIND, 0, 0)


def _smooth(shares: list[float]) -> list[float]:
    """Each share as the mean of those around it; beyond both ends nothing is gone."""
    beyond = [0.0] * SMOOTHED
    padded, count = [*beyond, *shares, *beyond], 2 * SMOOTHED + 1
    return [sum(padded[place : place + count]) / count for place in range(len(shares))]


def _combed(row: Row, side: int) -> str:
    """A strand from the parting over the side of the head."""
    end = row.y + 20 + (LOW - row.y) * 0.16
    reach = _reach(end) - 3
    bend = row.half + (reach - row.half) * 0.7
    across = [MIDDLE[0] + side * at for at in (row.half, bend, reach)]
    return f"M{across[0]:.0f} {row.y:.0f}Q{across[1]:.0f} {row.y + 2:.0f} {across[2]:.0f} {end:.0f}"


def _crossing(row: Row, side: int) -> str:
    """A strand over the skin of the parting, from its middle to its edge."""
    x, half = MIDDLE[0], row.half
    end = f"{x + side * (half + 3):.0f} {row.y + half / 7:.0f}"
    return f"M{x + side:.0f} {row.y:.0f}Q{x + side * half / 2:.0f} {row.y:.0f} {end}"


def _reach(y: float) -> float:
    """How far from the middle the hair reaches at a height."""
    return ACROSS * sqrt(max(0.0, 1 - ((y - CENTRE) / ALONG) ** 2))


def _strands(drawn: Iterable[str], colour: str) -> str:
    look = {"stroke": colour, "stroke_width": 1.2, "stroke_linecap": "round", "fill": "none"}
    return svg.element("path", {"d": "".join(drawn)} | look)
