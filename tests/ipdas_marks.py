"""Which tests prove a point of the list for decision aids: those that bear it, are collected and not skipped.

    @pytest.mark.ipdas("2.2.4")

As a plugin it lists them when tests are collected, and a test that bears a point and is skipped has failed.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Generator, Mapping, Sequence
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TESTS = ROOT / "tests"
SKIPPED = ("skip", "skipif", "xfail")
LINE = re.compile(r"^ipdas (\S+) (\S+?)(?:\[.*)?$", re.MULTILINE)


def pytest_collection_finish(session: pytest.Session) -> None:
    """Where tests are only collected: a line for each point that a test bears."""
    if not session.config.option.collectonly:
        return
    for item in session.items:
        for mark in item.iter_markers("ipdas"):
            if not any(map(item.get_closest_marker, SKIPPED)):
                for point in mark.args:
                    session.config.get_terminal_writer().line(f"ipdas {point} {item.nodeid}")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """What is skipped proves nothing."""
    report = yield
    if report.skipped and item.get_closest_marker("ipdas"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} proves a point of IPDAS and may not be skipped"
    return report


@cache
def proofs() -> Mapping[str, tuple[str, ...]]:
    """The tests that prove each point, by its id, as they stand in the repository."""
    files = [path for path in sorted(TESTS.rglob("test_*.py")) if "mark.ipdas(" in path.read_text("utf-8")]
    return proofs_in(*(str(path.relative_to(ROOT)) for path in files))


def proofs_in(*files: str) -> Mapping[str, tuple[str, ...]]:
    """The same for some files alone."""
    told = run_pytest("--collect-only", "-q", *files).stdout
    found: dict[str, dict[str, None]] = {}
    for point, test in LINE.findall(told):
        found.setdefault(point, {})[test] = None
    return {point: tuple(tests) for point, tests in found.items()}


def run_pytest(*words: str) -> subprocess.CompletedProcess[str]:
    """pytest with this plugin, in a process of its own."""
    command: Sequence[str] = (sys.executable, "-m", "pytest", "-c", "pyproject.toml", "--rootdir", ".",
                              "-p", __name__, "-m", "ipdas", *words)  # fmt: skip
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
