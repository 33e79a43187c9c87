"""Where a plan is written, and what is said where it can't be."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from smp_planner.commands.arguments import CallError
from smp_planner.commands.output import give
from tests.commands.conftest import LEAST, ROOT, Run, process

# --- files ----------------------------------------------------------------------------------


def test_a_plan_is_written_to_a_file(run: Run) -> None:
    assert run("plan", "a.yaml", "-o", "plan.txt") == (0, "", "")
    assert Path("plan.txt").read_text() == run("plan", "a.yaml")[1]
    assert sorted(os.listdir()) == ["a.yaml", "clinic.yaml", "plan.txt"]


def test_a_dash_stands_for_the_terminal(run: Run) -> None:
    assert run("plan", "a.yaml", "-o", "-") == run("plan", "a.yaml")


def test_a_file_that_is_there_is_replaced_and_keeps_its_permissions(run: Run) -> None:
    path = Path("plan.txt")
    path.write_text("old")
    path.chmod(0o640)
    run("plan", "a.yaml", "-o", "plan.txt")
    assert path.read_text().startswith("YOUR")
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_link_is_followed_and_stays_a_link(run: Run) -> None:
    Path("there.txt").write_text("old")
    Path("here.txt").symlink_to("there.txt")
    run("plan", "a.yaml", "-o", "here.txt")
    assert Path("here.txt").is_symlink()
    assert Path("there.txt").read_text().startswith("YOUR")


def test_a_failed_run_leaves_the_file_as_it_was(run: Run) -> None:
    Path("plan.txt").write_text("old")
    Path("a.yaml").write_text(LEAST + "density: thick\n")
    assert run("plan", "a.yaml", "-o", "plan.txt")[0] == 2
    assert Path("plan.txt").read_text() == "old"


def test_a_plan_never_takes_the_place_of_its_own_answers(run: Run) -> None:
    expected = "./a.yaml: is the file of answers itself; nothing was written\n"
    assert run("plan", "a.yaml", "-o", "./a.yaml") == (2, "", expected)
    assert Path("a.yaml").read_text() == LEAST


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("none/plan.txt", "No such file or directory"),
        (".", "it is a folder"),
        ("a\0b", "not a path of a file"),
    ],
)
def test_a_file_that_cannot_be_written_is_told(target: str, reason: str, run: Run) -> None:
    told = target.replace("\0", r"\x00")
    assert run("plan", "a.yaml", "-o", target) == (2, "", f"{told}: can't be written: {reason}\n")


def test_a_device_is_written_to_and_not_replaced(run: Run) -> None:
    assert run("plan", "a.yaml", "-o", os.devnull) == (0, "", "")
    assert not Path(os.devnull).is_file()


def test_a_write_that_fails_half_way_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_self: Path, _target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(CallError, match="No space left on device"):
        give(b"x", str(tmp_path / "plan.txt"))
    assert list(tmp_path.iterdir()) == []


# --- standard output ------------------------------------------------------------------------


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_told_and_not_traced(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with open("/dev/full", "w") as full:
        monkeypatch.setattr(sys, "stdout", full)
        status, _, told = run("plan", "a.yaml")
    assert (status, told) == (2, "standard output can't be written: No space left on device\n")


def test_a_reader_who_stops_early_is_no_problem(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with open(writer, "w") as pipe:
        monkeypatch.setattr(sys, "stdout", pipe)
        status, _, told = run("plan", "a.yaml", "--format", "json")
    assert (status, told) == (0, "")


def test_a_process_whose_reader_stops_early_ends_quietly() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "smp_planner", "schema", "plan"],
            env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=writer, stderr=subprocess.PIPE, check=False,
        )  # fmt: skip
    finally:
        os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


def test_output_does_not_depend_on_the_terminal_s_letters() -> None:
    text = LEAST.replace("11}", "11, events: [{on: 2027-02-01, name: Zoë, kind: sun}]}")
    done = process(
        "plan", "-", "--format", "json", given=text.encode(), environment={"PYTHONIOENCODING": "ascii"}
    )
    assert done.returncode == 0
    assert "Zoë".encode() in done.stdout


def test_closed_streams_are_told_and_not_traced(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert run("plan", "-") == (2, "", "standard input is closed\n")
    monkeypatch.setattr(sys, "stdout", None)
    assert run("plan", "a.yaml") == (2, "", "standard output is closed\n")
    monkeypatch.setattr(sys, "stderr", None)
    assert run("plan", "none.yaml")[0] == 2
