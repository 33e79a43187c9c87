"""What is opened stands on the page as it was answered; what the page can't hold is told."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings

from smp_planner.answers import read_answers
from smp_planner.domain.intake import Intake
from smp_planner.exports.plan_answers import answers_of
from smp_planner.exports.record import as_json
from smp_planner.views.from_intake import put_answers
from smp_planner.views.state import BEGUN, BEGUN_ON
from smp_planner.views.to_intake import intake_of
from tests.drawn_people import intakes
from tests.packaged_rules import packaged_rules
from tests.people import START


def opened(intake: Intake) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The page's answers after it opened an intake, and what it couldn't hold."""
    state: dict[str, Any] = {BEGUN: {}, BEGUN_ON: START, "tone": "VI", "health_is_diabetes": True}
    told = put_answers(intake, packaged_rules(), state)
    return state, told


@given(intake=intakes)
@settings(max_examples=200, deadline=None)
def test_what_the_page_holds_goes_through_a_file_and_comes_back_the_same(intake: Intake) -> None:
    rules = packaged_rules()
    first = intake_of(opened(intake)[0], rules)
    read = read_answers(as_json(answers_of(first)), "answers.json")
    assert not read.problems
    assert read.intake == first
    assert read.intake is not None
    state, told = opened(read.intake)
    assert intake_of(state, rules) == first
    assert [one for one in told if "doesn't say which" not in one] == []
