"""How far an area that was estimated at home may be off: its span, and the rule behind it."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from smp_planner.domain.provenance import Reading
from smp_planner.domain.quantities import Estimate, rounded
from smp_planner.rules.ruleset import RuleSet


class AtHome(NamedTuple):
    """An area in cm2 with its span, and the share (0-1) by which it may be off either way."""

    area: Estimate
    may_be_off: Reading


def estimate_at_home(cm2: Decimal, by: str, rules: RuleSet) -> AtHome:
    """The span of an area in cm2 that was estimated by a `string` or by `card`s; the middle stays exact."""
    share = rules.coverage.at_home.may_be_off.rows[by].read()
    off = cm2 * share.number
    return AtHome(Estimate(rounded(cm2 - off), cm2, rounded(cm2 + off), "cm2"), share)
