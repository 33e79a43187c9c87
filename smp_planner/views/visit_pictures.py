"""A small picture of the look before the first visit and after each: the head, and a square centimetre."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from html import escape
from itertools import accumulate
from typing import NamedTuple

from smp_planner.domain.course import Visit
from smp_planner.domain.drawing import Drawing
from smp_planner.domain.plan import SmpPlan
from smp_planner.domain.quantities import Estimate, rounded
from smp_planner.domain.words import planned
from smp_planner.exports.look_words import (
    ALIKE,
    Moment,
    colours_of,
    counted,
    moments_of,
    so_far,
    squares_of,
)
from smp_planner.language.texts import N_, _
from smp_planner.pictures.combed import is_combed
from smp_planner.pictures.head import order_of
from smp_planner.pictures.skin_tones import Colours
from smp_planner.pictures.small_look import Stage, small_heads, small_squares
from smp_planner.planner.dots.drawing import drawing_of
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views import html
from smp_planner.views.image import image

WHAT_THEY_ARE = N_(
    "The small pictures are drawings, not photos, and no promise. A dot on a head stands for many. "
    "A square is one square centimetre of your area, enlarged. “The look” says what they take for granted."
)
LOOK_AT_SQUARES = N_("The squares show what each visit adds.")
HEAD = N_("A head drawn from above, forehead at the top. {moment}.")
LONG_HEAD = N_("A head drawn from above, forehead at the top, long hair with a middle parting. {moment}.")
SQUARE = N_("One square centimetre of skin, enlarged: {dots}.")
IN_PLACE = N_("In place after this visit: about {dots}. On 1 cm2: {on_square}.")
IN_PLACE_BARE = N_("In place after this visit: about {dots}. On 1 cm2 of bare skin: {on_square}.")
ROUGH = 20  # how many steps of rounding a number of dots holds at least


class VisitPictures(NamedTuple):
    """What stands before the first visit, and for each visit its pictures with their words; HTML."""

    before: Sequence[str]
    visits: Sequence[str]


def visit_pictures(plan: SmpPlan, rules: RuleSet) -> VisitPictures:
    """The look before the first visit and after each, with how many dots are in place by then."""
    drawing, moments = drawing_of(plan.intake, rules), [*moments_of(plan)]
    bare, *stages = _stages(plan, drawing, moments, rules)
    words = IN_PLACE_BARE if drawing.bare_by_hair else IN_PLACE
    in_place = map(partial(_in_place, words), _sums(plan.sessions.items), _on_square(drawing, moments[1:]))
    visits = [f"{stage}{told}" for stage, told in zip(stages, in_place, strict=True)]
    return VisitPictures([*_before(drawing, moments[0], bare)], visits)


def _before(drawing: Drawing, moment: Moment, bare: str) -> Iterator[str]:
    """What the small pictures are, and the one before the first visit, to hold the others beside.

    Where long hair hides most of the dots, it says what to look at. A square without a head tells no more.
    """
    words = (WHAT_THEY_ARE, ALIKE, LOOK_AT_SQUARES) if is_combed(drawing) else (WHAT_THEY_ARE,)
    yield html.quiet(" ".join(map(_, words)))
    if drawing.zones:
        yield html.heading(moment.words)
        yield bare


def _stages(plan: SmpPlan, drawing: Drawing, moments: Sequence[Moment], rules: RuleSet) -> Iterator[str]:
    """The head, where it is drawn, and the square at each of these moments."""
    pictures = [_squares(plan, drawing, moments, rules)]
    if drawing.zones:
        pictures.insert(0, _heads(plan, drawing, moments))
    return (f'<div class="stage">{"".join(shown)}</div>' for shown in zip(*pictures, strict=True))


def _heads(plan: SmpPlan, drawing: Drawing, moments: Sequence[Moment]) -> list[str]:
    colours, area = colours_of(plan), plan.intake.area
    says = LONG_HEAD if is_combed(drawing) else HEAD
    stages = [_stage(m, colours, _(says, moment=m.words)) for m in moments]
    drawn = small_heads(
        drawing,
        stages,
        colours,
        full_dots=plan.dots.per_cm2.typical,
        order=order_of(area.norwood, area.ludwig),
    )
    under = _("From above")
    return [_figure(picture, stage.label, under) for picture, stage in zip(drawn, stages, strict=True)]


def _squares(plan: SmpPlan, drawing: Drawing, moments: Sequence[Moment], rules: RuleSet) -> list[str]:
    colours, preview = colours_of(plan), rules.density.preview
    name, fill = squares_of(drawing)[0]
    words = [*_on_square(drawing, moments)]
    stages = [_stage(m, colours, _(SQUARE, dots=w)) for m, w in zip(moments, words, strict=True)]
    drawn = small_squares(
        fill,
        stages,
        colours,
        dot_mm=preview.dot_mm.read().number,
        hair_mm=preview.hair_mm.read().number,
    )
    return [
        _figure(picture, stage.label, _("{skin}, 1 cm2: {dots}", skin=name, dots=said))
        for picture, stage, said in zip(drawn, stages, words, strict=True)
    ]


def _on_square(drawing: Drawing, moments: Sequence[Moment]) -> list[str]:
    """What stands on a square centimetre at each moment, in words."""
    _name, fill = squares_of(drawing)[0]
    return [counted(so_far(fill, moment)) for moment in moments]


def _stage(moment: Moment, colours: Colours, says: str) -> Stage:
    pigment = colours.first if moment.pigment == "first" else colours.later
    return Stage(moment.done, pigment, says)


def _figure(picture: str, says: str, words: str) -> str:
    return f"<figure>{image(picture, says)}<figcaption>{escape(words)}</figcaption></figure>"


def _sums(visits: tuple[Visit, ...]) -> Iterator[Estimate]:
    """The dots that are in place after each visit."""
    return accumulate(
        (visit.dots for visit in visits),
        lambda before, now: Estimate(
            before.low + now.low, before.typical + now.typical, before.high + now.high, now.unit
        ),
    )


def _in_place(words: str, dots: Estimate, on_square: str) -> str:
    step = next(step for step in ("100", "10", "1") if dots.typical >= ROUGH * int(step) or step == "1")
    low, typical, high = (rounded(end, step) for end in (dots.low, dots.typical, dots.high))
    about = planned(Estimate(low, typical, high, dots.unit))
    told = _(words, dots=about, on_square=on_square)
    return f'<span class="quiet">{escape(told)}</span>'
