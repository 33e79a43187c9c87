"""`check`: every problem in the rule files, or what was checked when there is none."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from typing import cast

from smp_planner.commands.complaints import complain
from smp_planner.commands.output import give
from smp_planner.errors import Problem, RulesError
from smp_planner.rules.checks import review_warnings, signature_warnings
from smp_planner.rules.layers import Layer, parameters
from smp_planner.rules.load import read_layer
from smp_planner.rules.models import SourcesFile


def run_check(call: Namespace, today: date | None = None) -> None:
    """Check the rules; an old review or a signature to come is a warning, which changes no exit status."""
    layer, problems = read_layer(call.rules, clinic=call.clinic)
    day = today or date.today()
    found = [*review_warnings(layer.files, day), *signature_warnings(layer, day)]
    warnings = sorted(found, key=lambda one: one.place)
    if warnings:
        complain("\n".join([_count(warnings), *map(str, warnings)]))
    if problems:
        raise RulesError(problems)
    give(f"{_checked(layer)}: no problem\n", None)


def _count(warnings: list[Problem]) -> str:
    return "1 warning" if len(warnings) == 1 else f"{len(warnings)} warnings"


def _checked(layer: Layer) -> str:
    sources = cast(SourcesFile, layer.files["sources"].model).root
    count = len(parameters(layer))
    files = sum(1 + len(file.found.parts) for file in layer.files.values())
    text = f"{files} rule files, {count} parameters, {len(sources)} sources"
    return text if layer.clinic is None else f"{text}, {_moved(len(layer.edits))} by {layer.clinic.name}"


def _moved(count: int) -> str:
    return "1 value moved" if count == 1 else f"{count} values moved"
