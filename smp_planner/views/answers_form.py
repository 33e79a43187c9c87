"""The questions: goals, area, density, health, skin and hair, days. Only widgets, no planning."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import streamlit as st

from smp_planner.domain.intake import LUDWIG, NORWOOD, WEEKDAYS
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.picture import show_quiet
from smp_planner.views.state import EVENTS, HEALTH, UNSURE

AREA_WAYS = {
    "norwood": "Stage (men)",
    "ludwig": "Stage (women)",
    "zones": "Places on the head",
    "measured": "Measured",
    "scars": "A scar",
}
LONG_AGO = date(1990, 1, 1)
TREATED_BEFORE = {
    "Hair transplant on": "transplant_on",
    "Laser removal on": "laser_removal_on",
    "Chemotherapy or radiotherapy ended on": "chemo_or_radiotherapy_on",
}


def ask_answers(rules: RuleSet, today: date) -> None:
    """Draw every question; the answers are in the session's state under their keys."""
    choices = rules.intake.choices
    st.subheader("What you would like")
    _many("Goals", "goals", choices["goals"], default=["shaved_look"])
    _area(rules)
    _density(rules)
    _when(rules, today)
    with st.expander("Health questions", expanded=False):
        _health(rules)
    with st.expander("Skin, hair and habits", expanded=False):
        _skin(choices)
    with st.expander("Dates to keep clear", expanded=False):
        _events(choices, today)


def _many(label: str, key: str, names: Mapping[str, str], *, default: Sequence[str] | None = None) -> None:
    st.pills(
        label, list(names), selection_mode="multi", format_func=lambda id_: names[id_], key=key,
        default=default if key not in st.session_state else None, wrap=True, persist_state="session",
    )  # fmt: skip


def _one(label: str, key: str, names: Mapping[str, str], *, unsure: bool = True) -> None:
    shown = dict(names) | ({UNSURE: "Not sure"} if unsure else {})
    st.selectbox(
        label, list(shown), index=len(shown) - 1 if unsure else 0,
        format_func=lambda id_: shown[id_], key=key, persist_state="session",
    )  # fmt: skip


def _area(rules: RuleSet) -> None:
    choices = rules.intake.choices
    _many("How can you tell the area? Choose one or more.", "area_ways", AREA_WAYS, default=["norwood"])
    ways = st.session_state.get("area_ways") or ()
    if "norwood" in ways:
        names = {stage: choices["norwood"].get(stage, stage) for stage in NORWOOD}
        st.selectbox("Norwood stage", list(names), index=6, format_func=lambda s: names[s], key="norwood")
    if "ludwig" in ways:
        names_w = {stage: choices["ludwig"].get(stage, stage) for stage in LUDWIG}
        st.selectbox("Ludwig stage", list(names_w), index=1, format_func=lambda s: names_w[s], key="ludwig")
    if "zones" in ways:
        _many("Places", "zones", choices["zones"])
    if "measured" in ways:
        _size("Bare area", "length_cm", "width_cm", (14.0, 11.0), 60.0)
    if "scars" in ways:
        scar = rules.coverage.scar
        size = (float(scar.length_cm.value), float(scar.width_cm.value))
        _size("Scar", "scar_length", "scar_width", size, 40.0)


def _size(label: str, length: str, width: str, size: tuple[float, float], most: float) -> None:
    left, right = st.columns(2)
    left.number_input(f"{label}: length in cm", 0.1, most, size[0], 0.5, key=length)
    right.number_input(f"{label}: width in cm", 0.1, most, size[1], 0.1, key=width)


def _density(rules: RuleSet) -> None:
    looks = rules.density.looks.rows
    low, high = rules.intake.accepted.dots_per_cm2.limits
    named = " · ".join(f"{rules.intake.choices['density'][look]} {row.value}" for look, row in looks.items())
    st.slider(
        "Density: dots on one square centimetre", int(low), int(high),
        int(looks[rules.density.unsure_look].value), 5, key="density", persist_state="session",
    )  # fmt: skip
    show_quiet(named)
    st.slider(
        "Hair still there in the area, per cent", 0, 100, 0, 5, key="kept_hair", persist_state="session"
    )


def _when(rules: RuleSet, today: date) -> None:
    first, last = rules.intake.accepted.start
    names = rules.intake.choices["weekdays"]
    st.date_input(
        "First day you could start", today + timedelta(days=14), min_value=first, max_value=last, key="start"
    )
    _many("Days that suit you", "weekdays", {day: names[day] for day in WEEKDAYS}, default=WEEKDAYS[:6])


def _health(rules: RuleSet) -> None:
    show_quiet("Tick what applies to you. No price is shown before these questions are answered.")
    for id_, criterion in rules.suitability.criteria.items():
        if criterion.ask and criterion.found_by == "health":
            st.checkbox(criterion.ask, key=f"{HEALTH}{id_}", persist_state="session")
    left, right = st.columns(2)
    with left:
        st.number_input("Age in years", 0, 120, None, 1, key="age", persist_state="session")
    with right:
        _one("Sex", "sex", rules.intake.choices["sex"])
    if st.session_state.get("sex") in ("female", "other"):
        _one("Could you be pregnant?", "could_be_pregnant", {"yes": "Yes", "no": "No"})
    last = rules.intake.accepted.start[1]
    for label, key in TREATED_BEFORE.items():
        st.date_input(label, None, min_value=LONG_AGO, max_value=last, key=key)
    _one("Have you had SMP before?", "smp_before", {"yes": "Yes", "no": "No"})
    _many(
        "Medicine for hair loss now (none: leave empty)",
        "medication_now",
        rules.intake.choices["medication_now"],
    )
    st.toggle(
        "I have read all these questions. What is not ticked does not apply.",
        key="health_asked",
        persist_state="session",
    )


def _skin(choices: Mapping[str, Mapping[str, str]]) -> None:
    left, right = st.columns(2)
    with left:
        _one("Skin tone", "tone", choices["tone"])
        _one("Hair colour", "colour", choices["colour"])
        _one("Hair is worn", "wears", choices["wears"])
        _one("Sun in your days", "sun", choices["sun"])
    with right:
        _one("Heavy sweat on most days?", "heavy_sweat", {"yes": "Yes", "no": "No"})
        _one("Swim every week?", "swims", {"yes": "Yes", "no": "No"})
        _one("Is hair loss moving on?", "loss_moving_on", choices["loss_moving_on"])
        _one("How crisp should it stay?", "wants_touch_ups", choices["wants_touch_ups"])
    st.checkbox("I know my skin type", key="traits_known", persist_state="session")
    if st.session_state.get("traits_known"):
        _many("My skin is (none: leave empty)", "traits", choices["traits"])


def _events(choices: Mapping[str, Mapping[str, str]], today: date) -> None:
    show_quiet("A wedding, a beach holiday, a race: visits are planned so that healing stays clear of them.")
    for number in EVENTS:
        name, kind = st.columns(2)
        name.text_input(f"Event {number}", key=f"event_{number}_name", max_chars=60, persist_state="session")
        with kind:
            st.selectbox(
                f"Kind of event {number}", list(choices["event_kind"]),
                format_func=lambda id_: choices["event_kind"][id_], key=f"event_{number}_kind",
            )  # fmt: skip
        st.date_input(f"Days of event {number}", [], min_value=today, key=f"event_{number}_days")
    st.date_input("Days you are away", [], min_value=today, key="away")
