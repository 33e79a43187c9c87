"""The clinic's way in: every question on one side of the screen, the living plan on the other."""

from __future__ import annotations

from html import escape

import streamlit as st

from smp_planner.language.texts import _
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.about import intro
from smp_planner.views.answers_form import ask_answers
from smp_planner.views.living_plan import show_living_plan
from smp_planner.views.picture import show
from smp_planner.views.rules_edition import edition
from smp_planner.views.rules_page import tell_if_rules_are_old
from smp_planner.views.state import Clock


def above_clinic_way() -> tuple[str, ...]:
    """What stands above it once: what this page is, and on a phone the way from the answers to the plan."""
    answers, plan = escape(_("Your answers")), escape(_("Your plan"))
    return (
        intro(),
        f'<nav class="jumps" aria-label="{escape(_("On this page"))}"><a href="#your-answers">{answers}</a>'
        f'<a href="#your-plan">{plan}</a></nav>',
    )


def show_clinic_way(rules: RuleSet, today: Clock) -> None:
    """Answers and plan side by side; on a phone one above the other, a tap apart."""
    asked, planned = st.columns([1, 2], gap="large")
    with asked.container(key="answers"):
        ask_answers(rules)
    with planned:
        show_living_plan(rules, today)
        show(*edition(rules.edition))
        tell_if_rules_are_old(rules, today)
