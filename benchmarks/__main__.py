"""Measure engine and page beside what they stand on; prints a line a claim, with both sides of its ratio.

`python -m benchmarks` takes some minutes, `python -m benchmarks page` only what it names; `--quick` takes
each measure once, to see that it runs.
"""

from __future__ import annotations

import gc
import os
import platform
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

import yaml

from benchmarks.browser import compare_in_browser
from benchmarks.page import compare_pages
from smp_planner.answers import read_intake
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.load import DATA, load_rules

ROOT = Path(__file__).resolve().parents[1]
INTAKE = ROOT / "docs" / "example-intake.yaml"
BARE = f"""
import yaml; from pydantic import BaseModel
from pathlib import Path
for path in Path({str(DATA)!r}).rglob("*.yaml"):
    path.parent.name == "clinics" or yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
"""


class Effort(NamedTuple):
    """How often each comparison is run, and of how many plans at most."""

    loads: int
    plans: int
    processes: int
    many: tuple[int, ...]
    rounds: int
    taps: int


THOROUGH = Effort(loads=15, plans=200, processes=11, many=(1, 10, 100, 1000), rounds=20, taps=60)
QUICK = Effort(loads=1, plans=1, processes=1, many=(1, 10), rounds=1, taps=2)


def main(arguments: Sequence[str]) -> None:
    """Run every comparison and print it."""
    parser = ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="each measure once: shows that it runs")
    parser.add_argument("parts", nargs="*", metavar="part", help=f"{', '.join(PARTS)}; all without one")
    asked = parser.parse_args(arguments)
    if unknown := set(asked.parts) - set(PARTS):
        parser.error(f"no part is called {', '.join(sorted(unknown))}")
    print(f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} processors")
    for name, compare in PARTS.items():
        if name in (asked.parts or PARTS):
            compare(QUICK if asked.quick else THOROUGH)


def _compare_engine(effort: Effort) -> None:
    _load(effort.loads)
    _plan(effort.plans)
    _process(effort.processes)
    _many(effort.many)


def _pairs(
    first: Callable[[], object], second: Callable[[], object], runs: int
) -> tuple[float, float, float]:
    """Medians of both in milliseconds and of their ratio, run in turn after a warm-up."""
    first()
    second()
    times = [(_once(first), _once(second)) for _ in range(runs)]
    return (
        median(a for a, _ in times),
        median(b for _, b in times),
        median(a / b for a, b in times),
    )


def _once(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000


def _bare_parse() -> None:
    for path in DATA.rglob("*.yaml"):
        if path.parent.name != "clinics":
            yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def _load(runs: int) -> None:
    ours, bare, ratio = _pairs(load_rules, _bare_parse, runs)
    print(
        f"load_rules          {ours:8.1f} ms | bare C parse   {bare:8.1f} ms | ratio {ratio:5.2f}"
        " (goal: at most 4)"
    )


def _plan(runs: int) -> None:
    rules, intake = load_rules(), read_intake(INTAKE)
    gc.collect()
    gc.freeze()  # both as the page does once its rules are loaded
    gc.set_threshold(20_000)
    times = [_once(lambda: plan_treatment(intake, rules)) for _ in range(runs)]
    print(f"plan_treatment      {median(times):8.2f} ms median of {runs} (goal: at most 3)")


def _process(runs: int) -> None:
    command = [sys.executable, "-m", "smp_planner", "plan", str(INTAKE)]
    ours, bare, ratio = _pairs(lambda: _run(command), lambda: _run([sys.executable, "-c", BARE]), runs)
    print(
        f"whole plan process  {ours:8.0f} ms | bare process   {bare:8.0f} ms | ratio {ratio:5.2f}"
        " (goal: at most 2)"
    )


def _run(command: list[str]) -> None:
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, check=True)


def _many(counts: Sequence[int]) -> None:
    rules, intake = load_rules(), read_intake(INTAKE)
    each: list[str] = []
    for count in counts:
        people = [
            replace(
                intake,
                calendar=replace(intake.calendar, start=intake.calendar.start + timedelta(days=n % 300)),
            )
            for n in range(count)
        ]
        start = perf_counter()
        for person in people:
            plan_treatment(person, rules)
        each.append(f"{count}: {(perf_counter() - start) * 1000 / count:.2f}")
    print(f"ms a plan, by number of plans: {', '.join(each)} (goal: linear)")


PARTS: Mapping[str, Callable[[Effort], None]] = {
    "engine": _compare_engine,
    "page": lambda effort: compare_pages(effort.rounds),
    "browser": lambda effort: compare_in_browser(effort.taps),
}


if __name__ == "__main__":
    main(sys.argv[1:])
