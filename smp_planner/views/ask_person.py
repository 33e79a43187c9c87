"""The questions about the person: health first, then skin, hair and habits."""

from __future__ import annotations

from datetime import date

import streamlit as st

from smp_planner.planner.suitability.questions import questions
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views import html
from smp_planner.views.asking import ask_day, ask_grade, ask_one, ask_which, ask_yes_no
from smp_planner.views.picture import show, show_quiet
from smp_planner.views.state import HEALTH, PREGNANT
from smp_planner.views.to_intake import dated_waits

LONG_AGO = date(1950, 1, 1)


def ask_health(rules: RuleSet) -> None:
    """Everything that decides whether SMP is for now."""
    ask_about_you(rules)
    ask_conditions(rules)


def ask_about_you(rules: RuleSet) -> None:
    """Age and sex, and what hangs on them."""
    low, high = (int(limit) for limit in rules.intake.accepted.age.limits)
    st.number_input("Age in years", low, high, None, 1, key="age", persist_state="session")
    ask_one("Sex", "sex", rules.intake.choices["sex"], unsure="Rather not say")
    if st.session_state.get("sex") != "male":
        ask_yes_no("Could you be pregnant?", "could_be_pregnant")


def ask_conditions(rules: RuleSet) -> None:
    """What speaks against SMP, or for waiting; a tick is a yes."""
    show_quiet("Tick what applies to you.")
    dates, asked = dated_waits(rules), questions(rules)
    for id_, criterion in rules.suitability.criteria.items():
        if id_ == PREGNANT and st.session_state.get("sex") == "male":
            continue
        if id_ in asked and (criterion.found_by == "health" or id_ in dates):
            st.checkbox(asked[id_], key=f"{HEALTH}{id_}", persist_state="session")
            if id_ in dates and st.session_state.get(f"{HEALTH}{id_}"):
                last = rules.intake.accepted.start[1]
                ask_day(
                    "On which day? Leave it empty if you don't know.", dates[id_], first=LONG_AGO, last=last
                )
    _ask_before(rules)


def _ask_before(rules: RuleSet) -> None:
    """What was done before and is taken now, and whether all of it is answered."""
    ask_yes_no("Have you had SMP before?", "smp_before")
    ask_which(
        "Do you take a medicine for hair loss now?", "takes_medicine", "Which one?",
        "medication_now", rules.intake.choices["medication_now"],
    )  # fmt: skip
    st.checkbox(
        "I'm not sure about some of these. I'll ask a doctor or the clinic.", key="health_unsure",
        persist_state="session",
    )  # fmt: skip
    st.toggle(
        "I have read all these questions. What is not ticked does not apply, or I'm not sure of it.",
        key="health_asked", persist_state="session",
    )  # fmt: skip


def ask_skin_and_hair(rules: RuleSet) -> None:
    """Skin, hair, and how the loss goes on."""
    choices = rules.intake.choices
    ask_grade("Skin type (Fitzpatrick)", "tone", choices["tone"])
    with st.popover("What do the types mean?", key="tone_meaning", width="stretch"):
        show(html.bullets(choices["tone"].values()))
    ask_which(
        "Is your skin oily, flaky, thick or sensitive?",
        "has_traits",
        "My skin is",
        "traits",
        choices["traits"],
    )
    ask_one("Hair colour", "colour", choices["colour"])
    ask_one("How do you wear your hair?", "wears", choices["wears"])
    moving = {id_: name for id_, name in choices["loss_moving_on"].items() if id_ in ("yes", "no")}
    ask_one("Is your hair loss moving on?", "loss_moving_on", moving)


def ask_habits(rules: RuleSet) -> None:
    """What the scalp meets in daily life, and how soon a refresh is wanted."""
    choices = rules.intake.choices
    ask_one("How much sun do you get?", "sun", choices["sun"])
    ask_yes_no("Do you sweat hard on most days?", "heavy_sweat")
    ask_yes_no("Do you swim every week?", "swims")
    ask_yes_no("Do you use sunscreen on your head?", "sun_protection")
    ask_yes_no("Do you wear a hat, helmet or headscarf on most days?", "headgear")
    ask_one("How crisp should it stay?", "wants_touch_ups", choices["wants_touch_ups"])
