"""What was answered, in a line for each step."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from streamlit.testing.v1 import AppTest

from smp_planner.domain.intake import (
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
from smp_planner.domain.tape import INCHES, measuring
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.answers_told import OPEN, told_person
from smp_planner.views.patient_way import steps_of
from smp_planner.views.state import STEP
from tests.people import START, adult
from tests.views.shown import markup, to_the_plan

NOBODY = Intake(goals=(), area=AreaAnswer(), calendar=CalendarAnswer(start=START))
SCAR = Scar(length_cm=20, width_cm=Decimal("0.2"))
HEALED = Scar(length_cm=3, width_cm=1, age_months=30, raised=False, red=False)
PREGNANT = Person(sex="female", could_be_pregnant=True)
HALF = Decimal("0.5")
MAY_BE = "Not sure: Could you be pregnant"
HAIR = "Not sure: Hair still there"
TRIP = Away(from_=date(2027, 2, 1), to=date(2027, 2, 10))
GALA = LifeEvent(from_=date(2027, 3, 20), to=date(2027, 3, 20), name="gala", kind="be_ready")


def told_at(step: str, intake: Intake, rules: RuleSet) -> str:
    return next(one for one in steps_of(rules) if one.name == step).told(intake, {}, rules)


@pytest.mark.parametrize(
    ("step", "answer", "told"),
    [
        ("goals", {"goals": ("crown", "hairline")}, "Cover the crown, A new hairline"),
        ("area", {"area": AreaAnswer(norwood="III-vertex")}, f"Norwood III vertex. {HAIR}"),
        (
            "area",
            {"area": AreaAnswer(zones=("crown",), scars=(SCAR,))},
            "Crown, scar 1: 20 by 0.2 cm. "
            "Not sure: Scar 1, age; Scar 1, raised; Scar 1, red; Hair still there",
        ),
        (
            "area",
            {"area": AreaAnswer(measured=Measured(cm2=100), scars=(SCAR, HEALED)), "kept_hair": HALF},
            "measured: 100 cm2, scar 1: 20 by 0.2 cm, scar 2: 3 by 1 cm, 50% of the hair left. "
            "Not sure: Scar 1, age; Scar 1, raised; Scar 1, red",
        ),
        (
            "area",
            {"area": AreaAnswer(measured=Measured(length_cm=14, width_cm=11, by="string"))},
            f"measured with a string: 14 by 11 cm. {HAIR}",
        ),
        (
            "area",
            {"area": AreaAnswer(measured=Measured(cm2=Decimal("115.5"), by="card"))},
            f"measured with payment cards: 2.5 (115.5 cm2). {HAIR}",
        ),
        (
            "area",
            {"area": AreaAnswer(measured=Measured(cm2=135, by="palm"))},
            f"measured with palms: 1.5 (135 cm2). {HAIR}",
        ),
        (
            "area",
            {"area": AreaAnswer(measured=Measured(length_cm=14, width_cm=11, by="begun"))},
            f"a size to begin with, not measured: 14 by 11 cm. {HAIR}",
        ),
        (
            "area",
            {"area": AreaAnswer(ludwig="II"), "kept_hair": HALF},
            "Ludwig II, 50% of the hair left",
        ),
        (
            "area",
            {"kept_hair": {"crown": HALF, "front": None}},
            "hair left, crown: 50%, hair left, front half with the hairline: not sure. "
            "Not sure: The area; Hair still there",
        ),
        ("look", {"density": "soft"}, "Soft"),
        ("look", {"density": 120}, "120 dots per cm2"),
        (
            "person",
            {"person": Person(age=41, sex="female")},
            f"41 years, female. {MAY_BE}",
        ),
        ("person", {"person": Person(age=41, sex="male")}, "41 years, male"),
        ("person", {"person": PREGNANT}, "female, could be pregnant. Not sure: Age"),
        (
            "skin-and-hair",
            {"skin": Skin(tone="II", traits=("oily",)), "hair": Hair(colour="red", wears="long")},
            "Fitzpatrick II, oily skin, red hair, worn long. Not sure: Is your hair loss moving on; "
            "Medicine for hair loss now; SMP before",
        ),
        (
            "skin-and-hair",
            {
                "skin": Skin(traits=()),
                "loss_moving_on": "yes",
                "medication_now": (),
                "treated_before": TreatedBefore(smp=False),
            },
            "not oily, flaky, thick or sensitive, hair loss moves on, no medicine for hair, no SMP before. "
            "Not sure: Skin type; Hair colour; How you wear your hair",
        ),
        (
            "days",
            {"habits": Habits(sun="high", heavy_sweat=True, swims=False, headgear=True)},
            "a lot of sun, sweats hard, does not swim, wears a hat, helmet or headscarf. "
            "Not sure: Sunscreen on your head; How crisp it should stay",
        ),
        ("dates", {"calendar": CalendarAnswer(start=START, events=(GALA,))}, "from 11 January 2027, gala"),
        (
            "dates",
            {"calendar": CalendarAnswer(start=START, weekdays=("tue", "wed", "fri", "sat"), away=(TRIP,))},
            "from 11 January 2027, not on Monday, Thursday and Sunday, away 1 to 10 Feb 2027",
        ),
    ],
)
def test_each_answer_is_told_at_its_step(
    rules: RuleSet, step: str, answer: dict[str, object], told: str
) -> None:
    assert told_at(step, replace(NOBODY, **answer), rules) == told


def test_what_is_open_says_so_at_each_step(rules: RuleSet) -> None:
    steps = [step.name for step in steps_of(rules) if step.group is None]
    assert {name for name in steps if told_at(name, NOBODY, rules) != OPEN} == {"dates"}


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ({}, "not answered yet"),
        ({"health_none_illness": True}, "none of these"),
        ({"health_is_diabetes": True, "health_is_epilepsy": True}, "2 ticked"),
        ({"health_unsure_illness": True}, "nothing ticked, not sure about some"),
        (
            {
                "health_is_diabetes": True,
                "health_unsure_illness": True,
                "health_which_illness": ["allergy_pigment_latex_numbing"],
            },
            "1 ticked, not sure of: an allergy",
        ),
        ({"health_is_keloid": True}, "not answered yet"),
    ],
)
def test_each_group_of_the_health_questions_tells_its_own(
    rules: RuleSet, answers: dict[str, object], told: str
) -> None:
    step = next(step for step in steps_of(rules) if step.group == "illness")
    assert step.told(NOBODY, answers, rules) == told


def test_sizes_are_told_as_the_tape_has_them(rules: RuleSet) -> None:
    measured = Measured(length_cm=Decimal("13.97"), width_cm=Decimal("11.43"))
    inch = Scar(length_cm=Decimal("2.54"), width_cm=Decimal("1.27"), age_months=30, raised=False, red=False)
    intake = replace(NOBODY, area=AreaAnswer(measured=measured, scars=(inch,)), kept_hair=HALF)
    with measuring(INCHES):
        told = told_at("area", intake, rules)
    assert told == "measured: 5.5 by 4.5 inches, scar 1: 1 by 0.5 inches, 50% of the hair left"


@pytest.mark.parametrize("way", ["lengths", "string", "cards", "palms", "cm2"])
def test_what_nobody_put_in_is_told_as_what_the_page_began_with(patient: AppTest, way: str) -> None:
    patient.session_state[STEP] = 1
    patient.run()
    patient.pills(key="area_ways").set_value(["measured", "scars"]).run()
    patient.pills(key="measured_as").set_value(way).run()
    patient.session_state["kept_way"] = "same"
    to_the_plan(patient)
    told = markup(patient)
    assert "a size to begin with, not measured: " in told
    assert "scar 1: 20 by 0.2 cm, a size to begin with, not measured. Not sure" in told
    patient.session_state[STEP] = 1
    patient.run()
    patient.number_input(key="scar_1_length").set_value(10.0).run()
    to_the_plan(patient)
    assert "scar 1: 10 by 0.2 cm. Not sure" in markup(patient)


@pytest.mark.parametrize(
    ("said", "told"), [(None, "29 years, female"), (False, "29 years, female, not pregnant")]
)
def test_who_ticks_pregnancy_or_breastfeeding_is_not_told_that_she_was_unsure_of_it(
    said: bool | None, told: str, rules: RuleSet
) -> None:
    person = Person(age=29, sex="female", could_be_pregnant=said)
    intake = adult(person=person, health=("pregnant_or_breastfeeding",))
    assert told_person(intake, {}, rules) == told
