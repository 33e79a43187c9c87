"""The choice on paper: the same for all five options, whole, with its sources, for a plan and a referral."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from smp_planner.domain.intake import OwnConcern
from smp_planner.domain.plan import Compared, Referral
from smp_planner.exports.chance_words import count_told
from smp_planner.exports.open_words import openness
from smp_planner.exports.paper.blocks import (
    Heading,
    Lines,
    Paper,
    Paragraph,
    Picture,
    Section,
    SourceList,
    Table,
    Ticks,
)
from smp_planner.exports.paper.document import paper_of
from smp_planner.exports.risk_lines import TIMES
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.ruleset import RuleSet
from tests.people import ADULT, adult, plan_of

ORDER = ("Doing nothing", "Medication", "SMP", "FUT", "FUE")


@pytest.fixture(scope="module")
def plan(rules: RuleSet) -> Compared:
    return plan_of(
        adult(matters={"cost_now": 5, "upkeep": 3}, own_matters=(OwnConcern(name="My hat"),)), rules
    )


@pytest.fixture(scope="module")
def paper(plan: Compared) -> Paper:
    return paper_of(plan, whole=True)


@pytest.fixture(scope="module")
def referral(rules: RuleSet) -> Referral:
    plan = plan_treatment(adult(health=("keloid",)), rules)
    assert isinstance(plan, Referral)
    return plan


def section(paper: Paper, id_: str) -> Section:
    return next(section for section in paper.sections if section.id == id_)


def said(paper: Paper, *ids: str) -> str:
    return "\n".join(str(one.blocks) for one in paper.sections if not ids or one.id in ids)


def test_the_key_figures_have_a_column_for_each_option_all_of_one_width(paper: Paper) -> None:
    table = next(block for block in section(paper, "options").blocks if isinstance(block, Table))
    assert table.head[1:] == ORDER
    assert len(set(table.shares[1:])) == 1
    assert [row[0] for row in table.rows][:5] == [
        "Open to you?", "Hair grows?", "Stops the loss?", "How long it lasts", "Visits, year 1",
    ]  # fmt: skip
    assert all(len(row) == 6 and all(row) for row in table.rows)
    scar = next(row for row in table.rows if row[0] == "Scar, mm wide")
    assert scar[4:] == ("one line, 1 to 3", "a dot for each graft, 0.7 to 1")


def test_the_key_table_and_the_reason_below_it_tell_one_state(plan: Compared, paper: Paper) -> None:
    key, _what, reasons = (block for block in section(paper, "options").blocks if isinstance(block, Table))
    assert [told for _name, told in reasons.rows] == [openness(one) for one in plan.comparison.options]
    for state, (_name, told) in zip(key.rows[0][1:], reasons.rows, strict=True):
        of_what = state.partition(" (")[2].removesuffix(")")
        assert told.startswith(f"{state.partition(' (')[0]}")
        assert of_what in told


def test_each_question_is_answered_whole_for_every_option_in_one_order(plan: Compared, paper: Paper) -> None:
    names = [option.name for option in plan.comparison.options]
    told = {
        one.caption: one
        for part in paper.sections
        for one in part.blocks
        if isinstance(one, Table) and part.id.startswith("questions_")
    }
    for row in plan.comparison.rows:
        if row.chance:
            continue
        answers = told[row.question]
        assert [name for name, _words in answers.rows] == names
        for cell, (_name, words) in zip(row.cells.values(), answers.rows, strict=True):
            assert words.startswith(count_told(cell))
            assert re.search(r"\((very weak|weak|fair|strong) evidence; \d+(, \d+)*\)$", words)


def test_chances_show_a_hundred_people_for_each_option_in_one_picture(plan: Compared, paper: Paper) -> None:
    blocks = section(paper, "chances").blocks
    counted = [row for row in plan.comparison.rows if row.chance]
    for row in counted:
        at = blocks.index(Heading(row.question, together=True))
        time, picture, words = blocks[at + 1 : at + 4]
        assert time == Paragraph(f"Over what time? {row.over}")
        assert isinstance(picture, Picture)
        in_order = ": .*; ".join(ORDER)
        assert re.search(f"{in_order}: ", picture.words)
        assert isinstance(words, Table)
        for cell, (_name, told) in zip(row.cells.values(), words.rows, strict=True):
            assert count_told(cell) in told
    assert len(counted) > 3


def test_every_risk_of_every_option_stands_under_its_kind_of_harm(plan: Compared, paper: Paper) -> None:
    told = said(paper, "risks")
    for risk in plan.risks:
        assert risk.prevent.replace("'", "\\'") in told or risk.prevent in told
    times = [risk.over for risk in plan.risks if risk.per_100]
    assert times
    assert all(time and time in told for time in times)
    assert section(paper, "risks").blocks.count(Paragraph(TIMES)) == 1
    for block in section(paper, "risks").blocks:
        if isinstance(block, Table):
            assert {name for name, _words in block.rows} >= {one.name for one in plan.comparison.options}


def test_what_matters_lines_up_all_options_under_each_point_and_nothing_is_added_up(paper: Paper) -> None:
    blocks = section(paper, "matters").blocks
    assert Heading("My hat") in blocks
    lined_up = [block for block in blocks if isinstance(block, Table) and len(block.rows) == 5]
    assert lined_up
    assert "no option wins" in said(paper, "matters")


@pytest.mark.parametrize("whole", [False, True])
def test_answers_to_what_matters_say_how_strong_the_evidence_is(plan: Compared, whole: bool) -> None:
    paper = paper_of(plan, whole=whole)
    answers = [
        told
        for block in section(paper, "matters").blocks
        if isinstance(block, Table)
        for _name, told in block.rows
    ]
    assert len(answers) > 5
    listed = {
        place
        for block in section(paper, "sources").blocks
        if isinstance(block, SourceList)
        for place, _told, _address in block.items
    }
    for told in answers:
        found = re.search(r"\((?:very weak|weak|fair|strong) evidence; ([\d, ]+)\)$", told)
        assert found
        assert {int(one) for one in found[1].split(",")} <= listed


def test_who_named_nothing_gets_lines_to_write_on(rules: RuleSet) -> None:
    blocks = section(paper_of(plan_of(ADULT, rules), whole=True), "matters").blocks
    assert any(isinstance(block, Lines) and len(block.items) == 3 for block in blocks)


def test_what_to_ask_has_as_many_boxes_for_each_option(paper: Paper) -> None:
    ticks = [len(block.items) for block in section(paper, "ask").blocks if isinstance(block, Ticks)]
    assert len(ticks) == 5
    assert len(set(ticks)) == 1


def test_the_two_checks_are_boxes_with_the_answers_below(plan: Compared, paper: Paper) -> None:
    blocks = section(paper, "ready").blocks
    boxes = [block.items for block in blocks if isinstance(block, Ticks)]
    assert boxes[0] == ("yes", "no", "not sure")
    assert all(items[0] == "yes" and items[1].startswith("no. If no: ") for items in boxes[-4:])
    told = [block.say for block in blocks if isinstance(block, Paragraph)]
    assert any(say.startswith("The answers: 1. No. ") for say in told)


def test_sources_are_numbered_once_through_the_document_each_with_what_is_told_of_it(
    plan: Compared, paper: Paper
) -> None:
    lists = [block for block in section(paper, "sources").blocks if isinstance(block, SourceList)]
    numbers = [place for block in lists for place, _told, _address in block.items]
    assert numbers == [*range(1, len(plan.sources) + 1)]
    cited = {
        int(one) for group in re.findall(r"evidence; ([\d, ]+)\)", said(paper)) for one in group.split(",")
    }
    assert cited == {place for place, _told, _address in lists[0].items} & cited
    assert max(cited) <= len(lists[0].items)
    for _place, told, address in lists[0].items:
        assert re.search(r"Grade: .*\. Read on \d", told)
        assert address is None or address.startswith("http")


def test_an_address_that_no_browser_should_follow_is_left_out(plan: Compared) -> None:
    bad = tuple(replace(source, url="javascript:alert(1)") for source in plan.sources)
    blocks = section(paper_of(replace(plan, sources=bad), whole=True), "sources").blocks
    assert {item[2] for block in blocks if isinstance(block, SourceList) for item in block.items} == {None}


def test_who_says_so_has_the_next_review_and_our_own_look_at_the_list(paper: Paper) -> None:
    told = said(paper, "about")
    assert "reviewed" in told or "review" in told
    assert "points" in told


def test_a_referral_says_why_first_then_what_next_then_the_same_five_options(referral: Referral) -> None:
    paper = paper_of(referral, whole=True)
    first, second = paper.sections[:2]
    assert first.id == "no_plan"
    assert second.id == "options"
    headings = [block.say for block in first.blocks if isinstance(block, Heading)]
    assert headings[0] == "Why"
    assert "What next" in headings
    assert referral.suitability.stop[0].say in str(first.blocks)
    table = next(block for block in second.blocks if isinstance(block, Table))
    assert table.head[1:] == ORDER


def test_a_referral_prints_no_price_and_no_day_of_a_visit(referral: Referral) -> None:
    paper = paper_of(referral, whole=True)
    ids = {one.id for one in paper.sections}
    assert not ids & {"summary", "visits", "money", "matters", "agreed", "touch_ups"}
    assert {"options", "chances", "risks", "years", "sources", "about", "privacy"} <= ids
    choice = said(paper, *(id_ for id_ in ids if id_ not in ("sources", "about", "understood", "privacy")))
    assert not re.search(r"[$£] ?[1-9]", choice)  # doing nothing costs nothing
    assert not re.search(r"\b20(2[7-9]|3\d)\b", choice)
