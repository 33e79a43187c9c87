"""The plan's sentence on a step of questions: what it says so far, for eyes and for a screen reader.

The region that is read out stays where it is and only its words change; one that is drawn anew is not read
out by every screen reader.
"""

from __future__ import annotations

from streamlit.components.v2 import component

from smp_planner.domain.intake import AreaAnswer
from smp_planner.exports.inputs import fed_by
from smp_planner.language.texts import N_, _
from smp_planner.planner.referral import BegunReferral
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views import html
from smp_planner.views.living_plan import what_follows
from smp_planner.views.picture import show
from smp_planner.views.plan_page import summary
from smp_planner.views.questions import told_problem
from smp_planner.views.sourced import why_asked
from smp_planner.views.state import Answers
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
  const status = parentElement.querySelector("[role=status]");
  if (status.textContent !== data.words) status.textContent = data.words;
}
"""
_so_far = component("smp_so_far", html='<div role="status"></div>', css=_LOOK, js=_SAY)


def show_so_far(given: Answers, rules: RuleSet, *, area_passed: bool) -> None:
    """The sentence as soon as the area is told, or was passed; till then an empty region.

    What stands behind its figures is no part of the region: it would be read out with it.
    """
    words = plan_so_far(given, rules, area_passed=area_passed)
    _so_far(data={"words": words}, key="so_far")
    if words and not isinstance(what_follows(given, rules), list | BegunReferral):
        course = rules.sessions
        behind = course.count.read(), course.settled_after_days.read()
        show(html.quiet("", why_asked(rules, *behind, answers=fed_by("sessions.items"))))


def plan_so_far(given: Answers, rules: RuleSet, *, area_passed: bool) -> str:
    """The plan in one sentence, without a price; why there is none; nothing before the area is told."""
    if not area_passed and not _area_told(given, rules):
        return ""
    follows = what_follows(given, rules)
    if isinstance(follows, list):
        return _(DONT_FIT, problems=" ".join(map(told_problem, follows)))
    if isinstance(follows, BegunReferral):
        return _(NOT_FOR_NOW)
    return _(SO_FAR, sentence=summary(follows.course.visits.sessions, follows.suitability))


def _area_told(given: Answers, rules: RuleSet) -> bool:
    return not any(questions_open(given, rules)) and intake_of(given, rules).area != AreaAnswer()
