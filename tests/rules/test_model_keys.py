"""The keys that a file may hold at a place: the words that a hint offers."""

from __future__ import annotations

from smp_planner.rules.model_keys import keys_at
from smp_planner.rules.shapes.comparison import ComparisonRules


def test_a_table_offers_its_own_keys_and_a_place_that_is_none_offers_no_word() -> None:
    assert keys_at(ComparisonRules, ("words",)) == (
        "range", "one_study", "one_review", "one_survey", "our_sum", "over", "leans",
    )  # fmt: skip

    assert keys_at(ComparisonRules, ("rows", "does", "improved", "over")) == ("months", "not_told")
    assert keys_at(ComparisonRules, ("rows", "does", "improved", "over", "years")) == ()
    assert keys_at(ComparisonRules, ("wrds", "range")) == ()
