"""Offers that a person got, on one footing: the same questions of each, in the order they were typed.

Nothing is ranked or coloured: a lower price may hold less. What is typed stays with the answers in the tab;
no file and no link holds it.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

import streamlit as st

from smp_planner.domain.offers import Offer, OfferFigure, OfferRow, OneFooting
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.quantities import Number, rounded
from smp_planner.domain.words import figure, listed, number, planned
from smp_planner.domain.years import Cost
from smp_planner.language.texts import N_, _
from smp_planner.planner.offers.footing import on_one_footing
from smp_planner.rules.figures import source_id
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views import html
from smp_planner.views.ask_offers import ask_offers
from smp_planner.views.one_question import Asked, show_questions
from smp_planner.views.picture import show
from smp_planner.views.state import OFFERS, answers
from smp_planner.views.to_offers import offers_typed, offers_waiting
from smp_planner.views.whys import Whys

HOW = N_(
    "Type in two or three offers as they were made. Leave empty what was not said. We then put the same "
    "questions to each of them."
)
STAYS = N_(
    "What you type here stays in this tab, with your answers. No file and no link holds it. It goes when "
    "you close the tab, begin anew, or open saved answers or a link."
)
AS_TYPED = N_(
    "They stand in the order you typed them. A lower price may hold less, so look at what each leaves out."
)
NONE_YET = N_("Put in a price, and the offer is shown here.")
OWN, OWN_LIST = N_("This plan's own estimate"), N_("{clinic}'s own price list")
ROWS = {
    "total": N_("What does it all cost, with tax?"),
    "per_visit": N_("What is that for each visit?"),
    "per_hour": N_("What is that for each hour in the chair?"),
    "per_1000_dots": N_("What is that for 1,000 dots?"),
    "per_graft": N_("What is that for each graft?"),
    "five_years": N_("What is it over five years, with touch-ups?"),
}
WHY = {
    "total": ("cost.course",),
    "per_visit": ("cost.per_session",),
    "per_hour": ("cost.course", "sessions.chair_hours"),
    "per_1000_dots": ("cost.course", "dots.total"),
    "five_years": ("cost.totals.5y",),
}
TAX = {
    "in": N_("In the price."),
    "on_top": N_("On top. How much is not known."),
    "unsaid": N_("Not said."),
}
SHARE = N_("On top: {share} per cent. It is counted here.")
TAX_IN = N_("Yes, {tax} of {percent} per cent.")
WAITING = N_("Not here yet, as a price is missing or a field holds 0: {names}.")
NOT_SAID, NO_OFFER = N_("Not said."), N_("It is an estimate, not an offer.")


def show_offers(plan: TreatmentPlan, whys: Whys, rules: RuleSet) -> None:
    """The questions, then the offers side by side with this plan's own estimate."""
    cost = plan.cost
    assert cost is not None, "offers are asked for where the plan shows prices"
    show(html.paragraph(_(HOW)), html.quiet(_(STAYS)))
    names = {option.id: option.name for option in plan.comparison.options}
    sold = {id_: names[id_] for id_ in ("smp", "fut", "fue")}
    with st.container(key=f"{OFFERS}s"):
        ask_offers(cost.currency, sold, rules)
    offers = list(offers_typed(answers()))
    footing = on_one_footing(offers, plan, rules)
    if not offers or footing is None:
        show(html.quiet(_(NONE_YET)))
        return
    show(html.heading(_("Your offers side by side")), html.paragraph(_(AS_TYPED)))
    if waiting := [*offers_waiting(answers())]:
        show(html.quiet(_(WAITING, names=listed(waiting))))
    shown = [offer.name for offer in offers] + [own_name(cost)]
    asked = [*_money_rows(footing, whys), *_other_rows(footing, cost, rules)]
    show_questions(_("Your offers side by side"), f"{OFFERS}s", shown, asked)
    show(html.quiet(_("Where these questions come from:"), whys.cited(_sources(rules))))


def own_name(cost: Cost) -> str:
    """What this plan's own column is called: by the clinic, where it is that one's price list."""
    return _(OWN_LIST, clinic=cost.quote.clinic) if cost.quote else _(OWN)


def _money_rows(footing: OneFooting, whys: Whys) -> Iterator[Asked]:
    of_grafts = any(offer.sold != "smp" for offer in footing.offers)
    for row in footing.rows:
        if row.id != "per_graft" or of_grafts:
            yield Asked(row.id, _(ROWS[row.id]), (*map(_told, row.offers), _own(row, whys)))


def _own(row: OfferRow, whys: Whys) -> str:
    fields = WHY.get(row.id)
    return f"{_told(row.plan)} {whys.why(*fields) if fields else ''}"


def _told(found: OfferFigure) -> str:
    notes = escape(" ".join(found.notes))
    if found.amount is None:
        return notes
    told = f"<div>{escape(planned(found.amount))}</div>"
    return f'{told}<div class="quiet">{notes}</div>' if notes else told


def _other_rows(footing: OneFooting, cost: Cost, rules: RuleSet) -> Iterator[Asked]:
    offers = footing.offers
    yield Asked(
        "tax", _("Is tax in it?"), (*(escape(_tax(one)) for one in offers), escape(_own_tax(cost, rules)))
    )
    deposits = (_money(one.deposit, cost.currency) for one in offers)
    yield Asked("deposit", _("What is the deposit?"), (*map(escape, deposits), escape(_own_deposit(cost))))
    days = (_days(one.valid_days) for one in offers)
    yield Asked("valid", _("How long does it hold?"), (*map(escape, days), escape(_days(cost.valid_days))))
    held = (html.bullets(names) or escape(_("Nothing was ticked.")) for names in footing.holds)
    yield Asked("holds", _("What is in the price?"), (*held, html.bullets(footing.own_holds)))
    own = _asked(footing.own_ask) if footing.own_ask is not None else ""
    own += html.quiet(_("Not in it:")) + html.bullets(cost.not_included)
    asked = _("What to ask, as it is left out or not said")
    yield Asked("ask", asked, (*map(_asked, footing.ask), own))


def _asked(asks: tuple[str, ...]) -> str:
    return html.bullets(asks) or escape(_("Nothing is left to ask."))


def _tax(offer: Offer) -> str:
    if offer.tax == "on_top" and offer.tax_percent is not None:
        return _(SHARE, share=number(offer.tax_percent))
    return _(TAX[offer.tax])


def _own_tax(cost: Cost, rules: RuleSet) -> str:
    """The same of this plan's own price: what the clinic's file states, or that none is counted."""
    if cost.quote is None:
        return rules.offers.words["tax_unsaid"]
    tax = cost.quote.tax
    return _(TAX_IN, tax=tax.name, percent=number(tax.percent)) if tax else _(NOT_SAID)


def _money(amount: Number | None, currency: str) -> str:
    return _(NOT_SAID) if amount is None else figure(rounded(amount, "0.01"), currency)


def _own_deposit(cost: Cost) -> str:
    """What this clinic asks to book, where its prices say so."""
    if cost.quote is None:
        return _(NO_OFFER)
    deposit = cost.quote.deposit
    return f"{planned(deposit.amount)}. {deposit.refund}" if deposit else _(NOT_SAID)


def _days(count: int | None) -> str:
    return _(NOT_SAID) if count is None else figure(count, "days")


def _sources(rules: RuleSet) -> Iterator[str]:
    """The documents behind what is asked, each once."""
    asked = (*rules.offers.unsaid.values(), *rules.offers.holds.values())
    yield from dict.fromkeys(source_id(cite) for rule in asked for cite in rule.sources)
