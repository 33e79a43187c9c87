"""The sheets of money: what this course costs, and what every option costs year by year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from smp_planner.domain.comparison import CurvePoint
from smp_planner.domain.edition import RulesEdition
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.quantities import Estimate
from smp_planner.domain.quote import Quote
from smp_planner.domain.words import currency_in
from smp_planner.domain.years import Cost
from smp_planner.exports.money_words import HORIZONS, whose_prices
from smp_planner.exports.numbered_sources import Numbers
from smp_planner.exports.quote_words import (
    PAID_FOR,
    PAID_WHEN,
    beside_quote,
    day_told,
    in_all,
    tax_named,
    until_when,
)
from smp_planner.exports.sheets.sheet import Cell, Figure, Sheet, cites, in_three, three_heads
from smp_planner.exports.steps import Steps
from smp_planner.exports.wording import unit_alone
from smp_planner.language.texts import _


def prices_sheet(cost: Cost, rules: RulesEdition, steps: Steps, numbers: Numbers) -> Sheet:
    """What is paid for this course and later, whose prices they are, and what they hold and leave out."""
    head = (_("What"), *three_heads(), _("Unit"), _("What to know"), _("Sources"))
    return Sheet(_("Price"), head, tuple(_prices(cost, rules, steps, numbers)))


def _prices(cost: Cost, rules: RulesEdition, steps: Steps, numbers: Numbers) -> Iterator[tuple[Cell, ...]]:
    by_visit = cost.quote is not None and cost.quote.by == "visit"  # each visit has a price of its own
    removal = " ".join(filter(None, (cost.removal.say, cost.removal.not_known)))
    figures = [
        (_("The course"), cost.course, "cost.course", cost.tax),
        *(
            []
            if by_visit
            else [(_("A visit's share of the price"), cost.per_session, "cost.per_session", "")]
        ),
        (_("Each touch-up"), cost.touch_up, "cost.touch_up", ""),
        *(
            (_(HORIZONS.get(horizon, horizon)), total, f"cost.totals.{horizon}", "")
            for horizon, total in cost.totals.items()
        ),
        (_("Visits for laser removal"), cost.removal.sessions, "cost.removal", removal),
        *([(_("Laser removal"), cost.removal.price, "cost.removal", "")] if cost.removal.price else []),
    ]
    for name, value, field, say in figures:
        told = " ".join(filter(None, (say, value.note)))
        yield name, *in_three(value), unit_alone(value.unit), told, cites(steps.sources(field), numbers)
    for title, texts in (
        (_("Whose prices"), (whose_prices(cost, rules),)),
        (_("What the price covers"), (cost.covers,)),
        (_("What moves the price"), (cost.goes_by,)),
        (_("Included"), cost.included),
        (_("Not included"), cost.not_included),
        (_("Note"), cost.notes),
    ):
        yield from ((title, None, None, None, "", text, "") for text in texts)


def quote_sheet(
    plan: TreatmentPlan, quote: Quote, made_on: date | None, steps: Steps, numbers: Numbers
) -> Sheet:
    """What the price is made up of, and each payment with its day; then what belongs to both."""
    head = (_("Part"), _("What"), _("Day"), *three_heads(), _("Unit"), _("What to know"), _("Sources"))
    return Sheet(_("Quote"), head, tuple(_quote(plan, quote, made_on, steps, numbers)))


def _quote(
    plan: TreatmentPlan, quote: Quote, made_on: date | None, steps: Steps, numbers: Numbers
) -> Iterator[tuple[Cell, ...]]:
    def row(
        part: str, what: str, day: date | None, amount: Estimate, field: str, say: str = ""
    ) -> tuple[Cell, ...]:
        cited = cites(steps.sources(field), numbers)
        return part, what, day, *in_three(amount), unit_alone(amount.unit), say, cited

    paid_for, paid_when = _(PAID_FOR), _(PAID_WHEN)
    for line in quote.lines:
        yield row(paid_for, line.what, None, line.amount, f"cost.quote.lines.{line.id}")
    if quote.tax:
        yield row(paid_for, _("Without tax"), None, quote.net, "cost.quote.net")
        yield row(paid_for, tax_named(quote), None, quote.tax.amount, "cost.quote.tax")
    yield row(paid_for, in_all(quote), None, quote.total, "cost.quote.total", quote.wording)
    for payment in quote.payments:
        at = f"cost.quote.payments.{payment.number}"
        told = day_told(plan, payment) if payment.on is None or plan.suitability.provisional else ""
        yield row(paid_when, payment.what, payment.on, payment.amount, at, told)
    until = (("cost.valid_days", say) for say in until_when(plan, quote, made_on))
    beside = (*beside_quote(quote), *until)
    for field, say in beside:
        yield _("Note"), say, None, None, None, None, "", "", cites(steps.sources(field), numbers)


def years_sheet(plan: TreatmentPlan, currency: str, steps: Steps, numbers: Numbers) -> Sheet:
    """What has been paid up to each year, for each option alike; where that is not known, why not."""
    head = (_("Option"), _("Year"), *three_heads(_("Paid so far")), _("What to know"), _("Sources"))
    curves, about = plan.comparison.curves.cost, plan.comparison.curves.about
    names = {option.id: option.name for option in plan.comparison.options}
    rows = tuple(
        (
            names[id_],
            point.year,
            *_ends(point, currency),
            " ".join(dict.fromkeys(filter(None, (point.not_known, point.note, about.get(f"cost.{id_}"))))),
            cites(steps.sources(f"comparison.curves.cost.{id_}"), numbers),
        )
        for id_, curve in curves.items()
        for point in curve
    )
    return Sheet(_("Money by year"), head, rows)


def _ends(point: CurvePoint, currency: str) -> tuple[Cell, Cell, Cell]:
    low, typical, high = (
        None if end is None else Figure(end, currency_in(currency))
        for end in (point.low, point.typical, point.high)
    )
    return low, typical, high
