"""What of a plan can be drawn: how much of each place is treated, and how many dots and hairs stand there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from smp_planner.domain.intake import ScarPlace
from smp_planner.domain.quantities import Number
from smp_planner.domain.scar_places import USUAL_PLACE

SCAR = "scar_"  # how the id of a scar begins; its number follows
OF_AREA, IN_SCAR, AROUND_SCAR = "area", "in_scar", "around_scar"  # the kinds of skin that dots go into


class Fill(NamedTuple):
    """How a place looks when the course is done: dots and kept hairs, each by cm2."""

    dots: Number
    hairs: Number


class Zone(NamedTuple):
    """A zone of the scalp: the share of it that is treated (0-1), and how."""

    share: Number
    fill: Fill


class Patch(NamedTuple):
    """A piece of skin that stands for itself: its length and width in cm, and the edge on each side of it.

    An edge goes over into what lies `beyond`, or stays as it is where that isn't drawn. `place` is the part
    of the head that a scar is on, where somebody said it.
    """

    id: str
    length_cm: Number
    width_cm: Number
    edge_cm: Number
    inside: Fill
    edge: Fill
    beyond: Fill | None = None
    place: ScarPlace | None = None

    @property
    def drawn_at(self) -> ScarPlace:
        """The part of the head where it is drawn: the usual place of a scar, unless somebody said another."""
        return self.place or USUAL_PLACE


class Drawing(NamedTuple):
    """A plan as it can be drawn.

    `squares` is how each kind of treated skin looks, by its name, the largest first: the area as a whole, a
    scar, the skin around it; `full_hair` counts hairs by cm2 where none is lost; `whole_scalp`: nothing of
    the head is left untreated; `shaved`: the hair that is there is a stubble; `long`: it falls to both sides
    from a parting.
    """

    zones: Mapping[str, Zone]
    patches: tuple[Patch, ...]
    squares: Mapping[str, Fill]
    full_hair: Number
    whole_scalp: bool = False
    shaved: bool = False
    long: bool = False

    @property
    def typical(self) -> Fill:
        """How the largest part of what is treated looks."""
        return next(iter(self.squares.values()))

    @property
    def bare_by_hair(self) -> bool:
        """Whether the largest kind of treated skin is bare, and hair stands in another."""
        return not self.typical.hairs and any(fill.hairs for fill in self.squares.values())

    @property
    def scars(self) -> tuple[Patch, ...]:
        """The patches that are scars, which are drawn on the head too."""
        return tuple(patch for patch in self.patches if patch.id.startswith(SCAR))

    @property
    def on_head(self) -> bool:
        """Whether anything is treated that has a place on the head."""
        return bool(self.zones or self.scars)

    @property
    def without_place(self) -> bool:
        """Whether a size is treated of which nobody said where on the head it is."""
        return len(self.patches) > len(self.scars)


class Look(NamedTuple):
    """All that is needed to draw a plan outside the room where it is made.

    `places` names the treated zones as they stand in a line; a dot and a hair are so wide in life.
    """

    drawing: Drawing
    places: tuple[str, ...]
    dot_mm: Number
    hair_mm: Number
