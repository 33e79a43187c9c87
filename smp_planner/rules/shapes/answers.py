"""intake.yaml: what answers are accepted, and the names of the choices."""

from datetime import date
from typing import Annotated

from pydantic import Field

from smp_planner.rules.figures import Figure, Strict, Text
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
    events: Figure
    appointment_within_days: Figure


class IntakeRules(RuleFile):
    """intake.yaml: what answers are accepted, and the names of the choices."""

    accepted: Accepted
    choices: dict[str, dict[str, Text]]
    concerns: dict[str, Text]
