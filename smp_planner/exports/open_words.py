"""Whether an option is open to this person: what speaks against it, never that it is right for them."""

from __future__ import annotations

from smp_planner.domain.comparison import Option
from smp_planner.language.texts import N_, _

OPEN = {
    "nothing_against": N_("Nothing you told us rules it out"),
    "ask": N_("Ask first"),
    "not_for_you": N_("Something speaks against it"),
}
SHORT = N_("{state} ({what})")


def state_of(option: Option) -> str:
    """The state as the key table tells it, with what to ask about first or the part of it that is open."""
    state = _(OPEN[option.open_to_you])
    return _(SHORT, state=state, what=option.in_short) if option.in_short else state


def openness(option: Option) -> str:
    """The state that the key table tells, with its reason; they are one where nothing speaks against it."""
    if option.open_to_you == "nothing_against":
        return option.why
    return f"{_(OPEN[option.open_to_you])}. {option.why}"
