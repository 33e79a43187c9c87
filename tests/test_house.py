"""The house's rules that no import contract can tell: no clock, no chance, no files below the entries."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "smp_planner"
ENTRIES = ("views", "commands", "__main__.py")
READS_FILES = ("rules", "answers.py", *ENTRIES)
SHIPS_FILES = {"exports/paper/glyphs.py", "exports/paper/printer.py", "language/choose.py"}
CLOCK = {"today", "now", "utcnow", "fromtimestamp", "time_ns", "perf_counter", "monotonic", "localtime"}
CHANCE = {"random", "secrets", "uuid1", "uuid4", "urandom", "shuffle", "token_hex"}
FILES = {"open", "read_text", "read_bytes", "write_text", "write_bytes", "iterdir", "glob", "rglob"}


def modules(*, without: tuple[str, ...]) -> list[Path]:
    """Every module of the package but those in the given folders or files."""
    paths = sorted(PACKAGE.rglob("*.py"))
    return [path for path in paths if path.relative_to(PACKAGE).parts[0] not in without]


def names(source: str) -> Iterator[tuple[int, str]]:
    """Every name that a module calls or imports, with its line."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            yield node.lineno, name
        elif isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, node.module or ""
            yield from ((node.lineno, alias.name) for alias in node.names)


def found(paths: list[Path], forbidden: set[str]) -> list[str]:
    return [
        f"{path.relative_to(PACKAGE)}:{line}: {name}"
        for path in paths
        for line, name in names(path.read_text(encoding="utf-8"))
        if name in forbidden
    ]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("from datetime import date\ndate.today()", "today"),
        ("import random\nrandom.random()", "random"),
        ("from uuid import uuid4", "uuid4"),
        ("open('x')", "open"),
        ("Path('x').read_text()", "read_text"),
    ],
)
def test_a_breach_is_seen(source: str, name: str) -> None:
    assert name in [found for _, found in names(source)]


def test_nobody_below_the_entries_reads_the_clock_or_leaves_anything_to_chance() -> None:
    assert found(modules(without=ENTRIES), CLOCK | CHANCE) == []


def test_only_rules_and_answers_read_files() -> None:
    """And the printer, which reads the fonts and the template that the package ships."""
    reading = found(modules(without=READS_FILES), FILES)
    assert {place.split(":")[0] for place in reading} == SHIPS_FILES


def test_the_entries_are_there_and_most_of_the_package_is_below_them() -> None:
    assert all((PACKAGE / entry).exists() for entry in ENTRIES)
    assert len(modules(without=ENTRIES)) > 100
