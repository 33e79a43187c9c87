"""Can I swim on 12 March? The page answers with the plan's own days, and never says more than the plan."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from smp_planner.domain.care import Aftercare, Burden, Preparation, Window
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.can_i import ACTIVITIES, answer, held_on
from tests.people import ADULT
from tests.views.shown import markup, open_tab

CARE = Aftercare(
    windows=(
        Window("swimming", "avoid", "Don't swim.", date(2027, 1, 11), date(2027, 2, 8), (1,)),
        Window("washing", "do", "Wash & rinse.", date(2027, 1, 15), date(2027, 1, 20), (1,)),
        Window("swimming", "avoid", "Don't swim.", date(2027, 3, 1), date(2027, 4, 5), (2, 3)),
    ),
    days=(),
    call_if=(),
    before=(Preparation("tan", 2, date(2027, 2, 22), date(2027, 2, 28), "No tan.", "no tan"),),
    conflicts=(),
    burden=Burden(
        days_without_sun=0,
        days_without_swimming=0,
        days_without_sauna=0,
        days_without_heavy_exercise=0,
        first_day=date(2027, 1, 11),
        last_day=date(2027, 4, 5),
        say="",
    ),
)
FREE = "No aftercare rule of this plan speaks against it on"
FIRST = (
    "The limit holds from 11 January 2027 to 8 February 2027, after visit 1. "
    "The first free day is 9 February 2027."
)
SECOND = (
    "The limit holds from 1 March 2027 to 5 April 2027, after visits 2 and 3. "
    "The first free day is 6 April 2027."
)
LATER = "From 1 March 2027 on it is to be left, until 5 April 2027."


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (
            date(2027, 1, 10),
            f"{FREE} 10 January 2027. From 11 January 2027 on it is to be left, until 8 February 2027.",
        ),
        (date(2027, 1, 11), f"Not on 11 January 2027. {FIRST}"),
        (date(2027, 2, 8), f"Not on 8 February 2027. {FIRST}"),
        (date(2027, 2, 9), f"{FREE} 9 February 2027. {LATER}"),
        (
            date(2027, 2, 25),
            f"{FREE} 25 February 2027. But a visit is near: see below what it asks for. {LATER}",
        ),
        (date(2027, 3, 12), f"Not on 12 March 2027. {SECOND}"),
        (date(2027, 4, 6), f"{FREE} 6 April 2027. By then this limit is over."),
    ],
)
def test_a_day_is_answered_by_the_run_that_holds_it(day: date, said: str) -> None:
    assert answer(CARE, "swimming", day) == said


def test_all_that_holds_on_a_day_is_listed_by_kind_and_escaped() -> None:
    assert held_on(CARE, date(2027, 1, 16)) == [("Leave", "Don&#x27;t swim."), ("Do", "Wash &amp; rinse.")]
    assert held_on(CARE, date(2027, 2, 28)) == [("Before visit 2", "No tan.")]
    assert held_on(CARE, date(2027, 2, 10)) == [("Nothing", "No rule of this plan holds on that day.")]


def test_the_answer_is_that_of_the_record_of_days(rules: RuleSet) -> None:
    plan = plan_treatment(ADULT, rules)
    assert isinstance(plan, TreatmentPlan)
    assert set(ACTIVITIES) <= {window.rule for window in plan.aftercare.windows}
    last = plan.aftercare.days[-1].date
    for day in plan.aftercare.days:
        for rule in ACTIVITIES:
            held = answer(plan.aftercare, rule, day.date).startswith("Not on")
            assert held == (rule in day.avoid), (rule, day.date)
    assert not answer(plan.aftercare, "swimming", last + timedelta(1)).startswith("Not on")


def test_the_page_answers_for_the_activity_and_the_day_that_are_chosen(page: AppTest) -> None:
    open_tab(page, "Aftercare")
    first = page.date_input(key="can_i_on").value
    assert "Not on" in markup(page)
    page.date_input(key="can_i_on").set_value(first - timedelta(5)).run()
    assert "No aftercare rule of this plan speaks against it" in markup(page)
    page.pills(key="can_i").set_value("foil_shave").run()
    page.date_input(key="can_i_on").set_value(None).run()
    assert not page.exception
    assert "What holds on" not in markup(page)
