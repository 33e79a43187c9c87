"""What the answers bring up: what a doctor is asked, what is open, what is good to know, who differs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from smp_planner.domain.findings import Finding
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.exports.clinics_own import own_rules_told
from smp_planner.exports.paper.blocks import Block, Bullets, Heading, Section
from smp_planner.exports.paper.notices import notices
from smp_planner.exports.standing import asks_told, title_of_doctors
from smp_planner.language.texts import _


def brought_up(plan: TreatmentPlan) -> Section:
    """Everything of that in full; each kind under its heading."""
    return Section("brought_up", _("What your answers bring up"), (*notices(plan), *_kinds(plan)), alone=True)


def _kinds(plan: TreatmentPlan) -> Iterator[Block]:
    suitability, rules = plan.suitability, plan.rules
    yield from _told(title_of_doctors(suitability), asks_told(suitability))
    yield from _told(_("Still open"), _said(suitability.open))
    yield from _told(_("Good to know"), _said(suitability.know))
    yield from _told(_("Where most clinics differ"), plan.notes)
    yield from _told(_("Changed by {clinic}", clinic=rules.clinic), own_rules_told(rules))


def _said(findings: Iterable[Finding]) -> tuple[str, ...]:
    return tuple(finding.say for finding in findings)


def _told(title: str, texts: tuple[str, ...]) -> Iterator[Block]:
    """A heading with its bullets; nothing where there is none."""
    if texts:
        yield Heading(title)
        yield Bullets(texts)
