"""The steps to a decision are fair: all options are asked about alike, and facts stand in the comparison."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from smp_planner.errors import Problem, did_you_mean
from smp_planner.rules.files import ReadFile
from smp_planner.rules.shapes.comparison import ComparisonRules
from smp_planner.rules.shapes.decision import DecisionRules


def check_decision(files: Mapping[str, ReadFile]) -> Iterator[Problem]:
    """Every problem of the steps to a decision, in files with their shape."""
    if "decision" not in files:
        return
    file = files["decision"]
    decision = cast(DecisionRules, file.model)
    yield from _asked_alike(file, decision)
    if "comparison" in files and not files["comparison"].missing_parts:
        yield from _facts(file, decision, cast(ComparisonRules, files["comparison"].model))


def _asked_alike(file: ReadFile, decision: DecisionRules) -> Iterator[Problem]:
    most = max((len(own.questions) for own in decision.ask.values()), default=0)
    for option, own in decision.ask.items():
        if len(own.questions) != most:
            text = f"holds {len(own.questions)} of {most}: every option has as many questions"
            yield file.problem(("ask", option, "questions"), text, "R308")


def _facts(file: ReadFile, decision: DecisionRules, comparison: ComparisonRules) -> Iterator[Problem]:
    rows = [id_ for _group, id_, _row in comparison.questions()]
    for id_, fact in decision.recap.items():
        for row in fact.rests_on:
            if row not in rows:
                path = ("recap", id_, "rests_on", row)
                yield file.problem(path, "is no question of the comparison", "R309", did_you_mean(row, rows))
