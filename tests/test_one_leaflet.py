"""A clinic's patients hold one leaflet: what it moved stands nowhere as the base rules have it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path

import icalendar
import openpyxl
import pytest

from smp_planner.domain.edition import ClinicEdit
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.exports.can_i import ACTIVITIES, can_i, held_on
from smp_planner.exports.day_lines import day_lines, said
from smp_planner.exports.day_marks import runs_of
from smp_planner.exports.ical import to_ics
from smp_planner.exports.ical_entries import MOST_EVENTS
from smp_planner.exports.month_sheets import month_sheets, word_on_sheet, words_meant
from smp_planner.exports.paper.document import paper_of
from smp_planner.exports.paper.page import to_page
from smp_planner.exports.record import from_json, to_json
from smp_planner.exports.table import to_csv
from smp_planner.exports.text import to_text
from smp_planner.exports.wording import moved
from smp_planner.exports.workbook import to_xlsx
from smp_planner.pictures.months import Piece
from smp_planner.rules.load import DATA, load_rules
from smp_planner.views.rules_edition import edition
from tests.exports.paper.sections import section, texts, told
from tests.own_clinic import CHECKS, EXERCISE, own_clinic
from tests.people import START, adult, plan_of

# What the base rules say of each of these, in any words, and what a sentence is about that may say so.
OF_THE_BASE = {
    "exercise": (
        r"exercise|sweat|\bgym\b|\btrain",
        r"\b(7|10|11|14|15)( to 14)? days|\b1 to 2 weeks|day (8|11|15)\b",
    ),
    "checks": (r"\bchecks?\b|touch-up", r"\b(12|24)( to 24)? months|\b1 to 2 years|\bevery (2|two) years"),
}
THEIRS = re.compile(r"the usual advice|^most clinics|^many clinics|in place of", re.IGNORECASE)
SALT = """
  salt:
    {name: Sea water, kind: do, say: "Rinse with salt water up to day {days}.", why: We like it., to_day: 6,
     reason: Our habit., sources: [ours], signed: {by: Dr B. Sample, on: 2026-10-01}}
"""
NO_WINE = """
  no_wine:
    {name: Alcohol, kind: avoid, say: "No alcohol for {days} days.", why: You bleed less., to_day: 3,
     reason: "Ours, <b>bold</b> =1+1.", sources: [ours]}
"""


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> TreatmentPlan:
    folder = tmp_path_factory.mktemp("clinic")
    return plan_of(adult(), own_clinic(folder, exceptions=EXERCISE + CHECKS, instructions=NO_WINE + SALT))


def exports(plan: TreatmentPlan) -> Iterator[tuple[str, str]]:
    """Everything that a person takes along or reads, by its kind, each as lines of whole texts."""
    yield "text", re.sub(r"\n(?![-\[\n])\s*", " ", to_text(plan))
    for whole in (False, True):
        paper = paper_of(plan, whole=whole)
        yield f"paper, whole: {whole}", "\n".join(text for one in paper.sections for text in texts(one))
    yield "page", unescape(re.sub(r"<[^>]+>", "\n", to_page(paper_of(plan, whole=True))))
    yield "table", "\n".join(cell for row in csv.reader(io.StringIO(to_csv(plan))) for cell in row)
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(plan)))
    rows = (row for sheet in book for row in sheet.iter_rows(values_only=True))
    yield "workbook", "\n".join(str(cell) for row in rows for cell in row if cell)
    events = icalendar.Calendar.from_ical(to_ics(plan, full_titles=True)).events
    yield "calendar", "\n".join(f"{event.get('summary')}\n{event.get('description')}" for event in events)
    yield "day by day", "\n".join(said(line) for line in day_lines(plan))
    days = (START.replace(day=day) for day in range(11, 29))
    yield "can I", "\n".join(can_i(plan.aftercare, ACTIVITIES["train"], day) for day in days)


@pytest.mark.parametrize("rule", OF_THE_BASE)
def test_no_export_says_anything_else_of_what_the_clinic_moved(plan: TreatmentPlan, rule: str) -> None:
    about, base = OF_THE_BASE[rule]
    faults = [
        f"{kind}: {sentence}"
        for kind, told_ in exports(plan)
        for line in told_.splitlines()
        for sentence in re.split(r"(?<=[.?!])\s+", line.strip())
        if re.search(about, sentence, re.IGNORECASE)
        and re.search(base, sentence, re.IGNORECASE)
        and not THEIRS.search(sentence)
    ]
    assert faults == []


def test_every_export_tells_the_clinics_rule_as_its_own(plan: TreatmentPlan) -> None:
    for kind, told_ in exports(plan):
        words = " ".join(told_.split())
        assert "ur clinic's rule" in words, kind
        assert "lcohol" in words or kind == "can I", kind
        if kind not in ("calendar", "day by day", "can I"):
            assert "Signed by Dr A. Example, 1 November 2026. Why: Our clients train from day 5." in words, (
                kind
            )
            assert "Source: Our protocol." in words, kind
    assert "<b>bold</b>" not in to_page(paper_of(plan))


def test_what_the_clinic_added_is_told_with_who_signed_it_wherever_its_changes_are(
    plan: TreatmentPlan,
) -> None:
    for kind, told_ in exports(plan):
        words = " ".join(told_.split())
        if kind not in ("calendar", "day by day", "can I"):
            assert (
                "Our clinic's own rule. Sea water: Rinse with salt water up to day 6. Signed by Dr B. "
                "Sample, 1 October 2026. Why: Our habit. Source: Our protocol."
            ) in words, kind
            assert "Our clinic's own rule. Alcohol: No alcohol for 3 days. Why: Ours" in words, kind
    first = told(section(paper_of(plan), "summary"))
    assert "Sea water: Rinse with salt water up to day 6. Signed by Dr B. Sample" in first
    assert "Own clinic plans with rules of its own: 4." in first
    assert "Signed by Dr B. Sample" in " ".join(edition(plan.rules))


def test_no_note_of_a_moved_rule_goes_without_its_mark(plan: TreatmentPlan) -> None:
    for kind, told_ in exports(plan):
        words = " ".join(told_.split())
        for asked in re.finditer("Most clinics allow full exercise", words):
            assert words[: asked.start()].endswith("Our clinic's rule. "), kind
        for asked in re.finditer(r"A check every 48 months( \(our clinic's rule\))?", words):
            assert asked[1], kind
        for asked in re.finditer(r"no hard sweating for 4 days\.( \S+){7}", words):
            assert asked[0].endswith("Days without heavy exercise: our clinic's rule."), kind
    assert "- Our clinic's rule. Many clinics refresh" in to_text(plan)


def test_no_folder_of_the_clinic_stands_in_what_is_saved_or_exported(
    plan: TreatmentPlan, tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert '"place": "clinic.yaml:' in to_json(plan)
    folder = str(tmp_path_factory.getbasetemp())
    for told_ in (to_json(plan), *(told_ for _kind, told_ in exports(plan))):
        assert folder not in told_


def test_nobody_is_told_not_to_train_after_day_4(plan: TreatmentPlan) -> None:
    after = {visit.date.toordinal() + day for visit in plan.sessions.items for day in range(5)}
    held = [day.date.toordinal() for day in plan.aftercare.days if "heavy_exercise" in day.avoid]
    assert set(held) == after


def test_the_first_page_names_what_is_beyond_the_limits(plan: TreatmentPlan) -> None:
    first = told(section(paper_of(plan), "summary"))
    assert "Our clinic's own rules" in first
    assert first.count("Signed by") == 3
    sheet = told(section(paper_of(plan), "after_visit_1"))
    assert "no heavy exercise (our clinic's rule)" in sheet.lower()
    assert "no alcohol (our clinic's rule)" in sheet


def test_it_stands_on_the_calendar_and_titles_still_tell_nothing(plan: TreatmentPlan) -> None:
    events = icalendar.Calendar.from_ical(to_ics(plan)).events
    assert len(events) <= MOST_EVENTS
    titles = {str(event.get("summary")) for event in events}
    assert "No alcohol" in titles
    assert not any("clinic" in title for title in titles)
    runs = [(run.first.day, run.last.day) for run in runs_of(plan) if run.word == "No alcohol"]
    assert runs[0] == (11, 14)
    meant = {mark.word: mark.means for _, mark in words_meant(plan.aftercare, month_sheets(plan).open)}
    assert meant["No alcohol"] == "Our clinic's rule: no alcohol"
    run = next(run for run in runs_of(plan) if run.word == "No alcohol")
    assert [word_on_sheet(Piece(run, 1, days)) for days in (1, 2)] == ["Our rule", "No alcohol"]


def test_a_question_about_a_day_is_answered_by_what_only_this_clinic_asks(
    plan: TreatmentPlan, tmp_path: Path
) -> None:
    care, wine = plan.aftercare, ACTIVITIES["alcohol"]
    for day in (START, date(2027, 1, 14)):
        answer = can_i(care, wine, day)
        assert answer.startswith("Not on 1")
        assert "The limit holds from 11 January 2027 to 14 January 2027, after visit 1." in answer
        assert "From 15 January 2027 on you are free of it" in answer
        assert "No alcohol for 3 days. Our clinic's rule. Why: Ours" in answer
    assert can_i(care, wine, date(2027, 1, 15)).startswith("No rule of this plan speaks against it")
    assert "alcohol" not in can_i(care, ACTIVITIES["coffee"], date(2027, 1, 13))
    hum = NO_WINE.replace("Alcohol", "Humming").replace("alcohol", "humming")
    unknown = plan_of(adult(), own_clinic(tmp_path, instructions=hum)).aftercare
    assert can_i(unknown, wine, date(2027, 1, 14)).startswith(
        "On 14 January 2027 look at our clinic's own rule first: No humming for 3 days."
    )
    near = can_i(unknown, ACTIVITIES["train"], START)
    assert near.endswith("Mind our clinic's own rule of that day too: No humming for 3 days.")
    told_on_it = {words for _, words, _field in held_on(care, START)}
    assert "No alcohol for 3 days. Our clinic's rule. Why: Ours, <b>bold</b> =1+1." in told_on_it


def test_the_record_keeps_who_signed_and_reads_back(plan: TreatmentPlan) -> None:
    assert from_json(to_json(plan)).rules.clinic_edits == plan.rules.clinic_edits


def test_a_value_outside_the_range_is_told_so_everywhere() -> None:
    edit = ClinicEdit(
        parameter="density.looks.soft", label="Dots of a soft look", unit="dots/cm2", from_=100, to=85,
        range=(90, 120), reason="Our needles are wider.", outside_range=True,
        titles=("Our protocol", "A list"),
    )  # fmt: skip
    assert moved(edit) == (
        "Dots of a soft look: 85 dots/cm2 in place of 100 dots/cm2. This is outside what the sources "
        "recommend (90 to 120 dots/cm2). Our needles are wider. Source: Our protocol and A list."
    )
    bare = replace(edit, outside_range=False, label=None, unit=None, range=(), titles=())
    assert moved(bare) == "density.looks.soft: 85 in place of 100. Our needles are wider."


@pytest.mark.parametrize("name", sorted(path.stem for path in (DATA / "clinics").glob("*.yaml")))
def test_a_packaged_clinic_prints_every_departure(name: str, tmp_path: Path) -> None:
    plan = plan_of(adult(), load_rules(clinic=DATA / "clinics" / f"{name}.yaml"))
    assert plan.rules.clinic_edits
    for edit in plan.rules.clinic_edits:
        for kind, told_ in exports(plan):
            if kind not in ("calendar", "day by day", "can I"):
                assert moved(edit) in " ".join(told_.split()), (kind, edit.parameter)
