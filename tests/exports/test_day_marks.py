"""What stands on a day of the calendar is what the plan's own record of that day holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given

from smp_planner.domain.care import CareDay
from smp_planner.domain.intake import Away, Intake, LifeEvent
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.exports.day_marks import ROWS, rows_of, runs_of, treatment_days
from smp_planner.exports.day_words import days_in_words
from smp_planner.exports.short_words import left_on, main_limits, short_words, told
from smp_planner.pictures.months import Run
from smp_planner.rules.ruleset import RuleSet
from tests.drawn_people import patients, planned_course
from tests.exports.sample_plan import PLAN, START
from tests.people import ADULT, plan_of

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
    assert in_row(runs, "wash") == [("Keep dry", 11, 12), ("No wash", 13, 13), ("No wash", 15, 15)]
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
    assert words[START].leave == ("no shampoo", "no direct sun")  # a normal one is said by it
    assert words[START].do == ("rinse with water",)
    assert words[START].before == ("for visit 1: no alcohol",)
    assert words[date(2027, 2, 6)].names == ("race (6 to 7 Feb 2027)",)
    assert words[date(2027, 2, 6)].leave == ()
    away, settled = date(2027, 2, 2), date(2027, 3, 18)
    names = {day: words.names for day, words in days_in_words(plan, [away, settled]).items()}
    assert names == {away: ("Away (1 to 3 Feb 2027)",), settled: ("Planned to be settled by this day",)}


def test_every_rule_of_the_aftercare_has_short_words_beside_it(rules: RuleSet) -> None:
    care = plan_of(ADULT, rules).aftercare
    assert [(name.rule, name.kind) for name in care.names] == [
        (rule, instruction.kind) for rule, instruction in rules.aftercare.instructions.items()
    ]
    for kind in ("avoid", "do", "expect"):
        assert set(short_words(care, kind)) == {name.rule for name in care.names if name.kind == kind}
    assert list(main_limits(care)) == [
        "direct_sun", "heavy_exercise", "swimming", "sauna_steam", "touching", "shampoo",
    ]  # fmt: skip
    assert [[mark.word for mark in marks] for marks in rows_of(care).values()] == [
        ["Keep dry", "No wash"], ["No gym", "No heat"], ["No swim"], ["No sun"],
    ]  # fmt: skip


def test_short_words_stand_in_the_order_in_which_the_limits_end(rules: RuleSet) -> None:
    care = plan_of(ADULT, rules).aftercare
    assert list(short_words(care, "avoid").values()) == [
        "keep dry, don't touch", "no cream or oil", "no tight hat", "no shampoo", "no foil shaver",
        "no normal shampoo", "no razor", "no heavy exercise", "no direct sun", "no swimming",
        "no sauna or steam", "no scrub or acid", "no self-tan or hair dye",
    ]  # fmt: skip
    assert told(short_words(care, "do"), ("hat", "rinse")) == [
        "rinse with water", "wear a loose hat outdoors",
    ]  # fmt: skip


def test_what_a_stricter_rule_says_is_not_said_twice() -> None:
    def left(*rules: str) -> list[str]:
        return left_on(PLAN.aftercare, CareDay(START, rules, (), ()))

    assert left("shampoo", "normal_shampoo", "razor") == ["shampoo", "razor"]
    assert left("normal_shampoo") == ["normal_shampoo"]


@given(patients)
def test_the_calendar_bears_a_limit_on_exactly_the_days_of_the_plan(intake: Intake) -> None:
    plan = planned_course(intake)
    borne = {
        (run.first + timedelta(n), run.row, run.word)
        for run in runs_of(plan)
        if run.row in ROWS
        for n in range((run.last - run.first).days + 1)
    }
    held = {
        (day.date, row, next(mark.word for mark in marks if mark.rule in day.avoid))
        for day in plan.aftercare.days
        for row, marks in rows_of(plan.aftercare).items()
        if any(mark.rule in day.avoid for mark in marks)
    }
    assert borne == held
