"""The page as a whole: the answers on one side, the living plan on the other."""

from __future__ import annotations

import gc
import os
from datetime import date

import streamlit as st

from smp_planner.domain.intake import REGIONS
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.errors import IntakeError, RulesError
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.load import load_rules
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views import html
from smp_planner.views.answers_form import ask_answers
from smp_planner.views.look import LOOK
from smp_planner.views.picture import show
from smp_planner.views.plan_page import show_plan
from smp_planner.views.questions import question
from smp_planner.views.referral import show_referral
from smp_planner.views.state import answers, begin, is_example
from smp_planner.views.to_calendar import rows_without_day
from smp_planner.views.to_intake import intake_of, questions_open

INTRO = (
    "A planning estimate for a talk with a professional. It is not medical advice, not a diagnosis and not "
    "a quote. Doing nothing is a choice too. Your answers stay in this page: nothing is stored or sent on, "
    "and a reload begins anew."
)

JUMPS = (
    '<nav class="jumps" aria-label="On this page"><a href="#your-answers">Your answers</a>'
    '<a href="#your-plan">Your plan</a></nav>'
)


def show_page(today: date) -> None:
    """Ask, plan, show."""
    st.title("Plan scalp micropigmentation")
    st.html(LOOK)
    show(html.quiet(INTRO), JUMPS)
    region = os.environ.get("SMP_REGION") or None
    if region not in (None, *REGIONS):
        show(html.notice(f"SMP_REGION is '{region}'; it should be {' or '.join(REGIONS)}."))
        return
    try:
        rules = _rules(os.environ.get("SMP_CLINIC") or None, region)
    except RulesError as fault:
        st.error("The rules have problems, so nothing can be planned. Please tell the clinic.")
        st.code("\n".join(map(str, fault.problems)), language=None)
        return
    _keep_imports()
    begin(rules, today)
    asked, planned = st.columns([1, 2], gap="large")
    with asked, st.container(key="answers"):
        ask_answers(rules)
    with planned:
        _show_plan(rules, today)


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


def _show_plan(rules: RuleSet, today: date) -> None:
    st.subheader("Your plan", anchor="your-plan")
    told = list(questions_open(answers()))
    if told:
        _tell(told)
        return
    try:
        intake = intake_of(answers(), rules)
        plan = plan_treatment(intake, rules)
    except IntakeError as fault:
        _tell([f"{question(p.key)}: {p.message}{f'. {p.hint}' if p.hint else ''}." for p in fault.problems])
        return
    if is_example(answers()):
        show(html.notice("This is an example. Change the answers to make the plan yours."))
    show(*map(html.notice, rows_without_day(answers())))
    if intake.calendar.start < today:
        show(html.notice("The first day you could start has passed. These dates are counted from it."))
    if isinstance(plan, TreatmentPlan):
        show_plan(plan)
    else:
        show_referral(plan)


def _tell(problems: list[str]) -> None:
    st.info("Some answers don't fit yet. Please look at these:")
    show(html.bullets(problems))
