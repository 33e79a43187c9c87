"""What is good to know before anything is booked: it stands above the plan, on the page and in every file."""

from __future__ import annotations

from collections.abc import Iterator

from smp_planner.domain.findings import Finding, Suitability

TOLD_FIRST = (
    "scar_not_told", "cause_not_told", "metal_allergy", "hair_loss_moving_on", "young_loss", "young_line",
)  # fmt: skip
"""The criteria that may need a doctor or the clinic first, though no answer asks for it outright."""


def told_first(found: Suitability) -> Iterator[Finding]:
    """What is to be asked or found out before the first visit, in the order of the rules."""
    return (known for known in found.know if known.id in TOLD_FIRST)


def told_later(found: Suitability) -> Iterator[Finding]:
    """All else that is good to know."""
    return (known for known in found.know if known.id not in TOLD_FIRST)
