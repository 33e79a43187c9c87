"""A small picture of the look after each visit: the head from above, and one square centimetre enlarged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import accumulate

from smp_planner.domain.course import Visit
from smp_planner.domain.drawing import Drawing
from smp_planner.domain.plan import SmpPlan
from smp_planner.domain.quantities import Estimate, rounded
from smp_planner.domain.words import planned
from smp_planner.exports.look_words import Moment, colours_of, counted, moments_of, so_far, squares_of
from smp_planner.language.texts import N_, _
from smp_planner.pictures.combed import is_combed
from smp_planner.pictures.head import order_of
from smp_planner.pictures.skin_tones import Colours
from smp_planner.pictures.small_look import Stage, small_heads, small_squares
from smp_planner.planner.dots.drawing import drawing_of
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.image import image

WHAT_THEY_ARE = N_(
    "The small pictures are drawings, not photos, and no promise. A dot on a head stands for many. "
    "A square is one square centimetre of your area, enlarged. “The look” says what they take for granted."
)
HEAD = N_("A head drawn from above, forehead at the top. {moment}.")
LONG_HEAD = N_("A head drawn from above, forehead at the top, long hair with a middle parting. {moment}.")
SQUARE = N_("One square centimetre of skin, enlarged: {dots}.")
IN_PLACE = N_("In place after this visit: about {dots}. On 1 cm2: {on_square}.")
ROUGH = 20  # how many steps of rounding a number of dots holds at least


def visit_pictures(plan: SmpPlan, rules: RuleSet) -> list[str]:
    """For each visit its pictures with their words, and how many dots are in place after it; HTML."""
    drawing = drawing_of(plan.intake, rules)
    _, *moments = moments_of(plan)
    pictures = [_squares(plan, drawing, moments, rules)]
    if drawing.zones:
        pictures.insert(0, _heads(plan, drawing, moments))
    return [
        f'<div class="stage">{"".join(shown)}</div>{_in_place(dots, told)}'
        for dots, told, *shown in zip(
            _sums(plan.sessions.items), _on_square(drawing, moments), *pictures, strict=True
        )
    ]


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


def _in_place(dots: Estimate, on_square: str) -> str:
    step = next(step for step in ("100", "10", "1") if dots.typical >= ROUGH * int(step) or step == "1")
    low, typical, high = (rounded(end, step) for end in (dots.low, dots.typical, dots.high))
    about = planned(Estimate(low, typical, high, dots.unit))
    told = _(IN_PLACE, dots=about, on_square=on_square)
    return f'<span class="quiet">{escape(told)}</span>'
