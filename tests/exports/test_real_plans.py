"""Exports of plans as the planner makes them, whoever they are for."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

import icalendar
import pytest
from hypothesis import given

from smp_planner.domain.intake import Intake
from smp_planner.domain.plan import Referral, TreatmentPlan
from smp_planner.exports.explanation import fields, to_explanation
from smp_planner.exports.ical import to_ics
from smp_planner.exports.table import to_csv
from smp_planner.exports.text import to_text
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.ruleset import RuleSet
from tests.drawn_people import intakes, patients, planned
from tests.people import adult

TELLING = ("scalp", "smp", "hair", "micropig", "clinic")


@pytest.fixture(scope="module")
def plan(rules: RuleSet) -> TreatmentPlan:
    made = plan_treatment(adult(), rules)
    assert isinstance(made, TreatmentPlan)
    return made


def rows(plan: TreatmentPlan | Referral) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(to_csv(plan), newline="")))


def cited(plan: TreatmentPlan, *sections: str) -> list[str]:
    """Items of these sections that name no source."""
    return [row["item"] for row in rows(plan) if row["section"] in sections and not row["sources"]]


def test_every_figure_of_the_table_names_its_sources(plan: TreatmentPlan) -> None:
    known = {source.id for source in plan.sources}
    named = {id_ for row in rows(plan) for id_ in row["sources"].split("; ") if id_}
    assert named <= known
    figures = [row for row in rows(plan) if row["typical"] and row["section"] != "clinic edit"]
    assert [(row["section"], row["item"]) for row in figures if not row["sources"]] == []


def test_every_day_of_the_table_names_its_sources(plan: TreatmentPlan) -> None:
    assert cited(plan, "visits", "limits", "preparation", "avoid", "do", "expect", "touch-ups") == []


def test_every_field_can_be_explained_and_rests_on_a_rule(plan: TreatmentPlan) -> None:
    """A rule's line ends with its place and who set it; indented lines are rules."""
    without = [field for field in fields(plan) if "\n    " not in to_explanation(plan, field)]
    assert without == []


def test_the_whole_explanation_holds_every_field(plan: TreatmentPlan) -> None:
    told = to_explanation(plan).splitlines()
    assert [field for field in fields(plan) if not any(line.startswith(field) for line in told)] == []


def test_the_main_limits_of_the_plan_are_in_the_calendar_with_full_advice(plan: TreatmentPlan) -> None:
    events = icalendar.Calendar.from_ical(to_ics(plan, full_titles=True)).events
    told = " ".join(str(event.get("description", "")) for event in events)
    main = ("direct_sun", "heavy_exercise", "swimming", "sauna_steam", "touching")
    assert [w.rule for w in plan.aftercare.windows if w.rule in main and w.say not in told] == []


@given(intakes | patients)
def test_every_plan_can_be_exported(intake: Intake) -> None:
    made = planned(intake)
    text = to_text(made)
    assert max(map(len, text.splitlines())) <= 80
    for row in rows(made):
        for column in ("low", "typical", "high"):
            assert not row[column] or Decimal(row[column]).is_finite()
    data = to_ics(made)
    assert len(icalendar.Calendar.from_ical(data).events) <= 25
    assert max(map(len, data.split(b"\r\n"))) <= 75
    assert [word for word in TELLING if word in data.decode().lower()] == []
