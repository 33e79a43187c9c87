"""What matters to the person: concerns to pick, to add and to weigh, with every option's answer to each.

All options stand under each concern alike: no sum, no winner.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

import streamlit as st

from smp_planner.domain.comparison import Row
from smp_planner.domain.intake import LONGEST_CONCERN
from smp_planner.domain.matters import Concern
from smp_planner.domain.plan import Compared
from smp_planner.domain.words import number
from smp_planner.exports.matters_lines import NO_SCORE
from smp_planner.language.texts import N_, _
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views import html
from smp_planner.views.asking import ask_many
from smp_planner.views.picture import show
from smp_planner.views.state import MATTERS, WEIGHED, answers
from smp_planner.views.to_matters import own_lines, typed, weight_of
from smp_planner.views.whys import Whys

TITLE = N_("What matters to you")
HOW = N_(
    "Pick what matters to you and say how much. Add what is missing. No figure changes by it. "
    "It stays with your answers in this tab, and is in the files to take along."
)
HOW_MUCH = N_("How much: {concern}")


def show_what_matters(plan: Compared, whys: Whys, rules: RuleSet) -> None:
    """The questions, then each concern that was named, the heaviest first."""
    show(html.paragraph(_(HOW)))
    _ask_picked(rules)
    _ask_own(rules)
    if plan.matters:
        show(html.paragraph(_(NO_SCORE)))
        show(*(piece for concern in plan.matters for piece in _lined_up(plan, concern, whys)))


def _ask_picked(rules: RuleSet) -> None:
    names = {id_: concern.name for id_, concern in rules.matters.concerns.items()}
    ask_many(_("What matters to you?"), MATTERS, names)
    picked = answers().get(MATTERS) or ()
    with st.container(key="weights"):
        for id_ in (id_ for id_ in names if id_ in picked):
            _ask_weight(_(HOW_MUCH, concern=names[id_]), f"{WEIGHED}{id_}", rules)


def _ask_own(rules: RuleSet) -> None:
    """A line for each concern of the person's own, and one more while there is room."""
    given, lines = answers(), own_lines(rules)
    empty = next((line for line in lines if not typed(given, line)), None)
    with st.container(key="own_concerns"):
        for place, line in enumerate(lines, start=1):
            filled = bool(typed(given, line))
            if not filled and line != empty:
                continue
            name = _("Something else, {number}", number=number(place))
            st.text_input(name, key=line, max_chars=LONGEST_CONCERN, persist_state="session")
            if filled:
                _ask_weight(_(HOW_MUCH, concern=name), weight_of(line), rules)


def _ask_weight(label: str, key: str, rules: RuleSet) -> None:
    """How much a concern matters; nothing is chosen before the person says it."""
    weights = rules.matters.weights
    st.pills(
        label, list(weights), format_func=lambda id_: weights[id_].name, key=key, wrap=True,
        persist_state="session",
    )  # fmt: skip


def _lined_up(plan: Compared, concern: Concern, whys: Whys) -> Iterator[str]:
    """A concern with how much it matters, and under each of its questions all options alike."""
    yield html.heading(concern.name)
    said = " ".join(filter(None, (concern.how_much, concern.say)))
    yield html.quiet(said, whys.why(f"matters.{concern.id}"))
    if not concern.questions:
        return
    options, rows = plan.comparison.options, {row.id: row for row in plan.comparison.rows}

    def told(row: Row) -> tuple[str, ...]:
        cells = (whys.cell(f"comparison.rows.{row.id}.{one.id}", row.cells[one.id]) for one in options)
        return escape(row.question), *cells

    asked = [told(rows[question.row]) for question in concern.questions]
    yield html.side_by_side(concern.name, [option.name for option in options], asked)
