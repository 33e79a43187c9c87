"""Where an answer is missing that makes a limit longer, no event is called free of it without a word."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from smp_planner.domain.intake import CalendarAnswer, EventKind, Habits, LifeEvent, Skin
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.words import spoken
from smp_planner.exports.paper.document import paper_of
from smp_planner.exports.paper.page import to_page
from smp_planner.exports.text import to_text
from smp_planner.rules.ruleset import RuleSet
from tests.people import ADULT, START, adult, plan_of

UNTOLD = Skin()
SUN_UNTOLD = Habits(heavy_sweat=False, swims=False, sun_protection=True, headgear=False)
OF_SKIN = "have fair skin or have sensitive skin"


def last_day(rule: str, rules: RuleSet) -> date:
    """The last day of a limit for the adult who answered all that may lengthen it."""
    return max(window.to for window in plan_of(ADULT, rules).aftercare.windows if window.rule == rule)


def with_event(kind: EventKind, day: date, rules: RuleSet, **changes: object) -> TreatmentPlan:
    events = (LifeEvent(from_=day, to=day, name="Beach", kind=kind),)
    return plan_of(adult(calendar=CalendarAnswer(start=START, events=events), **changes), rules)


def told(plan: TreatmentPlan) -> list[str]:
    return [note.say for note in plan.aftercare.maybe_longer]


@pytest.mark.parametrize("kind", ["sun", "sun_and_swimming"])
def test_a_day_in_the_sun_is_not_free_where_the_skin_may_be_fair(kind: EventKind, rules: RuleSet) -> None:
    last = last_day("direct_sun", rules)
    plan = with_event(kind, last + timedelta(1), rules, skin=UNTOLD)
    assert not plan.sessions.conflicts
    longest = spoken(last + timedelta(14))  # a week for each
    assert told(plan) == [
        f"Not so if you {OF_SKIN}: no direct sun until {longest} then. So answer that first."
    ]
    for said in (to_text(plan), to_page(paper_of(plan, whole=False))):
        assert f"if 3 visits are enough. Not so if you {OF_SKIN}" in " ".join(said.split())


@pytest.mark.parametrize(
    ("later", "changes", "reasons"),
    [
        (14, {"skin": UNTOLD}, OF_SKIN),
        (15, {"skin": UNTOLD}, ""),
        (1, {}, ""),
        (7, {"skin": Skin(tone="III")}, "have sensitive skin"),
        (8, {"skin": Skin(tone="III")}, ""),
        (14, {"skin": UNTOLD, "habits": SUN_UNTOLD}, "have fair skin, have sensitive skin or get much sun"),
    ],
)
def test_only_what_is_open_and_only_as_long_as_it_may_hold(
    later: int, changes: dict[str, object], reasons: str, rules: RuleSet
) -> None:
    plan = with_event("sun", last_day("direct_sun", rules) + timedelta(later), rules, **changes)
    assert [said.partition("Not so if you ")[2].partition(":")[0] for said in told(plan)] == [
        reasons for _ in [1] if reasons
    ]


def test_an_event_that_clashes_anyway_is_told_so_alone(rules: RuleSet) -> None:
    often = tuple(
        LifeEvent(from_=day, to=day + timedelta(99), name=str(day), kind="sun")
        for day in (START + timedelta(20 + 115 * n) for n in range(12))
    )
    plan = plan_of(adult(calendar=CalendarAnswer(start=START, events=often), skin=UNTOLD), rules)
    clashing = {clash.event for clash in plan.sessions.conflicts}
    assert clashing
    assert clashing.isdisjoint(note.event for note in plan.aftercare.maybe_longer)


def test_hard_exercise_may_have_to_wait_longer_too(rules: RuleSet) -> None:
    day = last_day("heavy_exercise", rules) + timedelta(1)
    [said] = told(with_event("sport", day, rules, skin=Skin(tone="III")))
    assert said.startswith("Not so if you have an oily scalp: no heavy exercise until ")


def test_a_wedding_rests_on_the_settled_look_alone(rules: RuleSet) -> None:
    settled = plan_of(ADULT, rules).sessions.settled_on
    assert not told(with_event("be_ready", settled + timedelta(1), rules, skin=UNTOLD))


def test_the_step_names_the_rule_and_what_may_lengthen_it(rules: RuleSet) -> None:
    plan = with_event("sun", last_day("direct_sun", rules) + timedelta(1), rules, skin=UNTOLD)
    [step] = [step for step in plan.trace if step.field == "aftercare.maybe_longer"]
    assert [rule.id.rpartition(".")[2] for rule in step.rules] == ["to_day", "fair_skin", "sensitive"]
    assert step.uses == ("aftercare.windows.direct_sun",)
