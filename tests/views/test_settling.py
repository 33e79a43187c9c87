"""Answers that hang on each other, given faster than the browser hears what the last one did.

The test client sends what it is told to: a value of before beside a new answer is what a browser sends that
has not heard yet.
"""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from smp_planner.views.ask_area import SCAR_SUPPOSED
from smp_planner.views.health_answers import NONE
from smp_planner.views.living_plan import SIZE_IS_OURS
from smp_planner.views.state import HEALTH
from tests.reading_grade import reading_grade
from tests.views.shown import markup, press

NO_ILLNESS = f"{NONE}illness"


def ticked(page: AppTest) -> set[str]:
    return {str(box.key).removeprefix(HEALTH) for box in page.checkbox if box.value}


def test_health_ticks_in_a_row_after_none_of_these_all_stay(page: AppTest) -> None:
    page.checkbox(key=NO_ILLNESS).set_value(True).run()
    page.checkbox(key=f"{HEALTH}diabetes").set_value(True).run()
    for illness in ("heart_disease", "epilepsy"):
        page.checkbox(key=NO_ILLNESS).set_value(True)  # as the browser still shows it
        page.checkbox(key=f"{HEALTH}{illness}").set_value(True).run()
    assert {"diabetes", "heart_disease", "epilepsy"} <= ticked(page)
    assert not page.checkbox(key=NO_ILLNESS).value


def test_a_tick_taken_back_in_a_row_does_not_take_the_others_along(page: AppTest) -> None:
    page.checkbox(key=NO_ILLNESS).set_value(True).run()
    page.checkbox(key=f"{HEALTH}diabetes").set_value(True)
    page.checkbox(key=f"{HEALTH}epilepsy").set_value(True).run()
    page.checkbox(key=NO_ILLNESS).set_value(True)
    page.checkbox(key=f"{HEALTH}epilepsy").set_value(False).run()
    assert "diabetes" in ticked(page)


def test_none_of_these_that_is_ticked_alone_takes_the_ticks_away(page: AppTest) -> None:
    page.checkbox(key=f"{HEALTH}diabetes").set_value(True).run()
    page.checkbox(key=NO_ILLNESS).set_value(True).run()
    assert "diabetes" not in ticked(page)
    assert page.checkbox(key=NO_ILLNESS).value


def test_a_look_keeps_its_dots_when_another_answer_follows_at_once(page: AppTest) -> None:
    page.pills(key="density_look").set_value("soft").run()
    page.slider(key="density").set_value(150)  # as the browser still shows it
    page.pills(key="weekdays").set_value(["tue"]).run()
    assert page.slider(key="density").value == 100
    assert page.pills(key="density_look").value == "soft"


def test_a_slider_moved_before_a_look_has_reached_it_ends_where_the_plan_does(page: AppTest) -> None:
    """The look's dots reach the browser after its own move, and take that back there."""
    page.pills(key="density_look").set_value("dense").run()
    for moved in (155, 160):
        page.pills(key="density_look").set_value("dense")  # as the browser still shows it
        slider = page.slider(key="density").set_value(moved).run().slider(key="density")
        assert (slider.value, slider.proto.set_value) == (moved, True)
        assert page.pills(key="density_look").value is None
    moved_on = page.slider(key="density").set_value(165).run().slider(key="density")
    assert not moved_on.proto.set_value, "a slider that is still being moved is left alone"


def test_a_slider_moved_before_a_look_has_reached_it_stays_so_beside_another_answer(page: AppTest) -> None:
    page.pills(key="density_look").set_value("dense").run()
    page.slider(key="density").set_value(155).run()
    page.slider(key="density").set_value(195)  # the look's, which has reached the browser now
    page.pills(key="density_look").set_value("dense")
    page.pills(key="weekdays").set_value(["tue"]).run()
    assert page.slider(key="density").value == 155
    assert page.pills(key="density_look").value is None


def test_a_slider_that_goes_back_to_where_it_stood_counts(page: AppTest) -> None:
    page.pills(key="density_look").set_value("soft").run()
    page.slider(key="density").set_value(150).run()
    assert page.slider(key="density").value == 150
    assert page.pills(key="density_look").value is None


def test_a_stage_for_women_stays_chosen_when_another_answer_follows_at_once(page: AppTest) -> None:
    page.pills(key="area_ways").set_value(["norwood", "ludwig"]).run()
    page.pills(key="area_ways").set_value(["norwood", "ludwig"])
    page.pills(key="weekdays").set_value(["tue"]).run()
    assert page.pills(key="area_ways").value == ["ludwig"]


def test_a_patient_who_asks_about_a_scar_alone_is_asked_for_its_size(patient: AppTest) -> None:
    patient.pills(key="goals").set_value(["scar_camouflage"]).run()
    press(patient, "next")
    assert patient.pills(key="area_ways").value == ["scars"]


def test_the_goal_to_hide_a_scar_opens_scars_beside_other_ways_and_they_go_with_it(page: AppTest) -> None:
    page.pills(key="goals").set_value(["shaved_look", "scar_camouflage"]).run()
    assert page.pills(key="area_ways").value == ["norwood", "scars"]
    page.pills(key="goals").set_value(["shaved_look"]).run()
    assert page.pills(key="area_ways").value == ["norwood"]


def test_a_scar_that_was_told_outlives_the_goal_to_hide_one(page: AppTest) -> None:
    page.pills(key="goals").set_value(["shaved_look", "scar_camouflage"]).run()
    page.pills(key="scar_1_raised").set_value("no").run()
    page.pills(key="goals").set_value(["shaved_look"]).run()
    assert page.pills(key="area_ways").value == ["norwood", "scars"]


def test_a_patient_with_a_scar_beside_another_goal_is_asked_for_its_size_too(patient: AppTest) -> None:
    patient.pills(key="goals").set_value(["hairline", "scar_camouflage"]).run()
    press(patient, "next")
    assert patient.pills(key="area_ways").value == ["scars"]


def test_who_closes_scars_with_that_goal_reads_that_one_of_a_usual_size_is_counted(page: AppTest) -> None:
    page.pills(key="goals").set_value(["shaved_look", "scar_camouflage"]).run()
    assert SCAR_SUPPOSED not in markup(page)
    page.pills(key="area_ways").set_value(["norwood"]).run()
    assert SCAR_SUPPOSED in markup(page)
    assert SIZE_IS_OURS in markup(page)
    assert reading_grade(SCAR_SUPPOSED) <= 8
