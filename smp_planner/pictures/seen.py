"""One head from three directions, to one scale: from above, from its left side and from behind.

From above the zones are those of `head.py`. The other two are the outlines of `scalp.py`, brought to the size
of the head from above. Each of their zones is laid on the head from above by a plain map, its chart, so that
its places go bare in the same turn. What is low on the head isn't seen from above: sides and back go from
the top down, and a low band is left last.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from math import ceil
from typing import Literal, NamedTuple

from smp_planner.domain.drawing import Drawing
from smp_planner.pictures import head, scalp
from smp_planner.pictures.borders import Border, Knot, Loop, Point, corners, drawn
from smp_planner.pictures.zone_map import NOTHING, Row, cm2_of_zones, rows_of, zone_at

From = Literal["above", "side", "behind"]
Chart = tuple[float, float, float, float, float, float]
"""What x, y and 1 weigh in the place across, and then in the place along."""

UNITS_PER_CM = 10  # of the head's drawing: a head of 15.6 by 20 cm
DOWN_TO_NAPE = 198  # from the top of the head to where the hair of the nape ends, in these units
SKIN = "skin"  # of the head, where no hair grows
ZONES = ("hairline_temples", "front", "midscalp", "crown", "sides", "donor")
LOW = ("sides", "donor")
ON_MAP = (NOTHING, SKIN, *ZONES)


class ScarsLie(NamedTuple):
    """How scars lie on a part of the head, in cm: their middle, and half the width of the head around it.

    Their ends lie higher by `bend` for each squared cm from the middle.
    """

    x: float
    y: float
    half_cm: float
    bend: float = 0


class Seen(NamedTuple):
    """The head from one direction: its picture in units, and the piece in cm on which spots are laid.

    `corner`: where in the picture that piece begins; `reach`, its width and height, and the `crown`, away
    from which hair lies, are in cm from there. Paths are in units: `under` the head, its `outline`, on it.
    `rows` are a map of the zones, and `charts` lay them on the head from above, where both are not needed.
    `scars` says how scars lie on each part of the head that is seen from there.
    """

    width: int
    height: int
    corner: Point
    reach: Point
    crown: Point
    under: str
    outline: str
    over: str
    rows: Sequence[Row] = ()
    charts: Mapping[str, Chart] = {}
    scars: Mapping[str, ScarsLie] = {}

    def grown_at(self, x: float, y: float, aside: Point) -> str:
        """The zone that a place is taken for: that of one a bit aside, so that edges fray.

        Where the head ends before that, it is its own; where no hair grows, nothing.
        """
        zone, beside = zone_at(self.rows, x, y), zone_at(self.rows, x + aside[0], y + aside[1])
        if SKIN in (zone, beside) or zone == NOTHING:
            return NOTHING
        return beside or zone

    def on_chart(self, zone: str, x: float, y: float) -> head.Hair:
        """The place on the head from above that a place of a zone is taken for."""
        a, b, c, d, e, f = self.charts[zone]
        return head.Hair(a * x + b * y + c, d * x + e * y + f, zone)


def turn_of(hair: head.Hair, order: head.Order) -> float:
    """When a place on a chart goes bare, beside the others of its zone: the smaller, the sooner."""
    return hair.along if hair.zone in LOW else head.turn_of(hair, order)


# --- how much is seen -----------------------------------------------------------------------

WELL_SEEN: Mapping[From, tuple[str, ...]] = {
    "above": ("hairline_temples", "front", "midscalp", "crown"),
    "side": ZONES,
    "behind": ("crown", "donor"),
}
AT_ITS_EDGE: Mapping[From, tuple[str, ...]] = {"above": LOW, "side": (), "behind": ("midscalp", "sides")}


BEST_FROM: Mapping[str, From] = {  # else from above
    "sides": "side", "side": "side", "donor": "behind", "back": "behind",
}  # fmt: skip


def most_seen(drawing: Drawing) -> From:
    """From where most of the treated area is seen."""
    found: dict[From, float] = dict.fromkeys(WELL_SEEN, 0)
    for name, zone in drawing.zones.items():
        best = best_from(name)
        found[best] += float(zone.share) * cm2_of(best)[name]
    for scar in drawing.scars:
        found[best_from(scar.drawn_at)] += float(scar.length_cm * scar.width_cm)
    return max(found, key=lambda name: found[name])


def all_seen(places: Iterable[str]) -> tuple[From, ...]:
    """The directions from which together all these zones, and parts of the head with scars, are seen well."""
    best = {best_from(place) for place in places}
    return tuple(name for name in WELL_SEEN if name in best)


def best_from(place: str) -> From:
    """From where most of a zone is seen, or of a part of the head with a scar."""
    return BEST_FROM.get(place, "above")


@cache
def cm2_of(name: From) -> Mapping[str, float]:
    """How much of each zone is seen from somewhere."""
    if name != "above":
        return cm2_of_zones(seen_from(name).rows)
    of_a_hair = head.APART * head.DEEP / UNITS_PER_CM**2
    return {zone: count * of_a_hair for zone, count in Counter(hair.zone for hair in head.hairs()).items()}


# --- the three directions -------------------------------------------------------------------


@cache
def seen_from(name: From) -> Seen:
    """The head from there."""
    return {"above": _above, "side": _side, "behind": _behind}[name]()


def _above() -> Seen:
    (x, y), wide, long = head.MIDDLE, head.REACH_X, head.REACH_Y
    nose = f"M{x - 9} {y - 99}q9 -26 18 0z"
    ears = "".join(_oval(x + side * (wide + 3), y + 2, 8, 17) for side in (-1, 1))
    return Seen(
        head.WIDTH, head.HEIGHT, (x - wide, y - long),
        reach=(2 * wide / UNITS_PER_CM, 2 * long / UNITS_PER_CM),
        crown=((1 + head.CROWN[0]) * wide / UNITS_PER_CM, (1 + head.CROWN[1]) * long / UNITS_PER_CM),
        under=nose + ears, outline=_oval(x, y, wide, long), over="",
        scars={"front": ScarsLie(7.8, 3.7, 6), "top": ScarsLie(7.8, 10, 7.8)},
    )  # fmt: skip


def _oval(x: float, y: float, wide: float, high: float) -> str:
    half = f"a{wide} {high} 0 1 0"
    return f"M{x - wide} {y}{half} {2 * wide} 0{half} {-2 * wide} 0z"


def _side() -> Seen:
    """The forehead is at 38 of the view's own units, the back of the head at 195."""
    view = scalp.from_the_side()
    size = _Size(200 / (195 - 38), DOWN_TO_NAPE / (187 - 19.4), left=19, top=11, right=205, bottom=220)
    charts = {
        "hairline_temples": (((50, 64), (0, -0.8)), ((64, 44), (0, -0.6)), ((77, 90), (0.68, -0.64))),
        "front": (((64, 44), (0, -0.6)), ((103, 22), (0, -0.1)), ((114, 65), (0.68, -0.1))),
        "midscalp": (((103, 22), (0, -0.1)), ((114, 65), (0.68, -0.1)), ((147, 22), (0, 0.4))),
        "crown": (((181, 52), (0, 0.42)), ((195.1, 75.7), (0, 0.75)), ((171, 57), (0.33, 0.42))),
        "sides": (((77, 78), (1, 0)), ((176, 70), (1, 0.1)), ((139, 156), (1, 1))),
        "donor": (((180, 72), (0, 0)), ((193, 77), (0, 0)), ((173, 187), (0, 1))),
    }
    ear, *face = view.still
    scars = {"side": ScarsLie(128, 88, 10)}
    return _turned(view, size, charts, crown=(184, 52), under=(), over=(ear, *face), scars=scars)


def _behind() -> Seen:
    """The head is 148 of the view's own units wide."""
    view = scalp.from_behind()
    size = _Size(2 * head.REACH_X / 148, DOWN_TO_NAPE / (192.5 - 18), left=6, top=11, right=194, bottom=220)
    crown = (((100, 53.5), (0, 0.42)), ((124.7, 53.5), (0.33, 0.42)), ((100, 78), (0, 0.75)))
    scars = {"back": ScarsLie(100, 132, head.REACH_X / UNITS_PER_CM, bend=0.02)}
    down = (((100, 78), (0, 0)), ((150, 78), (0, 0)), ((100, 192), (0, 1)))
    charts = {"midscalp": crown, "crown": crown, "sides": down, "donor": down}
    return _turned(view, size, charts, crown=(100, 53.5), under=view.still, over=(), scars=scars)


class _Size(NamedTuple):
    """How a view is brought to units of the head, and which part of it is the picture."""

    across: float
    down: float
    left: float
    top: float
    right: float
    bottom: float

    def of(self, loop: Loop) -> Loop:
        """The same shape in the picture."""
        return tuple(tuple(self._knot(knot) for knot in border) for border in loop)

    def _knot(self, knot: Knot) -> Knot:
        return Knot(*self.at((knot.x, knot.y)), knot.along_x * self.across, knot.along_y * self.down)

    def at(self, point: Point) -> Point:
        """The same place in the picture."""
        return (point[0] - self.left) * self.across, (point[1] - self.top) * self.down


Anchors = tuple[tuple[Point, Point], ...]
"""Three places of a view, and what they are on the head from above."""


def _turned(
    view: scalp.View,
    size: _Size,
    charts: Mapping[str, Anchors],
    *,
    crown: Point,
    under: Sequence[Border],
    over: Sequence[Border],
    scars: Mapping[str, ScarsLie],
) -> Seen:
    zones = {zone: [corners(size.of(loop)) for loop in loops] for zone, loops in view.zones.items()}
    places = [place for loops in zones.values() for loop in loops for place in loop]
    left, top = (int(min(place[axis] for place in places)) for axis in (0, 1))
    right, bottom = (max(place[axis] for place in places) for axis in (0, 1))
    width, height = size.at((size.right, size.bottom))

    def in_cm(point: Point) -> Point:
        x, y = point
        return (x - left) / UNITS_PER_CM, (y - top) / UNITS_PER_CM

    shapes = [(SKIN, corners(size.of(view.head)))]
    shapes += [(zone, loop) for zone, loops in zones.items() for loop in loops]
    reach = in_cm((ceil(right), ceil(bottom)))
    return Seen(
        round(width), round(height), (left, top), reach, in_cm(size.at(crown)),
        under="".join(drawn(size.of((border,))) for border in under),
        outline=drawn(size.of(view.head)),
        over="".join(drawn(size.of((border,))).removesuffix("Z") for border in over),
        rows=rows_of([(zone, list(map(in_cm, loop))) for zone, loop in shapes], reach[1]),
        charts={
            zone: _chart([(in_cm(size.at(here)), there) for here, there in anchors])
            for zone, anchors in charts.items()
        },
        scars={part: _lie(in_cm(size.at((lie.x, lie.y))), lie) for part, lie in scars.items()},
    )  # fmt: skip


def _lie(middle: Point, lie: ScarsLie) -> ScarsLie:
    return lie._replace(x=middle[0], y=middle[1])


def _chart(anchors: Sequence[tuple[Point, Point]]) -> Chart:
    """The plain map that takes three places to three others."""
    ((x1, y1), one), ((x2, y2), two), ((x3, y3), three) = anchors
    twice = (x2 - x1) * (y3 - y1) - (x3 - x1) * (y2 - y1)

    def weights(first: float, second: float, third: float) -> tuple[float, float, float]:
        by_x = ((second - first) * (y3 - y1) - (third - first) * (y2 - y1)) / twice
        by_y = ((third - first) * (x2 - x1) - (second - first) * (x3 - x1)) / twice
        told = round(by_x, 4), round(by_y, 4)
        return *told, round(first - told[0] * x1 - told[1] * y1, 4)

    across, along = (weights(one[axis], two[axis], three[axis]) for axis in (0, 1))
    return *across, *along
