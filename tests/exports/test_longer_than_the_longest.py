"""A visit that no further visit can shorten is longer than the longest: where visits stand, that is said."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import load_workbook

from smp_planner.domain.intake import AreaAnswer
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.exports.ical import to_ics
from smp_planner.exports.paper.visits import visits as on_paper
from smp_planner.exports.rows import rows_of
from smp_planner.exports.text import to_text
from smp_planner.exports.workbook import to_xlsx
from smp_planner.rules.ruleset import RuleSet
from tests.people import adult, plan_of

NO_ROOM = "Visits are longer than 5 hours, and 6 visits are the most we plan."


@pytest.fixture(scope="module")
def plan(rules: RuleSet) -> TreatmentPlan:
    """The whole scalp in a dense look: the first visit takes 6.25 hours at the usual pace."""
    return plan_of(adult(area=AreaAnswer(zones=("whole_scalp",)), density="dense"), rules)


def test_the_hours_of_such_a_visit_have_no_high_end_in_words(plan: TreatmentPlan) -> None:
    assert "hours: 6.25 (3.5 or more)" in " ".join(to_text(plan).split())
    assert "6.25 (3.5 or more)" in str(on_paper(plan))
    assert "Plan for 6.25 hours (3.5 or more)." in to_ics(plan, full_titles=True).decode().replace(
        "\r\n ", ""
    )
    for words in (to_text(plan), str(on_paper(plan))):
        assert "to 6.25" not in words


def test_a_visit_within_the_longest_keeps_its_high_end(plan: TreatmentPlan) -> None:
    assert "hours: 4.5 (2.5 to 5)" in " ".join(to_text(plan).split())


def test_it_is_said_beside_the_visits_in_every_file(plan: TreatmentPlan) -> None:
    assert NO_ROOM in " ".join(to_text(plan).split())
    assert NO_ROOM in str(on_paper(plan))
    of_visits = load_workbook(BytesIO(to_xlsx(plan)))["Visits"]
    notes = [str(row[-1]) for row in of_visits.iter_rows(min_row=2, max_row=7, values_only=True)]
    assert [NO_ROOM in note for note in notes] == [True, True, True, True, False, False]
    told = [row.text for row in rows_of(plan) if row.item in ("visit 1, hours", "visit 5, hours")]
    assert [text.startswith(NO_ROOM) for text in told] == [True, False]
