"""All scenarios as one document that a clinician can read and sign: docs/reference/scenarios.md."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tests.scenario_items import FOLDER, read_scenarios

DOCUMENT = Path(__file__).parents[1] / "docs" / "reference" / "scenarios.md"
HEAD = """# Scenarios

What a clinician would expect of the plan, case by case, and why. Written from `tests/scenarios/*.yaml`, where
each case is a test as well: change the case there, then run
`python -m pytest tests/test_scenario_docs.py --rewrite-goldens`.

A figure is told as planned (low to high). The fields are those of the plan record.
"""
ESTIMATE = {"low", "typical", "high"}
TESTS = {
    "at_least": "at least {}",
    "at_most": "at most {}",
    "contains": "holds {}",
    "lacks": "does not hold {}",
    "count": "{} in number",
    "absent": "is not there",
}


def render_scenarios(folder: Path = FOLDER) -> str:
    """The whole document: one chapter for each file, one heading for each case."""
    files = {path.stem: read_scenarios(path).value for path in sorted(folder.glob("*.yaml"))}
    cases = sum(len(file["cases"]) for file in files.values())
    contents = [f"- [{title(stem)}](#{anchor(stem)}): {len(file['cases'])}" for stem, file in files.items()]
    chapters = [line for stem, file in files.items() for line in _chapter(stem, file)]
    return "\n".join([HEAD, f"{cases} cases:", "", *contents, *chapters]) + "\n"


def title(stem: str) -> str:
    """The name of a file as a heading."""
    return stem.replace("_", " ").capitalize()


def anchor(stem: str) -> str:
    """Where a heading can be linked to."""
    return stem.replace("_", "-")


def _chapter(stem: str, file: Mapping[str, Any]) -> Iterator[str]:
    yield from ("", f"## {title(stem)}", "", file["about"])
    if shared := file.get("given"):
        yield from ("", f"Unless a case says otherwise: {given_in_words(shared)}.")
    for case in file["cases"]:
        yield from ("", f"### {case['name']}", "")
        yield from _case(case)


def _case(case: Mapping[str, Any]) -> Iterator[str]:
    places = [f"{key}: {case[key]}" for key in ("region", "clinic") if key in case]
    answers = [given_in_words(case["given"])] if case.get("given") else []
    if given := [*places, *answers]:
        yield f"- **Given** {'; '.join(given)}"
    yield "- **Expect**"
    yield from (f"  - `{field}` {expected_in_words(value)}" for field, value in case["expect"].items())
    yield f"- **Because** {case['because']}"


def given_in_words(given: Mapping[str, Any]) -> str:
    """Answers in one line: `area: norwood V; density: soft`."""
    return "; ".join(f"{key}: {in_words(value)}" for key, value in given.items())


def in_words(value: Any) -> str:
    """One answer in short words; nothing in a list is `none`."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return ", ".join(f"{key} {in_words(inner)}" for key, inner in value.items())
    if isinstance(value, list):
        nested = any(isinstance(item, dict) for item in value)
        return (" and " if nested else ", ").join(map(in_words, value)) or "none"
    return "not known" if value is None else str(value)


def expected_in_words(expected: Any) -> str:
    """What is expected of a field: a value, a figure with its ends, or what it holds."""
    if not isinstance(expected, dict):
        return f"is {in_words(expected)}"
    if expected.keys() <= TESTS.keys():
        return " and ".join(TESTS[name].format(_quoted(bound)) for name, bound in expected.items())
    if expected.keys() == ESTIMATE:
        return f"is {expected['typical']} ({expected['low']} to {expected['high']})"
    return ", ".join(f"`{key}` {expected_in_words(value)}" for key, value in expected.items())


def _quoted(bound: Any) -> str:
    if isinstance(bound, list):
        return ", ".join(map(_quoted, bound))
    return f"`{bound}`" if isinstance(bound, str) else in_words(bound)
