"""The plan that follows the answers: what still has to be answered, a plan, or a referral."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from smp_planner.domain.intake import SHAVED_GOAL, Intake
from smp_planner.domain.words import listed, stage_told
from smp_planner.errors import IntakeError, Problem
from smp_planner.language.texts import N_, _
from smp_planner.planner.coverage.answers import takes_usual_scar
from smp_planner.planner.dots.kept_hair import is_open
from smp_planner.planner.pipeline import Begun
from smp_planner.planner.referral import BegunReferral
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views import html
from smp_planner.views.ask_area import behind_unsure, counted_when_unsure
from smp_planner.views.begun_sizes import plans_with_begun_size
from smp_planner.views.browser_language import speaking_as_the_browser
from smp_planner.views.faults import telling_of_faults
from smp_planner.views.hair_not_sure import not_sure_told
from smp_planner.views.health_answers import unsure_of
from smp_planner.views.kept_plan import plan_for
from smp_planner.views.parts import PLAN, draw_all_if_asked
from smp_planner.views.picture import show
from smp_planner.views.plan_page import Notice, show_plan
from smp_planner.views.questions import told_problem
from smp_planner.views.referral import show_referral
from smp_planner.views.settling import settle
from smp_planner.views.state import (
    Answers,
    Clock,
    answers,
    for_clinic,
    is_example,
)
from smp_planner.views.tab_memory import keep_answers
from smp_planner.views.to_calendar import rows_without_day
from smp_planner.views.to_intake import intake_of, questions_open
from smp_planner.views.whys_sent import tell_opened

HEALTH_UNSURE = N_(
    "You weren't sure about: {answers}. Ask a doctor or the clinic, then tick what applies, or "
    "“None of these”. Until then no price is shown."
)
SIZE_IS_OURS = N_(
    "The plan counts with a size that the page begins with. If you have not measured yours, it is a guess."
)
GOAL_OF_STAGE = N_("Goals: “{goal}” is where the page begins with this stage. It is no answer yet.")
GOAL_OF_EXAMPLE = N_("Goals: “{goal}” is still as in the example. Nobody chose it yet.")
AREA_OF_EXAMPLE = N_("Area: {area} is still as in the example. Nobody chose it yet.")
SHAVED_BETWEEN_HAIR = N_("Goals: “{goal}” was chosen with a stage of hair that thins. Is that meant?")


def show_living_plan(rules: RuleSet, today: Clock) -> None:
    """The plan for the answers as they stand, and what stands behind its figures."""
    _show_plan(rules, today)
    tell_opened()


@st.fragment(key=PLAN)
@speaking_as_the_browser()
@telling_of_faults()
def _show_plan(rules: RuleSet, today: Clock) -> None:
    """The plan; where the answers don't fit, which of them.

    What is touched inside it draws it anew, and no question.
    """
    draw_all_if_asked()
    given = settle(rules)
    try:
        _show_what_follows(given, rules, today)
    finally:
        keep_answers(given, rules)  # also where a fault of ours leaves the plan undrawn


def _show_what_follows(given: Answers, rules: RuleSet, today: Clock) -> None:
    follows = what_follows(given, rules)
    title = html.title(
        _("Not for now") if isinstance(follows, BegunReferral) else _("Your plan"), "your-plan"
    )
    if isinstance(follows, list):
        show(
            title,
            html.said(_("Some answers don't fit yet. Please look at these:")),
            html.bullets(map(told_problem, follows)),
        )
    elif isinstance(follows, BegunReferral):
        intake = follows.outline.intake
        notices = (*_of_the_example(intake, rules), *_of_goals(intake, rules))
        show_referral(title, follows, rules, notices, today())
    else:
        intake = follows.outline.intake
        said = (*map(Notice, _notices(given, intake, rules, today)), *_of_hair(given, intake, rules))
        show_plan(title, follows, rules, said, today())


def what_follows(given: Answers, rules: RuleSet) -> Begun | BegunReferral | list[Problem]:
    """The plan, a referral, or what doesn't fit."""
    if problems := list(questions_open(given, rules)):
        return problems
    try:
        return plan_for(intake_of(given, rules), rules)
    except IntakeError as fault:
        return list(fault.problems)


def shows_price(rules: RuleSet) -> bool:
    """Whether the answers as they stand lead to a plan that shows a price."""
    follows = what_follows(answers(), rules)
    return isinstance(follows, Begun) and follows.outline.cost is not None


def _of_the_example(intake: Intake, rules: RuleSet) -> Iterator[str]:
    """Of goals and area, on which a plan hangs most, those that nobody told: they are still the example's."""
    if intake.goals_by and not intake.area.ludwig:  # beside a stage of women the goal follows that stage
        yield _(GOAL_OF_EXAMPLE, goal=listed([rules.intake.choices["goals"][goal] for goal in intake.goals]))
    if intake.area_by:
        stage = intake.area.norwood
        yield _(AREA_OF_EXAMPLE, area=stage_told("norwood", stage) if stage else _("its size"))


def _of_goals(intake: Intake, rules: RuleSet) -> Iterator[str]:
    """What counts where no goal was chosen, and to a clinic a goal that doesn't go with the stage."""
    names = rules.intake.choices["goals"]
    if not intake.goals:
        goal = names[rules.coverage.unsure_goal]
        yield _("Goals: none is chosen. Until one is, we count as for “{goal}”.", goal=goal)
    if intake.area.ludwig is None or not for_clinic():
        return
    if intake.goals_by:
        yield _(GOAL_OF_STAGE, goal=names[intake.goals[0]])
    elif SHAVED_GOAL in intake.goals:
        yield _(SHAVED_BETWEEN_HAIR, goal=names[SHAVED_GOAL])


def _of_hair(given: Answers, intake: Intake, rules: RuleSet) -> Iterator[Notice]:
    """What is planned with as long as nobody said how much hair is left, and the rule behind it."""
    if is_open(intake.kept_hair) and not is_example(given):
        words = f"{not_sure_told(intake, rules)} {counted_when_unsure(given, rules)}"
        yield Notice(words, *behind_unsure(given, rules))


def _notices(given: Answers, intake: Intake, rules: RuleSet, today: Clock) -> Iterator[str]:
    """What has to be said of the answers beside the plan's sentence."""
    if is_example(given):
        yield _("This is an example. Change the answers to make the plan yours.")
    else:
        yield from _of_the_example(intake, rules)
    yield from _of_goals(intake, rules)
    if plans_with_begun_size(given, rules) or takes_usual_scar(intake):
        yield _(SIZE_IS_OURS)
    yield from rows_without_day(given)
    if unsure := list(unsure_of(given, rules)):
        yield _(HEALTH_UNSURE, answers="; ".join(unsure))
    if intake.calendar.start < today():
        yield _("The first day you could start has passed. These dates are counted from it.")
