"""The look of a plan, drawn visit by visit, with one square centimetre enlarged and the plan's numbers.

The drawing is made in the browser. What never changes, the even tile and the script, is a message of its
own that a browser gets once; of a plan only its numbers are sent.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from html import escape
from pathlib import Path

from streamlit.components.v2 import component

from smp_planner.domain.drawing import AROUND_SCAR, OF_AREA, Drawing
from smp_planner.domain.in_hair import is_in_hair, is_long_by_bare
from smp_planner.domain.intake import Intake, ScarPlace
from smp_planner.domain.plan import SmpPlan
from smp_planner.domain.words import figure, number, per_cent
from smp_planner.exports.hair_unsaid import open_places
from smp_planner.exports.look_words import (
    LONG_HAIR,
    NO_PROMISE,
    counted,
    dots_so_far,
    hair_around,
    moments_of,
    so_far,
    squares_of,
)
from smp_planner.language.texts import N_, _
from smp_planner.pictures.combed import is_combed
from smp_planner.pictures.dots import geometry
from smp_planner.pictures.tile import TILE
from smp_planner.planner.coverage.answers import area_unknown
from smp_planner.planner.dots.drawing import drawing_of
from smp_planner.planner.dots.kept_hair import (
    is_open,
    margin_is_open,
    said_around,
    share_unsaid,
    thins,
    why_no_count,
)
from smp_planner.rules.figures import Figure, Row
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views import html
from smp_planner.views.hair_not_sure import not_sure_told
from smp_planner.views.look_sent import NO_LOSS, ONE_SQUARE, sent
from smp_planner.views.picture import show
from smp_planner.views.whys import Whys

WAIT = N_("One moment, please. Your browser draws the look.")
HEADERS = (
    N_("Visit"),
    N_("Dots at this visit"),
    N_("Dots so far"),
    N_("On 1 cm2 after it"),
    N_("Done after it"),
)
ON_BARE = N_("On 1 cm2 of bare skin after it")
NO_TONE = N_("You gave no skin type, so a middle tone is drawn. Give yours under your answers.")
NO_COLOUR = N_("You gave no hair colour, so dark brown hair is drawn.")
NO_GREY = N_("No grey matches this hair, so the dots are drawn in a middle grey.")
AREA_OF_GOAL = N_("The area is not told yet, so it is drawn where your goal lies.")
AREA_OF_ALL = N_("The area is not told yet, so it is drawn on the whole top, as for a shaved look.")
SCARS_IN_HAIR = N_(
    "We aren't sure how much hair stands around the scar. The plan counts as if it stood there in full, so "
    "it is drawn so. Then the skin around takes only a share of the dots: {share}."
)
KEPT = N_("So there we draw what the plan counts with: {share}.")
KEPT_THIN = N_(
    "It is thin there, not gone. So there we draw what the plan counts with, {share}: between {low} and "
    "{high}, as no count that we found tells how much is left."
)
OVER_ALL = N_("With what you said of the other places, that is {share} over the whole area.")
FULL_AROUND = N_("Around the treated area the drawing shows full hair, clipped short.")
STUBBLE_AROUND = N_("Around the treated area the drawing shows full hair, shaved to a stubble.")
LONG_AROUND = N_("Around the treated area the drawing shows full hair, worn long.")
WORN_UNSAID = N_("You didn't say how you wear your hair, so it is drawn long.")
CHOSEN_BY = ("goals", "area")  # the answers that choose how much hair is planned with where nobody said
IN_HAIR = N_("All hair is drawn clipped short, so that the dots can be seen. Longer hair hides part of them.")
LONG_BY_BARE = N_(
    "You wear your hair long, and here it is drawn clipped short. Dots on bare skin look like stubble, and "
    "long hair around them can make that show."
)


def show_drawn_look(plan: SmpPlan, whys: Whys, rules: RuleSet) -> None:
    """The drawing with its slider, what it assumes, and the plan's numbers under it."""
    drawing = drawing_of(plan.intake, rules)
    show(html.notice(_(NO_PROMISE)), *map(html.paragraph, _about_hair(plan, drawing)))
    _script(key="look_script")
    _picture(data={**sent(plan, drawing, rules), "wait": _(WAIT)}, key="look_picture")
    show(
        html.items(_assumed(plan, drawing, rules, whys)),
        visit_by_visit(plan, drawing, whys),
        html.table(_(ONE_SQUARE), (_("What"), _("Figure")), _squares(drawing, whys, rules)),
    )


def _about_hair(plan: SmpPlan, drawing: Drawing) -> Iterator[str]:
    """How hair is drawn that the dots go between, or that is worn long beside bare skin."""
    alone = plan.area.scars_alone
    if is_combed(drawing):
        yield _(LONG_HAIR)
    elif is_in_hair(plan.intake, scars_alone=alone):
        yield _(IN_HAIR)
    elif is_long_by_bare(plan.intake, scars_alone=alone):
        yield _(LONG_BY_BARE)


def _scar_hair_is_open(intake: Intake, drawing: Drawing, rules: RuleSet) -> bool:
    """Whether nobody is sure of the hair around a scar, or told of it."""
    covered = (*drawing.zones, OF_AREA) if OF_AREA in drawing.squares else ()
    places: list[ScarPlace | None] = [scar.place for scar in intake.area.scars] or [None]
    said = (said_around(intake.kept_hair, place, covered, rules) for place in places)
    return any(margin_is_open(one, rules) for one in said)


def _assumed(plan: SmpPlan, drawing: Drawing, rules: RuleSet, whys: Whys) -> Iterator[str]:
    """What is drawn without anybody having said it, a figure with its reason."""
    intake = plan.intake
    if intake.skin.tone is None:
        yield escape(_(NO_TONE))
    if intake.hair.colour is None:
        yield escape(_(NO_COLOUR))
    elif plan.shade.target is None:
        yield escape(_(NO_GREY))
    if area_unknown(intake.area):
        yield escape(_(AREA_OF_GOAL if intake.goals else AREA_OF_ALL))
    if is_open(intake.kept_hair) and OF_AREA in drawing.squares:
        yield _kept(intake, drawing, rules, whys)
    if AROUND_SCAR in drawing.squares and _scar_hair_is_open(intake, drawing, rules):
        least = rules.density.least_share.read()
        yield f"{escape(_(SCARS_IN_HAIR, share=per_cent(least.number)))} {whys.rule(least)}"
    if hair_around(drawing):
        yield escape(_(_hair_around(drawing)))
    if is_combed(drawing) and intake.hair.wears is None:
        yield escape(_(WORN_UNSAID))


def _hair_around(drawing: Drawing) -> str:
    if is_combed(drawing):
        return LONG_AROUND
    return STUBBLE_AROUND if drawing.shaved else FULL_AROUND


def _kept(intake: Intake, drawing: Drawing, rules: RuleSet, whys: Whys) -> str:
    """What is drawn of hair of which nobody said how much is left."""
    unsaid = share_unsaid(intake.goals, intake.area, rules)
    words = KEPT_THIN if thins(intake.goals, intake.area, rules) else KEPT
    share, low, high = map(per_cent, (unsaid.number, unsaid.low, unsaid.high))
    told = [not_sure_told(intake, rules), _(words, share=share, low=low, high=high)]
    if open_places(intake.kept_hair):
        left = Decimal(drawing.squares[OF_AREA].hairs) / Decimal(drawing.full_hair)
        told.append(_(OVER_ALL, share=per_cent(left)))
    no_count = why_no_count(intake.goals, intake.area, rules)
    why = whys.rule(unsaid, *CHOSEN_BY, say=str(no_count.value) if no_count else "")
    return f"{escape(' '.join(told))} {why}"


def visit_by_visit(plan: SmpPlan, drawing: Drawing, whys: Whys) -> str:
    """The numbers of the pictures of a course: what each visit adds, and what stands there after it."""
    rows = _visits(plan, drawing, whys)
    headers = (*HEADERS[:3], ON_BARE, *HEADERS[4:]) if drawing.bare_by_hair else HEADERS
    return html.table(_("The plan visit by visit"), list(map(_, headers)), rows)


def _visits(plan: SmpPlan, drawing: Drawing, whys: Whys) -> Iterator[tuple[str, ...]]:
    _name, fill = squares_of(drawing)[0]
    _before, *moments = moments_of(plan)
    for visit, dots, moment in zip(plan.sessions.items, dots_so_far(plan), moments, strict=True):
        key = f"sessions.items.{visit.number}"
        yield (
            _("Visit {number}", number=number(visit.number)),
            html.figure(visit.dots, whys.why(f"{key}.dots")),
            f"{number(dots)} {whys.why(f'{key}.share_after', 'dots.total')}",
            f"{counted(so_far(fill, moment))} {whys.why('dots.per_cm2', f'{key}.share_after')}",
            f"{per_cent(visit.share_after)} {whys.why(f'{key}.share_after')}",
        )


def _squares(drawing: Drawing, whys: Whys, rules: RuleSet) -> Iterator[tuple[str, str]]:
    def row(name: str, rule: Row | Figure) -> tuple[str, str]:
        reading = rule.read()
        return name, f"{figure(reading.number, reading.unit)} {whys.rule(reading)}"

    preview = rules.density.preview
    for name, fill in squares_of(drawing):
        on_each = _("{dots} on each cm2", dots=counted(fill))
        yield name, f"{on_each} {whys.why('dots.per_cm2', 'dots.total')}"
    yield row(_(NO_LOSS), preview.natural_hair)
    yield from (row(look_row.name or "", look_row) for look_row in rules.density.looks.rows.values())
    yield row(_("Width of a dot"), preview.dot_mm)
    yield row(_("Width of a hair"), preview.hair_mm)


# --- the script -----------------------------------------------------------------------------

_FILES = Path(__file__).parent
_HEAD = json.dumps(geometry(), separators=(",", ":"))
_CONSTANTS = f'const TILE = "{"".join(TILE.split())}";\nconst HEAD = {_HEAD};\n'
_SHOW = """
export default function ({ data, parentElement }) {
  let end = null;
  const wait = parentElement.querySelector(".wait");
  if (wait) wait.textContent = data.wait;
  let timer = null;
  const draw = () => { end = window.smpLook(parentElement, data); wait?.remove(); };
  const soon = () => { if (wait) timer = setTimeout(draw, 50); else draw(); };
  if (window.smpLook) soon();
  else window.addEventListener("smp-look", soon, { once: true });
  return () => { window.removeEventListener("smp-look", soon); clearTimeout(timer); end?.(); };
}
"""
_PARTS = [(_FILES / name).read_text(encoding="utf-8") for name in ("drawn_spots.js", "drawn_look.js")]
# Each changed answer sends it, so it is short; in one line it would be taken for the name of a file.
_LOOK = re.sub(r"\s*([{;])\s*", r"\1", (_FILES / "drawn_look.css").read_text(encoding="utf-8"))
_script = component("smp_look_script", js=_CONSTANTS + "\n".join(_PARTS))
_picture = component(
    "smp_look_picture",
    html='<div class="look"><p class="wait"></p></div>',
    css=_LOOK,
    js=_SHOW,
)
