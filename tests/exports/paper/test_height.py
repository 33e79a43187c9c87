"""What is told to fit on a sheet does: the printer that measures it prints the same."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from smp_planner.exports.paper.blocks import Bullets, Heading, Paper, Paragraph, Section, Table
from smp_planner.exports.paper.document import paper_of
from smp_planner.exports.paper.height import surely_fits
from smp_planner.exports.paper.printer import printed
from smp_planner.exports.paper.sheet import Sheet
from smp_planner.exports.paper.typeset import typeset
from smp_planner.planner.dots.drawing import look_of
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.load import DATA
from tests.packaged_rules import rules_of
from tests.people import ADULT, adult

SHEETS = (Sheet("letter"), Sheet("a4"), Sheet("letter", large=True))
NORMAL = SHEETS[0]


@pytest.fixture(scope="module")
def papers() -> tuple[Paper, ...]:
    clinic = rules_of(clinic=DATA / "clinics" / "example-clinic.yaml")
    people = ((ADULT, rules_of("US")), (ADULT, clinic), (adult(health=("keloid",)), rules_of("UK")))
    return tuple(paper_of(plan_treatment(one, rules), look=look_of(one, rules)) for one, rules in people)


@pytest.mark.parametrize("sheet", SHEETS, ids=str)
def test_what_fits_is_printed_as_if_it_were_measured(
    sheet: Sheet, papers: tuple[Paper, ...], tmp_path: Path
) -> None:
    found = 0
    for paper in papers:
        told = json.dumps(typeset(paper, sheet))
        found += told.count('"fits": true')
        unsaid = told.replace('"fits": true', '"fits": false')
        assert printed(told, date(2026, 1, 1), str(tmp_path)) == printed(
            unsaid, date(2026, 1, 1), str(tmp_path)
        )
    assert found >= 3


WIDE = ("W" * 40, "@ " * 300, "\u0939 " * 300, "m\n" * 40, "nunu " * 400)


@pytest.mark.parametrize("words", WIDE)
def test_no_words_make_a_sheet_hold_what_it_does_not(words: str, tmp_path: Path) -> None:
    """A part that is not measured and is too high would run over the foot of the sheet, and be lost."""
    fitting = 0
    for times, has_table in TRIED:
        told: Any = typeset(paper_with(words, times, has_table=has_table), NORMAL)
        if not told["sections"][1]["fits"]:
            continue
        fitting += 1
        unsaid = json.dumps(told).replace('"fits": true', '"fits": false')
        both = (json.dumps(told), unsaid)
        one, other = (printed(document, date(2026, 1, 1), str(tmp_path)) for document in both)
        assert one == other, (times, has_table)
    assert fitting  # else nothing was compared


TRIED = [(times, has_table) for times in range(1, 30, 4) for has_table in (True, False)]


def paper_with(words: str, times: int, *, has_table: bool) -> Paper:
    """A paper of two sections, the second of as many words."""
    table = Table("", ("One", "Two"), ((words[: 9 * times], words[: 30 * times]),) * 2, (1, 3))
    blocks = (
        Paragraph(words[: 20 * times]),
        Heading("Then"),
        Bullets((words[: 7 * times],) * 3),
        *([table] if has_table else []),
    )
    first = Section("first", "First", (Paragraph("It begins."),))
    return Paper(
        title="T", person="", brand="", mark="", edition="2026-01-01", footer="", language="en",
        sections=(first, Section("one", "One", blocks, together=True)),
    )  # fmt: skip


def test_what_is_too_high_is_left_to_be_measured() -> None:
    assert surely_fits(Section("one", "One", (Paragraph("word " * 400),)), NORMAL)
    assert not surely_fits(Section("one", "One", (Paragraph("word " * 900),)), NORMAL)
