"""Dots of an earlier FUE on the page: one tick, words beside it, and no scar that nobody told."""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from smp_planner.domain.intake import AreaAnswer
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.answers_told import told_area
from smp_planner.views.ask_dot_scars import NOT_COUNTED, TICK, TOO_WIDE
from smp_planner.views.from_intake import put_answers
from smp_planner.views.state import BEGUN, BEGUN_ON, DOT_SCARS, SCARS
from smp_planner.views.to_intake import intake_of
from tests.people import adult
from tests.reading_grade import reading_grade
from tests.views.shown import markup, press


def with_scars(page: AppTest) -> AppTest:
    return page.pills(key="area_ways").set_value(["norwood", "scars"]).run()


def test_the_tick_takes_a_scar_away_that_nobody_told_and_brings_it_back(page: AppTest) -> None:
    with_scars(page)
    tick = page.checkbox(key=DOT_SCARS)
    assert (tick.label, tick.value) == (TICK, False)
    assert NOT_COUNTED not in markup(page)
    tick.check().run()
    assert NOT_COUNTED in markup(page)
    assert page.session_state[f"{SCARS}_rows"] == []
    assert "The small dots of your earlier FUE are not in this plan" in markup(page)
    page.checkbox(key=DOT_SCARS).uncheck().run()
    assert len(page.session_state[f"{SCARS}_rows"]) == 1


def test_a_scar_that_was_told_stays_beside_it(page: AppTest) -> None:
    with_scars(page).number_input(key="scar_1_length").set_value(12.0).run()
    page.checkbox(key=DOT_SCARS).check().run()
    assert page.session_state[f"{SCARS}_rows"] == [1]
    page.checkbox(key=DOT_SCARS).uncheck().run()
    assert page.session_state[f"{SCARS}_rows"] == [1]


def test_a_scar_of_which_more_was_told_than_its_size_stays_with_what_was_told(page: AppTest) -> None:
    """A tick dropped a scar that was told as raised, and with it that a doctor should see it first."""
    with_scars(page).pills(key="scar_1_raised").set_value("yes").run()
    page.checkbox(key=DOT_SCARS).check().run()
    assert page.session_state[f"{SCARS}_rows"] == [1]
    assert page.session_state["scar_1_raised"] == "yes"


def test_too_wide_a_scar_leads_to_the_tick(page: AppTest) -> None:
    with_scars(page)
    assert TOO_WIDE not in markup(page)
    page.number_input(key="scar_1_width").set_value(6.0).run()
    assert TOO_WIDE in markup(page)
    assert reading_grade(f"{TOO_WIDE} {NOT_COUNTED}") <= 8


def test_a_patient_alone_has_the_tick_too(patient: AppTest) -> None:
    press(patient, "next")
    patient.pills(key="area_ways").set_value(["scars"]).run()
    patient.checkbox(key=DOT_SCARS).check().run()
    assert NOT_COUNTED in markup(patient)


@pytest.mark.parametrize("area", [AreaAnswer(dot_scars=True), AreaAnswer(norwood="V", dot_scars=True)])
def test_the_fields_of_the_page_hold_it_when_answers_are_opened(area: AreaAnswer, rules: RuleSet) -> None:
    intake = adult(area=area)
    fields: dict[str, Any] = {BEGUN: {}, BEGUN_ON: intake.calendar.start}
    put_answers(intake, rules, fields)
    assert intake_of(fields, rules).area == area
    assert "many small dots from an earlier FUE, not counted" in told_area(intake, {}, rules)
