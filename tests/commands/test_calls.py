"""How the program is called: calls that make no sense, help, the environment, and what a call loads."""

from __future__ import annotations

import gc
import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from smp_planner.commands.arguments import parser, with_environment
from tests.commands.conftest import LEAST, ROOT, Run


@pytest.mark.parametrize(
    "call",
    [
        [],
        ["paint"],
        ["plan"],
        ["plan", "a.yaml", "--format", "docx"],
        ["plan", "a.yaml", "--region", "FR"],
        ["plan", "a.yaml", "--paper", "a3"],
        ["plan", "a.yaml", "--form", "json"],
        ["schema"],
        ["schema", "clinic"],
        ["check", "a.yaml"],
        ["explain"],
    ],
    ids=" ".join,
)
def test_a_call_that_makes_no_sense_ends_with_2(call: list[str], run: Run) -> None:
    status, out, told = run(*call)
    assert (status, out) == (2, "")
    assert told.startswith("usage: python -m smp_planner")


def test_help_is_no_failure(run: Run) -> None:
    status, out, told = run("--help")
    assert (status, told) == (0, "")
    assert "exit status: 0 done" in out


def test_an_interrupt_ends_quietly(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_call: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("smp_planner.__main__._run", stop)
    assert run("check") == (130, "", "")


def test_a_fault_of_ours_is_told_without_a_traceback_or_an_answer(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object, **_options: object) -> None:
        raise ValueError("can't print what Ann typed")

    Path("plan.pdf").write_text("as it was")
    monkeypatch.setattr("typst.compile", fail)
    status, out, told = run("plan", "a.yaml", "--format", "pdf", "-o", "plan.pdf")
    assert (status, out) == (70, "")
    assert told.startswith(
        "This failed. It is a fault of the planner, not yours: ValueError: tests/commands/test_calls.py:"
    )
    assert "Ann" not in told
    assert "Traceback" not in told
    assert Path("plan.pdf").read_text() == "as it was"


def test_a_call_given_in_full_asks_nothing_of_the_environment() -> None:
    call = parser().parse_args(["plan", "a.yaml", "--clinic", "c.yaml", "--region", "US"])
    same = with_environment(call, {"SMP_CLINIC": "other.yaml", "SMP_REGION": "UK"})
    assert (same.clinic, same.region) == ("c.yaml", "US")


def test_the_package_runs_as_a_command(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["smp_planner", "plan", "none.yaml"])
    monkeypatch.delitem(sys.modules, "smp_planner.__main__")
    try:
        with pytest.raises(SystemExit) as end:
            runpy.run_module("smp_planner", run_name="__main__")
    finally:
        gc.enable()
    assert end.value.code == 2


def test_planning_loads_nothing_of_the_app(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(LEAST)
    code = (
        "import sys; from smp_planner.__main__ import main; print(main(['plan', 'a.yaml', '-o', 'b.txt']),"
        "sorted({'streamlit', 'pandas', 'numpy', 'icalendar', 'plotly'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, check=True,
    )  # fmt: skip
    assert done.stdout == b"0 []\n"
