"""intake.yaml: what answers are accepted, and the names of the choices."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from smp_planner.domain.intake import Weekday
from smp_planner.rules.figures import Basis, Cited, Figure, Number, Strict, Text, Words
from smp_planner.rules.shapes.rule_file import RuleFile


class Accepted(Strict):
    """Bounds of the answers; outside them an answer is refused."""

    start: Annotated[list[date], Field(min_length=2, max_length=2)]
    age: Figure
    area_cm2: Figure
    dots_per_cm2: Figure
    kept_hair: Figure
    scar_length_cm: Figure
    scar_width_cm: Figure
    concern_weight: Figure
    own_concerns: Figure
    events: Figure
    away: Figure
    scars: Figure
    appointment_within_days: Figure


AreaWay = Literal["norwood", "ludwig", "zones", "measured", "scars"]
Goal = Literal["shaved_look", "added_density", "hairline", "crown", "scar_camouflage", "alopecia_cover"]
Centimetres = Annotated[Number, Field(gt=0)]


class StartValues(Strict):
    """What the page starts with; a question that isn't named here starts as not sure."""

    goals: list[Goal]
    area_ways: list[AreaWay]
    norwood: Literal["I", "II", "IIA", "III", "III-vertex", "IV", "V", "VI", "VII"]
    ludwig: Literal["I", "II", "III"]
    length_cm: Centimetres
    width_cm: Centimetres
    density: Literal["soft", "natural", "dense"]
    kept_per_cent: Annotated[int, Field(ge=0, le=100)]
    weekdays: list[Weekday]
    start_in_days: Annotated[int, Field(ge=0)]


class DriverAnswers(Cited):
    """The answers that bring up a driver: stages, skin types or traits of the skin."""

    among: Annotated[list[Text], Field(min_length=1)]
    basis: Basis
    note: Words | None = None


class IntakeRules(RuleFile):
    """intake.yaml: what answers are accepted; the names of the choices, alone and in a line with others."""

    accepted: Accepted
    start_values: StartValues
    drivers: dict[str, DriverAnswers]
    choices: dict[str, dict[str, Words]]
    in_a_line: dict[str, dict[str, Words]]
