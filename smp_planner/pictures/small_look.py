"""The look in few strokes, to stand beside a visit: a head from above, and one square centimetre enlarged.

On the head each place (`head.py`) bears a hair where it isn't treated, else a dot, a kept hair or nothing, in
the shares of the plan: a dot stands for many, and so does a hair. Dots, and hairs with the tone between them,
cover as much of the skin as on the large head; hair that is shaved is dots too, and longer hair
is an area with a parting (`small_combed.py`). The square has as many dots
as the plan. Dots and hairs are in whole units of the picture, so that the cards of a course stay light.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from smp_planner.domain.drawing import Drawing, Fill
from smp_planner.domain.quantities import Number, rounded
from smp_planner.pictures import head, svg
from smp_planner.pictures.combed import COMBED, is_combed
from smp_planner.pictures.dots import CLIPPED_CM, Spot, marks_on_square
from smp_planner.pictures.skin_tones import Colours
from smp_planner.pictures.small_combed import all_hair, lines_of_light, open_places

TURN = 0.754878  # spreads the ranks of neighbours, along a row and from row to row
DOT, HAIR, STUBBLE = 3.4, 1.2, 3  # widths of strokes, in the units of the head
TONE = 0.28  # how much of the skin full hair covers between its strokes
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
    drawing: Drawing, stages: Iterable[Stage], colours: Colours, *, full_dots: Number, order: head.Order
) -> list[str]:
    """The same as parts of a larger picture."""
    strokes = [head.stroke_of(hair) for hair in head.hairs()]
    treated = sorted(head.gone({name: zone.share for name, zone in drawing.zones.items()}, order))
    fills = {number: drawing.zones[head.hairs()[number].zone].fill for number in treated}
    left = {number: float(fill.hairs / drawing.full_hair) for number, fill in fills.items()}
    hair = dict.fromkeys(range(len(strokes)), 1.0) | left
    kept = [number for number, share in hair.items() if _rank(number) >= 1 - share]
    long = is_combed(drawing)
    shown = open_places(hair, drawing.full_hair) if long else set(hair)
    skin = tuple(head.skin(colours.skin, colours.rim))
    under = skin if long else (*skin, *_short(drawing, hair, kept, colours))
    over = _long(drawing, hair, lines_of_light(kept, shown), colours) if long else ()

    def drawn(stage: Stage) -> str:
        shares = {number: float(stage.done * fill.dots / full_dots) for number, fill in fills.items()}
        dots = [
            (*strokes[number][:2], 0, 0)
            for number, share in shares.items()
            if number in shown and _rank(number) < share
        ]
        return "".join((*under, _path(_strokes(dots), stage.pigment, DOT), *over))

    return [drawn(stage) for stage in stages]


def _short(
    drawing: Drawing, hair: Mapping[int, float], kept: Iterable[int], colours: Colours
) -> Iterator[str]:
    """Hair that is clipped or shaved."""
    strokes = [head.stroke_of(head.hairs()[number]) for number in kept]
    if drawing.shaved:
        yield _path(_strokes((*stroke[:2], 0, 0) for stroke in strokes), colours.hair, STUBBLE)
    else:
        yield from _tones(hair, colours.hair)
        yield _path(_strokes(strokes), colours.hair, HAIR)


def _long(
    drawing: Drawing, hair: Mapping[int, float], light: Iterable[Stroke], colours: Colours
) -> tuple[str, str]:
    """Hair that lies over the dots, but for its parting."""
    area = {"d": all_hair(hair, drawing.full_hair), "fill": colours.hair, "fill_rule": "evenodd"}
    edge = {"d": COMBED["above"].outline, "stroke": colours.rim, "fill": "none"}
    shown = svg.element("path", area) + svg.element("path", edge)
    return shown, _path(_strokes(light), colours.shine, HAIR / 2)


def _rank(number: int) -> float:
    """When a place of the head is filled (0-1): dots take the low ranks, hair that is kept the high ones."""
    return number * TURN % 1


def _tones(hair: Mapping[int, float], colour: str) -> Iterator[str]:
    """The tone of the hair at each place, by the share of it that is there: the less, the paler."""
    alike: dict[float, list[int]] = {}
    for number, share in hair.items():
        alike.setdefault(round(TONE * share, 2), []).append(number)
    return (head.cap(numbers, colour, opacity=tone) for tone, numbers in alike.items() if tone)


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
        svg.rect(0, 0, SQUARE, SQUARE, rx=0, fill=colours.skin),
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
