"""The plan that follows the answers: what still has to be answered, a plan, or a referral."""

from __future__ import annotations

from datetime import date

import streamlit as st

from smp_planner.domain.plan import TreatmentPlan
from smp_planner.errors import IntakeError
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views import html
from smp_planner.views.picture import show
from smp_planner.views.plan_page import show_plan
from smp_planner.views.questions import question
from smp_planner.views.referral import show_referral
from smp_planner.views.state import answers, is_example
from smp_planner.views.to_calendar import rows_without_day
from smp_planner.views.to_intake import intake_of, questions_open


def show_living_plan(rules: RuleSet, today: date) -> None:
    """The plan for the answers as they stand; where they don't fit, which of them."""
    st.header("Your plan", anchor="your-plan")
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
        show_plan(plan, rules)
    else:
        show_referral(plan)


def _tell(problems: list[str]) -> None:
    st.info("Some answers don't fit yet. Please look at these:")
    show(html.bullets(problems))
