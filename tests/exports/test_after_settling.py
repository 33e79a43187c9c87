"""The look may have settled while a limit goes on: that is said, with its last day."""

from __future__ import annotations

from dataclasses import replace

from smp_planner.domain.intake import Habits, Skin
from smp_planner.domain.words import spoken
from smp_planner.exports.after_settling import limits_after_settling
from smp_planner.rules.ruleset import RuleSet
from tests.people import ADULT, adult, plan_of


def test_a_limit_that_ends_after_the_look_has_settled_is_named_with_its_last_day(rules: RuleSet) -> None:
    plan = plan_of(adult(skin=Skin(tone="I", traits=("sensitive",)), habits=Habits(sun="high")), rules)
    settled = plan.sessions.settled_on
    later = {w.rule: w.to for w in plan.aftercare.windows if w.kind == "avoid" and w.to > settled}
    assert "direct_sun" in later
    said = limits_after_settling(plan)
    assert said is not None
    assert said.count(" until ") == len(later)
    assert f"sun until {spoken(later['direct_sun'])}" in said


def test_nothing_is_said_where_no_limit_outlasts_the_day(rules: RuleSet) -> None:
    plan = plan_of(ADULT, rules)
    last = max(window.to for window in plan.aftercare.windows)
    assert limits_after_settling(replace(plan, sessions=replace(plan.sessions, settled_on=last))) is None
