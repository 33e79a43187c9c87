"""Each visit is a card with all that is planned for it, and what is said of its day."""

from __future__ import annotations

import re
from dataclasses import replace

from smp_planner.domain.course import Visit
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.visit_cards import visit_cards
from smp_planner.views.whys import Whys
from tests.people import ADULT, adult, plan_of


def cards(plan: TreatmentPlan) -> list[str]:
    """Each card's HTML."""
    return re.split(r"(?=<h3>)", visit_cards(plan, Whys(plan)))[1:]


def planned(rules: RuleSet, **answers: object) -> TreatmentPlan:
    return plan_of(adult(**answers), rules)


def with_visit(plan: TreatmentPlan, **changes: object) -> TreatmentPlan:
    """The plan with its second visit changed."""
    one, second, *more = plan.sessions.items
    changed: Visit = replace(second, **changes)  # pyright: ignore[reportArgumentType]
    return replace(plan, sessions=replace(plan.sessions, items=(one, changed, *more)))


def test_a_card_holds_day_gap_hours_dots_and_how_much_is_done(rules: RuleSet) -> None:
    plan = planned(rules)
    made = cards(plan)
    assert len(made) == len(plan.sessions.items) == 3
    for visit, card in zip(plan.sessions.items, made, strict=True):
        assert f"<h3>Visit {visit.number} of 3</h3>" in card
        assert f"{visit.weekday.title()} {visit.date.day} " in card
        assert f"{visit.dots.typical:,} dots" in card
        assert f'<progress value="{float(visit.share_after):g}" max="1"' in card
        assert f"{round(visit.share_after * 100)} % of the work" in card
    assert "10 days after visit 1" in made[1]
    assert "days after" not in made[0]


def test_steps_are_in_order_and_only_those_of_the_first_visit_stand_open(rules: RuleSet) -> None:
    plan = planned(rules)
    made = cards(plan)
    assert ['<details class="steps" open>' in card for card in made] == [True, False, False]
    places = [made[0].index(f"<li>{step[:12]}") for step in plan.sessions.items[0].steps]
    assert places == sorted(places)


def test_a_note_of_a_visit_stands_in_its_own_card_and_as_typed(rules: RuleSet) -> None:
    made = cards(with_visit(planned(rules), notes=("Moved for <b>Zoë</b>.",)))
    assert ["Moved for &lt;b&gt;Zoë&lt;/b&gt;." in card for card in made] == [False, True, False]


def test_a_chosen_time_and_an_open_date_are_said(rules: RuleSet) -> None:
    calendar = replace(ADULT.calendar, visit_times={2: "14:30"}, timezone="Europe/London")
    made = cards(planned(rules, calendar=calendar, health=("diabetes",)))
    assert ["At 14:30, time of Europe/London" in card for card in made] == [False, True, False]
    assert all("To be confirmed" in card for card in made)
