"""Why there is no plan for now, and what comes next, in the words that every document of a referral uses."""

from __future__ import annotations

from collections.abc import Iterator

from smp_planner.domain.findings import Suitability
from smp_planner.domain.plan import Referral
from smp_planner.domain.words import spoken
from smp_planner.language.texts import N_, _

ASK_AS_WELL = N_("Ask a doctor as well")
WAS_ASKED = N_("What the doctor was to be asked")


def reasons(suitability: Suitability) -> Iterator[str]:
    """Each stop, then each wait with its day and why."""
    yield from (found.say for found in suitability.stop)
    for wait in suitability.wait:
        until = _("Until {day}.", day=spoken(wait.until)) if wait.until else ""
        yield " ".join(filter(None, (wait.say, until, wait.why)))


def what_next(referral: Referral) -> str:
    """From when to ask again, and that nothing is planned or priced until then."""
    day = referral.ask_again_on
    again = _("Ask again from {day}.", day=spoken(day)) if day else _("Ask again once this is cleared up.")
    until = _("Until then nothing is planned or priced.")
    return f"{again} {until}"


def title_of_asked(suitability: Suitability) -> str:
    """The heading over what asks for a doctor's word: to be asked, or what the no is about."""
    return _(WAS_ASKED if suitability.doctor_refused else ASK_AS_WELL)
