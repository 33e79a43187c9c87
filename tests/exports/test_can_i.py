"""Can I swim on 12 March? The answer comes from the plan's own days, and never says more than the plan."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from smp_planner.domain.care import Aftercare, Burden, Preparation, Window
from smp_planner.domain.words import spoken
from smp_planner.exports.can_i import ACTIVITIES, Activity, can_i, held_on
from smp_planner.rules.ruleset import RuleSet
from tests.people import ADULT, plan_of

SWIM = Activity("Swim", after=("swimming", "water"), before=("tan",))
CARE = Aftercare(
    names=(),
    windows=(
        Window("swimming", "avoid", "Don't swim.", date(2027, 1, 11), date(2027, 2, 8), (1,)),
        Window("washing", "do", "Wash & rinse.", date(2027, 1, 15), date(2027, 1, 20), (1,)),
        Window("swimming", "avoid", "Don't swim.", date(2027, 3, 1), date(2027, 4, 5), (2,)),
        Window("water", "avoid", "Keep dry.", date(2027, 4, 6), date(2027, 4, 9), (3,)),
    ),
    days=(),
    call_if=(),
    before=(
        Preparation("tan", 2, date(2027, 2, 22), date(2027, 2, 28), "No tan.", "no tan"),
        Preparation("moisturise", 2, date(2027, 2, 20), date(2027, 2, 28), "Moisturise.", "moisturise"),
    ),
    conflicts=(),
    burden=Burden(
        days_without_sun=0,
        days_without_swimming=0,
        days_without_sauna=0,
        days_without_heavy_exercise=0,
        first_day=date(2027, 1, 11),
        last_day=date(2027, 4, 9),
        say="",
    ),
)
FREE = "No rule of this plan speaks against it on"
FIRST = (
    "The limit holds from 11 January 2027 to 8 February 2027, after visit 1. "
    "From 9 February 2027 on you are free of it, until 22 February 2027."
)
SECOND = (
    "The limit holds from 1 March 2027 to 9 April 2027, after visits 2 and 3. "
    "From 10 April 2027 on you are free of it."
)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2027, 1, 10), f"{FREE} 10 January 2027. The next limit begins on 11 January 2027."),
        (date(2027, 1, 11), f"Not on 11 January 2027. {FIRST}"),
        (date(2027, 2, 8), f"Not on 8 February 2027. {FIRST}"),
        (date(2027, 2, 9), f"{FREE} 9 February 2027. The next limit begins on 22 February 2027."),
        (
            date(2027, 2, 20),
            f"{FREE} 20 February 2027. But a visit is near: see below what it asks for. "
            "The next limit begins on 22 February 2027.",
        ),
        (
            date(2027, 2, 25),
            "Not on 25 February 2027, as visit 2 is near. No tan. "
            "This holds from 22 February 2027 to 28 February 2027.",
        ),
        (date(2027, 3, 12), f"Not on 12 March 2027. {SECOND}"),
        (date(2027, 4, 9), f"Not on 9 April 2027. {SECOND}"),
        (date(2027, 4, 10), f"{FREE} 10 April 2027. By then this limit is over."),
    ],
)
def test_a_day_is_answered_by_the_run_that_holds_it(day: date, said: str) -> None:
    assert can_i(CARE, SWIM, day) == said


def test_all_that_holds_on_a_day_is_listed_by_kind() -> None:
    assert [held[:2] for held in held_on(CARE, date(2027, 1, 16))] == [
        ("Avoid", "Don't swim."),
        ("Do", "Wash & rinse."),
    ]
    assert [held[:2] for held in held_on(CARE, date(2027, 2, 28))] == [
        ("Before visit 2", "No tan."),
        ("Before visit 2", "Moisturise."),
    ]
    assert held_on(CARE, date(2027, 2, 10)) == [("Nothing", "No rule of this plan holds on that day.", None)]


def test_a_day_is_free_only_where_no_rule_of_the_activity_holds(rules: RuleSet) -> None:
    plan = plan_of(ADULT, rules)
    care = plan.aftercare
    before = [(p.rule, p.from_, p.to) for p in care.before]
    first = plan.sessions.items[0].date - timedelta(8)
    avoided = {day.date: set(day.avoid) for day in care.days}
    for activity in ACTIVITIES.values():
        for day in (first + timedelta(n) for n in range(200)):
            near = any(rule in activity.before and a <= day <= b for rule, a, b in before)
            barred = near or bool(avoided.get(day, set()) & set(activity.after))
            assert can_i(care, activity, day).startswith("Not on") == barred, (activity.name, day)


def test_who_may_not_use_a_foil_shaver_may_not_use_a_razor(rules: RuleSet) -> None:
    plan = plan_of(ADULT, rules)
    day = plan.sessions.items[0].date + timedelta(6)
    assert can_i(plan.aftercare, ACTIVITIES["foil_shaver"], day).startswith("No rule")
    assert can_i(plan.aftercare, ACTIVITIES["razor"], day).startswith("Not on")


def test_everything_that_is_to_be_avoided_can_be_asked_for(rules: RuleSet) -> None:
    avoided = {rule for rule, i in rules.aftercare.instructions.items() if i.kind == "avoid"}
    asked = {rule for activity in ACTIVITIES.values() for rule in activity.after}
    assert asked == avoided
    assert {rule for activity in ACTIVITIES.values() for rule in activity.before} <= set(
        rules.aftercare.before
    )


def test_at_work_and_at_a_party_nothing_forbids_but_what_others_may_see_is_told(rules: RuleSet) -> None:
    """Whether one can work stood in "Agreed today" alone."""
    plan = plan_of(ADULT, rules)
    first = plan.sessions.items[0].date
    told = {
        (who, after): can_i(plan.aftercare, ACTIVITIES[who], first + timedelta(after))
        for who in ("work", "party")
        for after in (1, 9, 20)
    }
    assert told["work", 1].startswith(
        f"You can on {spoken(first + timedelta(1))}, but others may see it: Some"
    )
    assert "redness" in told["party", 1]
    assert told["work", 9] == told["work", 20].replace(
        spoken(first + timedelta(20)), spoken(first + timedelta(9))
    ), "scabs and redness are over"
    assert told["work", 20].startswith("You can on ")
    assert "The dots look darker and larger than they will be." in told["party", 20]
    for visit in plan.sessions.items:
        assert can_i(plan.aftercare, ACTIVITIES["work"], visit.date).startswith("A visit is on")
    last = plan.aftercare.burden.last_day + timedelta(60)
    assert "anything that others would see" in can_i(plan.aftercare, ACTIVITIES["party"], last)


def test_a_beach_day_after_the_limit_keeps_the_sunscreen(rules: RuleSet) -> None:
    """It read as free of every rule, while the plan's own row says: put on sunscreen, for good."""
    care = plan_of(ADULT, rules).aftercare
    sun = max(window.to for window in care.windows if window.rule == "direct_sun")
    said = can_i(care, ACTIVITIES["sun"], sun + timedelta(4))
    assert said == (
        f"You can on {spoken(sun + timedelta(4))}: this limit is over. "
        "Put on sunscreen of SPF 30 or more outdoors, and keep doing so for good: it slows fading."
    )
    held = held_on(care, sun + timedelta(4))
    assert [(one.kind, one.field) for one in held] == [
        ("Avoid", "aftercare.windows.self_tan_and_dye"), ("Do", "aftercare.windows.sunscreen"),
    ]  # fmt: skip
    assert "Tanning beds" in can_i(care, ACTIVITIES["dye"], sun + timedelta(4))


def test_nothing_is_kept_up_before_the_first_visit_or_while_a_limit_holds(rules: RuleSet) -> None:
    care = plan_of(ADULT, rules).aftercare
    for day in (care.burden.first_day - timedelta(30), care.burden.first_day + timedelta(20)):
        assert "for good: it slows fading" not in can_i(care, ACTIVITIES["sun"], day)
    assert [one.kind for one in held_on(care, care.burden.first_day - timedelta(30))] == ["Nothing"]


def test_who_wears_a_helmet_reads_that_it_waits_when_asking_about_work(rules: RuleSet) -> None:
    """The page said "You can, but others may see it", with a limit of tight hats until day 3."""
    care = plan_of(ADULT, rules).aftercare
    visit = care.burden.first_day
    work = ACTIVITIES["work"]
    said = can_i(care, work, visit + timedelta(1), headgear=True)
    assert said.startswith(
        f"With something tight on your head, as a helmet, wait: from {spoken(visit + timedelta(4))} on."
    )
    assert "You can on" in said
    assert "helmet" not in can_i(care, work, visit + timedelta(1))
    assert "helmet" not in can_i(care, work, visit + timedelta(4), headgear=True)


def test_who_asks_for_a_tight_hat_reads_that_the_plan_asks_for_a_loose_one_outdoors(rules: RuleSet) -> None:
    """It read "No rule speaks against it" on days that carry "wear a loose hat outdoors"."""
    care = plan_of(ADULT, rules).aftercare
    [tight, *_], [loose, *_] = ([w for w in care.windows if w.rule == id_] for id_ in ("tight_hats", "hat"))
    asked = ACTIVITIES["tight_hat"]
    assert "turban or headscarf" in asked.name
    said = can_i(care, asked, loose.from_)
    assert said.startswith(
        f"{FREE} {spoken(loose.from_)}. But it asks for something else on that day: "
        "Wear a loose, clean hat outdoors."
    )
    assert can_i(care, asked, tight.from_).startswith("Not on ")
    assert "loose, clean hat" not in can_i(care, asked, care.burden.first_day - timedelta(1))
    last = max(window.to for window in care.windows if window.rule == "hat")
    assert "something else" not in can_i(care, asked, last + timedelta(1))


@pytest.mark.parametrize("own", ["No turban for 5 days.", "Wear no headscarf.", "No scarves.", "No helmet."])
def test_a_clinics_own_limit_of_what_is_worn_on_the_head_is_one_of_hats(own: str) -> None:
    asked = ACTIVITIES["tight_hat"]
    assert re.search(rf"\b(?:{asked.words})", own, re.IGNORECASE)
    assert not re.search(rf"\b(?:{asked.words})", "Keep the scar dry, and your head.", re.IGNORECASE)
