"""Why there is no plan for now, and what comes next, in the words that every document of a referral uses."""

from __future__ import annotations

from collections.abc import Iterator

from smp_planner.domain.findings import DOCTOR_SAID_NO, DOTS_ALONE, Suitability, Wait
from smp_planner.domain.plan import Referral, ReferralOutline
from smp_planner.domain.words import spoken
from smp_planner.language.texts import N_, _

ASK_AS_WELL = N_("Ask a doctor as well")
LATER_YES = N_("If the doctor says yes later, change that answer and plan again.")
NO_LONGER_SO = N_(
    "A doctor may find that this does not hold for you, or no longer does. Then change that answer and plan "
    "again."
)
NO_PRICE = N_("No cost of a treatment is shown now, because a price needs a plan, and there is none for now.")
NO_DOCTORS = frozenset({
    "under_18", "nothing_to_cover", DOTS_ALONE, "could_be_pregnant", "pregnant_or_breastfeeding",
    "recent_birth",
})  # fmt: skip
"""What stands in the way and ends without a doctor's word, or says itself what comes then."""
WAS_ASKED = N_("What the doctor was to be asked")


def reasons(suitability: Suitability) -> Iterator[str]:
    """Each stop, then each wait with its day and why."""
    yield from (found.say for found in suitability.stop)
    yield from (said for _wait, said in waits_told(suitability))


def waits_told(suitability: Suitability) -> Iterator[tuple[Wait, str]]:
    """Each wait with its day and why, and no why twice."""
    for wait, why in suitability.waits_with_why:
        until = _("Until {day}.", day=spoken(wait.until)) if wait.until else ""
        yield wait, " ".join(filter(None, (wait.say, until, why)))


def what_next(referral: Referral) -> str:
    """From when to ask again, and that nothing is planned or priced until then."""
    day = referral.ask_again_on
    again = _("Ask again from {day}.", day=spoken(day)) if day else _("Ask again once this is cleared up.")
    until = _("Until then nothing is planned or priced.")
    return " ".join(filter(None, (again, until, once_cleared_up(referral))))


def once_cleared_up(referral: ReferralOutline | Referral) -> str:
    """What to do here after a doctor's word, where one can change what stands in the way; else nothing."""
    found = referral.suitability
    named = {one.id for one in (*found.stop, *found.wait)}
    if found.doctor_refused and named == {DOCTOR_SAID_NO}:
        return _(LATER_YES)
    return "" if referral.ask_again_on or named <= NO_DOCTORS else _(NO_LONGER_SO)


def title_of_asked(suitability: Suitability) -> str:
    """The heading over what asks for a doctor's word: to be asked, or what the no is about."""
    return _(WAS_ASKED if suitability.doctor_refused else ASK_AS_WELL)
