"""By how much two plans differ, in words: more, fewer, the same, ranges end to end, days, money."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from smp_planner.domain.course import EventConflict
from smp_planner.domain.intake import AreaAnswer, CalendarAnswer, Skin
from smp_planner.domain.plan import SmpPlan
from smp_planner.domain.quantities import Estimate
from smp_planner.domain.understood import Understood
from smp_planner.exports.difference_words import (
    answer_told,
    answers_changed,
    difference_told,
    in_short,
    main_differences,
)
from smp_planner.exports.plan_rows import PlanRow, Side, Value, plan_rows
from smp_planner.planner.understood import understand
from smp_planner.rules.ruleset import RuleSet
from tests.people import ADULT, adult, plan_of


def told(before: Value, after: Value, *, provisional: bool = False) -> str:
    row = PlanRow("Row", Side(str(before), before), Side(str(after), after))
    return difference_told(row, provisional=provisional)


def of(low: int, typical: int, high: int, unit: str) -> Estimate:
    return Estimate(low, typical, high, unit)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (of(3, 3, 4, "sessions"), of(4, 4, 5, "sessions"), "1 more visit"),
        (of(5, 5, 6, "sessions"), of(3, 3, 4, "sessions"), "2 fewer visits"),
        (of(8, 9, 10, "hours"), of(7, 8, 9, "hours"), "1 hour less"),
        (of(67, 67, 67, "days"), of(66, 66, 66, "days"), "1 fewer day"),
        (of(1, 2, 3, "dots"), of(101, 102, 103, "dots"), "100 more dots"),
        (of(100, 150, 195, "dots/cm2"), of(55, 105, 150, "dots/cm2"), "45 dots/cm2 less"),
        (of(100, 100, 100, "cm2"), of(110, 110, 110, "cm2"), "10 cm2 (1.6 in2) more"),
        (of(1_000, 2_000, 3_000, "USD"), of(1_400, 2_400, 3_400, "USD"), "$400 more"),
        (of(1_000, 2_000, 3_000, "GBP"), of(900, 1_900, 2_900, "GBP"), "£100 less"),
        (of(3, 3, 4, "sessions"), of(3, 3, 4, "sessions"), "the same"),
    ],
)
def test_a_figure_that_moves_as_a_whole_is_told_once(before: Estimate, after: Estimate, said: str) -> None:
    assert told(before, after) == said


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (
            of(3, 3, 4, "sessions"), of(3, 4, 6, "sessions"),
            "1 more visit (low the same, high 2 more)",
        ),
        (
            of(2_000, 3_000, 4_000, "USD"), of(1_900, 3_000, 4_900, "USD"),
            "the same (low $100 less, high $900 more)",
        ),
        (
            of(100, 170, 230, "cm2"), of(110, 200, 250, "cm2"),
            "30 cm2 (4.7 in2) more (low 10 cm2 (1.6 in2), high 20 cm2 (3.1 in2))",
        ),
        (of(6, 9, 12, "hours"), of(5, 7, 8, "hours"), "2 hours less (low 1, high 4)"),
        (of(6, 9, 12, "hours"), of(5, 7, 13, "hours"), "2 hours less (low 1 less, high 1 more)"),
        (of(3, 4, 6, "sessions"), of(2, 3, 3, "sessions"), "1 fewer visit (low 1, high 3)"),
        (of(3, 4, 6, "sessions"), of(3, 3, 5, "sessions"), "1 fewer visit (low the same, high 1 fewer)"),
        (of(2_000, 3_000, 4_000, "GBP"), of(2_100, 3_140, 4_200, "GBP"), "£140 more (low £100, high £200)"),
    ],
)  # fmt: skip
def test_ranges_that_overlap_are_compared_end_to_end(before: Estimate, after: Estimate, said: str) -> None:
    assert told(before, after) == said


def test_a_part_of_an_hour_is_said_as_several_are(rules: RuleSet) -> None:
    one = plan_of(ADULT, rules).sessions.chair_hours
    half = Estimate(one.low, one.typical, one.high, "hours")
    more = Estimate(*(end + type(one.typical)("0.5") for end in one[:3]), "hours")  # pyright: ignore
    assert told(half, more) == "0.5 hours more"


def test_days_are_told_later_or_sooner_and_to_be_confirmed_where_a_doctor_comes_first() -> None:
    day = date(2027, 3, 1)
    assert told(day, day + timedelta(11)) == "11 days later"
    assert told(day, day - timedelta(1)) == "1 day sooner"
    assert told(day, day + timedelta(11), provisional=True) == "11 days later (to be confirmed)"
    assert told(day, day, provisional=True) == "the same (to be confirmed)"
    assert told(of(3, 3, 3, "sessions"), of(4, 4, 4, "sessions"), provisional=True) == "1 more visit"


def test_a_visit_that_one_plan_has_alone_and_money_that_waits_are_no_difference_in_figures() -> None:
    assert told(None, date(2027, 3, 1)) == "new in the plan now"
    assert told(date(2027, 3, 1), None, provisional=True) == "in plan A alone"
    waits = "not known before the health questions are answered"
    assert told(of(1, 2, 3, "USD"), None) == waits
    assert told(None, of(1, 2, 3, "USD")) == waits


def test_clashes_are_told_by_name_and_other_words_beside_one_figure_as_such() -> None:
    assert told(("race",), ("wedding", "gala")) == "new: wedding and gala; no longer: race"
    assert told((), ("wedding",)) == "new: wedding"
    assert told(("race", "gala"), ("gala", "race")) == "not the same"
    row = PlanRow("Laser removal", Side("3 to 8 visits, $400", of(3, 5, 8, "sessions"), "cost.removal"),
                  Side("3 to 8 visits, not priced", of(3, 5, 8, "sessions"), "cost.removal"))  # fmt: skip
    assert difference_told(row, provisional=False) == "not the same"


def test_every_row_of_a_plan_with_a_figure_names_the_step_behind_it(rules: RuleSet) -> None:
    plan = plan_of(ADULT, rules)
    clash = EventConflict(event="race", on=date(2027, 2, 1), say="", what_would_fit="")
    clashing = replace(plan, sessions=replace(plan.sessions, conflicts=(clash,)))
    fields = {row.one.field for row in plan_rows(plan, clashing)} | {"sessions.items"}
    assert fields <= {step.field for step in plan.trace}
    [row] = [row for row in plan_rows(plan, clashing) if not row.same]
    assert (row.what, row.other.field, difference_told(row, provisional=False)) == (
        "Clashes with", "sessions.conflicts", "new: race",
    )  # fmt: skip
    unasked = plan_of(adult(health_asked=False), rules)
    waiting = [row for row in plan_rows(plan, unasked) if row.other.field is None]
    assert len(waiting) == 8
    assert all(row.one.field and row.one.field.startswith("cost.") for row in waiting)


def with_course(plan: SmpPlan, more: int) -> SmpPlan:
    """The plan with a course that costs so much more."""
    assert plan.cost is not None
    low, typical, high, *_ = plan.cost.course
    return replace(
        plan, cost=replace(plan.cost, course=Estimate(low + more, typical + more, high + more, "USD"))
    )


def test_one_sentence_sums_up_visits_hours_the_settled_day_and_money(rules: RuleSet) -> None:
    plan = plan_of(ADULT, rules)
    sessions = plan.sessions
    count = Estimate(4, 4, 5, "sessions")
    hours = sessions.chair_hours
    longer = Estimate(hours.low + 2, hours.typical + 2, hours.high + 2, "hours")
    later = replace(sessions, count=count, chair_hours=longer, settled_on=sessions.settled_on + timedelta(11))
    other = with_course(replace(plan, sessions=later), 400)
    assert in_short(plan, other) == (
        "Beside plan A, the plan now has 1 more visit, takes 2 hours more in the chair, settles 11 days "
        "later and costs $400 more."
    )
    assert in_short(plan, plan) == (
        "Beside plan A, the plan now has as many visits, takes as long in the chair, settles on the same "
        "day and costs the same."
    )


def test_the_sentence_says_where_ends_differ_dates_wait_or_plan_a_has_no_price(rules: RuleSet) -> None:
    plan = plan_of(ADULT, rules)
    wide = replace(plan, sessions=replace(plan.sessions, count=Estimate(3, 3, 6, "sessions")))
    ends = "That is what is planned. How the low and high ends differ stands in the table."
    assert in_short(plan, wide).endswith(f"costs the same. {ends}")
    unasked = plan_of(adult(health_asked=False), rules)
    assert in_short(unasked, plan).endswith(
        "settles on the same day. Plan A shows no price, as its health questions were open."
    )
    assert "price" not in in_short(plan, unasked)
    doctor_first = plan_of(adult(health=("diabetes",)), rules)
    assert in_short(plan, doctor_first).endswith("Dates to be confirmed.")
    assert in_short(doctor_first, plan).endswith("Dates to be confirmed.")


def test_answers_that_were_changed_are_named_with_what_they_were_and_are(rules: RuleSet) -> None:
    days = CalendarAnswer(start=date(2027, 1, 12), weekdays=("sat",))
    changed = adult(density="dense", calendar=days, loss_moving_on="yes")
    said = [*answers_changed(understand(ADULT, rules), understand(changed, rules))]
    assert said[0].startswith("How dense it should look: from “Natural")
    assert "” to “Dense" in said[0]
    assert said[1].startswith("Is your hair loss moving on? From “No")
    assert said[2] == "First day you could start: from “11 January 2027” to “12 January 2027”"
    assert said[3].startswith("Days that suit you: from “Monday, Tuesday")
    assert said[3].endswith("to “Saturday”")
    assert len(said) == 4
    assert [*answers_changed(understand(ADULT, rules), understand(ADULT, rules))] == []


def test_answers_in_another_order_are_the_same_answers(rules: RuleSet) -> None:
    """With only the look changed, "An immune disease, an allergy to metal" was told as a change of health."""
    given = {
        "goals": ("shaved_look", "crown"),
        "area": AreaAnswer(zones=("front", "crown")),
        "kept_hair": {"front": 0, "crown": None},
        "health": ("immune_disease", "metal_allergy"),
        "medication_now": ("minoxidil", "finasteride"),
        "skin": Skin(tone="III", traits=("oily", "thick")),
    }
    turned = {
        "goals": ("crown", "shaved_look"),
        "area": AreaAnswer(zones=("crown", "front")),
        "kept_hair": {"crown": None, "front": 0},
        "health": ("metal_allergy", "immune_disease"),
        "medication_now": ("finasteride", "minoxidil"),
        "skin": Skin(tone="III", traits=("thick", "oily")),
    }
    before, after = understand(adult(**given), rules), understand(adult(**turned), rules)
    assert [*answers_changed(before, after)] == []
    health = next(one.said for one in after if one.id == "health")
    assert "allergy to metal" in health
    assert "immune disease" in health.lower()
    fewer = understand(adult(**turned | {"health": ("metal_allergy",)}), rules)
    assert len([*answers_changed(before, fewer)]) == 1


def test_a_question_that_only_one_plan_was_asked_is_not_asked_in_the_other(rules: RuleSet) -> None:
    woman = replace(ADULT, person=replace(ADULT.person, sex="female"))
    said = [*answers_changed(understand(ADULT, rules), understand(woman, rules))]
    assert "Could you be pregnant? From “not asked” to “No”" in said


def test_an_answer_is_told_after_its_question() -> None:
    assert answer_told(Understood("swims", "Do you swim every week?", "Yes")) == "Do you swim every week? Yes"
    assert answer_told(Understood("age", "Age", "38 years")) == "Age: 38 years"


def test_the_main_differences_are_one_short_line_without_what_stays(rules: RuleSet) -> None:
    plan = plan_of(ADULT, rules)
    sessions, hours = plan.sessions, plan.sessions.chair_hours
    less = Estimate(hours.low - 2, hours.typical - 2, hours.high - 2, "hours")
    later = replace(
        sessions,
        count=Estimate(4, 4, 5, "sessions"),
        chair_hours=less,
        settled_on=sessions.settled_on + timedelta(11),
    )
    other = with_course(replace(plan, sessions=later), 400)
    told = "Beside plan A: 1 more visit, 2 hours less in the chair, settled 11 days later and $400 more."
    assert main_differences(plan, other) == told
    assert main_differences(plan, with_course(plan, -100)) == "Beside plan A: $100 less."
    assert main_differences(plan, plan) == "Visits, hours, settled day and price are as in plan A."
    unasked = plan_of(adult(health_asked=False), rules)
    assert main_differences(unasked, plan) == "Visits, hours and settled day are as in plan A."
