"""Somebody so young that nobody can judge how far the loss will go, and whether a hairline is drawn then."""

from __future__ import annotations

from smp_planner.domain.intake import ALOPECIA_GOAL, WHOLE_SCALP, Intake
from smp_planner.planner.coverage.scars_alone import scars_alone
from smp_planner.rules.ruleset import RuleSet

YOUNG_LOSS, YOUNG_LINE = "young_loss", "young_line"
HAIRLINE_GOAL = "hairline"
WITH_HAIRLINE = ("hairline_temples", "front", WHOLE_SCALP)


def has_young_loss(intake: Intake, rules: RuleSet) -> bool:
    """Whether a loss that may go on is that of an adult younger than the age from which it can be judged.

    What is no pattern loss is judged by its cause, and not by the age.
    """
    age, judged = intake.person.age, rules.suitability.loss_judged_from_years.read().number
    return (
        age is not None
        and rules.suitability.adult_from_years.read().number <= age < judged
        and ALOPECIA_GOAL not in intake.goals
        and not scars_alone(intake, rules)
    )


def draws_young_line(intake: Intake, rules: RuleSet) -> bool:
    """Whether the hairline of somebody so young is drawn: it is wanted, or lies in the area."""
    area = intake.area
    drawn = area.norwood or HAIRLINE_GOAL in intake.goals or not set(WITH_HAIRLINE).isdisjoint(area.zones)
    return bool(drawn) and has_young_loss(intake, rules)
