"""`schema`: the JSON Schema of an intake, a plan record, or each rule file."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Callable, Mapping
from pathlib import Path

from smp_planner.commands.arguments import CallError
from smp_planner.commands.output import give


def run_schema(call: Namespace) -> None:
    """Write one schema to standard output or a file; those of rules to a folder, a file for each kind."""
    if call.kind == "rules" and call.output not in (None, "-"):
        _to_folder(call.output)
    else:
        give(_text(_SCHEMAS[call.kind]()), call.output)


def _to_folder(folder: str) -> None:
    from smp_planner.rules.schema import editor_schemas

    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or "not a path of a folder"
        raise CallError(f"{folder}: can't be made: {reason}") from None
    for name, schema in editor_schemas().items():
        give(_text(schema), str(Path(folder, name)))


def _text(schema: Mapping[str, object]) -> str:
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _intake() -> dict[str, object]:
    from smp_planner.answering.schema import intake_schema
    from smp_planner.planner.answer_checks import health_ids, unsure_ids
    from smp_planner.rules.load import load_rules

    rules = load_rules()
    concerns, agreed = tuple(rules.matters.concerns), tuple(rules.talk.agreed)
    return intake_schema(health=health_ids(rules), unsure=unsure_ids(rules), concerns=concerns, agreed=agreed)


def _plan() -> dict[str, object]:
    from smp_planner.exports.record_schema import plan_schema

    return plan_schema()


def _rules() -> Mapping[str, object]:
    from smp_planner.rules.schema import rules_schema

    return rules_schema()


_SCHEMAS: dict[str, Callable[[], Mapping[str, object]]] = {"intake": _intake, "plan": _plan, "rules": _rules}
