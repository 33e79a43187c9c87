"""Words of the comparison as they are printed, notes and all: as many for each option as on the page.

A cell of the page keeps its note behind a "why?"; text, HTML and paper print the note after it.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from smp_planner.domain.intake import OPTIONS
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.exports.all_answers import whole_answer
from smp_planner.exports.numbered_sources import numbered
from smp_planner.exports.text import to_text
from smp_planner.rules.ruleset import RuleSet
from tests.fair_people import KINDS, PLANS, fair_plan
from tests.fairness.test_words import GRADE, HARDEST, RATIO, SHORTEST, Text, smog
from tests.people import plan_of
from tests.reading_grade import reading_grade, words


def printed(plan: TreatmentPlan) -> Iterator[Text]:
    """Each answer as it is printed, but for the brackets at its end: how sure it is, and its sources."""
    numbers = numbered(plan)
    for row in plan.comparison.rows:
        for option, cell in row.cells.items():
            yield Text(option, row.id, whole_answer(cell, row, numbers).rpartition(" (")[0])


def words_in(plan: TreatmentPlan) -> dict[str, int]:
    """The printed words by option, over all rows."""
    counts = dict.fromkeys(OPTIONS, 0)
    for text in printed(plan):
        counts[text.option] += len(text.say.split())
    return counts


@pytest.mark.ipdas("2.1.1")
@pytest.mark.parametrize("name", PLANS)
def test_no_option_is_printed_in_half_as_many_words_again_as_another(name: str) -> None:
    """Medication took 1,176 words and doing nothing 776; the gate over the cells saw neither note."""
    counts = words_in(fair_plan(name))
    assert max(counts.values()) <= RATIO * min(counts.values()), counts


@pytest.mark.ipdas("2.1.1")
def test_reasons_against_surgery_leave_as_many_printed_words_for_each_option(rules: RuleSet) -> None:
    counts = words_in(plan_of(HARDEST, rules))
    assert max(counts.values()) <= RATIO * min(counts.values()), counts


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_counted_here_is_what_the_text_prints(kind: str) -> None:
    plan = fair_plan(f"{kind}, US")
    text = " ".join(to_text(plan).split())
    assert [told for told in printed(plan) if " ".join(told.say.split()) not in text] == []


@pytest.mark.parametrize("name", PLANS)
def test_what_is_printed_beyond_the_cells_is_as_plain(name: str) -> None:
    told = list(printed(fair_plan(name)))
    hard = [text for text in told if len(words(text.say)) >= SHORTEST and reading_grade(text.say) > GRADE]
    assert hard == []
    for option in OPTIONS:
        assert smog(" ".join(text.say for text in told if text.option == option)) <= GRADE, option
