"""A plan as tidy facts: one fact a row, for spreadsheets."""

from __future__ import annotations

from collections.abc import Iterator

from smp_planner.domain.findings import Suitability
from smp_planner.domain.plan import Referral, TreatmentPlan
from smp_planner.exports.clinics_own import own_rule_told
from smp_planner.exports.facts import Facts
from smp_planner.exports.option_facts import (
    matters_rows,
    option_rows,
    put_right_rows,
    question_rows,
    risk_rows,
)
from smp_planner.exports.row import Row, words
from smp_planner.exports.standing import doctor_told
from smp_planner.exports.steps import Steps
from smp_planner.exports.wording import NOT_ADVICE, moved
from smp_planner.language.texts import N_, _

KINDS = {"plan": N_("plan"), "referral": N_("referral")}


def rows_of(plan: TreatmentPlan | Referral) -> Iterator[Row]:
    """Every fact of a plan in the order a person reads it; of a referral, its reasons and the options.

    The person's name is not among them.
    """
    rows = _rows(plan)
    waits = isinstance(plan, TreatmentPlan) and plan.suitability.provisional
    yield from map(_to_confirm, rows) if waits else rows


def _to_confirm(row: Row) -> Row:
    """A row with a date says that it waits for a doctor's answer."""
    return row if row.from_ is None else row._replace(text=words(_("To be confirmed."), row.text))


def _rows(plan: TreatmentPlan | Referral) -> Iterator[Row]:
    yield from _about(plan)
    yield from _health(plan.suitability)
    steps = Steps.of(plan.trace)
    if isinstance(plan, TreatmentPlan):
        yield from Facts(plan, steps).rows()
        return
    yield from option_rows(plan.comparison)
    yield from matters_rows(plan.matters, steps)
    yield from risk_rows(plan.risks, steps)
    yield from put_right_rows(plan.talk.put_right, steps)
    yield from question_rows(plan, steps)


def _about(plan: TreatmentPlan | Referral) -> Iterator[Row]:
    section, rules = _("plan"), plan.rules
    edition = _(
        "edition {edition}, fingerprint {fingerprint}", edition=rules.edition, fingerprint=rules.fingerprint
    )
    yield Row(section, _("kind"), _(KINDS[plan.kind]))
    yield Row(section, _("what it is"), _(NOT_ADVICE))
    yield Row(section, _("rules"), edition)
    if isinstance(plan, Referral):
        yield Row(section, _("headline"), plan.say)
        yield Row(section, _("ask again on"), from_=plan.ask_again_on, to=plan.ask_again_on)
    elif plan.suitability.provisional:
        yield Row(section, _("dates"), _("to be confirmed: a doctor has to answer first"))
    for edit in rules.clinic_edits:
        yield Row(_("clinic edit"), edit.parameter, moved(edit), edit.sources, typical=edit.to)
    for own in rules.own_instructions or ():
        yield Row(_("clinic rule"), own.rule, own_rule_told(own))


def _health(health: Suitability) -> Iterator[Row]:
    answered = _("answered") if health.checked else _("not answered yet")
    yield Row(_("health"), _("questions"), answered)
    for question in health.open:
        yield Row(_("open question"), question.id, question.say, question.sources)
    for found in health.stop:
        yield Row(_("stop"), found.id, found.say, found.sources)
    for wait in health.wait:
        yield Row(_("wait"), wait.id, words(wait.say, wait.why), wait.sources, to=wait.until)
    for told in doctor_told(health):
        yield Row(_("health"), _("a doctor's answer"), told)
    for found in health.ask_doctor:
        yield Row(_("ask a doctor"), found.id, found.say, found.sources)
    for found in health.know:
        yield Row(_("good to know"), found.id, found.say, found.sources)
