"""Which answers feed a figure: each answer is changed in turn, and what then changes must have named it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from smp_planner.domain.intake import (
    OPTIONS,
    AreaAnswer,
    Away,
    CalendarAnswer,
    Habits,
    Hair,
    Intake,
    LifeEvent,
    Measured,
    Person,
    Scar,
    Skin,
    TreatedBefore,
)
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.provenance import Step
from smp_planner.domain.quantities import Estimate
from smp_planner.exports.inputs import ANSWERS, FOR_ALL, ONE_AT_A_TIME, Inputs, fed_by
from smp_planner.exports.steps import Steps
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.ruleset import RuleSet
from tests.fair_people import KINDS, fair_plan
from tests.packaged_rules import packaged_rules
from tests.people import ADULT, START, adult
from tests.reading_grade import reading_grade

SCAR = Scar(length_cm=20, width_cm=1, raised=True)
SOON = date(2027, 2, 25)
CHANGES: Mapping[str, Iterable[Mapping[str, Any]]] = {
    "goals": [
        {"goals": (goal,)} for goal in ("added_density", "hairline", "scar_camouflage", "alopecia_cover")
    ],
    "area": [
        *({"area": AreaAnswer(norwood=stage)} for stage in ("II", "IV", "VII")),
        {"area": AreaAnswer(ludwig="II")},
        {"area": AreaAnswer(zones=("crown",))},
        {"area": AreaAnswer(measured=Measured(cm2=90))},
        {"area": AreaAnswer(scars=(SCAR,))},
        {"area": AreaAnswer(norwood="V", scars=(SCAR,))},
        {"area": AreaAnswer()},
    ],
    "density": [{"density": density} for density in ("soft", "dense", 120, None)],
    "kept_hair": [{"kept_hair": kept} for kept in (None, Decimal("0.5"), {"crown": Decimal("0.3")})],
    "skin": [{"skin": skin} for skin in (Skin(), Skin(tone="I"), Skin(tone="VI", traits=("oily", "thick")))],
    "hair": [{"hair": hair} for hair in (Hair(), Hair(colour="white"), Hair(colour="red", wears="long"))],
    "habits": [
        {"habits": Habits(sun="high", heavy_sweat=True, swims=True, sun_protection=False, headgear=True)},
        {"habits": Habits(sun="low", heavy_sweat=False, swims=False, sun_protection=True, headgear=False)},
        {"habits": Habits()},
    ],
    "age": [{"person": {"age": age}} for age in (20, 70, None)],
    "sex": [{"person": {"sex": sex}} for sex in ("female", "other", None)],
    "pregnant": [{"person": {"could_be_pregnant": True}}],
    "health": [
        {"health": ("diabetes",)},
        {"health": ("blood_thinner", "epilepsy")},
        {"doctor_agreed": True},
    ],
    "medicine": [{"medication_now": named} for named in (("finasteride",), ("minoxidil",), None)],
    "moving_on": [{"loss_moving_on": moves} for moves in ("yes", "no", None)],
    "treated": [
        {"treated_before": TreatedBefore(smp=True)},
        {"treated_before": TreatedBefore(transplant_on=date(2025, 9, 1))},
        {"treated_before": TreatedBefore(laser_removal_on=date(2025, 1, 1))},
    ],
    "dates": [
        {"calendar": CalendarAnswer(start=date(2027, 3, 1))},
        {"calendar": CalendarAnswer(start=START, weekdays=("sat",))},
        {"calendar": CalendarAnswer(start=START, away=(Away(from_=START, to=date(2027, 1, 30)),))},
    ],
    "events": [
        {"calendar": replace(ADULT.calendar, events=(LifeEvent(from_=SOON, to=SOON, name="x", kind=kind),))}
        for kind in ("be_ready", "sun", "swimming")
    ],
    "matters": [{"matters": {"scars": 5}}],
    "crisp": [{"wants_touch_ups": look} for look in ("crisp", "soft", None)],
}
PEOPLE: Mapping[str, Intake] = {
    "a man with all answers": adult(
        skin=Skin(tone="II", traits=("sensitive",)), hair=Hair(colour="dark_brown", wears="shaved"),
        habits=Habits(sun="moderate", heavy_sweat=False, swims=True), kept_hair=0, density="natural",
    ),
    "a man with a scar who is not sure of much": adult(
        area=AreaAnswer(norwood="III", scars=(SCAR,)), density=None, kept_hair=None, skin=Skin(), hair=Hair()
    ),
    "a woman with hair left": adult(
        goals=("added_density",), area=AreaAnswer(ludwig="II"), kept_hair=Decimal("0.4"),
        person=Person(age=45, sex="female"),
    ),
    "a man of 30 whose loss moves on": adult(loss_moving_on="yes", person=Person(age=30, sex="male")),
    "a man who uses a lotion": adult(medication_now=("minoxidil",), kept_hair=Decimal("0.3")),
    "a man who is to ask a doctor": adult(health=("diabetes",)),
    "someone with another kind of loss": adult(goals=("alopecia_cover",), area=AreaAnswer()),
}  # fmt: skip


def answering(intake: Intake, change: Mapping[str, Any]) -> Intake:
    """The same person with another answer; of what is told about the person one answer alone."""
    other = {"person": replace(intake.person, **change["person"])} if "person" in change else change
    return replace(intake, **other)


def steps_of(intake: Intake, rules: RuleSet) -> Steps:
    return Steps.of(plan_treatment(intake, rules).trace)


def changed(before: Steps, after: Steps) -> Iterator[Step]:
    """The steps of both plans whose figure or reason is another one, as they were before."""
    for field, step in before.by_field.items():
        other = after.by_field.get(field)
        if other is not None and (other.value, other.because) != (step.value, step.because):
            yield step


@pytest.mark.parametrize("who", PEOPLE)
def test_no_figure_changes_with_an_answer_that_it_does_not_name(who: str, rules: RuleSet) -> None:
    before = steps_of(PEOPLE[who], rules)
    inputs = Inputs(before)
    unnamed = {
        (step.field, answer)
        for answer, changes in CHANGES.items()
        for change in changes
        if isinstance(plan := plan_treatment(answering(PEOPLE[who], change), rules), TreatmentPlan)
        for step in changed(before, Steps.of(plan.trace))
        if answer not in inputs.of([step])
    }
    assert unnamed == set()


def test_every_answer_that_is_named_changes_some_figure(rules: RuleSet) -> None:
    assert CHANGES.keys() == ANSWERS.keys()
    seen = {
        answer
        for answer, changes in CHANGES.items()
        for change in changes
        if [*changed(steps_of(ADULT, rules), steps_of(answering(ADULT, change), rules))]
    }
    assert seen >= {"goals", "area", "density", "kept_hair", "skin", "hair", "habits", "dates", "crisp"}


def test_every_step_of_every_plan_says_what_feeds_it(rules: RuleSet) -> None:
    for intake in (*PEOPLE.values(), adult(health=("keloid", "epilepsy"), unsure_about=("age",))):
        steps = steps_of(intake, rules)
        inputs = Inputs(steps)
        assert all(inputs.told([step]) for step in steps.by_field.values())


def test_every_finding_names_the_answer_that_brings_it_up(rules: RuleSet) -> None:
    for id_, criterion in rules.suitability.criteria.items():
        field, by_health = f"suitability.{criterion.level}.{id_}", criterion.found_by == "health"
        assert (fed_by(field) == ("health",)) is by_health, field
        assert (fed_by(field) == ()) is (criterion.found_by == "everyone"), field


def test_a_step_of_which_nobody_has_said_what_feeds_it_is_a_fault() -> None:
    with pytest.raises(LookupError, match="nobody has said which answers feed"):
        fed_by("moon.phase")


def test_steps_that_use_each_other_end() -> None:
    first, last = (
        Step(field=f"cost.{here}", value=1, because="", uses=(f"cost.{there}",))
        for here, there in ("ab", "ba")
    )
    assert Inputs(Steps.of((first, last))).of([first]) == ()


def test_the_words_say_the_answers_that_nothing_changes_it_or_whom_it_is_about(us: RuleSet) -> None:
    steps = steps_of(ADULT, us)
    inputs = Inputs(steps)
    dots = inputs.told([steps.at("dots.total")])
    assert dots == (
        f"From your answers: goals, area, density and hair still there. Other answers may change this. "
        f"{ONE_AT_A_TIME}"
    )
    assert inputs.told([steps.at("cost.valid_days")]) == FOR_ALL
    tablets = inputs.told([steps.at("comparison.rows.cost_10y.medication")])
    assert (
        tablets
        == f"Told for people like you, by your answers: goals, area, sex and medicine. {ONE_AT_A_TIME}"
    )
    grafts = inputs.told([steps.at("comparison.rows.density.fut")])
    assert grafts == (
        "From your answers: goals, area, hair still there and sex. Other answers may change this."
    )


def test_operations_move_all_things_at_once_so_their_why_does_not_say_one(rules: RuleSet) -> None:
    steps = steps_of(ADULT, rules)
    told = Inputs(steps).told([steps.at("comparison.rows.operations.fut")])
    assert ONE_AT_A_TIME not in told
    assert ONE_AT_A_TIME in Inputs(steps).told([steps.at("comparison.rows.first_operation.fut")])


CHOSE_GROUP = "Your goals, area and sex only chose which group is shown."
CHOSE_ANSWER = "Your goals, area and sex only chose whose answer is shown."
# Who uses a medicine by now was not counted with those who began without one.
BEGAN_GROUP = "Your goals, area, sex and medicine only chose which group is shown."
BEGAN_ANSWER = "Your goals, area, sex and medicine only chose whose answer is shown."
# Those whose age, stage or course is another were not counted over years.
YEARS = "Your goals, area, age, sex, medicine and whether hair loss moves on only chose"
OF_WHOM = {
    ("a man", "comparison.rows.improved.medication"): BEGAN_ANSWER,  # no count of men beside a dummy
    ("a man", "comparison.rows.net_count_1y.medication"): (
        f"This was counted in men with pattern hair loss. {BEGAN_GROUP}"
    ),
    ("a man", "risks.medication.sexual_problems"): (
        f"This was counted in men with pattern hair loss. {BEGAN_GROUP}"
    ),
    ("a man", "comparison.curves.hair.smp"): (
        f"This was counted in men with pattern hair loss. {YEARS} which group is shown."
    ),
    ("a man", "comparison.rows.survival.fue"): (
        f"This was counted in people with pattern hair loss. {CHOSE_GROUP}"
    ),
    ("a woman", "comparison.rows.improved.medication"): f"This was counted in women. {BEGAN_GROUP}",
    ("a woman", "comparison.rows.live_mind.medication"): f"This is told of women. {CHOSE_GROUP}",
    ("a woman", "comparison.rows.way_back.medication"): f"This is told of women. {CHOSE_GROUP}",
    ("a woman", "comparison.rows.hair_count_5y.medication"): f"{YEARS} whose answer is shown.",
    ("a woman", "comparison.curves.hair.smp"): f"{YEARS} whose answer is shown.",
    ("a woman", "risks.fut.numbness"): CHOSE_ANSWER,
    ("scars alone", "comparison.rows.survival.fue"): f"This was counted in people with scars. {CHOSE_GROUP}",
    ("another hair loss", "comparison.rows.halts_loss.smp"): (
        "This is told of people without pattern hair loss. "
        "Your goals, area, sex and whether hair loss moves on only chose which group is shown."
    ),
    ("a man", "comparison.rows.sexual_problems.smp"): FOR_ALL,
    ("a man", "comparison.rows.improved.fue"): CHOSE_ANSWER,  # without any hair it can't be done
    ("a woman", "risks.smp.allergy"): FOR_ALL,
    ("a woman", "risks.fut.infection"): f"This was counted in people with pattern hair loss. {CHOSE_GROUP}",
    ("a woman", "risks.smp.infection"): FOR_ALL,
    ("another hair loss", "comparison.rows.scar.fut"): CHOSE_ANSWER,
}


@pytest.mark.parametrize(("kind", "field"), OF_WHOM)
def test_an_answer_of_the_rules_says_in_whom_it_was_counted_and_not_that_it_is_of_people_like_you(
    kind: str, field: str
) -> None:
    """Answers of the person choose the group; they change nothing in what was counted in it."""
    steps = Steps.of(fair_plan(f"{kind}, US").trace)
    assert Inputs(steps).told([steps.at(field)]) == OF_WHOM[kind, field]


@pytest.mark.parametrize("kind", KINDS)
def test_no_count_of_a_study_and_nothing_that_is_not_known_is_told_of_people_like_you(kind: str) -> None:
    """Only what was worked out for this person is, and only there low and high move one thing each."""
    plan = fair_plan(f"{kind}, US")
    steps = Steps.of(plan.trace)
    worked_out = {
        f"comparison.rows.{id_}.{option}"
        for _, id_, row in packaged_rules().comparison.questions()
        for option in OPTIONS
        if row.cell(option).from_plan
    }
    counted = {
        f"comparison.rows.{row.id}.{option}"
        for row in plan.comparison.rows
        for option, cell in row.cells.items()
        if cell.describes
    }
    rules_alone = {field for field in steps.by_field if field.startswith(("comparison.rows.", "risks."))}
    for field in (rules_alone - worked_out) | counted:
        told = Inputs(steps).told([steps.at(field)])
        assert "people like you" not in told, field
        assert ONE_AT_A_TIME not in told, field


@pytest.mark.parametrize("health", [None, ("under_18",)])
def test_what_waits_hangs_on_the_health_questions_and_is_not_told_of_people_like_you(
    health: tuple[str, ...] | None, rules: RuleSet
) -> None:
    """No price stands there before they are answered, nor where no plan can be made."""
    asked = health is not None
    plan = plan_treatment(adult(health_asked=asked, health=health or ()), rules)
    steps = Steps.of(plan.trace)
    waiting = {
        f"comparison.rows.{row.id}.{option}"
        for row in plan.comparison.rows
        for option, cell in row.cells.items()
        if cell.withheld
    }
    assert waiting
    for field in waiting:
        told = Inputs(steps).told([steps.at(field)])
        assert told == "From your answers: health questions. Other answers may change this.", field


def test_answers_of_several_groups_name_none(rules: RuleSet) -> None:
    steps = steps_of(ADULT, rules)
    told = Inputs(steps).told([steps.at(field) for field in steps.below("risks.fut")])
    assert told == CHOSE_ANSWER


def test_a_group_and_what_holds_for_everybody_are_told_of_the_group(rules: RuleSet) -> None:
    steps = steps_of(ADULT, rules)
    both = [steps.at(f"comparison.rows.sexual_problems.{option}") for option in ("medication", "smp")]
    assert Inputs(steps).told(both) == f"This is told of men with pattern hair loss. {BEGAN_GROUP}"


@pytest.mark.parametrize("rule", ["swimming", "foil_shave", "direct_sun", "shampoo"])
def test_the_days_of_a_limit_come_from_the_dates(rules: RuleSet, rule: str) -> None:
    """Its days stand beside the "why?", so it may not say that no answer changes them."""
    steps = steps_of(ADULT, rules)
    told = Inputs(steps).told([steps.at(f"aftercare.windows.{rule}")])
    assert "dates" in told
    assert ("hair," in told) == (rule == "foil_shave")  # said in other words where hair isn't shaved


def test_low_and_high_are_told_where_more_than_one_thing_could_move(rules: RuleSet) -> None:
    steps = steps_of(ADULT, rules)
    for step in steps.by_field.values():
        told = ONE_AT_A_TIME in Inputs(steps).told([step])
        spans = isinstance(step.value, Estimate) and step.value.low != step.value.high
        assert spans or not told, step.field
    assert ONE_AT_A_TIME in Inputs(steps).told([steps.at("sessions.chair_hours")])
    assert ONE_AT_A_TIME not in Inputs(steps).told([steps.at("sessions.last_on")])


def test_the_words_are_plain(rules: RuleSet) -> None:
    steps = steps_of(ADULT, rules)
    told = dict.fromkeys(Inputs(steps).told([step]) for step in steps.by_field.values())
    assert reading_grade(" ".join(told)) <= 8
