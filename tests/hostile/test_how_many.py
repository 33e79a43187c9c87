"""Every run tries as many hostile cases as were asked for, beside those that are listed one by one."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from tests.hostile.how_many import HANDED_OUT

ASKED = 1_000


def test_every_run_tries_more_cases_than_were_asked_for() -> None:
    for path in Path(__file__).parent.glob("test_*.py"):
        import_module(f"tests.hostile.{path.stem}")  # where only this one is run
    assert sum(HANDED_OUT) > 1.1 * ASKED
