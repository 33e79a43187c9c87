"""A plan as plain text: 80 columns, about two screens; then pages for the talk, and the whole comparison."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from smp_planner.domain.comparison import Comparison
from smp_planner.domain.findings import Finding
from smp_planner.domain.plan import Referral, TreatmentPlan
from smp_planner.domain.xml_text import NO_XML
from smp_planner.exports.about_lines import about_lines
from smp_planner.exports.agreed_lines import agreed_lines
from smp_planner.exports.all_answers import all_answers
from smp_planner.exports.answer_notices import goal_beside_stage
from smp_planner.exports.area_words import scars_held
from smp_planner.exports.call_words import clinic_called, prepared_by
from smp_planner.exports.clinics_own import own_rules_told
from smp_planner.exports.course_lines import cost_lines, later_lines, limit_lines, visit_lines
from smp_planner.exports.decision_lines import decision_lines
from smp_planner.exports.dot_words import dots_by_part, dots_told, less_hair
from smp_planner.exports.for_and_against_lines import for_and_against_lines
from smp_planner.exports.hair_unsaid import hair_unsaid
from smp_planner.exports.headline import headline
from smp_planner.exports.lines import bullets, heading, paragraph
from smp_planner.exports.matters_lines import matters_lines
from smp_planner.exports.referral_words import reasons, title_of_asked, what_next
from smp_planner.exports.risk_lines import how_many_counted
from smp_planner.exports.side_by_side import side_by_side
from smp_planner.exports.standing import asks_told, standing, title_of_doctors
from smp_planner.exports.talk_lines import talk_lines
from smp_planner.exports.told_first import told_first
from smp_planner.exports.what_if_words import what_ifs_to_confirm
from smp_planner.exports.wording import NOT_ADVICE
from smp_planner.language.texts import _


def to_text(plan: TreatmentPlan | Referral, *, made_on: date | None = None) -> str:
    """The plan, or the reasons of a referral and the options, in lines of at most 80 columns.

    With the day on which it was made a quote says until which day it is valid.
    """
    lines = _referral(plan) if isinstance(plan, Referral) else _plan(plan, made_on)
    return NO_XML.sub("", "\n".join(lines)) + "\n"  # a clinic's name, too, may hold what steers a terminal


# --- a referral ---------------------------------------------------------------------------


def _referral(plan: Referral) -> Iterator[str]:
    yield _("NO PLAN FOR NOW")
    yield from paragraph(plan.say)
    yield from heading(_("Why"))
    yield from bullets(reasons(plan.suitability))
    yield from _listed(title_of_asked(plan.suitability), plan.suitability.ask_doctor)
    yield from _listed(_("Still open"), plan.suitability.open)
    yield from heading(_("What next"))
    yield from paragraph(what_next(plan))
    yield from bullets(clinic_called(plan.rules))
    yield from _options(plan.comparison)
    yield from matters_lines(plan)
    yield from _edition(plan)
    yield from decision_lines(plan)
    yield from for_and_against_lines(plan.comparison)
    yield from about_lines(plan)
    yield from all_answers(plan)


def _options(comparison: Comparison) -> Iterator[str]:
    """The five options under a referral: what is said first, then side by side."""
    yield from heading(_("Five options, side by side"))
    yield from paragraph(" ".join(said.say for said in comparison.first))
    yield from side_by_side(comparison)


# --- a plan -------------------------------------------------------------------------------


def _plan(plan: TreatmentPlan, made_on: date | None) -> Iterator[str]:
    yield from _headline(plan)
    if asks := asks_told(plan.suitability):
        yield from heading(title_of_doctors(plan.suitability))
        yield from bullets(asks)
    yield from visit_lines(plan, made_on)
    yield from agreed_lines(plan)
    yield from limit_lines(plan)
    yield from later_lines(plan)
    yield from cost_lines(plan, made_on)
    yield from heading(_("Five options, side by side"))
    yield from side_by_side(plan.comparison)
    yield from matters_lines(plan)
    yield from heading(_("Good to know, and where most clinics differ"))
    know = " ".join(found.say for found in plan.suitability.know)
    yield from bullets(filter(None, (know, *_notes(plan), how_many_counted(plan))))
    yield from _edition(plan)
    yield from decision_lines(plan)
    yield from talk_lines(plan)
    yield from heading(_("What if"))
    yield from bullets(what_ifs_to_confirm(plan))
    yield from for_and_against_lines(plan.comparison)
    yield from about_lines(plan)
    if how := dots_by_part(plan):
        yield from heading(_("How the dots are made up"))
        yield from paragraph(how)
    yield from all_answers(plan)


def _notes(plan: TreatmentPlan) -> tuple[str, ...]:
    """The notes in a row; where a clinic has rules of its own one by one, so that no mark is another's."""
    return plan.notes if plan.rules.clinic else (" ".join(plan.notes),)


def _headline(plan: TreatmentPlan) -> Iterator[str]:
    yield _("YOUR SMP PLAN")
    for words in standing(plan):
        yield from paragraph(words)
    if not plan.suitability.checked:
        yield from bullets(question.say for question in plan.suitability.open)
    yield from paragraph(headline(plan))
    if held := scars_held(plan):
        yield from paragraph(_("Treated area: {held}.", held=held))
    yield from bullets(known.say for known in told_first(plan.suitability))
    yield from bullets(goal_beside_stage(plan.intake))
    yield from bullets(hair_unsaid(plan))
    if less_hair(plan):
        yield from paragraph(_("Dots in all: {dots}.", dots=dots_told(plan)))


def _listed(title: str, findings: Sequence[Finding]) -> Iterator[str]:
    if findings:
        yield from heading(title)
        yield from bullets(found.say for found in findings)


def _edition(plan: TreatmentPlan | Referral) -> Iterator[str]:
    rules = plan.rules
    if own := own_rules_told(rules):
        yield from heading(_("Changed by {clinic}", clinic=rules.clinic))
        yield from bullets(own)
    yield ""
    edition = _("Rules of {day} ({fingerprint}).", day=rules.edition, fingerprint=rules.fingerprint)
    yield from paragraph(f"{edition} {_(NOT_ADVICE)}")
    if by := prepared_by(rules):
        yield from paragraph(f"{by}, {rules.clinic}.")
