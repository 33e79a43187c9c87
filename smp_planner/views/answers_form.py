"""The questions in their order: what a plan needs first, the rest folded away. No planning here."""

from __future__ import annotations

from functools import partial

import streamlit as st

from smp_planner.language.texts import N_, _
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.ask_area import ask_area, ask_density, ask_goals, ask_kept_hair
from smp_planner.views.ask_days import ask_events, ask_start, ask_times
from smp_planner.views.ask_health import ask_conditions
from smp_planner.views.ask_person import ask_about_you, ask_habits, ask_skin_and_hair
from smp_planner.views.density_squares import show_density_squares
from smp_planner.views.fold import fold
from smp_planner.views.parts import ask_part


def _ask_health(rules: RuleSet) -> None:
    ask_about_you(rules)
    ask_conditions(rules)


KEPT_HAIR = "kept_hair"  # asks otherwise where hair thins, which goal and stage tell
OPEN = {
    "goals": (ask_goals, (KEPT_HAIR,)),
    "area": (ask_area, ("goals", KEPT_HAIR)),  # goals that nobody answered follow the stage
    KEPT_HAIR: (ask_kept_hair, ()),
    "density": (ask_density, ()),
    "start": (ask_start, ()),
}
UNDER = {"density": show_density_squares}  # what no answer changes, so that none draws it anew
FOLDED = {
    N_("Health questions"): _ask_health,
    N_("Skin and hair"): ask_skin_and_hair,
    N_("Habits"): ask_habits,
    N_("Events and time away"): ask_events,
    N_("Times of the visits"): ask_times,
}


def ask_answers(rules: RuleSet) -> None:
    """Draw every question; the answers are in the session's state under their keys."""
    st.header(_("What you would like"), anchor="your-answers")
    for name, (ask, before) in OPEN.items():
        with st.container():  # a place of its own: what comes and goes in it moves nothing below it
            ask_part(f"ask_{name}", partial(ask, rules), before=[f"ask_{other}" for other in before])
        if name in UNDER:
            UNDER[name](rules)
    for title, ask in FOLDED.items():
        key = fold_key(title)
        ask_part(key, partial(fold, _(title), key, partial(ask, rules)))


def fold_key(title: str) -> str:
    """The key that tells whether a folded part of the questions is open, by its title as it is written."""
    return f"fold_{title.lower().replace(' ', '_')}"
