"""A tape in inches: asked and told in inches, planned in cm; the choice changes no answer."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from smp_planner.domain.intake import AreaAnswer, Measured, Scar
from smp_planner.rules.load import DATA
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.from_intake import put_answers
from smp_planner.views.state import BEGUN, BEGUN_ON
from smp_planner.views.tab_text import packed, unpacked
from smp_planner.views.to_intake import intake_of
from tests.people import adult
from tests.views.shown import markup, open_folds

Open = Callable[[], AppTest]
START = date(2027, 1, 11)


def in_inches(page: AppTest, *ways: str) -> AppTest:
    """The page with the area told in these ways, by a tape in inches."""
    page.pills(key="area_ways").set_value(list(ways)).run()
    page.pills(key="tape").set_value("in").run()
    assert not page.exception
    return page


def typed(page: AppTest, key: str, inches: float) -> None:
    page.number_input(key=f"{key}_inches").set_value(inches).run()
    assert not page.exception


def asked(page: AppTest) -> set[str]:
    return {field.label for field in page.number_input}


def test_lengths_in_inches_are_planned_in_square_centimetres(page: AppTest) -> None:
    in_inches(page, "measured")
    assert {"Length in inches", "Width in inches"} <= asked(page)
    typed(page, "length_cm", 3.0)
    typed(page, "width_cm", 4.0)
    assert "That is 77.4 cm2, or 12 in2." in markup(page)  # 7.62 x 10.16 = 77.4192
    assert "77.4 cm2, or 12 in2" in markup(open_folds(page))


def test_a_size_typed_in_inches_comes_back_as_it_was_typed(page: AppTest) -> None:
    in_inches(page, "measured")
    typed(page, "length_cm", 3.0)
    typed(page, "width_cm", 3.125)
    page.pills(key="tape").set_value("cm").run()
    assert page.number_input(key="length_cm").value == 7.62
    page.pills(key="tape").set_value("in").run()
    assert page.number_input(key="length_cm_inches").value == 3.0
    assert page.number_input(key="width_cm_inches").value == 3.125


def test_a_size_typed_in_cm_stays_exactly_that_whatever_the_tape(page: AppTest) -> None:
    page.pills(key="area_ways").set_value(["measured"]).run()
    page.number_input(key="length_cm").set_value(14.05).run()
    for tape in ("in", "cm", "in"):
        page.pills(key="tape").set_value(tape).run()
        assert page.session_state["length_cm"] == 14.05
    assert page.number_input(key="length_cm_inches").value == 5.53
    page.pills(key="tape").set_value("cm").run()
    page.number_input(key="length_cm").set_value(7.62).run()
    page.pills(key="tape").set_value("in").run()
    assert page.number_input(key="length_cm_inches").value == 3.0, "inches follow what was typed in cm"


def test_a_size_to_begin_with_says_so_in_inches_too(page: AppTest) -> None:
    in_inches(page, "measured")
    assert "This is a size to begin with, until you put in yours." in markup(page)
    typed(page, "width_cm", 4.0)
    assert "This is a size to begin with" not in markup(page)


def test_square_centimetres_become_square_inches(page: AppTest) -> None:
    in_inches(page, "measured")
    page.pills(key="measured_as").set_value("cm2").run()
    assert "Square inches" in page.pills(key="measured_as").options
    assert "Area to fill in square inches" in asked(page)
    typed(page, "measured_cm2", 20.0)
    assert "That is 129 cm2, or 20 in2." in markup(page)


def test_a_scar_is_asked_in_inches_and_what_is_accepted_is_told_in_inches(page: AppTest) -> None:
    in_inches(page, "scars")
    typed(page, "scar_1_length", 8.0)
    typed(page, "scar_1_width", 0.1)
    assert page.session_state["scar_1_length"] == 20.32
    assert "That is 5.1 cm2, or 0.8 in2." in markup(page)
    typed(page, "scar_1_length", 20.0)
    told = "should be 0.04 to 15.74 inches; found 20"
    assert f'<div class="notice" role="alert">{told.replace("should", "Should")}.' in markup(page)
    assert f"Scar 1, length: {told}." in markup(page), "beside the plan too"
    page.pills(key="tape").set_value("cm").run()
    assert "Scar 1, length: should be 0.1 to 40 cm; found 50.8." in markup(page)


def test_there_is_one_choice_for_the_page_and_none_where_no_size_is_asked(page: AppTest) -> None:
    assert [pills.key for pills in page.pills if pills.key == "tape"] == []
    in_inches(page, "measured", "scars")
    assert [pills.key for pills in page.pills if pills.key == "tape"] == ["tape"]
    assert {"Length in inches", "Scar: length in inches"} <= asked(page)
    assert not {"Length in cm", "Scar: length in cm"} & asked(page)


def test_the_tape_is_kept_in_the_tab_and_is_no_answer_of_the_intake(rules: RuleSet) -> None:
    state = {"tape": "in", "length_cm": 7.62, "length_cm_inches": 3.0}
    held = packed(state, rules)
    assert json.loads(held)["answers"] == state
    assert unpacked(held, rules).answers == state


def test_saved_answers_come_back_in_the_unit_that_was_chosen(rules: RuleSet) -> None:
    measured = Measured(length_cm=Decimal("7.62"), width_cm=Decimal("10.16"))
    intake = adult(area=AreaAnswer(measured=measured, scars=(Scar(length_cm=20, width_cm=1),)))
    state: dict[str, Any] = {BEGUN: {}, BEGUN_ON: START, "tape": "in", "length_cm_inches": 5.0}
    put_answers(intake, rules, state)
    assert state["tape"] == "in"
    assert "length_cm_inches" not in state, "it is drawn anew from the cm"
    assert intake_of(state, rules).area == intake.area


@pytest.mark.parametrize(
    ("region", "locale", "tape"),
    [
        (None, None, "cm"),
        (None, "en-GB", "cm"),
        (None, "en-US", "in"),
        ("US", "de-DE", "in"),
        ("UK", "en-GB", "cm"),
    ],
)
def test_the_page_begins_with_the_tape_of_the_region_or_of_the_browser(
    open_page: Open, monkeypatch: pytest.MonkeyPatch, region: str | None, locale: str | None, tape: str
) -> None:
    if region:
        monkeypatch.setenv("SMP_REGION", region)
    monkeypatch.setattr(type(st.context), "locale", locale)
    assert open_page().session_state["tape"] == tape


def test_a_clinic_of_the_uk_measures_in_cm(open_page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SMP_CLINIC", str(DATA / "clinics" / "example-clinic.yaml"))
    monkeypatch.setattr(type(st.context), "locale", "en")
    assert open_page().session_state["tape"] == "cm"


def test_beside_a_measured_area_the_page_says_that_nobody_counted_how_far_a_tape_is_off(
    page: AppTest,
) -> None:
    page.pills(key="area_ways").set_value(["measured"]).run()
    no_figure, box = "We have no figure for how far a tape is off.", "Length times width is the box"
    assert no_figure not in markup(page), "nobody measured the size to begin with"
    page.number_input(key="length_cm").set_value(10.0).run()
    assert no_figure in markup(page)
    assert box in markup(page)
    page.pills(key="measured_as").set_value("cm2").run()
    page.number_input(key="measured_cm2").set_value(80.0).run()
    assert no_figure in markup(page)
    assert box not in markup(page)
    page.pills(key="measured_as").set_value("string").run()
    assert no_figure not in markup(page)


def test_a_size_to_begin_with_is_round_in_inches_and_planned_as_it_reads(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SMP_REGION", "US")
    page = open_page()
    page.pills(key="area_ways").set_value(["measured"]).run()
    sides = [page.number_input(key=f"{side}_cm_inches").value for side in ("length", "width")]
    assert sides == [5.5, 4.5]
    assert [page.session_state[f"{side}_cm"] for side in ("length", "width")] == [13.97, 11.43]
    assert "This is a size to begin with, until you put in yours." in markup(page)


def test_a_size_that_nobody_put_in_begins_anew_on_the_other_tape_and_none_drifts(page: AppTest) -> None:
    page.pills(key="area_ways").set_value(["measured"]).run()
    for _ in range(2):
        page.pills(key="tape").set_value("in").run()
        assert page.number_input(key="length_cm_inches").value == 5.5
        assert page.number_input(key="width_cm_inches").value == 4.5
        page.pills(key="tape").set_value("cm").run()
        assert page.number_input(key="length_cm").value == 14.0
        assert page.number_input(key="width_cm").value == 11.0
    page.number_input(key="width_cm").set_value(10.0).run()
    page.pills(key="tape").set_value("in").run()
    assert page.session_state["length_cm"] == 14.0, "a size that was put in stays"


def test_a_link_to_an_area_that_was_measured_does_not_call_it_a_size_to_begin_with(rules: RuleSet) -> None:
    measured = Measured(length_cm=14, width_cm=11)
    state: dict[str, Any] = {BEGUN: {}, BEGUN_ON: START, "tape": "cm"}
    put_answers(adult(area=AreaAnswer(measured=measured)), rules, state)
    assert intake_of(state, rules).area.measured == measured
    begun = Measured(length_cm=14, width_cm=11, by="begun")
    put_answers(adult(area=AreaAnswer(measured=begun)), rules, state)
    assert intake_of(state, rules).area.measured == begun


@pytest.mark.parametrize("way", ["cards", "palms"])
def test_who_counts_cards_or_palms_is_asked_for_no_tape(page: AppTest, way: str) -> None:
    in_inches(page, "measured")
    page.pills(key="measured_as").set_value(way).run()
    assert not [pills for pills in page.pills if pills.key == "tape"]
    page.pills(key="measured_as").set_value("lengths").run()
    assert page.pills(key="tape").value == "in"
    page.pills(key="measured_as").set_value(way).run()
    page.pills(key="area_ways").set_value(["measured", "scars"]).run()
    assert page.pills(key="tape").value == "in", "a scar is measured"
