"""How far a plan stands: provisional until a doctor answers, not checked while health questions are open."""

from __future__ import annotations

from collections.abc import Iterator

from smp_planner.domain.findings import Suitability
from smp_planner.domain.plan import Compared, Referral, SmpPlan
from smp_planner.language.texts import N_, _

PROVISIONAL = N_("PROVISIONAL: a doctor has to answer first. Every date is to be confirmed.")
DOCTOR_AGREED = N_("You said that a doctor has said yes.")
DOCTOR_REFUSED = N_("You said that a doctor has said no.")
ASK_FIRST, ASKED = N_("Ask a doctor first"), N_("Asked")
WAS_ASKED_FOR = N_("What was asked for: {ask}")
SOME_OPEN = N_(
    "NOT CHECKED: some health questions are open. Some answers speak against SMP or change the dates."
)
ALL_OPEN = N_(
    "NOT CHECKED: the health questions are open. Some answers speak against SMP or change the dates."
)


def standing(plan: SmpPlan) -> Iterator[str]:
    """What a reader has to know before any date or figure; nothing where all is answered."""
    if plan.suitability.provisional:
        yield _(PROVISIONAL)
    if not plan.suitability.checked:
        yield _(SOME_OPEN if plan.suitability.open else ALL_OPEN)


def waits(plan: Compared) -> bool:
    """Whether the days of a plan wait for a doctor, or for the answer to a health question."""
    found = plan.suitability
    return not isinstance(plan, Referral) and (found.provisional or not found.checked)


def doctor_told(found: Suitability) -> tuple[str, ...]:
    """What was said of a doctor's answer, to stand beside what a doctor is to be asked; nothing before."""
    if found.doctor_refused:
        return (_(DOCTOR_REFUSED),)
    return (_(DOCTOR_AGREED),) if found.doctor_agreed else ()


def title_of_doctors(found: Suitability) -> str:
    """The heading over what asks for a doctor's word: to be asked, or asked by now."""
    return _(ASKED if found.doctor_agreed else ASK_FIRST)


def asks_told(found: Suitability) -> tuple[str, ...]:
    """What a doctor is to be asked; after a yes that comes first, and what was asked for stays as it was."""
    asks = tuple(one.say for one in found.ask_doctor)
    if found.doctor_agreed:
        asks = tuple(_(WAS_ASKED_FOR, ask=ask) for ask in asks)
    return (*doctor_told(found), *asks)


def to_confirm(plan: SmpPlan, words: str) -> str:
    """Words with dates; where these hang on a doctor's answer, they say so."""
    return not_sure_yet(words) if plan.suitability.provisional else words


def not_sure_yet(words: str) -> str:
    """Words with dates that wait for something."""
    return _("{words} (to be confirmed)", words=words)
