"""The health questions, a group at a time: tick what applies, or none of these, or not sure."""

from __future__ import annotations

from functools import partial

import streamlit as st

from smp_planner.domain.words import sentence
from smp_planner.language.texts import _
from smp_planner.planner.answer_bounds import own_days
from smp_planner.planner.suitability.questions import questions
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views import html
from smp_planner.views.asking import ask_day, ask_many
from smp_planner.views.health_answers import NONE, SOME_UNSURE, WHICH, asked_in
from smp_planner.views.parts import answered, shown_already
from smp_planner.views.picture import show, show_quiet
from smp_planner.views.settling import settle
from smp_planner.views.state import HEALTH, answers
from smp_planner.views.to_intake import dated_waits


def ask_conditions(rules: RuleSet) -> None:
    """Every group, each under its heading."""
    for id_, group in rules.suitability.health_groups.items():
        show(html.heading(group.title))
        ask_group(id_, rules)


def ask_group(group: str, rules: RuleSet) -> None:
    """The questions of one group; a tick is a yes."""
    settle(rules)
    asked, dates = asked_in(group, answers(), rules), dated_waits(rules)
    show_quiet(_("Choose all that fit."))
    words = questions(rules)
    with shown_already(partial(_beside_ticks, group, rules)):
        for id_ in asked:
            _tick(words[id_], f"{HEALTH}{id_}")
            if id_ in dates and st.session_state.get(f"{HEALTH}{id_}"):
                _first, last = own_days(rules.intake.accepted)
                when = _("On which day? Leave it empty if you don't know.")
                ask_day(when, dates[id_], last=last)
        with st.container(key=f"health_end_{group}"):
            _tick(_("None of these"), f"{NONE}{group}")
            _tick(_("I'm not sure about some of these"), f"{SOME_UNSURE}{group}")
            if st.session_state.get(f"{SOME_UNSURE}{group}"):
                _ask_which(group, asked, rules)


def _beside_ticks(group: str, rules: RuleSet) -> object:
    """What is asked and told beside the ticks, once they agree, and whether the browser shows them so."""
    shown, unsure = answers(), f"{SOME_UNSURE}{group}"
    ticks = *(f"{HEALTH}{id_}" for id_ in asked_in(group, shown, rules)), f"{NONE}{group}", unsure
    given = settle(rules)
    days = [given.get(day) for id_, day in dated_waits(rules).items() if given.get(f"{HEALTH}{id_}")]
    return days, bool(given.get(unsure)), [*map(shown.get, ticks)] == [*map(given.get, ticks)]


def _ask_which(group: str, asked: tuple[str, ...], rules: RuleSet) -> None:
    criteria = rules.suitability.criteria
    shorts = {id_: criteria[id_].short or id_ for id_ in asked}
    names = {id_: sentence(short) for id_, short in shorts.items()}
    ask_many(_("Which ones? A doctor or the clinic can help."), f"{WHICH}{group}", names)


def _tick(words: str, key: str) -> None:
    st.checkbox(words, key=key, persist_state="session", on_change=answered())
