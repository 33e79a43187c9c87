"""What changes if something does: another plan of the person's own, or one assumption of this one."""

from __future__ import annotations

from html import escape

from smp_planner.domain.plan import TreatmentPlan, WhatIf
from smp_planner.language.texts import N_, _
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views import html
from smp_planner.views.beside import show_beside
from smp_planner.views.picture import show
from smp_planner.views.whys import Whys

CHANGES = (N_("What"), N_("As planned"), N_("Then"))


def show_what_if(plan: TreatmentPlan, whys: Whys, rules: RuleSet) -> None:
    """Each changed assumption as a full new plan, now and then; below, a plan that was kept to compare."""
    show(*(_case(case, whys.why(f"what_if.{case.id}")) for case in plan.what_if))
    show_beside(plan, whys, rules)


def _case(case: WhatIf, why: str) -> str:
    """The question, then a table of what it changes; else that nothing does, or why it can't be said."""
    question = html.heading(case.say)
    changes = (*case.changes, *case.surgery)
    if not changes:
        return question + html.paragraph(case.effect, why)
    same = "" if case.changes else html.paragraph(case.effect)
    rows = [(escape(change.what), escape(change.before), escape(change.after)) for change in changes]
    table = html.table(_("What changes"), list(map(_, CHANGES)), rows)
    return question + same + table + html.quiet(_("How this was worked out:"), why)
