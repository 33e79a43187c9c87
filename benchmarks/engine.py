"""The engine beside what it stands on: loading, one plan, a whole process, many plans."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from statistics import median
from time import perf_counter

import yaml

from benchmarks.effort import Effort
from benchmarks.timing import INTAKE, ROOT, milliseconds
from smp_planner.answers import read_intake
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.load import DATA, load_rules

BARE = f"""
import yaml; from pydantic import BaseModel
from pathlib import Path
for path in Path({str(DATA)!r}).rglob("*.yaml"):
    path.parent.name == "clinics" or yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
"""


def compare(effort: Effort) -> None:
    """Print a line for each comparison."""
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
    times = [(milliseconds(first), milliseconds(second)) for _ in range(runs)]
    return (
        median(a for a, _ in times),
        median(b for _, b in times),
        median(a / b for a, b in times),
    )


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
    times = [milliseconds(lambda: plan_treatment(intake, rules)) for _ in range(runs)]
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
