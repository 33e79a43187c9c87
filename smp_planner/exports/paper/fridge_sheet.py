"""The sheets for the fridge: after each visit day by day what to leave, what to do, what is usual."""

from __future__ import annotations

from smp_planner.domain.plan import TreatmentPlan
from smp_planner.exports.paper.blocks import Section


def fridge_sheets(plan: TreatmentPlan) -> tuple[Section, ...]:
    """A sheet for each visit, with the days that follow it up to the next one."""
    return ()


def care_section(plan: TreatmentPlan) -> Section:
    """Each instruction in full, with all its days."""
    return Section("care", "", ())
