"""How long a piece of work takes, and the example that is planned."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).resolve().parents[1]
INTAKE = ROOT / "docs" / "example-intake.yaml"


def middle(work: Callable[[], object], runs: int) -> float:
    """Milliseconds that the work takes, the middle of all runs."""
    return median(milliseconds(work) for _ in range(runs))


def milliseconds(work: Callable[[], object]) -> float:
    """How long the work takes once."""
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000
