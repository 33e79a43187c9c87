"""What surgery would need if more hair is lost: its grafts, and what the donor area then has left."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from smp_planner.domain.intake import Intake
from smp_planner.domain.plan import Change
from smp_planner.domain.plan_figures import SURGERY
from smp_planner.domain.provenance import Reading
from smp_planner.domain.words import planned
from smp_planner.planner.comparison.grafts import plan_surgery
from smp_planner.planner.comparison.plan_figure import TENS, rounded_estimate
from smp_planner.planner.coverage.assess import Coverage
from smp_planner.planner.one_at_a_time import Span
from smp_planner.rules.ruleset import RuleSet

DONOR_LEFT = "donor_left_{}"


class Head(NamedTuple):
    """One person at one time: their answers, and the area that follows from them."""

    intake: Intake
    coverage: Coverage


def compare_grafts(
    now: Head, later: Head, rules: RuleSet
) -> tuple[Mapping[str, Change], tuple[Reading, ...]]:
    """What changes for surgery, by name, with the rules behind it; nothing where there is no hair to move.

    What is left is told where a donor area is known: not after a transplant, nor with another kind of loss.
    """
    mine, theirs = (plan_surgery(head.intake, head.coverage, rules) for head in (now, later))
    first = SURGERY[0]
    if not theirs[first].has_donor:
        return {}, ()
    compared = {"grafts": (mine[first].need.grafts, theirs[first].need.grafts)}
    compared |= {
        DONOR_LEFT.format(option): (mine[option].left, plan.left)
        for option, plan in theirs.items()
        if plan.donor_known
    }
    told = {name: (_told(before), _told(after)) for name, (before, after) in compared.items()}
    changes = {
        name: Change(what=rules.what_if.names[name], before=before, after=after)
        for name, (before, after) in told.items()
        if before != after
    }
    behind = (*theirs[first].need.rules, *(plan.donor_rule for plan in theirs.values() if plan.donor_known))
    return changes, behind if changes else ()


def _told(grafts: Span) -> str:
    return planned(rounded_estimate(grafts, "grafts", TENS))
