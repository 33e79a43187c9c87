"""On each step of the patient's way one sentence says what the plan is so far, and never a price."""

from __future__ import annotations

import json
from typing import Any

from streamlit.testing.v1 import AppTest

from tests.views.shown import markup, none_of_these, notices, press


def so_far(page: AppTest) -> str:
    """What the one region of a step says."""
    return told(page)["words"]


def told(page: AppTest) -> dict[str, Any]:
    """What the region is told: its words, and whether they are a plan's."""
    found: list[Any] = [piece.proto for piece in page.get("bidi_component")]
    [region] = [proto for proto in found if proto.component_name == "smp_so_far"]
    said = json.loads(region.bytes)
    return {name: said[name] for name in ("words", "planned")}


def at_area(patient: AppTest) -> AppTest:
    patient.pills(key="goals").set_value(["shaved_look"]).run()
    assert so_far(patient) == ""
    return press(patient, "next")


def with_stage(patient: AppTest, stage: str = "V") -> AppTest:
    patient.pills(key="area_ways").set_value(["norwood"]).run()
    patient.pills(key="norwood").set_value(stage).run()
    return patient


def test_nothing_is_said_before_the_area_is_told(patient: AppTest) -> None:
    assert told(at_area(patient)) == {"words": "", "planned": False}


def test_the_sentence_changes_with_the_answers_as_soon_as_there_is_an_area(patient: AppTest) -> None:
    small, large = (so_far(with_stage(at_area(patient) if first else patient, stage)) for first, stage in (
        (True, "II"), (False, "VII"),
    ))  # fmt: skip
    assert small.startswith("Your plan so far. Planned: ")
    assert "Planned to be settled by " in small
    assert small != large
    assert told(patient)["planned"]


def test_who_passes_the_area_hears_of_the_plan_for_what_it_may_be(patient: AppTest) -> None:
    press(at_area(patient), "next")
    assert so_far(patient).startswith("Your plan so far. Planned: ")
    press(patient, "back")
    assert so_far(patient) == ""


def test_every_step_says_the_sentence_that_the_plan_then_begins_with_and_no_price(patient: AppTest) -> None:
    with_stage(at_area(patient))
    while not patient.button(key="next").label.startswith("See"):
        press(patient, "next")
        if patient.button(key="next") and any(box.key.startswith("health_none_") for box in patient.checkbox):
            none_of_these(patient)
        words = so_far(patient)
        assert words.startswith("Your plan so far. ")
        assert "$" not in words
    sentence = so_far(patient).removeprefix("Your plan so far. ")
    press(patient, "next")
    assert sentence in notices(patient) + markup(patient)


def test_an_answer_that_stops_a_plan_is_told_at_once_and_kindly(patient: AppTest) -> None:
    with_stage(at_area(patient))
    while not any(number.key == "age" for number in patient.number_input):
        press(patient, "next")
    patient.number_input(key="age").set_value(16).run()
    assert so_far(patient).startswith("By these answers there is no plan for now.")
    assert not told(patient)["planned"]


def test_answers_that_do_not_fit_are_named(patient: AppTest) -> None:
    press(at_area(patient), "next")
    patient.session_state["start"] = None
    patient.run()
    assert so_far(patient) == (
        "No plan yet, as some answers don't fit. First day you could start: please choose a day."
    )
    assert not told(patient)["planned"]


def test_the_clinic_s_way_has_the_sentence_of_its_plan_alone(page: AppTest) -> None:
    names = {piece.proto.component_name for piece in page.get("bidi_component")}
    assert "smp_so_far" not in names
