"""Privacy: what happens to the answers, and which of them stand on this paper."""

from __future__ import annotations

from collections.abc import Iterator

from smp_planner.domain.plan import Compared, Referral
from smp_planner.exports.paper.blocks import Block, Bullets, Heading, Paragraph, Section
from smp_planner.language.texts import N_, _

HOLDS, HELD = N_("What stands on this paper"), N_("On this paper stand: {answers}.")
KEPT = N_("There is no account. The server works with your answers while the page is open and stores none.")
PAPER = N_("This paper holds answers on your health. You choose who may see it. Keep it in a safe place.")
COPY = N_("If you give the clinic a copy, ask where it is kept, for how long, and who can read it.")


def privacy(plan: Compared, *, whole: bool) -> Section:
    """What is kept and where, who may see this paper, and what stands on it, in short or as a whole."""
    said, held = (_(KEPT), _(PAPER), _(COPY)), tuple(_held(plan, whole=whole))
    blocks: tuple[Block, ...] = (
        (*map(Paragraph, said), Heading(_(HOLDS)), Bullets(held))
        if whole
        else (Paragraph(" ".join((*said, _(HELD, answers="; ".join(held))))),)
    )
    return Section("privacy", _("Privacy"), blocks)


def _held(plan: Compared, *, whole: bool) -> Iterator[str]:
    """Which kinds of answers are on this paper; what was not answered is not there."""
    intake, found = plan.intake, plan.suitability
    if intake.person.name.strip():
        yield _("The name you typed")
    if whole:
        yield _("All your answers, with age, sex, health and medicine")
    elif isinstance(plan, Referral):
        yield _("Why there is no plan for now, which tells of your health")
    else:
        yield _("What you would like, where on the head, and your dates")
        if intake.health_asked or intake.unsure_about or any((found.wait, found.ask_doctor, found.open)):
            yield _("What your health answers bring up")
    if isinstance(plan, Referral):
        return
    calendar = intake.calendar
    if calendar.events or calendar.undated or calendar.away:
        yield _("Your own days, by the names you gave them")
    if intake.matters or intake.own_matters:
        yield _("What matters to you")
    if any(words.strip() for words in intake.agreed.values()):
        yield _("What was written down as agreed")
