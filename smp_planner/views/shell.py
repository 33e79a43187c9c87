"""The page as a whole: its title, its look, the rules, and the way in that was chosen."""

from __future__ import annotations

import gc
import os
from datetime import date

import streamlit as st

from smp_planner.domain.intake import REGIONS
from smp_planner.errors import RulesError
from smp_planner.rules.load import load_rules
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views import html
from smp_planner.views.look import LOOK
from smp_planner.views.picture import show
from smp_planner.views.tab_memory import answers_are_here
from smp_planner.views.ways import WAYS, opening_way, show_way


def show_page(today: date) -> None:
    """Ask, plan, show."""
    st.title("Plan scalp micropigmentation")
    st.html(LOOK)
    region = os.environ.get("SMP_REGION") or None
    if region not in (None, *REGIONS):
        show(html.notice(f"SMP_REGION is '{region}'; it should be {' or '.join(REGIONS)}."))
        return
    if opening_way() not in WAYS:
        show(html.notice(f"SMP_VIEW is '{opening_way()}'; it should be {' or '.join(WAYS)}."))
        return
    try:
        rules = _rules(os.environ.get("SMP_CLINIC") or None, region)
    except RulesError as fault:
        st.error("The rules have problems, so nothing can be planned. Please tell the clinic.")
        st.code("\n".join(map(str, fault.problems)), language=None)
        return
    _keep_imports()
    if not answers_are_here(rules):
        show(html.quiet("One moment, please."))
        return
    show_way(rules, today)


@st.cache_resource(show_spinner=False)
def _rules(clinic: str | None, region: str | None) -> RuleSet:
    """The rules, read once for all: they hold no answer of anybody."""
    return load_rules(clinic=clinic, region=region)


@st.cache_resource(show_spinner=False)
def _keep_imports() -> None:
    """Imports and rules stay for good, so no later collection need look at them.

    A plan makes ten thousand objects that go by themselves, so Python looks for others less often.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000)
