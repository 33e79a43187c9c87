"""The goals that the page began with go with the stage that is chosen, as long as nobody answered them."""

from __future__ import annotations

from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.parts import drawing_all
from smp_planner.views.settling import settle
from smp_planner.views.state import answers


def fit_begun_goals(rules: RuleSet) -> None:
    """In the callback of the stage: the goals stand above it, so they are drawn anew where they moved."""
    before = answers().get("goals")
    if settle(rules, fit_goals=True).get("goals") != before:
        drawing_all(lambda: None)()
