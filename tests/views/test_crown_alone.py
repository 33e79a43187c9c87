"""Who wants the crown alone and named a stage settles with one tap which size counts."""

from __future__ import annotations

from html import unescape
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from smp_planner.answers import from_fragment
from smp_planner.exports.handoff import to_fragment
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.crown_alone import ALONE, COUNTED_ALONE, WHICH
from smp_planner.views.from_intake import put_answers
from smp_planner.views.state import BEGUN, BEGUN_ON
from smp_planner.views.tab_text import packed, unpacked
from smp_planner.views.to_intake import intake_of
from tests.people import START
from tests.views.shown import PLAN_STEP, markup, press

USUAL = "40 cm2 (20 to 80)"


def keys(page: AppTest) -> list[str | None]:
    return [button.key for button in page.button]


def with_a_crown_of_stage(page: AppTest, stage: str = "III-vertex") -> AppTest:
    """The page for somebody who wants the crown alone and named a stage of more."""
    page.session_state["goals"] = ["crown"]
    page.session_state["area_ways"] = ["norwood"]
    page.session_state["norwood"] = stage
    return page.run()


@pytest.fixture(params=["clinic", "patient"])
def asked(request: pytest.FixtureRequest) -> AppTest:
    """The plan, in both ways in."""
    page: AppTest = request.getfixturevalue("page" if request.param == "clinic" else "patient")
    if request.param == "patient":
        page.session_state["step"] = PLAN_STEP
    return with_a_crown_of_stage(page)


def test_one_tap_counts_the_crown_alone_and_the_plan_tells_that_one_size(asked: AppTest) -> None:
    told = unescape(markup(asked))
    assert WHICH in told
    assert "65 cm2 (10.1 in2) to fill" in told
    assert asked.button(key="crown_alone").label == ALONE.format(area=USUAL)
    told = unescape(markup(press(asked, "crown_alone")))
    assert WHICH not in told
    assert COUNTED_ALONE.format(area=USUAL) in told
    assert "40 cm2 (6.2 in2) to fill" in told
    assert "24.7" not in told
    assert asked.session_state["area_ways"] == ["zones"]


def test_a_second_tap_takes_the_stage_back_as_it_was_told(asked: AppTest) -> None:
    page = press(press(asked, "crown_alone"), "crown_in_stage")
    assert "65 cm2 (10.1 in2) to fill" in unescape(markup(page))
    assert "crown_in_stage" not in keys(page)
    assert page.session_state["area_ways"] == ["norwood"]


def test_after_a_reload_the_way_back_to_the_stage_is_still_there(asked: AppTest, rules: RuleSet) -> None:
    press(asked, "crown_alone")
    held = unpacked(packed(asked.session_state.to_dict(), rules), rules).answers
    assert held["stage_left"] == {"area_ways": ["norwood"], "zones": []}
    del asked.session_state["stage_left"]  # a new session has what the tab held, and nothing else
    assert "crown_in_stage" not in keys(asked.run())
    asked.session_state["stage_left"] = held["stage_left"]
    told = unescape(markup(asked.run()))
    assert COUNTED_ALONE.format(area=USUAL) in told
    assert "65 cm2 (10.1 in2) to fill" in unescape(markup(press(asked, "crown_in_stage")))


def test_my_answers_name_the_stage_that_is_not_counted(patient: AppTest) -> None:
    patient.session_state["step"] = PLAN_STEP
    told = unescape(markup(press(with_a_crown_of_stage(patient), "crown_alone")))
    assert "Norwood III vertex, told but not counted" in told


@pytest.mark.parametrize("stage", ["norwood", "ludwig"])
def test_after_a_link_the_way_back_to_the_stage_is_still_there(
    page: AppTest, rules: RuleSet, stage: str
) -> None:
    page.session_state["goals"], page.session_state["area_ways"] = ["crown"], [stage]
    page.session_state[stage] = "II"
    press(page.run(), "crown_alone")
    sent = intake_of(page.session_state.to_dict(), rules)
    assert getattr(sent.area, f"crown_of_{stage}") == "II"
    fragment = to_fragment(sent, rules.edition)
    assert fragment
    came, _ = from_fragment(fragment)
    assert came is not None
    state: dict[str, Any] = {BEGUN: {}, BEGUN_ON: START}
    assert put_answers(came, rules, state) == ()
    assert intake_of(state, rules).area == sent.area
    for key in ("goals", "area_ways", "zones", stage, "stage_left"):
        page.session_state[key] = state[key]
    back = press(page.run(), "crown_in_stage")
    assert back.session_state["area_ways"] == [stage]
    assert back.session_state[stage] == "II"


def test_scars_that_were_told_beside_the_stage_stay(page: AppTest) -> None:
    page.session_state["area_ways"] = ["norwood", "scars"]
    page.session_state["goals"] = ["crown"]
    press(page.run(), "crown_alone")
    assert page.session_state["area_ways"] == ["scars", "zones"]


def test_nobody_else_is_asked(page: AppTest) -> None:
    assert not {"crown_alone", "crown_in_stage"} & set(keys(page))
    page.session_state["goals"] = ["crown"]
    page.session_state["area_ways"] = ["zones"]
    page.session_state["zones"] = ["crown"]
    assert not {"crown_alone", "crown_in_stage"} & set(keys(page.run()))
