"""A value over time with its band: fading, hair, money."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from math import floor, log10
from typing import NamedTuple

from smp_planner.domain.quantities import Number
from smp_planner.domain.words import number
from smp_planner.pictures import svg
from smp_planner.pictures.shape import Shape

# Tones that stand out from a white page and from a dark one.
COLOURS = ("#0d9488", "#d97706", "#6366f1", "#db2777", "#8d867f")
DASHES = ("", "6 3", "2 3", "10 4", "1 4")
STEPS = 4
EASY = (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)
TOP, BOTTOM, LEFT, LEGEND, APART = 22, 34, 52, 18, 13


class Line(NamedTuple):
    """One named line: points (x, low, typical, high), in order of x."""

    name: str
    points: Sequence[tuple[Number, Number, Number, Number]]


class _Drawn(NamedTuple):
    """One drawn line with the names of all that share its points."""

    names: Sequence[str]
    points: Sequence[tuple[Number, Number, Number, Number]]


class _Frame(NamedTuple):
    """Size of the whole picture, room for names at its right, and the ends of both scales."""

    width: int
    height: int
    right: int
    last: float
    most: float

    def spot(self, x: Number, y: Number) -> tuple[float, float]:
        """Where a value stands in the picture."""
        wide, high = self.width - LEFT - self.right, self.base - TOP
        return LEFT + wide * float(x) / self.last, TOP + high * (1 - float(y) / self.most)

    @property
    def base(self) -> int:
        """Height of the lower edge of the drawn field."""
        return self.height - BOTTOM


def curves(
    lines: Sequence[Line],
    *,
    label: str,
    x_name: str,
    unit: str,
    top: Number | None = None,
    shape: Shape = Shape.WIDE,
) -> str:
    """An SVG of lines with their bands; colour, dash and a name tell them apart. Equal lines are one line.

    `top` fixes the highest value of the scale, so that pictures can share one. Names stand at the
    ends of the lines; on a narrow picture they stand under it.
    """
    drawn = _merged(lines)
    most = float(top or _even(float(max((p[3] for line in drawn for p in line.points), default=1) or 1)))
    last = float(max((line.points[-1][0] for line in drawn), default=1) or 1)
    frame = _Frame(600, 240, 160, last, most) if shape is Shape.WIDE else _Frame(340, 220, 12, last, most)
    inside = [*_axes(frame, x_name, unit), *_lines(drawn, frame)]
    names = _names_at_ends(drawn, frame) if shape is Shape.WIDE else _legend(drawn, frame)
    below = 0 if shape is Shape.WIDE else LEGEND * sum(len(line.names) for line in drawn)
    return svg.picture(frame.width, frame.height + below, label, *inside, *names)


def _merged(lines: Sequence[Line]) -> list[_Drawn]:
    """Each line that has points, once, with the names of all that are equal to it."""
    names: dict[tuple[tuple[Number, Number, Number, Number], ...], list[str]] = {}
    for line in lines:
        if line.points:
            names.setdefault(tuple(line.points), []).append(line.name)
    return [_Drawn(same, points) for points, same in names.items()]


def _even(most: float) -> float:
    """The end of a scale of four steps that are easy to read, not below the largest value."""
    grain = 10 ** floor(log10(most / STEPS))
    return next(STEPS * step * grain for step in EASY if STEPS * step * grain >= most)


def _look(index: int) -> tuple[str, str]:
    return COLOURS[index % len(COLOURS)], DASHES[index % len(DASHES)]


def _lines(drawn: Sequence[_Drawn], frame: _Frame) -> Iterator[str]:
    for index, line in enumerate(drawn):
        colour, dash = _look(index)
        band = [frame.spot(p[0], p[3]) for p in line.points]
        band += [frame.spot(p[0], p[1]) for p in reversed(line.points)]
        yield svg.path(band, closed=True, fill=colour, fill_opacity="0.12")
        middle = [frame.spot(p[0], p[2]) for p in line.points]
        yield svg.path(middle, stroke=colour, stroke_width=2, stroke_dasharray=dash)


def _names_at_ends(drawn: Sequence[_Drawn], frame: _Frame) -> Iterator[str]:
    """The names beside the end of their line; several of one line stand around it, held by a bracket."""
    taken: list[tuple[float, float]] = []
    for line in drawn:
        x, y = frame.spot(line.points[-1][0], line.points[-1][2])
        tall = APART * (len(line.names) - 1)
        top = _clear(y - tall / 2, tall, taken)
        taken.append((top, top + tall))
        if tall:
            yield svg.line(x + 5, top - 4, x + 5, top + tall + 4, stroke_opacity="0.5")
        for index, name in enumerate(line.names):
            yield svg.text(x + 9, top + APART * index + 4, name, font_size=11)


def _clear(top: float, tall: float, taken: Sequence[tuple[float, float]]) -> float:
    """A height for names that don't cover the ones before them."""
    while any(top < low + APART and top + tall > high - APART for high, low in taken):
        top -= APART
    return top


def _legend(drawn: Sequence[_Drawn], frame: _Frame) -> Iterator[str]:
    y = frame.height + 10
    for index, line in enumerate(drawn):
        colour, dash = _look(index)
        for name in line.names:
            yield svg.line(
                LEFT, y - 4, LEFT + 30, y - 4, stroke=colour, stroke_width=2, stroke_dasharray=dash
            )
            yield svg.text(LEFT + 38, y, name, font_size=12)
            y += LEGEND


def _axes(frame: _Frame, x_name: str, unit: str) -> Iterator[str]:
    right = frame.width - frame.right
    for share in (0, 0.25, 0.5, 0.75, 1):
        y = TOP + (frame.base - TOP) * (1 - share)
        yield svg.line(LEFT, y, right, y, stroke_opacity="0.15")
        yield svg.text(LEFT - 6, y + 4, number(round(frame.most * share)), text_anchor="end", font_size=11)
    for part in range(6):
        x = LEFT + (right - LEFT) * part / 5
        words = number(Decimal(f"{frame.last * part / 5:g}"))
        yield svg.text(x, frame.base + 15, words, text_anchor="middle", font_size=11)
    yield svg.text((LEFT + right) / 2, frame.height - 4, x_name, text_anchor="middle", font_size=11)
    yield svg.text(0, 11, unit, font_size=11)
