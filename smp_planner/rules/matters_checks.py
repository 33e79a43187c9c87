"""Every concern is answered by questions that the comparison asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from smp_planner.errors import Problem, did_you_mean
from smp_planner.rules.files import ReadFile
from smp_planner.rules.shapes.comparison import ComparisonRules
from smp_planner.rules.shapes.matters import MattersRules


def check_matters(files: Mapping[str, ReadFile]) -> Iterator[Problem]:
    """A problem for each row that is no question, or is named twice by one concern."""
    if "matters" not in files or "comparison" not in files:
        return
    if files["comparison"].missing_parts:
        return  # their questions are not known
    file, matters = files["matters"], cast(MattersRules, files["matters"].model)
    known = [id_ for _, id_, _ in cast(ComparisonRules, files["comparison"].model).questions()]
    for id_, concern in matters.concerns.items():
        for index, row in enumerate(concern.rows):
            path = ("concerns", id_, "rows", index)
            if row not in known:
                text = f"names '{row}', which is no question of the comparison"
                yield file.problem(path, text, "R309", did_you_mean(row, known))
            elif row in concern.rows[:index]:
                yield file.problem(path, f"names '{row}' twice", "R308")
