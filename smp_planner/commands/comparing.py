"""`compare-rules`: what a rule change does to a plan."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterable
from typing import NamedTuple

from smp_planner.answering.compared import compared_plans
from smp_planner.commands.compared_told import Compared, compared_json, compared_text
from smp_planner.commands.complaints import complain
from smp_planner.commands.output import give
from smp_planner.commands.planning import answers_of, sound_intake
from smp_planner.errors import IntakeError, Problem, RulesError
from smp_planner.rules.clinic_profile import asked_elsewhere
from smp_planner.rules.compare import Side, rule_changes
from smp_planner.rules.layers import Layer
from smp_planner.rules.load import assembled, read_layer

BASE = "base"


class SideError(RulesError):
    """The rules of one side of a comparison have problems, or those of both where both are one file."""

    def __init__(self, sides: str, problems: Iterable[Problem]) -> None:
        self.sides = sides
        super().__init__(problems)

    def heading(self, count: int) -> str:
        """Which of the two, and how many problems."""
        return f"{self.sides}: {super().heading(count)}"


def run_compare(call: Namespace) -> None:
    """Set two sets of rules, and the plans that they make of the same answers, beside each other.

    Raises RulesError where one of them can't be used, and IntakeError where the answers have problems of
    form, or neither set of rules accepts them.
    """
    answers = answers_of(call.intake)
    read = {name: _layer(name, call.rules, call.region) for name in (call.a, call.b)}
    sides = {"A": call.a, "B": call.b} if len(read) > 1 else {"A and B": call.a}
    broken = [SideError(f"{side}, {name}", read[name][1]) for side, name in sides.items() if read[name][1]]
    if broken:
        *others, last = broken
        for told in (*([IntakeError(answers.problems)] if answers.problems else []), *others):
            complain(told)
        raise last
    layers = (read[call.a][0], read[call.b][0])
    region = _region(call.region, *layers)
    one, other = (Side(layer, assembled(layer, to)) for layer, to in zip(layers, region.names, strict=True))
    intake = sound_intake(answers, one.rules)
    try:
        plans = compared_plans(intake, one.rules, other.rules)
    except IntakeError as fault:
        raise IntakeError(answers.with_problems(list(fault.problems))) from None
    compared = Compared(
        (call.a, call.b),
        (one.rules.edition, other.rules.edition),
        (one.rules.currency, other.rules.currency),
        rule_changes(one, other),
        plans,
        region_of=region.of,
    )
    give((compared_json if call.format == "json" else compared_text)(compared), None)


class _Region(NamedTuple):
    """The region of each side, and the side (A or B) whose region holds for both as the other names none."""

    names: tuple[str | None, str | None]
    of: str | None = None


def _region(asked: str | None, one: Layer, other: Layer) -> _Region:
    """The region asked for, else each side's own, or where it names none the other's: so money compares."""
    if asked:
        return _Region((asked, asked))
    a, b = (layer.clinic.region if layer.clinic else None for layer in (one, other))
    lender = {(True, False): "A", (False, True): "B"}.get((a is not None, b is not None))
    return _Region((a or b, b or a), lender)


def _layer(name: str, folder: str | None, region: str | None) -> tuple[Layer, list[Problem]]:
    if name == BASE:
        return read_layer()
    if os.path.isdir(name):
        return read_layer(name)
    layer, problems = read_layer(folder, clinic=name)
    return layer, [*problems, *asked_elsewhere(region, layer.clinic, layer.clinic_file, layer.files)]
