"""A clinic's file with very many values or faults is told in full, by a bounded number of looks."""

from __future__ import annotations

from pathlib import Path

import pytest

from smp_planner import errors
from smp_planner.rules import clashes
from smp_planner.rules.clashes import check_layer
from smp_planner.rules.layers import Layer, apply_clinic, parameters
from smp_planner.rules.load import read_layer, try_load
from tests.own_clinic import NAMED, SIGNED

SUN = "aftercare.instructions.direct_sun.to_day"
TOUCHING = "aftercare.instructions.touching.to_day"
SUNSCREEN = "aftercare.instructions.sunscreen.from_day"  # begins where the limit of the sun ends
SHARES = "sessions.shares."  # these have to add up


def test_what_clashes_is_found_among_all_values_by_few_looks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nearly every figure is moved, two beyond their limits: the two are named."""
    base, _ = read_layer()
    lines = [
        f"  {id_}: {{value: {found.limits[0]}, reason: Ours., sources: [ours]}}\n"
        for id_, found in parameters(base).items()
        if id_ not in {SUN, TOUCHING, SUNSCREEN} and not id_.startswith(SHARES)
    ]
    signed = f"range: [7, 10], reason: Ours., {SIGNED}}}"
    clinic = tmp_path / "clinic.yaml"
    clinic.write_text(
        f"{NAMED}overrides:\n{''.join(lines)}"
        f"exceptions:\n  {SUN}: {{value: 8, {signed}\n  {TOUCHING}: {{value: 8, {signed}\n"
    )
    looks = []

    def looked(layer: Layer) -> list[errors.Problem]:
        looks.append(layer)
        return check_folder(layer)

    check_folder = clashes.check_folder
    monkeypatch.setattr(clashes, "check_folder", looked)
    layer, faults = apply_clinic(clinic, base)
    told = {problem.key for problem in check_layer(base, layer) if problem.code == "R545"}
    assert (faults, told) == ([], {f"exceptions.{SUN}", f"exceptions.{TOUCHING}"})
    assert len(layer.edits) > 140
    assert len(looks) < 40


def test_only_the_first_of_very_many_misspelled_words_come_with_a_hint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def closest(word: str, known: tuple[str, ...], *, alike: float) -> str:
        asked.append(word)
        return did_you_mean(word, known, alike=alike)

    did_you_mean = errors.did_you_mean
    monkeypatch.setattr(errors, "did_you_mean", closest)
    count = 3 * errors.MOST_HINTS
    wrong = [
        f"  sessions.gaps.frist_to_second{n}: {{value: 9, reason: Ours., sources: [our{n}]}}\n"
        for n in range(count)
    ]
    clinic = tmp_path / "clinic.yaml"
    clinic.write_text(f"{NAMED}overrides:\n{''.join(wrong)}")
    _, problems = try_load(clinic=clinic)
    hints = [problem.hint for problem in problems if problem.code == "R501"]
    assert len(hints) == count
    assert all(hints[: errors.MOST_HINTS])
    assert not any(hints[errors.MOST_HINTS :])
    assert len(asked) == 2 * errors.MOST_HINTS
