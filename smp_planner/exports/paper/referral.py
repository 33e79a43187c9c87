"""What a referral says first: there is no plan for now, why, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator

from smp_planner.domain.plan import Referral
from smp_planner.exports.call_words import clinic_called
from smp_planner.exports.clinics_own import own_rules_told
from smp_planner.exports.paper.blocks import Block, Bullets, Heading, Paragraph, Section
from smp_planner.exports.referral_words import reasons, title_of_asked, what_next
from smp_planner.language.texts import _


def no_plan(referral: Referral) -> Section:
    """The reasons first, whom to ask as well, what is still open, and what next."""
    return Section("no_plan", _("No plan for now"), tuple(_blocks(referral)))


def _blocks(referral: Referral) -> Iterator[Block]:
    found = referral.suitability
    yield Paragraph(referral.say, "notice")
    yield Heading(_("Why"))
    yield Bullets(tuple(reasons(found)))
    for title, listed in (
        (title_of_asked(found), found.ask_doctor),
        (_("Still open"), found.open),
    ):
        if listed:
            yield Heading(title)
            yield Bullets(tuple(one.say for one in listed))
    yield Heading(_("What next"))
    yield Paragraph(what_next(referral))
    yield from map(Paragraph, clinic_called(referral.rules))
    if own := own_rules_told(referral.rules):
        yield Heading(_("Changed by {clinic}", clinic=referral.rules.clinic))
        yield Bullets(own)
    if found.know:
        yield Heading(_("For later, if SMP is for you then"))
        yield Bullets(tuple(one.say for one in found.know))
