"""The patient's way in: a few questions at a time, then the plan; every answer can be "not sure"."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import streamlit as st

from smp_planner.exports.wording import NOT_ADVICE
from smp_planner.planner.suitability.assess import stops
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views import html
from smp_planner.views.about import INTRO, WHAT_SMP_IS
from smp_planner.views.answers_told import (
    Told,
    told_area,
    told_dates,
    told_goals,
    told_habits,
    told_look,
    told_person,
    told_skin_and_hair,
)
from smp_planner.views.ask_area import ask_area, ask_density, ask_goals, ask_kept_hair
from smp_planner.views.ask_days import ask_events, ask_start
from smp_planner.views.ask_health import ask_group
from smp_planner.views.ask_person import ask_about_you, ask_habits, ask_skin_and_hair
from smp_planner.views.health_answers import open_groups, told_of_group, unsure_groups
from smp_planner.views.living_plan import show_living_plan
from smp_planner.views.picture import show
from smp_planner.views.state import PLAN_SEEN, STEP, Clock, answers
from smp_planner.views.tab_memory import keep_answers
from smp_planner.views.to_intake import intake_of, questions_open


class Step(NamedTuple):
    """One screen of questions: its name in the address, what it is about, why we ask, what was answered.

    `group` is the group of the health questions that it asks, if any.
    """

    name: str
    title: str
    why: str
    ask: tuple[Callable[[RuleSet], None], ...]
    told: Told
    group: str | None = None


FIRST = (
    Step(
        "goals",
        "What would you like?",
        "Choose all that fit. You can change any answer later.",
        (ask_goals,),
        told_goals,
    ),
    Step(
        "area",
        "Where on your head?",
        "The size of the area, and the hair that is left there, decide how many dots and visits it takes. "
        "A guess is fine.",
        (ask_area, ask_kept_hair),
        told_area,
    ),
    Step(
        "look",
        "How should it look?",
        "A softer look takes fewer dots.",
        (ask_density,),
        told_look,
    ),
    Step(
        "person",
        "About you",
        "We ask, as some options are not for everyone. Not sure? We plan for each answer it could be.",
        (ask_about_you,),
        told_person,
    ),
)
WHY_HEALTH = (
    "Some things have to be seen by a doctor first, or need time to heal. We show no price before this."
)
LAST = (
    Step(
        "skin-and-hair",
        "Your skin and hair",
        "They decide the shade and how soon the dots fade. Not sure is a fine answer here too.",
        (ask_skin_and_hair,),
        told_skin_and_hair,
    ),
    Step(
        "days",
        "Your days",
        "Sun, sweat and swimming matter while the skin heals, and in the years after. Not sure is fine.",
        (ask_habits,),
        told_habits,
    ),
    Step(
        "dates",
        "Your dates",
        "We plan visits on days that suit you, and keep healing clear of your events.",
        (ask_start, ask_events),
        told_dates,
    ),
)


def steps_of(rules: RuleSet) -> tuple[Step, ...]:
    """Every screen in its order; each group of the health questions has one, before any price is shown."""
    groups = rules.suitability.health_groups
    return (*FIRST, *(_health_step(id_, group.title) for id_, group in groups.items()), *LAST)


def _health_step(group: str, title: str) -> Step:
    return Step(
        f"health-{group}",
        title,
        WHY_HEALTH,
        (partial(ask_group, group),),
        partial(told_of_group, group),
        group,
    )


def screens(rules: RuleSet) -> tuple[str, ...]:
    """The name of each screen, as the browser's address holds it; the plan comes last."""
    return (*(f"step-{step.name}" for step in steps_of(rules)), "step-plan")


def show_patient_way(rules: RuleSet, today: Clock) -> None:
    """The step that the person is at; after the last one the plan, from which each step can be reached."""
    number = st.session_state.setdefault(STEP, 0)
    if number < len(steps_of(rules)):
        with st.container(key="patient"):
            try:
                _show_step(number, rules)
            finally:
                keep_answers(answers(), rules)  # also where a fault of ours leaves the step undrawn
    else:
        with st.container(key="patient_plan"):
            _show_plan(rules, today)


def patient_screen(rules: RuleSet) -> str:
    """The name of the screen that the person is at."""
    number: int = st.session_state[STEP]
    return screens(rules)[number]


def go_to_screen(name: str, rules: RuleSet) -> None:
    """To the screen of that name; to the first where there is none."""
    names = screens(rules)
    _go(names.index(name) if name in names else 0)


def _show_step(number: int, rules: RuleSet) -> None:
    steps = steps_of(rules)
    step, count = steps[number], len(steps)
    if not number:
        show(html.paragraph(WHAT_SMP_IS), html.quiet(INTRO))
    show(html.progress(f"Step {number + 1} of {count}", number + 1, count))
    st.header(step.title, anchor=False)
    show(html.paragraph(step.why))
    for ask in step.ask:
        with st.container():
            ask(rules)
    with st.container(horizontal=True, key="steps"):
        if number:
            st.button("Back", on_click=_go, args=(number - 1,), key="back")
        name = "Next" if number + 1 < count else "See my plan"
        st.button(name, on_click=_go_on, args=(number + 1, rules), key="next", type="primary")
    if st.session_state.get(PLAN_SEEN):
        st.button("Back to my plan", on_click=_go, args=(count,), key="skip", type="tertiary")
    elif 0 < number < count - 1:
        st.button("Skip to my plan", on_click=_go, args=(count,), key="skip", type="tertiary")


def _show_plan(rules: RuleSet, today: Clock) -> None:
    st.session_state[PLAN_SEEN] = True
    with st.expander("My answers, to look over and change"):
        _show_answers(rules)
    given = answers()
    left = (*open_groups(given, rules), *unsure_groups(given, rules))
    if left:
        step = next(number for number, step in enumerate(steps_of(rules)) if step.group == left[0])
        st.button(
            "Answer this first: your health", on_click=_go, args=(step,), key="to_step_health", type="primary"
        )
    show_living_plan(rules, today)
    show(html.quiet(NOT_ADVICE))


def _show_answers(rules: RuleSet) -> None:
    """Each step with what was answered there, beside its button: a button's name would read typed marks."""
    given = answers()
    intake = None if any(questions_open(given)) else intake_of(given, rules)
    for number, step in enumerate(steps_of(rules)):
        st.button(step.title, on_click=_go, args=(number,), key=f"to_step_{number}")
        if intake is not None:
            show(html.quiet(step.told(intake, given, rules)))


def _go(number: int) -> None:
    st.session_state[STEP] = number


def _go_on(number: int, rules: RuleSet) -> None:
    """To the next step; where an answer stops a plan, no further question is asked but told why."""
    given = answers()
    stopped = not any(questions_open(given)) and stops(intake_of(given, rules), rules)
    _go(len(steps_of(rules)) if stopped else number)
