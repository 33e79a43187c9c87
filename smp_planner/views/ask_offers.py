"""The questions about offers that a person got: a few fields each, most of which may stay empty."""

from __future__ import annotations

import streamlit as st

from smp_planner.domain.answer_form import fault
from smp_planner.domain.offers import FREE_TOUCH_UPS
from smp_planner.domain.words import number
from smp_planner.language.texts import N_, _
from smp_planner.planner.answer_bounds import NOTHING
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.ask_days import LONGEST_NAME
from smp_planner.views.asking import MOST, ask_many, ask_rows, tell_problems, told_names
from smp_planner.views.parts import answered
from smp_planner.views.state import OFFERS, answers
from smp_planner.views.to_offers import (
    MOST_OFFERS,
    OVER_NOTHING,
    PRICED,
    field,
    held_by,
    is_nothing,
    letter,
    offer_name,
    priced_by,
    sold_as,
)

HOW_PRICED = {
    "visit": N_("By visit"),
    "package": N_("One sum for all"),
    "hour": N_("By the hour"),
    "graft": N_("By graft"),
}
AMOUNT = {
    "visit": N_("Price of one visit, in {currency}"),
    "package": N_("Price of it all, in {currency}"),
    "hour": N_("Price of one hour, in {currency}"),
    "graft": N_("Price of one graft, in {currency}"),
}
TAX = {"in": N_("In the price"), "on_top": N_("On top"), "unsaid": N_("Not said")}
MOST_PER_CENT = 100.0


def ask_offers(currency: str, names: dict[str, str], rules: RuleSet) -> None:
    """Two or three offers; `names` are those of the treatments that may be offered."""
    ask_rows(
        OFFERS, _("Add an offer"), N_("Remove offer {number}"),
        lambda row: _offer(row, currency, names, rules), most=MOST_OFFERS, least=1,
        numbered=lambda place: letter(place - 1),
    )  # fmt: skip


def _offer(row: int, currency: str, names: dict[str, str], rules: RuleSet) -> None:
    place = st.session_state[f"{OFFERS}_rows"].index(row)
    st.text_input(
        _("Your name for it"), key=field(row, "name"), max_chars=LONGEST_NAME, persist_state="session",
        on_change=answered(), placeholder=offer_name({}, row, place),
    )  # fmt: skip
    _one_of(_("What is offered?"), field(row, "sold"), names, next(iter(names)))
    sold = sold_as(answers(), row)
    priced = {by: _(HOW_PRICED[by]) for by in PRICED[sold]}
    _one_of(_("How is it priced?"), field(row, f"priced_{sold}"), priced, PRICED[sold][0])
    _money(_(AMOUNT[priced_by(answers(), row)], currency=currency), row, "amount")
    if sold == "smp":
        left, right = st.columns(2)
        with left:
            _count(_("Visits in all, if said"), row, "visits")
        with right:
            _number(_("Hours in the chair in all, if said"), row, "hours", step=0.5, most=MOST)
    else:
        _count(_("Grafts in all, if said"), row, "grafts")
    _one_of(_("Is tax in the price?"), field(row, "tax"), told_names(TAX), "unsaid")
    if st.session_state[field(row, "tax")] == "on_top":
        _number(_("Tax in per cent, if said"), row, "tax_percent", step=0.5, most=MOST_PER_CENT)
    held = {id_: rule.name for id_, rule in rules.offers.holds.items() if sold in rule.of}
    ask_many(_("What is in the price? Tap all that was said."), field(row, f"holds_{sold}"), held)
    if FREE_TOUCH_UPS in held_by(answers(), row):
        left, right = st.columns(2)
        with left:
            _count(_("How many touch-ups are free, if said"), row, "free_count")
        with right:
            _count(_("Free for how many months after the last visit, if said"), row, "free_months")
    _ask_later(row, sold, currency)


def _ask_later(row: int, sold: str, currency: str) -> None:
    """What is paid before and after, and for how long the offer holds."""
    left, right = st.columns(2)
    with left:
        _money(_("Deposit, in {currency}, if said", currency=currency), row, "deposit")
    with right:
        _count(_("Days for which the offer holds, if said"), row, "valid_days")
    if sold == "smp":
        _money(_("Price of one later touch-up, in {currency}, if said", currency=currency), row, "touch_up")


def _one_of(label: str, key: str, names: dict[str, str], begins: str) -> None:
    st.session_state.setdefault(key, begins)
    st.pills(
        label, list(names), format_func=lambda id_: names[id_], key=key, required=True, wrap=True,
        persist_state="session", on_change=answered(),
    )  # fmt: skip


def _money(label: str, row: int, name: str) -> None:
    _number(label, row, name, step=50.0, most=MOST, shown="%.2f")


def _number(label: str, row: int, name: str, *, step: float, most: float, shown: str = "%g") -> None:
    st.number_input(
        label, 0.0, most, None, step=step, format=shown, key=field(row, name), persist_state="session",
        on_change=answered(),
    )  # fmt: skip
    _tell(row, name)


def _count(label: str, row: int, name: str) -> None:
    st.number_input(
        label, 0, int(MOST), None, 1, key=field(row, name), persist_state="session", on_change=answered()
    )
    _tell(row, name)


def _tell(row: int, name: str) -> None:
    """A nought is told beside its field; the other fields stay as they are."""
    if name in OVER_NOTHING and is_nothing(answers(), row, name):
        key = field(row, name)
        tell_problems([fault(key, _(NOTHING, found=number(0)), "I402")])
