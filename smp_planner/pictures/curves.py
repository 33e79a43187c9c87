"""A value over time with its band: fading, hair, money."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from smp_planner.domain.quantities import Number
from smp_planner.pictures import svg

WIDTH, HEIGHT, LEFT, BOTTOM, TOP, RIGHT = 560, 240, 58, 34, 14, 120
COLOURS = ("#0f766e", "#b45309", "#4f46e5", "#be185d", "#57534e")
DASHES = ("", "6 3", "2 3", "10 4", "1 4")


class Line(NamedTuple):
    """One named line: points (x, low, typical, high), in order of x."""

    name: str
    points: Sequence[tuple[Number, Number, Number, Number]]


def curves(lines: Sequence[Line], *, label: str, x_name: str, unit: str, top: Number | None = None) -> str:
    """An SVG of lines with their bands; colour, dash and a name at its end tell them apart.

    `top` fixes the highest value of the scale, so that pictures can share one.
    """
    drawn = [line for line in lines if line.points]
    most = float(top or max((p[3] for line in drawn for p in line.points), default=1) or 1)
    last = float(max((line.points[-1][0] for line in drawn), default=1) or 1)

    def spot(x: Number, y: Number) -> tuple[float, float]:
        wide, high = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM
        return LEFT + wide * float(x) / last, TOP + high * (1 - float(y) / most)

    inside = [*_axes(most, last, x_name, unit)]
    ends: list[float] = []
    for index, line in enumerate(drawn):
        colour, dash = COLOURS[index % len(COLOURS)], DASHES[index % len(DASHES)]
        band = [spot(p[0], p[3]) for p in line.points] + [spot(p[0], p[1]) for p in reversed(line.points)]
        inside.append(svg.path(band, closed=True, fill=colour, fill_opacity="0.12"))
        middle = [spot(p[0], p[2]) for p in line.points]
        inside.append(svg.path(middle, stroke=colour, stroke_width=2, stroke_dasharray=dash))
        y = _clear(middle[-1][1], ends)
        inside.append(svg.text(middle[-1][0] + 6, y + 4, line.name, font_size=11))
    return svg.picture(WIDTH, HEIGHT, label, *inside)


def _clear(y: float, taken: list[float]) -> float:
    """A height for a name that doesn't cover the ones before it."""
    while any(abs(y - other) < 13 for other in taken):
        y -= 13
    taken.append(y)
    return y


def _axes(most: float, last: float, x_name: str, unit: str) -> list[str]:
    parts: list[str] = []
    base = HEIGHT - BOTTOM
    for share in (0, 0.25, 0.5, 0.75, 1):
        y = TOP + (base - TOP) * (1 - share)
        parts.append(svg.line(LEFT, y, WIDTH - RIGHT, y, stroke_opacity="0.15"))
        parts.append(svg.text(LEFT - 6, y + 4, f"{most * share:,.0f}", text_anchor="end", font_size=11))
    for part in range(6):
        x = LEFT + (WIDTH - LEFT - RIGHT) * part / 5
        parts.append(svg.text(x, base + 15, f"{last * part / 5:g}", text_anchor="middle", font_size=11))
    parts.append(svg.text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 4, x_name, text_anchor="middle", font_size=11))
    parts.append(svg.text(0, TOP - 3, unit, font_size=11))
    return parts
