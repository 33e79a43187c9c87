"""Visits: dates, hours, dots, and what is done after each, in words and as a picture."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

import streamlit as st

from smp_planner.domain.plan import SmpPlan
from smp_planner.exports.event_words import starts_told
from smp_planner.exports.patch_test_words import patch_test_told
from smp_planner.exports.visit_words import about_days, further_hours_told
from smp_planner.language.texts import N_, _
from smp_planner.planner.dots.drawing import drawing_of
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views import html
from smp_planner.views.chair_time import TITLE as CHAIR_TIME
from smp_planner.views.chair_time import show_chair_time
from smp_planner.views.drawn_look import visit_by_visit
from smp_planner.views.fold import fold
from smp_planner.views.later_limits import later_limits
from smp_planner.views.picture import show
from smp_planner.views.state import BEGUN_ON, for_clinic
from smp_planner.views.visit_cards import CARDS_LOOK, visit_cards
from smp_planner.views.visit_pictures import visit_pictures
from smp_planner.views.whys import Whys

NUMBERS = N_("The numbers of these pictures")


def show_visits(plan: SmpPlan, whys: Whys, rules: RuleSet) -> None:
    """Visits with dates, hours, dots and what is done, with a picture of it."""
    st.html(CARDS_LOOK)
    pictures = visit_pictures(plan, rules)
    show(
        *_no_room(plan, whys),
        *_patch_test(plan, whys),
        *pictures.before,
        visit_cards(plan, whys, pictures.visits),
    )
    fold(_(NUMBERS), "fold_visit_numbers", lambda: _show_numbers(plan, whys, rules))
    show(
        *later_limits(plan, whys),
        *_further_hours(plan, whys),
        html.quiet(_("How these days were chosen:"), whys.why("sessions.items")),
        html.quiet(_("How the dots are spread over the visits:"), whys.why("dots.per_session")),
        html.items(_about_days(plan, whys)),
    )
    if for_clinic():
        fold(_(CHAIR_TIME), "fold_chair_time", lambda: show_chair_time(plan, rules, whys))


def _show_numbers(plan: SmpPlan, whys: Whys, rules: RuleSet) -> None:
    show(visit_by_visit(plan, drawing_of(plan.intake, rules), whys))


def _no_room(plan: SmpPlan, whys: Whys) -> Iterator[str]:
    """That visits are longer than the longest, as no more are planned."""
    if told := plan.sessions.no_room:
        longest = (f"sessions.items.{visit.number}.hours" for visit in plan.sessions.items if visit.or_more)
        yield html.notice(told, whys.why("sessions.count", *longest))


def _patch_test(plan: SmpPlan, whys: Whys) -> Iterator[str]:
    """What comes before the first visit, with its day."""
    if told := patch_test_told(plan, st.session_state.get(BEGUN_ON)):
        yield html.paragraph(told, whys.why("sessions.patch_test_by"))


def _further_hours(plan: SmpPlan, whys: Whys) -> Iterator[str]:
    """What of the most hours in all is in none of these visits."""
    if told := further_hours_told(plan.sessions):
        yield html.quiet(told, whys.why("sessions.further_hours"))


def _about_days(plan: SmpPlan, whys: Whys) -> Iterator[str]:
    """The weekdays left out, that visits can be later, and the last day to start before each event."""
    yield from (f"{escape(said)} {whys.why('sessions.items')}" for said in about_days(plan.sessions))
    for place, event, said in starts_told(plan):
        yield f"<b>{escape(event)}</b>: {escape(said)} {whys.why(f'sessions.latest_start.{place}')}"
