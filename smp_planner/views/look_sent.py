"""What of a plan's look goes to the browser: its numbers, and the words for every picture and visit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import accumulate
from typing import Any, NamedTuple

from smp_planner.domain.course import Shade
from smp_planner.domain.drawing import Drawing, Fill, Patch
from smp_planner.domain.plan import SmpPlan
from smp_planner.domain.quantities import Number, rounded
from smp_planner.domain.words import figure, listed, number
from smp_planner.language.texts import N_, _
from smp_planner.pictures.dots import DOT_CM
from smp_planner.pictures.head import order_of
from smp_planner.pictures.skin_tones import Colours, colours
from smp_planner.rules.ruleset import RuleSet

ONE_SQUARE = N_("One square centimetre")
YOURS, NO_LOSS = N_("Your area"), N_("Hair where none is lost")
SCALE = N_(
    "One square centimetre, enlarged. Dots are {dot} mm wide and hairs {hair} mm, "
    "true to scale, and hair is clipped short. The bar is 1 mm long."
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
SCAR = N_("Scar {number}, {length} x {width} cm, with its margin")
MEASURED = N_("The area as you measured it, {length} x {width} cm, with its soft edge")
UNDER_PATCH = N_("{patch}. The bar is 1 cm long. Dots are drawn {times} times as wide as in life.")
REM_PER_CM = 1.5  # how wide a patch is drawn at most
Sent = Mapping[str, Any]


class Moment(NamedTuple):
    """Before the first visit or after one: the share of the course that is done (0-1), and it in words."""

    done: Number
    pigment: str
    words: str


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


def sent(plan: SmpPlan, drawing: Drawing, rules: RuleSet) -> Sent:
    """Everything that the pictures of one plan need."""
    preview = rules.density.preview
    dot_mm, hair_mm = preview.dot_mm.read().number, preview.hair_mm.read().number
    moments = list(moments_of(plan))
    times = number(rounded(Decimal(str(DOT_CM)) * 10 / dot_mm))
    return {
        "ask": _("Show the look:"),
        "visits": [moment._asdict() | {"done": float(moment.done)} for moment in moments],
        "colours": colours_of(plan)._asdict(),
        "dot_cm": float(dot_mm) / 10,
        "hair_cm": float(hair_mm) / 10,
        "head": _head(plan, drawing, rules, moments, times) if drawing.zones else None,
        "patches": [_patch(patch, moments, times) for patch in drawing.patches],
        "squares": list(_squares(drawing, rules, moments)),
        "scale": _(SCALE, dot=number(dot_mm), hair=number(hair_mm)),
    }


def colours_of(plan: SmpPlan) -> Colours:
    """The person's skin and hair, and the pigment of the plan's shade."""
    shade = plan.shade
    return colours(plan.intake.skin.tone, plan.intake.hair.colour, _step(shade, 1), _step(shade, 2))


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


def _step(shade: Shade, visit: int) -> Number | None:
    step = shade.first_session if visit == 1 else shade.target
    return step.typical if step else None


def _head(plan: SmpPlan, drawing: Drawing, rules: RuleSet, moments: list[Moment], times: str) -> Sent:
    treated = listed([rules.intake.in_a_line["zones"][zone] for zone in drawing.zones])
    says = HEAD_WITH_HAIR if hair_around(drawing) else HEAD
    return {
        "order": order_of(plan.intake.area.norwood, plan.intake.area.ludwig),
        "full_hair": float(drawing.full_hair),
        "zones": {
            name: {"share": float(zone.share), "fill": _numbers(zone.fill)}
            for name, zone in drawing.zones.items()
        },
        "says": [_(says, places=treated, moment=moment.words) for moment in moments],
        "words": [_(UNDER_HEAD, times=times)],
    }


def _patch(patch: Patch, moments: list[Moment], times: str) -> Sent:
    name = _(
        MEASURED if patch.id == "measured" else SCAR,
        number=patch.id.removeprefix("scar_"),
        length=number(rounded(patch.length_cm, "0.1")),
        width=number(rounded(patch.width_cm, "0.1")),
    )
    return {
        "length": float(patch.length_cm),
        "width": float(patch.width_cm),
        "edge": float(patch.edge_cm),
        "inside": _numbers(patch.inside),
        "around": _numbers(patch.edge),
        "beyond": _numbers(patch.beyond) if patch.beyond else None,
        "across": REM_PER_CM * float(patch.length_cm + 2 * patch.edge_cm),
        "says": [
            _("A drawing of skin. {patch}. {moment}.", patch=name, moment=moment.words) for moment in moments
        ],
        "words": [_(UNDER_PATCH, patch=name, times=times)],
    }


def _squares(drawing: Drawing, rules: RuleSet, moments: list[Moment]) -> Iterator[Sent]:
    """The person's own area, which alone follows the visits, then what to hold beside it."""
    yield _square(_(YOURS), [so_far(drawing.typical, moment) for moment in moments])
    yield _square(_(NO_LOSS), [Fill(0, drawing.full_hair)])
    for row in rules.density.looks.rows.values():
        yield _square(row.name or "", [Fill(row.read().number, 0)])


def _square(name: str, fills: list[Fill]) -> Sent:
    """A square with its name, for each visit or once for all."""
    words = [_("{name}: {count}", name=name, count=counted(fill)) for fill in fills]
    return {
        "dots": [int(rounded(fill.dots)) for fill in fills],
        "hairs": int(rounded(fills[0].hairs)),
        "says": [_("One square centimetre of skin, enlarged. {square}.", square=one) for one in words],
        "words": words,
    }


def _numbers(fill: Fill) -> list[float]:
    return [float(fill.dots), float(fill.hairs)]
