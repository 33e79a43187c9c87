"""A goal that the page began with goes with the stage; one that was answered stays and may be asked about."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from tests.views.shown import markup, press

OF_STAGE = "Goals: “More density between my hair” is where the page begins with this stage."
ASKED = "Goals: “A shaved look” was chosen with a stage of hair that thins. Is that meant?"


def ways(page: AppTest, *chosen: str) -> AppTest:
    return page.pills(key="area_ways").set_value(list(chosen)).run()


def test_a_goal_that_nobody_answered_goes_with_the_stage_of_women(page: AppTest) -> None:
    ways(page, "norwood", "ludwig")
    assert page.pills(key="goals").value == ["added_density"]
    assert OF_STAGE in markup(page)
    ways(page, "ludwig", "norwood")
    assert page.pills(key="goals").value == ["shaved_look"]
    assert "This is an example." in markup(page)


def test_where_the_top_is_almost_bare_the_page_begins_as_for_bare_skin_and_says_so(page: AppTest) -> None:
    ways(page, "ludwig")
    page.pills(key="ludwig").set_value("III").run()
    assert page.pills(key="goals").value == ["shaved_look"]
    assert "“A shaved look” is where the page begins with this stage" in markup(page)
    page.pills(key="ludwig").set_value("I").run()
    assert page.pills(key="goals").value == ["added_density"]


def held_against_surgery(page: AppTest) -> bool:
    """Whether an option is held against somebody as the head is to be shaved."""
    return "You want a shaved look" in markup(page)


def test_in_a_referral_nothing_is_held_against_an_option_from_a_goal_nobody_chose(page: AppTest) -> None:
    """Ludwig III, goals untouched, keloids: "You want a shaved look" stood against both operations."""
    ways(page, "ludwig")
    page.pills(key="ludwig").set_value("III").run()
    page.checkbox(key="health_is_keloid").set_value(True).run()
    assert "Not for now" in markup(page)
    assert "“A shaved look” is where the page begins with this stage" in markup(page)
    assert not held_against_surgery(page)
    page.pills(key="goals").set_value(["shaved_look", "crown"]).run()
    assert held_against_surgery(page)
    page.pills(key="goals").set_value(["shaved_look"]).run()
    assert held_against_surgery(page), "chosen anew it is an answer"
    assert ASKED in markup(page)
    assert "is where the page begins" not in markup(page)


def test_the_shaved_look_of_the_example_speaks_against_surgery_once_somebody_takes_it(page: AppTest) -> None:
    """A man of whom nothing was told read "You want a shaved look" against both operations."""
    page.checkbox(key="health_is_keloid").set_value(True).run()
    assert not held_against_surgery(page)
    assert "Goals: “A shaved look” is still as in the example." in markup(page)
    press(page, "goals_right")
    assert held_against_surgery(page)
    assert not [button for button in page.button if button.key == "goals_right"]


def test_a_goal_that_was_answered_is_kept_and_asked_about(page: AppTest) -> None:
    page.pills(key="goals").set_value(["shaved_look", "crown"]).run()
    ways(page, "ludwig")
    assert page.pills(key="goals").value == ["shaved_look", "crown"]
    assert ASKED in markup(page)
    page.pills(key="goals").set_value(["crown"]).run()
    assert ASKED not in markup(page)
    assert OF_STAGE not in markup(page)


def test_a_patient_begins_with_no_goal_and_gets_none(page: AppTest) -> None:
    press(page, "other_way")
    press(page, "next")
    ways(page, "ludwig")
    assert page.session_state["goals"] == []


def test_a_stage_beside_the_goal_of_the_crown_alone_says_that_it_counts_more_and_what_to_choose(
    page: AppTest,
) -> None:
    more = "Your goal is the crown, but a stage counts every place that is thin in it."
    page.pills(key="goals").set_value(["crown"]).run()
    assert more in markup(page)
    ways(page, "zones")
    page.pills(key="zones").set_value(["crown"]).run()
    assert more not in markup(page)
    ways(page, "norwood")
    page.pills(key="goals").set_value(["crown", "hairline"]).run()
    assert more not in markup(page)
