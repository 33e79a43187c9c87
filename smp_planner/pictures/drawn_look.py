"""The look of a plan as SVG, for paper: a head with its dots and hairs from three sides, and patches of skin.

Dots and hairs are two paths of many pieces, in whole units of a tenth of a millimetre: short to write and
quick to print. A dot, and a hair that is shaved to a stubble, is a filled wedge: where it is finer than a
point of the screen, readers of PDF make a stroke as wide as a point, and browsers give a round end too much
ink.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from math import hypot
from operator import attrgetter

from smp_planner.domain.drawing import Drawing, Patch
from smp_planner.domain.quantities import Number
from smp_planner.pictures import head, svg
from smp_planner.pictures.borders import Point
from smp_planner.pictures.combed import (
    COMBED,
    HAIRS,
    SHINE_CM,
    in_strands,
    is_combed,
    lies_within,
    rise_of,
    shines,
    strand_of,
)
from smp_planner.pictures.dots import (
    CLIPPED_CM,
    FINE,
    HAIR_CM,
    Marks,
    Spot,
    hair_length,
    marks_on_head,
    marks_on_patch,
)
from smp_planner.pictures.seen import UNITS_PER_CM, From, Seen, seen_from
from smp_planner.pictures.skin_tones import Colours
from smp_planner.pictures.wedges import wedges

SHORTEST = 0.05  # of a strand that is drawn
_PLACE = attrgetter("place")


def head_with_dots(
    drawing: Drawing,
    done: Number,
    colours: Colours,
    *,
    label: str,
    order: head.Order = "temples",
    seen: From = "above",
) -> str:
    """The head when a share of the course is done (0-1)."""
    if is_combed(drawing):
        drawn = head_in_strands(marks_on_head(in_strands(drawing), done, order, seen), colours, seen)
    else:
        marks = marks_on_head(drawing, done, order, seen)
        drawn = head_in_strokes(marks, colours, seen, long_cm=hair_length(drawing))
    return svg.picture(seen_from(seen).width, seen_from(seen).height, label, drawn)


def head_in_strokes(
    marks: Marks, colours: Colours, seen: From = "above", *, long_cm: float, hair_cm: float = HAIR_CM
) -> str:
    """The same as a part of a larger picture; a hair is so long and wide in cm."""
    view = seen_from(seen)
    shown = svg.element("g", _in_cm(view), *_drawn(marks, colours, view.crown, long_cm, hair_cm))
    return "".join((*_skin(view, colours), shown))


def head_in_strands(marks: Marks, colours: Colours, seen: From = "above") -> str:
    """The head with longer hair, each hair of the marks a strand: dots lie under it, on the scalp."""
    view, combed = seen_from(seen), COMBED[seen]
    strands = [_lying(spot, seen) for spot in marks.hairs if spot.y < combed.low]
    light = [_lying(spot, seen, combed.shines) for spot in marks.hairs if shines(spot.rank)]
    beside = {"d": combed.outline + combed.scalp, "fill": colours.hair, "fill_rule": "evenodd"}
    return "".join((
        *_skin(view, colours),
        svg.element("g", _in_cm(view), _in_wedges(marks.dots, colours.later)),
        svg.element("path", beside),
        svg.element("g", _in_cm(view),
                    _in_lines(strands, colours.hair, HAIR_CM * HAIRS),
                    _in_lines(light, colours.shine, SHINE_CM)),
        svg.element("path", {"d": combed.outline, "fill": "none", "stroke": colours.rim}),
    ))  # fmt: skip


@lru_cache(maxsize=100_000)  # places of the tile alone, which are the same for everybody
def _lying(spot: Spot, seen: From, times: float = 1) -> str:
    """A strand so many times as long as it is, and no further than all hair reaches."""
    rank, x, y, _ = spot
    strand = strand_of(rank, x, y, COMBED[seen])
    rise, long = rise_of(x, y, seen), times
    while long > SHORTEST and not lies_within(strand, x, y - rise, seen, long):
        long -= times / 10
    if long <= SHORTEST:
        return ""
    over, down, end_x, end_y = (f"{part * long * FINE:.0f}" for part in strand)
    return f"M{x * FINE:.0f} {(y - rise) * FINE:.0f}q{over} {down} {end_x} {end_y}"


def _in_cm(view: Seen) -> dict[str, str]:
    """What puts marks, in fine units, where they are in the picture."""
    left, top = view.corner
    return {"transform": f"translate({left} {top}) scale({UNITS_PER_CM / FINE:g})"}


def _skin(view: Seen, colours: Colours) -> Iterator[str]:
    """The head without its hair."""
    edge = {"stroke": colours.rim, "stroke_width": 1.5, "stroke_linecap": "round"}
    for drawn, fill in ((view.under, colours.skin), (view.outline, colours.skin), (view.over, "none")):
        if drawn:
            yield svg.element("path", {"d": drawn, "fill": fill} | edge)


def patch_with_dots(patch: Patch, done: Number, colours: Colours, *, label: str, long_cm: float) -> str:
    """A patch of skin with its edge, at the scale of the head; a hair is so long in cm."""
    return svg.picture(*size_of(patch), label, patch_in_strokes(patch, done, colours, long_cm=long_cm))


def patch_in_strokes(patch: Patch, done: Number, colours: Colours, *, long_cm: float) -> str:
    """The same as a part of a larger picture."""
    skin = svg.rect(0, 0, *size_of(patch), rx=0, fill=colours.skin)
    place = {"transform": f"scale({UNITS_PER_CM / FINE:g})"}
    marks, crown = marks_on_patch(patch, done), seen_from("above").crown
    return skin + svg.element("g", place, *_drawn(marks, colours, crown, long_cm))


def size_of(patch: Patch) -> tuple[int, int]:
    """The width and height of a patch with its edge, in the units of its picture."""
    sides = (patch.length_cm + 2 * patch.edge_cm, patch.width_cm + 2 * patch.edge_cm)
    width, height = (round(float(side) * UNITS_PER_CM) for side in sides)
    return width, height


def _drawn(
    marks: Marks, colours: Colours, crown: Point, long_cm: float, hair_cm: float = HAIR_CM
) -> Iterator[str]:
    yield _in_wedges(marks.dots, colours.later)
    if long_cm == CLIPPED_CM:
        yield _in_wedges(marks.hairs, colours.hair)
        return
    hairs = [_stroke(spot.x, spot.y, crown, long_cm) for spot in marks.hairs]
    yield _in_lines(hairs, colours.hair, hair_cm)


def _in_wedges(spots: Iterable[Spot], colour: str) -> str:
    return svg.element("path", {"d": wedges(map(_PLACE, spots)), "fill": colour})


def _in_lines(lines: Iterable[str], colour: str, wide_cm: float) -> str:
    """Lines so wide in cm; their ends are too fine to be rounded."""
    look = {"stroke": colour, "stroke_width": wide_cm * FINE}
    return svg.element("path", {"d": "".join(lines), "fill": "none"} | look)


@lru_cache(maxsize=100_000)  # places of the tile alone, which are the same for everybody
def _stroke(x: float, y: float, crown: Point, long_cm: float) -> str:
    """A hair that lies away from the crown of the head."""
    off_x, off_y = x - crown[0], y - crown[1]
    long = FINE * long_cm / (hypot(off_x, off_y) or 1)
    return f"M{x * FINE:.0f} {y * FINE:.0f}l{off_x * long:.0f} {off_y * long:.0f}"
