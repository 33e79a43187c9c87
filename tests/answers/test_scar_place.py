"""The part of the head that a scar is on: told, left out or not sure, in a file and in a link."""

from __future__ import annotations

import pytest

from smp_planner.answers import from_fragment
from smp_planner.domain.intake import AreaAnswer, Intake, Scar
from smp_planner.exports.handoff import to_fragment
from smp_planner.exports.plan_file import to_plan_file
from smp_planner.rules.ruleset import RuleSet
from tests.answers.answer_files import told, understood
from tests.people import adult

FILE = """
goals: [scar_camouflage]
area: {{scars: [{{length_cm: 12, width_cm: 1{place}}}]}}
calendar: {{start: 2027-01-11}}
"""


def scar_of(intake: Intake | None) -> Scar:
    assert intake
    [scar] = intake.area.scars
    return scar


@pytest.mark.parametrize("place", ["back", "side", "top", "front"])
def test_it_is_read_from_a_file_of_answers(place: str) -> None:
    assert scar_of(understood(FILE.format(place=f", place: {place}"))).place == place


@pytest.mark.parametrize("said", ["", ", place: unsure", ", place: null"])
def test_without_it_or_not_sure_a_file_opens_as_before(said: str) -> None:
    assert scar_of(understood(FILE.format(place=said))) == Scar(length_cm=12, width_cm=1)


def test_another_word_is_refused_at_its_place() -> None:
    [problem] = told(FILE.format(place=", place: neck"))
    assert "area.scars.0.place" in str(problem)


def test_it_travels_in_a_link_and_in_a_plan_file(rules: RuleSet) -> None:
    intake = adult(area=AreaAnswer(scars=(Scar(length_cm=12, width_cm=1, place="top"),)))
    fragment = to_fragment(intake, rules.edition)
    assert fragment
    assert scar_of(from_fragment(fragment)[0]).place == "top"
    assert scar_of(understood(to_plan_file(intake))).place == "top"
