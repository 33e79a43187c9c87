"""The words of a plan's look: its moments from before the first visit to the last, and what is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import accumulate
from typing import NamedTuple

from smp_planner.domain.course import Shade
from smp_planner.domain.drawing import Drawing, Fill, Patch
from smp_planner.domain.plan import SmpPlan
from smp_planner.domain.quantities import Number, rounded
from smp_planner.domain.words import figure, listed, number
from smp_planner.language.texts import N_, _
from smp_planner.pictures.dots import DOT_CM
from smp_planner.pictures.skin_tones import Colours, colours

NO_PROMISE = N_(
    "This is a drawing, not a photo, and no promise. It shows how many dots the plan places and how close "
    "they stand. Skin, light and healing change how it looks."
)
HEAD = N_("A head drawn from above, forehead at the top. Treated: {places}. {moment}.")
HEAD_WITH_HAIR = N_(
    "A head drawn from above, forehead at the top. Treated: {places}. "
    "Around the area stands full hair. {moment}."
)
UNDER_HEAD = N_(
    "From above, forehead at the top. The bar is 1 cm long. Dots stand as close as in the plan. "
    "They are drawn {times} times as wide as in life, so that you can see them. "
    "The sides and the back curve away, so this picture holds fewer dots than the plan."
)
SCALE = N_(
    "One square centimetre, enlarged. Dots are {dot} mm wide and hairs {hair} mm, "
    "true to scale, and hair is clipped short. The bar is 1 mm long."
)
SCAR = N_("Scar {number}, {length} x {width} cm, with its margin")
MEASURED = N_("The area as you measured it, {length} x {width} cm, with its soft edge")
UNDER_PATCH = N_("{patch}. The bar is 1 cm long. Dots are drawn {times} times as wide as in life.")


class Moment(NamedTuple):
    """Before the first visit or after one: the share of the course that is done (0-1), and it in words."""

    done: Number
    pigment: str
    words: str


def moments_of(plan: SmpPlan) -> Iterator[Moment]:
    """Before the first visit, then after each."""
    visits, total = plan.sessions.items, number(plan.dots.total.typical)
    yield Moment(0, "first", _("Before the first visit"))
    for visit, dots in zip(visits, dots_so_far(plan), strict=True):
        words = _(
            "After visit {visit} of {visits}: {dots} of {total} dots",
            visit=number(visit.number),
            visits=number(len(visits)),
            dots=number(dots),
            total=total,
        )
        yield Moment(visit.share_after, "first" if visit.number == 1 else "later", words)


def dots_so_far(plan: SmpPlan) -> list[Number]:
    """The dots that are placed after each visit."""
    return list(accumulate(visit.dots.typical for visit in plan.sessions.items))


def hair_around(drawing: Drawing) -> bool:
    """Whether a head is drawn of which a part is not treated."""
    return bool(drawing.zones) and not drawing.whole_scalp


def so_far(fill: Fill, moment: Moment) -> Fill:
    """What stands there at that moment, of what stands there when the course is done."""
    return Fill(fill.dots * moment.done, fill.hairs)


def counted(fill: Fill) -> str:
    """Dots and hairs in words; hairs alone where there are no dots beside them."""
    dots, hairs = (figure(rounded(count), unit) for count, unit in zip(fill, ("dots", "hairs"), strict=True))
    return listed((dots, hairs)) if fill.dots and fill.hairs else hairs if fill.hairs else dots


def colours_of(plan: SmpPlan) -> Colours:
    """The person's skin and hair, and the pigment of the plan's shade."""
    shade = plan.shade
    return colours(plan.intake.skin.tone, plan.intake.hair.colour, _step(shade, 1), _step(shade, 2))


def name_of(patch: Patch) -> str:
    """What a patch of skin is: a scar or the measured area, with its size."""
    return _(
        MEASURED if patch.id == "measured" else SCAR,
        number=patch.id.removeprefix("scar_"),
        length=number(rounded(patch.length_cm, "0.1")),
        width=number(rounded(patch.width_cm, "0.1")),
    )


def times_as_wide(dot_mm: Number) -> str:
    """How many times as wide as in life a dot is drawn on a head."""
    return number(rounded(Decimal(str(DOT_CM)) * 10 / dot_mm))


def _step(shade: Shade, visit: int) -> Number | None:
    step = shade.first_session if visit == 1 else shade.target
    return step.typical if step else None
