"""The patient's way in: a few questions at a time, then the plan; every answer can be "not sure".

What a plan hangs on is asked first. What only makes it more exact is asked after it, of whoever wants to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

import streamlit as st

from smp_planner.domain.words import number
from smp_planner.errors import Problem
from smp_planner.exports.wording import NOT_ADVICE
from smp_planner.language.texts import N_, _
from smp_planner.planner.pipeline import Begun
from smp_planner.planner.referral import BegunReferral
from smp_planner.planner.suitability.assess import stops
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views import html
from smp_planner.views.about import WHAT_SMP_IS, intro
from smp_planner.views.answers_told import (
    OPEN,
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
from smp_planner.views.doctors_word import told_doctors_word
from smp_planner.views.health_answers import open_groups, told_of_group, unsure_groups
from smp_planner.views.living_plan import show_living_plan, what_follows
from smp_planner.views.open_answers import offer_to_open
from smp_planner.views.parts import ask_part, drawing_screen
from smp_planner.views.picture import show, show_quiet
from smp_planner.views.questions import told_problem
from smp_planner.views.rules_edition import edition
from smp_planner.views.rules_page import offer_rules
from smp_planner.views.settling import settle
from smp_planner.views.so_far import show_behind_so_far, show_so_far
from smp_planner.views.state import PLAN_SEEN, STEP, Answers, Clock, answers
from smp_planner.views.step_problems import HEALTH_STEP, problems_in, step_of_health, steps_to_mend
from smp_planner.views.to_calendar import rows_without_day
from smp_planner.views.to_intake import dated_waits, intake_of, questions_open
from smp_planner.views.whys_sent import forget_whys


class Step(NamedTuple):
    """One screen of questions: its name in the address, what it is about, why we ask, what was answered.

    `group` is the group of the health questions that it asks, if any. `hanging`: whether what it asks rests
    on what it asks above that.
    """

    name: str
    title: str
    why: str
    ask: tuple[Callable[[RuleSet], None], ...]
    told: Told
    group: str | None = None
    hanging: bool = False


PERSON = "person"
STOPS_SEEN = "tab_stops_seen"  # what stops a plan and was told on the plan's page; no answer
STAYS = "tab_stays"  # the step that the person was kept at, and why in words; no answer
MORE = N_("More questions, if you like, make it more exact:")
DOES_NOT_FIT = N_("An answer here doesn't fit. Please change it, or go on and come back to it later.")
NOTHING_TICKED = N_(
    "Nothing is ticked yet. If none fits you, tick “None of these”. Or go on: then your plan has no price."
)
FIRST = (
    Step(
        "goals",
        N_("What would you like?"),
        N_("Choose all that fit."),
        (ask_goals,),
        told_goals,
    ),
    Step(
        "area",
        N_("Where on your head?"),
        N_("It decides how many dots. A guess is fine."),
        (ask_area, ask_kept_hair),
        told_area,
        hanging=True,
    ),
    Step(
        "look",
        N_("How should it look?"),
        N_("A softer look takes fewer dots."),
        (ask_density,),
        told_look,
    ),
    Step(
        PERSON,
        N_("About you"),
        N_("Some options don't suit everyone."),
        (ask_about_you,),
        told_person,
    ),
)
AREA = next(place for place, step in enumerate(FIRST) if step.name == "area")
WHY_HEALTH = N_("Some need a doctor first, or time to heal. Prices come after.")
DATES = Step(
    "dates",
    N_("Your dates"),
    N_("We plan around events where we can."),
    (ask_start, ask_events),
    told_dates,
)
AFTER_THE_PLAN = (
    Step(
        "skin-and-hair",
        N_("Your skin and hair"),
        N_("They decide the shade and how soon the dots fade. Not sure is a fine answer here too."),
        (ask_skin_and_hair,),
        told_skin_and_hair,
    ),
    Step(
        "days",
        N_("Your habits"),
        N_("Sun, sweat and swimming matter while the skin heals, and in the years after. Not sure is fine."),
        (ask_habits,),
        told_habits,
    ),
)


def steps_of(rules: RuleSet) -> tuple[Step, ...]:
    """Every screen in its order; each group of the health questions has one, before any price is shown.

    The last ones are asked after the plan.
    """
    return rules.kept(_steps)


def _steps(rules: RuleSet) -> tuple[Step, ...]:
    groups = rules.suitability.health_groups.items()
    health = (_health_step(id_, group.title) for id_, group in groups)
    return (*map(_told, FIRST), *health, *map(_told, (DATES, *AFTER_THE_PLAN)))


def count_before_the_plan(rules: RuleSet) -> int:
    """How many of the screens are asked before the plan is shown."""
    return len(steps_of(rules)) - len(AFTER_THE_PLAN)


def _told(step: Step) -> Step:
    """A step in the language that is spoken."""
    return step._replace(title=_(step.title), why=_(step.why))


def _health_step(group: str, title: str) -> Step:
    return Step(
        f"{HEALTH_STEP}{group}",
        title,
        _(WHY_HEALTH),
        (partial(ask_group, group),),
        partial(told_of_group, group),
        group,
    )


def screens(rules: RuleSet) -> tuple[str, ...]:
    """The name of each screen, as the browser's address holds it; the plan comes last."""
    return (*(f"step-{step.name}" for step in steps_of(rules)), "step-plan")


def show_patient_way(rules: RuleSet, today: Clock) -> None:
    """The step that the person is at; after the last one the plan, from which each step can be reached."""
    place = st.session_state.setdefault(STEP, 0)
    if place < len(steps_of(rules)):
        forget_whys()
        with st.container(key="patient"):
            try:
                _show_step(place, rules)
            finally:  # also where a fault of ours leaves the step undrawn, as the tab gets the answers here
                with st.container(key="plan_so_far"):
                    show_so_far(rules, area_passed=place > AREA)
                    show_behind_so_far(rules)
            if not place:
                offer_to_open(rules, then=partial(_go, len(steps_of(rules))))
    else:
        with st.container(key="patient_plan"):
            _show_plan(rules, today)


def patient_screen(rules: RuleSet) -> str:
    """The name of the screen that the person is at."""
    place: int = st.session_state[STEP]
    return screens(rules)[place]


def go_to_screen(name: str, rules: RuleSet) -> None:
    """To the screen of that name; to the first where there is none."""
    names = screens(rules)
    _go(names.index(name) if name in names else 0)


def _show_step(place: int, rules: RuleSet) -> None:
    settle(rules)  # also where no question of this step hangs on another: one of a later step may
    step, plan, first = steps_of(rules)[place], len(steps_of(rules)), count_before_the_plan(rules)
    go = drawing_screen(_go)
    if not place:
        show(html.paragraph(_(WHAT_SMP_IS)), intro())
    show(_progress(place, first), html.step(step.title), html.paragraph(step.why))
    _ask(step, rules)
    with st.container():  # a place of its own: what comes there moves no button, and none loses the focus
        _tell_why_it_stays(step, rules)
    with st.container(horizontal=True, key="steps"):
        if place:
            back = plan if place == first else place - 1
            st.button(_("Back"), on_click=go, args=(back,), key="back")
        to_plan = place + 1 in (first, plan)
        name = _("See my plan") if to_plan else _("Next")
        then = plan if to_plan else place + 1
        go_on = drawing_screen(_go_on)
        st.button(name, on_click=go_on, args=(place, then, rules), key="next", type="primary")
    if st.session_state.get(PLAN_SEEN):
        st.button(_("Back to my plan"), on_click=go, args=(plan,), key="skip", type="tertiary")
    elif 0 < place < first - 1:
        st.button(_("Skip to my plan"), on_click=go, args=(plan,), key="skip", type="tertiary")


def _ask(step: Step, rules: RuleSet) -> None:
    """The questions of a step, each group a part of its own.

    Where something keeps the person here, each answer draws the whole step: what is said of it may be gone.
    """
    kept_here = _held()[0] == step.name
    names = [f"ask_{step.name}_{place}" for place, _ask in enumerate(step.ask)]
    for place, ask in enumerate(step.ask):
        if kept_here:
            with st.container():
                ask(rules)
        else:
            hanging = names[place + 1 :] if step.hanging else ()
            ask_part(names[place], partial(_ask_settled, ask, rules), before=hanging)


def _ask_settled(ask: Callable[[RuleSet], None], rules: RuleSet) -> None:
    settle(rules)  # also where no question of this step hangs on another: one of a later step may
    ask(rules)


def _progress(place: int, first: int) -> str:
    """How far the person is on the way to the plan, or through what makes it more exact."""
    if place < first:
        told = _("Step {step} of {steps}", step=number(place + 1), steps=number(first))
        return html.progress(told, place + 1, first)
    at, more = place - first + 1, len(AFTER_THE_PLAN)
    told = _("More about you: {step} of {steps}", step=number(at), steps=number(more))
    return html.progress(told, at, more)


def _tell_why_it_stays(step: Step, rules: RuleSet) -> None:
    """What kept the person here, as long as it still stands so."""
    name, why = _held()
    if name == step.name and why == _what_holds(step, rules):
        show(html.alert(" ".join(why)))


def _held() -> tuple[str, list[str]]:
    """The step that the person was kept at last, and why in words."""
    return st.session_state.get(STAYS) or ("", [])


def _what_holds(step: Step, rules: RuleSet) -> list[str]:
    """Why one may not want to go on yet: an answer doesn't fit, an event has no day, health has no tick."""
    given = answers()
    if told := [*map(told_problem, problems_in(step.name, given, rules))]:
        return [_(DOES_NOT_FIT), *told]
    if step.name == DATES.name:
        return [*rows_without_day(given)]
    return [_(NOTHING_TICKED)] if step.group in open_groups(given, rules) else []


def _show_plan(rules: RuleSet, today: Clock) -> None:
    st.session_state[PLAN_SEEN] = True
    st.session_state[STOPS_SEEN] = _stops_of(answers(), rules)
    with st.expander(_("My answers, to look over and change")):
        _show_answers(rules)
    _offer_what_is_open(rules)
    _offer_more(rules)
    show_living_plan(rules, today)
    offer_to_open(rules)
    show(html.quiet(_(NOT_ADVICE)), *edition(rules.edition))
    offer_rules()


def _offer_what_is_open(rules: RuleSet) -> None:
    """The way back to what leaves no plan, or one without a price: an answer that doesn't fit or is open."""
    given = settle(rules)
    follows = what_follows(given, rules)
    places = {step.name: place for place, step in enumerate(steps_of(rules))}
    for name, step in _ways_back(given, follows, rules):
        mark = "health" if isinstance(follows, Begun) else f"first_{step}"
        st.button(name, on_click=_go, args=(places[step],), key=f"to_step_{mark}", type="primary")


def _offer_more(rules: RuleSet) -> None:
    """The questions that make a plan more exact, as long as none of a step is answered."""
    given = settle(rules)
    if not isinstance(what_follows(given, rules), Begun):
        return
    intake, first = intake_of(given, rules), count_before_the_plan(rules)
    later = enumerate(steps_of(rules)[first:], start=first)
    if left := [(place, step) for place, step in later if step.told(intake, given, rules) == _(OPEN)]:
        with st.container(horizontal=True, vertical_alignment="center", key="more_exact"):
            show_quiet(_(MORE))
            for place, step in left:
                st.button(
                    step.title, on_click=_go, args=(place,), key=f"to_step_more_{place}", type="tertiary"
                )


def _ways_back(
    given: Answers, follows: Begun | BegunReferral | list[Problem], rules: RuleSet
) -> Iterator[tuple[str, str]]:
    """The words of each button, and the name of the step that it leads to."""
    if isinstance(follows, BegunReferral):
        undated = (wait.id for wait in follows.outline.suitability.wait if wait.until is None)
        steps = (step_of_health(id_, rules) for id_ in undated if id_ in dated_waits(rules))
        yield from ((_("Give the date first"), step) for step in dict.fromkeys(steps) if step is not None)
        if left := open_groups(given, rules):
            yield _("Go on with the health questions"), f"{HEALTH_STEP}{left[0]}"
        return
    if isinstance(follows, list):
        titles = {step.name: step.title for step in steps_of(rules)}
        for step in steps_to_mend(follows, rules):
            yield _("Change this first: {step}", step=titles[step]), step
        return
    if left := (*open_groups(given, rules), *unsure_groups(given, rules)):
        yield _("Answer this first: your health"), f"{HEALTH_STEP}{left[0]}"
    elif follows.outline.suitability.open:
        yield _("Answer this first: about you"), PERSON


def _show_answers(rules: RuleSet) -> None:
    """Each step with what was answered there, beside its button: a button's name would read typed marks."""
    given = answers()
    intake = None if any(questions_open(given, rules)) else intake_of(given, rules)
    for place, step in enumerate(steps_of(rules)):
        st.button(step.title, on_click=_go, args=(place,), key=f"to_step_{place}")
        if intake is not None:
            show(html.quiet(step.told(intake, given, rules)))
    if intake is not None and (said := told_doctors_word(intake)):
        show(html.quiet(said))


def _go(place: int) -> None:
    st.session_state[STEP] = place


def _go_on(place: int, then: int, rules: RuleSet) -> None:
    """On from a step; where an answer stops a plan, no further question is asked but told why.

    Whoever goes on with the health questions then has them one after the other.

    An answer that doesn't fit, an event without a day, or health without a tick keeps the person at its step,
    once: whoever goes on all the same may.
    """
    given, step = answers(), steps_of(rules)[place]
    holds = (step.name, _what_holds(step, rules))
    if holds[1] and st.session_state.get(STAYS) != holds:
        st.session_state[STAYS] = holds
        return
    _go(len(steps_of(rules)) if _ends_at_a_stop(given, then, rules) else then)


def _ends_at_a_stop(given: Answers, then: int, rules: RuleSet) -> bool:
    """Whether a stop ends the way here: one that was not told yet, or no health question is left next."""
    found = _stops_of(given, rules)
    new = found - st.session_state.get(STOPS_SEEN, frozenset())
    left = then < len(steps_of(rules)) and steps_of(rules)[then].group in open_groups(given, rules)
    return bool(new) or (bool(found) and not left)


def _stops_of(given: Answers, rules: RuleSet) -> frozenset[str]:
    """What stops a plan, by id; nothing while what was put in can't be understood."""
    return frozenset() if any(questions_open(given, rules)) else stops(intake_of(given, rules), rules)
