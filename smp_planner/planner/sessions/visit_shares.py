"""How the dots of a course are spread over its visits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from smp_planner.domain.provenance import Reading
from smp_planner.domain.quantities import Number
from smp_planner.rules.row_names import shares_of, visit_of
from smp_planner.rules.ruleset import RuleSet


class VisitShares(NamedTuple):
    """The per cent of all dots placed at each visit, which add up to 100, and the rule of each."""

    percent: tuple[Number, ...]
    rules: tuple[Reading, ...]


def visit_shares(rules: RuleSet) -> Mapping[int, VisitShares]:
    """The shares for every number of visits that a course may have."""
    least, most = map(int, rules.sessions.count.read().limits)
    return {count: _shares(count, rules) for count in range(least, most + 1)}


def _shares(count: int, rules: RuleSet) -> VisitShares:
    rows = rules.sessions.shares[shares_of(count)].rows
    readings = tuple(rows[visit_of(number)].read() for number in range(1, count + 1))
    return VisitShares(tuple(reading.number for reading in readings), readings)
