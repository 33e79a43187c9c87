"""The words of a plan's look: its moments from before the first visit to the last, and what is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import accumulate
from typing import NamedTuple

from smp_planner.domain.course import Shade
from smp_planner.domain.drawing import AROUND_SCAR, IN_SCAR, OF_AREA, Drawing, Fill, Patch
from smp_planner.domain.drawing import SCAR as SCAR_ID
from smp_planner.domain.intake import BEGUN_SIZE
from smp_planner.domain.plan import SmpPlan
from smp_planner.domain.quantities import Number, rounded
from smp_planner.domain.scar_places import IN_A_LINE
from smp_planner.domain.words import figure, listed, number
from smp_planner.language.texts import N_, _
from smp_planner.pictures.combed import HAIRS, is_combed
from smp_planner.pictures.dots import DOT_CM, HAIR_CM
from smp_planner.pictures.seen import AT_ITS_EDGE, WELL_SEEN, From, best_from
from smp_planner.pictures.skin_tones import Colours, colours

NO_PROMISE = N_(
    "This is a drawing, not a photo, and no promise. Skin, light and healing change how it looks."
)
FROM: Mapping[From, str] = {"above": N_("above"), "side": N_("the side"), "behind": N_("behind")}
DRAWN_FROM: Mapping[From, str] = {
    "above": N_("A head drawn from above, forehead at the top."),
    "side": N_("A head drawn from its left side, face to the left."),
    "behind": N_("A head drawn from behind, left ear on the left."),
}
SEEN_FROM: Mapping[From, str] = {
    "above": N_("From above, forehead at the top."),
    "side": N_("From the left side. The right side is drawn alike."),
    "behind": N_("From behind, left ear on the left."),
}
TREATED = N_("Treated: {places}.")
WELL = N_("Treated and seen from here: {places}.")
EDGE = N_("Treated, and only the edge is seen from here: {places}.")
HIDDEN = N_("Treated, but not seen from here: {places}.")
LONG_HAIR = N_(
    "Hair is drawn long, with a middle parting. Where it is thin, scalp shows between the strands, and there "
    "the dots show too. Longer hair hides part of them. What it hides or shows depends on how you wear it."
)
FALLS = N_(
    "Long hair falls to both sides from a middle parting. Where it is thin, scalp shows between the strands."
)
STRAND = N_("A strand stands for {hairs} hairs.")
SAME_HAIR = N_(
    "Head and square hold the same hair: about {left} of {full} hairs on each cm2 of the area. The head "
    "looks fuller: long hair lies over other hair, and it is drawn {times} times as wide as in life."
)
ALIKE = N_("Long hair hides most of the dots, so the heads look much alike.")
HAIR_AROUND = N_("Around the area stands full hair.")
UNDER_HEAD = N_(
    "The bar is 1 cm long. Dots stand as close as in the plan. "
    "A head curves away, so one picture holds fewer dots than the plan. "
    "Dots are drawn {times} times as wide as in life."
)
SCALE = N_(
    "One square centimetre, enlarged. Dots are {dot} mm wide and hairs {hair} mm, "
    "true to scale, and hair is clipped short. The bar is 1 mm long."
)
SCAR = N_("Scar {number}, {length} x {width} cm, with its margin")
SCAR_AT = N_("Scar {number} {place}, {length} x {width} cm, with its margin")
MEASURED = N_("The area as you measured it, {length} x {width} cm, with its soft edge")
BEGUN = N_("An area of a size to begin with, {length} x {width} cm, with its soft edge")
PATCHES: Mapping[str, str] = {"measured": MEASURED, BEGUN_SIZE: BEGUN}  # any other is a scar
SQUARES = {
    OF_AREA: N_("Your area"),
    IN_SCAR: N_("In the scar"),
    AROUND_SCAR: N_("Skin around the scar"),
}
"""One square centimetre of each kind of treated skin."""
BARE_AREA = N_("Bare skin of your area")
TOO_FINE = N_(
    "Even so, at this size single dots are too fine to see, so you see a tone. In life it may be lighter. "
    "The enlarged square shows single dots."
)
TOO_FINE_ON_PAPER = N_("Even so, single dots are too fine to see here.")
NO_PLACE_ON_PAPER = N_("It is not on a head, as a size doesn't say where it is.")
NO_PLACE = N_(
    "The area that you measured is not drawn on a head: a size doesn't say where it is, and a size counts "
    "before a stage. To see it on a head, choose places on the head, by name or by a tap on the scalp. "
    "Here is a piece of skin of that size."
)
SCAR_PLACE = N_(
    "Nobody said where it is. So it is drawn across the back, where a strip for a transplant is usually "
    "taken, and the place is ours."
)
SCAR_PART = N_("You named the part of the head. Where it lies there, and which way it runs, is ours.")
ON_A_SIDE = N_("We don't ask on which side a scar is: it is drawn on the left alone.")
SCARS_ELSEWHERE = N_("Not seen from here, but drawn from {side}: {scars}.")
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
    return drawing.on_head and not drawing.whole_scalp


def head_told(
    seen: From, places: Mapping[str, str], scars: Sequence[Patch] = (), *, around: bool, long: bool = False
) -> str:
    """What a head shows to who can't see it, but for the moment; `places` names each treated zone."""
    if set(places) <= set(WELL_SEEN[seen]) and all(_drawn_from(scar) == seen for scar in scars):
        return heads_told([seen], list(places.values()), scars, around=around, long=long)
    told = (*seen_of(seen, places), *scars_told(seen, scars))
    return _joined(_(DRAWN_FROM[seen]), *_falls(long=long), *told, *_around(around=around))


def heads_told(
    sides: Sequence[From],
    places: Sequence[str],
    scars: Sequence[Patch] = (),
    *,
    around: bool,
    long: bool = False,
) -> str:
    """The same of heads that together show all treated places."""
    drawn = (_(DRAWN_FROM[seen]) for seen in sides)
    treated = [_(TREATED, places=listed(places))] if places else []
    return _joined(*drawn, *_falls(long=long), *treated, *scars_drawn(scars), *_around(around=around))


def scars_told(seen: From, scars: Sequence[Patch]) -> Iterator[str]:
    """Each scar with its size and why it is drawn where it is, or from where it is seen."""
    for side in WELL_SEEN:
        drawn = [scar for scar in scars if _drawn_from(scar) == side]
        if side == seen:
            yield from scars_drawn(drawn)
        elif drawn:
            names = listed([_("scar {number}", number=_number_of(scar)) for scar in drawn])
            yield _(SCARS_ELSEWHERE, side=_(FROM[side]), scars=names)


def scars_drawn(scars: Sequence[Patch]) -> Iterator[str]:
    """Each scar with its size, and why it is drawn where it is."""
    said = [scar for scar in scars if scar.place]
    for some, why in ((said, SCAR_PART), ([scar for scar in scars if not scar.place], SCAR_PLACE)):
        if some:
            yield " ".join(f"{name_of(scar)}." for scar in some)
            yield _(why)
    if any(scar.place == "side" for scar in said):
        yield _(ON_A_SIDE)


def _drawn_from(scar: Patch) -> From:
    return best_from(scar.drawn_at)


def _falls(*, long: bool) -> Iterator[str]:
    if long:
        yield _(FALLS)


def _around(*, around: bool) -> Iterator[str]:
    if around:
        yield _(HAIR_AROUND)


def told_below(seen: From, places: Mapping[str, str], scars: Sequence[Patch] = ()) -> str:
    """What stands below a head, before how it is drawn."""
    return _joined(_(SEEN_FROM[seen]), *seen_of(seen, places), *scars_told(seen, scars))


def how_drawn(dot_mm: Number, *, long: bool = False) -> str:
    """How heads are drawn; a dot is so wide in life. `long`: hair is drawn in strands."""
    drawn = _(UNDER_HEAD, times=times_as_wide(dot_mm))
    return _joined(drawn, _(STRAND, hairs=number(HAIRS))) if long else drawn


def same_hair(drawing: Drawing, hair_mm: Number) -> Iterator[str]:
    """Why a head of long hair looks fuller than its square, which holds the same share of hair."""
    if is_combed(drawing):
        left, full = (number(rounded(hairs)) for hairs in (drawing.typical.hairs, drawing.full_hair))
        yield _(SAME_HAIR, left=left, full=full, times=_times(HAIR_CM, hair_mm))


def _joined(*sentences: str) -> str:
    return " ".join(sentences)


def seen_of(seen: From, places: Mapping[str, str]) -> Iterator[str]:
    """Which treated places are seen from there, of which only the edge, and which are not."""
    kinds = {WELL: WELL_SEEN[seen], EDGE: AT_ITS_EDGE[seen]}
    kinds[HIDDEN] = tuple(zone for zone in places if not any(zone in zones for zones in kinds.values()))
    for words, zones in kinds.items():
        if names := [name for zone, name in places.items() if zone in zones]:
            yield _(words, places=", ".join(names))


def so_far(fill: Fill, moment: Moment) -> Fill:
    """What stands there at that moment, of what stands there when the course is done."""
    return Fill(fill.dots * moment.done, fill.hairs)


def squares_of(drawing: Drawing) -> list[tuple[str, Fill]]:
    """Each kind of treated skin by its name, with what stands on a square centimetre of it."""
    names = SQUARES | ({OF_AREA: BARE_AREA} if drawing.bare_by_hair else {})
    return [(_(names[kind]), fill) for kind, fill in drawing.squares.items()]


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
        PATCHES.get(patch.id, SCAR_AT if patch.place else SCAR),
        number=_number_of(patch),
        place=_(IN_A_LINE[patch.place]) if patch.place else "",
        length=number(rounded(patch.length_cm, "0.1")),
        width=number(rounded(patch.width_cm, "0.1")),
    )


def _number_of(scar: Patch) -> str:
    return scar.id.removeprefix(SCAR_ID)


def times_as_wide(dot_mm: Number) -> str:
    """How many times as wide as in life a dot is drawn on a head."""
    return _times(DOT_CM, dot_mm)


def _times(drawn_cm: float, mm: Number) -> str:
    return number(rounded(Decimal(str(drawn_cm)) * 10 / mm))


def _step(shade: Shade, visit: int) -> Number | None:
    step = shade.first_session if visit == 1 else shade.target
    return step.typical if step else None
