"""The rules as a document: every one of them, up to date, and no medicine named."""

from __future__ import annotations

import pytest

from smp_planner.rules.ruleset import RuleSet
from tests.banned_words import medicines
from tests.packaged_rules import packaged_rules
from tests.rules_doc import DOCUMENT, render_rules


def test_the_document_of_rules_is_up_to_date(request: pytest.FixtureRequest) -> None:
    document = render_rules(packaged_rules())
    if request.config.getoption("--rewrite-goldens"):
        DOCUMENT.write_text(document, encoding="utf-8")
    assert DOCUMENT.read_text(encoding="utf-8") == document, "write it anew with pytest --rewrite-goldens"


def test_a_rule_is_told_with_all_that_a_clinician_needs_to_judge_it(rules: RuleSet) -> None:
    row = next(line for line in render_rules(rules).splitlines() if "`sessions.count`" in line)
    assert row.startswith(
        "| Visits of a course, before anything adds one<br>`sessions.count`<br>Most clinics publish 2 to 4 "
        "visits. | 3 | 3 to 6 | 3 to 6 | sessions | weak evidence | "
        "`article` (How does SMP work: 3-6 sessions); `liu-2025` (protocol of 3); "
    )
    assert "`sessions.count`<br>" in row.rsplit(" | ", 1)[1]
    assert "| `liu-2025` | [Liu 2025, J Cosmet Dermatol: SMP, ten cases](https://" in render_rules(rules)


def test_it_tells_the_dots_of_each_visit_and_where_the_area_of_a_stage_lies(rules: RuleSet) -> None:
    lines = render_rules(rules).splitlines()
    second = next(line for line in lines if "`sessions.shares.of_3.visit_2`" in line)
    assert second.startswith("| Dots at one visit of 3: Second visit<br>")
    assert "| 40 | 32 to 40 | 10 to 60 | per cent |" in second
    stage = next(line for line in lines if "`coverage.norwood.IV`" in line)
    assert "<br>It lies in: hairline and temples 21%, front half behind the hairline 45%, " in stage
    assert sum("The splits are our own and no source spreads them" in line for line in lines) == 2


def test_what_no_clinic_may_set_has_a_dash_for_its_limits(rules: RuleSet) -> None:
    line = next(
        line for line in render_rules(rules).splitlines() if "`comparison.body.scar.cells.fut`" in line
    )
    assert line.startswith(
        "| Will there be a scar: Strip surgery (FUT)<br>`comparison.body.scar.cells.fut` | 2 | 1 to 3 | - | "
    )


def test_the_document_names_no_medicine(rules: RuleSet) -> None:
    assert medicines(render_rules(rules)) == []
