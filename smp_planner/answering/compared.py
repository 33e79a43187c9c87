"""What two sets of rules make of the same answers: two plans, and in what they differ."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import takewhile
from typing import NamedTuple, cast

from smp_planner.answering.what_changed import changes_between, what_comes_out
from smp_planner.domain.differences import Path, by_id, differences
from smp_planner.domain.intake import Intake
from smp_planner.domain.plan import Change, Referral, TreatmentPlan
from smp_planner.errors import IntakeError, Problem
from smp_planner.exports.plan_changes import finding_changes, touch_up_changes
from smp_planner.exports.record import to_json
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.ruleset import RuleSet

Plan = TreatmentPlan | Referral
OF_THE_RULES = ("kind", "rules", "intake", "trace", "sources")
"""The parts of a plan record that tell of the rules or the answers, or which kind it is."""
ENDS = ("low", "typical", "high")


class ComparedPlans(NamedTuple):
    """What comes out by each set of rules, in words; the rows that differ; the parts of the record that do.

    Rows and parts stand there where something comes out of both. `refused` are the problems of the answers
    under one of the two: `before` or `after`.
    """

    before: str
    after: str
    changes: tuple[Change, ...]
    parts: Mapping[str, tuple[str, ...]]
    refused: Mapping[str, tuple[Problem, ...]]

    @property
    def are_alike(self) -> bool:
        """Whether nothing differs but which rules made them."""
        return self.before == self.after and not (self.changes or self.parts)


def compared_plans(intake: Intake, one: RuleSet, other: RuleSet) -> ComparedPlans:
    """The plans of a person by two sets of rules. Raises IntakeError where neither accepts the answers."""
    before, faults = _planned(intake, one)
    after, others = _planned(intake, other)
    if faults and others:
        raise IntakeError(faults)
    refused = {"before": faults, "after": others}
    return ComparedPlans(
        before=what_comes_out(before),
        after=what_comes_out(after),
        changes=tuple(_changes(before, after)),
        parts=_parts(before, after) if before and after and before.kind == after.kind else {},
        refused={side: problems for side, problems in refused.items() if problems},
    )


def _planned(intake: Intake, rules: RuleSet) -> tuple[Plan | None, tuple[Problem, ...]]:
    try:
        return plan_treatment(intake, rules), ()
    except IntakeError as fault:
        return None, fault.problems


def _changes(before: Plan | None, after: Plan | None) -> Iterator[Change]:
    """The rows of two plans, and what the health answers bring up in either kind of result."""
    if before and after:
        yield from finding_changes(before.suitability, after.suitability)
    if isinstance(before, TreatmentPlan) and isinstance(after, TreatmentPlan):
        yield from changes_between(before, after)
        yield from touch_up_changes(before, after)


def _parts(before: Plan, after: Plan) -> Mapping[str, tuple[str, ...]]:
    """The parts of two records of one kind that differ, and what in each; nothing in one that is a figure."""
    found: dict[str, dict[str, None]] = {}
    for part, *rest in (found.path for found in differences(_record(before), _record(after))):
        within = found.setdefault(str(part), {})
        if named := _named(tuple(rest)):
            within[named] = None
    return {part: tuple(within) for part, within in found.items()}


def _record(plan: Plan) -> dict[str, object]:
    record = cast("dict[str, object]", by_id(json.loads(to_json(plan))))
    return {key: value for key, value in record.items() if key not in OF_THE_RULES}


def _named(path: Path) -> str:
    words = takewhile(lambda key: isinstance(key, str) and key not in ENDS, path[:2])
    return ".".join(map(str, words))
