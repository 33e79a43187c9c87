"""The questions about the person: who it is, skin, hair, what was done before, and habits."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from smp_planner.language.texts import N_, _
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views import html
from smp_planner.views.asking import ask_count, ask_grade, ask_one, ask_which, ask_yes_no
from smp_planner.views.parts import ask_alone
from smp_planner.views.picture import show
from smp_planner.views.state import answers
from smp_planner.views.to_intake import scars_alone

WHICH_SKIN = N_(
    "Not sure which? Choose none. Then it counts as not sure: the ranges of visits, hours and months between "
    "checks hold what we plan for each."
)
WHICH_MEDICINE = N_(
    "Not sure which? Choose none. Then it counts as a medicine that we don't know. The pack has its name."
)


def ask_about_you(rules: RuleSet) -> None:
    """Age and sex, and what hangs on them."""
    age = partial(
        ask_count, _("Age in years (left empty: no price)"), "age", accepted=rules.intake.accepted.age
    )
    ask_alone("ask_age", age)
    ask_one(_("Sex"), "sex", rules.intake.choices["sex"], unsure=_("Rather not say"))
    if st.session_state.get("sex") != "male":
        ask_yes_no(_("Could you be pregnant?"), "could_be_pregnant")


def ask_skin_and_hair(rules: RuleSet) -> None:
    """Skin, hair, how the loss goes on where there is any to cover, and what was done for it."""
    choices = rules.intake.choices
    _alone(ask_grade, _("Skin type (Fitzpatrick)"), "tone", choices["tone"])
    with st.popover(_("What do the types mean?"), key="tone_meaning", width="stretch"):
        show(html.bullets(choices["tone"].values()))
    _alone(
        ask_which,
        _("Is your skin oily, flaky, thick or sensitive?"),
        "has_traits",
        _("My skin is"),
        "traits",
        choices["traits"],
        _(WHICH_SKIN),
    )
    _alone(ask_one, _("Hair colour"), "colour", choices["colour"])
    _alone(ask_one, _("How do you wear your hair?"), "wears", choices["wears"])
    if not scars_alone(answers(), rules):
        moving = {id_: name for id_, name in choices["loss_moving_on"].items() if id_ in ("yes", "no")}
        _alone(ask_one, _("Is your hair loss moving on?"), "loss_moving_on", moving)
    _alone(
        ask_which,
        _("Do you take a medicine for hair loss now?"),
        "takes_medicine",
        _("Which one?"),
        "medication_now",
        choices["medication_now"],
        _(WHICH_MEDICINE),
    )
    _alone(ask_yes_no, _("Have you had SMP before?"), "smp_before")


def ask_habits(rules: RuleSet) -> None:
    """What the scalp meets in daily life, and how soon a refresh is wanted."""
    choices = rules.intake.choices
    _alone(ask_one, _("How much sun do you get?"), "sun", choices["sun"])
    _alone(ask_yes_no, _("Do you sweat hard on most days?"), "heavy_sweat")
    _alone(ask_yes_no, _("Do you swim every week?"), "swims")
    _alone(ask_yes_no, _("Do you use sunscreen on your head?"), "sun_protection")
    _alone(ask_yes_no, _("Do you wear a hat, helmet or headscarf on most days?"), "headgear")
    _alone(ask_one, _("How crisp should it stay?"), "wants_touch_ups", choices["wants_touch_ups"])


def _alone(ask: Callable[..., None], label: str, key: str, *asked: object) -> None:
    """A question on which no other hangs: its answer draws it alone."""
    ask_alone(f"ask_{key}", partial(ask, label, key, *asked))
