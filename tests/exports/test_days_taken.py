"""A visit that may move says on card, paper, text and calendar alike where some days between are taken."""

from __future__ import annotations

from datetime import date

import pytest

from smp_planner.domain.intake import CalendarAnswer, LifeEvent
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.exports.ical_entries import entries_of
from smp_planner.exports.table import to_csv
from smp_planner.exports.text import to_text
from smp_planner.exports.visit_words import visit_rows
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.visit_cards import visit_cards
from smp_planner.views.whys import Whys
from tests.people import adult, plan_of

START = date(2026, 12, 12)
BETWEEN, LATER = "Not every day between is free.", "Not every later day is free."
ISLAND = LifeEvent(from_=date(2027, 1, 20), to=date(2027, 1, 25), name="island", kind="sun")
WEDDING = LifeEvent(from_=date(2027, 6, 30), to=date(2027, 6, 30), name="wedding", kind="be_ready")
FREE = CalendarAnswer(start=date(2027, 1, 11))  # behind the holidays
TAKEN = CalendarAnswer(start=START, events=(ISLAND,))
TAKEN_AND_BOUND = CalendarAnswer(start=START, events=(ISLAND, WEDDING))


def planned(rules: RuleSet, calendar: CalendarAnswer) -> TreatmentPlan:
    return plan_of(adult(calendar=calendar), rules)


def told(plan: TreatmentPlan, rules: RuleSet) -> dict[str, str]:
    """What each hand-out says, without the places at which its lines break."""
    texts = {
        "card": visit_cards(plan, Whys(plan, rules), [""] * len(plan.sessions.items)),
        "text and paper": " ".join(part for row in visit_rows(plan) for part in row),
        "text": to_text(plan),
        "table": to_csv(plan),
        "calendar": " ".join(entry.advice for entry in entries_of(plan)),
    }
    return {name: " ".join(text.split()) for name, text in texts.items()}


@pytest.mark.parametrize(
    ("calendar", "said"),
    [(TAKEN, (LATER,)), (TAKEN_AND_BOUND, (BETWEEN,)), (FREE, ())],
)
def test_all_say_so_where_an_event_cuts_the_days_of_a_visit_and_only_there(
    rules: RuleSet, calendar: CalendarAnswer, said: tuple[str, ...]
) -> None:
    plan = planned(rules, calendar)
    for name, text in told(plan, rules).items():
        assert tuple(words for words in (BETWEEN, LATER) if words in text) == said, name
