"""The first page: short enough for one sheet, with all that somebody looks for first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from smp_planner.domain.intake import AreaAnswer, CalendarAnswer, LifeEvent
from smp_planner.exports.call_words import called_when
from smp_planner.exports.paper.blocks import Picture
from smp_planner.exports.paper.brought_up import brought_up
from smp_planner.exports.paper.summary import summary
from smp_planner.rules.ruleset import RuleSet
from tests.exports.paper.sections import told
from tests.exports.sample_plan import BUSY
from tests.people import START, adult, plan_of

DRAWING = Picture("<svg/>", "A scalp with dots")


def test_it_names_visits_days_hours_area_dots_check_and_price(rules: RuleSet) -> None:
    plan = plan_of(adult(), rules)
    words = told(summary(plan))
    figures = (
        "Visits", "First visit", "Last visit", "Hours in the chair", "Treated area", "Dots", "Settled by",
        "First check for a touch-up", "Price of all visits",
    )  # fmt: skip
    assert all(f"\n{name}\n" in words for name in figures)
    assert all(unit in words for unit in ("cm2", "in2", "dots/cm2", "hours", "$"))
    assert ") for 3 visits, $700 ($400 to $1,200) for one more" in words
    assert "You don't have to decide today." in words
    assert "patch test by 9 Jan 2027" in words


def test_whom_to_call_is_a_line_each_with_the_signs_for_which_what_is_urgent_first(rules: RuleSet) -> None:
    lines = told(summary(plan_of(adult(), rules))).split("\n")
    at_once, clinic, doctor, skin = (
        next(place for place, line in enumerate(lines) if line.startswith(whom))
        for whom in (
            "911 (US) or 999 (UK), at once: ",
            "Your clinic",
            "A doctor, the same day: ",
            "A skin doctor: ",
        )
    )
    assert at_once < min(clinic, doctor, skin)
    assert "fever or feeling very unwell; swollen lips" in lines[at_once]
    assert "worries you" in lines[clinic]
    assert "yellow or green fluid" in lines[doctor]
    assert "rash" in lines[skin]
    assert "“When to call, and whom”" in lines[at_once - 1]


def test_what_is_open_is_counted_and_stands_in_full_under_the_title_it_names(rules: RuleSet) -> None:
    health = ("diabetes", "epilepsy", "blood_thinner")
    plan = plan_of(adult(health=health, unsure_about=("transplant_on",)), rules)
    words = told(summary(plan))
    assert "Ask a doctor 3 questions first." in words
    assert f"1 point under “{brought_up(plan).title}”" in words
    for finding in (*plan.suitability.ask_doctor, *plan.suitability.open):
        assert finding.say in told(brought_up(plan))


def test_paper_names_the_health_questions_that_somebody_is_not_sure_of(rules: RuleSet) -> None:
    plan = plan_of(adult(unsure_about=("health",), unsure_health=("keloid", "illness")), rules)
    named = "You weren't sure about: keloids or thick scars; “Your health: illness and allergy”."
    assert named in told(brought_up(plan))
    assert "1 point under" in told(summary(plan))


def test_a_question_to_a_doctor_stands_on_the_first_page_itself(rules: RuleSet) -> None:
    plan = plan_of(adult(health=("blood_thinner",)), rules)
    [asked] = plan.suitability.ask_doctor
    assert f"First: {asked.say}" in told(summary(plan))


def test_it_stays_short_for_whoever_has_the_most_to_read(rules: RuleSet) -> None:
    everything = ("diabetes", "epilepsy", "heart_disease", "blood_thinner", "high_blood_pressure")
    longest = plan_of(adult(health=everything, unsure_about=("health", "age", "transplant_on")), rules)
    longest = replace(longest, rules=BUSY.rules)
    words = told(summary(longest, pictures=(DRAWING,))).split()
    assert len(words) - len(" ".join(called_when(longest.aftercare.call_if)).split()) < 235  # the signs aside


def test_a_picture_stands_there_only_where_no_notice_needs_its_room(rules: RuleSet) -> None:
    usual, doctor = plan_of(adult(), rules), plan_of(adult(health=("diabetes",)), rules)
    assert DRAWING in summary(usual, pictures=(DRAWING,)).blocks
    assert DRAWING not in summary(doctor, pictures=(DRAWING,)).blocks


def test_a_clinic_that_plans_with_its_own_values_says_so() -> None:
    assert "Example studio plans with rules of its own: 1." in told(summary(BUSY))
    assert "30 in place of 28. We wait a full month." in told(brought_up(BUSY))


def test_an_event_that_the_dates_clash_with_stands_on_the_first_page(rules: RuleSet) -> None:
    wedding = LifeEvent(from_=date(2027, 1, 20), to=date(2027, 1, 20), name="wedding", kind="be_ready")
    plan = plan_of(adult(calendar=CalendarAnswer(start=START, events=(wedding,))), rules)
    assert "Wedding (20 January 2027) comes 57 days before your look has settled" in told(summary(plan))
    assert "before your look has settled" not in told(summary(plan_of(adult(), rules)))


def test_an_event_that_the_dates_suit_stands_on_the_first_page_too(rules: RuleSet) -> None:
    day = date(2027, 6, 12)
    wedding = LifeEvent(from_=day, to=day, name="Ana's wedding", kind="be_ready")
    plan = plan_of(adult(calendar=CalendarAnswer(start=START, events=(wedding,))), rules)
    assert not plan.sessions.conflicts
    assert "before Ana's wedding (12 June 2027)" in told(summary(plan))


def test_a_wide_range_of_dots_says_why_on_the_first_page(rules: RuleSet) -> None:
    plan = plan_of(adult(kept_hair=None, area=AreaAnswer()), rules)
    assert plan.dots.total.note
    assert plan.dots.total.note in told(summary(plan))
    assert "Say how much hair is left." in told(summary(plan))
    assert "Say how much hair is left." not in told(summary(plan_of(adult(), rules)))


def test_it_says_how_long_the_limits_run_and_on_how_many_days_each_holds(rules: RuleSet) -> None:
    plan = plan_of(adult(), rules)
    assert f"\n{plan.aftercare.burden.say}\n" in told(summary(plan))
    asked = plan_of(adult(health=("diabetes",)), rules)
    assert "\nLimits: 11 Jan to 18 Mar 2027.\n" in told(summary(asked)), "notices need the room"


def test_somebody_with_long_hair_sees_when_not_to_dye_it(rules: RuleSet) -> None:
    long_hair = replace(adult().hair, wears="long")
    assert "heavy exercise. No hair dye: 11 Jan to 18 Mar 2027.\n" in told(
        summary(plan_of(adult(hair=long_hair), rules))
    )
    assert "hair dye" not in told(summary(plan_of(adult(), rules)))
