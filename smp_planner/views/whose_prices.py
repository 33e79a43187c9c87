"""Whose prices the money is planned with, and a tap to those of the visitor's own country.

The deployment decides the region (docs/reference/regions.md). Where it names none, and no clinic, a visitor
whose browser is at home in another region may choose its prices, for this tab. No region that names medicines
can be chosen so: a page that names none must not lead to the names.
"""

from __future__ import annotations

from typing import cast

import streamlit as st

from smp_planner.domain.intake import REGIONS
from smp_planner.domain.plan import SmpPlan
from smp_planner.exports.money_words import whose_prices
from smp_planner.language.choose import parts_of
from smp_planner.language.texts import N_, _
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views import html
from smp_planner.views.parts import drawing_all
from smp_planner.views.start_up import region_here, rules_here
from smp_planner.views.state import UNKEPT, holds_offers
from smp_planner.views.whys import Whys

CHOSEN = "tab_prices"  # the region whose prices were chosen; the tab holds it with the mark of the rules
OTHER = f"{UNKEPT}other_prices"
AT_HOME = {"GB": "UK"}  # the region of a country that a browser names
ZONES = {"Europe/London": "UK", "Europe/Belfast": "UK"}
SHOW = {
    "US": N_("Show prices of the United States"),
    "UK": N_("Show prices of the United Kingdom"),
}


def rules_of_choice(rules: RuleSet) -> RuleSet:
    """The rules with the prices that were chosen in this tab; else as they are."""
    chosen: str | None = st.session_state.get(CHOSEN)
    return rules_here(chosen) if may_choose(chosen, rules) else rules


def may_choose(region: object, rules: RuleSet) -> bool:
    """Whether a visitor may have the prices of a region: one of ours, that names no medicine.

    Nobody may where the deployment named a region or a clinic.
    """
    decided = region_here() is not None or rules.clinic is not None
    return region in REGIONS and not decided and region not in rules.medication.naming.regions


def choose_prices(region: object, rules: RuleSet) -> None:
    """The prices of a region for this tab, where they may be chosen; else those of the deployment."""
    st.session_state[CHOSEN] = region if may_choose(region, rules) else None


def told_prices(plan: SmpPlan, whys: Whys) -> str:
    """Whose prices they are, as of when; nothing where none is shown."""
    return html.quiet(whose_prices(plan.cost, plan.rules), whys.why("cost.as_of")) if plan.cost else ""


def other_prices(plan: SmpPlan, rules: RuleSet) -> str | None:
    """The region whose prices may be nearer, where there is one; none beside a clinic's.

    None is offered once somebody typed the price of an offer: it would stand there in another currency.
    """
    if plan.cost is None or plan.cost.of_clinic or holds_offers():
        return None
    return _other(rules)


def offer_prices(other: str, rules: RuleSet) -> None:
    """A button to the prices of another region."""
    st.button(
        _(SHOW[other]), on_click=drawing_all(choose_prices), args=(other, rules), key=OTHER, type="tertiary"
    )


def _other(rules: RuleSet) -> str | None:
    """The region to offer: the way back from a choice, or where the browser is at home."""
    chosen = cast("str | None", st.session_state.get(CHOSEN))
    if may_choose(chosen, rules):
        return rules.prices.default_region
    home = AT_HOME.get(parts_of(st.context.locale or "")[1]) or ZONES.get(st.context.timezone or "")
    return home if may_choose(home, rules) and home != rules.region else None
