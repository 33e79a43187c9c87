"""The first sheet is one page, with the drawing, for whoever plans; few sheets after it are half empty."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pypdfium2
import pytest

from smp_planner.domain.intake import AreaAnswer, CalendarAnswer, Intake, LifeEvent, Person, Scar
from smp_planner.exports.paper.document import paper_of
from smp_planner.exports.paper.pdf import to_pdf
from smp_planner.exports.paper.sheet import MARGIN, Size
from smp_planner.planner.dots.drawing import look_of
from smp_planner.rules.load import DATA
from smp_planner.rules.ruleset import RuleSet
from tests.exports.paper.read_pdf import pages_of
from tests.packaged_rules import rules_of
from tests.people import START, adult, plan_of

MOST_SHEETS = 14  # of the paper in short, whatever somebody has to read; it had up to 35, then 28
SIZES: tuple[Size, ...] = ("letter", "a4")
SCAR = Scar(length_cm=20, width_cm=Decimal("0.5"), age_months=40, raised=False, red=False)


def _with(*days: tuple[str, date]) -> CalendarAnswer:
    events = (LifeEvent(from_=day, to=day, name=name, kind="be_ready") for name, day in days)
    return CalendarAnswer(start=START, events=tuple(events))


TOM = Person(age=31, sex="male", could_be_pregnant=False, name="Tom Miller")
CLOSE, FAR = ("our wedding", date(2027, 2, 20)), ("the wedding of my sister", date(2027, 6, 12))
PEOPLE: Mapping[str, Intake] = {
    "a stage alone": adult(),
    "Norwood III and a wedding too soon": adult(
        area=AreaAnswer(norwood="III"), kept_hair=Decimal("0.2"), calendar=_with(CLOSE), person=TOM
    ),
    "Norwood IV and a wedding in time": adult(
        area=AreaAnswer(norwood="IV"), kept_hair=Decimal("0.2"), calendar=_with(FAR), person=TOM
    ),
    "two weddings": adult(calendar=_with(CLOSE, FAR), person=TOM),
    "a scar and the hair around it": adult(
        goals=("scar_camouflage",), area=AreaAnswer(scars=(SCAR,)), kept_hair=None
    ),
    "a scar beside a stage": adult(area=AreaAnswer(norwood="III", scars=(SCAR,))),
    "a woman whose hair thins": adult(
        goals=("added_density",),
        area=AreaAnswer(ludwig="II"),
        kept_hair=Decimal("0.5"),
        person=Person(age=52, sex="female", could_be_pregnant=False),
        calendar=_with(FAR),
    ),
    "the whole scalp": adult(area=AreaAnswer(zones=("whole_scalp",))),
}
ASKED = adult(
    health=("diabetes", "epilepsy", "heart_disease", "blood_thinner", "high_blood_pressure"),
    unsure_about=("health", "age", "transplant_on"),
    calendar=_with(CLOSE, FAR),
)


def pages(intake: Intake, rules: RuleSet, size: Size, *, large: bool = False) -> list[str]:
    """The words of each page, without the lines that stand on each."""
    paper = paper_of(plan_of(intake, rules), look=look_of(intake, rules))
    printed = pypdfium2.PdfDocument(to_pdf(paper, size=size, large=large))
    return [page.partition("Plan " + paper.mark)[2].strip() for page in pages_of(printed)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("who", PEOPLE)
def test_the_plan_on_one_page_is_one_page_with_its_drawing(who: str, size: Size, rules: RuleSet) -> None:
    first, second, *others = pages(PEOPLE[who], rules, size)
    assert "Your plan on one page" in first
    assert "A skin doctor: " in first
    assert "This is a drawing, not a photo, and no promise." in first
    assert second.startswith("What your answers bring up")
    assert len(others) + 2 <= MOST_SHEETS


@pytest.mark.parametrize("size", SIZES)
def test_it_is_one_page_for_whoever_has_the_most_to_ask_too(size: Size, rules: RuleSet) -> None:
    first, second, *_ = pages(ASKED, rules, size)
    assert "Your plan on one page" in first
    assert "NOT CHECKED" in first
    assert "PROVISIONAL" in first
    assert second.startswith("What your answers bring up")


@pytest.mark.parametrize("size", SIZES)
def test_it_is_one_page_under_a_clinic_with_its_logo_and_its_rules(size: Size) -> None:
    rules = rules_of(clinic=DATA / "clinics" / "example-clinic.yaml")
    for intake in (adult(health=("diabetes",)), PEOPLE["Norwood III and a wedding too soon"]):
        plan = plan_of(intake, rules)
        printed = pypdfium2.PdfDocument(
            to_pdf(paper_of(plan, look=look_of(intake, rules), logo=rules.logo), size=size)
        )
        first, second, *_ = pages_of(printed)
        assert "Our clinic's own rules" in first
        assert "A skin doctor: " in first
        assert "What your answers bring up" in second[:200]


@pytest.mark.parametrize("size", SIZES)
def test_questions_of_chances_share_sheets_and_none_is_broken(size: Size, rules: RuleSet) -> None:
    asked = [
        re.findall(r"How many of 100 \w+[^?]*\?", page.replace("\r\n", " "))
        for page in pages(adult(), rules, size)
        if "The same in words" in page
    ]
    assert sum(map(len, asked)) == 5
    assert len(asked) <= 3
    for page in pages(adult(), rules, size):
        assert page.count("The same in words") == len(re.findall("How many of 100", page))


def test_sources_stand_two_beside_each_other_in_letters_that_can_be_read(rules: RuleSet) -> None:
    plan = plan_of(adult(), rules)
    printed: Any = pypdfium2.PdfDocument(to_pdf(paper_of(plan, whole=True), size="letter"))
    held = [page.get_textpage() for page in printed]
    words, listed = next(
        (words, text)
        for words, text in ((text.get_text_range(), text) for text in held)
        if words.count("Grade:") > 20 and "Sources of the comparison" not in words
    )
    assert pypdfium2.raw.FPDFText_GetFontSize(listed, words.index("Grade:")) >= 8.5
    boxes = [listed.get_charbox(at) for at, sign in enumerate(words) if not sign.isspace()]
    columns = [(left, right) for left, bottom, right, _ in boxes if 60 < bottom < 730 and left < right]
    middle = 612 / 2
    assert any(right < middle for _, right in columns)
    assert any(left > middle for left, _ in columns)
    assert not [both for both in columns if both[0] < middle < both[1] or both[1] > 612 - MARGIN]


def test_in_large_print_no_table_is_in_small_letters(rules: RuleSet) -> None:
    plan = plan_of(adult(), rules)
    printed: Any = pypdfium2.PdfDocument(to_pdf(paper_of(plan), size="letter", large=True))
    held = [page.get_textpage() for page in printed]
    words, text = next(
        (text.get_text_range(), text) for text in held if "How many of 100" in text.get_text_range()
    )
    place = words.index("Not known") if "Not known" in words else words.index("Of 100")
    assert round(pypdfium2.raw.FPDFText_GetFontSize(text, place)) == 18
