"""Aftercare as a whole: before, by window, by day, whom to call, clashes, and the burden."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smp_planner.domain.care import Aftercare, CareConflict, Preparation
from smp_planner.domain.intake import CalendarAnswer, EventKind, LifeEvent
from smp_planner.domain.provenance import Step
from smp_planner.planner.aftercare.build import build_aftercare
from smp_planner.planner.aftercare.lengths import measure_lengths
from smp_planner.planner.drivers import Drivers
from smp_planner.rules.ruleset import RuleSet
from tests.care_people import NONE, drivers, visits_with_gaps
from tests.edited_rules import edited_rules
from tests.people import START
from tests.reading_grade import reading_grade

THREE = visits_with_gaps(10, 28)  # 11 January, 21 January, 18 February 2027


def care(
    rules: RuleSet,
    visits: tuple[date, ...] = THREE,
    who: Drivers = NONE,
    events: tuple[LifeEvent, ...] = (),
) -> tuple[Aftercare, dict[str, Step]]:
    """Aftercare and its steps by field."""
    calendar = CalendarAnswer(start=START, events=events)
    built, steps = build_aftercare(calendar, False, visits, measure_lengths(who, rules), rules)
    fields = {step.field: step for step in steps}
    assert len(fields) == len(steps)
    return built, fields


# --- The texts ------------------------------------------------------------------------------


def test_what_a_person_reads_stays_under_grade_8(rules: RuleSet) -> None:
    built, _ = care(rules, who=drivers(unsure={"fair_skin", "oily"}))
    book = rules.aftercare
    texts = [*(w.say for w in built.windows), *(b.say for b in built.before), *(c.say for c in built.call_if)]
    texts += [built.burden.say, *(i.why for i in book.instructions.values())]
    texts += [w.differs for w in built.windows if w.differs]
    for text in texts:
        assert "{" not in text
        assert reading_grade(text) < 8.5, text
    assert reading_grade(" ".join(texts)) < 8


def test_nobody_is_told_to_leave_off_what_a_doctor_advised(rules: RuleSet) -> None:
    say = rules.aftercare.before["pain_reliever"].say
    assert "Go on with anything that a doctor advised, aspirin for the heart included" in say
    assert "ask that doctor" in rules.aftercare.instructions["creams"].say
    assert "ask that doctor" in rules.aftercare.instructions["exfoliant"].say


# --- By day ---------------------------------------------------------------------------------


def test_the_days_run_from_the_first_visit_to_the_last_window(rules: RuleSet) -> None:
    built, steps = care(rules)
    # 28 days after 18 February is 18 March: 66 days after 11 January
    assert [day.date for day in built.days] == [START + timedelta(days=n) for n in range(67)]
    assert steps["aftercare.days"].value == 67
    assert steps["aftercare.days"].because == "Each day shows the rules whose days it falls in."
    assert steps["aftercare.days"].uses[0] == "aftercare.windows.direct_sun"


@pytest.mark.parametrize(("day", "swims"), [(0, False), (28, False), (29, True), (59, True), (60, False)])
def test_the_day_answers_whether_one_may_swim(rules: RuleSet, day: int, swims: bool) -> None:
    built, _ = care(rules, visits_with_gaps(60))
    assert ("swimming" not in built.days[day].avoid) is swims


# --- Before a visit -------------------------------------------------------------------------


def before(built: Aftercare, rule: str) -> list[Preparation]:
    return [preparation for preparation in built.before if preparation.rule == rule]


def test_a_preparation_runs_up_to_its_visit(rules: RuleSet) -> None:
    built, steps = care(rules)
    assert [(p.session, p.from_, p.to) for p in before(built, "alcohol")] == [
        (1, date(2027, 1, 9), date(2027, 1, 11)),
        (2, date(2027, 1, 19), date(2027, 1, 21)),
        (3, date(2027, 2, 16), date(2027, 2, 18)),
    ]
    assert before(built, "alcohol")[0].say == "Drink no alcohol."
    step = steps["aftercare.before.alcohol"]
    assert (step.value, step.because) == (2, "Days before a visit: 2.")
    assert [r.id for r in step.rules] == ["aftercare.before.alcohol", "aftercare.before.alcohol.days"]


def test_preparations_come_visit_by_visit_in_the_order_of_the_rules(rules: RuleSet) -> None:
    built, _ = care(rules)
    order = list(rules.aftercare.before)
    places = [(p.session, order.index(p.rule)) for p in built.before]
    assert places == sorted(places)


def test_a_patch_test_is_for_the_first_visit_alone(rules: RuleSet) -> None:
    built, _ = care(rules)
    assert [(p.session, p.from_) for p in before(built, "patch_test")] == [(1, date(2027, 1, 4))]


def test_moisturiser_before_a_visit_waits_until_cream_is_allowed_again(rules: RuleSet) -> None:
    # no cream to day 3, so from day 4 after the first visit, and a week before the third
    built, _ = care(rules, visits_with_gaps(7, 28))
    assert [(p.session, p.from_) for p in before(built, "moisturise")] == [
        (1, date(2027, 1, 4)),
        (2, date(2027, 1, 15)),
        (3, date(2027, 2, 8)),
    ]


def test_oily_skin_waits_longer_for_cream_before_a_visit_too(rules: RuleSet) -> None:
    built, _ = care(rules, visits_with_gaps(7, 28), drivers({"oily"}))
    assert before(built, "moisturise")[1].from_ == date(2027, 1, 17)


def test_no_cream_is_asked_for_on_the_day_of_the_visit(rules: RuleSet) -> None:
    built, _ = care(rules)
    ends = [p.to for p in before(built, "moisturise")]
    assert ends == [date(2027, 1, 10), date(2027, 1, 20), date(2027, 2, 17)]
    for day in built.days:
        asked = any(p.from_ <= day.date <= p.to for p in before(built, "moisturise"))
        assert not (asked and "creams" in day.avoid)


def test_a_preparation_of_one_day_is_the_least(rules: RuleSet) -> None:
    # creams up to day 3: with 5 days between the visits day 4 is left, with 4 none
    found = before(care(rules, visits_with_gaps(5))[0], "moisturise")
    assert [(p.from_, p.to) for p in found][1:] == [(date(2027, 1, 15), date(2027, 1, 15))]
    assert [p.session for p in before(care(rules, visits_with_gaps(4))[0], "moisturise")] == [1]


@pytest.mark.parametrize("other", ["rinse", "check_the_look"])
def test_a_rule_that_begins_later_leaves_the_day_of_the_visit_to_the_preparation(
    tmp_path: Path, other: str
) -> None:
    # rinse begins after another rule, the check on a day of its own; both end by day 28
    old = "moisturise: {name: Moisturiser, short: moisturise, starts_after: creams, basis"
    rules = edited_rules(tmp_path, "aftercare.yaml", old, old.replace("creams", other))
    found = before(care(rules, visits_with_gaps(40))[0], "moisturise")
    assert [p.to for p in found] == [START, START + timedelta(days=40)]


def test_part_of_a_day_before_a_visit_counts_as_one(tmp_path: Path) -> None:
    old = "label: Days without caffeine before a visit, value: 1"
    rules = edited_rules(tmp_path, "aftercare.yaml", old, old.replace("1", "0.5"))
    assert before(care(rules)[0], "caffeine")[0].from_ == date(2027, 1, 10)


# --- Whom to call ---------------------------------------------------------------------------


def test_the_signs_are_never_empty_and_each_says_whom_to_call(rules: RuleSet) -> None:
    built, steps = care(rules)
    assert [sign.urgent for sign in built.call_if] == [False, False, False, False, True, True, False]
    assert all(sign.whom and sign.sources for sign in built.call_if)
    assert built.call_if[5].whom == "911 (US) or 999 (UK), at once"
    assert built.call_if[5].sources == ("nhs-anaphylaxis", "nhs-allergy-northwest")
    step = steps["aftercare.call_if"]
    assert step.value == 7
    assert step.because.startswith("These are the signs for which the sources say to call someone.")
    assert [r.id for r in step.rules] == [f"aftercare.call_if.{id_}" for id_ in rules.aftercare.call_if]


def test_bleeding_that_goes_on_is_among_the_signs_for_everybody(rules: RuleSet) -> None:
    [bleeding] = [sign for sign in care(rules)[0].call_if if "leeding" in sign.say]
    assert bleeding.say == "Bleeding that does not stop when you press on it."
    assert bleeding.whom == "a doctor, at once"
    assert "our-judgement" in bleeding.sources


# --- Burden ---------------------------------------------------------------------------------


def test_the_burden_counts_each_day_once(rules: RuleSet) -> None:
    burden = care(rules)[0].burden
    # 67 days from 11 January to 18 March; exercise: 21 days to 31 January, then 11 to 28 February
    assert burden.days_without_sun == 67
    assert burden.days_without_swimming == 67
    assert burden.days_without_sauna == 67
    assert burden.days_without_heavy_exercise == 32
    assert (burden.first_day, burden.last_day) == (date(2027, 1, 11), date(2027, 3, 18))
    assert burden.say == (
        "Your limits run from 11 January 2027 to 18 March 2027. In all: 67 days out of direct sun,"
        " 67 with no swimming, 67 with no sauna, 32 with no heavy exercise."
    )


def test_six_visits_mean_about_five_months(rules: RuleSet) -> None:
    burden = care(rules, visits_with_gaps(10, 28, 28, 28, 28))[0].burden
    assert burden.days_without_sun == 151  # 122 days to the last visit, that day, and 28 more
    assert burden.last_day == date(2027, 6, 10)


def test_fair_skin_lengthens_only_the_days_out_of_the_sun(rules: RuleSet) -> None:
    burden = care(rules, who=drivers({"fair_skin"}))[0].burden
    assert (burden.days_without_sun, burden.days_without_swimming) == (74, 67)
    assert burden.last_day == date(2027, 3, 25)


def test_what_is_only_to_be_done_is_no_burden(tmp_path: Path) -> None:
    old = "label: Last day for the check, value: 28"
    rules = edited_rules(tmp_path, "aftercare.yaml", old, old.replace("28", "60"))
    built, _ = care(rules)
    assert built.days[-1].date == date(2027, 4, 19)
    assert built.burden.last_day == date(2027, 3, 18)


def test_the_burden_rests_on_its_windows(rules: RuleSet) -> None:
    burden, steps = care(rules)[0].burden, care(rules)[1]
    for field, rule in {
        "days_without_sun": "direct_sun",
        "days_without_swimming": "swimming",
        "days_without_sauna": "sauna_steam",
        "days_without_heavy_exercise": "heavy_exercise",
    }.items():
        step = steps[f"aftercare.burden.{field}"]
        assert step.value == getattr(burden, field)
        assert step.because == "These are the days on which the rule holds, each counted once."
        assert step.uses == (f"aftercare.windows.{rule}",)
        assert [r.id for r in step.rules] == [f"aftercare.instructions.{rule}"]
    first, last = steps["aftercare.burden.first_day"], steps["aftercare.burden.last_day"]
    assert (first.value, first.because) == (START, "The days with limits begin with the first visit.")
    assert last.value == date(2027, 3, 18)
    assert last.because == "This is the last day on which something is to be avoided."
    avoided = [r for r, i in rules.aftercare.instructions.items() if i.kind == "avoid"]
    assert first.uses == last.uses == tuple(f"aftercare.windows.{rule}" for rule in avoided)


# --- Clashes with events --------------------------------------------------------------------


def event(kind: EventKind, first: date, last: date | None = None) -> LifeEvent:
    return LifeEvent(from_=first, to=last or first, name="the day", kind=kind)


def clashes(rules: RuleSet, *events: LifeEvent) -> list[str]:
    return [conflict.rule for conflict in care(rules, events=events)[0].conflicts]


@pytest.mark.parametrize(
    ("kind", "rule", "last"),
    [
        ("sun", "direct_sun", date(2027, 3, 18)),
        ("swimming", "swimming", date(2027, 3, 18)),
        ("sport", "heavy_exercise", date(2027, 2, 28)),
        ("be_ready", "settled", date(2027, 3, 17)),
    ],
)
def test_an_event_clashes_up_to_the_last_day_of_its_rule(
    rules: RuleSet, kind: EventKind, rule: str, last: date
) -> None:
    assert clashes(rules, event(kind, last)) == [rule]
    assert clashes(rules, event(kind, last + timedelta(days=1))) == []


def test_a_holiday_by_the_sea_keeps_clear_of_what_sun_and_swimming_each_do(rules: RuleSet) -> None:
    week = date(2027, 1, 4), date(2027, 1, 12)
    by_the_sea = care(rules, events=(event("sun_and_swimming", *week),))[0].conflicts
    assert by_the_sea == care(rules, events=(event("sun", *week), event("swimming", *week)))[0].conflicts
    assert [clash.rule for clash in by_the_sea] == ["direct_sun", "tan_or_sunburn", "swimming"]
    assert clashes(rules, event("sun_and_swimming", date(2027, 3, 19))) == []


def test_an_event_that_only_begins_or_ends_in_a_window_clashes(rules: RuleSet) -> None:
    before_it, in_it, after_it = date(2027, 1, 8), date(2027, 1, 11), date(2027, 5, 1)
    assert clashes(rules, event("swimming", before_it, in_it)) == ["swimming"]
    assert clashes(rules, event("swimming", before_it, in_it - timedelta(days=1))) == []
    assert clashes(rules, event("sun", date(2027, 3, 18), after_it)) == ["direct_sun"]
    assert clashes(rules, event("swimming", before_it, after_it)) == ["swimming"]


def test_sun_in_the_days_before_a_visit_clashes_with_what_is_asked_before_it(rules: RuleSet) -> None:
    first, last = date(2027, 1, 4), date(2027, 1, 10)
    assert clashes(rules, event("sun", last)) == ["tan_or_sunburn"]
    assert clashes(rules, event("sun", first)) == ["tan_or_sunburn"]
    assert clashes(rules, event("sun", first - timedelta(days=1))) == []
    built, steps = care(rules, events=(event("sun", first, last),))
    assert [(c.from_, c.to) for c in built.conflicts] == [(first, START)]
    assert steps["aftercare.conflicts"].uses == ("aftercare.before.tan_or_sunburn",)
    # the day of a visit belongs to both
    assert clashes(rules, event("sun", START)) == ["direct_sun", "tan_or_sunburn"]
    # weeks before visits that touch are one: a second visit 8 days after the first
    close, _ = care(rules, visits_with_gaps(8), events=(event("sun", last),))
    assert [(c.from_, c.to) for c in close.conflicts] == [(first, date(2027, 1, 19))]
    apart, _ = care(rules, visits_with_gaps(9), events=(event("sun", last),))
    assert [(c.from_, c.to) for c in apart.conflicts] == [(first, START)]


def test_sport_between_two_windows_is_free(rules: RuleSet) -> None:
    assert clashes(rules, event("sport", date(2027, 2, 1), date(2027, 2, 17))) == []
    both = event("sport", date(2027, 1, 31), date(2027, 2, 18))
    assert clashes(rules, both) == ["heavy_exercise", "heavy_exercise"]


def test_a_day_to_be_ready_for_clashes_even_before_the_first_visit(rules: RuleSet) -> None:
    assert clashes(rules, event("be_ready", date(2027, 1, 2))) == ["settled"]


def test_a_clash_names_the_event_its_days_and_the_days_of_the_rule(rules: RuleSet) -> None:
    beach = event("sun", date(2027, 2, 1), date(2027, 2, 3))
    built, steps = care(rules, events=(beach,))
    assert built.conflicts == (
        CareConflict(
            event="the day",
            rule="direct_sun",
            from_=date(2027, 1, 11),
            to=date(2027, 3, 18),
            say="The day (1 February 2027 to 3 February 2027) falls in your days out of direct sun,"
            " 11 January 2027 to 18 March 2027.",
        ),
    )
    step = steps["aftercare.conflicts"]
    assert (step.value, step.uses, step.rules) == (1, ("aftercare.windows.direct_sun",), ())
    assert step.because == "These events fall on days on which a rule holds."


def test_a_look_that_is_not_settled_names_the_day_on_which_it_is(rules: RuleSet) -> None:
    built, steps = care(rules, events=(event("be_ready", date(2027, 3, 1)),))
    conflict = built.conflicts[0]
    assert (conflict.from_, conflict.to) == (date(2027, 1, 11), date(2027, 3, 17))
    assert (
        conflict.say == "The day (1 March 2027) comes 17 days before your look has settled on 18 March 2027."
    )
    step = steps["aftercare.conflicts"]
    assert [r.id for r in step.rules] == [
        "sessions.settled_after_days",
        "aftercare.instructions.scabs.to_day",
    ]
    assert step.uses == ()


def test_a_visit_on_a_day_to_be_ready_for_is_named_in_both_lists_alike(rules: RuleSet) -> None:
    built, _ = care(rules, events=(event("be_ready", date(2027, 1, 21)),))
    assert built.conflicts[0].say.endswith("It falls on visit 2 (21 January 2027).")


def test_part_of_a_day_until_the_look_settles_counts_as_one(tmp_path: Path) -> None:
    old = "until the look can be judged, value: 28"
    rules = edited_rules(tmp_path, "sessions.yaml", old, old.replace("28", "27.5"))
    assert clashes(rules, event("be_ready", date(2027, 3, 17))) == ["settled"]
    assert clashes(rules, event("be_ready", date(2027, 3, 18))) == []


def test_clashes_keep_the_order_of_the_events(rules: RuleSet) -> None:
    day = date(2027, 2, 20)
    events = (event("swimming", day), event("be_ready", day), event("sun", day))
    built, steps = care(rules, events=events)
    assert [c.rule for c in built.conflicts] == ["swimming", "settled", "direct_sun"]
    assert steps["aftercare.conflicts"].uses == ("aftercare.windows.swimming", "aftercare.windows.direct_sun")
    assert steps["aftercare.conflicts"].value == 3


def test_without_a_clash_there_is_no_step_for_one(rules: RuleSet) -> None:
    built, steps = care(rules, events=(event("sun", date(2027, 6, 1)),))
    assert built.conflicts == ()
    assert "aftercare.conflicts" not in steps


# --- Trace ----------------------------------------------------------------------------------


@given(gaps=st.lists(st.integers(7, 60), min_size=2, max_size=5))
def test_every_step_leads_to_a_rule_and_every_window_and_preparation_to_a_step(
    rules: RuleSet, gaps: list[int]
) -> None:
    built, steps = care(rules, visits_with_gaps(*gaps))
    assert {f"aftercare.windows.{w.rule}" for w in built.windows} <= steps.keys()
    assert {f"aftercare.before.{p.rule}" for p in built.before} <= steps.keys()
    for step in steps.values():
        assert step.rules or all(steps[used].rules for used in step.uses)
        assert step.rules or step.uses
