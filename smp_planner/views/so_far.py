"""The plan's sentence on a step of questions: what it says so far, for eyes and for a screen reader.

The region that is read out stays where it is and only its words change; one that is drawn anew is not read
out by every screen reader.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

import streamlit as st
from streamlit.components.v2 import component

from smp_planner.domain.intake import AreaAnswer
from smp_planner.errors import Problem
from smp_planner.exports.inputs import fed_by
from smp_planner.language.texts import N_, _
from smp_planner.planner.pipeline import Begun
from smp_planner.planner.referral import BegunReferral
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views import html
from smp_planner.views.browser_language import speaking_as_the_browser
from smp_planner.views.faults import telling_of_faults
from smp_planner.views.living_plan import what_follows
from smp_planner.views.parts import PLAN, draw_all_if_asked
from smp_planner.views.picture import show
from smp_planner.views.plan_page import summary
from smp_planner.views.questions import told_problem
from smp_planner.views.settling import settle
from smp_planner.views.sourced import why_asked
from smp_planner.views.state import Answers
from smp_planner.views.tab_memory import HAND_OVER
from smp_planner.views.tab_text import packed
from smp_planner.views.to_intake import intake_of, questions_open

SO_FAR = N_("Your plan so far. {sentence}")
DONT_FIT = N_("No plan yet, as some answers don't fit. {problems}")
NOT_FOR_NOW = N_("By these answers there is no plan for now. The page “Your plan” says why, and what helps.")
_LOOK = """
[role=status] {font-size:.9rem; opacity:.8;
  line-height:1.5}
"""
_SAY = """
export default function ({ data, parentElement }) {
  const { words, planned, answers } = JSON.parse(new TextDecoder().decode(data));
  const status = parentElement.querySelector("[role=status]");
  if (status.textContent !== words) status.textContent = words;
  document.documentElement.toggleAttribute("data-smp-planned", planned);
  HAND_OVER(answers);
}
"""
_so_far = component(
    "smp_so_far", html='<div role="status"></div>', css=_LOOK, js=_SAY.replace("HAND_OVER", HAND_OVER)
)


@st.fragment(key=PLAN)
@speaking_as_the_browser()
@telling_of_faults()
def show_so_far(rules: RuleSet, *, area_passed: bool) -> None:
    """The sentence as soon as the area is told, or was passed; till then an empty region.

    It is all that a changed answer draws beside its question, so the tab gets the answers here.
    """
    draw_all_if_asked()
    given = settle(rules)
    said = {"words": "", "planned": False}
    try:
        said = _said(given, rules, area_passed=area_passed)
    finally:  # also where a fault of ours leaves it unsaid
        data = {**said, "answers": packed(given, rules)}
        _so_far(data=json.dumps(data).encode(), key="so_far")


def _said(given: Answers, rules: RuleSet, *, area_passed: bool) -> Mapping[str, object]:
    """The sentence, and whether it is a plan's."""
    follows = what_follows(given, rules) if area_passed or _area_told(given, rules) else None
    return {"words": _words(follows), "planned": isinstance(follows, Begun)}


def show_behind_so_far(rules: RuleSet) -> None:
    """What stands behind the figures of the sentence, the same for all answers: drawn with the step.

    It is shown while the sentence is a plan's, and no part of the region, which would read it out.
    """
    show(html.behind_so_far(rules.kept(_behind)))


def _behind(rules: RuleSet) -> str:
    course = rules.sessions
    behind = course.count.read(), course.settled_after_days.read()
    return why_asked(rules, *behind, answers=fed_by("sessions.items"))


def _words(follows: Begun | BegunReferral | list[Problem] | None) -> str:
    """The plan in one sentence, without a price; why there is none; nothing before the area is told."""
    if follows is None:
        return ""
    if isinstance(follows, list):
        return _(DONT_FIT, problems=" ".join(map(told_problem, follows)))
    if isinstance(follows, BegunReferral):
        return _(NOT_FOR_NOW)
    return _(SO_FAR, sentence=summary(follows.course.visits.glance, follows.suitability))


def _area_told(given: Answers, rules: RuleSet) -> bool:
    return not any(questions_open(given, rules)) and intake_of(given, rules).area != AreaAnswer()
