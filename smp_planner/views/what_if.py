"""What changes if something does: another plan of the person's own, or one assumption of this one."""

from __future__ import annotations

from html import escape

from smp_planner.domain.plan import Change, TreatmentPlan, WhatIf
from smp_planner.language.texts import N_, _
from smp_planner.planner.what_if import BEHIND, OF_SURGERY
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views import html
from smp_planner.views.beside import show_beside
from smp_planner.views.picture import show
from smp_planner.views.whys import Whys

PLANNED = {**BEHIND, **OF_SURGERY}  # the step behind what is planned now, by what changes
PLACES = {"one_more_session": "one-more-visit"}  # where a case stands, for a jump
CHANGES = (N_("What"), N_("As planned"), N_("Then"))


def show_what_if(plan: TreatmentPlan, whys: Whys, rules: RuleSet) -> None:
    """Each changed assumption, as planned and then; below, a plan that was kept to compare."""
    moves = plan.cost.goes_by if plan.cost else ""
    show(*(_case(case, moves if case.why else "", whys, rules) for case in plan.what_if))
    show_beside(plan, whys, rules)


def _case(case: WhatIf, moves: str, whys: Whys, rules: RuleSet) -> str:
    """The question, a table of what it changes, and what moves the price; else why there is no table."""
    question, why = html.heading(case.say, PLACES.get(case.id, "")), whys.why(f"what_if.{case.id}")
    if not case.rows:
        return question + html.paragraph(case.effect, why)
    same = "" if case.changes else html.paragraph(case.effect)
    rows = [_row(case, change, whys, rules) for change in case.rows]
    table = html.table(_("What changes"), list(map(_, CHANGES)), rows)
    return question + same + table + html.quiet(moves or _("How this was worked out:"), why)


def _row(case: WhatIf, change: Change, whys: Whys, rules: RuleSet) -> tuple[str, ...]:
    """What changes, as planned with the reason of the plan, and then with its own."""
    [name] = (name for name, label in rules.what_if.names.items() if label == change.what)
    planned = whys.why(PLANNED[name]) if name in PLANNED else ""
    then = whys.why(f"what_if.{case.id}.{name}")
    before, after = f"{escape(change.before)} {planned}".rstrip(), f"{escape(change.after)} {then}"
    return escape(change.what), before, after
