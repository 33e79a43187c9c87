"""Can I do this on that day? The answer of a plan, with its reason, and all that holds on the day."""

from __future__ import annotations

from datetime import date, timedelta
from html import escape

import streamlit as st

from smp_planner.domain.care import Aftercare, Preparation
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.words import listed, spoken
from smp_planner.views import html
from smp_planner.views.asking import DAY_FORMAT
from smp_planner.views.fold import fold
from smp_planner.views.picture import show
from smp_planner.views.whys import Whys

ACTIVITIES = {
    "swimming": "Swim",
    "direct_sun": "Be in the sun",
    "heavy_exercise": "Train hard",
    "sauna_steam": "Use a sauna",
    "shampoo": "Use shampoo",
    "foil_shave": "Shave my head",
    "touching": "Touch my scalp",
}
ACTIVITY, DAY = "can_i", "can_i_on"
KINDS = {"avoid": "Leave", "do": "Do", "expect": "Usual"}
ONE_DAY = timedelta(1)


def show_can_i(plan: TreatmentPlan, whys: Whys) -> None:
    """Ask for an activity and a day; answer in a sentence, and list what else holds on that day."""
    held = {window.rule for window in plan.aftercare.windows}
    limits = {rule: name for rule, name in ACTIVITIES.items() if rule in held}
    if st.session_state.get(ACTIVITY) not in limits:
        st.session_state[ACTIVITY] = next(iter(limits))
    st.session_state.setdefault(DAY, plan.sessions.items[0].date)
    show(html.heading("Can I …?"))
    st.pills(
        "What would you like to do?", list(limits), format_func=lambda rule: limits[rule], key=ACTIVITY,
        required=True, wrap=True, persist_state="session",
    )  # fmt: skip
    st.date_input("On which day?", None, key=DAY, format=DAY_FORMAT, persist_state="session")
    rule, day = st.session_state[ACTIVITY], st.session_state[DAY]
    if day is None:
        return
    why = whys.why(f"aftercare.windows.{rule}")
    show(html.paragraph(answer(plan.aftercare, rule, day), why))
    fold(
        "Everything that holds on this day",
        "fold_day",
        lambda: show(
            html.table(f"What holds on {spoken(day)}", ("Kind", "What"), held_on(plan.aftercare, day))
        ),
    )


def answer(care: Aftercare, rule: str, day: date) -> str:
    """Whether a rule lets a day free, from when to when it holds, and after which visits.

    Of a free day shortly before a visit it says that there is something to leave for that visit.
    """
    own = [window for window in care.windows if window.rule == rule]
    held = next((window for window in own if window.from_ <= day <= window.to), None)
    if held is not None:
        visits = listed([str(number) for number in held.sessions])
        after = f"after visit {visits}" if len(held.sessions) == 1 else f"after visits {visits}"
        return (
            f"Not on {spoken(day)}. The limit holds from {spoken(held.from_)} to {spoken(held.to)}, {after}. "
            f"The first free day is {spoken(held.to + ONE_DAY)}."
        )
    free = f"No aftercare rule of this plan speaks against it on {spoken(day)}."
    if _before(care, day):
        free = f"{free} But a visit is near: see below what it asks for."
    later = next((window for window in own if window.from_ > day), None)
    if later is None:
        return f"{free} By then this limit is over."
    return f"{free} From {spoken(later.from_)} on it is to be left, until {spoken(later.to)}."


def held_on(care: Aftercare, day: date) -> list[tuple[str, str]]:
    """Everything that holds on a day: of which kind, and in its own words."""
    held = [window for window in care.windows if window.from_ <= day <= window.to]
    rows = [(name, escape(w.say)) for kind, name in KINDS.items() for w in held if w.kind == kind]
    rows += [(f"Before visit {p.session}", escape(p.say)) for p in _before(care, day)]
    return rows or [("Nothing", "No rule of this plan holds on that day.")]


def _before(care: Aftercare, day: date) -> list[Preparation]:
    """What holds on a day because a visit is near."""
    return [preparation for preparation in care.before if preparation.from_ <= day <= preparation.to]
