"""Hair loss that may go on after surgery: for whom, and which stage would need more than they have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from smp_planner.domain.intake import Intake
from smp_planner.domain.plan_figures import SURGERY
from smp_planner.domain.provenance import Reading
from smp_planner.domain.quantities import Number
from smp_planner.rules.figures import Figure
from smp_planner.rules.ruleset import RuleSet


class LaterStage(NamedTuple):
    """A Norwood stage that loss may come to, and the grafts of its full plan."""

    stage: str
    full_plan: Reading


def may_move_on(intake: Intake, rules: RuleSet) -> bool:
    """Whether the loss may go on: nobody said that it doesn't, or the person is too young to tell."""
    if intake.loss_moving_on != "no":
        return True
    age = intake.person.age
    return age is not None and any(age < figure.read().number for figure in _ages_of_surgery(rules))


def _ages_of_surgery(rules: RuleSet) -> Iterator[Figure]:
    """The ages from which the loss can be judged well enough for surgery."""
    for gate in rules.options.gates.values():
        if gate.found_by == "younger_than" and gate.figure and set(gate.options) <= set(SURGERY):
            yield gate.figure


def stage_beyond(donor: Number, intake: Intake, rules: RuleSet) -> LaterStage | None:
    """The first stage after that of today whose full plan is more than a donor area gives; None without."""
    stage = None if intake.area.measured else intake.area.norwood
    while stage := rules.coverage.next_stage.norwood.get(stage or ""):
        row = rules.surgery.full_plan.rows.get(stage)
        if row is not None and row.read().number > donor:
            return LaterStage(stage, row.read())
    return None
