"""Who says so: dates, and what is stated, what is not, and what nobody has tested."""

from __future__ import annotations

from datetime import date

import pytest

from smp_planner.domain.about import About, IpdasPoint
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.exports.about_lines import counted
from smp_planner.exports.steps import Steps
from smp_planner.rules.load import load_rules
from smp_planner.rules.ruleset import RuleSet
from tests.banned_words import promises
from tests.people import ADULT, plan_of
from tests.reading_grade import reading_grade


@pytest.fixture(scope="module")
def about(rules: RuleSet) -> About:
    return plan_of(ADULT, rules).about


def said(about: About, id_: str) -> str:
    return next(point.say for point in about.points if point.id == id_)


@pytest.mark.ipdas("2.2.3")
def test_the_next_review_is_still_to_come(about: About) -> None:
    """The gate of the standard: where it fails, look everything through and move the dates."""
    assert about.next_review_on > date.today()


@pytest.mark.ipdas("2.2.2")
def test_both_dates_are_told_in_words_and_have_steps(rules: RuleSet, about: About) -> None:
    assert about.published_on < about.next_review_on
    assert about.say.startswith("Published on 26 November 2026. The next review is due by 26 November 2027.")
    steps = Steps.of(plan_of(ADULT, rules).trace)
    assert steps.at("about.published_on").value == about.published_on
    assert steps.at("about.next_review_on").value == about.next_review_on


def test_what_is_not_stated_is_said_to_be_not_stated(about: About) -> None:
    for id_ in STATED:
        assert "not stated" in said(about, id_).lower(), id_
    assert "a clinic that sells SMP" in said(about, "interests")


ABOUT_US = """
name: Test studio
about:
  makers: {say: "Ada Example, skin doctor.", sources: [ours]}
  training: {say: "Ten years of SMP, {taught} by others.", sources: [ours]}
  funder: {say: "We pay for it.", sources: [ours]}
  interests: {say: "We sell SMP.", sources: [ours]}
  contact: {say: "hello@studio.example", sources: [ours]}
sources:
  ours: {title: "About us", kind: clinic, grade: very_low, read_on: 2026-11-01}
"""
STATED = ("makers", "training", "funder", "interests", "contact")


@pytest.fixture(scope="module")
def of_clinic(tmp_path_factory: pytest.TempPathFactory) -> TreatmentPlan:
    """A plan under a clinic that states everything of itself."""
    file = tmp_path_factory.mktemp("clinic") / "studio.yaml"
    file.write_text(ABOUT_US, encoding="utf-8")
    return plan_of(ADULT, load_rules(clinic=file))


def test_what_a_clinic_states_stands_in_its_words_and_says_who_stated_it(of_clinic: TreatmentPlan) -> None:
    told = of_clinic.about
    assert said(told, "makers") == "Stated by Test studio: Ada Example, skin doctor."
    assert said(told, "training") == "Stated by Test studio: Ten years of SMP, {taught} by others."
    assert said(told, "funder").startswith("Stated by Test studio: We pay for it.")
    assert said(told, "contact") == "Stated by Test studio: hello@studio.example"
    assert not [point.id for point in told.points if "not stated" in point.say.lower()]


def test_what_a_clinic_sells_does_not_take_away_what_we_said_of_the_page(of_clinic: TreatmentPlan) -> None:
    assert "We sell SMP. The work began with the page of a clinic" in said(of_clinic.about, "interests")


def test_the_reason_of_it_names_the_clinic_its_file_and_its_document(of_clinic: TreatmentPlan) -> None:
    steps = Steps.of(of_clinic.trace)
    for id_ in STATED:
        [reading] = steps.at(f"about.points.{id_}").rules
        assert reading.set_by == "Test studio"
        assert "studio.yaml:" in reading.place
        assert "ours" in reading.sources
    [reading] = steps.at("about.points.evidence").rules
    assert reading.set_by == "base rules"


def test_what_a_clinic_states_meets_the_points_that_ask_for_it_and_no_other(
    about: About, of_clinic: TreatmentPlan
) -> None:
    before, after = ipdas(about), ipdas(of_clinic.about)
    assert {id_ for id_, point in after.items() if point != before[id_]} == {"2.3.1", "Q20"}
    for id_ in ("2.3.1", "Q20"):
        assert (before[id_].status, after[id_].status) == ("not_done", "met")
        assert after[id_].how == "Test studio states it. See above."


def ipdas(about: About) -> dict[str, IpdasPoint]:
    assert about.ipdas is not None
    return {point.id: point for point in about.ipdas.points}


def test_every_point_of_the_list_for_decision_aids_says_where_we_stand(about: About) -> None:
    points = ipdas(about)
    assert len(points) == 44
    assert {point.told for point in points.values()} == {
        "Met",
        "Met in part",
        "Not done yet",
        "Not for this kind of tool",
    }
    assert all(point.how and point.group for point in points.values())
    assert about.ipdas is not None
    assert counted(about.ipdas).startswith("Of 44 points, ")


@pytest.mark.ipdas("Q18")
def test_how_the_evidence_was_chosen_and_graded_is_told_with_its_limits(about: About) -> None:
    assert "This was no full search" in said(about, "evidence")
    assert "high, moderate, low or very low" in said(about, "graded")
    assert "nobody checked it" in said(about, "graded")


@pytest.mark.ipdas("2.2.3")
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


@pytest.mark.ipdas("Q21")
def test_it_reads_as_easily_as_it_says(about: About) -> None:
    assert "grade 8 or lower" in said(about, "reading")
    assert about.ipdas is not None
    read = [about.say, *(point.say for point in about.points), about.ipdas.say]
    assert [text for text in read if reading_grade(text) > 8] == []
    assert [found for text in read if (found := promises(text))] == []
