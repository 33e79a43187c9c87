"""The five options side by side, then chances, and hair and money over the years.

How far ahead one looks is chosen once, above all of it. A group shows the questions of those years; those
of other years stand under it, a tap away.

On a wide screen a table holds every question of a group. On a phone the same table shows one question
at a time, which is chosen above it, with all five options under it alike.
"""

from __future__ import annotations

from functools import partial
from html import escape

from smp_planner.domain.comparison import Row as Question
from smp_planner.domain.plan import Compared
from smp_planner.domain.plan_figures import GRAFTS_PER_CM2
from smp_planner.domain.words import planned
from smp_planner.exports.open_words import openness
from smp_planner.exports.over_years import in_view
from smp_planner.exports.range_words import HOW_RANGES_READ
from smp_planner.language.texts import N_, _
from smp_planner.views import html
from smp_planner.views.chances import show_chances
from smp_planner.views.fold import fold
from smp_planner.views.for_and_against import FOR_AND_AGAINST, show_for_and_against
from smp_planner.views.one_question import Asked, show_questions
from smp_planner.views.over_years import ask_horizon, show_over_years
from smp_planner.views.picture import show
from smp_planner.views.state import for_clinic
from smp_planner.views.whys import Whys

ABOUT, OPEN_TO_YOU = N_("What it is"), N_("Is it open to you?")


def show_options(plan: Compared, whys: Whys, *, open_first: bool = False) -> None:
    """The five options side by side, the points for and against each, chances, years, and combinations.

    With `open_first` a phone begins with what speaks against each option, not with what each is.
    """
    comparison = plan.comparison
    names = [option.name for option in comparison.options]
    about = Asked("about", _(ABOUT), tuple(escape(option.about) for option in comparison.options))
    show(html.quiet(comparison.order_say), html.quiet(_(HOW_RANGES_READ)))
    years = ask_horizon()
    asked = [about, _openness(plan, whys)]
    show_questions(_("The five options"), "about", names, asked, begins=int(open_first))
    fold(_(FOR_AND_AGAINST), "fold_for_and_against", partial(show_for_and_against, plan, years, whys))
    for place, group in enumerate(dict.fromkeys(row.group for row in comparison.rows)):
        fold(
            group,
            f"fold_option_{place}",
            partial(_show_group, plan, years, group, place, whys),
            opened=place == 0,
        )
    show_chances(plan, whys, years)
    show_over_years(plan, whys, years)
    for title, ways in (
        (_("What doing nothing can hold"), comparison.branches),
        (_("What people combine"), comparison.combinations),
    ):
        if ways:
            told = html.items(f"{escape(way.say)} {whys.cited(way.sources)}" for way in ways)
            key = f"ways_{ways[0].id}"
            show(*((html.heading(title), told) if for_clinic() else (html.folded(title, key, told),)))


def _show_group(plan: Compared, years: int, group: str, place: int, whys: Whys) -> None:
    names = [option.name for option in plan.comparison.options]
    rows = [row for row in plan.comparison.rows if row.group == group]
    here, elsewhere = in_view(rows, years)
    moved = next((row.id for row in here if row.horizon), "")
    show_questions(group, str(place), names, [_row(plan, row, whys) for row in here], instead=moved)
    if elsewhere:
        title = _("Of other years")
        asked = [_row(plan, row, whys).row for row in elsewhere]
        show(html.folded(title, f"other_years_{place}", html.side_by_side(title, names, asked)))


def _row(plan: Compared, row: Question, whys: Whys) -> Asked:
    """A question, then each option's answer with its reason and the strength of its evidence."""
    cells = tuple(_cell(plan, row, option.id, whys) for option in plan.comparison.options)
    return Asked(row.id, row.question, cells)


def _cell(plan: Compared, row: Question, option: str, whys: Whys) -> str:
    """An answer with its "why?"; where it tells how many grafts are needed, also how close they stand."""
    told = whys.cell(f"comparison.rows.{row.id}.{option}", row.cells[option])
    dense = plan.comparison.grafts_per_cm2.get(option)
    if dense is None or row.id != "grafts_needed":
        return told
    words = escape(_("On each cm2: {grafts}", grafts=planned(dense)))
    return f'{told} <span class="quiet">{words}</span> {whys.why(GRAFTS_PER_CM2.format(option))}'


def _openness(plan: Compared, whys: Whys) -> Asked:
    cells = tuple(
        f"{escape(openness(option))} {whys.why(f'comparison.options.{option.id}')}"
        for option in plan.comparison.options
    )
    return Asked("open_to_you", _(OPEN_TO_YOU), cells)
