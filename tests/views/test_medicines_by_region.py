"""Medicines are named where a region that may name them is set, and nowhere else: page, files, sources."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import product
from typing import Any
from zipfile import ZipFile

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block, Node

from smp_planner.domain.intake import MEDICATIONS, AreaAnswer, Intake, Person
from smp_planner.domain.plan import Referral, TreatmentPlan
from smp_planner.exports.explanation import to_explanation
from smp_planner.exports.ical import to_ics
from smp_planner.exports.paper.document import paper_of
from smp_planner.exports.paper.page import to_page
from smp_planner.exports.paper.pdf import to_pdf
from smp_planner.exports.plan_file import to_plan_file
from smp_planner.exports.record import to_json
from smp_planner.exports.table import to_csv
from smp_planner.exports.text import to_text
from smp_planner.exports.workbook import to_xlsx
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.load import load_rules
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.saved import saved_rules
from tests.banned_words import medicines
from tests.exports.paper.read_pdf import words_of
from tests.people import ADULT, adult
from tests.views.conftest import Open
from tests.views.shown import open_folds, press, reasons_of, titles
from tests.views.test_whys import heard

QUIET = (None, "UK")
WOMAN = adult(
    area=AreaAnswer(ludwig="II"),
    person=Person(age=44, sex="female", could_be_pregnant=False),
    medication_now=None,
)
PEOPLE: dict[str, Intake] = {
    "a man": ADULT,
    "a woman": WOMAN,
    "somebody who takes every medicine": adult(
        medication_now=MEDICATIONS, health=("acne_capsules_before", "blood_thinner"), loss_moving_on="yes"
    ),
    "somebody who takes acne capsules": adult(medication_now=MEDICATIONS, health=("acne_capsules_now",)),
    "somebody who is sure of nothing": Intake(goals=(), area=AreaAnswer(), calendar=ADULT.calendar),
}
CASES = [*product(QUIET, PEOPLE)]


@cache
def rules_in(region: str | None) -> RuleSet:
    return load_rules(region=region)


def files(plan: TreatmentPlan | Referral, rules: RuleSet) -> dict[str, str]:
    """All that a person can take along, less their own answers, by format.

    Paper and page are one document: the paper is printed in short, which is quick, and the page is the whole.
    """
    record = json.loads(to_json(plan))
    assert (record["intake"].pop("medication_now") or []) == list(plan.intake.medication_now or ())
    answers = json.loads(to_plan_file(plan.intake, saved_rules(rules)))
    answers["answers"].pop("medication_now", None)
    told = {
        "pdf": " ".join(words_of(to_pdf(paper_of(plan), size="a4")).split()),
        "html": to_page(paper_of(plan, whole=True)),
        "xlsx": "\n".join(parts_of(to_xlsx(plan))),
        "answers": json.dumps(answers, ensure_ascii=False),
        "json": json.dumps(record, ensure_ascii=False),
        "text": to_text(plan),
        "explanation": to_explanation(plan),
        "csv": to_csv(plan),
    }
    if isinstance(plan, TreatmentPlan) and not plan.suitability.provisional:
        told["ics"] = to_ics(plan, full_titles=True).decode().replace("\r\n ", "")
    return told


def parts_of(workbook: bytes) -> Iterator[str]:
    """All parts of a workbook as they stand in it."""
    with ZipFile(io.BytesIO(workbook)) as book:
        yield from (book.read(name).decode() for name in book.namelist())


def sent(node: Node) -> list[str]:
    """All that the server sends a browser for a page: texts, labels, choices, keys, data of components."""
    proto = [_told(node.proto)] if getattr(node, "proto", None) is not None else []
    inner = node.children.values() if isinstance(node, Block) else ()
    return proto + [text for one in inner for text in sent(one)]


def _told(proto: Any) -> str:
    """Of the sentence on a patient's step its words: beside it go the answers."""
    if getattr(proto, "component_name", None) == "smp_so_far":
        return json.loads(proto.bytes)["words"]
    return str(proto)


def less_own_answers(page: AppTest) -> str:
    """What was sent, less what goes back into the person's own tab: their answers as they gave them."""
    told = [text for side in (page.main, page.sidebar) for text in sent(side)]
    return "\n".join(text for text in told if "smp_tab_" not in text)


@pytest.mark.parametrize(("region", "person"), CASES, ids=map(str, CASES))
def test_no_file_to_take_along_names_a_medicine(region: str | None, person: str) -> None:
    plan = plan_treatment(PEOPLE[person], rules_in(region))
    assert {
        name: found for name, text in files(plan, rules_in(region)).items() if (found := medicines(text))
    } == {}


@pytest.mark.parametrize("region", [*QUIET, "US"], ids=str)
def test_tablets_have_a_price_in_every_file_where_they_are_named_and_in_none_elsewhere(
    region: str | None,
) -> None:
    """Without a region their names were left out, and their prices told all the same."""
    plan = plan_treatment(PEOPLE["a man"], rules_in(region))
    assert isinstance(plan, TreatmentPlan)
    for row in plan.comparison.rows:
        if row.id.startswith("cost_") and row.id != "cost_per_cm2":
            cell = row.cells["medication"]
            assert (cell.typical is None) is (region in QUIET)
            assert bool(cell.parts) is (region not in QUIET)
            assert cell.say.startswith("Not known. Prescription tablets: ask a doctor.") is (region in QUIET)
    told = {name: " ".join(text.split()) for name, text in files(plan, rules_in(region)).items()}
    alone = {name for name, text in told.items() if "ablets alone $" in text}
    both = {name for name, text in told.items() if "3,240" in text or "3240" in text}
    assert (alone >= {"json", "text"}, both >= {"json", "text"}) == (region == "US", region == "US")
    assert not (alone | both) or region == "US"


@pytest.mark.parametrize(("region", "person"), CASES, ids=map(str, CASES))
def test_no_plan_on_the_page_and_nothing_behind_it_names_a_medicine(region: str | None, person: str) -> None:
    _, whys, page = heard(PEOPLE[person], rules_in(region))
    assert "data-key" in page
    assert medicines(page) == []
    assert {
        key: found for key, text in reasons_of(whys).items() if (found := medicines(f"{key} {text}"))
    } == {}


@pytest.mark.parametrize("region", QUIET, ids=str)
@pytest.mark.parametrize("way", ["clinic", "patient"])
def test_no_question_and_no_label_names_a_medicine(
    region: str | None, way: str, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    if region:
        monkeypatch.setenv("SMP_REGION", region)
    monkeypatch.setenv("SMP_VIEW", way)
    pages = walked(open_page())
    assert any("Which one?" in page for page in pages)
    assert [found for page in pages for found in medicines(page)] == []


def test_the_same_walk_finds_the_names_in_the_us(open_page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SMP_REGION", "US")
    told = " ".join(medicines("".join(walked(open_page()))))
    for shown in ("Finasteride", "Minoxidil", "Isotretinoin now"):
        assert shown in told


def walked(page: AppTest) -> list[str]:
    """What was sent for every step on the way to the plan, for those after it, and for the plan, all open."""
    sent_for = steps_to_the_plan(page)
    if more := [str(button.key) for button in page.button if str(button.key).startswith("to_step_more_")]:
        sent_for += steps_to_the_plan(press(page, more[0]))
    return [*sent_for, less_own_answers(open_folds(page))]


def steps_to_the_plan(page: AppTest) -> list[str]:
    """What was sent for every step from where the page stands."""
    sent_for: list[str] = []
    while "Your plan" not in titles(takes_all(page)):
        sent_for.append(less_own_answers(page))
        press(page, "next")
    return sent_for


def takes_all(page: AppTest) -> AppTest:
    """The page of somebody who takes every medicine that it asks about, where it asks."""
    for choice in page.pills:
        if choice.key == "takes_medicine":
            choice.set_value("yes")
            page.run()
            page.pills(key="medication_now").set_value(list(MEDICATIONS)).run()
            break
    return page


def test_in_the_us_the_option_and_the_rows_where_it_matters_name_the_medicines() -> None:
    plan = plan_treatment(PEOPLE["somebody who takes every medicine"], rules_in("US"))
    assert isinstance(plan, TreatmentPlan)
    assert plan.rules.medicines_named
    medication = next(option for option in plan.comparison.options if option.id == "medication")
    assert "Finasteride tablets for men, on prescription, or minoxidil lotion" in medication.about
    rows = {row.id: row.cells["medication"].say for row in plan.comparison.rows}
    naming = {id_ for id_, say in rows.items() if "finasteride" in say.lower()}
    assert naming == {"how_it_works", "who_may_not", "risks"}
    told = files(plan, rules_in("US"))
    assert {name for name, text in told.items() if medicines(text)} >= {"pdf", "html", "xlsx", "json"}
    assert "Hu 2015: finasteride, 5 % minoxidil and both" in told["json"]
    known = {point.id: point.known for point in plan.talk.agreed}["medication_now"]
    assert known == "For your hair you take: minoxidil, finasteride and another medicine for hair."


def test_in_the_us_a_safety_question_names_the_acne_medicine_that_it_asks_about() -> None:
    ask = {region: rules_in(region).suitability.criteria["acne_capsules_now"].ask for region in ("US", "UK")}
    assert (ask["US"] or "").startswith("Isotretinoin now")
    assert (ask["UK"] or "").startswith("Retinoid capsules now")


@pytest.mark.parametrize("region", QUIET, ids=str)
def test_elsewhere_the_option_says_whom_to_ask(region: str | None) -> None:
    plan = plan_treatment(PEOPLE["somebody who takes every medicine"], rules_in(region))
    assert isinstance(plan, TreatmentPlan)
    assert not plan.rules.medicines_named
    medication = next(option for option in plan.comparison.options if option.id == "medication")
    assert medication.about.startswith("Prescription tablets: ask a doctor.")
    known = {point.id: point.known for point in plan.talk.agreed}["medication_now"]
    assert known == "For your hair you take: lotion, prescription tablets and another medicine for hair."


def test_the_questions_about_medicine_have_the_same_answers_everywhere() -> None:
    shown = {region: rules_in(region).intake.choices["medication_now"] for region in ("US", "UK")}
    assert set(shown["US"]) == set(shown["UK"]) == set(MEDICATIONS)
    assert (shown["US"]["finasteride"], shown["UK"]["finasteride"]) == (
        "Finasteride",
        "Prescription tablets for hair loss",
    )


def test_in_the_uk_tablets_have_no_price_in_any_row_or_curve_and_the_reason_says_whom_to_ask() -> None:
    plan = plan_treatment(ADULT, rules_in("UK"))
    assert isinstance(plan, TreatmentPlan)
    assert plan.comparison.curves.cost["medication"]
    cells = {row.id: row.cells["medication"] for row in plan.comparison.rows if row.id.startswith("cost")}
    assert {"cost_first", "cost_1y", "cost_5y", "cost_10y", "cost_per_cm2"} == set(cells)
    for cell in cells.values():
        assert (cell.low, cell.typical, cell.high) == (None, None, None)
        assert "Prescription tablets: ask a doctor." in (cell.not_known or "")
        assert not re.search(r"\d", cell.say)
    points = plan.comparison.curves.cost["medication"]
    assert {(point.low, point.typical, point.high) for point in points} == {(None, None, None)}
    step = next(step for step in plan.trace if step.field == "comparison.curves.cost.medication")
    assert (step.value, re.search(r"\d", step.because)) == (None, None)


def test_a_document_keeps_its_full_title_and_address_where_it_may_be_named() -> None:
    quiet, full = rules_in("UK").sources, rules_in("US").sources
    assert quiet["kaufman-1998"].title.startswith("Kaufman 1998: tablets in men, two 1-year RCTs")
    assert (quiet["kaufman-1998"].url, quiet["price-1999"].url) == (None, full["price-1999"].url)
    assert "finasteride-in-the-treatment-of-men" in (full["kaufman-1998"].url or "")
    assert quiet["nguyen-2022"] == full["nguyen-2022"]
    same = {id_: replace(source, title="", url=None) for id_, source in quiet.items()}
    assert same == {id_: replace(source, title="", url=None) for id_, source in full.items()}
