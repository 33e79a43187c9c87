"""Hair loss that may go on after surgery: for whom, and which stage would need more than they have."""

from __future__ import annotations

from typing import NamedTuple

from smp_planner.domain.intake import Intake
from smp_planner.domain.provenance import Reading
from smp_planner.domain.quantities import Number
from smp_planner.rules.ruleset import RuleSet

YOUNG = "surgery_young"  # the gate with the age at which the loss can be judged


class LaterStage(NamedTuple):
    """A Norwood stage that loss may come to, and the grafts of its full plan."""

    stage: str
    full_plan: Reading


def may_move_on(intake: Intake, rules: RuleSet) -> bool:
    """Whether the loss may go on: nobody said that it doesn't, or the person is too young to tell."""
    if intake.loss_moving_on != "no":
        return True
    gate, age = rules.options.gates.get(YOUNG), intake.person.age
    return (
        gate is not None and gate.figure is not None and age is not None and age < gate.figure.read().number
    )


def stage_beyond(donor: Number, intake: Intake, rules: RuleSet) -> LaterStage | None:
    """The first stage after that of today whose full plan is more than a donor area gives; None without."""
    stage = None if intake.area.measured else intake.area.norwood
    while stage := rules.coverage.next_stage.norwood.get(stage or ""):
        row = rules.surgery.full_plan.rows.get(stage)
        if row is not None and row.read().number > donor:
            return LaterStage(stage, row.read())
    return None
