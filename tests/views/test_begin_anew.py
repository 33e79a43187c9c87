"""Forgotten is forgotten: the next person at the screen begins with nothing answered, not with an example."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from smp_planner.views.state import NO_EXAMPLE
from tests.views.conftest import begun
from tests.views.shown import markup, press


def forgotten() -> AppTest:
    """The clinic's page as it is loaded again once all answers were forgotten."""
    page = begun()
    page.session_state[NO_EXAMPLE] = True
    return page.run()


def test_a_clinic_begins_with_nothing_answered_and_the_page_says_so() -> None:
    page = forgotten()
    assert page.pills(key="goals").value == page.pills(key="area_ways").value == []
    told = markup(page)
    assert "example" not in told
    assert "Goals: none is chosen." in told
    assert "this plan is not checked and shows no price" in told
    press(press(page, "other_way"), "other_way")
    assert page.pills(key="goals").value == []


def test_the_example_is_shown_to_who_asks_and_can_be_left() -> None:
    page = press(forgotten(), "see_one")
    assert page.pills(key="norwood").value == "V"
    assert "This is an example." in markup(page)
    assert not [button for button in page.button if button.key == "see_one"]


def test_no_example_is_offered_beside_answers_or_where_the_page_opens_on_one() -> None:
    page = forgotten()
    page.pills(key="goals").set_value(["crown"]).run()
    assert not [button for button in page.button if button.key == "see_one"]
    assert not [button for button in begun().run().button if button.key == "see_one"]
