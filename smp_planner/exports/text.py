"""A plan as plain text for a terminal: 80 columns, about two screens, plain words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from smp_planner.domain.findings import Finding, Suitability
from smp_planner.domain.plan import Referral, TreatmentPlan, WhatIf
from smp_planner.domain.quantities import to_in2
from smp_planner.domain.words import figure, number, planned, short_day, spoken
from smp_planner.exports.agreed_lines import agreed_lines
from smp_planner.exports.course_lines import (
    cost_lines,
    day_of,
    later_lines,
    limit_lines,
    to_confirm,
    visit_lines,
)
from smp_planner.exports.lines import bullets, heading, paragraph
from smp_planner.exports.side_by_side import side_by_side
from smp_planner.exports.wording import NOT_ADVICE, beyond_range


def to_text(plan: TreatmentPlan | Referral) -> str:
    """The plan, or the reasons of a referral, in lines of at most 80 columns."""
    lines = _referral(plan) if isinstance(plan, Referral) else _plan(plan)
    return "\n".join(lines) + "\n"


# --- a referral ---------------------------------------------------------------------------


def _referral(plan: Referral) -> Iterator[str]:
    yield "NO PLAN FOR NOW"
    yield from paragraph(plan.say)
    yield from heading("Why")
    yield from bullets(_reasons(plan.suitability))
    yield from _listed("Ask a doctor as well", plan.suitability.ask_doctor)
    yield from _listed("Still open", plan.suitability.open)
    yield from heading("What next")
    day = plan.ask_again_on
    again = f"Ask again from {spoken(day)}." if day else "Ask again once this is cleared up."
    yield from paragraph(f"{again} Until then nothing is planned or priced.")
    yield from _edition(plan)


def _reasons(suitability: Suitability) -> Iterator[str]:
    yield from (found.say for found in suitability.stop)
    for wait in suitability.wait:
        until = f" Until {spoken(wait.until)}." if wait.until else ""
        yield f"{wait.say}{until} {wait.why}"


# --- a plan -------------------------------------------------------------------------------


def _plan(plan: TreatmentPlan) -> Iterator[str]:
    yield from _headline(plan)
    yield from _listed("Ask a doctor first", plan.suitability.ask_doctor)
    yield from visit_lines(plan)
    yield from agreed_lines(plan)
    yield from limit_lines(plan)
    yield from later_lines(plan)
    yield from cost_lines(plan)
    yield from heading("Five options, side by side")
    yield from side_by_side(plan.comparison)
    yield from heading("What if")
    yield from bullets(f"{case.say} {_effect(case)}{to_confirm(plan)}" for case in plan.what_if)
    yield from heading("Good to know, and where most clinics differ")
    know = " ".join(found.say for found in plan.suitability.know)
    yield from bullets(filter(None, (know, " ".join(plan.notes), _not_counted(plan))))
    yield from _edition(plan)


def _headline(plan: TreatmentPlan) -> Iterator[str]:
    sessions, area, unsure = plan.sessions, plan.area.cm2, to_confirm(plan)
    yield "YOUR SMP PLAN"
    if plan.suitability.provisional:
        yield from paragraph("PROVISIONAL: a doctor has to answer first. Every date is to be confirmed.")
    if not plan.suitability.checked:
        which = "some health questions are" if plan.suitability.open else "the health questions are"
        yield from paragraph(
            f"NOT CHECKED: {which} open. Some answers speak against SMP or change the dates."
        )
        yield from bullets(question.say for question in plan.suitability.open)
    first, last = sessions.items[0], sessions.items[-1]
    yield from paragraph(
        f"You are planned for {planned(sessions.count)}, from {day_of(first)} to {day_of(last)}{unsure}. "
        f"That is {planned(sessions.chair_hours)} in the chair, for {number(plan.dots.total.typical)} dots "
        f"on {planned(area)} or {figure(to_in2(area).typical, 'in2')}. If healing is usual, judge the look "
        f"from {short_day(sessions.settled_on)}{unsure}."
    )


def _listed(title: str, findings: Sequence[Finding]) -> Iterator[str]:
    if findings:
        yield from heading(title)
        yield from bullets(found.say for found in findings)


def _effect(case: WhatIf) -> str:
    """The first and the last change: what it does to visits or dates, and what it comes to in the end."""
    if not case.changes:
        return case.effect
    ends = dict.fromkeys((case.changes[0], case.changes[-1]))
    return " ".join(f"{change.what}: {change.after}." for change in ends)


def _not_counted(plan: TreatmentPlan) -> str | None:
    risks = [risk.id.replace("_", " ") for risk in plan.risks if risk.option == "smp" and risk.not_known]
    return f"How often SMP brings these is not known: {', '.join(risks)}." if risks else None


def _edition(plan: TreatmentPlan | Referral) -> Iterator[str]:
    rules = plan.rules
    if rules.clinic_edits:
        yield from heading(f"Changed by {rules.clinic}")
        yield from bullets(
            f"{edit.parameter}: {edit.to} in place of {edit.from_}{beyond_range(edit)}. {edit.reason}"
            for edit in rules.clinic_edits
        )
    yield ""
    yield from paragraph(f"Rules of {rules.edition} ({rules.fingerprint}). {NOT_ADVICE}")
