"""The stage in whose place the crown alone is counted: a file and a link keep it, and it counts nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from smp_planner.answers import from_fragment
from smp_planner.domain.crown_alone import stage_not_counted
from smp_planner.domain.intake import AreaAnswer
from smp_planner.errors import IntakeError
from smp_planner.exports.handoff import to_fragment
from smp_planner.exports.plan_file import to_plan_file
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.ruleset import RuleSet
from tests.answers.answer_files import told, understood
from tests.people import adult, plan_of

FILE = """
goals: [crown]
area: {{zones: [crown]{more}}}
calendar: {{start: 2027-01-11}}
"""
CROWN = AreaAnswer(zones=("crown",), crown_of_norwood="III-vertex")


@pytest.mark.parametrize(("key", "stage"), [("crown_of_norwood", "III-vertex"), ("crown_of_ludwig", "II")])
def test_it_is_read_from_a_file_of_answers(key: str, stage: str) -> None:
    intake = understood(FILE.format(more=f", {key}: {stage}"))
    assert intake
    assert getattr(intake.area, key) == stage


@pytest.mark.parametrize("said", ["", ", crown_of_norwood: unsure", ", crown_of_ludwig: null"])
def test_without_it_or_not_sure_a_file_opens_as_before(said: str) -> None:
    intake = understood(FILE.format(more=said))
    assert intake
    assert intake.area == AreaAnswer(zones=("crown",))


def test_alone_it_is_no_area() -> None:
    [problem] = told("goals: [crown]\narea: {crown_of_norwood: V}\ncalendar: {start: 2027-01-11}\n")
    assert problem == "area I301"


@pytest.mark.parametrize("key", ["crown_of_norwood", "crown_of_ludwig"])
def test_a_stage_that_is_none_is_refused_at_its_place(rules: RuleSet, key: str) -> None:
    area = replace(AreaAnswer(zones=("crown",)), **{key: "IX"})
    with pytest.raises(IntakeError, match=rf"area\.{key}.*found 'IX'"):
        plan_treatment(adult(area=area), rules)


def test_it_travels_in_a_link_and_in_a_plan_file(rules: RuleSet) -> None:
    fragment = to_fragment(adult(area=CROWN), rules.edition)
    assert fragment
    came = from_fragment(fragment)[0]
    assert came is not None
    assert came.area == CROWN
    opened = understood(to_plan_file(adult(area=CROWN)))
    assert opened is not None
    assert opened.area == CROWN


def test_it_moves_no_figure_and_is_named_among_the_answers_as_they_were_understood(rules: RuleSet) -> None:
    goals = ("crown",)
    with_it = plan_of(adult(goals=goals, area=CROWN), rules)
    without = plan_of(adult(goals=goals, area=AreaAnswer(zones=("crown",))), rules)
    assert (with_it.area, with_it.dots, with_it.sessions) == (without.area, without.dots, without.sessions)
    assert with_it.cost == without.cost
    [area] = [one for one in with_it.understood if one.id == "area"]
    assert "Norwood III vertex, told but not counted" in area.said


@pytest.mark.parametrize(
    ("area", "words"),
    [
        (CROWN, ["Norwood III vertex, told but not counted"]),
        (AreaAnswer(zones=("crown",), crown_of_ludwig="II"), ["Ludwig II, told but not counted"]),
        (AreaAnswer(norwood="V", crown_of_norwood="IV"), []),
        (AreaAnswer(zones=("crown",)), []),
    ],
)
def test_it_is_told_where_no_stage_counts(area: AreaAnswer, words: list[str]) -> None:
    assert [*stage_not_counted(area)] == words
