"""How the planner stands against the list for decision aids, as a document: docs/reference/ipdas.md."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

ROOT = Path(__file__).parents[1]
POINTS = Path(__file__).with_name("ipdas.yaml")
DOCUMENT = ROOT / "docs" / "reference" / "ipdas.md"
MET, OPEN, APART = "met", "not done yet", "does not apply"
HEAD = """# Against the list for patient decision aids

IPDASi v4.0 (Joseph-Williams 2014) lists 44 points in three groups. This is what the makers found when they
went through it themselves, in their own words. Nobody else has checked it, and no body has given it a mark.
A point is met where tests prove it; they are named. A point that needs people is not done yet, as none were
asked. Written from `tests/ipdas.yaml`: change an entry there, then run
`python -m pytest tests/test_ipdas_doc.py --rewrite-goldens`.
"""


class Point(NamedTuple):
    """One point of the list: what it asks, how we stand, and what proves it or what is missing."""

    group: str
    id: str
    asks: str
    status: str
    proved_by: tuple[str, ...]
    why: str


def read_points() -> tuple[Point, ...]:
    """Every point, in the order of the list."""
    groups = yaml.load(POINTS.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return tuple(_point(group["title"], item) for group in groups for item in group["items"])


def _point(group: str, item: Mapping[str, Any]) -> Point:
    proved = tuple(item.get("proved_by", ()))
    return Point(group, str(item["id"]), item["asks"], item["status"], proved, item.get("why", ""))


def render_ipdas() -> str:
    """The whole document: the counts, then a table for each group."""
    points = read_points()
    lines = [HEAD, *_counts(points)]
    for group in dict.fromkeys(point.group for point in points):
        lines += ["", f"## {group}", "", "| Point | The aid … | Status | Proved by, or what is missing |"]
        lines += ["|---|---|---|---|", *(_row(point) for point in points if point.group == group)]
    return "\n".join(lines) + "\n"


def _counts(points: tuple[Point, ...]) -> Iterator[str]:
    count = Counter(point.status for point in points)
    yield f"{len(points)} points: {count[MET]} met, {count[OPEN]} not done yet, {count[APART]} do not apply."


def _row(point: Point) -> str:
    proof = "<br>".join(f"`{test.removeprefix('tests/')}`" for test in point.proved_by)
    return f"| {point.id} | {point.asks} | {point.status} | {proof or point.why or 'about tests alone'} |"


@cache
def tests_in(path: Path) -> frozenset[str]:
    """The names of the tests that a file holds."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def is_there(test: str) -> bool:
    """Whether a test is there, by its file and name."""
    file, _, name = test.partition("::")
    return name.startswith("test_") and (ROOT / file).is_file() and name in tests_in(ROOT / file)
