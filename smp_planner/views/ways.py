"""Two ways in, one plan: the patient's and the clinic's; a button switches, and the answers stay."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from smp_planner.language.texts import N_, _
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.begin_anew import offer_example, offer_to_begin_anew
from smp_planner.views.browser_language import speaking_as_the_browser
from smp_planner.views.can_plan import opening_way
from smp_planner.views.clinic_way import above_clinic_way, show_clinic_way
from smp_planner.views.faults import telling_of_faults
from smp_planner.views.living_plan import shows_price
from smp_planner.views.open_answers import ask_for_file, tell_if_refused
from smp_planner.views.opened import show_opened
from smp_planner.views.parts import SCREEN, all_is_drawn, drawing_all, drawing_screen
from smp_planner.views.patient_way import go_to_screen, patient_screen, show_patient_way
from smp_planner.views.picture import show
from smp_planner.views.renewal import tell_if_renewed
from smp_planner.views.rules_page import SCREEN as RULES
from smp_planner.views.rules_page import offer_rules, open_rules, rules_are_open, show_rules_page
from smp_planner.views.settling import settle_anew
from smp_planner.views.state import (
    CLINIC,
    PATIENT,
    WAY,
    Clock,
    begin,
    begin_the_other_way,
    begins_with_example,
)
from smp_planner.views.tape import begin_with_a_tape
from smp_planner.views.turning import turn_to


class Way(NamedTuple):
    """How it is shown, how the other way is offered from here, and what no answer changes above it."""

    show: Callable[[RuleSet, Clock], None]
    switch: str
    other: str
    above: Callable[[], Iterable[str]] = tuple


WAYS: Mapping[str, Way] = {
    PATIENT: Way(show_patient_way, N_("For clinics: everything on one screen"), CLINIC),
    CLINIC: Way(show_clinic_way, N_("For patients: a few questions at a time"), PATIENT, above_clinic_way),
}


def show_way(rules: RuleSet, today: Clock, head: DeltaGenerator) -> None:
    """The way in that was chosen, or that opens here, and a button to the other.

    A consultant looks for the buttons and has them beside the title; a patient isn't kept from the questions.
    """
    all_is_drawn()
    id_: str = st.session_state.setdefault(WAY, opening_way())
    begin_with_a_tape(rules)
    begin(rules, today(), example=begins_with_example(id_))
    if rules_are_open():
        _show_rules(rules, today)
        return
    way = WAYS[id_]
    if id_ == CLINIC:
        with head.container(horizontal=True, vertical_alignment="center", width="content", key="ways"):
            _offer_the_other(way, rules, today)
            offer_to_begin_anew()
            offer_example(rules, today)
            ask_for_file(rules)  # a patient finds it on the first step
            offer_rules()
        tell_if_refused()
    if pieces := tuple(way.above()):
        show(*pieces)
    _show_screen(id_, rules, today)
    if id_ == PATIENT:
        with st.container(horizontal=True):
            _offer_the_other(way, rules, today)
            offer_to_begin_anew()


def _offer_the_other(way: Way, rules: RuleSet, today: Clock) -> None:
    st.button(
        _(way.switch),
        on_click=drawing_all(_switch),
        args=(way.other, rules, today),
        key="other_way",
        type="tertiary",
    )


@st.fragment(key=SCREEN)
@speaking_as_the_browser()
@telling_of_faults()
def _show_screen(id_: str, rules: RuleSet, today: Clock) -> None:
    """All that follows the answers; what stands around it isn't drawn anew when one changes."""
    if st.session_state[WAY] != id_ or rules_are_open():
        st.rerun()  # the whole page: the buttons around the screen are those of the way
    tell_if_renewed()
    show_opened()
    WAYS[id_].show(rules, today)
    screen = CLINIC if id_ == CLINIC else patient_screen(rules)
    turn_to(screen, drawing_screen(lambda to: _follow(to, rules, today)))


@st.fragment
@speaking_as_the_browser()
@telling_of_faults()
def _show_rules(rules: RuleSet, today: Clock) -> None:
    """All rules in place of questions and plan; the answers stay as they are."""
    if not rules_are_open():
        st.rerun()
    show_rules_page(rules, today, with_prices=shows_price(rules))
    turn_to(RULES, lambda to: _follow(to, rules, today))


def _follow(screen: str, rules: RuleSet, today: Clock) -> None:
    """Go where the browser's Back or Forward has led."""
    open_rules(opened=screen == RULES)
    if screen == RULES:
        return
    way = CLINIC if screen == CLINIC else PATIENT
    if st.session_state[WAY] != way:
        _switch(way, rules, today)
    if way == PATIENT:
        go_to_screen(screen, rules)


def _switch(way: str, rules: RuleSet, today: Clock) -> None:
    st.session_state[WAY] = way
    begin_the_other_way(rules, today(), example=begins_with_example(way))
    settle_anew()
