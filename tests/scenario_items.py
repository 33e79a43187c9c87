"""Scenarios: what a clinician expects, as YAML, collected by pytest as tests of their own.

A file holds `about` (one sentence), `given` (answers shared by its cases) and `cases`. A case has a
`name` (a sentence), `given` (answers, laid over the shared ones), `expect` (fields of the plan record;
tests/scenario_fields.py says how they are found and what they may be) and `because` (why this is right);
`region` and `clinic` (a file of data/clinics, or of tests/scenarios/clinics) where they matter.

Where the answers are refused there is no plan: `refused` is the list of the keys, `problems` says what
is wrong with each.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from smp_planner.answers import read_answers
from smp_planner.domain.plan import Referral, TreatmentPlan
from smp_planner.errors import PlannerError, Problem
from smp_planner.exports.explanation import to_explanation
from smp_planner.exports.record import to_json
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.load import DATA, load_rules
from smp_planner.rules.narrow_yaml import read
from smp_planner.rules.source_map import SourceMap
from tests.scenario_fields import field_of, fits, shown

FOLDER = Path(__file__).parent / "scenarios"
MUST_SAY = ("name", "expect", "because")
MAY_SAY = ("given", "region", "clinic")

Explain = Callable[[str], str]

rules_of = cache(load_rules)


class ScenarioError(Exception):
    """A scenario that did not come out as expected; the text says where and how."""


class ScenarioFile(pytest.File):
    """One YAML file of scenarios."""

    def collect(self) -> Iterator[ScenarioItem]:
        found = read_scenarios(self.path)
        for number, case in enumerate(found.value["cases"]):
            yield ScenarioItem.from_parent(self, name=str(case.get("name")), found=found, number=number)


class ScenarioItem(pytest.Item):
    """One scenario."""

    def __init__(self, *, found: SourceMap, number: int, **more: Any) -> None:
        super().__init__(**more)
        self.found = found
        self.number = number

    def runtest(self) -> None:
        failures = check_case(self.found, self.number)
        if failures:
            raise ScenarioError(failures)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        if isinstance(excinfo.value, ScenarioError):
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
    if faults := list(_faults(found, number, case)):
        return "\n".join(faults)
    record, explain = run_case(given_of(found, case), case)
    lines: list[str] = []
    for path, expected in case["expect"].items():
        got = field_of(record, path)
        if not fits(got, expected):
            place = found.place(("cases", number, "expect", path))
            lines.append(f"{place}: {path}: expected {shown(expected)}, got {shown(got)}")
            lines.append(explain(path))
    return "\n".join(lines)


def _faults(found: SourceMap, number: int, case: Mapping[str, Any]) -> Iterator[str]:
    """What a case lacks, or says that no case may say."""
    for key in MUST_SAY:
        if not case.get(key):
            yield f"{found.place(('cases', number))}: the case says nothing under '{key}'"
    for key in case:
        if key not in (*MUST_SAY, *MAY_SAY):
            yield f"{found.place(('cases', number, key))}: '{key}' is no part of a case"


def given_of(found: SourceMap, case: Mapping[str, Any]) -> dict[str, Any]:
    """The answers of a case: its own, laid over those that its file shares."""
    return merged(found.value.get("given", {}), case.get("given", {}))


def merged(base: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """Answers laid over shared ones; `area` is replaced as a whole."""
    result = dict(base)
    for key, value in over.items():
        both = isinstance(value, dict) and isinstance(result.get(key), dict) and key != "area"
        result[key] = merged(result[key], value) if both else value
    return result


# --- the plan of a case -------------------------------------------------------------------


def run_case(given: Mapping[str, Any], case: Mapping[str, Any]) -> tuple[Any, Explain]:
    """The plan record of one case, or what was refused in it, and how to explain a field of it."""
    clinic = clinic_file(case["clinic"]) if "clinic" in case else None
    rules = rules_of(clinic=clinic, region=case.get("region"))
    answers = read_answers(json.dumps(given, default=_plain), "given")
    if answers.problems or answers.intake is None:
        return _refused(answers.problems)
    try:
        plan = plan_treatment(answers.intake, rules)
    except PlannerError as fault:
        return _refused(fault.problems)
    return json.loads(to_json(plan), parse_float=Decimal), lambda path: how_reached(plan, path)


def clinic_file(name: str) -> Path:
    """A clinic's file by its name: one of the packaged ones, or one made for scenarios."""
    packaged = DATA / "clinics" / f"{name}.yaml"
    return packaged if packaged.exists() else FOLDER / "clinics" / f"{name}.yaml"


def _plain(value: object) -> object:
    return float(value) if isinstance(value, Decimal) else str(value)


def _refused(problems: Iterable[Problem]) -> tuple[Any, Explain]:
    told = [{"key": problem.key, "says": problem.message} for problem in problems]
    why = "\n".join(f"refused: {problem.key}: {problem.message}" for problem in problems)
    return {"refused": [problem["key"] for problem in told], "problems": told}, lambda _: why


def how_reached(plan: TreatmentPlan | Referral, path: str) -> str:
    """The steps behind a field of the record; where it has none, those of the suitability."""
    parts = [part for part in path.split(".") if part != "cells"]
    tried = [".".join(parts[:length]) for length in range(len(parts), 0, -1)]
    for field in (*tried, "suitability"):
        try:
            return f"how the plan was reached:\n{to_explanation(plan, field)}"
        except ValueError:
            continue
    return "how the plan was reached: it has no step for this"
