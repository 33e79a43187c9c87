"""The share of hair that a slider begins with, and whether one is planned with."""

from __future__ import annotations

from collections.abc import Iterator

from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.state import Answers
from smp_planner.views.to_intake import places_known


def begun_share(rules: RuleSet) -> int:
    """Where each slider for the hair that is left begins, in per cent."""
    return rules.intake.start_values.kept_per_cent


def plans_with_begun_share(answers: Answers, rules: RuleSet) -> bool:
    """Whether a share of hair that the page began with counts in the plan."""
    return begun_share(rules) in _shares(answers)


def _shares(answers: Answers) -> Iterator[int | None]:
    """What was answered of the hair that is left, in per cent."""
    way = answers.get("kept_way")
    if way == "same":
        yield answers.get("kept_hair")
    elif way == "places" and places_known(answers):
        yield from (answers.get(f"kept_in_{zone}") for zone in answers.get("kept_zones") or ())
