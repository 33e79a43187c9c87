"""The sheets of the talk: what to ask and whom, and what matters to the person."""

from __future__ import annotations

from smp_planner.domain.plan import Compared
from smp_planner.exports.decision_lines import asked_about
from smp_planner.exports.matters_lines import graded
from smp_planner.exports.numbered_sources import Numbers
from smp_planner.exports.sheets.sheet import Sheet, cites
from smp_planner.exports.steps import Steps
from smp_planner.language.texts import _


def questions_sheet(plan: Compared, steps: Steps, numbers: Numbers) -> Sheet:
    """A row a question: whom to ask, what, what hangs on it, and room for the answer."""
    head = (_("Whom to ask"), _("Question"), _("What hangs on it"), _("Answer"), _("Sources"))
    rows = (
        (about.whom, question.ask, question.why, "", cites(steps.sources(field), numbers))
        for about in asked_about(plan)
        for field, question in about.questions
    )
    return Sheet(_("What to ask"), head, tuple(rows))


def matters_sheet(plan: Compared, numbers: Numbers) -> Sheet:
    """A row a concern, question and option, in the neutral order; a concern that was typed stands alone."""
    names = {option.id: option.name for option in plan.comparison.options}
    head = (_("What matters to you"), _("How much"), _("Question"), _("Option"), _("In words"))
    rows: list[tuple[str, ...]] = []
    for concern in plan.matters:
        if not concern.questions:
            rows.append((concern.name, concern.how_much, "", "", concern.say or ""))
        for asked in concern.questions:
            for id_, words in graded(asked, plan, numbers):
                rows.append((concern.name, concern.how_much, asked.question, names[id_], words))
    return Sheet(_("What matters to you"), head, tuple(rows))
