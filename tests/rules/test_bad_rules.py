"""Planted faults in rule files, each with the whole message that a reader gets.

A case in `tests/bad_rules/` says what is changed in a copy of `data/`:

    {file: F, at: a.b, value: TEXT}   the value at a key becomes this text
    {file: F, at: a.b, key: TEXT}     the key gets another name
    {file: F, at: a.b, add: TEXT}     a key is added to the table above it
    {file: F, append: TEXT, times: N} lines at the end; with `instead: true`, instead of the file
    {file: F, text: TEXT}, {file: F, bytes: HEX}, {file: F, drop: true}

and may hold a `clinic` file, other files `beside` it by their names, and a `region` that is asked for. The
message stands beside it. Where the message names a place, the text at that place stands in place of line
and column, so that a new line in a rule file moves nothing.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from smp_planner.errors import RulesError
from smp_planner.rules.load import DATA, try_load

CASES = sorted((Path(__file__).parents[1] / "bad_rules").glob("*.yaml"))
SNIPPET = 28


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_fault_in_the_rules_is_told_in_full(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    told = shown(planted(yaml.safe_load(case.read_text()), tmp_path, monkeypatch), tmp_path)
    expected = case.with_suffix(".expected")
    if request.config.getoption("--rewrite-goldens"):
        expected.write_text(told)
    assert told == expected.read_text()


def test_every_code_of_a_rule_problem_has_a_case() -> None:
    told = "".join(path.with_suffix(".expected").read_text() for path in CASES)
    package = DATA.parent / "smp_planner" / "rules"
    codes = {
        code for path in package.glob("*.py") for code in re.findall(r'"(R[1-5]\d\d)"', path.read_text())
    }
    warnings = {"R310", "R551"}
    assert codes | {"R201", "R202", "R203"} == set(re.findall(r"\[(R\d+)\]", told)) | warnings


def planted(case: dict[str, Any], home: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """What loading says of a copy of the rules in which faults were planted."""
    shutil.copytree(DATA, home / "data", ignore=shutil.ignore_patterns("clinics"))
    for change in case.get("changes", ()):
        plant(home / "data" / change["file"], change)
    clinic = None
    if "clinic" in case:
        clinic = Path("clinic.yaml")
        (home / clinic).write_text(case["clinic"])
        for name, text in case.get("beside", {}).items():
            (home / name).write_text(text)
    monkeypatch.chdir(home)
    rules, problems = try_load("data", clinic=clinic, region=case.get("region"))
    assert rules is None, "the fault went unseen"
    return f"{RulesError(problems)}\n"


def plant(path: Path, change: dict[str, Any]) -> None:
    """Make one change to one file."""
    if "drop" in change:
        path.unlink()
    elif "bytes" in change:
        path.write_bytes(bytes.fromhex(change["bytes"]))
    elif "text" in change:
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text(change["text"])
    elif "append" in change:
        before = "" if change.get("instead") else path.read_text()
        path.write_text(before + f"{change['append']}\n" * change.get("times", 1))
    else:
        path.write_text(changed(path.read_text(), change))


def changed(text: str, change: dict[str, Any]) -> str:
    """The text of a file with a value, a key or an addition in place."""
    *parents, last = change["at"].split(".")
    table: yaml.Node = yaml.compose(text, Loader=yaml.CSafeLoader)
    for part in parents:
        table = entered(table, part)[1]
    if "add" in change:
        first = table.value[0][0].start_mark.index
        divider = ", " if table.flow_style else "\n" + " " * table.value[0][0].start_mark.column
        return f"{text[:first]}{last}: {change['add']}{divider}{text[first:]}"
    key, value = entered(table, last)
    node = key if "key" in change else value
    span = text[node.start_mark.index : node.end_mark.index]
    tail = span[len(span.rstrip()) :]
    new = change["key"] if "key" in change else change["value"]
    return text[: node.start_mark.index] + new + tail + text[node.end_mark.index :]


def entered(table: Any, part: str) -> tuple[yaml.Node, yaml.Node]:
    """The nodes of a key and its value."""
    if isinstance(table, yaml.SequenceNode):
        return table.value[int(part)], table.value[int(part)]
    return next((key, value) for key, value in table.value if key.value == part)


def shown(message: str, home: Path) -> str:
    """The message with the text at each place instead of its line and column."""

    def text_at(place: re.Match[str]) -> str:
        path = home / place[1]
        line, column = int(place[2]), int(place[3])
        lines = path.read_text(errors="replace").split("\n") if path.is_file() else [""]
        here = lines[line - 1][column - 1 :] if line <= len(lines) else ""
        return f"{place[1]}:«{here[:SNIPPET].rstrip()}»"

    message = re.sub(r"first in line \d+", "first in line N", message)
    return re.sub(r"([\w/]+\.yaml):(\d+):(\d+)", text_at, message)
