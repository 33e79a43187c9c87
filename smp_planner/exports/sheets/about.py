"""The sheets about the plan: what health says of it, its sources, and what this workbook is and is not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from smp_planner.domain.findings import Suitability
from smp_planner.domain.plan import Compared, Referral, TreatmentPlan
from smp_planner.domain.words import sentence
from smp_planner.exports.call_words import clinic_numbers
from smp_planner.exports.clinics_own import own_rules_told
from smp_planner.exports.numbered_sources import GRADES, Numbers, numbered
from smp_planner.exports.rows import KINDS
from smp_planner.exports.sheets.sheet import Address, Cell, Sheet, cites
from smp_planner.exports.standing import doctor_told
from smp_planner.exports.wording import NOT_ADVICE
from smp_planner.language.texts import N_, _

RECORDS_A_TALK = N_("It records a talk. It is not consent, and it is not a quote.")
FIGURES = N_("Every figure is an estimate from low to high. A changed cell here changes no plan.")
CONFIRM = N_("Every date waits for a doctor's answer and is to be confirmed.")
NOT_CHECKED = N_("Some health questions are open, so this plan is not checked and shows no price.")


def every_source(plan: Compared) -> Numbers:
    """The number of each source: as the comparison lists them, then all others."""
    found = dict(numbered(plan))
    for source in plan.sources:
        found.setdefault(source.id, len(found) + 1)
    return found


def sources_sheet(plan: Compared, numbers: Numbers) -> Sheet:
    """Each document under its number, with how much it weighs and where it can be read."""
    head = (_("Number"), _("Title"), _("Year"), _("Grade"), _("Read on"), _("Address"))
    known = {source.id: source for source in plan.sources}
    rows = tuple(
        (
            number,
            known[id_].title,
            known[id_].year,
            _(GRADES[known[id_].grade]),
            known[id_].read_on,
            Address(known[id_].url or ""),
        )
        for id_, number in numbers.items()
        if id_ in known
    )
    return Sheet(_("Sources"), head, rows)


def health_sheet(plan: Compared, numbers: Numbers) -> Sheet:
    """What health says of the plan: what speaks against it, what to wait or ask for, what is open."""
    head = (_("What it asks"), _("In words"), _("Until"), _("Sources"))
    rows: list[tuple[Cell, ...]] = [*_findings(plan.suitability, numbers)]
    return Sheet(_("Health"), head, tuple(rows))


def _findings(health: Suitability, numbers: Numbers) -> Iterator[tuple[Cell, ...]]:
    for found in health.stop:
        yield _("Not for now"), found.say, None, cites(found.sources, numbers)
    for wait in health.wait:
        yield _("Wait"), f"{wait.say} {wait.why}", wait.until, cites(wait.sources, numbers)
    yield from ((_("A doctor's answer"), told, None, "") for told in doctor_told(health))
    for title, findings in (
        (_("Asked") if health.doctor_agreed else _("Ask a doctor"), health.ask_doctor),
        (_("Still open"), health.open),
        (_("Good to know"), health.know),
    ):
        yield from ((title, found.say, None, cites(found.sources, numbers)) for found in findings)


def about_sheet(plan: Compared) -> Sheet:
    """What this is and is not, by which rules it was made, what a clinic moved, and who says so."""
    return Sheet(_("About"), (_("What"), _("In words")), tuple(_about(plan)))


def _about(plan: Compared) -> Iterator[tuple[Cell, ...]]:
    rules = plan.rules
    yield _("Kind"), sentence(_(KINDS[plan.kind]))
    yield _("What it is"), f"{_(NOT_ADVICE)} {_(RECORDS_A_TALK)}"
    yield _("How to read it"), _(FIGURES)
    yield from ((_("Status"), words) for words in _status(plan))
    if isinstance(plan, TreatmentPlan):
        yield from ((_("Note"), note) for note in plan.notes)
    yield _("Edition of the rules"), date.fromisoformat(rules.edition)
    yield _("Fingerprint of the rules"), rules.fingerprint
    if rules.clinic:
        yield _("Clinic"), rules.clinic
    if rules.profile and rules.profile.prepared_by:
        yield _("Prepared by"), rules.profile.prepared_by
    yield from clinic_numbers(rules)
    yield from ((_("Changed by the clinic"), told) for told in own_rules_told(rules))
    yield _("Who says so"), plan.about.say
    yield from ((point.title, point.say) for point in plan.about.points)


def _status(plan: Compared) -> Iterator[str]:
    if isinstance(plan, Referral):
        yield plan.say
        return
    if plan.suitability.provisional:
        yield _(CONFIRM)
    if not plan.suitability.checked:
        yield _(NOT_CHECKED)
