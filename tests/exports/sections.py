"""The parts of a printed plan."""

from __future__ import annotations

from smp_planner.domain.plan import Referral, TreatmentPlan
from smp_planner.exports.text import to_text

WHOLE_COMPARISON = "\nALL QUESTIONS, ALL OPTIONS\n"


def section(plan: TreatmentPlan | Referral, title: str) -> list[str]:
    """The lines under a heading, up to the next empty line."""
    lines = to_text(plan).splitlines()
    start = lines.index(title) + 1
    return lines[start : lines.index("", start)]
