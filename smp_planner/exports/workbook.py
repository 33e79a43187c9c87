"""A plan or a referral as a workbook (xlsx) for a consultant: real days and numbers, to sort and print.

Words are words whatever they begin with, so nothing that somebody typed can become a formula or a link.
The only formulas are sums below the visits, stored with the plan's own figures as their values. The
person's name is not in it. The same plan gives the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime

from xlsxwriter import Workbook

from smp_planner.domain.plan import Compared, Referral, TreatmentPlan
from smp_planner.exports.numbered_sources import Numbers
from smp_planner.exports.paper_size import usual_paper
from smp_planner.exports.sheets.about import about_sheet, every_source, health_sheet, sources_sheet
from smp_planner.exports.sheets.care import days_sheet, limits_sheet
from smp_planner.exports.sheets.course import checks_sheet, events_sheet, visits_sheet
from smp_planner.exports.sheets.in_short import answers_sheet, in_short_sheet
from smp_planner.exports.sheets.money import prices_sheet, quote_sheet, years_sheet
from smp_planner.exports.sheets.options import comparison_sheet, risks_sheet
from smp_planner.exports.sheets.plain import plain
from smp_planner.exports.sheets.sheet import Sheet, to_be_confirmed
from smp_planner.exports.sheets.talk import matters_sheet, questions_sheet
from smp_planner.exports.sheets.writing import Foot, Looks, write_sheet
from smp_planner.exports.steps import Steps
from smp_planner.exports.wording import NOT_ADVICE
from smp_planner.language.texts import N_, _

OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
CONFIRM = N_("Dates to be confirmed")
FOOT = N_("{words} Rules of {edition}.")


def to_xlsx(plan: Compared, *, made_on: date | None = None) -> bytes:
    """The workbook of a plan; that of a referral holds its reasons and the options, no dates and no price.

    With the day on which the plan was made a quote says until which day it is valid.
    """
    file = io.BytesIO()
    with Workbook(file, OPTIONS) as book:
        edition = plan.rules.edition
        made = datetime.fromisoformat(edition)
        told = {"title": plain(_title(plan)), "created": made}
        book.set_properties(told)  # pyright: ignore[reportUnknownMemberType] - its values have no type
        looks, foot = Looks(book), _foot(plan)
        for sheet in _sheets(plan, made_on):
            write_sheet(book, sheet, looks, foot)
    return file.getvalue()


def _title(plan: Compared) -> str:
    return _("No plan for now") if isinstance(plan, Referral) else _("Your SMP plan")


def _foot(plan: Compared) -> Foot:
    below = _(FOOT, words=_(NOT_ADVICE), edition=plan.rules.edition)
    parts = (plan.rules.clinic, below)
    return Foot(
        above=_(CONFIRM) if plan.suitability.provisional else "",
        below=" · ".join(part for part in parts if part),
        paper=usual_paper(plan.rules),
    )


def _sheets(plan: Compared, made_on: date | None) -> Iterator[Sheet]:
    numbers = every_source(plan)
    if isinstance(plan, TreatmentPlan):
        yield in_short_sheet(plan)
    if plan.understood:
        yield answers_sheet(plan)
    if isinstance(plan, TreatmentPlan):
        yield from _course(plan, numbers, made_on)
    yield health_sheet(plan, numbers)
    yield comparison_sheet(plan, numbers)
    if plan.matters:
        yield matters_sheet(plan, numbers)
    yield risks_sheet(plan, numbers)
    yield questions_sheet(plan, Steps.of(plan.trace), numbers)
    yield sources_sheet(plan, numbers)
    yield about_sheet(plan)


def _course(plan: TreatmentPlan, numbers: Numbers, made_on: date | None) -> Iterator[Sheet]:
    steps = Steps.of(plan.trace)
    dated = [
        visits_sheet(plan),
        days_sheet(plan, steps, numbers),
        limits_sheet(plan, steps, numbers),
        checks_sheet(plan),
        events_sheet(plan),
    ]
    shown = [sheet for sheet in dated if sheet.rows]
    yield from map(to_be_confirmed, shown) if plan.suitability.provisional else shown
    if plan.cost is not None:
        yield prices_sheet(plan.cost, plan.rules, steps, numbers)
        if plan.cost.quote:
            yield quote_sheet(plan, plan.cost.quote, made_on, steps, numbers)
        yield years_sheet(plan, plan.cost.currency, steps, numbers)
