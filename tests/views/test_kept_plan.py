"""A plan is worked out once for its answers, and again as soon as one of them changes."""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from smp_planner.domain.intake import Intake
from smp_planner.planner import pipeline, referral
from smp_planner.planner.comparison.compare import compare_treatments
from smp_planner.planner.decided import Decided
from smp_planner.planner.pipeline import begin_plan
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views import kept_plan
from smp_planner.views.answers_form import FOLDED, fold_key
from tests.views.conftest import Open
from tests.views.shown import markup, notices, open_tab


@pytest.fixture
def planned(monkeypatch: pytest.MonkeyPatch) -> list[Intake]:
    """The intakes that a plan was worked out for."""
    intakes: list[Intake] = []

    def counted(intake: Intake, rules: RuleSet, decided: Decided) -> object:
        intakes.append(intake)
        return begin_plan(intake, rules, decided)

    monkeypatch.setattr(kept_plan, "begin_plan", counted)
    return intakes


def test_another_part_of_a_plan_is_shown_without_planning_again(
    planned: list[Intake], open_page: Open
) -> None:
    page = open_page()
    open_tab(page, "Aftercare")
    page.pills(key="can_i").set_value("sauna").run()
    assert "Not on " in markup(page)
    assert len(planned) == 1


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Every comparison that was worked out, of a plan or of a referral."""
    compared: list[object] = []

    def counted(*answers: Any) -> object:
        compared.append(answers)
        return compare_treatments(*answers)

    for module in (pipeline, referral):
        monkeypatch.setattr(module, "compare_treatments", counted)
    return compared


def test_what_stands_beside_smp_is_worked_out_once_somebody_opens_it(
    open_page: Open, compared: list[object]
) -> None:
    page = open_page()
    for tab in ("The look", "Visits", "Aftercare"):
        open_tab(page, tab)
    assert not compared
    for tab in ("Years and money", "What if", "All options", "Talk and files"):
        open_tab(page, tab)
    assert len(compared) == 1


def test_the_options_of_a_referral_are_worked_out_once_and_only_when_it_is_read(
    open_page: Open, compared: list[object]
) -> None:
    page = open_page()
    assert not compared
    page.checkbox(key="health_is_keloid").set_value(True).run()
    page.radio(key="horizon").set_value(1).run()
    assert len(compared) == 1


def test_a_changed_answer_is_planned_and_so_is_the_one_before_it(
    planned: list[Intake], open_page: Open
) -> None:
    page = open_page()
    first = notices(page)
    page.slider(key="density").set_value(195).run()
    assert notices(page) != first
    page.slider(key="density").set_value(120).run()
    page.pills(key="density_look").set_value("natural").run()
    assert notices(page) == first
    assert [intake.density for intake in planned] == ["natural", 195, 120, "natural"]


def test_after_an_answer_that_doesn_t_fit_no_plan_is_left_on_the_page(page: AppTest) -> None:
    page.pills(key="weekdays").set_value([]).run()
    assert "Planned:" not in notices(page)
    page.pills(key="weekdays").set_value(["mon"]).run()
    assert "Planned:" in notices(page)


def test_the_same_answers_to_other_rules_are_planned_anew(
    planned: list[Intake], open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_page()
    monkeypatch.setenv("SMP_REGION", "UK")
    page.run()
    assert len(planned) == 2


def test_two_people_with_the_same_answers_each_have_a_plan_of_their_own(
    planned: list[Intake], open_page: Open
) -> None:
    one, other = open_page(), open_page()
    assert planned[0] == planned[1]
    assert one.session_state[kept_plan.KEPT].plan is not other.session_state[kept_plan.KEPT].plan


def test_what_is_folded_away_is_not_drawn_and_its_answers_count_all_the_same(page: AppTest) -> None:
    page.checkbox(key="health_is_keloid").set_value(True).run()
    for title in FOLDED:
        page.session_state[fold_key(title)] = False
    page.run()
    assert not page.checkbox
    assert "thick, raised scars" in markup(page)
    assert "Planned:" not in notices(page)
