"""What the slowest pace takes stands beside the count of visits, on the page and in every file."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import load_workbook

from smp_planner.domain.intake import AreaAnswer
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.exports.paper.summary import summary as on_paper
from smp_planner.exports.rows import rows_of
from smp_planner.exports.text import to_text
from smp_planner.exports.workbook import to_xlsx
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.plan_page import summary
from tests.people import adult, plan_of


@pytest.fixture(scope="module")
def plan(rules: RuleSet) -> TreatmentPlan:
    return plan_of(adult(area=AreaAnswer(norwood="VII")), rules)


def told(plan: TreatmentPlan) -> dict[str, str]:
    sheets = load_workbook(BytesIO(to_xlsx(plan)))
    cells = (str(cell) for sheet in sheets for row in sheet.iter_rows(values_only=True) for cell in row)
    return {
        "page": summary(plan.sessions.glance, plan.suitability),
        "text": " ".join(to_text(plan).split()),
        "paper": str(on_paper(plan)),
        "workbook": " ".join(cells),
        "rows": str(list(rows_of(plan))),
    }


def test_the_page_and_every_file_say_what_the_slowest_pace_takes(plan: TreatmentPlan) -> None:
    note = plan.sessions.count.note
    assert note
    assert note.startswith("Slowest pace in our sources: ")
    assert [name for name, words in told(plan).items() if note not in words] == []


def test_none_says_it_where_the_range_holds_it(rules: RuleSet) -> None:
    small = plan_of(adult(area=AreaAnswer(norwood="II")), rules)
    assert small.sessions.count.note is None
    assert [name for name, words in told(small).items() if "slowest pace" in words.lower()] == []
