"""The trace of the dates: each date and gap has a step with its value, its rules and a sentence.

The rules in numbers stand in courses.py.
"""

from __future__ import annotations

from smp_planner.domain.intake import CalendarAnswer, LifeEvent
from smp_planner.domain.provenance import Step
from smp_planner.rules.ruleset import RuleSet
from tests.people import START, adult, plan_of
from tests.planner.appointments.courses import day, event, steps_and_dates


def trace(rules: RuleSet, *events: LifeEvent, count: int = 3) -> dict[str, Step]:
    _, steps = steps_and_dates(rules, count, *events)
    assert len({step.field for step in steps}) == len(steps)
    return {step.field: step for step in steps}


def test_every_date_and_gap_has_a_step_with_its_value(rules: RuleSet) -> None:
    values = {
        field: step.value
        for field, step in trace(rules, event("be_ready", "2027-03-20", name="ball")).items()
    }
    assert values == {
        "sessions.items": "2027-01-11, 2027-01-21, 2027-02-18",
        "sessions.patch_test_by": day("2027-01-09"),
        "sessions.items.1.date": START,
        "sessions.items.1.earliest": START,
        "sessions.items.1.latest": day("2027-01-30"),
        "sessions.items.2.date": day("2027-01-21"),
        "sessions.items.2.gap_days": 10,
        "sessions.items.2.earliest": day("2027-01-18"),
        "sessions.items.2.latest": day("2027-02-06"),
        "sessions.items.3.date": day("2027-02-18"),
        "sessions.items.3.gap_days": 28,
        "sessions.items.3.earliest": day("2027-02-01"),
        "sessions.items.3.latest": day("2027-02-20"),
        "sessions.last_on": day("2027-02-18"),
        "sessions.settled_on": day("2027-03-18"),
        "sessions.latest_start.1": day("2027-01-30"),
    }


def test_every_step_names_a_rule_or_leads_to_one_that_does(rules: RuleSet) -> None:
    steps = trace(rules, event("be_ready", "2027-03-20"), count=6)
    for step in steps.values():
        assert step.rules or any(steps[used].rules or steps[used].uses for used in step.uses), step.field
        assert all(used in steps for used in step.uses), step.field


def test_steps_name_the_rules_they_rest_on(rules: RuleSet) -> None:
    found = trace(rules, event("sun", "2028-01-01"), event("be_ready", "2027-03-20", name="ball"), count=5)
    ids = {field: [reading.id for reading in step.rules] for field, step in found.items()}
    gaps = ["sessions.gaps.first_to_second", "sessions.gaps.second_to_third", *["sessions.gaps.later"] * 2]
    assert ids["sessions.items"] == [
        *gaps,
        "sessions.settled_after_days",
        "intake.accepted.appointment_within_days",
        "aftercare.instructions.direct_sun.to_day",
        "aftercare.before.tan_or_sunburn.days",
        "aftercare.instructions.scabs.to_day",
        "sessions.holidays.everywhere",
        "sessions.holidays.around_christmas",
    ]
    assert ids["sessions.items.3.date"] == ids["sessions.items.3.gap_days"] == [gaps[1]]
    assert ids["sessions.items.5.gap_days"] == ["sessions.gaps.later"]
    assert ids["sessions.items.1.latest"] == [
        *gaps,
        "sessions.start_within_days",
        "aftercare.instructions.direct_sun.to_day",
        "aftercare.before.tan_or_sunburn.days",
        "aftercare.instructions.scabs.to_day",
    ]
    assert ids["sessions.settled_on"] == ["sessions.settled_after_days"]
    assert ids["sessions.latest_start.1"] == ["sessions.settled_after_days", *gaps]


def test_steps_say_why_in_one_sentence(rules: RuleSet) -> None:
    because = {
        field: step.because
        for field, step in trace(rules, event("be_ready", "2027-03-20", name="ball")).items()
    }
    assert because["sessions.items.3.date"] == (
        "28 days after visit 2, on a weekday on which you can come, chosen together with the other days."
    )
    assert because["sessions.items.3.gap_days"] == (
        "Days from visit 2 to visit 3; we plan 28 where that is possible."
    )
    assert because["sessions.items.2.latest"] == (
        "Visit 2 can be this late if the others move too. All gaps stay allowed, and no new event clashes."
        " The first visit moves at most 90 days from its earliest day, unless it is planned later."
    )
    assert because["sessions.items.2.earliest"] == (
        "Visit 2 can be this early if the others move too: all gaps stay allowed, no new event clashes."
    )
    assert because["sessions.items"] == (
        "Of all days that fit, these clash with the fewest events, and a day on which you are at one is taken"
        " last. Then they keep off an event that comes too soon."
        " Then they keep gaps nearest to those we plan, but start sooner where one more visit would else be"
        " too late for an event. Then they end soonest."
    )
    assert because["sessions.items.1.date"] == (
        "Visits can start on 11 January 2027, and you can come on Monday, Tuesday, Wednesday, Thursday,"
        " Friday, Saturday and Sunday. It is the first day chosen from then on, together with all other days"
        " of the course."
    )
    assert because["sessions.last_on"] == (
        "Visit 3 is the last: 28 days after visit 2. Visits can start on 11 January 2027, and you can come on"
        " Monday, Tuesday, Wednesday, Thursday, Friday, Saturday and Sunday."
    )
    assert because["sessions.settled_on"] == (
        "Skin and colour need 28 days after the last visit before the look can be judged."
    )
    assert because["sessions.latest_start.1"] == (
        "Counted back from ball (20 March 2027): 28 days to settle, then the shortest gaps your days allow."
    )


def test_steps_lead_back_to_the_days_they_follow_from(rules: RuleSet) -> None:
    uses = {field: step.uses for field, step in trace(rules).items()}
    items = "sessions.items"
    assert uses[f"{items}.1.date"] == uses[f"{items}.2.date"] == uses[f"{items}.2.latest"] == (items,)
    assert uses[f"{items}.3.gap_days"] == (f"{items}.2.date", f"{items}.3.date")
    assert uses["sessions.last_on"] == (f"{items}.3.date",)
    assert uses["sessions.settled_on"] == ("sessions.last_on",)


def test_the_why_of_the_first_and_the_last_visit_names_the_start_and_the_weekdays_told(
    rules: RuleSet,
) -> None:
    """Both named neither: "The first of the days chosen for the whole course." """
    calendar = CalendarAnswer(start=day("2027-01-10"), weekdays=("tue", "thu"))
    plan = plan_of(adult(calendar=calendar), rules)
    because = {step.field: step.because for step in plan.trace}
    first, last = because["sessions.items.1.date"], because["sessions.last_on"]
    told = "Visits can start on 10 January 2027, and you can come on Tuesday and Thursday."
    assert plan.sessions.items[0].date == day("2027-01-12")
    assert first.startswith(told)
    assert plan.sessions.items[0].notes[0] in first  # why it is not the day of the start itself
    assert last.startswith("Visit 3 is the last: 28 days after visit 2.")
    assert last.endswith(told)


def test_a_visit_that_stays_the_only_one_is_said_to_be_the_last(rules: RuleSet) -> None:
    assert trace(rules, count=1)["sessions.last_on"].because.startswith("The only visit is also the last.")
