"""Who says so, as lines of text."""

from __future__ import annotations

from collections.abc import Iterator

from smp_planner.domain.plan import TreatmentPlan
from smp_planner.exports.lines import bullets, heading, paragraph
from smp_planner.language.texts import _


def about_lines(plan: TreatmentPlan) -> Iterator[str]:
    """The dates, then each point after its title."""
    yield from heading(_("Who says so"))
    yield from paragraph(plan.about.say)
    yield from bullets(f"{point.title}: {point.say}" for point in plan.about.points)
