"""What changes if something does: another plan of the person's own, or one assumption of this one."""

from __future__ import annotations

from html import escape

from smp_planner.domain.plan import Change, TreatmentPlan, WhatIf
from smp_planner.language.texts import N_, _
from smp_planner.planner.what_if import BEHIND, DAYS, OF_SURGERY
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views import html
from smp_planner.views.beside import show_beside
from smp_planner.views.picture import show
from smp_planner.views.whys import Whys

PLANNED = {**BEHIND, **OF_SURGERY}  # the step behind what is planned now, by what changes; else the days
PLACES = {"one_more_session": "one-more-visit"}  # where a case stands, for a jump
CHANGES = (N_("What"), N_("As planned"), N_("Then"))


def show_what_if(plan: TreatmentPlan, whys: Whys, rules: RuleSet) -> None:
    """Each changed assumption, as planned and then; below, a plan that was kept to compare."""
    show(*(_case(case, plan, whys, rules) for case in plan.what_if))
    show_beside(plan, whys, rules)


def _case(case: WhatIf, plan: TreatmentPlan, whys: Whys, rules: RuleSet) -> str:
    """The question, a table of what it changes, and what moves the price; else why there is no table."""
    question, why = html.heading(case.say, PLACES.get(case.id, "")), whys.why(f"what_if.{case.id}")
    if not case.rows:
        return question + html.paragraph(case.effect, why)
    same = "" if case.changes else html.paragraph(case.effect)
    moves = plan.cost.goes_by if plan.cost and case.why else ""
    rows = [_row(case, change, plan, whys, rules) for change in case.rows]
    table = html.table(_("What changes"), list(map(_, CHANGES)), rows)
    return question + same + table + html.quiet(moves or _("How this was worked out:"), why)


def _row(case: WhatIf, change: Change, plan: TreatmentPlan, whys: Whys, rules: RuleSet) -> tuple[str, ...]:
    """What changes, as planned with the reason of the plan, and then with its own."""
    [name] = (name for name, label in rules.what_if.names.items() if label == change.what)
    planned, then = whys.why(*_planned(name, plan)), whys.why(f"what_if.{case.id}.{name}")
    return escape(change.what), f"{escape(change.before)} {planned}", f"{escape(change.after)} {then}"


def _planned(name: str, plan: TreatmentPlan) -> tuple[str, ...]:
    """The steps behind what is planned now; of the days between visits, one for each gap."""
    gaps = tuple(f"{DAYS}.{visit.number}.gap_days" for visit in plan.sessions.items[1:])
    return gaps if name == "gaps" and gaps else (PLANNED.get(name, DAYS),)
