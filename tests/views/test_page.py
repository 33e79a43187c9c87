"""The page as a person uses it, through Streamlit's own test client."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from smp_planner.domain.intake import AreaAnswer, Measured
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.quantities import Estimate
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.load import DATA
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.html import Whys, figure, table
from smp_planner.views.shell import summary
from smp_planner.views.state import intake_of
from tests.people import ADULT

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2027, 1, 4)


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.delenv("SMP_CLINIC", raising=False)
    monkeypatch.delenv("SMP_REGION", raising=False)
    st.cache_resource.clear()
    return AppTest.from_file(str(ROOT / "app.py"), default_timeout=30).run()


def words(page: AppTest) -> str:
    return " ".join(info.value for info in page.info)


def test_the_page_opens_on_a_working_plan(page: AppTest) -> None:
    assert not page.exception
    assert "Planned: 3 visits" in words(page)


def test_no_price_is_shown_before_the_health_questions(page: AppTest) -> None:
    assert "shows no price" in words(page)
    page.toggle(key="health_asked").set_value(True).run()
    assert "shows no price" not in words(page)


def test_the_density_slider_changes_the_plan(page: AppTest) -> None:
    page.slider(key="density").set_value(195).run()
    assert "Planned: 4 visits" in words(page)


def test_a_stop_gives_a_referral_with_its_reason_and_no_plan(page: AppTest) -> None:
    page.toggle(key="health_asked").set_value(True).run()
    page.checkbox(key="health_is_keloid").set_value(True).run()
    assert "Planned:" not in words(page)
    assert not page.exception
    assert not page.tabs


def test_an_answer_that_does_not_fit_is_named_and_nothing_breaks(page: AppTest) -> None:
    page.get("button_group")[2].set_value([]).run()
    assert not page.exception
    assert "Some answers don't fit yet" in words(page)


def test_broken_rules_are_told_without_a_traceback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "clinic.yaml"
    broken.write_text(
        "name: Broken\noverrides: {sessions.count: {value: 9, reason: x, sources: [article]}}\n"
    )
    monkeypatch.setenv("SMP_CLINIC", str(broken))
    st.cache_resource.clear()
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30).run()
    assert not page.exception
    assert "beyond the limits" in page.code[0].value
    st.cache_resource.clear()


def test_an_unknown_region_is_told_and_nothing_is_planned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SMP_REGION", "Mars")
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30).run()
    assert not page.exception
    assert "it should be US or UK" in page.error[0].value


def test_a_clinic_in_the_environment_changes_the_plan_and_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SMP_CLINIC", str(DATA / "clinics" / "example-studio.yaml"))
    st.cache_resource.clear()
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30).run()
    assert any("Changed by the clinic" in piece.proto.body for piece in page.get("html"))
    st.cache_resource.clear()


def test_the_hidden_option_that_saves_most_of_a_rerun_is_really_off(page: AppTest) -> None:
    assert st.get_option("runner.postScriptGC") is False


def test_untouched_questions_are_not_answered() -> None:
    intake = intake_of({"start": TODAY}, TODAY)
    assert intake.skin.tone is None
    assert intake.habits.sun is None
    assert intake.health_asked is False
    assert intake.health == ()


def test_a_ticked_health_answer_counts_before_all_questions_are_read() -> None:
    intake = intake_of({"health_is_keloid": True, "health_is_diabetes": False, "start": TODAY}, TODAY)
    assert intake.health == ("keloid",)
    assert intake.health_asked is False


def test_a_question_that_was_left_wrong_is_named(page: AppTest) -> None:
    page.get("button_group")[2].set_value([]).run()
    told = " ".join(piece.proto.body for piece in page.get("html"))
    assert "Days that suit you: should hold at least one day" in told


def test_the_page_asks_for_all_that_makes_an_intake() -> None:
    answers = {
        "goals": ["crown"], "area_ways": ["measured", "scars", "zones", "norwood", "ludwig"],
        "length_cm": 14.0, "width_cm": 11.0, "scar_length": 20.0, "scar_width": 0.2,
        "zones": ["crown"], "norwood": "V", "ludwig": "II", "density": 150, "kept_hair": 25,
        "tone": "II", "traits_known": True, "traits": ["oily"], "colour": "black", "wears": "short",
        "sun": "high", "heavy_sweat": "yes", "swims": "no", "age": 40, "sex": "female",
        "could_be_pregnant": "no", "health_asked": True, "loss_moving_on": "yes",
        "wants_touch_ups": "crisp", "start": date(2027, 2, 1), "weekdays": ["mon"],
        "away": (date(2027, 3, 1), date(2027, 3, 5)),
        "event_1_days": (date(2027, 6, 1),), "event_1_name": " Wedding ", "event_1_kind": "be_ready",
    }  # fmt: skip
    intake = intake_of(answers, TODAY)
    assert intake.area.measured == Measured(length_cm=14, width_cm=11)
    assert str(intake.kept_hair) == "0.25"
    assert str(intake.area.scars[0].width_cm) == "0.2"
    assert intake.area.norwood == "V"
    assert intake.area.ludwig == "II"
    assert intake.habits.heavy_sweat is True
    assert intake.habits.swims is False
    assert intake.person.could_be_pregnant is False
    assert intake.calendar.away[0].to == date(2027, 3, 5)
    assert intake.calendar.events[0].name == "Wedding"
    assert intake.calendar.events[0].to == date(2027, 6, 1)


def test_every_why_on_the_first_tab_finds_its_step(rules: RuleSet) -> None:
    plan = plan_treatment(ADULT, rules)
    assert isinstance(plan, TreatmentPlan)
    whys = Whys(plan)
    fields = (
        "area.cm2",
        "sessions.items.1.date",
        "aftercare.burden.first_day",
        "aftercare.windows.direct_sun",
        "touch_ups.fade.12",
        "cost.totals.10y",
        "comparison.rows.cost_10y.smp",
        "comparison.options.smp",
        "what_if.fades_fast",
        "risks.smp.infection",
    )
    for field in fields:
        assert "Source:" in whys.why(field), field


def test_typed_text_never_becomes_markup(rules: RuleSet) -> None:
    assert "<script>" not in table("<script>", ["<b>"], [])
    assert "<i>" not in figure(Estimate(1, 2, 3, "<i>"))
    plan = plan_treatment(replace(ADULT, area=AreaAnswer(zones=("crown",))), rules)
    assert isinstance(plan, TreatmentPlan)
    assert "Planned: 3 visits" in summary(plan)
    json.dumps(summary(plan))
