"""The table of what happens at each visit is not cut in two around the pictures of the visits."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import pypdfium2
import pytest

from smp_planner.domain.intake import AreaAnswer, Hair, Intake, Person
from smp_planner.exports.paper.document import paper_of
from smp_planner.exports.paper.pdf import to_pdf
from smp_planner.planner.dots.drawing import look_of
from smp_planner.rules.ruleset import RuleSet
from tests.people import adult, plan_of

PICTURES = ("Each bar holds", "Before: no dots")
TABLE = "What happens at each"
LAST_ROW = "Even out, soften the edge"
PEOPLE = (
    adult(area=AreaAnswer(norwood="IV"), medication_now=("finasteride",)),
    adult(area=AreaAnswer(norwood="VI"), health=("diabetes",)),
    adult(
        goals=("added_density",),
        area=AreaAnswer(ludwig="II"),
        person=Person(age=45, sex="female"),
        kept_hair=None,
        hair=Hair(colour="dark_brown", wears="long"),
    ),
)


def stands(pdf: bytes, words: str) -> Iterator[tuple[int, float]]:
    """Where words are printed: the page, and how far down."""
    for number, page in enumerate(pypdfium2.PdfDocument(pdf), 1):
        text = page.get_textpage()
        found = text.search(words)
        while (at := found.get_next()) is not None:
            _left, bottom, _right, _top = text.get_charbox(at[0])
            yield number, page.get_height() - bottom


@pytest.mark.parametrize("size", ["letter", "a4"])
@pytest.mark.parametrize("large", [False, True], ids=["normal", "large"])
@pytest.mark.parametrize("person", PEOPLE, ids=["IV", "VI_ill", "woman"])
def test_pictures_stand_before_or_after_the_table_and_not_in_it(
    person: Intake, large: bool, size: Literal["letter", "a4"], us: RuleSet
) -> None:
    """On letter paper the first visit stood on one sheet, then the bars, and below them the others."""
    pdf = to_pdf(paper_of(plan_of(person, us), look=look_of(person, us)), size=size, large=large)
    [begins] = stands(pdf, TABLE)
    last = next(stands(pdf, LAST_ROW))
    for words in PICTURES:
        for picture in stands(pdf, words):
            assert picture < begins or picture > last
