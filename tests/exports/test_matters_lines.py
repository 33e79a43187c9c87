"""What matters to the person, on paper and in the table: talking points, every option under each."""

from __future__ import annotations

import csv
import io
import re

from smp_planner.domain.intake import OwnConcern
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.exports.matters_lines import NO_SCORE
from smp_planner.exports.table import to_csv
from smp_planner.exports.text import to_text
from smp_planner.exports.wording import STRENGTH
from smp_planner.rules.ruleset import RuleSet
from tests.banned_words import promises
from tests.people import adult, plan_of
from tests.reading_grade import reading_grade

HEADING = "WHAT MATTERS TO YOU: TALKING POINTS"


def planned(rules: RuleSet, *own: OwnConcern, **matters: int | None) -> TreatmentPlan:
    return plan_of(adult(matters=matters, own_matters=own), rules)


def section(plan: TreatmentPlan) -> str:
    """What stands under the heading, on one line."""
    text = to_text(plan)
    assert text.count(HEADING) == 1
    return " ".join(text.partition(f"\n{HEADING}\n")[2].partition("\nWHAT IF\n")[0].split())


def test_each_concern_stands_with_its_weight_and_all_options_in_their_order(rules: RuleSet) -> None:
    plan = planned(rules, scars=1, how_sure=5)
    told = section(plan)
    assert told.startswith(" ".join(NO_SCORE.split()))
    assert told.index(
        "How sure it is, and how pleased people were This matters to you most of all."
    ) < told.index("Scars This matters a little to you.")
    for concern in plan.matters:
        for question in concern.questions:
            after = told.partition(question.question)[2]
            places = [
                after.index(f"- {option.name}: {question.options[option.id]}")
                for option in plan.comparison.options
            ]
            assert places == sorted(places)
            rows = {row.id: row for row in plan.comparison.rows}
            for option, words in question.options.items():
                strength = STRENGTH[rows[question.row].cells[option].strength]
                assert re.match(
                    rf"{re.escape(words)} \({strength}; \d+(, \d+)*\)", after[after.index(words) :]
                )


def test_a_concern_of_ones_own_is_there_to_ask_about(rules: RuleSet) -> None:
    told = section(planned(rules, OwnConcern(name="My wife’s =view", weight=5)))
    assert f"My wife’s =view This matters to you most of all. {rules.matters.own.say}" in told


def test_signs_that_steer_a_terminal_are_left_out(rules: RuleSet) -> None:
    assert "my[2J wife" in section(planned(rules, OwnConcern(name="my\x1b[2J\nwife")))


def test_a_plan_of_somebody_who_named_nothing_reads_as_before(rules: RuleSet) -> None:
    assert HEADING not in to_text(planned(rules))
    assert HEADING not in to_text(planned(rules, scars=0))


def test_no_line_is_wider_than_the_paper(rules: RuleSet) -> None:
    plan = planned(rules, OwnConcern(name="n" * 40), **dict.fromkeys(rules.matters.concerns, 5))
    assert max(map(len, to_text(plan).splitlines())) <= 80


def test_the_sentence_above_is_plain_and_promises_nothing() -> None:
    assert reading_grade(NO_SCORE) <= 8
    assert promises(NO_SCORE) == []


def test_the_table_has_a_row_for_each_concern(rules: RuleSet) -> None:
    plan = planned(rules, OwnConcern(name="=HYPERLINK()", weight=1), scars=5)
    rows = [
        row
        for row in csv.DictReader(io.StringIO(to_csv(plan), newline=""))
        if row["section"] == "what matters"
    ]
    assert [(row["item"], row["text"]) for row in rows] == [
        ("Scars", "This matters to you most of all."),
        ("'=HYPERLINK()", f"This matters a little to you. {rules.matters.own.say}"),
    ]
    assert all("our-judgement" in row["sources"] for row in rows)
