"""The picture of fading: every check of the plan is on it, in it in words, and nothing that nobody knows."""

from __future__ import annotations

import re
from dataclasses import replace

from smp_planner.domain.calendar_math import add_months, months_between
from smp_planner.domain.intake import Habits
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.exports.on_fading import draw_fading, fading_in_words, months_of_check, under_fading
from smp_planner.pictures.shape import Shape
from smp_planner.rules.ruleset import RuleSet
from tests.people import adult, plan_of


def diamonds(picture: str) -> int:
    """How many diamonds are filled fully; a band is filled faintly."""
    paths = re.findall(r"<path[^>]*>", picture)
    return sum("Z" in path and "fill-opacity" not in path and 'fill="none"' not in path for path in paths)


def sunny(rules: RuleSet) -> TreatmentPlan:
    return plan_of(adult(habits=Habits(sun="high", swims=True)), rules)


def test_every_check_of_the_plan_is_a_mark_on_screen_and_on_paper(rules: RuleSet) -> None:
    for plan in (plan_of(adult(), rules), sunny(rules)):
        for shape in Shape:
            drawn = draw_fading(plan, "words", shape)
            assert diamonds(drawn) == len(plan.touch_ups.items) + 1  # and the one before their name
            assert "check for a touch-up" in drawn


def test_the_words_of_the_picture_tell_the_months_of_every_check(rules: RuleSet) -> None:
    plan = sunny(rules)
    words = fading_in_words(plan)
    for check in plan.touch_ups.items:
        planned = months_between(plan.sessions.last_on, check.typical)
        assert f"{planned} (" in words
        assert months_of_check(plan, check).startswith(f"{planned} months (")
        assert add_months(plan.sessions.last_on, planned) == check.typical


def test_only_what_has_a_span_is_told_to_have_one(rules: RuleSet) -> None:
    plan = sunny(rules)
    fixed = tuple(check._replace(from_=check.typical, to=check.typical) for check in plan.touch_ups.items)
    firm = replace(plan, touch_ups=replace(plan.touch_ups, items=fixed))
    assert "its bar" in under_fading(plan)
    assert "its bar" not in under_fading(firm)
    last = months_between(plan.sessions.last_on, fixed[-1].typical)
    assert fading_in_words(firm).endswith(f" and {last}.")
    alone = replace(firm, touch_ups=replace(firm.touch_ups, items=fixed[:1]))
    assert "Under it the check for a touch-up" in fading_in_words(alone)


def test_no_line_is_drawn_for_what_a_touch_up_brings_back_and_that_is_said(rules: RuleSet) -> None:
    plan = sunny(rules)
    assert draw_fading(plan, "words", Shape.WIDE).count('stroke-width="2"') == 2  # the line and its key
    assert "no line shows it" in under_fading(plan)
