"""A clinic on paper: its name in its colour, its logo, who prepared the plan, and whom to call."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from smp_planner.domain.clinic import ClinicContact, ClinicProfile
from smp_planner.domain.colour import readable
from smp_planner.domain.plan import Referral, TreatmentPlan
from smp_planner.exports.paper.blocks import Lines, Pairs, Picture
from smp_planner.exports.paper.document import paper_of
from smp_planner.exports.paper.page import to_page
from smp_planner.exports.paper.page_look import DARK_PAPER
from smp_planner.exports.paper.pdf import to_pdf
from smp_planner.exports.text import to_text
from smp_planner.exports.workbook import to_xlsx
from smp_planner.planner.dots.drawing import look_of
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.load import DATA, load_rules
from smp_planner.rules.ruleset import RuleSet
from tests.exports.paper.read_pdf import opened, pages_of, tagged, words_of
from tests.packaged_rules import rules_of
from tests.people import ADULT, adult, plan_of

IN_THE_DAY = "020 7946 0000, Tuesday to Saturday, 9 am to 5.30 pm"
AT_NIGHT = "020 7946 0001"


@pytest.fixture(scope="module")
def clinic() -> RuleSet:
    return rules_of(clinic=DATA / "clinics" / "example-clinic.yaml")


@pytest.fixture(scope="module")
def plan(clinic: RuleSet) -> TreatmentPlan:
    return plan_of(ADULT, clinic)


def test_the_numbers_stand_where_there_are_lines_to_write_on_without_them(
    plan: TreatmentPlan, rules: RuleSet
) -> None:
    section = next(one for one in paper_of(plan).sections if one.id == "when_to_call")
    assert ("My doctor", "") in next(block for block in section.blocks if isinstance(block, Pairs)).items
    without = next(one for one in paper_of(plan_of(ADULT, rules)).sections if one.id == "when_to_call")
    assert len(next(block for block in without.blocks if isinstance(block, Lines)).items) == 3


def test_every_paper_a_patient_may_look_at_says_whom_to_call(plan: TreatmentPlan, clinic: RuleSet) -> None:
    short, sheets = (
        [one for one in paper_of(plan, whole=whole).sections if one.id.startswith("after_visit_")]
        for whole in (False, True)
    )
    referral = plan_treatment(adult(health=("keloid",)), clinic)
    assert isinstance(referral, Referral)
    texts = (to_text(plan), to_text(referral))
    told = (*map(str, (*short, *sheets)), *texts, to_page(paper_of(plan)), to_page(paper_of(referral)))
    assert (len(short), len(sheets)) == (1, len(plan.sessions.items))
    for text in told:
        flat = " ".join(text.split())
        assert IN_THE_DAY in flat
        assert AT_NIGHT in flat
    assert "Prepared by Sam Reed, consultant, Example clinic." in to_text(plan)
    assert to_xlsx(plan)


def test_the_first_sheet_holds_logo_name_and_who_prepared_it_beside_the_whole_summary(
    plan: TreatmentPlan, clinic: RuleSet
) -> None:
    look = look_of(plan.intake, clinic)
    for size in ("a4", "letter"):
        paper = paper_of(plan, look=look, logo=clinic.logo, made_on=date(2026, 11, 27))
        pdf = to_pdf(paper, size=size)
        figures = [str(tag.Alt) for tag in tagged(opened(pdf)) if tag.S == "/Figure"]
        assert figures[0] == "Example clinic"
        first = words_of(pdf).split("What your answers bring up\r\n")[0]
        assert "Prepared by Sam Reed, consultant · Made on 27 November 2026" in first
        assert "This is a drawing, not a photo" in first
        assert f"Page 1 of {len(opened(pdf).pages)}" in first
        assert "Page 2 of" not in first


def test_the_first_sheet_says_when_it_was_made_where_that_is_known(rules: RuleSet) -> None:
    plan = plan_of(ADULT, rules)
    look = look_of(ADULT, rules)
    for size in ("a4", "letter"):
        pdf = to_pdf(paper_of(plan, look=look, made_on=date(2026, 11, 27)), size=size)
        first = words_of(pdf).split("What your answers bring up\r\n")[0]
        assert "Made on 27 November 2026" in first
        assert "Page 2 of" not in first, size
    assert "<bdi>Made on 27 November 2026</bdi>" in to_page(paper_of(plan, made_on=date(2026, 11, 27)))
    assert "Made on" not in to_page(paper_of(plan))


def test_the_page_carries_logo_and_colour_within_itself(plan: TreatmentPlan, clinic: RuleSet) -> None:
    assert clinic.logo is not None
    page = to_page(paper_of(plan, logo=clinic.logo))
    data = b64encode(clinic.logo.data).decode()
    assert f'src="data:image/svg+xml;base64,{data}" alt="Example clinic">' in page
    assert "--own:#1f4e79" in page
    assert f"--own:{readable('#1f4e79', DARK_PAPER)}" in page
    assert 'src="data:image/png;base64,AAE=' in to_page(
        paper_of(plan, logo=clinic.logo._replace(kind="png", data=b"\0\1"))
    )


def test_what_a_clinic_writes_of_itself_stays_text(plan: TreatmentPlan) -> None:
    odd = '<img src=x onerror=alert(1)> #eval("1+1") =1+1 \u202e🙂'
    profile = ClinicProfile(odd, ClinicContact(odd, odd), "#1f4e79")
    hostile = replace(plan, rules=replace(plan.rules, clinic=odd, profile=profile))
    paper = paper_of(hostile)
    assert "<img" not in to_page(paper)
    assert '#eval("1+1")' in words_of(to_pdf(paper, size="a4"))
    assert to_xlsx(hostile)


TWO_EXCEPTIONS = """
name: Queen Street Scalp Studio
prepared_by: Dana Fox, consultant
sources: {ours: {title: Our protocol, kind: clinic, grade: very_low, read_on: 2026-11-01}}
exceptions:
  aftercare.instructions.heavy_exercise.to_day:
    value: 4
    range: [4, 7]
    reason: Our clients train again from day 5, and we have seen no harm from it in all these years.
    sources: [ours]
    signed: {by: "Dr A. Example, medical lead of the studio and of its school", on: 2026-11-01}
  touch_ups.interval_months:
    value: 48
    range: [36, 60]
    reason: Our pigment holds, and we say so to everybody who asks us for an earlier check.
    sources: [ours]
    signed: {by: "Dr A. Example, medical lead of the studio and of its school", on: 2026-11-01}
"""


def test_two_exceptions_leave_the_picture_on_the_first_page_and_no_page_to_pictures_alone(
    tmp_path: Path,
) -> None:
    file = tmp_path / "clinic.yaml"
    file.write_text(TWO_EXCEPTIONS, encoding="utf-8")
    rules = load_rules(clinic=file)
    plan = plan_of(ADULT, rules)
    pdf = to_pdf(paper_of(plan, look=look_of(plan.intake, rules)), size="letter")
    pages = [" ".join(page.split()) for page in pages_of(PdfDocument(pdf))]
    assert "Your plan on one page" in pages[0]
    assert "This is a drawing, not a photo" in pages[0]
    assert "Our clients train" not in pages[0]
    assert "What your answers bring up" in pages[1]
    assert "Our clients train" in pages[1]
    [heads] = [page for page in pages if "After visit 1: " in page]
    assert "Each bar holds" in heads


def test_under_many_exceptions_the_dots_are_drawn_with_the_visits(
    plan: TreatmentPlan, clinic: RuleSet
) -> None:
    [one] = [edit for edit in plan.rules.clinic_edits if edit.signed]
    many = replace(plan, rules=replace(plan.rules, clinic_edits=(one,) * 4))
    sections = {section.id: section for section in paper_of(many, look=look_of(plan.intake, clinic)).sections}
    drawn = [
        sum(isinstance(block, Picture) for block in sections[id_].blocks) for id_ in ("summary", "visits")
    ]
    assert drawn == [0, 3]
