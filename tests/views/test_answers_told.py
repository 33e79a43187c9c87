"""What was answered, in a line for each step."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from smp_planner.domain.intake import (
    AreaAnswer,
    CalendarAnswer,
    Habits,
    Hair,
    Intake,
    LifeEvent,
    Measured,
    Person,
    Scar,
    Skin,
)
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.answers_told import OPEN
from smp_planner.views.patient_way import STEPS
from tests.people import START

NOBODY = Intake(goals=(), area=AreaAnswer(), calendar=CalendarAnswer(start=START))
SCAR = Scar(length_cm=20, width_cm=Decimal("0.2"))
HALF = Decimal("0.5")
GALA = LifeEvent(from_=date(2027, 3, 20), to=date(2027, 3, 20), name="gala", kind="be_ready")
TOLD = {step.name: step.told for step in STEPS}


@pytest.mark.parametrize(
    ("step", "answer", "told"),
    [
        ("goals", {"goals": ("crown", "hairline")}, "Cover the crown, A new hairline"),
        ("area", {"area": AreaAnswer(norwood="III-vertex")}, "Norwood III vertex"),
        ("area", {"area": AreaAnswer(zones=("crown",), scars=(SCAR,))}, "Crown, 1 scar"),
        ("area", {"area": AreaAnswer(measured=Measured(cm2=100), scars=(SCAR, SCAR))}, "measured, 2 scars"),
        ("look", {"density": "soft", "kept_hair": HALF}, "Soft, 50 per cent of the hair left"),
        (
            "look",
            {"density": 120, "kept_hair": {"crown": HALF}},
            "120 dots per cm2, hair left by place",
        ),
        ("person", {"person": Person(age=41, sex="female")}, "41 years, female"),
        ("health", {"health": ("keloid",)}, "1 ticked"),
        ("health", {"health_asked": True}, "nothing ticked"),
        ("health", {}, "not answered yet"),
        (
            "skin-and-hair",
            {"skin": Skin(tone="II", traits=("oily",)), "hair": Hair(colour="red", wears="long")},
            "Fitzpatrick II, oily, red hair, worn long",
        ),
        ("days", {"habits": Habits(sun="high", heavy_sweat=True, swims=False)}, "a lot of sun, sweats hard"),
        ("dates", {"calendar": CalendarAnswer(start=START, events=(GALA,))}, "from 11 January 2027, gala"),
    ],
)
def test_each_answer_is_told_at_its_step(
    rules: RuleSet, step: str, answer: dict[str, object], told: str
) -> None:
    assert TOLD[step](replace(NOBODY, **answer), rules.intake.choices) == told


@pytest.mark.parametrize("step", ["goals", "area", "look", "person", "skin-and-hair", "days"])
def test_what_is_open_says_so(rules: RuleSet, step: str) -> None:
    assert TOLD[step](NOBODY, rules.intake.choices) == OPEN
