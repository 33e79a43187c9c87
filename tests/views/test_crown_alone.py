"""Who wants the crown alone and named a stage settles with one tap which size counts."""

from __future__ import annotations

from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from smp_planner.views.crown_alone import ALONE, COUNTED_ALONE, WHICH
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
