"""What of a plan's look goes to the browser: its numbers, and the words for every picture and visit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from smp_planner.domain.drawing import Drawing, Fill, Patch
from smp_planner.domain.plan import SmpPlan
from smp_planner.domain.quantities import Number, rounded
from smp_planner.domain.words import number
from smp_planner.exports.look_words import (
    FROM,
    NO_PLACE,
    SCALE,
    TOO_FINE,
    UNDER_PATCH,
    Moment,
    colours_of,
    counted,
    hair_around,
    head_told,
    how_drawn,
    moments_of,
    name_of,
    same_hair,
    so_far,
    squares_of,
    times_as_wide,
    told_below,
)
from smp_planner.language.texts import N_, _
from smp_planner.pictures.combed import is_combed
from smp_planner.pictures.dots import hair_length
from smp_planner.pictures.head import order_of
from smp_planner.pictures.seen import most_seen
from smp_planner.rules.cell_names import cell_name
from smp_planner.rules.ruleset import RuleSet

ONE_SQUARE = N_("One square centimetre")
NO_LOSS = N_("Hair where none is lost")
REM_PER_CM = 1.5  # how wide a patch is drawn at most
Sent = Mapping[str, Any]


def sent(plan: SmpPlan, drawing: Drawing, rules: RuleSet) -> Sent:
    """Everything that the pictures of one plan need."""
    preview = rules.density.preview
    dot_mm, hair_mm = preview.dot_mm.read().number, preview.hair_mm.read().number
    moments = list(moments_of(plan))
    times = times_as_wide(dot_mm)
    return {
        "ask": _("Show the look:"),
        "visits": [moment._asdict() | {"done": float(moment.done)} for moment in moments],
        "colours": colours_of(plan)._asdict(),
        "dot_cm": float(dot_mm) / 10,
        "hair_cm": float(hair_mm) / 10,
        "hair_long": hair_length(drawing),
        "head": _head(plan, drawing, rules, dot_mm) if drawing.on_head else None,
        "no_place": _(NO_PLACE) if drawing.without_place else None,
        "fine": _(TOO_FINE),
        "patches": [_patch(patch, moments, times) for patch in drawing.patches],
        "squares": list(_squares(drawing, rules, moments)),
        "scale": " ".join((_(SCALE, dot=number(dot_mm), hair=number(hair_mm)), *same_hair(drawing, hair_mm))),
    }


def _head(plan: SmpPlan, drawing: Drawing, rules: RuleSet, dot_mm: Number) -> Sent:
    """The head from each side; the browser puts together what holds for all and for one."""
    places = {zone: cell_name(zone, rules) for zone in drawing.zones}
    around, long = hair_around(drawing), is_combed(drawing)
    return {
        "order": order_of(plan.intake.area.norwood, plan.intake.area.ludwig),
        "full_hair": float(drawing.full_hair),
        "long": long,
        "zones": {
            name: {"share": float(zone.share), "fill": _numbers(zone.fill)}
            for name, zone in drawing.zones.items()
        },
        "scars": [{**_skin(scar), "place": scar.drawn_at} for scar in drawing.scars],
        "ask": _("Seen from:"),
        "seen_first": most_seen(drawing),
        "words": [how_drawn(dot_mm, long=long)],
        "seen": {
            seen: {
                "name": _(name),
                "says": head_told(seen, places, drawing.scars, around=around, long=long),
                "words": told_below(seen, places, drawing.scars),
            }
            for seen, name in FROM.items()
        },
    }


def _patch(patch: Patch, moments: list[Moment], times: str) -> Sent:
    name = name_of(patch)
    return {
        **_skin(patch),
        "beyond": _numbers(patch.beyond) if patch.beyond else None,
        "across": REM_PER_CM * float(patch.length_cm + 2 * patch.edge_cm),
        "says": [
            _("A drawing of skin. {patch}. {moment}.", patch=name, moment=moment.words) for moment in moments
        ],
        "words": [_(UNDER_PATCH, patch=name, times=times)],
    }


def _skin(patch: Patch) -> Sent:
    """How large a patch is and what it is filled with."""
    return {
        "length": float(patch.length_cm),
        "width": float(patch.width_cm),
        "edge": float(patch.edge_cm),
        "inside": _numbers(patch.inside),
        "around": _numbers(patch.edge),
    }


def _squares(drawing: Drawing, rules: RuleSet, moments: list[Moment]) -> Iterator[Sent]:
    """The person's own skin, which alone follows the visits, then what to hold beside it."""
    for name, fill in squares_of(drawing):
        yield _square(name, [so_far(fill, moment) for moment in moments])
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
