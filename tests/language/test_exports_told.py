"""Plans and files to take along can be told in another language, whoever they are for."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import partial
from html import unescape
from itertools import cycle, islice

import icalendar
import openpyxl
import pytest

from smp_planner.answers import read_answers
from smp_planner.domain.intake import Intake, OwnConcern
from smp_planner.domain.plan import Referral, TreatmentPlan
from smp_planner.errors import PlannerError
from smp_planner.exports.ical import to_ics
from smp_planner.exports.paper.document import paper_of
from smp_planner.exports.paper.page import to_page
from smp_planner.exports.paper.understood import understood
from smp_planner.exports.table import to_csv
from smp_planner.exports.text import to_text
from smp_planner.exports.workbook import to_xlsx
from smp_planner.language.speech import Speech, speaking
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.load import load_rules
from smp_planner.rules.ruleset import RuleSet
from tests.exports.paper.sections import course, told
from tests.language.look_alike import plain_words
from tests.packaged_rules import packaged_rules
from tests.scenario_items import FOLDER, given_of, read_scenarios

Plan = TreatmentPlan | Referral
NOT_TEXT = re.compile(r"<style>.*?</style>|<svg.*?</svg>|<a href=\"http.*?</a>", re.DOTALL)
TAGS = re.compile(r"<[^>]*>")
TOLD_COLUMNS = ("section", "unit", "text")  # an item goes by its name in the record


def people() -> Iterator[Intake]:
    """Everybody of the scenarios who gets a plan or a referral, with nothing that they wrote themselves."""
    for path in sorted(FOLDER.glob("*.yaml")):
        found = read_scenarios(path)
        for case in found.value["cases"]:
            given = json.dumps(
                given_of(found, case), default=lambda v: float(v) if isinstance(v, Decimal) else str(v)
            )
            intake = read_answers(given, "given").intake
            if intake is not None:
                yield nameless(intake)


def nameless(intake: Intake) -> Intake:
    """The same person without words of their own, to whom everything matters."""
    days = intake.calendar
    calendar = replace(
        days,
        events=tuple(replace(event, name=str(n)) for n, event in enumerate(days.events, start=1)),
        away=tuple(replace(away, name="") for away in days.away),
        timezone=None,  # its name is the same in every language
    )
    return replace(
        intake,
        calendar=calendar,
        person=replace(intake.person, name=""),
        agreed={},
        matters=dict(zip(packaged_rules().matters.concerns, cycle((5, 3, 1, None)), strict=False)),
        own_matters=(OwnConcern(name="1"),),
    )


@pytest.fixture(scope="module", params=["US", "UK"])
def plans(request: pytest.FixtureRequest, greek: Speech) -> list[Plan]:
    """Their plans, by rules told in marked letters; every second, and of the UK every fifth."""
    rules = load_rules(speech=greek, region=request.param)
    those = islice(people(), 0, None, 2 if request.param == "US" else 5)
    return [plan for intake in those if (plan := planned(intake, rules)) is not None]


def planned(intake: Intake, rules: RuleSet) -> Plan | None:
    try:
        return plan_treatment(intake, rules)
    except PlannerError:
        return None


def text_of(plan: Plan) -> str:
    return to_text(plan)


def table_of(plan: Plan) -> str:
    rows = csv.DictReader(io.StringIO(to_csv(plan), newline=""))
    return "\n".join(row[column] for row in rows for column in TOLD_COLUMNS)


def workbook_of(plan: Plan) -> str:
    """All words of the workbook, with the names of its sheets; years go by their numbers."""
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(plan)), read_only=True)
    cells = (cell for page in book for row in page.iter_rows(values_only=True) for cell in row)
    told = (
        cell
        for cell in cells
        if isinstance(cell, str) and not cell.startswith(("https://", "http://", "=SUM("))
    )
    return "\n".join((*book.sheetnames, *told))


def calendar_of(plan: Plan, *, full: bool) -> str:
    parts = icalendar.Calendar.from_ical(to_ics(plan, full_titles=full)).walk()
    return "\n".join(str(part.get(name, "")) for part in parts for name in ("summary", "description"))


def course_of(plan: Plan) -> str:
    """The course on paper; a referral has none."""
    return "\n".join(map(told, course(plan))) if isinstance(plan, TreatmentPlan) else told(understood(plan))


def page_in_short(plan: Plan) -> str:
    return page_of(plan, whole=False)


def page_of(plan: Plan, *, whole: bool = True) -> str:
    """What the self-contained page shows: its text, without its styles, addresses, pictures and mark."""
    paper = paper_of(plan, whole=whole)
    shown = NOT_TEXT.sub(" ", to_page(paper)).replace(paper.mark, "")
    return unescape(TAGS.sub("\n", shown))


FILES: dict[str, Callable[[Plan], str]] = {
    "text": text_of,
    "course on paper": course_of,
    "table": table_of,
    "calendar": partial(calendar_of, full=False),
    "calendar with full titles": partial(calendar_of, full=True),
}


@pytest.mark.parametrize("file", FILES)
def test_no_text_of_a_file_is_left_in_english(file: str, plans: list[Plan], greek: Speech) -> None:
    with speaking(greek):
        left = {
            word
            for plan in plans
            for word in plain_words(FILES[file](plan).replace(plan.rules.fingerprint, ""))
        }
    assert len(plans) > 20
    assert not left


@pytest.mark.parametrize("read", [workbook_of, page_of, page_in_short])
def test_no_text_of_what_takes_long_to_read_is_left_in_english(
    read: Callable[[Plan], str], plans: list[Plan], greek: Speech
) -> None:
    """Of every fourth plan and referral: workbook and page say the same as the text."""
    kinds = (TreatmentPlan, Referral)
    some = [plan for kind in kinds for plan in [one for one in plans if isinstance(one, kind)][::4]]
    with speaking(greek):
        told = [read(plan).replace(plan.rules.fingerprint, "") for plan in some]
    left = {word for text in told for word in plain_words(text)}
    assert {type(plan) for plan in some} == set(kinds)
    assert not left
