"""The scalp from above, from the side and from behind, with the zones of the rules as shapes.

A drawing, not a scan. From above the zones lie where the drawing of a stage (`head.py`) has them; the
other views show the same borders as they are seen from there.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import cos, radians, sin
from typing import NamedTuple

from smp_planner.language.texts import _
from smp_planner.pictures import head
from smp_planner.pictures.borders import Border, Knot, Loop, Point, back, mirrored, through


class Label(NamedTuple):
    """Where the name of a zone stands: its middle, the size of letters, and how many fit in a line.

    `room`: a square around the middle, so long on each side, holds nothing of another zone.
    """

    x: float
    y: float
    size: float
    letters: int
    room: float


class View(NamedTuple):
    """The head from one direction, in its own units.

    `zones` holds the closed shapes of each zone that is seen, `near` skin beside a small zone that may
    be touched for it, `still` what isn't scalp, and `labels` the zones that are named in this view.
    """

    name: str
    width: int
    height: int
    zones: Mapping[str, tuple[Loop, ...]]
    near: Mapping[str, tuple[Loop, ...]]
    head: Loop
    still: tuple[Border, ...]
    labels: Mapping[str, Label]


NAMED_FROM_ABOVE = {
    "hairline_temples": Label(100, 57, 7.6, 24, 19),
    "front": Label(100, 93, 8.6, 20, 30),
    "midscalp": Label(100, 126, 8.2, 22, 19),
    "crown": Label(100, 172, 9, 12, 30),
}


def scalp_views() -> tuple[View, ...]:
    """The three views; each basic zone is named in one of them."""
    return from_above(), from_the_side(), from_behind()


# --- from above -----------------------------------------------------------------------------


def from_above() -> View:
    """The front is at the top; the borders follow those of a drawn stage."""
    hairline = through((47, 62), (59, 55.6), (79, 48.5), (100, 46), (121, 48.5), (141, 55.6), (153, 62))
    temple = through((153, 62), (159, 66), (164.6, 70))
    behind_hairline = through((45, 83), (62, 75), (81, 68.5), (100, 66), (119, 68.5), (138, 75), (155, 83))
    front_end = through((44, 119), (70, 115), (100, 113), (130, 115), (156, 119))
    side = through((153, 62), (155, 83), (156, 119), (156, 150), (153, 187), (149.5, 203))
    back_edge = through((47, 187), (62, 196), (80, 203.5), (100, 206.5), (120, 203.5), (138, 196), (153, 187))
    crown = _arc((100, 170.5), 26, 36, 180, 540)
    left = _left(side)
    sides: Loop = (temple, _rim(56, 140.5), back(side))
    brow: Loop = (_rim(-56, 56), back(temple), back(hairline), _left(temple))
    zones = {
        "hairline_temples": ((hairline, side[:2], back(behind_hairline), back(left[:2])),),
        "front": ((behind_hairline, side[1:3], back(front_end), back(left[1:3])),),
        "midscalp": (
            (front_end, side[2:5], back(back_edge[3:]), back(crown), back(back_edge[:4]), back(left[2:5])),
        ),
        "crown": ((crown,),),
        "sides": (sides, mirrored(sides, head.WIDTH)),
        "donor": ((back_edge, side[4:], _rim(140.5, 219.5), back(left[4:])),),
    }
    return View(
        name=_("From above"),
        width=head.WIDTH,
        height=head.HEIGHT,
        zones=zones,
        near={"hairline_temples": (brow,)},
        head=(_rim(0, 360),),
        still=_nose_and_ears(),
        labels=NAMED_FROM_ABOVE,
    )


def _rim(first: float, last: float) -> Border:
    """The rim of the head from above, between two angles in degrees, clockwise from the front."""
    return _arc(head.MIDDLE, head.REACH_X, head.REACH_Y, first, last)


def _arc(middle: Point, wide: float, long: float, first: float, last: float) -> Border:
    """A piece of an oval between two angles in degrees, clockwise from its top."""
    (x, y), steps = middle, 24
    pace = radians(last - first) / steps
    turns = [radians(first) + pace * step for step in range(steps + 1)]
    return tuple(
        Knot(x + wide * sin(turn), y - long * cos(turn), pace * wide * cos(turn), pace * long * sin(turn))
        for turn in turns
    )


def _left(border: Border) -> Border:
    """The same border on the left half of the head."""
    return mirrored((border,), head.WIDTH)[0]


def _nose_and_ears() -> tuple[Border, ...]:
    nose = through((91, 27), (95, 17), (100, 14), (105, 17), (109, 27))
    ear = through((177, 108), (184, 106), (190, 113), (190, 127), (186, 140), (177, 147))
    return nose, ear, _left(ear)


# --- from the side --------------------------------------------------------------------------


def from_the_side() -> View:
    """The face looks to the left."""
    outline = through(
        (50, 64), (56, 53), (64, 44), (75, 34.5), (88, 27), (103, 22), (117, 19.4), (132, 19.4), (147, 22),
        (165, 29.5), (181, 43.5), (188.7, 58), (193.2, 77), (195, 93), (195, 117), (190, 141),
        (182, 164), (173, 187),
    )  # fmt: skip
    edge = through(
        (50, 64), (63, 69), (73, 78), (77, 90), (79, 104), (84, 118), (89, 131), (97, 135), (103, 126),
        (107, 111), (121, 103), (135, 108), (141, 122), (140, 139), (139, 156), (150, 175), (173, 187),
    )  # fmt: skip
    behind_hairline = through((64, 44), (75, 53), (84, 62), (91, 72))
    front_end = through((103, 22), (109, 36), (112, 50), (114, 65))
    ridge = through(
        (77, 90), (83, 80), (91, 72), (114, 65), (135, 60), (154, 60), (168, 65), (180, 72.5), (193.2, 77)
    )  # fmt: skip
    beside_crown = through((165, 29.5), (164, 42), (169, 55), (179, 66.5), (193.2, 77))
    behind_ear = through((180, 72.5), (173, 95), (162, 118), (151, 139), (139, 156))
    zones: Mapping[str, tuple[Loop, ...]] = {
        "hairline_temples": ((outline[:3], behind_hairline, back(ridge[:3]), back(edge[:4])),),
        "front": ((outline[2:6], front_end, back(ridge[2:4]), back(behind_hairline)),),
        "midscalp": ((outline[5:10], beside_crown, back(ridge[3:]), back(front_end)),),
        "crown": ((outline[9:13], back(beside_crown)),),
        "sides": ((ridge[:8], behind_ear, back(edge[3:15])),),
        "donor": ((outline[12:], back(edge[14:]), back(behind_ear), ridge[7:]),),
    }
    return View(
        name=_("From the side"),
        width=220,
        height=244,
        zones=zones,
        near={"sides": ((edge[7:15], through((139, 156), (118, 159), (97, 135))),)},
        head=(outline, *_neck_and_face()),
        still=_face_from_the_side(),
        labels={"sides": Label(118, 89, 14.5, 12, 34)},
    )


def _neck_and_face() -> Loop:
    """From the nape down, and up again over throat, chin and nose to the hairline."""
    neck = through((173, 187), (170, 203), (171, 220), (177, 240))
    front = through((96, 240), (99, 224), (97, 210))
    face = through(
        (97, 210), (78, 207), (60, 206), (48, 202), (42, 194), (42, 186), (38, 179), (41, 173), (35, 167),
        (37, 160), (37, 153), (28, 150), (25, 144), (31, 131), (38, 116), (39, 102), (42, 83), (50, 64),
    )  # fmt: skip
    return neck, through((177, 240), (96, 240)), front, face


def _face_from_the_side() -> tuple[Border, ...]:
    """Ear, eye, brow and mouth."""
    return (
        through(
            (113, 140), (109, 128), (112, 115), (122, 110), (132, 115), (133, 128), (126, 139), (121, 151),
            (114, 150), (113, 140),
        ),
        through((119, 139), (116, 129), (119, 121), (126, 121), (126, 130), (121, 137)),
        through((51, 114), (58, 111), (66, 114)),
        through((48, 102), (57, 98), (67, 102)),
        through((37, 167), (44, 168), (50, 166)),
    )  # fmt: skip


# --- from behind ----------------------------------------------------------------------------


def from_behind() -> View:
    """The left of the head is on the left."""
    right = through(
        (100, 18), (112, 18.8), (124, 21.5), (140, 29), (155, 42.5), (168, 64), (174, 90), (173, 117),
        (167, 143), (157, 166), (141, 186),
    )  # fmt: skip
    back_edge = through(
        (45, 42.5), (50, 57), (63, 70), (81, 76.5), (100, 78), (119, 76.5), (137, 70), (150, 57), (155, 42.5)
    )  # fmt: skip
    crown = _arc((100, 53.5), 24.7, 24.5, 180, 540)
    behind_ear = through((137, 70), (152, 92), (161, 117), (167, 143))
    nape = through((141, 186), (121, 191), (100, 192.5), (79, 191), (59, 186))
    left = mirrored((right, behind_ear), 200)
    middle: Loop = (back(left[0][:5]), right[:5], back(back_edge[4:]), back(crown), back(back_edge[:5]))
    sides: Loop = (right[4:9], back(behind_ear), back_edge[6:])
    donor: Loop = (back_edge[2:7], behind_ear, right[8:], nape, back(left[0][8:]), back(left[1]))
    neck = through((141, 186), (139, 202), (142, 217), (157, 229), (180, 240))
    return View(
        name=_("From behind"),
        width=200,
        height=244,
        zones={
            "midscalp": (middle,),
            "crown": ((crown,),),
            "sides": (sides, mirrored(sides, 200)),
            "donor": (donor,),
        },
        near={},
        head=(right, neck, through((180, 240), (20, 240)), back(mirrored((neck,), 200)[0]), back(left[0])),
        still=_ears_from_behind(),
        labels={"donor": Label(100, 140, 14.5, 12, 40)},
    )


def _ears_from_behind() -> tuple[Border, Border]:
    ear = through((174, 110), (181, 101), (188, 105), (187, 122), (181, 141), (173, 149), (168, 139))
    return ear, mirrored((ear,), 200)[0]
