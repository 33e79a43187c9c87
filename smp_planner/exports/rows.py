"""A plan as tidy facts: one fact a row, for spreadsheets."""

from __future__ import annotations

from collections.abc import Iterator

from smp_planner.domain.findings import Suitability
from smp_planner.domain.plan import Referral, TreatmentPlan
from smp_planner.exports.facts import Facts
from smp_planner.exports.row import Row, words
from smp_planner.exports.steps import Steps
from smp_planner.exports.wording import NOT_ADVICE, beyond_range


def rows_of(plan: TreatmentPlan | Referral) -> Iterator[Row]:
    """Every fact of a plan in the order a person reads it; of a referral, its reasons.

    The person's name is not among them.
    """
    rows = _rows(plan)
    waits = isinstance(plan, TreatmentPlan) and plan.suitability.provisional
    yield from map(_to_confirm, rows) if waits else rows


def _to_confirm(row: Row) -> Row:
    """A row with a date says that it waits for a doctor's answer."""
    return row if row.from_ is None else row._replace(text=words("To be confirmed.", row.text))


def _rows(plan: TreatmentPlan | Referral) -> Iterator[Row]:
    yield from _about(plan)
    yield from _health(plan.suitability)
    if isinstance(plan, TreatmentPlan):
        yield from Facts(plan, Steps.of(plan.trace)).rows()


def _about(plan: TreatmentPlan | Referral) -> Iterator[Row]:
    yield Row("plan", "kind", plan.kind)
    yield Row("plan", "what it is", NOT_ADVICE)
    yield Row("plan", "rules", f"edition {plan.rules.edition}, fingerprint {plan.rules.fingerprint}")
    if isinstance(plan, Referral):
        yield Row("plan", "headline", plan.say)
        yield Row("plan", "ask again on", from_=plan.ask_again_on, to=plan.ask_again_on)
    elif plan.suitability.provisional:
        yield Row("plan", "dates", "to be confirmed: a doctor has to answer first")
    for edit in plan.rules.clinic_edits:
        change = f"from {edit.from_} to {edit.to}{beyond_range(edit)}: {edit.reason}"
        yield Row("clinic edit", edit.parameter, change, edit.sources, typical=edit.to)


def _health(health: Suitability) -> Iterator[Row]:
    yield Row("health", "questions", "answered" if health.checked else "not answered yet")
    for question in health.open:
        yield Row("open question", question.id, question.say, question.sources)
    for found in health.stop:
        yield Row("stop", found.id, found.say, found.sources)
    for wait in health.wait:
        yield Row("wait", wait.id, words(wait.say, wait.why), wait.sources, to=wait.until)
    for found in health.ask_doctor:
        yield Row("ask a doctor", found.id, found.say, found.sources)
    for found in health.know:
        yield Row("good to know", found.id, found.say, found.sources)
