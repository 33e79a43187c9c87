"""The health questions by group: each that is put to people stands in one, and has a short name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import cast

from smp_planner.domain.intake import TREATED_ON
from smp_planner.errors import Problem
from smp_planner.rules.answer_names import named
from smp_planner.rules.files import ReadFile
from smp_planner.rules.shapes.suitability import Criterion, SuitabilityRules


def check_health_groups(file: ReadFile) -> Iterator[Problem]:
    """Every problem of the groups in suitability.yaml."""
    book = cast(SuitabilityRules, file.model)
    asked = {id_: criterion for id_, criterion in book.criteria.items() if _is_ticked(criterion)}
    for name, group in book.health_groups.items():
        for index, id_ in enumerate(group.ask):
            path = ("health_groups", name, "ask", index)
            yield from named(file, path, id_, "health question", asked)
    times = Counter(id_ for group in book.health_groups.values() for id_ in group.ask)
    for id_, criterion in asked.items():
        if times[id_] != 1:
            yield file.problem(("criteria", id_), f"is asked in {times[id_]} groups, not in one", "R305")
        if criterion.short is None:
            yield file.problem(("criteria", id_), "lacks its name in a few words, 'short'", "R305")


def _is_ticked(criterion: Criterion) -> bool:
    """Whether people tick it: it is asked, and no other answer alone brings it up."""
    dated = criterion.level == "wait" and criterion.found_by in TREATED_ON
    return criterion.ask is not None and (criterion.found_by == "health" or dated)
