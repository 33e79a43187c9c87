"""The next review: a check of the rules warns once its day has passed, and is quiet until then."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from smp_planner.rules.checks import review_warnings
from smp_planner.rules.load import read_layer
from smp_planner.rules.ruleset import RuleSet


def overdue(today: date) -> list[str]:
    return [str(w) for w in review_warnings(read_layer()[0].files, today) if "next_review" in w.key]


def test_the_day_of_the_next_review_itself_is_in_time(rules: RuleSet) -> None:
    assert overdue(rules.about.dates.next_review_on) == []


@pytest.mark.ipdas("2.2.3")
def test_a_review_that_was_not_done_is_told_with_its_place(rules: RuleSet) -> None:
    due = rules.about.dates.next_review_on
    (told,) = overdue(due + timedelta(days=1))
    assert told.startswith("data/about.yaml:")
    assert f"dates.next_review_on: was {due}, and that day has passed [R310]" in told


def test_a_next_review_is_within_a_year_of_publication(rules: RuleSet) -> None:
    dates = rules.about.dates
    assert dates.next_review_on - dates.published_on <= timedelta(days=366)
