"""What was agreed, on paper and in the table: what was written, then what the plan knows."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

import pytest

from smp_planner.domain.plan import TreatmentPlan
from smp_planner.exports.record import from_json, to_json
from smp_planner.exports.table import to_csv
from smp_planner.exports.text import to_text
from smp_planner.rules.ruleset import RuleSet
from tests.people import adult, plan_of

HEADING = "AGREED TODAY"


def planned(rules: RuleSet, agreed: Mapping[str, str]) -> TreatmentPlan:
    return plan_of(adult(agreed=agreed, medication_now=("minoxidil",)), rules)


def section(plan: TreatmentPlan) -> str:
    """What stands under the heading, on one line."""
    after = to_text(plan).partition(f"\n{HEADING}\n")[2]
    return " ".join(after.partition("\n\n")[0].split())


def test_what_was_written_stands_beside_what_the_plan_knows(rules: RuleSet) -> None:
    plan = planned(rules, {"hairline": "7 cm above the brow", "patch_test": "Tuesday at 10, left ear!"})
    assert section(plan) == (
        "- Hairline: 7 cm above the brow. "
        "- Patch test: Tuesday at 10, left ear! On or before 9 January 2027. "
        "Your first visit is on 11 January 2027. "
        "- Medicine for hair loss now: For your hair you take: lotion. "
        "- Is the loss moving on: Your loss has stayed the same. "
        "- Headgear: You wear nothing on your head on most days."
    )


@pytest.mark.parametrize("agreed", [{}, {"hairline": ""}, {"hairline": "  "}])
def test_a_plan_of_which_nothing_was_written_down_reads_as_before(
    rules: RuleSet, agreed: dict[str, str]
) -> None:
    text = to_text(planned(rules, agreed))
    assert HEADING not in text
    plan, _, talk = text.partition("\nSTEPS TO A DECISION\n")
    assert plan.count("Patch test:") == 1  # its day, before the visits
    assert talk.count("Patch test:") == 1  # what there is to know of it


def test_signs_that_steer_a_terminal_are_left_out(rules: RuleSet) -> None:
    assert "- Hairline: 7 cm[2J high." in section(planned(rules, {"hairline": "7 cm\x1b[2J\nhigh"}))


def test_the_table_has_a_row_for_each_point_that_was_written_down(rules: RuleSet) -> None:
    plan = planned(rules, {"upkeep": "=HYPERLINK()", "who": "Ann, each time"})
    table = csv.DictReader(io.StringIO(to_csv(plan), newline=""))
    rows = [row for row in table if row["section"] == "agreed"]
    assert [(row["item"], row["text"]) for row in rows] == [
        ("Upkeep of the look", "'=HYPERLINK()."),
        ("Who does the work", "Ann, each time."),
    ]
    assert all("our-judgement" in row["sources"] or "vinci-shaving" in row["sources"] for row in rows)


def test_a_record_keeps_the_talk_and_what_was_written(rules: RuleSet) -> None:
    plan = planned(rules, {"later": "Laser at our cost for a year"})
    assert from_json(to_json(plan)) == plan
