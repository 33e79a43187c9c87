"""A link was opened: its answers come into the tab, after a question where others stand there already."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from textwrap import shorten
from typing import Any, cast

import streamlit as st

from smp_planner.answers import from_fragment
from smp_planner.domain.intake import Intake
from smp_planner.errors import IntakeError, Problem
from smp_planner.exports.handoff import Handed
from smp_planner.language.texts import N_, _
from smp_planner.planner.answer_checks import check_answers
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views import html
from smp_planner.views.from_intake import put_answers
from smp_planner.views.parts import drawing_all
from smp_planner.views.patient_way import screens
from smp_planner.views.picture import show
from smp_planner.views.questions import told_problem
from smp_planner.views.settling import settle_anew
from smp_planner.views.state import (
    FILE_TOLD,
    LINK_TOLD,
    PATIENT,
    STEP,
    WAY,
    Clock,
    begin,
    begins_with_example,
    holds_answers,
)
from smp_planner.views.tab_memory import LINK
from smp_planner.views.tape import begin_with_a_tape

AGREED = "tab_link_agreed"  # the link's answers may take the place of those that are there
MOST_TOLD, LONGEST_TOLD = 5, 200  # faults of a link that are told, and characters of each
ASK = N_("This link holds answers. Open them in place of yours?")
OPENED = N_("These are the answers of the link. They stay in this tab.")
RENEWED = N_(
    "The rules have changed since the link was made: then they were those of {then}, now of {now}. "
    "Days and money may differ from what you saw."
)
OTHER_RULES = N_(
    "Some rules are not those of when the link was made. Days and money may differ from what you saw."
)
OTHER_REGION = N_(
    "The link was made with prices for {then}; here those for {now} hold. "
    "All money differs from what you saw."
)
REFUSED = N_("The link was not opened, and nothing has changed.")
MISFIT = N_("Its answers do not fit the questions of this page:")


def link_is_settled(rules: RuleSet, today: Clock) -> bool:
    """Whether no link waits for an answer; until then nothing else is asked."""
    state = st.session_state
    if LINK not in state:
        return True
    try:
        intake, handed = _read(state[LINK], rules)
    except IntakeError as fault:
        del state[LINK]
        state[LINK_TOLD] = (_refused(fault.problems),)
        return True
    if holds_answers() and not state.pop(AGREED, False):
        _ask()
        return False
    state.setdefault(WAY, PATIENT)  # most who get a link have come to see their plan, often on a phone
    begin_with_a_tape(rules)
    begin(rules, today(), example=begins_with_example(state[WAY]))
    _open(intake, handed, rules)
    return True


def tell_of_link() -> None:
    """What there is to say of the link that was opened, until it has been read."""
    if told := st.session_state.get(LINK_TOLD):
        show(*told)
        st.button(_("All right"), on_click=drawing_all(_forget), args=(LINK_TOLD,), key="link_read")


def _read(fragment: str, rules: RuleSet) -> tuple[Intake, Handed]:
    """The answers of a link. Raises IntakeError where it is none, or they don't fit the rules here."""
    intake, handed = from_fragment(fragment)
    if faults := check_answers(intake, rules):
        raise IntakeError(faults)
    return intake, handed


def _refused(problems: tuple[Problem, ...]) -> str:
    """Why a link was not opened: few of its faults and none long, as whoever made it chose the words."""
    keyed = [problem for problem in problems if problem.key]
    if not keyed:
        return html.notice(f"{_(REFUSED)} {problems[0].message}")
    told = (shorten(told_problem(problem), LONGEST_TOLD, placeholder="…") for problem in keyed[:MOST_TOLD])
    return html.notice(_(REFUSED), html.paragraph(_(MISFIT)), html.bullets(told))


def _ask() -> None:
    show(html.alert(_(ASK)))
    with st.container(horizontal=True, key="link_asked"):
        st.button(_("Open the link's answers"), on_click=_agree, key="link_open", type="primary")
        st.button(_("Keep mine"), on_click=_forget, args=(LINK,), key="link_keep")


def _agree() -> None:
    st.session_state[AGREED] = True


def _open(intake: Intake, handed: Handed, rules: RuleSet) -> None:
    """Its answers stand in the tab, the plan is what is seen first, and what there is to say is told."""
    state = cast("MutableMapping[str, Any]", st.session_state)
    del state[LINK]
    lost = put_answers(intake, rules, state)
    settle_anew()
    state[STEP] = len(screens(rules)) - 1
    state[FILE_TOLD] = None
    state[LINK_TOLD] = (html.fact(_(OPENED)), *map(html.notice, _renewed(handed, rules)), html.bullets(lost))


def _renewed(handed: Handed, rules: RuleSet) -> Iterator[str]:
    """What is not as it was for whoever made the link."""
    now = rules.edition
    if handed.edition != now.edition:
        yield _(RENEWED, then=handed.edition, now=now.edition)
    elif handed.fingerprint != now.fingerprint:
        yield _(OTHER_RULES)
    if handed.region not in (None, now.region):
        yield _(OTHER_REGION, then=handed.region, now=rules.region)


def _forget(key: str) -> None:
    del st.session_state[key]
