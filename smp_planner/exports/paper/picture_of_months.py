"""The months of the treatment as sheets to pin up: visits and limits as bars with their words."""

from __future__ import annotations

from smp_planner.domain.care import Aftercare
from smp_planner.exports.month_sheets import in_short
from smp_planner.exports.paper.blocks import Picture
from smp_planner.language.speech import spoken_now
from smp_planner.language.texts import N_, _
from smp_planner.pictures.month_sheet import month_sheet
from smp_planner.pictures.months import Month

A_MONTH = N_("{month}: {words}.")


def sheet_of(month: Month, care: Aftercare) -> Picture:
    """A month as a sheet, with all that it bears in words."""
    name = spoken_now().days.told(month.first, "month_and_year")
    words = _(A_MONTH, month=name, words=in_short(month, care))
    return Picture(month_sheet(month, words), words)
