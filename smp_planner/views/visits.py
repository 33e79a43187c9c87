"""Visits: dates, hours, dots, and what is done after each, in words and as a picture."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

import streamlit as st

from smp_planner.domain.plan import SmpPlan
from smp_planner.domain.words import spoken_span
from smp_planner.language.texts import _
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views import html
from smp_planner.views.chair_time import TITLE as CHAIR_TIME
from smp_planner.views.chair_time import show_chair_time
from smp_planner.views.fold import fold
from smp_planner.views.later_limits import later_limits
from smp_planner.views.picture import show
from smp_planner.views.state import for_clinic
from smp_planner.views.visit_cards import CARDS_LOOK, visit_cards
from smp_planner.views.visit_pictures import WHAT_THEY_ARE, visit_pictures
from smp_planner.views.whys import Whys


def show_visits(plan: SmpPlan, whys: Whys, rules: RuleSet) -> None:
    """Visits with dates, hours, dots and what is done, with a picture of it."""
    st.html(CARDS_LOOK)
    show(
        html.quiet(_(WHAT_THEY_ARE)),
        visit_cards(plan, whys, visit_pictures(plan, rules)),
        *later_limits(plan, whys),
        html.quiet(_("How these days were chosen:"), whys.why("sessions.items")),
        html.quiet(_("How the dots are spread over the visits:"), whys.why("dots.per_session")),
        html.items(_in_time(plan, whys)),
    )
    if for_clinic():
        fold(_(CHAIR_TIME), "fold_chair_time", lambda: show_chair_time(plan, rules, whys))


def _in_time(plan: SmpPlan, whys: Whys) -> Iterator[str]:
    """The last day to start before each event that asks to be ready; events are told apart by place."""
    events = (event for event in plan.intake.calendar.events if event.kind == "be_ready")
    for place, (event, latest) in enumerate(zip(events, plan.sessions.latest_start, strict=True), start=1):
        days = "" if event.from_ == event.to else f" ({spoken_span(event.from_, event.to)})"
        why = whys.why(f"sessions.latest_start.{place}")
        yield f"<b>{escape(event.name)}</b>{days}: {escape(latest.say)} {why}"
