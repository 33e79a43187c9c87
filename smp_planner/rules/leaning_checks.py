"""Answers speak for or against an option where their question weighs something, and where they are known."""

from __future__ import annotations

from collections.abc import Iterator

from smp_planner.errors import Problem
from smp_planner.rules.files import ReadFile
from smp_planner.rules.shapes.comparison import Answer, CellRule, RowRule
from smp_planner.rules.shapes.rule_file import APART, THIN
from smp_planner.rules.source_map import Path

HINT = "set weighs of the question to gives or asks, or leans to neither"


def check_leaning(file: ReadFile, path: Path, row: RowRule) -> Iterator[Problem]:
    """Every answer to the question at a path that leans without a ground to lean on."""
    for option, cell in row.cells.items():
        for name, answer in _answers(cell):
            if answer.leans == "neither":
                continue
            here = (*path, "cells", option, *name, "leans")
            if row.weighs is None:
                text = f"is '{answer.leans}', but the question does not say what it weighs"
                yield file.problem(here, text, "R306", HINT)
            if answer.not_known is not None and answer.value is answer.from_plan is None:
                yield file.problem(here, f"is '{answer.leans}', but the answer is not known", "R306")


def _answers(cell: CellRule) -> Iterator[tuple[tuple[str, ...], Answer]]:
    """The answer for most, and what some are told apart, each with the key that leads to it."""
    yield (), cell
    for name in (*APART, THIN):
        answer: Answer | None = getattr(cell, name)
        if answer is not None:
            yield (name,), answer
