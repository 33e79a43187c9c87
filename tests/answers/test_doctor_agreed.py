"""Whether a doctor has said yes: told, left out or not sure, in a file and in a link."""

from __future__ import annotations

from dataclasses import replace

import pytest

from smp_planner.answers import from_fragment
from smp_planner.exports.handoff import to_fragment
from smp_planner.exports.plan_file import to_plan_file
from smp_planner.rules.ruleset import RuleSet
from tests.answers.answer_files import told, understood
from tests.people import adult

FILE = """
goals: [crown]
area: {{norwood: V}}
health: [blood_thinner]
calendar: {{start: 2027-01-11}}
{said}
"""


def said_in(text: str) -> bool | None:
    intake = understood(text)
    assert intake
    return intake.doctor_agreed


@pytest.mark.parametrize(
    ("said", "agreed"),
    [
        ("doctor_agreed: true", True),
        ("doctor_agreed: false", False),
        ("doctor_agreed: unsure", None),
        ("doctor_agreed: null", None),
        ("", None),
    ],
)
def test_it_is_read_from_a_file_and_an_older_file_opens_without_it(said: str, agreed: bool | None) -> None:
    assert said_in(FILE.format(said=said)) is agreed


def test_another_word_is_refused_at_its_place() -> None:
    [problem] = told(FILE.format(said="doctor_agreed: perhaps"))
    assert "doctor_agreed" in str(problem)


def test_a_plan_file_holds_it() -> None:
    assert said_in(to_plan_file(adult(health=("blood_thinner",), doctor_agreed=True))) is True


@pytest.mark.parametrize(("with_health", "agreed"), [(True, True), (False, None)])
def test_a_link_holds_it_only_with_the_health_answers(
    with_health: bool, agreed: bool | None, rules: RuleSet
) -> None:
    intake = adult(health=("blood_thinner",), doctor_agreed=True)
    fragment = to_fragment(intake, rules.edition, with_health=with_health)
    assert fragment
    assert from_fragment(fragment)[0].doctor_agreed is agreed
    if not with_health:
        assert fragment == to_fragment(replace(intake, doctor_agreed=None), rules.edition)
