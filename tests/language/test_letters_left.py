"""Nothing makes small letters of a told text: German nouns would lose their capitals."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from smp_planner.domain.intake import CalendarAnswer, Habits, Hair, LifeEvent, Person, Skin
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.exports.day_lines import day_lines, said
from smp_planner.exports.ical import to_ics
from smp_planner.exports.month_sheets import in_short, month_sheets
from smp_planner.exports.table import to_csv
from smp_planner.exports.text import to_text
from smp_planner.language.choose import speech_of
from smp_planner.language.speech import Speech, speaking
from smp_planner.planner.dots.drawing import drawing_of
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.load import load_rules
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.answers_told import (
    told_area,
    told_dates,
    told_goals,
    told_habits,
    told_look,
    told_person,
    told_skin_and_hair,
)
from smp_planner.views.look_sent import sent
from tests.language.look_alike import GREEK, all_capitals, small_letters, write_catalogue
from tests.language.template import template
from tests.people import adult

START = date(2027, 1, 11)
TOLD = (told_goals, told_area, told_look, told_person, told_skin_and_hair, told_habits, told_dates)


@pytest.fixture(scope="module")
def capitals(tmp_path_factory: pytest.TempPathFactory) -> Speech:
    """A language all of whose texts are capitals."""
    folder: Path = tmp_path_factory.mktemp("capitals")
    write_catalogue(template(), folder, all_capitals)
    return speech_of(GREEK, folder)


@pytest.fixture(scope="module")
def rules(capitals: Speech) -> RuleSet:
    """The rules in that language."""
    return load_rules(speech=capitals)


@pytest.fixture(scope="module")
def plan(rules: RuleSet) -> TreatmentPlan:
    """Somebody of whom there is much to tell."""
    event = LifeEvent(from_=START + timedelta(40), to=START + timedelta(43), name="1", kind="sun")
    made = plan_treatment(
        adult(
            skin=Skin(tone="III", traits=("oily", "dry_flaky")),
            hair=Hair(colour="dark_brown", wears="shaved"),
            habits=Habits(sun="high", heavy_sweat=True, swims=True),
            person=Person(age=38, sex="male"),
            medication_now=("minoxidil", "other"),
            wants_touch_ups="crisp",
            density="natural",
            calendar=CalendarAnswer(start=START, events=(event,)),
        ),
        rules,
    )
    assert isinstance(made, TreatmentPlan)
    return made


def test_in_files_and_on_the_calendar(plan: TreatmentPlan, capitals: Speech) -> None:
    with speaking(capitals):
        sheets = month_sheets(plan)
        written = [
            to_text(plan),
            to_csv(plan),
            to_ics(plan, full_titles=True).decode(),
            *(said(line) for line in day_lines(plan)),
            *(in_short(month, plan.aftercare) for month in (*sheets.open, *sheets.folded)),
        ]
    assert sum(map(len, written)) > 5_000
    assert not set().union(*map(small_letters, written))


def test_in_the_answers_as_they_are_told_back(plan: TreatmentPlan, rules: RuleSet, capitals: Speech) -> None:
    with speaking(capitals):
        told = [tell(plan.intake, {}, rules) for tell in TOLD]
    assert all(told)
    assert not set().union(*map(small_letters, told))


def test_in_the_picture_of_the_look(plan: TreatmentPlan, rules: RuleSet, capitals: Speech) -> None:
    with speaking(capitals):
        drawn = str(sent(plan, drawing_of(plan.intake, rules), rules))
    assert len(drawn) > 1_000
    assert not small_letters(drawn)
