"""The page as a whole: the answers on one side, the living plan on the other."""

from __future__ import annotations

import gc
import os
from datetime import date
from typing import cast

import streamlit as st

from smp_planner.domain.intake import REGIONS
from smp_planner.domain.plan import Referral, TreatmentPlan
from smp_planner.domain.words import spoken
from smp_planner.errors import IntakeError, RulesError
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.load import load_rules
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views import html
from smp_planner.views.aftercare import show_aftercare
from smp_planner.views.answers_form import ask_answers
from smp_planner.views.downloads import offer_downloads
from smp_planner.views.html import Whys
from smp_planner.views.options import show_options
from smp_planner.views.overview import show_overview
from smp_planner.views.picture import show_quiet
from smp_planner.views.risks import show_risks, show_what_if
from smp_planner.views.state import Answers, intake_of
from smp_planner.views.visits import show_visits
from smp_planner.views.years import show_years

INTRO = (
    "A planning estimate for a talk with a professional. It is not medical advice, not a diagnosis and not "
    "a quote. Doing nothing is a choice too. Your answers stay in this page: nothing is stored or sent on."
)

QUESTIONS = {
    "area": "The area",
    "area.zones": "Places",
    "calendar": "Your dates",
    "calendar.start": "First day you could start",
    "calendar.weekdays": "Days that suit you",
    "person.age": "Age",
}


def show_page() -> None:
    """Ask, plan, show. Reads today's date; everything below gets it as an argument."""
    st.title("Plan scalp micropigmentation")
    st.html(html.STYLE)
    show_quiet(INTRO)
    region = os.environ.get("SMP_REGION") or None
    if region not in (None, *REGIONS):
        st.error(f"SMP_REGION is '{region}'; it should be {' or '.join(REGIONS)}.")
        return
    try:
        rules = _rules(os.environ.get("SMP_CLINIC") or None, region)
    except RulesError as fault:
        st.error("The rules have problems, so nothing can be planned. Please tell the clinic.")
        st.code("\n".join(map(str, fault.problems)), language=None)
        return
    answers, plan = st.columns([1, 2], gap="large")
    today = date.today()
    with answers:
        ask_answers(rules, today)
    with plan:
        _show_plan(rules, today)


@st.cache_resource(show_spinner=False)
def _rules(clinic: str | None, region: str | None) -> RuleSet:
    """The rules, read once for all: they hold no answer of anybody."""
    rules = load_rules(clinic=clinic, region=region)
    gc.collect()
    gc.freeze()  # imports and rules stay for good, so no later collection need look at them
    return rules


def _show_plan(rules: RuleSet, today: date) -> None:
    st.subheader("Your plan")
    try:
        plan = plan_treatment(intake_of(cast("Answers", st.session_state), today), rules)
    except IntakeError as fault:
        st.info("Some answers don't fit yet. Please look at these:")
        told = (f"{QUESTIONS.get(p.key, p.key)}: {p.message}. {p.hint}" for p in fault.problems)
        st.html(html.page(html.bullets(told)))
        return
    if isinstance(plan, Referral):
        _show_referral(plan)
    else:
        _show_treatment(plan)


def _show_referral(referral: Referral) -> None:
    st.info(referral.say)
    suitability, whys = referral.suitability, Whys(referral)
    reasons = [
        html.paragraph(finding.say, whys.why(f"suitability.{kind}.{finding.id}"))
        for kind, findings in (
            ("stop", suitability.stop),
            ("wait", suitability.wait),
            ("ask_doctor", suitability.ask_doctor),
        )
        for finding in findings
    ]
    st.html(html.page(*reasons))
    if referral.ask_again_on:
        st.write(f"Ask again from {spoken(referral.ask_again_on)}.")


def summary(plan: TreatmentPlan) -> str:
    """The plan in one sentence, for eyes and for a screen reader."""
    sessions = plan.sessions
    count = sessions.count
    span = f"{count.low} to {count.high}" if count.low != count.high else f"{count.typical}"
    first = spoken(sessions.items[0].date)
    doctor = "Dates to be confirmed. " if plan.suitability.provisional else ""
    return (
        f"{doctor}Planned: {count.typical} visits (may be {span}), the first on {first}. "
        f"Planned to be settled by {spoken(sessions.settled_on)}, if healing is usual."
    )


def _show_treatment(plan: TreatmentPlan) -> None:
    st.info(summary(plan))
    if plan.suitability.provisional:
        st.info("Please ask your doctor first. Until then every date here is provisional.")
    if not plan.suitability.checked:
        st.info("The health questions are still open, so this plan is not checked and shows no price.")
    whys = Whys(plan)
    views = {
        "In short": show_overview,
        "Visits": show_visits,
        "Aftercare": show_aftercare,
        "Years and money": show_years,
        "All options": show_options,
        "Risks": show_risks,
        "What if": show_what_if,
    }
    tabs = st.tabs([*views, "Take it along"], on_change="rerun", key="tab")
    for tab, show in zip(tabs[:-1], views.values(), strict=True):
        if tab.open:
            with tab:
                show(plan, whys)
    if tabs[-1].open:
        with tabs[-1]:
            offer_downloads(plan)
    show_quiet(f"Rules of {plan.rules.edition}, fingerprint {plan.rules.fingerprint}.")
    for edit in plan.rules.clinic_edits:
        show_quiet(f"Changed by the clinic: {edit.parameter} from {edit.from_} to {edit.to}. {edit.reason}")
