"""What is opened stands on the page as it was answered; what the page can't hold is told."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, Literal

import pytest
from hypothesis import given, settings

from smp_planner.answers import read_answers
from smp_planner.domain.intake import AreaAnswer, CalendarAnswer, Intake, Person
from smp_planner.exports.plan_answers import answers_of
from smp_planner.exports.plan_file import to_plan_file
from smp_planner.exports.record import as_json
from smp_planner.views.from_intake import put_answers
from smp_planner.views.health_answers import NONE, SOME_UNSURE, WHICH, unsure_groups, unsure_of
from smp_planner.views.state import BEGUN, BEGUN_ON
from smp_planner.views.to_intake import intake_of, questions_open
from tests.drawn_people import intakes
from tests.packaged_rules import packaged_rules
from tests.people import START, adult


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


@given(intake=intakes)
@settings(max_examples=150, deadline=None)
def test_what_the_page_cant_hold_is_told(intake: Intake) -> None:
    """Where nothing is told, the page plans with the same answers."""
    state, told = opened(intake)
    now = intake_of(state, packaged_rules())
    if not told:
        assert now.goals == intake.goals
        assert now.area == intake.area
        assert now.density == intake.density
        assert now.kept_hair == (None if intake.kept_hair == {} else intake.kept_hair)
        assert now.health_asked == intake.health_asked
        assert set(now.unsure_about) == set(intake.unsure_about)
        assert now.treated_before == intake.treated_before
        assert now.calendar.weekdays == intake.calendar.weekdays
        assert now.calendar.visit_times == intake.calendar.visit_times
        assert now.person.name == intake.person.name


def test_a_stage_too_many_and_an_odd_time_zone_are_told_by_their_question() -> None:
    told = opened(
        adult(
            area=AreaAnswer(norwood="V", ludwig="II"),
            person=Person(age=38, sex="male", name="Ann"),
            calendar=CalendarAnswer(start=START, timezone="UTC"),
        )
    )[1]
    questions = [one.partition(":")[0] for one in told]
    assert questions == ["Ludwig stage", "Time zone"]


@pytest.mark.parametrize("kept", [{"hairline_temples": 0}, {"hairline_temples": 0, "crown": None}])
def test_hair_that_is_gone_in_the_file_and_not_sure_on_the_page_is_told(kept: dict[str, int | None]) -> None:
    """Where hair thins, the page takes a place that nothing was said of for not sure; a file for bare."""
    area = AreaAnswer(zones=("hairline_temples", "front", "crown"))
    told = opened(adult(goals=("added_density",), area=area, kept_hair=kept))[1]
    assert any(one.startswith("Hair still there: ") for one in told)


def test_nothing_that_stood_there_before_stays() -> None:
    state, _told = opened(adult())
    assert state["tone"] == "III"
    assert "health_is_diabetes" not in state


def test_where_somebody_was_unsure_of_health_every_group_without_a_tick_asks_again() -> None:
    state, told = opened(adult(unsure_about=("health",)))
    assert intake_of(state, packaged_rules()).unsure_about == ("health",)
    assert told == (
        "Health questions: you weren't sure of some. The file doesn't say which, so look at each.",
    )


def test_a_first_day_that_has_passed_opens_too() -> None:
    first = date(2026, 1, 5)
    state, told = opened(adult(calendar=CalendarAnswer(start=first)))
    assert not list(questions_open(state, packaged_rules()))
    assert told == ()


@pytest.mark.parametrize("which", [["keloid"], []])
def test_who_is_unsure_in_one_group_keeps_the_answers_of_the_others(which: list[str]) -> None:
    rules = packaged_rules()
    state, _told = opened(adult())
    state |= {f"{NONE}scalp": False, f"{SOME_UNSURE}scalp": True, f"{WHICH}scalp": which}
    saved = intake_of(state, rules)
    assert saved.unsure_health == tuple(which or ["scalp"])
    answers = read_answers(to_plan_file(saved), "saved")
    assert answers.intake is not None
    assert answers.intake.unsure_health == saved.unsure_health
    again, told = opened(answers.intake)
    assert told == ()
    assert unsure_groups(again, rules) == ("scalp",)
    assert [*unsure_of(again, rules)] == [*unsure_of(state, rules)]
    for group in ("illness", "medicine"):
        assert again[f"{NONE}{group}"]


@pytest.mark.parametrize("goals_by", ["begun", None])
@pytest.mark.parametrize("stage", ["II", "III"])
def test_goals_that_nobody_chose_stay_so_and_goals_that_were_chosen_too(
    stage: str, goals_by: Literal["begun"] | None
) -> None:
    """Saved and opened again, a goal that the page began with is no answer; one that was chosen is one."""
    saved = adult(area=AreaAnswer(ludwig=stage), goals_by=goals_by)
    read = read_answers(to_plan_file(saved), "saved")
    assert read.intake
    state, told = opened(read.intake)
    assert not told
    assert intake_of(state, packaged_rules()).goals_by == read.intake.goals_by == goals_by


def test_hair_of_none_opens_again_as_none() -> None:
    assert opened(adult(kept_hair=Decimal(0)))[0]["kept_way"] == "none"
