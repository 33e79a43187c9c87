"""A picture of 100 people says whom it shows and what happened to them, to who hears it and sees none."""

from __future__ import annotations

import re
from html import unescape

import pytest

from smp_planner.domain.intake import AreaAnswer, Person
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.quantities import Estimate
from smp_planner.exports.chance_words import drawn_in_words
from smp_planner.exports.paper.document import paper_of
from smp_planner.exports.paper.page import to_page
from smp_planner.exports.paper.pdf import to_pdf
from smp_planner.rules.ruleset import RuleSet
from tests.exports.paper.read_pdf import opened, tagged
from tests.people import adult, plan_of

LABEL = re.compile(r'aria-label="([^"]*)"')
MAN = (
    "Of 100 men who stayed on dummy tablets, about 25 looked no worse after five years (10 to 50), "
    "and about 75"
)
WOMAN = (
    "Of 100 women on lotion, about 26 saw clear growth (23 to 30), and about 74 saw less or none. Filled: 26"
)


@pytest.fixture(scope="module")
def man(rules: RuleSet) -> TreatmentPlan:
    return plan_of(adult(), rules)


def pictures_of_people(labels: list[str]) -> list[str]:
    return [label for label in labels if "100 people for each option" in label]


def check(labels: list[str], plan: TreatmentPlan) -> None:
    """Every question that counts people has its picture, whose words ask it and tell each option's count."""
    told = pictures_of_people(labels)
    for row in (row for row in plan.comparison.rows if row.chance):
        words = next(label for label in told if label.startswith(row.question))
        for cell in row.cells.values():
            if cell.per_100:
                assert (cell.of_100 or "").partition(". ")[0].rstrip(".") in words
        assert words.count("not known") >= sum(cell.per_100 is None for cell in row.cells.values())


def test_the_html_page_says_whom_and_what(man: TreatmentPlan) -> None:
    """It said: 100 people for each option, filled: Doing nothing: 25; and of whom, or what, nobody heard."""
    labels = [unescape(label) for label in LABEL.findall(to_page(paper_of(man)))]
    check(labels, man)
    (kept,) = {label for label in pictures_of_people(labels) if "no worse after five years?" in label}
    assert (
        f"Doing nothing: {MAN} looked worse. Filled: 25; Medication: Of 100 men who stayed on tablets, "
        in kept
    )


def test_the_pdf_says_whom_and_what(rules: RuleSet) -> None:
    plan = plan_of(adult(person=Person(age=45, sex="female"), area=AreaAnswer(ludwig="II")), rules)
    pdf = opened(to_pdf(paper_of(plan), size="a4"))
    labels = [str(tag.Alt) for tag in tagged(pdf) if tag.S == "/Figure" and "/Alt" in tag]
    check(labels, plan)
    assert any(WOMAN in label for label in labels)


def test_what_follows_the_count_stands_beside_the_picture_and_not_in_its_words() -> None:
    told = "Of 100 men, fewer than 1 had it (0.02 to 0.25), and more than 99 had none. Likely too few."
    words = drawn_in_words(Estimate(0, 0, 1, "per 100"), told)
    assert words == "Of 100 men, fewer than 1 had it (0.02 to 0.25), and more than 99 had none. Filled: 0."
