"""The command line as people meet it, in a folder of their own or in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import smp_planner
from smp_planner.__main__ import main

LEAST = "goals: [shaved_look]\narea: {norwood: V}\nhealth: []\ncalendar: {start: 2027-01-11}\n"
CLINIC = (
    "name: Test studio\noverrides:\n  sessions.count: {value: 4, reason: ours, sources: [our-judgement]}\n"
)
ROOT = Path(smp_planner.__file__).parents[1]

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in an empty folder that holds `a.yaml`; exit status, output, complaints."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SMP_CLINIC", raising=False)
    monkeypatch.delenv("SMP_REGION", raising=False)
    monkeypatch.delenv("SMP_LOCALE", raising=False)
    Path("a.yaml").write_text(LEAST)
    Path("clinic.yaml").write_text(CLINIC)

    def call(*arguments: str) -> tuple[int, str, str]:
        try:
            status = main(arguments)
        except SystemExit as end:
            status = int(end.code or 0)
        out, told = capsysbinary.readouterr()
        return status, out.decode(), told.decode()

    return call


def process(
    *arguments: str, given: bytes = b"", environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "smp_planner", *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})},
        input=given, capture_output=True, check=False, timeout=60,
    )  # fmt: skip
