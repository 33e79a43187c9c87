"""Visits, limits, later years and money as they are printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from smp_planner.domain.comparison import Cell
from smp_planner.domain.course import EventConflict, LatestStart
from smp_planner.domain.quantities import Estimate
from smp_planner.exports.open_words import OPEN
from smp_planner.exports.text import to_text
from smp_planner.rules.ruleset import RuleSet
from tests.exports.sample_plan import BUSY, COST, PLAN
from tests.exports.sections import section
from tests.people import ADULT, plan_of

# --- visits and limits ------------------------------------------------------------------


def test_clashes_latest_starts_notes_and_wide_ranges_stand_under_the_visits() -> None:
    sessions = BUSY.sessions
    noted = replace(sessions.items[1], notes=("This visit is late.",))
    plan = replace(
        BUSY,
        sessions=replace(
            sessions,
            chair_hours=Estimate(1, 9, 16, "hours", "Speed differs."),
            items=(sessions.items[0], noted, sessions.items[2]),
            notes=("One more is likely.",),
        ),
        area=replace(BUSY.area, cm2=Estimate(1, 170, 230, "cm2", "Speed differs.")),
    )
    assert section(plan, "VISITS")[6:] == [
        "- =wedding comes too soon. Start by 4 January.",
        "- race: For race, start by 1 May 2027.",
        "- One more is likely.",
        "- Visit 2: This visit is late.",
        "- Speed differs.",
        "Digital. Ask which pigment.",
    ]


def test_an_event_in_the_days_with_limits_is_named() -> None:
    assert "- @beach falls in your days." in section(BUSY, "BEFORE AND AFTER THE VISITS, AND WHEN TO CALL")


def test_a_clash_is_told_once() -> None:
    """The last day for a start and the limits name the same clash; what they add stays."""
    say, on = "=wedding comes too soon.", date(2027, 1, 4)
    latest = LatestStart(event="=wedding", on=on, say="Too late: start by 4 January 2027.")
    other = replace(latest, event="race", say="For race, too late.")
    never = replace(latest, on=None, say="No course fits.")
    clash = EventConflict(
        event="=wedding", on=date(2027, 3, 1), say=say, what_would_fit="Start by 4 January 2027."
    )
    sessions = replace(BUSY.sessions, conflicts=(clash,), latest_start=(latest, other, never))
    limits = replace(BUSY.aftercare.conflicts[0], event="=wedding", say=say)
    care = replace(BUSY.aftercare, conflicts=(limits, *BUSY.aftercare.conflicts))
    plan = replace(BUSY, sessions=sessions, aftercare=care)
    assert section(plan, "VISITS")[6:-1] == [
        "- =wedding comes too soon. Start by 4 January 2027.",
        "- race: For race, too late.",
        "- =wedding: No course fits.",
    ]
    assert to_text(plan).count(say) == 1
    assert "- @beach falls in your days." in section(plan, "BEFORE AND AFTER THE VISITS, AND WHEN TO CALL")


@pytest.mark.parametrize(
    ("zone", "words"), [(None, "time zone not given"), ("Europe/London", "time of London")]
)
def test_a_chosen_time_stands_under_the_visits(zone: str | None, words: str) -> None:
    calendar = replace(PLAN.intake.calendar, visit_times={2: "09:30", 6: "10:00"}, timezone=zone)
    plan = replace(PLAN, intake=replace(PLAN.intake, calendar=calendar))
    assert section(plan, "VISITS")[6:-1] == [f"- Visit 2: 09:30, {words}."]


def test_every_warning_sign_is_told_urgent_ones_first() -> None:
    care = replace(PLAN.aftercare, call_if=PLAN.aftercare.call_if[::-1])
    lines = section(replace(PLAN, aftercare=care), "BEFORE AND AFTER THE VISITS, AND WHEN TO CALL")
    assert lines[-2:] == [
        "- Trouble with breathing. Call the emergency number.",
        "- A late rash. Call a skin doctor.",
    ]


def test_a_control_sign_in_a_typed_name_never_reaches_the_terminal() -> None:
    clash = replace(BUSY.sessions.conflicts[0], say="\x1b[31mwed\u202eding\x07 comes too soon.")
    plan = replace(BUSY, sessions=replace(BUSY.sessions, conflicts=(clash,)))
    assert section(plan, "VISITS")[6] == "- [31mwedding comes too soon. Start by 4 January."


def test_a_check_with_one_possible_day_has_no_span() -> None:
    check = PLAN.touch_ups.items[0]._replace(from_=date(2029, 2, 18))
    plan = replace(PLAN, touch_ups=replace(PLAN.touch_ups, items=(check,)))
    assert "the first about 18 Feb 2029, the last" in to_text(plan).replace("\n", " ")


def test_what_is_left_of_the_look_is_told_for_one_five_and_ten_years() -> None:
    point = PLAN.touch_ups.fade[1]
    fade = tuple(
        point._replace(months=months, low=Decimal(low) / 100, high=Decimal(low) / 100 + Decimal("0.05"))
        for months, low in ((0, 95), (12, 84), (24, 70), (60, 55), (120, 33))
    )
    plan = replace(PLAN, touch_ups=replace(PLAN.touch_ups, fade=fade))
    assert "left: 84 to 89 after 1 year, 55 to 60 after 5 years, 33 to 38 after 10 years." in to_text(
        plan
    ).replace("\n", " ")


# --- money and options ------------------------------------------------------------------


def test_a_known_price_of_removal_and_the_note_of_a_wide_price_are_told() -> None:
    removal = replace(COST.removal, price=Estimate(200, 400, 600, "USD"))
    cost = replace(COST, removal=removal, course=Estimate(100, 500, 1000, "USD", "Clinics differ."))
    lines = " ".join(" ".join(section(replace(PLAN, cost=cost), "COST")).split())
    assert "1 to 3 visits (SMP pigment), $400 ($200" in lines
    assert "Good for 90 days. Clinics differ." in lines


def test_pounds_have_their_sign() -> None:
    course = Estimate(850, 1200, 1500, "GBP")
    assert "£1,200 (£850 to £1,500)" in to_text(replace(PLAN, cost=replace(COST, course=course)))


def test_a_horizon_of_another_length_keeps_its_own_name() -> None:
    cost = replace(COST, totals={"3y": COST.course})
    assert "; 3y: $2,800" in " ".join(to_text(replace(PLAN, cost=cost)).split())


def test_no_answer_is_cut() -> None:
    """Where a figure is not what answers, the words stand whole, whatever their length."""
    row = PLAN.comparison.rows[1]
    say = "There is no end result, and nobody knows when there will be one. The loss goes on, as it did."
    cells = dict(row.cells) | {
        "nothing": row.cells["nothing"]._replace(say=say, low=None, typical=None, high=None)
    }
    comparison = replace(PLAN.comparison, rows=(row._replace(cells=cells),))
    lines = section(replace(PLAN, comparison=comparison), "FIVE OPTIONS, SIDE BY SIDE")
    assert f"Doing nothing: {say.rstrip('.')}; " in " ".join(map(str.strip, lines))


def test_an_option_that_nothing_rules_out_says_so_in_the_fixed_words(rules: RuleSet) -> None:
    """The table and the reason below it must not differ."""
    assert rules.options.nothing_against.say.rstrip(".") == OPEN["nothing_against"]


def test_an_option_that_is_closed_says_for_whom() -> None:
    options = tuple(replace(option, open_to_you="not_for_you") for option in PLAN.comparison.options)
    lines = section(
        replace(PLAN, comparison=replace(PLAN.comparison, options=options)), "FIVE OPTIONS, SIDE BY SIDE"
    )
    told = "Open to you? Doing nothing, Medication, SMP, FUT, FUE: Something speaks against it."
    assert " ".join(map(str.strip, lines[:2])).startswith(told)


def test_scars_that_are_no_like_measure_say_what_they_are(rules: RuleSet) -> None:
    """A line from ear to ear and two thousand dots are not set against each other by their width alone."""
    plan = plan_of(ADULT, rules)
    lines = " ".join(map(str.strip, section(plan, "FIVE OPTIONS, SIDE BY SIDE")))
    told = lines.partition("Scar, mm wide. ")[2].partition(". ")[0]
    assert "FUT: one line, 1 to 3; FUE: a dot for each graft, 0.7 to 1" in told


def test_an_option_is_in_the_same_state_in_the_key_table_and_beside_its_reason(rules: RuleSet) -> None:
    plan = plan_of(ADULT, rules)
    told = {"ask": "Ask first", "not_for_you": "Something speaks against it"}
    asked = [option for option in plan.comparison.options if option.open_to_you in told]
    text = " ".join(to_text(plan).split())
    assert [option.id for option in asked] == ["medication", "fut", "fue"]
    assert all(f"- {option.name}: {told[option.open_to_you]}. {option.why}" in text for option in asked)


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ({"withheld": True}, "not shown yet"),
        ({"not_known": "No count."}, "not known"),
        ({"not_needed": True}, "not known: ask a surgeon"),
        ({"not_needed": True, "low": 0, "typical": 0, "high": 0}, "not known: ask a surgeon"),
        ({"not_needed": True, "low": 0, "typical": 0, "high": 4500}, "not known: ask a surgeon"),
        ({"low": 4500, "typical": 4500, "high": 9000}, "$4,500 to $9,000"),
        ({"low": 0, "typical": 0, "high": 0}, "$0"),
        ({"low": 2400, "typical": 3240, "high": 5400}, "$2,400 to $5,400"),
    ],
)
def test_what_has_no_price_says_why_and_never_that_it_is_free(cell: dict[str, Any], told: str) -> None:
    row = next(row for row in PLAN.comparison.rows if row.id == "cost_10y")
    found = Cell(say="Words.", leans="neither", sources=("article",), strength="low", **cell)
    comparison = replace(PLAN.comparison, rows=(row._replace(cells=dict.fromkeys(row.cells, found)),))
    lines = section(replace(PLAN, comparison=comparison), "FIVE OPTIONS, SIDE BY SIDE")
    said = " ".join(map(str.strip, lines))
    assert f"Paid, 10 years. Doing nothing, Medication, SMP, FUT, FUE: {told}. " in f"{said} "
