"""The look in few strokes, to stand beside a visit: a head from above, and one square centimetre enlarged.

On the head each place of a drawn stage (`head.py`) bears a dot, a kept hair or nothing, in the shares of
the plan: a dot stands for many. The square has as many dots as the plan. Dots and hairs are in whole
units of the picture, so that the cards of a course stay light.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from smp_planner.domain.drawing import Drawing, Fill
from smp_planner.domain.quantities import Number, rounded
from smp_planner.pictures import head, svg
from smp_planner.pictures.dots import CLIPPED_CM, Spot, marks_on_square
from smp_planner.pictures.skin_tones import Colours

TURN = 0.754878  # spreads the ranks of neighbours, along a row and from row to row
DOT, HAIR = 3.4, 2  # widths of strokes, in the units of the head
SOLID = 0.85  # of the hair around
SQUARE, PER_MM = 100, 10  # units along the square centimetre

LIES = (-CLIPPED_CM / 2 * SQUARE, -CLIPPED_CM * SQUARE)  # how far over and down a hair lies in the square

Stroke = tuple[float, float, float, float]
"""Where it begins, over and down, and how far it goes."""


class Stage(NamedTuple):
    """How far the course is done (0-1), the colour of its dots, and what the picture says."""

    done: Number
    pigment: str
    label: str


def small_heads(
    drawing: Drawing, stages: Iterable[Stage], colours: Colours, *, full_dots: Number, order: head.Order
) -> list[str]:
    """The head at each stage; `full_dots` by cm2 are those of bare skin."""
    stages = tuple(stages)
    drawn = heads_in_strokes(drawing, stages, colours, full_dots=full_dots, order=order)
    return [
        svg.picture(head.WIDTH, head.HEIGHT, stage.label, one)
        for stage, one in zip(stages, drawn, strict=True)
    ]


def heads_in_strokes(
    drawing: Drawing,
    stages: Iterable[Stage],
    colours: Colours,
    *,
    full_dots: Number,
    order: head.Order,
    solid: float = SOLID,
) -> list[str]:
    """The same as parts of a larger picture; `solid` is how much the hair around covers (0-1)."""
    treated = head.gone({name: zone.share for name, zone in drawing.zones.items()}, order)
    dotted = {name: float(zone.fill.dots / full_dots) for name, zone in drawing.zones.items()}
    hairless = {name: 1 - float(zone.fill.hairs / drawing.full_hair) for name, zone in drawing.zones.items()}
    places = [(head.hairs()[number], number * TURN % 1) for number in sorted(treated)]
    around = (number for number in range(len(head.hairs())) if number not in treated)
    kept = [place for place, rank in places if rank >= hairless[place.zone]]
    still = (
        *head.skin(colours.skin, colours.rim),
        head.cap(around, colours.hair, opacity=solid),
        _path(_strokes(map(head.stroke_of, kept)), colours.hair, HAIR),
    )

    def drawn(stage: Stage) -> str:
        done = float(stage.done)
        dots = [place for place, rank in places if rank < done * dotted[place.zone]]
        points = _strokes((x, y, 0, 0) for x, y, _, _ in map(head.stroke_of, dots))
        return "".join((*still, _path(points, stage.pigment, DOT)))

    return [drawn(stage) for stage in stages]


def small_squares(
    fill: Fill, stages: Iterable[Stage], colours: Colours, *, dot_mm: Number, hair_mm: Number
) -> list[str]:
    """The square at each stage; `fill` is what stands there at the end."""
    stages = tuple(stages)
    drawn = squares_in_strokes(fill, stages, colours, dot_mm=dot_mm, hair_mm=hair_mm)
    return [svg.picture(SQUARE, SQUARE, stage.label, one) for stage, one in zip(stages, drawn, strict=True)]


def squares_in_strokes(
    fill: Fill, stages: Iterable[Stage], colours: Colours, *, dot_mm: Number, hair_mm: Number
) -> list[str]:
    """The same as parts of a larger picture."""
    marks = marks_on_square(int(rounded(fill.dots)), int(rounded(fill.hairs)))
    still = (
        svg.rect(0, 0, SQUARE, SQUARE, fill=colours.skin),
        _path(_strokes(_in_square(marks.hairs, LIES)), colours.hair, hair_mm * PER_MM),
    )

    def drawn(stage: Stage) -> str:
        dots = _in_square(marks.dots[: int(rounded(fill.dots * stage.done))])
        shown = _path(_strokes(dots), stage.pigment, dot_mm * PER_MM)
        return "".join((*still, shown))

    return [drawn(stage) for stage in stages]


def _in_square(spots: Iterable[Spot], lies: tuple[float, float] = (0, 0)) -> Iterator[Stroke]:
    return ((spot.x * SQUARE, spot.y * SQUARE, *lies) for spot in spots)


def _path(drawn: Iterable[str], colour: str, width: Number | float) -> str:
    look = {"d": "".join(drawn), "stroke": colour, "stroke_width": width, "stroke_linecap": "round"}
    return svg.element("path", look | {"fill": "none"})


def _strokes(strokes: Iterable[Stroke]) -> Iterator[str]:
    """Each stroke from where the last one ended, in whole units: short to write."""
    at_x, at_y = 0, 0
    for stroke in strokes:
        x, y, over, down = map(round, stroke)
        yield f"m{x - at_x} {y - at_y}{f'l{over} {down}' if over or down else 'h0'}"
        at_x, at_y = x + over, y + down
