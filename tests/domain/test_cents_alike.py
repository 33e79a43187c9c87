"""The amounts of one figure are told alike: "£1,872 (£1,872 to £2,188.80)" mixed pounds with pence."""

from __future__ import annotations

from decimal import Decimal

from smp_planner.domain.quantities import Estimate
from smp_planner.domain.words import between, planned


def test_where_one_amount_has_pence_all_have() -> None:
    amount = Estimate(1872, 1872, Decimal("2188.8"), "GBP")
    assert planned(amount) == "£1,872.00 (£1,872.00 to £2,188.80)"
    assert between(1, Decimal("2.5"), "USD") == "$1.00 to $2.50"


def test_whole_amounts_stay_whole_and_areas_as_they_are() -> None:
    assert planned(Estimate(1800, 2800, 4000, "USD")) == "$2,800 ($1,800 to $4,000)"
    assert planned(Estimate(1, Decimal("1.5"), 2, "cm2")) == "1.5 cm2 (1 to 2)"
