"""Whoever isn't sure reads how to find out."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, product

import pytest
from streamlit.testing.v1 import AppTest

from smp_planner.domain.care import Window
from smp_planner.domain.intake import GOALS, AreaAnswer, Habits, Hair, Intake, Scar, Skin
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.quantities import Estimate
from smp_planner.views.ask_area import USUAL_GOAL
from smp_planner.views.ask_person import WHICH_SKIN
from smp_planner.views.find_out import HOW, ROW, how_to_find_out
from smp_planner.views.patient_way import count_before_the_plan, steps_of
from tests.banned_words import unwanted
from tests.packaged_rules import packaged_rules
from tests.people import adult, plan_of
from tests.reading_grade import reading_grade
from tests.views.shown import markup, press

STEPS, BEFORE_THE_PLAN = steps_of(packaged_rules()), count_before_the_plan(packaged_rules())
PERSON = adult(goals=("crown",), hair=Hair(colour="black"), habits=Habits(sun="low"))


def test_a_patient_who_is_not_sure_reads_how_to_find_out(patient: AppTest) -> None:
    press(patient, "next")
    assert HOW["kept_way"] in markup(patient)
    patient.pills(key="kept_way").set_value("same").run()
    assert HOW["kept_way"] not in markup(patient)


def test_the_clinic_s_screen_has_no_room_for_that(page: AppTest) -> None:
    assert page.pills(key="kept_way").value == "unsure"
    assert HOW["kept_way"] not in markup(page)


def questions_with_not_sure(patient: AppTest) -> set[str]:
    """Every question of the patient's way, in all the ways to tell the area, that can be "not sure"."""
    found: set[str] = set()
    for place, step in enumerate(STEPS):
        if place == BEFORE_THE_PLAN:
            press(patient, f"to_step_more_{place}")
        ways = ("scars", "ludwig", "norwood") if step.name == "area" else ()
        for way in (None, *ways):
            if way:
                patient.pills(key="area_ways").set_value([way]).run()
            found |= {str(pills.key) for pills in patient.pills if "Not sure" in pills.options}
        for _again in range(2 if step.group else 1):  # health without a tick keeps one at its step, once
            press(patient, "next")
    return found


def test_every_question_that_takes_not_sure_says_what_it_means_or_how_to_find_out(patient: AppTest) -> None:
    asked = questions_with_not_sure(patient)
    of_lists = {"unsure_of_goals", "unsure_of_area_ways"}
    assert {"wears", "heavy_sweat", "swims", "sun_protection", "headgear"} | of_lists <= asked
    assert [key for key in sorted(asked) if how_to_find_out(key) is None] == []
    assert {ROW.sub("_", key) for key in asked} >= set(HOW), "a hint under a misspelt name is never read"


@pytest.mark.parametrize(
    ("step", "key", "value", "told"),
    [
        ("goals", "goals", ["crown"], "Not sure? Then we count as for"),
        ("area", "area_ways", ["zones"], "Not sure? Then we take the places"),
        ("goals", "goals", ["crown"], HOW["unsure_of_goals"]),
        ("area", "area_ways", ["zones"], HOW["unsure_of_area_ways"]),
    ],
    ids=["goals", "area", "goals, how to find out", "area, how to find out"],
)
def test_not_sure_of_goal_and_area_can_be_pressed_and_is_where_it_starts(
    patient: AppTest, step: str, key: str, value: list[str], told: str
) -> None:
    if step == "area":
        press(patient, "next")
    unsure = f"unsure_of_{key}"
    assert patient.pills(key=unsure).value == "unsure"
    assert told in markup(patient)
    patient.pills(key=key).set_value(value).run()
    assert patient.pills(key=unsure).value is None
    assert told not in markup(patient)
    patient.pills(key=unsure).set_value("unsure").run()
    assert patient.pills(key=key).value == []
    assert told in markup(patient)
    press(patient, "next")
    press(patient, "back")
    assert patient.pills(key=key).value == []


@pytest.mark.parametrize("answer", ["shaved", "short", "long"])
def test_hair_that_is_worn_some_way_moves_no_date_and_no_price_as_its_hint_says(answer: str) -> None:
    said = replace(PERSON, hair=Hair(colour="black", wears=answer))  # pyright: ignore[reportArgumentType]
    assert dates_and_prices(said) == dates_and_prices(PERSON)


@pytest.mark.parametrize("habit", ["sun_protection", "headgear"])
@pytest.mark.parametrize("answer", [True, False])
def test_sunscreen_and_hat_move_no_date_and_no_price_as_their_hints_say(habit: str, answer: bool) -> None:
    said = replace(PERSON, habits=replace(PERSON.habits, **{habit: answer}))
    assert dates_and_prices(said) == dates_and_prices(PERSON)


OPEN = adult(habits=Habits(), wants_touch_ups=None)
"""Somebody who is not sure of any habit."""


@pytest.mark.parametrize("habit", ["swims", "heavy_sweat"])
@pytest.mark.parametrize("traits", [(), None])
def test_a_yes_to_swimming_or_sweat_has_its_months_in_the_range_however_much_else_is_open(
    habit: str, traits: tuple[str, ...] | None
) -> None:
    """All habits open: a check every 24 months (16 to 24); with a yes to swimming 21."""
    assert "the number that we then plan with lies in their range" in HOW[habit]
    anybody = replace(OPEN, skin=replace(OPEN.skin, traits=traits))
    plans = [plan_of(habit_said(anybody, habit, said), packaged_rules()) for said in (None, True, False)]
    unsure, yes, no = (plan.touch_ups.interval_months for plan in plans)
    assert unsure == no._replace(low=unsure.low), "until it is said, the plan counts with no"
    assert unsure.low <= yes.typical < unsure.typical


def test_the_months_of_a_yes_lie_in_the_range_whatever_is_known_of_the_other_habits() -> None:
    others = product((None, "high", "low"), (None, True, False), (None, "crisp"))
    for sun, sweat, crisp in others:
        habits = Habits(sun=sun, heavy_sweat=sweat, swims=None)  # pyright: ignore[reportArgumentType]
        unsure = adult(habits=habits, wants_touch_ups=crisp)
        plans = [plan_of(one, packaged_rules()) for one in (unsure, habit_said(unsure, "swims", True))]
        span, yes = (plan.touch_ups.interval_months for plan in plans)
        assert span.low <= yes.typical <= span.high


@pytest.mark.parametrize("traits", [(), ("oily",), None])
def test_the_plan_says_up_to_how_many_days_without_hard_exercise_a_yes_to_sweat_may_bring(
    traits: tuple[str, ...] | None,
) -> None:
    assert "the plan says up to how many" in HOW["heavy_sweat"]
    unsure = replace(OPEN, skin=replace(OPEN.skin, traits=traits))
    told, with_yes = (
        plan_of(habit_said(unsure, "heavy_sweat", said), packaged_rules()) for said in (None, True)
    )
    said = re.search(r"make it up to (\d+) days", exercise(told).say)
    assert said
    assert (exercise(with_yes).to - exercise(with_yes).from_).days <= int(said[1])


def habit_said(intake: Intake, habit: str, said: bool | None) -> Intake:
    return replace(intake, habits=replace(intake.habits, **{habit: said}))


def exercise(plan: TreatmentPlan) -> Window:
    """The last window without hard exercise: no visit follows that could make it longer."""
    return [window for window in plan.aftercare.windows if window.rule == "heavy_exercise"][-1]


# --- the ranges of "not sure" hold what each answer would be planned with ----------------------


def figures(plan: TreatmentPlan) -> dict[str, Estimate]:
    assert plan.cost
    assert plan.cost.course
    return {
        "area": plan.area.cm2,
        "dots": plan.dots.total,
        "visits": plan.sessions.count,
        "hours": plan.sessions.chair_hours,
        "months between checks": plan.touch_ups.interval_months,
        "price": plan.cost.course,
    }


def outside(unsure: Intake, said: Intake) -> list[str]:
    """The figures that, once it is said, are planned outside of their ranges of now."""
    now, then = (figures(plan_of(one, packaged_rules())) for one in (unsure, said))
    return [name for name, span in now.items() if not span.low <= then[name].typical <= span.high]


AREAS = [AreaAnswer(), AreaAnswer(norwood="II"), AreaAnswer(norwood="VII"), AreaAnswer(ludwig="I")]
TRAITS = ("oily", "dry_flaky", "thick", "sensitive")


@pytest.mark.parametrize("area", AREAS, ids=str)
@pytest.mark.parametrize("habits", [Habits(), Habits(sun="high", heavy_sweat=True, swims=False)], ids=str)
def test_skin_that_is_not_sure_has_ranges_that_hold_what_is_planned_for_each_kind(
    area: AreaAnswer, habits: Habits
) -> None:
    assert "hold what we plan for each" in WHICH_SKIN
    unsure = adult(area=area, habits=habits, skin=Skin(tone="III", traits=None))
    for count in range(len(TRAITS) + 1):
        for traits in combinations(TRAITS, count):
            assert outside(unsure, replace(unsure, skin=Skin(tone="III", traits=traits))) == []  # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize("area", AREAS, ids=str)
@pytest.mark.parametrize("goal", [goal for goal in GOALS if goal != "scar_camouflage"])
def test_a_goal_that_is_not_sure_has_ranges_that_hold_the_others(area: AreaAnswer, goal: str) -> None:
    """An area once told, visits were planned as if nobody could want alopecia covered."""
    assert "The ranges allow for the others" in USUAL_GOAL
    unsure = adult(area=area, goals=())
    assert outside(unsure, replace(unsure, goals=(goal,))) == []


@pytest.mark.parametrize("area", AREAS, ids=str)
def test_where_no_goal_is_told_a_scar_to_hide_may_bring_visits_and_checks_but_its_size_is_to_be_told(
    area: AreaAnswer,
) -> None:
    assert "not for the size of a scar to hide: tell that under “Scars”" in USUAL_GOAL
    unsure, scar = adult(area=area, goals=()), Scar(length_cm=20, width_cm=Decimal("0.2"))
    hidden = replace(unsure, goals=("scar_camouflage",))
    assert "months between checks" not in outside(unsure, hidden)
    told = replace(area, scars=(scar,))
    assert outside(replace(unsure, area=told), replace(hidden, area=told)) == []


@pytest.mark.parametrize("area", AREAS, ids=str)
@pytest.mark.parametrize("look", ["soft", "natural", "dense"])
def test_a_density_that_is_not_sure_has_ranges_that_hold_all_three(area: AreaAnswer, look: str) -> None:
    unsure = adult(area=area, density=None)
    assert outside(unsure, replace(unsure, density=look)) == []


@pytest.mark.parametrize("age", [3, 30, None])
@pytest.mark.parametrize(("question", "counts_as"), [("raised", False), ("red", False), ("place", "back")])
def test_of_a_scar_not_sure_counts_as_its_hint_says(
    age: int | None, question: str, counts_as: object
) -> None:
    described = Scar(length_cm=10, width_cm=1, age_months=age, raised=False, red=False, place="side")
    unsure, said = (
        adult(goals=("scar_camouflage",), area=AreaAnswer(scars=(replace(described, **{question: answer}),)))  # pyright: ignore[reportArgumentType]
        for answer in (None, counts_as)
    )
    assert dates_and_prices(unsure) == dates_and_prices(said)


def dates_and_prices(intake: Intake) -> tuple[object, ...]:
    plan = plan_of(intake, packaged_rules())
    return plan.sessions, [(w.rule, w.from_, w.to) for w in plan.aftercare.windows], plan.touch_ups, plan.cost


def test_the_words_around_the_questions_are_plain_and_promise_nothing() -> None:
    texts = [f"{step.title} {step.why}" for step in STEPS] + [*HOW.values()]
    assert reading_grade(" ".join(texts)) <= 8
    assert [text for text in texts if unwanted(text)] == []
