"""The whole document: in the order of a reader, marked so that plans can be told apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Literal

import pytest
from pypdfium2 import PdfDocument

from smp_planner.domain.intake import Person
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.exports.open_words import openness
from smp_planner.exports.paper.about import IN_THE_WHOLE
from smp_planner.exports.paper.blocks import Bullets, Section, SourceList, Ticks
from smp_planner.exports.paper.document import paper_of
from smp_planner.exports.paper.pdf import to_pdf
from smp_planner.exports.side_by_side import short_name
from smp_planner.planner.dots.drawing import look_of
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.ruleset import RuleSet
from tests.exports.paper.read_pdf import pages_of
from tests.exports.paper.sections import section, tables, told
from tests.people import ADULT, adult, plan_of

READ_IN_ORDER = (
    "summary", "visits", "before", "after_visit_1", "touch_ups", "money", "options", "chances", "matters",
    "ask", "ready", "when_to_call", "sources", "privacy", "signing",
)  # fmt: skip
FULL_SHEETS = tuple({"touch_ups": "money", "money": "touch_ups"}.get(id_, id_) for id_ in READ_IN_ORDER)
"""In short, money comes first: it fills the sheet before that for the fridge."""


@pytest.fixture(scope="module")
def plan(rules: RuleSet) -> TreatmentPlan:
    return plan_of(ADULT, rules)


def named(plan: TreatmentPlan, name: str) -> TreatmentPlan:
    return replace(plan, intake=replace(plan.intake, person=replace(plan.intake.person, name=name)))


@pytest.mark.parametrize("whole", [False, True])
def test_the_summary_comes_first_and_the_lines_to_sign_last(whole: bool, plan: TreatmentPlan) -> None:
    ids = [section.id for section in paper_of(plan, whole=whole).sections]
    in_order = READ_IN_ORDER if whole else FULL_SHEETS
    assert [id_ for id_ in ids if id_ in in_order] == [*in_order]
    assert (ids[0], ids[-1]) == ("summary", "signing")
    assert len(ids) == len(set(ids))


def test_no_section_is_empty(plan: TreatmentPlan, rules: RuleSet) -> None:
    unasked = plan_of(adult(health_asked=False), rules)
    for paper in (paper_of(one, whole=whole) for one in (plan, unasked) for whole in (False, True)):
        assert all(section.title and section.blocks for section in paper.sections)


def test_the_same_plan_has_the_same_mark_and_the_same_document(plan: TreatmentPlan, rules: RuleSet) -> None:
    assert paper_of(plan) == paper_of(plan_of(ADULT, rules))


@pytest.mark.parametrize(
    "changed",
    [{"density": "dense"}, {"health": ("diabetes",)}, {"person": Person(age=39, sex="male")}],
    ids=str,
)
def test_another_answer_has_another_mark(
    changed: dict[str, object], plan: TreatmentPlan, rules: RuleSet
) -> None:
    assert paper_of(plan_of(adult(**changed), rules)).mark != paper_of(plan).mark


def test_other_rules_or_another_clinic_have_another_mark(plan: TreatmentPlan) -> None:
    for rules in (replace(plan.rules, fingerprint="other"), replace(plan.rules, clinic="Other")):
        assert paper_of(replace(plan, rules=rules)).mark != paper_of(plan).mark


def test_the_mark_says_nothing_of_the_person_and_a_name_does_not_change_it(plan: TreatmentPlan) -> None:
    paper = paper_of(named(plan, "  Maria Keloid "))
    assert paper.mark == paper_of(plan).mark
    assert len(paper.mark) == 8
    assert set(paper.mark) <= set("0123456789ABCDEF")
    assert paper.person == "Maria Keloid"


def test_it_is_the_paper_of_the_clinic_where_there_is_one(plan: TreatmentPlan) -> None:
    assert paper_of(replace(plan, rules=replace(plan.rules, clinic="Harbour"))).brand == "Harbour"
    assert paper_of(plan).brand == "SMP planner"


def test_the_edition_of_the_rules_and_what_it_is_not_stand_on_it(plan: TreatmentPlan) -> None:
    paper = paper_of(plan)
    assert paper.edition == plan.rules.edition
    assert plan.rules.fingerprint in paper.footer
    assert "not medical advice" in paper.footer


def test_with_the_look_its_dots_are_drawn(plan: TreatmentPlan, rules: RuleSet) -> None:
    def pictures(with_look: bool) -> int:
        paper = paper_of(plan, look=look_of(ADULT, rules) if with_look else None, whole=True)
        return sum(
            type(block).__name__ == "Picture" for section in paper.sections for block in section.blocks
        )

    assert pictures(True) > pictures(False) > 10


def sources_in(listed: Section) -> list[tuple[int, str, str | None]]:
    return [item for block in listed.blocks if isinstance(block, SourceList) for item in block.items]


def test_in_short_it_says_that_there_is_more_and_each_number_has_its_source(plan: TreatmentPlan) -> None:
    short, whole = paper_of(plan), paper_of(plan, whole=True)
    assert {section.id for section in short.sections} < {section.id for section in whole.sections}
    assert "The whole paper has every question and answer" in told(section(short, "options"))
    listed = section(short, "sources")
    items = sources_in(listed)
    assert [number for number, _told, _address in items] == list(range(1, len(items) + 1))
    figures = next(block for block in listed.blocks if isinstance(block, Bullets))
    assert {"Visits", "Treated area", "Price of all visits"} <= set(figures.items)
    assert all(numbers and set(numbers) <= {item[0] for item in items} for numbers in figures.numbers)
    assert f"all {len(plan.sources)} sources" in told(listed)


def test_in_short_the_risks_of_every_option_are_named(plan: TreatmentPlan) -> None:
    table = next(
        one for one in tables(section(paper_of(plan), "options")) if one.caption == "What can go wrong"
    )
    assert len(table.rows) == len(plan.comparison.options)
    printed = " ".join(words.casefold() for _name, words in table.rows)
    assert all(risk.name.casefold() in printed for risk in plan.risks)


def test_in_short_one_section_holds_the_decision_both_checks_and_who_says_so(plan: TreatmentPlan) -> None:
    ready = section(paper_of(plan), "ready")
    asked = [block for block in ready.blocks if isinstance(block, Ticks)]
    recap, sure = asked[:3], asked[3:]
    assert [block.items for block in recap] == [("yes", "no", "not sure")] * 3
    assert len(sure) == 4
    for block, one in zip(asked, (*plan.decision.recap, *plan.decision.sure), strict=True):
        assert block.ask.endswith(getattr(one, "question", None) or getattr(one, "ask", ""))
    for block, one in zip(sure, plan.decision.sure, strict=True):
        assert block.items == ("yes", f"no. If no: {one.if_no}")
    words = told(ready)
    assert words.index(plan.decision.say) < words.index("Did I understand?")
    for fact in plan.decision.recap:
        assert words.index(fact.why) > words.index(plan.decision.recap[-1].question)
    points = {point.id: point for point in plan.about.points}
    assert plan.about.say in words
    for id_ in ("makers", "funder", "untested"):
        assert f"{points[id_].title}: {points[id_].say}" in words
    assert "The whole paper" in words


STATED = {
    "makers": "Stated by Harbour Hair Clinic: Anna Lee, SMP practitioner for ten years, and Dr Tom Reed, "
    "skin doctor.",
    "funder": "Stated by Harbour Hair Clinic: We pay for this page ourselves. Nothing is sold or booked "
    "here.",
}


@pytest.mark.parametrize("size", ["letter", "a4"])
@pytest.mark.parametrize("stated", [{}, STATED], ids=["not stated", "by a clinic"])
def test_what_to_decide_by_takes_one_sheet(
    size: Literal["letter", "a4"], stated: Mapping[str, str], plan: TreatmentPlan
) -> None:
    points = tuple(point._replace(say=stated.get(point.id, point.say)) for point in plan.about.points)
    paper = paper_of(replace(plan, about=plan.about._replace(points=points)))
    pages = [*pages_of(PdfDocument(to_pdf(paper, size=size)))]
    sheet = " ".join(next(page for page in pages if section(paper, "ready").title in page).split())
    for words in (plan.decision.say, *(one.ask for one in plan.decision.sure), IN_THE_WHOLE):
        assert words in sheet


def test_in_short_each_option_is_told_with_whether_it_is_open(plan: TreatmentPlan) -> None:
    captions = {table.caption: table for table in tables(section(paper_of(plan), "options"))}
    for option, (name, words) in zip(
        plan.comparison.options, captions["What it is, and is it open to you?"].rows, strict=True
    ):
        assert (name, words) == (short_name(option), f"{option.about} {openness(option)}")


def test_a_figure_in_short_rests_on_the_sources_of_its_own_rules(plan: TreatmentPlan) -> None:
    listed = section(paper_of(plan), "sources")
    told_of = {number: words for number, words, _address in sources_in(listed)}
    figures = next(block for block in listed.blocks if isinstance(block, Bullets))
    area = dict(zip(figures.items, figures.numbers, strict=True))["Treated area"]
    assert any("Bernstein and Rassman 1997" in told_of[number] for number in area)


def test_a_referral_in_short_has_the_options_the_chances_and_their_sources(rules: RuleSet) -> None:
    paper = paper_of(plan_treatment(adult(health=("keloid",)), rules))
    assert [section.id for section in paper.sections] == [
        "no_plan", "options", "chances", "decision", "ask", "ready", "sources", "privacy", "signing"
    ]  # fmt: skip
    assert "Nobody but the makers has reviewed it" in told(section(paper, "ready"))
