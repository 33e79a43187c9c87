"""The patch test stands with its day wherever the visits do: in the text, the table and the calendar."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date, timedelta

import icalendar

from smp_planner.domain.plan import TreatmentPlan
from smp_planner.exports.ical import to_ics
from smp_planner.exports.ical_entries import MOST_EVENTS
from smp_planner.exports.paper.summary import summary
from smp_planner.exports.patch_test_words import patch_test_told
from smp_planner.exports.table import to_csv
from smp_planner.exports.text import to_text
from smp_planner.rules.ruleset import RuleSet
from tests.exports.paper.sections import told
from tests.people import ADULT, adult, plan_of


def untested(plan: TreatmentPlan) -> TreatmentPlan:
    """The plan of a clinic that is open on no day for the test."""
    return replace(plan, sessions=replace(plan.sessions, patch_test_by=None))


def in_calendar(plan: TreatmentPlan, *, full: bool = False) -> list[icalendar.Event]:
    events = icalendar.Calendar.from_ical(to_ics(plan, full_titles=full)).events
    return [event for event in events if "on or before" in event["summary"]]


def visits(plan: TreatmentPlan, made_on: date | None = None) -> str:
    """What stands in the text under the visits, on one line."""
    return " ".join(to_text(plan, made_on=made_on).partition("\nVISITS\n")[2].partition("\n\n")[0].split())


def before_visits(plan: TreatmentPlan) -> str:
    """What stands in the text under what comes before and after the visits, on one line."""
    after = to_text(plan).partition("\nBEFORE AND AFTER THE VISITS, AND WHEN TO CALL\n")[2]
    return " ".join(after.partition("\n\n")[0].split())


def test_the_text_names_the_day_with_the_first_visit_and_says_it_once(rules: RuleSet) -> None:
    plan = plan_of(ADULT, rules)
    first, _, later = visits(plan).partition(" Visit 2: ")
    assert first.endswith("Patch test: on or before Sat 9 Jan 2027.")
    assert "Patch test" not in later
    assert "a patch test" not in before_visits(plan)
    assert "Patch test" not in visits(untested(plan))
    assert "a patch test (first visit only)" in before_visits(untested(plan))


def test_while_a_doctor_has_to_answer_its_day_is_to_be_confirmed(rules: RuleSet) -> None:
    plan = plan_of(adult(health=("blood_thinner",)), rules)
    assert plan.suitability.provisional
    assert patch_test_told(plan) == "Patch test: on or before Sat 9 Jan 2027 (to be confirmed)."
    [event] = in_calendar(plan)
    assert event["summary"] == "Short appointment, on or before this day (to be confirmed)"
    assert event["status"] == "TENTATIVE"


def test_a_calendar_holds_its_last_day_under_a_title_that_tells_others_nothing(rules: RuleSet) -> None:
    plan = plan_of(ADULT, rules)
    [discreet], [full] = in_calendar(plan), in_calendar(plan, full=True)
    assert f"{discreet['dtstart'].dt} {discreet['dtend'].dt}" == "2027-01-09 2027-01-10"
    assert discreet["summary"] == "Short appointment, on or before this day"
    assert discreet["transp"] == "TRANSPARENT"
    assert "description" not in discreet
    assert full["summary"] == "SMP patch test, on or before this day"
    assert full["description"] == (
        "Ask the clinic for a patch test of the pigment on a small, hidden spot. "
        "Any day from 4 January 2027 to 9 January 2027 on which the clinic is open will do."
    )
    assert discreet["uid"] == full["uid"]
    assert in_calendar(untested(plan)) == []


def test_with_it_a_calendar_of_many_visits_still_holds_no_more_than_25_events(rules: RuleSet) -> None:
    wide = adult(area=replace(ADULT.area, norwood="VII"), density="dense")
    events = icalendar.Calendar.from_ical(to_ics(plan_of(wide, rules))).events
    assert any("on or before" in event["summary"] for event in events)
    assert len(events) <= MOST_EVENTS


def test_the_table_has_a_row_for_it_with_its_sources(rules: RuleSet) -> None:
    rows = csv.DictReader(io.StringIO(to_csv(plan_of(ADULT, rules)), newline=""))
    [row] = [row for row in rows if row["item"] == "patch test"]
    assert (row["from"], row["to"], row["text"]) == ("2027-01-09", "2027-01-09", "on or before this day")
    assert "dermamicro-choose" in row["sources"]


def test_a_day_that_has_passed_when_the_file_is_made_is_told_as_passed(rules: RuleSet) -> None:
    plan, last = plan_of(ADULT, rules), date(2027, 1, 9)
    assert plan.sessions.patch_test_by == last
    assert "on or before" in visits(plan, made_on=last)
    passed = visits(plan, made_on=last + timedelta(1))
    assert (
        "its last day, Sat 9 Jan 2027, has passed; if you had none by then, choose a later first day."
        in passed
    )
    assert "on or before" not in passed
    on_paper = told(summary(plan, made_on=last + timedelta(1)))
    assert "Patch test: its last day, Sat 9 Jan 2027, has passed" in on_paper
    assert "patch test by" not in on_paper
