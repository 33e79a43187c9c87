"""The months of the treatment, to pin up: a sheet each, and what the words on them mean."""

from __future__ import annotations

from smp_planner.domain.plan import TreatmentPlan
from smp_planner.exports.month_sheets import month_sheets, words_meant
from smp_planner.exports.paper.blocks import Section, Table
from smp_planner.exports.paper.notices import notices
from smp_planner.exports.paper.picture_of_months import sheet_of
from smp_planner.language.texts import N_, _

ONE_WORD = N_("What the words mean. A row bears one word a day, the one that asks for more")
WIDTHS = (1, 4)


def months(plan: TreatmentPlan) -> Section:
    """The months that hold more than one limit, as on the screen, under what a reader has to know first.

    Below them stands what their words mean.
    """
    open_ = month_sheets(plan).open
    meant = words_meant(plan.aftercare, open_)
    rows = tuple(dict.fromkeys((mark.word, mark.means) for _kind, mark in meant))
    words = Table(_(ONE_WORD), (_("Word"), _("What it means")), rows, WIDTHS)
    blocks = (*notices(plan), *(sheet_of(month, plan.aftercare) for month in open_), words)
    return Section("months", _("Your months, to pin up"), blocks, alone=True)
