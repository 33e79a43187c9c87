"""Every document with money says whose prices they are, as of when, and what moves them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from smp_planner.domain.plan import TreatmentPlan
from smp_planner.exports.paper.money import what_it_costs
from smp_planner.exports.table import to_csv
from smp_planner.exports.text import to_text
from smp_planner.exports.workbook import to_xlsx
from smp_planner.rules.load import DATA
from tests.packaged_rules import rules_of
from tests.people import ADULT, adult, plan_of

CLINIC = DATA / "clinics" / "example-clinic.yaml"


def on_paper(plan: TreatmentPlan) -> str:
    return repr(what_it_costs(plan, date(2026, 11, 28)))


def in_the_workbook(plan: TreatmentPlan) -> str:
    book = load_workbook(BytesIO(to_xlsx(plan)))
    return " ".join(str(cell.value) for row in book["Price"].iter_rows() for cell in row if cell.value)


@pytest.mark.parametrize("written", [to_text, to_csv, on_paper, in_the_workbook])
@pytest.mark.parametrize(
    ("region", "clinic", "whose"),
    [
        ("US", None, "Prices of the United States, as of 23 Nov 2026."),
        ("UK", None, "Prices of the United Kingdom, as of 23 Nov 2026."),
        (None, CLINIC, "Prices of Example clinic, from its list as of 1 Nov 2026."),
    ],
)
def test_the_money_says_whose_prices_it_is_and_as_of_when(
    region: str | None, clinic: Path | None, whose: str, written: Callable[[TreatmentPlan], str]
) -> None:
    plan = plan_of(ADULT, rules_of(region, clinic))
    assert whose in " ".join(written(plan).split())


@pytest.mark.parametrize("written", [to_text, to_csv, on_paper])
def test_no_word_of_prices_is_said_where_none_is_shown(written: Callable[[TreatmentPlan], str]) -> None:
    plan = plan_of(adult(health_asked=False), rules_of("UK"))
    told = written(plan)
    assert "Prices of" not in told
    assert "The price goes by" not in told


@pytest.mark.parametrize("written", [to_csv, on_paper, in_the_workbook])
def test_what_moves_the_price_stands_beside_it(written: Callable[[TreatmentPlan], str]) -> None:
    told = written(plan_of(ADULT, rules_of("UK")))
    assert "The price goes by the size of the area, not by visit." in told


@pytest.mark.parametrize("written", [to_text, on_paper])
def test_what_if_says_once_that_one_more_visit_is_extra(written: Callable[[TreatmentPlan], str]) -> None:
    told = " ".join(written(plan_of(ADULT, rules_of("UK"))).split())
    assert told.count("The price goes by area; one more visit is extra.") == 1
