"""What is different since answers were saved, for the terminal."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from smp_planner.answering.what_changed import WhatChanged, what_changed
from smp_planner.domain.intake import Intake
from smp_planner.domain.saved_rules import SavedRules
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.saved import rules_as_saved


def changes_told(intake: Intake, saved: SavedRules, rules: RuleSet, call: Namespace) -> str:
    """The differences, one to a line; nothing where the rules are those of when the answers were saved."""
    changed = what_changed(
        intake, saved, rules, lambda then: rules_as_saved(then, rules, call.rules, clinic=call.clinic)
    )
    return "\n".join(_lines(changed)) if changed else ""


def _lines(changed: WhatChanged) -> Iterator[str]:
    yield from changed.why
    for change in changed.changes:
        yield f"  {change.what}: {change.before} -> {change.after}"
    for rule in changed.rules:
        yield f"  {rule.name}: {rule.before} -> {rule.after} ({rule.set_by})"
    yield from changed.notes
