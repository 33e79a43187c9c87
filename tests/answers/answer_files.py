"""Files of answers, in full and with the least that is enough, and what the reader makes of a text."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from smp_planner.answers import read_answers
from smp_planner.domain.intake import (
    AreaAnswer,
    Away,
    CalendarAnswer,
    Habits,
    Hair,
    Intake,
    LifeEvent,
    Measured,
    OwnConcern,
    Person,
    Scar,
    Skin,
    TreatedBefore,
)
from smp_planner.rules.narrow_yaml import read

LEAST = "goals: [shaved_look]\narea: {norwood: V}\ncalendar: {start: 2027-01-11}\n"
FULL = """
goals: [shaved_look, scar_camouflage]
area:
  norwood: V
  ludwig: II
  zones: [hairline_temples, crown]
  measured: {length_cm: 14, width_cm: 11.5}
  scars: [{length_cm: 20, width_cm: 0.2, age_months: 30, raised: false, red: true, place: top}]
  crown_of_norwood: IV
  crown_of_ludwig: I
  dot_scars: true
density: natural
kept_hair: {crown: 0.5, front: 0}
skin: {tone: III, traits: [oily]}
hair: {colour: dark_brown, wears: shaved}
habits: {sun: moderate, heavy_sweat: false, swims: true, sun_protection: true, headgear: false}
person: {age: 38, sex: male, could_be_pregnant: false, name: Ada}
health_asked: true
health: [blood_thinner]
unsure_health: [keloid]
doctor_agreed: true
medication_now: [minoxidil]
loss_moving_on: yes
treated_before:
  {smp: false, transplant_on: 2024-05-01, laser_removal_on: 2023-05-01, chemo_or_radiotherapy_on: 2022-05-01}
calendar:
  start: 2027-01-11
  weekdays: [mon, sat]
  away: [{from: 2027-02-01, to: 2027-02-10, name: work trip}]
  events:
    - {on: 2027-03-20, name: wedding, kind: be_ready}
    - {from: 2027-05-01, to: 2027-05-03, name: race, kind: sport}
  visit_times: {1: "09:30", 2: "23:59"}
  timezone: America/Denver
matters: {cost_now: 3}
own_matters: [{name: My partner, weight: 5}]
wants_touch_ups: crisp
agreed: {hairline: "7 cm above the brow, soft edge"}
"""
FULL_INTAKE = Intake(
    goals=("shaved_look", "scar_camouflage"),
    area=AreaAnswer(
        norwood="V",
        ludwig="II",
        zones=("hairline_temples", "crown"),
        measured=Measured(length_cm=14, width_cm=Decimal("11.5")),
        scars=(
            Scar(length_cm=20, width_cm=Decimal("0.2"), age_months=30, raised=False, red=True, place="top"),
        ),
        crown_of_norwood="IV",
        crown_of_ludwig="I",
        dot_scars=True,
    ),
    density="natural",
    kept_hair={"crown": Decimal("0.5"), "front": 0},
    skin=Skin(tone="III", traits=("oily",)),
    hair=Hair(colour="dark_brown", wears="shaved"),
    habits=Habits(sun="moderate", heavy_sweat=False, swims=True, sun_protection=True, headgear=False),
    person=Person(age=38, sex="male", could_be_pregnant=False, name="Ada"),
    health_asked=True,
    health=("blood_thinner",),
    unsure_about=("health",),
    unsure_health=("keloid",),
    doctor_agreed=True,
    medication_now=("minoxidil",),
    loss_moving_on="yes",
    treated_before=TreatedBefore(
        smp=False,
        transplant_on=date(2024, 5, 1),
        laser_removal_on=date(2023, 5, 1),
        chemo_or_radiotherapy_on=date(2022, 5, 1),
    ),
    calendar=CalendarAnswer(
        start=date(2027, 1, 11),
        weekdays=("mon", "sat"),
        away=(Away(from_=date(2027, 2, 1), to=date(2027, 2, 10), name="work trip"),),
        events=(
            LifeEvent(from_=date(2027, 3, 20), to=date(2027, 3, 20), name="wedding", kind="be_ready"),
            LifeEvent(from_=date(2027, 5, 1), to=date(2027, 5, 3), name="race", kind="sport"),
        ),
        visit_times={1: "09:30", 2: "23:59"},
        timezone="America/Denver",
    ),
    matters={"cost_now": 3},
    own_matters=(OwnConcern(name="My partner", weight=5),),
    wants_touch_ups="crisp",
    agreed={"hairline": "7 cm above the brow, soft edge"},
)
LEAST_INTAKE = Intake(
    goals=("shaved_look",),
    area=AreaAnswer(norwood="V"),
    calendar=CalendarAnswer(start=date(2027, 1, 11)),
)


def understood(text: str) -> Intake:
    """The answers in a text that must be free of problems."""
    answers = read_answers(text, "given")
    assert answers.problems == ()
    assert answers.intake is not None
    return answers.intake


def told(text: str) -> list[str]:
    """Key and code of each problem, in order."""
    return [f"{problem.key} {problem.code}" for problem in read_answers(text, "given").problems]


def values(text: str) -> Any:
    """The values of a YAML text as they stand."""
    return read(text, "given").value


def plain(value: object) -> object:
    return float(value) if isinstance(value, Decimal) else str(value)
