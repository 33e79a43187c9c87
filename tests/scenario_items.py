"""Scenarios: what a clinician expects, as YAML, collected by pytest as tests of their own.

A file holds `about` (one sentence), `given` (answers shared by its cases) and `cases`. A case has a
`name` (a sentence), `given` (answers, laid over the shared ones), `expect` (fields of the plan record)
and `because` (why this is right). An expected value is the value itself, or a table of
`at_least`, `at_most`, `contains`, `lacks`, `count`, `absent`.
In a field's path, a list is entered by position from 1, by the id, rule or event of an item, or, with
the name of a field, as the list of that field's values.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from smp_planner.answers import read_answers
from smp_planner.errors import PlannerError
from smp_planner.exports.explanation import to_explanation
from smp_planner.exports.record import to_json
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.load import DATA, load_rules
from smp_planner.rules.source_map import SourceMap, read

ABSENT = object()
FOLDER = Path(__file__).parent / "scenarios"


class ScenarioFailed(Exception):
    """A scenario that did not come out as expected; the text says where and how."""


class ScenarioFile(pytest.File):
    """One YAML file of scenarios."""

    def collect(self) -> Iterator[ScenarioItem]:
        found = read_scenarios(self.path)
        for number, case in enumerate(found.value["cases"]):
            yield ScenarioItem.from_parent(self, name=case["name"], found=found, number=number)


class ScenarioItem(pytest.Item):
    """One scenario."""

    def __init__(self, *, found: SourceMap, number: int, **more: Any) -> None:
        super().__init__(**more)
        self.found = found
        self.number = number

    def runtest(self) -> None:
        failures = check_case(self.found, self.number)
        if failures:
            raise ScenarioFailed(failures)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        if isinstance(excinfo.value, ScenarioFailed):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        place = self.found.place(("cases", self.number))
        return self.path, place.line - 1, self.name


def read_scenarios(path: Path) -> SourceMap:
    """A scenario file as values with places; it must be sound YAML."""
    found = read(path.read_text(encoding="utf-8"), f"tests/scenarios/{path.name}")
    assert not found.problems, "\n".join(map(str, found.problems))
    return found


def check_case(found: SourceMap, number: int) -> str:
    """What differs from the expectation, with its place and how the plan was reached; "" if nothing."""
    case = found.value["cases"][number]
    record, explain = run_case(merged(found.value.get("given", {}), case.get("given", {})), case)
    lines: list[str] = []
    for path, expected in case["expect"].items():
        got = field_of(record, path)
        if not fits(got, expected):
            place = found.place(("cases", number, "expect", path))
            shown = "nothing" if got is ABSENT else json.dumps(got, ensure_ascii=False)
            lines.append(f"{place}: {path}: expected {expected}, got {shown}")
            lines.append(explain(path))
    return "\n".join(lines)


def run_case(given: Mapping[str, Any], case: Mapping[str, Any]) -> tuple[Any, Any]:
    """The plan record of one case (or its problems as {"refused": [...]}), and how to explain it."""
    clinic = DATA / "clinics" / f"{case['clinic']}.yaml" if "clinic" in case else None
    rules = load_rules(clinic=clinic, region=case.get("region"))
    answers = read_answers(json.dumps(given, default=_plain), "given")
    try:
        if answers.problems:
            return {"refused": [p.key for p in answers.problems]}, lambda _: ""
        assert answers.intake is not None
        plan = plan_treatment(answers.intake, rules)
    except PlannerError as fault:
        return {"refused": [p.key for p in fault.problems]}, lambda _: str(fault)

    def explain(path: str) -> str:
        section = path.split(".")[0]
        return "\nhow the plan was reached:\n" + to_explanation(plan, section)

    return json.loads(to_json(plan), parse_float=Decimal), explain


def _plain(value: object) -> object:
    return float(value) if isinstance(value, Decimal) else str(value)


def merged(base: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """Answers laid over shared ones; `area` is replaced as a whole."""
    result = dict(base)
    for key, value in over.items():
        both = isinstance(value, dict) and isinstance(result.get(key), dict) and key != "area"
        result[key] = merged(result[key], value) if both else value
    return result


def field_of(value: Any, path: str) -> Any:
    """The value at a path of the record, or ABSENT."""
    for part in path.split("."):
        value = _enter(value, part)
        if value is ABSENT:
            return ABSENT
    return value


def _enter(value: Any, part: str) -> Any:
    if isinstance(value, dict):
        return value.get(part, ABSENT)
    if not isinstance(value, list):
        return ABSENT
    if part.isdigit():
        return value[int(part) - 1] if int(part) <= len(value) else ABSENT
    for item in value:
        if part in (item.get("id"), item.get("rule"), item.get("event")):
            return item
    return [item[part] for item in value if part in item]


def fits(got: Any, expected: Any) -> bool:
    """Whether a value is what a scenario expects."""
    if isinstance(expected, dict) and expected.keys() <= _TESTS.keys():
        return all(_TESTS[name](got, bound) for name, bound in expected.items())
    if isinstance(expected, list):
        return isinstance(got, list) and [str(g) for g in got] == [str(e) for e in expected]
    return got is not ABSENT and type(got) is not bool and str(got) == str(expected) or got is expected


_TESTS = {
    "at_least": lambda got, bound: got is not ABSENT and _comparable(got) >= _comparable(bound),
    "at_most": lambda got, bound: got is not ABSENT and _comparable(got) <= _comparable(bound),
    "contains": lambda got, part: got is not ABSENT and part in got,
    "lacks": lambda got, part: got is not ABSENT and part not in got,
    "count": lambda got, number: got is not ABSENT and len(got) == number,
    "absent": lambda got, wanted: (got is ABSENT) is wanted,
}


def _comparable(value: Any) -> Any:
    return value if isinstance(value, (int, Decimal)) else str(value)
