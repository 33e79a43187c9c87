"""The months of the treatment as sheets to pin up: visits and limits as bars with their words."""

from __future__ import annotations

from smp_planner.domain.plan import SmpPlan
from smp_planner.exports.month_sheets import in_short, month_sheets
from smp_planner.exports.paper.blocks import Picture
from smp_planner.language.speech import spoken_now
from smp_planner.language.texts import N_, _
from smp_planner.pictures.month_sheet import month_sheet
from smp_planner.pictures.months import Month

A_MONTH = N_("{month}: {words}.")


def months_of_care(plan: SmpPlan) -> tuple[Picture, ...]:
    """The months that hold more than one limit, a sheet each, as they are open on the screen."""
    return tuple(map(_sheet, month_sheets(plan).open))


def _sheet(month: Month) -> Picture:
    name = spoken_now().days.told(month.first, "month_and_year")
    words = _(A_MONTH, month=name, words=in_short(month))
    return Picture(month_sheet(month, words), words)
