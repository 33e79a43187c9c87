"""A clinic's quote in every file: with its days, its total with tax, and until when it is valid."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path

import openpyxl
import pytest

from smp_planner.commands.arguments import parser
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.words import spoken
from smp_planner.exports.paper.blocks import Bullets, Pairs, Paragraph, Table
from smp_planner.exports.paper.document import paper_of
from smp_planner.exports.paper.money import what_it_costs
from smp_planner.exports.paper.page import to_page
from smp_planner.exports.table import to_csv
from smp_planner.exports.text import to_text
from smp_planner.exports.workbook import to_xlsx
from smp_planner.rules.load import DATA, load_rules
from smp_planner.rules.ruleset import RuleSet
from tests.packaged_rules import rules_of
from tests.people import adult, plan_of

MADE_ON = date(2026, 11, 27)
STUDIO, CLINIC = "example-studio", "example-clinic"


FIRST = "At visit 1, less the deposit"


@cache
def quoted(clinic: str) -> TreatmentPlan:
    return plan_of(adult(), rules_of(clinic=DATA / "clinics" / f"{clinic}.yaml"))


def test_text_tells_each_payment_with_its_day_and_the_total_with_tax() -> None:
    told = to_text(quoted(CLINIC), made_on=MADE_ON)
    assert f"- Deposit, when you book: £264 - {FIRST}, Tue 12 Jan 2027: £176" in " ".join(told.split())
    whole = " ".join(told.split())
    assert "In all, with VAT: £1,320 (£1,320 to £1,584); VAT of 20 per cent, in the total: £220 " in whole
    assert "- At visit 4, only if it is needed, no day yet: up to £264" in told
    assert "A visit beyond this plan: £264. " in whole
    assert "This ends before this plan's first check, planned for 23 February 2029." in whole
    assert "Valid until 26 January 2027." in whole


def test_without_a_day_a_quote_says_for_how_long_it_is_good_and_the_bytes_are_the_same() -> None:
    plan = quoted(STUDIO)
    assert "Good for 90 days from the day you got this." in " ".join(to_text(plan).split())
    assert to_xlsx(plan) == to_xlsx(plan)


def test_paper_has_a_table_of_what_is_paid_when() -> None:
    paper = paper_of(quoted(STUDIO), made_on=MADE_ON)
    (money,) = [section for section in paper.sections if section.id == "money"]
    tables = {block.caption: block.rows for block in money.blocks if isinstance(block, Table)}
    assert tables["What you pay, and when"][0] == ("Deposit", "when you book", "$250")
    assert tables["What you pay, and when"][-1] == (
        "At visit 4, only if it is needed",
        "no day yet",
        "up to $800",
    )
    said = [block.say for block in money.blocks if isinstance(block, Paragraph)]
    assert any("not a Good Faith Estimate" in words for words in said)
    assert "Valid until 25 February 2027." in said
    listed = [item for block in money.blocks if isinstance(block, Bullets) for item in block.items]
    assert "Deposit: Given back up to 14 days before the first visit." in listed


def test_the_first_page_says_whether_tax_is_in_the_price() -> None:
    said = {
        CLINIC: "£1,320 (£1,320 to £1,584), with VAT. For 3 visits, at its high end 4, and £264 for one more."
    }
    said[STUDIO] = (
        "$2,650 ($2,650 to $3,450); tax may come on top: ask. "
        "For 3 visits, at its high end 4, and $800 for one more."
    )
    for clinic, price in said.items():
        (pairs,) = (
            block for block in paper_of(quoted(clinic)).sections[0].blocks if isinstance(block, Pairs)
        )
        assert dict(pairs.items)["Price of all visits"] == price


def test_a_price_that_most_clinics_don_t_ask_is_told_in_text_and_on_paper(tmp_path: Path) -> None:
    dearer = (DATA / "clinics" / f"{STUDIO}.yaml").read_text().replace("touch_up: 400", "touch_up: 1200")
    path = tmp_path / "dearer.yaml"
    path.write_text(dearer)
    plan = plan_of(adult(), load_rules(clinic=path))
    told = "A touch-up, $1,200, lies above what most clinics publish: $300 to $1,000."
    assert told in " ".join(to_text(plan).split())
    assert told in to_page(paper_of(plan))


def test_the_table_has_a_row_a_payment_with_its_day() -> None:
    rows = list(csv.DictReader(io.StringIO(to_csv(quoted(CLINIC)))))
    paid = [list(row.values()) for row in rows if row["section"] == "payment"]
    assert [row[1] for row in paid] == [
        *("Deposit", FIRST, "At visit 2", "At visit 3"),
        "At visit 4, only if it is needed",
    ]
    assert paid[1][2] == "2027-01-12"


def test_days_of_a_quote_wait_for_a_doctor_as_those_of_the_visits_do() -> None:
    rules = rules_of(clinic=DATA / "clinics" / f"{CLINIC}.yaml")
    told = " ".join(to_text(plan_of(adult(health=("blood_thinner",)), rules)).split())
    assert f"- {FIRST}, Tue 12 Jan 2027 (to be confirmed): £176" in told


def test_what_a_clinic_writes_is_text_and_never_markup(tmp_path: Path) -> None:
    text = (DATA / "clinics" / f"{CLINIC}.yaml").read_text()
    path = tmp_path / "odd.yaml"
    without_logo = text.replace(", logo: example-clinic.svg", "")
    path.write_text(without_logo.replace("name: VAT", 'name: "<b>=1+1</b>"'))
    plan = plan_of(adult(), load_rules(clinic=path))
    assert "In all, with &lt;b&gt;=1+1&lt;/b&gt;" in to_page(paper_of(plan))
    assert to_xlsx(plan)


def test_the_day_of_a_call_is_a_day(capsys: pytest.CaptureFixture[str]) -> None:
    assert parser().parse_args(["plan", "me.yaml", "--made-on", "2026-11-27"]).made_on == MADE_ON
    with pytest.raises(SystemExit):
        parser().parse_args(["plan", "me.yaml", "--made-on", "tomorrow"])
    assert "should be a day like 2027-01-31; found 'tomorrow'" in capsys.readouterr().err


def test_the_workbook_has_real_days_and_numbers_and_the_total_with_tax() -> None:
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(quoted(CLINIC), made_on=MADE_ON)))
    rows = [list(row) for row in book["Quote"].iter_rows(values_only=True)]
    told = {row[1]: row for row in rows}
    assert told[FIRST][2:6] == [
        datetime(2027, 1, 12),
        176,
        176,
        176,
    ]
    assert told["In all, with VAT"][4] == 1320
    assert told["Without tax"][4] == 1100
    assert "Valid until 26 January 2027." in told


def test_a_last_visit_after_the_day_until_which_prices_hold_is_told(rules: RuleSet) -> None:
    clinics = rules_of(clinic=DATA / "clinics" / "example-clinic.yaml")
    for plan in (plan_of(adult(), clinics), plan_of(adult(), rules)):
        assert plan.cost is not None
        last = plan.sessions.last_on
        sentence = f"Your last visit is planned for {spoken(last)}, which is later"
        ends_on = last - timedelta(plan.cost.valid_days)
        for made_on, later in ((ends_on, False), (ends_on - timedelta(1), True)):
            paper = str(what_it_costs(plan, made_on, whole=False))
            text = " ".join(to_text(plan, made_on=made_on).split())
            assert (sentence in paper) is (sentence in text) is later
        assert "which is later" not in str(what_it_costs(plan))
