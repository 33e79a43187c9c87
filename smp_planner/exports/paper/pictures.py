"""The pictures of a plan on paper, from the same geometry as on screen, in ink.

Each is a block whose SVG stands alone: its own colours, letters and size, and no script. The head with its
dots is in `picture_of_look.py`, the months are in `picture_of_months.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from smp_planner.domain.plan import Compared, SmpPlan
from smp_planner.domain.quantities import Number, rounded
from smp_planner.domain.words import figure, number
from smp_planner.exports.on_fading import draw_fading, fading_in_words, under_fading
from smp_planner.exports.on_timeline import limits_on_timeline
from smp_planner.exports.over_years import MONEY, OverYears, over_years
from smp_planner.exports.paper.blocks import Picture
from smp_planner.exports.side_by_side import short_name
from smp_planner.language.texts import N_, _
from smp_planner.pictures.curves import curves
from smp_planner.pictures.people import hundreds_on_paper
from smp_planner.pictures.shape import Shape
from smp_planner.pictures.timeline import timeline, timeline_in_words

HAIR = "hair"
TIMELINE = 72  # of the page's width, so that it stands under the table of visits
SMALL = 49  # its words stand beside it
SHAPES = (Shape.PAPER, Shape.NARROW, Shape.LARGE)
BOTH_ENDS = N_("Each bar holds its first and its last day.")
THEN = N_("{option}: {value}")
DRAWN = N_("{title} over {years}, {unit}: a line for each option, with its range.")
BY_THEN = N_("{title}, {unit}. After {years}: {values}.")
TOGETHER = N_("Options whose lines run together share one, with their names in a bracket.")


def timeline_of(plan: SmpPlan) -> Picture:
    """Visits, limits and the person's own days over the months."""
    limits = limits_on_timeline(plan)
    drawn, narrow, large = (timeline(plan, tuple(limits), limits, shape) for shape in SHAPES)
    words = timeline_in_words(plan, tuple(limits), limits)
    return Picture(drawn, words, _(BOTH_ENDS), TIMELINE, narrow=narrow, large=large)


def fading(plan: SmpPlan) -> Picture:
    """How the look fades untouched, with its band, and the checks under it."""
    words = fading_in_words(plan)
    drawn, narrow, large = (draw_fading(plan, words, shape) for shape in SHAPES)
    return Picture(drawn, words, under_fading(plan), narrow=narrow, large=large)


def hair_over_years(plan: Compared, years: int) -> Picture | None:
    """Own hair under every option alike; nothing where no curve is known."""
    return _over_years(plan, HAIR, years)


def money_over_years(plan: Compared, years: int) -> Picture | None:
    """Money spent under every option alike; nothing where no money is shown or none is known."""
    return _over_years(plan, MONEY, years)


def money_in_short(plan: Compared, years: int) -> Picture | None:
    """The same small, with short names and what is spent by then beside it."""
    told = _known(plan, MONEY, years)
    if told is None:
        return None
    names = {option.name: short_name(option) for option in plan.comparison.options}
    words = _(DRAWN, title=told.title, years=figure(years, "years"), unit=told.unit)
    lines = [line._replace(name=_renamed(line.name, names)) for line in told.lines]
    small, narrow, large = (
        curves(lines, label=words, x_name=_("years"), unit=told.unit, shape=shape)
        for shape in (Shape.SMALL, Shape.NARROW, Shape.SMALL_LARGE)
    )
    said = _by_then(told.title, told.unit, {names[name]: by for name, by in told.by_then.items()}, years)
    return Picture(small, words, said, SMALL, narrow=narrow, large=large)


def _over_years(plan: Compared, kind: str, years: int) -> Picture | None:
    told = _known(plan, kind, years)
    return told and _curves_of(told, years)


def _known(plan: Compared, kind: str, years: int) -> OverYears | None:
    return next((found for found in over_years(plan, years) if found.id == kind and found.lines), None)


def _curves_of(told: OverYears, years: int) -> Picture:
    title = _("{title} over {years}", title=told.title, years=figure(years, "years"))
    words = _by_then(title, told.unit, told.by_then, years)
    drawn, narrow, large = (
        curves(told.lines, label=words, x_name=_("years"), unit=told.unit, shape=shape) for shape in SHAPES
    )
    caption = _("{title}, {unit}", title=title, unit=told.unit)
    together = len({tuple(line.points) for line in told.lines}) < len(told.lines)
    return Picture(
        drawn, words, f"{caption}. {_(TOGETHER)}" if together else caption, narrow=narrow, large=large
    )


def _by_then(title: str, unit: str, by_then: Mapping[str, str], years: int) -> str:
    """What each option comes to in the last year."""
    values = "; ".join(_(THEN, option=name, value=value) for name, value in by_then.items())
    return _(BY_THEN, title=title, unit=unit, years=figure(years, "years"), values=values)


def _renamed(told: str, names: Mapping[str, str]) -> str:
    """Words with the short names of options."""
    for name, short in names.items():
        told = told.replace(name, short)
    return told


def hundreds(
    counts: Sequence[tuple[str, Number | None]], asked: str = "", told: Sequence[str | None] = ()
) -> Picture:
    """A hundred people for each option, side by side and alike, with the name of each under it.

    Its words say what is asked, and of each option whom the picture shows and what happened to them:
    `told`, in the order of the counts.
    """
    each = told or [None] * len(counts)
    values = (
        _(THEN, option=name, value=says or _in_short(count))
        for (name, count), says in zip(counts, each, strict=True)
    )
    words = _(
        "{asked} 100 people for each option, filled: {counts}.",
        asked=asked, counts="; ".join(value.rstrip(".") for value in values),
    ).lstrip()  # fmt: skip
    drawn, narrow, large = (hundreds_on_paper(counts, words, shape) for shape in SHAPES)
    return Picture(drawn, words, narrow=narrow, large=large)


def _in_short(count: Number | None) -> str:
    return _("not known") if count is None else number(rounded(count))
