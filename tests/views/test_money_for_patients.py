"""A patient's money: only what somebody pays, and what the laser visits are counted for."""

from __future__ import annotations

from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from smp_planner.exports.money_words import removal_told
from smp_planner.rules.ruleset import RuleSet
from tests.people import adult, plan_of
from tests.views.shown import PLAN_STEP, markup, none_of_these, open_tab

SHARE = "A visit's share of the price"


@pytest.fixture
def money_of_a_patient(page: AppTest) -> str:
    """The years and money of a plan with prices, as a patient has them."""
    checked = none_of_these(page)
    checked.number_input(key="age").set_value(40)
    checked.pills(key="could_be_pregnant").set_value("no").run()
    checked.session_state["way"], checked.session_state["step"] = "patient", PLAN_STEP
    return unescape(markup(open_tab(checked, "Years and money")))


def test_a_patient_reads_no_price_that_nobody_pays(money_of_a_patient: str, page: AppTest) -> None:
    assert "Price of all visits" in money_of_a_patient
    assert SHARE not in money_of_a_patient
    assert "Paid by visit" not in money_of_a_patient
    page.session_state["way"] = "clinic"
    assert SHARE in unescape(markup(page.run()))


def test_laser_visits_are_told_alike_on_the_page_and_in_files_for_which_pigment_they_are(
    money_of_a_patient: str, rules: RuleSet
) -> None:
    cost = plan_of(adult(), rules).cost
    assert cost is not None
    assert "2 visits (1 to 3)" in money_of_a_patient
    assert cost.removal.say in money_of_a_patient
    assert cost.removal.say.startswith("Laser visits are counted for pigment made for SMP.")
    assert "about 6 visits (3 to 10)" in cost.removal.say
    assert removal_told(cost.removal) == "1 to 3 visits (SMP pigment), no price"
