"""Where dots and hairs stand: on a head from three sides and on patches of skin, evenly and by turns.

The even tile is laid over the skin. Of each spot two things are known for good: its rank (0-1), the
order in which spots are filled, and when its place goes bare beside the others of its zone. A plan then
only chooses: the first spots of a zone up to its share are treated, of those the low ranks take dots
and the high ranks keep hairs. A later visit goes on to higher ranks, so it fills in between.

`views/drawn_spots.js` does the same in the browser, from the same tile and the constants of `geometry`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import compress, product
from math import ceil
from operator import attrgetter, itemgetter
from typing import Any, NamedTuple

from smp_planner.domain.drawing import Drawing, Fill, Patch
from smp_planner.domain.quantities import Number
from smp_planner.pictures import combed, head, zone_map
from smp_planner.pictures.scars import APART_CM, REACH_CM, Scars, scars_seen
from smp_planner.pictures.seen import ON_MAP, UNITS_PER_CM, WELL_SEEN, From, Seen, seen_from, turn_of
from smp_planner.pictures.tile import GRAIN, tile
from smp_planner.pictures.wedges import packed

FINE = 100  # units to a cm in which dots and hairs on paper are written down
SIDE_CM = 2.7  # of the tile; its places are then at their finest for the densest hair that was counted
BLUR_CM = 0.7  # how far the edge of an area is frayed, as wide as the soft edge of a plan
STRIDE = 787  # from a spot to the one that frays its place
RIM = 0.97  # how far out dots and hairs are drawn: further out the head curves away

DOT_CM, HAIR_CM, HAIR_LONG_CM = 0.05, 0.025, 0.15  # on head and patch: larger than life, to be seen
CLIPPED_CM = 0.06  # how long hair is in a square, and everywhere where it is shaved to a stubble


class Spot(NamedTuple):
    """A place in cm from the upper left corner, its rank, and the place in fine units, packed."""

    rank: float
    x: float
    y: float
    place: int


_RANK = attrgetter("rank")


class _ZoneSpots(NamedTuple):
    """The spots of a zone by rank, and the turn of each: 0 is the place that goes bare first."""

    by_rank: Sequence[Spot]
    turns: Sequence[int]

    def parted(self, treated: int) -> tuple[Sequence[Spot], Sequence[Spot]]:
        """The spots whose places go bare first, so many of them, and the rest; both by rank."""
        if treated in (0, len(self.turns)):
            return (self.by_rank, ()) if treated else ((), self.by_rank)
        first = [turn < treated for turn in self.turns]
        rest = [turn >= treated for turn in self.turns]
        return list(compress(self.by_rank, first)), list(compress(self.by_rank, rest))


class Marks(NamedTuple):
    """What is drawn: dots and hairs."""

    dots: list[Spot]
    hairs: list[Spot]


def marks_on_head(drawing: Drawing, done: Number, order: head.Order, seen: From = "above") -> Marks:
    """The head's dots when a share of the course is done (0-1), and its hairs, in cm."""
    marks = Marks([], [])
    scars = scars_seen(drawing.scars, seen)
    full_hair = Fill(0, drawing.full_hair)
    for name, spots in _zones(order, seen).items():
        zone = drawing.zones.get(name)
        treated = _treated(len(spots.by_rank), float(zone.share)) if zone else 0
        inside, outside = spots.parted(treated)
        for part, fill in ((inside, zone.fill if zone else full_hair), (outside, full_hair)):
            for filled, by_rank in _beside_scars(part, fill, scars).items():
                _fill(marks, by_rank, _counts(filled), done)
    return marks


def _beside_scars(spots: Sequence[Spot], fill: Fill, scars: Sequence[Scars]) -> Mapping[Fill, Sequence[Spot]]:
    """Spots by what they are filled with: those in scars and their margins have their own."""
    if not scars:
        return {fill: spots}
    found: dict[Fill, list[Spot]] = {}
    for spot in spots:
        fills = (part.fill_at(spot.x, spot.y) for part in scars)
        found.setdefault(next(filter(None, fills), fill), []).append(spot)
    return found


def _treated(spots: int, share: float) -> int:
    """How many spots of a zone are treated: where nearly all are, all, so that no last hairs stand alone."""
    return spots if share > head.NEARLY_ALL else ceil(spots * share)


def marks_on_patch(patch: Patch, done: Number) -> Marks:
    """The same for a patch with its edge, in cm from the corner of the edge."""
    marks = Marks([], [])
    edge = float(patch.edge_cm)
    length, width = float(patch.length_cm), float(patch.width_cm)
    inner: list[Spot] = []
    outer: list[Spot] = []
    for _, spot in _laid(length + 2 * edge, width + 2 * edge):
        away = max(edge - spot.x, spot.x - edge - length, edge - spot.y, spot.y - edge - width)
        if away <= 0:
            inner.append(spot)
        elif patch.beyond is None:
            outer.append(spot)
        else:
            _fill(marks, [spot], _between(patch.edge, patch.beyond, away / edge), done)
    _fill(marks, sorted(inner, key=_RANK), _counts(patch.inside), done)
    _fill(marks, sorted(outer, key=_RANK), _counts(patch.edge), done)
    return marks


def marks_on_square(dots: int, hairs: int) -> Marks:
    """So many dots and hairs on one square centimetre."""
    spots = _on_square()
    return Marks([*spots[:dots]], [*spots[len(spots) - hairs :]])


@cache
def _on_square() -> Sequence[Spot]:
    """The spots of one square centimetre, by rank, as one copy of the tile is larger."""
    return tuple(spot for _, spot in _laid(1, 1))


def hair_length(drawing: Drawing) -> float:
    """How long hair is drawn on head and patch, in cm."""
    return CLIPPED_CM if drawing.shaved else HAIR_LONG_CM


def finest() -> float:
    """How many spots there are to a cm2."""
    return len(tile()) / SIDE_CM**2


def geometry() -> Mapping[str, Any]:
    """The constants of head and tile, and the head from each side, for the browser."""
    return {
        "seen": {name: _numbered(seen_from(name)) for name in WELL_SEEN}, "onMap": ON_MAP,
        "rows": zone_map.ROWS_PER_CM, "runs": zone_map.FINE,
        "dot": DOT_CM, "hair": HAIR_CM, "clipped": CLIPPED_CM,
        "perCm": UNITS_PER_CM, "side": SIDE_CM, "blur": BLUR_CM, "stride": STRIDE, "rim": RIM,
        "grain": GRAIN,
        "reachX": head.REACH_X, "reachY": head.REACH_Y, "crownX": head.CROWN[0], "crownY": head.CROWN[1],
        "crownRadius": head.CROWN_RADIUS, "topReach": head.TOP_REACH, "frontEnd": head.FRONT_END,
        "mid": head.MID, "back": head.BACK, "round": head.ROUND, "edge": head.EDGE,
        "nearlyAll": head.NEARLY_ALL, "depth": head.DEPTH, "temples": head.TEMPLES,
        "corners": head.CORNERS, "first": head.FIRST,
        "apart": head.APART, "scars": (APART_CM, REACH_CM),
        "hairline": head.HAIRLINE, "recedes": head.RECEDES,
        "combed": {name: lies._asdict() for name, lies in combed.COMBED.items()},
        "strand": {
            "hairs": combed.HAIRS, "long": combed.LONG_CM, "sway": combed.SWAY, "sways": combed.SWAYS,
            "shines": combed.SHINES, "turns": combed.SHINE_TURNS, "shine": combed.SHINE_CM,
        },
    }  # fmt: skip


def _numbered(seen: Seen) -> Mapping[str, Any]:
    """A head from one side with the zones of its map as numbers, which are shorter to send."""
    rows = [(row.ends, [ON_MAP.index(zone) for zone in row.zones]) for row in seen.rows]
    return seen._asdict() | {"rows": rows}


def _fill(marks: Marks, by_rank: Sequence[Spot], counts: tuple[float, float], done: Number) -> None:
    """Dots on the low ranks as far as the course is done, hairs on the high ones; counts are by cm2."""
    dots, hairs = float(done) * counts[0] / finest(), 1 - counts[1] / finest()
    marks.dots.extend(by_rank[: bisect_left(by_rank, dots, key=_RANK)])
    marks.hairs.extend(by_rank[bisect_left(by_rank, hairs, key=_RANK) :])


def _counts(fill: Fill) -> tuple[float, float]:
    return float(fill.dots), float(fill.hairs)


def _between(near: Fill, far: Fill, share: float) -> tuple[float, float]:
    """What stands at a share of the way (0-1) from the one to the other."""
    dots, hairs = zip(_counts(near), _counts(far), strict=True)
    return (1 - share) * dots[0] + share * dots[1], (1 - share) * hairs[0] + share * hairs[1]


@cache
def _zones(order: head.Order, seen: From) -> Mapping[str, _ZoneSpots]:
    """The spots of every zone of the head that are seen from there."""
    found: dict[str, list[tuple[float, Spot]]] = {}
    if seen == "above":
        places = ((spot, place, head.turn_of(place, order)) for spot, place in _from_above())
    else:
        places = ((spot, place, turn_of(place, order)) for spot, place in _from_aside(seen_from(seen)))
    for spot, place, turn in places:
        found.setdefault(place.zone, []).append((turn, spot))
    return {zone: _in_turn(pairs) for zone, pairs in found.items()}


def _in_turn(pairs: list[tuple[float, Spot]]) -> _ZoneSpots:
    """Spots with what orders their turns, counted through and sorted by rank."""
    order = enumerate(sorted(pairs, key=itemgetter(0)))
    by_rank = sorted(((spot, turn) for turn, (_, spot) in order), key=lambda pair: pair[0].rank)
    return _ZoneSpots([spot for spot, _ in by_rank], [turn for _, turn in by_rank])


def _from_above() -> Iterator[tuple[Spot, head.Hair]]:
    """Every spot of the scalp, and the place that it is taken for: a bit aside, so that edges fray."""
    half_x, half_y = head.REACH_X / UNITS_PER_CM, head.REACH_Y / UNITS_PER_CM
    for spot, (aside_x, aside_y) in _laid_frayed(2 * half_x, 2 * half_y):
        if (spot.x / half_x - 1) ** 2 + (spot.y / half_y - 1) ** 2 > RIM:
            continue
        across, along = (spot.x + aside_x) / half_x - 1, (spot.y + aside_y) / half_y - 1
        if along >= head.hairline_at(across):
            yield spot, head.Hair(across, along, head.zone_at(across, along))


def _from_aside(seen: Seen) -> Iterator[tuple[Spot, head.Hair]]:
    """The same where zones are told by a map, each place as one on the head from above."""
    for spot, aside in _laid_frayed(*seen.reach):
        zone = seen.grown_at(spot.x, spot.y, aside)
        if zone:
            yield spot, seen.on_chart(zone, spot.x + aside[0], spot.y + aside[1])


def _laid_frayed(length: float, width: float) -> Iterator[tuple[Spot, tuple[float, float]]]:
    """The tile laid over a piece of skin in cm: each spot, and how far aside it is taken for."""
    places = tile()
    for number, spot in _laid(length, width):
        x, y = places[number * STRIDE % len(places)]
        yield spot, ((x / GRAIN - 0.5) * 2 * BLUR_CM, (y / GRAIN - 0.5) * 2 * BLUR_CM)


def _laid(length: float, width: float) -> Iterator[tuple[int, Spot]]:
    """The tile laid over a piece of skin in cm: each spot with its number, copy by copy."""
    places = tile()
    copies = product(range(ceil(length / SIDE_CM)), range(ceil(width / SIDE_CM)))
    for copy, (column, row) in enumerate(copies):
        for index, (across, along) in enumerate(places):
            x, y = (column + across / GRAIN) * SIDE_CM, (row + along / GRAIN) * SIDE_CM
            if x < length and y < width:
                place = packed(round(x * FINE), round(y * FINE))
                yield index + copy, Spot((index + 0.5) / len(places), x, y, place)
