"""A rule of the clinic's own is signed before anybody is treated by it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from smp_planner.rules.checks import signature_warnings
from smp_planner.rules.load import read_layer
from tests.own_clinic import EXERCISE, own_clinic


def test_a_signature_of_a_day_to_come_is_a_warning_at_its_place(tmp_path: Path) -> None:
    own_clinic(tmp_path, exceptions=EXERCISE)
    layer, problems = read_layer(clinic=tmp_path / "clinic.yaml")
    assert problems == []
    assert [*signature_warnings(layer, date(2026, 11, 1))] == []
    (warning,) = signature_warnings(layer, date(2026, 10, 31))
    assert str(warning.place).startswith(f"{tmp_path / 'clinic.yaml'}:7:")
    assert str(warning).endswith(
        ".to_day.signed.on: is 2026-11-01, which is still to come [R551]\n"
        "    hint: a rule is signed before people are treated by it"
    )
    assert warning.level == "warning"
    assert [*signature_warnings(read_layer()[0], date(2020, 1, 1))] == []
