"""Waits: how long, from which date, and when to ask again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from smp_planner.domain.intake import (
    CalendarAnswer,
    TreatedBefore,
)
from smp_planner.rules.ruleset import RuleSet
from tests.edited_rules import edited_rules
from tests.planner.suitability.assessed import WAITS, assess, ids, starting, steps_of


@pytest.mark.parametrize(
    ("treated", "id_", "until"),
    [
        # 9 months from 31 August is the end of May
        (TreatedBefore(transplant_on=date(2026, 8, 31)), "recent_transplant", date(2027, 5, 31)),
        # 90 days: 30 left in December, 31 + 28 make 89, so 1 March
        (TreatedBefore(laser_removal_on=date(2026, 12, 1)), "recent_laser_removal", date(2027, 3, 1)),
        # 12 months from a leap day end on 28 February
        (
            TreatedBefore(chemo_or_radiotherapy_on=date(2026, 2, 28)),
            "chemo_or_radiotherapy",
            date(2027, 2, 28),
        ),
    ],
)
def test_a_wait_is_counted_from_its_date(
    rules: RuleSet, treated: TreatedBefore, id_: str, until: date
) -> None:
    found = assess(rules, treated_before=treated)
    assert [(wait.id, wait.until) for wait in found.suitability.wait] == [(id_, until)]
    assert found.refer
    assert found.ask_again_on == until


def test_a_wait_says_how_long_from_when_and_until_when(rules: RuleSet) -> None:
    found = assess(rules, treated_before=TreatedBefore(transplant_on=date(2026, 8, 31)))
    wait = found.suitability.wait[0]
    assert wait.say.startswith("Wait 9 months after a hair transplant")
    assert wait.why == "The wait of 9 months from 31 August 2026 ends on 31 May 2027."
    assert found.say == "Not yet. Ask again from 31 May 2027."
    assert wait.sources == ("scalp-method", "smpaus-contra", "droracle-transplant-wait")


def test_a_wait_is_over_on_the_day_it_ends(rules: RuleSet) -> None:
    treated = TreatedBefore(laser_removal_on=date(2026, 12, 1))
    assert assess(rules, treated_before=treated, calendar=starting(2027, 2, 28)).refer
    over = assess(rules, treated_before=treated, calendar=starting(2027, 3, 1))
    assert not over.refer
    assert over.suitability.wait == ()


def test_of_several_waits_the_latest_counts(rules: RuleSet) -> None:
    treated = TreatedBefore(transplant_on=date(2026, 8, 31), laser_removal_on=date(2026, 12, 1))
    found = assess(rules, treated_before=treated)
    assert ids(found, "wait") == ["recent_transplant", "recent_laser_removal"]
    assert found.ask_again_on == date(2027, 5, 31)


@pytest.mark.parametrize("id_", sorted(WAITS))
def test_a_wait_without_a_date_refers_without_one(rules: RuleSet, id_: str) -> None:
    found = assess(rules, health=(id_,))
    assert [(wait.id, wait.until) for wait in found.suitability.wait] == [(id_, None)]
    assert found.refer
    assert found.ask_again_on is None
    assert found.say == (
        "Not yet, and we can't name a day for you. You can read why below."
        " A doctor or a skin specialist can help you with the next step."
    )
    dated = id_ in ("recent_transplant", "recent_laser_removal", "chemo_or_radiotherapy")
    why = "wait_no_date" if dated else "wait_no_length"
    assert found.suitability.wait[0].why == rules.suitability.because[why]
    assert ("Give the date" in found.suitability.wait[0].why) is dated


def test_a_dated_wait_beside_an_undated_one_gives_no_day(rules: RuleSet) -> None:
    treated = TreatedBefore(laser_removal_on=date(2026, 12, 1))
    found = assess(rules, treated_before=treated, health=("active_shedding",))
    assert found.ask_again_on is None
    assert [wait.until for wait in found.suitability.wait] == [date(2027, 3, 1), None]


def test_a_date_beats_the_tick_that_goes_with_it(rules: RuleSet) -> None:
    long_ago = TreatedBefore(transplant_on=date(2020, 1, 1))
    assert not assess(rules, treated_before=long_ago, health=("recent_transplant",)).refer


def test_a_treatment_still_to_come_counts_from_its_date(rules: RuleSet) -> None:
    found = assess(rules, treated_before=TreatedBefore(laser_removal_on=date(2027, 6, 1)))
    assert found.ask_again_on == date(2027, 8, 30)


def test_a_date_at_the_end_of_the_calendar_breaks_nothing(rules: RuleSet) -> None:
    treated = TreatedBefore(transplant_on=date.max, laser_removal_on=date.max)
    assert assess(rules, treated_before=treated).ask_again_on == date.max


def test_a_stop_beside_a_wait_gives_no_day(rules: RuleSet) -> None:
    treated = TreatedBefore(laser_removal_on=date(2026, 12, 1))
    found = assess(rules, treated_before=treated, health=("keloid",))
    assert found.ask_again_on is None
    assert ids(found, "wait") == ["recent_laser_removal"]
    assert found.say.startswith("Not for now")


@pytest.mark.parametrize(
    ("start", "wait", "know"),
    [
        (date(2026, 12, 31), ["recent_transplant"], False),  # a day short of 9 months
        (date(2027, 1, 1), [], True),
        (date(2027, 3, 31), [], True),
        (date(2027, 4, 1), [], False),  # 12 months
    ],
)
def test_from_9_to_12_months_after_a_transplant_some_would_still_wait(
    rules: RuleSet, start: date, wait: list[str], know: bool
) -> None:
    treated = TreatedBefore(transplant_on=date(2026, 4, 1))
    found = assess(rules, treated_before=treated, calendar=CalendarAnswer(start=start))
    assert ids(found, "wait") == wait
    assert ("late_transplant_wait" in ids(found, "know")) is know


@pytest.mark.parametrize(
    ("start", "wait", "asked"),
    [
        (date(2027, 4, 28), ["chemo_or_radiotherapy"], []),  # a day short of 12 months
        (date(2027, 4, 29), [], ["chemo_or_radiotherapy_before"]),
        (date(2027, 5, 3), [], ["chemo_or_radiotherapy_before"]),
    ],
)
def test_who_starts_after_the_wait_for_a_cancer_treatment_still_asks_the_doctor_before_booking(
    rules: RuleSet, start: date, wait: list[str], asked: list[str]
) -> None:
    treated = TreatedBefore(chemo_or_radiotherapy_on=date(2026, 4, 29))
    found = assess(rules, treated_before=treated, calendar=CalendarAnswer(start=start))
    assert ids(found, "wait") == wait
    assert ids(found, "ask_doctor") == asked
    assert found.suitability.provisional is bool(asked)


def test_the_doctor_is_asked_as_the_visits_are_booked_before_the_wait_is_over(rules: RuleSet) -> None:
    answers = {
        "treated_before": TreatedBefore(chemo_or_radiotherapy_on=date(2026, 4, 29)),
        "calendar": starting(2027, 5, 3),
    }
    (asked,) = assess(rules, **answers).suitability.ask_doctor
    assert asked.say == (
        "Your first visit is 12 months or more after chemotherapy or radiotherapy, but you may book sooner."
        " Ask the doctor who treats or treated you before you book."
    )
    step = steps_of(rules, **answers)["suitability.ask_doctor.chemo_or_radiotherapy_before"]
    assert [rule.id for rule in step.rules] == [
        "suitability.criteria.chemo_or_radiotherapy_before",
        "suitability.criteria.chemo_or_radiotherapy_before.reason",
        "suitability.criteria.chemo_or_radiotherapy.wait",
    ]


@pytest.mark.parametrize(
    ("start", "know"),
    [
        (date(2027, 3, 31), ["late_transplant_wait"]),  # a day short of 12 months
        (date(2027, 4, 1), ["transplant_before"]),
    ],
)
def test_who_starts_after_the_longest_wait_after_a_transplant_still_asks_the_surgeon(
    rules: RuleSet, start: date, know: list[str]
) -> None:
    treated = TreatedBefore(transplant_on=date(2026, 4, 1))
    found = assess(rules, treated_before=treated, calendar=CalendarAnswer(start=start))
    told = {finding.id: finding.say for finding in found.suitability.know}
    assert [id_ for id_ in told if "transplant" in id_] == know
    assert all("12 months" in told[id_] and "your surgeon" in told[id_] for id_ in know)
    assert found.suitability.ask_doctor == ()


def test_after_a_laser_removal_nothing_is_left_to_say_once_the_wait_is_over(rules: RuleSet) -> None:
    over = TreatedBefore(laser_removal_on=date(2026, 1, 1))
    assert assess(rules, treated_before=over) == assess(rules)


def test_the_longer_wait_is_named_in_months(rules: RuleSet) -> None:
    found = assess(rules, treated_before=TreatedBefore(transplant_on=date(2026, 4, 1)))
    say = next(finding.say for finding in found.suitability.know if finding.id == "late_transplant_wait")
    assert say.startswith("Some sources ask for 12 months")


def test_part_of_a_month_counts_as_a_whole_one(tmp_path: Path) -> None:
    old = "label: Wait after a hair transplant, value: 9"
    rules = edited_rules(tmp_path, "suitability.yaml", old, old.replace("9", "6.5"))
    found = assess(rules, treated_before=TreatedBefore(transplant_on=date(2026, 8, 1)))
    assert found.ask_again_on == date(2027, 3, 1)  # 7 months
    assert found.suitability.wait[0].why.startswith("The wait of 6.5 months")


def test_a_wait_of_one_is_told_in_the_singular(tmp_path: Path) -> None:
    old = "value: 90, range: [90, 90], limits: [90, 90]"
    rules = edited_rules(tmp_path, "suitability.yaml", old, "value: 1, range: [1, 90], limits: [1, 90]")
    found = assess(rules, treated_before=TreatedBefore(laser_removal_on=date(2027, 1, 11)))
    assert found.suitability.wait[0].why.startswith("The wait of 1 day from 11 January 2027")
    assert found.ask_again_on == date(2027, 1, 12)
