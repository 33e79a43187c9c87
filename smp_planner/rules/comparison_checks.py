"""The answers of the comparison and the risks: words that can be filled, and for whom they hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from smp_planner.domain.plan_figures import PLAN_FIGURES
from smp_planner.errors import Problem, did_you_mean
from smp_planner.rules.figures import Saying
from smp_planner.rules.files import RuleFile
from smp_planner.rules.shapes.comparison import Answer, CellRule, ComparisonRules
from smp_planner.rules.shapes.options import OptionRules
from smp_planner.rules.shapes.risks import RiskRule, RiskRules
from smp_planner.rules.shapes.rule_file import APART
from smp_planner.rules.source_map import Path
from smp_planner.rules.templates import unfillable

OF_CELL = ("low", "typical", "high", "span", "range")
OF_NO_NEED = ("none_needed", "few_needed", "perhaps_none")


def check_comparison(files: Mapping[str, RuleFile]) -> Iterator[Problem]:
    """Every problem of what is said of the options, in files with their shape."""
    if "options" in files:
        yield from _words(files["options"])
    if "comparison" in files:
        yield from _cells(files["comparison"])
    if "risks" in files:
        yield from _risks(files["risks"])


def _words(file: RuleFile) -> Iterator[Problem]:
    """How a range is said, and what is said of surgery that nobody needs, can be filled with any figure."""
    options = cast(OptionRules, file.model)
    for name in ("span", "range"):
        yield from unfillable(file, ("words", name), getattr(options.words, name), ("low", "high"))
    for name in OF_NO_NEED:
        saying: Saying = getattr(options.notes, name)
        yield from unfillable(file, ("notes", name, "say"), saying.say, OF_CELL)


def _cells(file: RuleFile) -> Iterator[Problem]:
    for id_, row in cast(ComparisonRules, file.model).rows.items():
        for option, cell in row.cells.items():
            path: Path = ("rows", id_, "cells", option)
            yield from _answer(file, path, cell)
            for name in _told_apart(cell):
                yield from _answer(file, (*path, name), getattr(cell, name))
            yield from _whom(file, path, cell)


def _answer(file: RuleFile, path: Path, answer: Answer) -> Iterator[Problem]:
    """The words of an answer can be filled, and a figure that it asks of the plan is there."""
    figures = OF_CELL if answer.from_plan or answer.value is not None else ()
    yield from unfillable(file, (*path, "say"), answer.say, figures)
    if answer.from_plan is not None and answer.from_plan not in PLAN_FIGURES:
        text = f"names '{answer.from_plan}', which is no figure of a plan"
        hint = did_you_mean(answer.from_plan, PLAN_FIGURES)
        yield file.problem((*path, "from_plan"), text, "R309", hint)


def _risks(file: RuleFile) -> Iterator[Problem]:
    risks = cast(RiskRules, file.model)
    yield from unfillable(file, ("because", "counted"), risks.because.counted, ("label",))
    for id_, risk in risks.risks.items():
        yield from _whom(file, ("risks", id_), risk)


def _whom(file: RuleFile, path: Path, rule: CellRule | RiskRule) -> Iterator[Problem]:
    """Those in whom the answer itself was counted are told nothing else."""
    name = f"for_{rule.counted_in}"
    if name in _told_apart(rule):
        text = f"stands apart, but the answer itself was counted in {rule.counted_in}"
        yield file.problem((*path, name), text, "R306")


def _told_apart(rule: CellRule | RiskRule) -> list[str]:
    return [name for name in APART if getattr(rule, name) is not None]
