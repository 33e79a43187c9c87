"""A check of the rules: what it counts, and its problems and warnings."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from smp_planner.commands.arguments import parser
from smp_planner.commands.checking import run_check
from smp_planner.rules.load import DATA
from tests.commands.conftest import Run
from tests.own_clinic import EXERCISE, own_clinic


def test_a_check_says_what_it_checked(run: Run) -> None:
    status, out, told = run("check")
    words = out.split()
    assert (status, told) == (0, "")
    assert out.startswith("46 rule files, ")
    assert out.endswith(" sources: no problem\n")
    assert int(words[3]) > 150
    assert int(words[5]) == len((DATA / "sources.yaml").read_text().split("read_on: ")) - 1


def test_a_check_counts_what_a_clinic_moves(run: Run) -> None:
    status, out, _ = run("check", "--clinic", "clinic.yaml")
    assert status == 0
    assert out.endswith(" sources, 1 value moved by Test studio: no problem\n")


def test_a_check_takes_the_clinic_of_the_environment(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SMP_CLINIC", "none.yaml")
    expected = "1 problem in the rules\nnone.yaml:1:1: can't be opened: No such file or directory [R100]\n"
    assert run("check") == (1, "", expected)


def test_a_check_tells_every_problem_of_every_file(run: Run) -> None:
    shutil.copytree(DATA, "rules")
    for name, old, new in (
        ("sessions", "unit: sessions", "unit: sesions"),
        ("density", "unsure_look: ", "unsure_look: x"),
    ):
        path = Path(f"rules/{name}.yaml")
        path.write_text(path.read_text().replace(old, new, 1))
    status, out, told = run("check", "--rules", "rules/")
    assert (status, out) == (1, "")
    assert told.startswith("2 problems in the rules\nrules/density.yaml:")
    assert "\nrules/sessions.yaml:" in told


def test_an_old_review_is_a_warning_and_no_failure(
    capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SMP_CLINIC", raising=False)
    run_check(parser().parse_args(["check"]), date(2040, 1, 1))
    out, told = capsysbinary.readouterr()
    assert out.endswith(b"no problem\n")
    assert told.startswith(b"24 warnings\ndata/about.yaml:")
    assert b"was last reviewed on 2026-11-23, more than a year ago [R310]" in told


def test_one_warning_is_one(capsysbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> None:
    shutil.copytree(DATA, tmp_path / "data")
    path = tmp_path / "data" / "density.yaml"
    path.write_text(path.read_text().replace("on: 2026-11-23", "on: 2020-01-01", 1))
    run_check(parser().parse_args(["check", "--rules", str(path.parent)]), date(2027, 1, 1))
    assert capsysbinary.readouterr()[1].startswith(b"1 warning\n")


def test_a_signature_of_a_day_to_come_is_told(
    capsysbinary: pytest.CaptureFixture[bytes], tmp_path: Path
) -> None:
    own_clinic(tmp_path, exceptions=EXERCISE)
    call = parser().parse_args(["check", "--clinic", str(tmp_path / "clinic.yaml")])
    run_check(call, date(2026, 10, 1))
    out, told = capsysbinary.readouterr()
    assert out.endswith(b"1 value moved by Own clinic: no problem\n")
    assert told.startswith(b"1 warning\n")
    assert b"signed.on: is 2026-11-01, which is still to come [R551]" in told
