"""What stands on a day of the calendar is what the plan's own record of that day holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given

from smp_planner.domain.care import CareDay
from smp_planner.domain.intake import Away, Intake, LifeEvent
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.exports.day_marks import LIMITS, runs_of, treatment_days
from smp_planner.exports.day_words import days_in_words, names_on
from smp_planner.exports.short_words import AVOID, DO, EXPECT, short_words
from smp_planner.pictures.months import Run
from smp_planner.rules.ruleset import RuleSet
from tests.drawn_people import patients, planned_course
from tests.exports.sample_plan import PLAN, START

RACE = LifeEvent(from_=date(2027, 2, 6), to=date(2027, 2, 7), name="race", kind="sport")
TRIP = Away(from_=date(2027, 2, 1), to=date(2027, 2, 3))


def with_days(*avoid: tuple[str, ...]) -> TreatmentPlan:
    """The sample plan with these days of limits in a row, from its first visit on."""
    days = tuple(
        CareDay(START + timedelta(number), rules, ("rinse",), ()) for number, rules in enumerate(avoid)
    )
    return replace(
        PLAN,
        aftercare=replace(PLAN.aftercare, days=days),
        intake=replace(PLAN.intake, calendar=replace(PLAN.intake.calendar, events=(RACE,), away=(TRIP,))),
    )


def in_row(runs: tuple[Run, ...], row: str) -> list[tuple[str, int, int]]:
    return [(run.word, run.first.day, run.last.day) for run in runs if run.row == row]


def test_a_row_bears_the_strictest_word_of_each_day() -> None:
    runs = runs_of(
        with_days(("touching", "shampoo"), ("touching", "shampoo"), ("shampoo",), (), ("shampoo",))
    )
    assert in_row(runs, "wash") == [("Keep dry", 11, 12), ("No soap", 13, 13), ("No soap", 15, 15)]
    assert in_row(runs, "sun") == []


def test_visits_settled_day_own_days_and_preparations_stand_on_top() -> None:
    on_top = in_row(runs_of(with_days(())), "on top")
    assert on_top == [
        ("Visit 1", 11, 11), ("Visit 2", 21, 21), ("Visit 3", 18, 18), ("Settled", 18, 18),
        ("race", 6, 7), ("Away", 1, 3), ("Prepare", 9, 10),
    ]  # fmt: skip


def test_own_days_don_t_count_as_days_of_the_treatment() -> None:
    runs = (*runs_of(PLAN), Run(date(2030, 1, 1), date(2030, 1, 2), "race", "event", "on top"))
    assert treatment_days(runs) == (date(2027, 1, 9), date(2027, 3, 18))


def test_a_day_tells_its_visit_its_limits_and_what_the_visit_asks_for() -> None:
    plan = with_days(("shampoo", "normal_shampoo", "direct_sun"))
    words = days_in_words(plan, [START, date(2027, 2, 6)])
    assert words[START].names == ("Visit 1 of 3",)
    assert words[START].leave == ("No shampoo", "No direct sun")  # a normal one is said by it
    assert words[START].do == ("Rinse with water",)
    assert words[START].before == ("For visit 1: no alcohol",)
    assert words[date(2027, 2, 6)].names == ("race",)
    assert words[date(2027, 2, 6)].leave == ()
    assert names_on(plan, date(2027, 2, 2)) == ["Away"]
    assert names_on(plan, date(2027, 3, 18)) == ["Planned to be settled by this day"]


def test_every_rule_of_the_aftercare_has_short_words(rules: RuleSet) -> None:
    instructions = rules.aftercare.instructions
    for kind, table in (("avoid", AVOID), ("do", DO), ("expect", EXPECT)):
        assert set(table) == {rule for rule, i in instructions.items() if i.kind == kind}


def test_short_words_keep_the_order_of_the_table() -> None:
    assert short_words(DO, ("hat", "rinse")) == ["Rinse with water", "Wear a loose hat outdoors"]


@given(patients)
def test_the_calendar_bears_a_limit_on_exactly_the_days_of_the_plan(intake: Intake) -> None:
    plan = planned_course(intake)
    borne = {
        (run.first + timedelta(n), run.row, run.word)
        for run in runs_of(plan)
        if run.row in LIMITS
        for n in range((run.last - run.first).days + 1)
    }
    held = {
        (day.date, row, next(mark.word for mark in marks if mark.rule in day.avoid))
        for day in plan.aftercare.days
        for row, marks in LIMITS.items()
        if any(mark.rule in day.avoid for mark in marks)
    }
    assert borne == held
