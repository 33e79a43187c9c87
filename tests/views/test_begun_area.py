"""The area of the example is no answer: the page says so until somebody tells another, or takes it."""

from __future__ import annotations

from typing import Any

from streamlit.testing.v1 import AppTest

from smp_planner.answers import read_answers
from smp_planner.domain.intake import AreaAnswer
from smp_planner.exports.plan_file import to_plan_file
from smp_planner.views.from_intake import put_answers
from smp_planner.views.to_intake import intake_of
from tests.packaged_rules import packaged_rules
from tests.views.shown import has_parts, markup, none_of_these, notices, press

STILL = "Area: Norwood V is still as in the example. Nobody chose it yet."


def held(page: AppTest) -> dict[str, Any]:
    """All answers that stand on the page."""
    return page.session_state.to_dict()


def told(page: AppTest) -> None:
    """Age, sex and health, as a consultant told them."""
    none_of_these(page)
    page.number_input(key="age").set_value(40)
    page.pills(key="sex").set_value("male").run()


def test_somebody_with_alopecia_is_told_that_the_area_is_still_the_examples(page: AppTest) -> None:
    """Clinic's way, UK: "alopecia" alone was chosen; 169.6 cm2 and £1,390, and no word of whose area."""
    page.pills(key="goals").set_value(["alopecia_cover"]).run()
    told(page)
    assert STILL in notices(page)
    assert "Goals:" not in notices(page)
    press(page, "area_ways_right")
    assert STILL not in notices(page)


def test_another_stage_is_an_answer_and_the_first_one_chosen_after_it_is_one_too(page: AppTest) -> None:
    """It said "Nobody chose it yet" of a stage that somebody had just tapped."""
    page.pills(key="norwood").set_value("IV").run()
    assert "Area:" not in notices(page)
    page.pills(key="norwood").set_value("V").run()
    page.pills(key="weekdays").set_value(["sun"]).run()
    assert STILL not in notices(page)


def test_places_on_the_head_alone_with_none_chosen_plan_nothing(page: AppTest) -> None:
    """169.6 cm2 and a price stood beside "Choose the places"."""
    told(page)
    page.pills(key="area_ways").set_value(["zones"]).run()
    assert not has_parts(page)
    assert "Places on the head: no place is chosen. Choose the places, or take another way." in markup(page)
    assert "169.6" not in markup(page)
    assert "Choose the places. Until then nothing is planned." in markup(page)
    page.pills(key="zones").set_value(["crown"]).run()
    assert has_parts(page)
    page.pills(key="zones").set_value([])
    page.pills(key="area_ways").set_value(["norwood", "zones"]).run()
    assert has_parts(page), "the stage tells an area"
    assert "Until then they count as not known." in markup(page)


def test_saved_and_opened_again_the_area_of_the_example_is_still_no_answer(page: AppTest) -> None:
    rules = packaged_rules()
    page.pills(key="goals").set_value(["alopecia_cover"]).run()
    saved = intake_of(held(page), rules)
    assert (saved.goals_by, saved.area_by) == (None, "begun")
    read = read_answers(to_plan_file(saved), "saved").intake
    assert read
    state = held(page)
    assert put_answers(read, rules, state) == ()
    again = intake_of(state, rules)
    assert (again.goals_by, again.area_by) == (None, "begun")
    assert again.area == AreaAnswer(norwood="V")


def test_a_patients_own_norwood_v_opened_at_the_clinic_is_an_answer(page: AppTest) -> None:
    rules = packaged_rules()
    page.pills(key="goals").set_value(["alopecia_cover"]).run()
    press(page, "area_ways_right")
    saved = intake_of(held(page), rules)
    assert saved.area_by is None
    state = held(page)
    put_answers(saved, rules, state)
    assert intake_of(state, rules).area_by is None
