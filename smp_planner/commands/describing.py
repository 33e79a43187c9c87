"""`schema`: the JSON Schema of an intake, a plan record, or each rule file."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Callable

from smp_planner.commands.output import give


def run_schema(call: Namespace) -> None:
    """Write one schema to standard output."""
    text = json.dumps(_SCHEMAS[call.kind](), indent=2, ensure_ascii=False)
    give(f"{text}\n", None)


def _intake() -> dict[str, object]:
    from smp_planner.answering.schema import intake_schema
    from smp_planner.planner.answer_checks import health_ids
    from smp_planner.rules.load import load_rules

    rules = load_rules()
    concerns, agreed = tuple(rules.matters.concerns), tuple(rules.talk.agreed)
    return intake_schema(health=health_ids(rules), concerns=concerns, agreed=agreed)


def _plan() -> dict[str, object]:
    from smp_planner.exports.record_schema import plan_schema

    return plan_schema()


def _rules() -> dict[str, object]:
    from smp_planner.rules.schema import rules_schema

    return rules_schema()


_SCHEMAS: dict[str, Callable[[], dict[str, object]]] = {"intake": _intake, "plan": _plan, "rules": _rules}
