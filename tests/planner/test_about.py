"""Who says so: dates, and what is stated, what is not, and what nobody has tested."""

from __future__ import annotations

from datetime import date

import pytest

from smp_planner.domain.about import About
from smp_planner.exports.steps import Steps
from smp_planner.rules.ruleset import RuleSet
from tests.banned_words import promises
from tests.people import ADULT, plan_of
from tests.reading_grade import reading_grade


@pytest.fixture(scope="module")
def about(rules: RuleSet) -> About:
    return plan_of(ADULT, rules).about


def said(about: About, id_: str) -> str:
    return next(point.say for point in about.points if point.id == id_)


def test_the_next_review_is_still_to_come(about: About) -> None:
    """The gate of the standard: where it fails, look everything through and move the dates."""
    assert about.next_review_on > date.today()


def test_both_dates_are_told_in_words_and_have_steps(rules: RuleSet, about: About) -> None:
    assert about.published_on < about.next_review_on
    assert about.say.startswith("Published on 26 November 2026. The next review is due by 26 November 2027.")
    steps = Steps.of(plan_of(ADULT, rules).trace)
    assert steps.at("about.published_on").value == about.published_on
    assert steps.at("about.next_review_on").value == about.next_review_on


def test_what_is_not_stated_is_said_to_be_not_stated(about: About) -> None:
    for id_ in ("makers", "funder", "interests"):
        assert "not stated" in said(about, id_).lower(), id_
    assert "a clinic that sells SMP" in said(about, "interests")


def test_how_the_evidence_was_chosen_and_graded_is_told_with_its_limits(about: About) -> None:
    assert "This was no full search" in said(about, "evidence")
    assert "high, moderate, low or very low" in said(about, "graded")
    assert "nobody checked it" in said(about, "graded")


def test_how_it_is_kept_up_to_date_is_told(about: About) -> None:
    assert "looked through once a year" in said(about, "updates")
    assert "the old value, the new one, the reason and the source" in said(about, "updates")


def test_what_was_not_tested_with_people_is_said_plainly(about: About) -> None:
    told = said(about, "untested")
    for what in (
        "was asked what they need",
        "Nobody but the makers has reviewed it",
        "was not tried with people",
        "is not known",
    ):
        assert what in told


def test_no_regulator_and_no_certificate_is_claimed(about: About) -> None:
    assert said(about, "regulator").startswith("No regulator has reviewed it.")
    assert "certified" not in " ".join(point.say for point in about.points).lower()


def test_it_reads_as_easily_as_it_says(about: About) -> None:
    assert "grade 8 or lower" in said(about, "reading")
    read = [about.say, *(point.say for point in about.points)]
    assert [text for text in read if reading_grade(text) > 8] == []
    assert [found for text in read if (found := promises(text))] == []
