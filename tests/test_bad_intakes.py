"""Planted faults in intake files, each with the whole message that the command gives.

A file in `tests/bad_intakes/` is planned with, and what is said about it stands beside it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from smp_planner.__main__ import main

FOLDER = Path(__file__).parent / "bad_intakes"
CASES = sorted(path for path in FOLDER.iterdir() if path.suffix != ".expected")


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_fault_in_the_answers_is_told_in_full(
    case: Path,
    capsysbinary: pytest.CaptureFixture[bytes],
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> None:
    monkeypatch.chdir(FOLDER)
    status = main(["plan", case.name])
    out, told = capsysbinary.readouterr()
    expected = case.with_suffix(".expected")
    if request.config.getoption("--rewrite-goldens"):
        expected.write_bytes(told)
    assert (status, out, told) == (2, b"", expected.read_bytes())
