"""The years: fading, touch-up checks and money."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from html import escape

import streamlit as st

from smp_planner.domain.plan import SmpPlan
from smp_planner.domain.quote import Quote
from smp_planner.domain.words import figure, number, per_cent, spoken, spoken_span
from smp_planner.domain.years import Cost, FadePoint, TouchUp
from smp_planner.exports.clinics_own import marked_if_moved
from smp_planner.exports.later_words import INTERVAL, years_of
from smp_planner.exports.money_words import MONEY_WAITS, not_sums_but_shown
from smp_planner.exports.on_fading import draw_fading, fading_in_words, months_of_check, under_fading
from smp_planner.exports.quote_words import (
    PAID_FOR,
    PAID_WHEN,
    beside_quote,
    ends_before_last,
    made_up,
    paid_when,
    validity,
)
from smp_planner.language.texts import N_, _
from smp_planner.rules.clinic_asks import FOR_SCARS
from smp_planner.views import html
from smp_planner.views.fold import fold
from smp_planner.views.picture import show, show_picture
from smp_planner.views.price_of_visits import price_of_visits
from smp_planner.views.state import for_clinic
from smp_planner.views.whose_prices import offer_prices, other_prices, told_prices
from smp_planner.views.whys import Whys

HORIZONS = {"1y": N_("First year"), "5y": N_("Five years"), "10y": N_("Ten years")}
CHECK_HEADERS = (N_("Check"), N_("After the last visit"), N_("Between"), N_("Planned"))
ESTIMATE = N_("Money (a planning estimate, not a quote)")


def show_years(plan: SmpPlan, whys: Whys, made_on: date) -> None:
    """Fading and touch-ups, then money."""
    _show_fading(plan, whys)
    _show_checks(plan, whys)
    if plan.cost is None:
        st.info(_(MONEY_WAITS))
    else:
        _show_money(plan, plan.cost, whys, made_on)


def _show_fading(plan: SmpPlan, whys: Whys) -> None:
    label = fading_in_words(plan)
    show_picture(lambda shape: draw_fading(plan, label, shape), under_fading(plan))
    fold(
        _("The numbers of this picture"),
        "fold_fading",
        lambda: _show_fading_in_numbers(plan.touch_ups.fade, whys),
    )


def _show_fading_in_numbers(fade: Iterable[FadePoint], whys: Whys) -> None:
    rows = [
        (
            _("After {months}", months=figure(p.months, "months")),
            f"{_left(p)} {whys.why(f'touch_ups.fade.{p.months}')}",
        )
        for p in fade
    ]
    show(html.table(_("Fading"), (_("When"), _("Left (low to high)")), rows))


def _left(point: FadePoint) -> str:
    low, typical, high = map(per_cent, (point.low, point.typical, point.high))
    return _("{typical} ({low} to {high})", typical=typical, low=low, high=high)


def _show_checks(plan: SmpPlan, whys: Whys) -> None:
    checks = [_check(plan, check, whys) for check in plan.touch_ups.items]
    counted = [
        (_("Within {years}", years=years_of(horizon)),
         html.figure(count, whys.why(f"touch_ups.within.{horizon}")))
        for horizon, count in plan.touch_ups.within.items()
    ]  # fmt: skip
    interval = html.figure(plan.touch_ups.interval_months, whys.why(INTERVAL))
    every = escape(marked_if_moved(_("A check every {interval}"), INTERVAL, plan.rules))
    every = every.format(interval=interval)
    notes = plan.touch_ups.notes
    show(
        f'<div class="line">{every}</div>',
        html.bullets(notes),
        html.quiet(_("Where these sentences come from:"), whys.why("touch_ups.notes")) if notes else "",
        html.table(_("Touch-up checks for ten years"), list(map(_, CHECK_HEADERS)), checks),
        html.table(_("How many checks"), (_("After the last visit"), _("Planned (low to high)")), counted),
    )


def _check(plan: SmpPlan, check: TouchUp, whys: Whys) -> tuple[str, ...]:
    """When a check is: so many months after the last visit, between which days, and the day planned."""
    field = f"touch_ups.items.{check.number}"
    return (
        _("Check {number}", number=number(check.number)),
        f"{escape(months_of_check(plan, check))} {whys.why(field)}",
        f"{spoken_span(check.from_, check.to)} {whys.why(field)}",
        f"{spoken(check.typical)} {whys.why(field)}",
    )


def _show_money(plan: SmpPlan, cost: Cost, whys: Whys, made_on: date) -> None:
    rows = [price_of_visits(cost, whys)]
    by_visit = cost.quote and cost.quote.by == "visit"  # each visit has a price of its own, told below
    if for_clinic() and not by_visit:  # nobody pays the share, so a patient is spared it
        share = html.figure(cost.per_session, whys.why("cost.per_session"))
        rows.append((_("A visit's share of the price"), share))
    rows.append((_("One touch-up"), html.figure(cost.touch_up, whys.why("cost.touch_up"))))
    for horizon, total in cost.totals.items():
        rows.append((_(HORIZONS[horizon]), html.figure(total, whys.why(f"cost.totals.{horizon}"))))
    laser = html.figure(cost.removal.sessions, whys.why("cost.removal"))
    about_laser = " ".join(filter(None, (cost.removal.say, cost.removal.not_known)))
    rows.append((_("Laser removal"), f"{laser} {escape(about_laser)}"))
    valid = f"{figure(cost.valid_days, 'days')} {whys.why('cost.valid_days')}"
    quote = cost.quote
    rows.append((_("Valid for") if quote else _("These prices hold for about"), valid))
    show(
        html.table(_(ESTIMATE), (_("What"), _("Planned (low to high)")), rows),
        html.paragraph(cost.goes_by, whys.why("cost.course")),
        *map(html.quiet, filter(None, (not_sums_but_shown(plan), *_ends_early(plan, cost, made_on)))),
        told_prices(plan, whys),
    )
    if other := other_prices(plan, whys.rules):
        offer_prices(other, whys.rules)
    show(
        html.paragraph(cost.tax, whys.why("cost.quote.tax") if quote and quote.tax else ""),
        *(_quoted(plan, quote, whys, made_on) if quote else ()),
        html.heading(_("Included")), html.bullets(cost.included),
        html.heading(_("Not included")), html.items(_not_included(cost, whys)),
        html.bullets(cost.notes),
        html.quiet(_("Where these sentences come from:"), whys.why("cost.notes")) if cost.notes else "",
    )  # fmt: skip


def _not_included(cost: Cost, whys: Whys) -> Iterator[str]:
    """What is paid on top; first a visit beyond the plan, with its "why?" where a clinic has a price."""
    beyond, *others = cost.not_included
    yield f"{escape(beyond)} {''.join(_further(whys))}"
    yield from map(escape, others)


def _further(whys: Whys) -> Iterator[str]:
    """Why a visit beyond the plan costs what it does, where the clinic has a price for it."""
    asks = whys.rules.asks
    if asks is None:
        return
    known, chosen_by = asks.read(asks.further, FOR_SCARS), ("goals", "area")
    for reading in (rule for rule in whys.steps.at("cost.covers").rules if rule in known):
        yield whys.rule(reading, *(chosen_by if FOR_SCARS in asks.readings else ()))


def _ends_early(plan: SmpPlan, cost: Cost, made_on: date) -> Iterator[str]:
    """That prices are good to a day before the last visit; a quote says so beside its own day."""
    if not cost.quote:
        yield ends_before_last(plan, cost.valid_days, made_on)


def _quoted(plan: SmpPlan, quote: Quote, whys: Whys, made_on: date) -> Iterator[str]:
    """What the price is made up of, what is paid when, and until when it is good."""
    lines = [
        (escape(what), f"{escape(amount)} {whys.why(*fields)}") for fields, what, amount in made_up(quote)
    ]
    payments = [
        (escape(what), escape(day), f"{escape(amount)} {whys.why(field)}")
        for field, what, day, amount in paid_when(plan, quote)
    ]
    yield html.table(_(PAID_FOR), (_("What"), _("Amount")), lines)
    yield html.table(_(PAID_WHEN), (_("What"), _("When"), _("Amount")), payments)
    beside = [f"{escape(say)} {whys.why(field)}" for field, say in beside_quote(quote)]
    valid = f"{escape(validity(plan, quote, made_on))} {whys.why('cost.valid_days')}"
    yield html.items((*beside, valid))
