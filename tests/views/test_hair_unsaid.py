"""Hair of which nobody said how much is left is counted as something: the page says as what, in both ways."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from smp_planner.domain.plan import TreatmentPlan
from smp_planner.exports.hair_unsaid import COUNTED_AROUND_SCARS, NOT_SURE
from smp_planner.views.ask_area import SAME_IS_OF_LOSS
from smp_planner.views.state import STEP
from tests.reading_grade import reading_grade
from tests.views.shown import markup, notices, open_tab, reasons, to_the_plan

BARE = "we count none there. The range allows for 50%."
BEGUN_SHARE = "This is no answer yet. Move it, or take it as it stands."


def crown_by_zone(page: AppTest) -> AppTest:
    page.pills(key="area_ways").set_value(["zones"]).run()
    return page.pills(key="zones").set_value(["crown"]).run()


def measured_crown(page: AppTest) -> AppTest:
    page.pills(key="area_ways").set_value(["zones", "measured"]).run()
    page.pills(key="zones").set_value(["crown"]).run()
    return page.number_input(key="length_cm").set_value(9.0).run()


@pytest.mark.parametrize("told", [crown_by_zone, measured_crown])
def test_a_crown_without_a_word_on_its_hair_is_counted_as_bare_and_question_and_plan_say_so(
    page: AppTest, told: Callable[[AppTest], AppTest]
) -> None:
    told(page)
    assert markup(page).count(BARE) == 2  # beside the question, and above the plan
    assert f"{NOT_SURE} Until you say, {BARE}" in notices(page)
    page.pills(key="kept_way").set_value("same").run()
    assert markup(page).count(BARE) == 2, "a slider that nobody moved is no answer"
    page.slider(key="kept_hair").set_value(40).run()
    assert BARE not in markup(page)


def test_a_stage_is_counted_as_bare_too_once_it_is_no_example(page: AppTest) -> None:
    assert BARE not in notices(page), "an example says that it is one"
    page.pills(key="norwood").set_value("IV").run()
    assert BARE in notices(page)


def test_places_of_which_none_is_named_leave_the_answer_open(page: AppTest) -> None:
    crown_by_zone(page).pills(key="kept_way").set_value("places").run()
    assert markup(page).count(BARE) == 2
    page.pills(key="kept_zones").set_value(["crown"]).run()
    page.slider(key="kept_in_crown").set_value(20).run()
    assert BARE not in markup(page)


def test_around_scars_alone_it_is_the_high_end_that_is_bare(page: AppTest) -> None:
    page.pills(key="goals").set_value(["scar_camouflage"]).run()
    assert markup(page).count(COUNTED_AROUND_SCARS) == 2
    assert BARE not in markup(page)


def test_a_patient_reads_it_at_the_question_and_above_the_plan(patient: AppTest) -> None:
    patient.session_state[STEP] = 1
    crown_by_zone(patient.run())
    assert BARE in markup(patient)
    to_the_plan(patient)
    assert BARE in notices(patient)


def plan_on(page: AppTest) -> TreatmentPlan:
    return page.session_state["kept_plan"].plan.whole


def test_a_share_that_the_slider_begins_with_is_no_answer_and_question_and_plan_say_so(page: AppTest) -> None:
    unsure = plan_on(page).dots.total
    page.pills(key="kept_way").set_value("same").run()
    assert BEGUN_SHARE in markup(page)
    assert plan_on(page).dots.total == unsure, "it halved the plan, and left out what was planned before"
    page.slider(key="kept_hair").set_value(40).run()
    assert BEGUN_SHARE not in markup(page)
    page.slider(key="kept_hair").set_value(50).run()
    assert BEGUN_SHARE not in markup(page), "moved away and back it is an answer"
    assert plan_on(page).intake.kept_hair == Decimal("0.5")


def test_so_is_a_share_by_place(page: AppTest) -> None:
    crown_by_zone(page).pills(key="kept_way").set_value("places").run()
    page.pills(key="kept_zones").set_value(["crown"]).run()
    assert BEGUN_SHARE in markup(page)
    assert plan_on(page).intake.kept_hair == {"crown": None}
    page.slider(key="kept_in_crown").set_value(20).run()
    assert BEGUN_SHARE not in markup(page)
    assert plan_on(page).intake.kept_hair == {"crown": Decimal("0.2")}


def test_one_share_for_all_says_that_it_leaves_out_a_scar_off_the_area(page: AppTest) -> None:
    page.pills(key="area_ways").set_value(["norwood", "scars"])
    page.pills(key="kept_way").set_value("same").run()
    assert SAME_IS_OF_LOSS in markup(page)
    assert reading_grade(SAME_IS_OF_LOSS) <= 8
    page.pills(key="scar_1_place").set_value("top").run()
    assert SAME_IS_OF_LOSS not in markup(page)
    page.pills(key="scar_1_place").set_value("side").run()
    assert SAME_IS_OF_LOSS in markup(page)
    page.pills(key="area_ways").set_value(["scars"]).run()
    assert SAME_IS_OF_LOSS not in markup(page), "the question is about the hair around the scar"


def test_one_tap_takes_a_share_as_it_stands(page: AppTest) -> None:
    page.pills(key="kept_way").set_value("same").run()
    right = page.button(key="kept_hair_right")
    assert right.label == "50% is right"
    right.click().run()
    assert plan_on(page).intake.kept_hair == Decimal("0.5")
    assert BEGUN_SHARE not in markup(page)
    assert not [button for button in page.button if button.key == "kept_hair_right"]


def test_one_tap_takes_the_share_of_a_place_as_it_stands(page: AppTest) -> None:
    crown_by_zone(page).pills(key="kept_way").set_value("places").run()
    page.pills(key="kept_zones").set_value(["crown"]).run()
    page.button(key="kept_in_crown_right").click().run()
    assert plan_on(page).intake.kept_hair == {"crown": Decimal("0.5")}


def test_what_is_told_of_the_front_is_no_guess_and_the_rest_is_one(page: AppTest) -> None:
    """With 30 % told for the front the page said that nobody told, and drew 25 % where 28.3 % counts."""
    page.pills(key="norwood").set_value("IV").run()
    page.pills(key="goals").set_value(["shaved_look", "added_density"]).run()
    page.pills(key="kept_way").set_value("places").run()
    page.pills(key="kept_zones").set_value(["front"]).run()
    page.slider(key="kept_in_front").set_value(30).run()
    at = "Not told yet: how much hair is still there in some places: middle of the scalp and crown."
    assert f"{at} Until you say how much, the plan counts as if 25% were left there" in notices(page)
    assert NOT_SURE not in markup(page)
    open_tab(page, "The look")
    assert f"{at} It is thin there, not gone. So there we draw" in unescape(markup(page))
    assert "With what you said of the other places, that is 28% over the whole area." in markup(page)
    why = reasons(page)["rule density.kept_when_thin"]
    assert "One study counted hair in men with Norwood IV to VI, but on the side of the head" in why
    assert "women" not in why


def test_a_man_and_a_woman_read_at_the_question_why_no_count_is_used_each_in_own_words(page: AppTest) -> None:
    page.pills(key="goals").set_value(["added_density"]).run()
    page.pills(key="norwood").set_value("IV").run()
    assert "One study counted hair in men with Norwood IV to VI" in markup(page)
    assert "not used for women" not in markup(page)
    page.pills(key="area_ways").set_value(["ludwig"]).run()
    page.pills(key="ludwig").set_value("II").run()
    assert "the one study by stage is of men, so it is not used for women" in markup(page)


def test_one_tap_says_that_none_is_left(page: AppTest) -> None:
    crown_by_zone(page)
    assert BARE in markup(page)
    page.pills(key="kept_way").set_value("none").run()
    assert plan_on(page).intake.kept_hair == 0
    assert BARE not in markup(page)
