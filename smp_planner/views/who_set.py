"""Who set the figure of a rule: a clinic, or the usual advice; what was counted, no clinic may set."""

from __future__ import annotations

from smp_planner.domain.provenance import Reading
from smp_planner.language.texts import N_, _

BY_CLINIC = N_("Set by {who}.")
USUAL = N_("Set by the usual advice, not by a clinic.")
FIXED = N_("Taken from the sources; no clinic may set it.")


def who_set(reading: Reading) -> str:
    """Who set it, in a sentence."""
    if reading.by_clinic:
        return _(BY_CLINIC, who=reading.set_by.rstrip("."))
    return _(FIXED if reading.is_fixed else USUAL)
