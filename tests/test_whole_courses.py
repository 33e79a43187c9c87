"""What must hold for the days, the dots and the money of every plan, whoever it is for."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from hypothesis import assume, event, given

from smp_planner.domain.care import Window
from smp_planner.domain.intake import Intake
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.rules.shapes.clinic import ClinicFile
from tests.drawn_people import closed_clinics, patients, planned_course
from tests.packaged_rules import packaged_rules

ENDS = ("low", "typical", "high")
ONE_DAY = timedelta(days=1)


# --- days -----------------------------------------------------------------------------------


@given(patients, closed_clinics())
def test_visits_increase_keep_their_gaps_and_fall_on_open_and_free_days(
    intake: Intake, clinic: ClinicFile
) -> None:
    rules = replace(packaged_rules(), clinic=clinic)
    plan = planned_course(intake, rules)
    rows = list(rules.sessions.gaps.rows.values())
    days = [visit.date for visit in plan.sessions.items]
    for number, (before, after) in enumerate(pairwise(days)):
        low, high = rows[min(number, 2)].read().limits
        assert low <= (after - before).days <= high
        assert plan.sessions.items[number + 1].gap_days == (after - before).days
    for visit in plan.sessions.items:
        assert visit.date >= intake.calendar.start
        for day in (visit.date, visit.earliest, visit.latest):
            weekday = day.strftime("%a").lower()
            assert weekday in intake.calendar.weekdays
            assert weekday not in clinic.closed.days
            assert day not in clinic.closed.dates
            assert not any(a.from_ <= day <= a.to for a in intake.calendar.away)
        assert visit.earliest <= visit.date <= visit.latest
        assert visit.weekday == visit.date.strftime("%a").lower()
    event(f"{len(clinic.closed.days)} weekdays closed")


@given(patients)
def test_preparations_end_with_their_visit_and_keep_off_what_aftercare_forbids(intake: Intake) -> None:
    plan = planned_course(intake)
    visits = {visit.number: visit.date for visit in plan.sessions.items}
    assert {task.session for task in plan.aftercare.before} == set(visits)
    for task in plan.aftercare.before:
        assert task.from_ <= task.to <= visits[task.session]
    book = packaged_rules().aftercare.before
    waits = {rule: one.starts_after for rule, one in book.items()}
    forbidden = {day.date: day.avoid for day in plan.aftercare.days}
    for task in plan.aftercare.before:
        days = [task.from_ + n * ONE_DAY for n in range((task.to - task.from_).days + 1)]
        assert not any(waits[task.rule] in forbidden.get(day, ()) for day in days)
        if waits[task.rule] is None:
            ahead = book[task.rule].days.range[0] if book[task.rule].done_before else 0
            latest = visits[task.session] - ONE_DAY * int(ahead)
            # What is done on one day is done on a day that suits; all else ends with the visit.
            assert task.to <= latest if book[task.rule].done_before else task.to == latest


def held_after(plan: TreatmentPlan, number: int) -> list[Window]:
    return [window for window in plan.aftercare.windows if number in window.sessions]


@given(patients)
def test_no_instruction_stands_before_its_visit_and_rules_of_the_article_hold(intake: Intake) -> None:
    plan = planned_course(intake)
    visits = {visit.number: visit.date for visit in plan.sessions.items}
    for window in plan.aftercare.windows:
        assert window.from_ >= visits[window.sessions[0]]
        assert window.from_ <= window.to
    last = plan.sessions.last_on
    ends = {w.rule: w.to for w in held_after(plan, len(visits))}
    assert timedelta(days=28) <= ends["direct_sun"] - last <= timedelta(days=42)
    assert timedelta(days=7) <= ends["heavy_exercise"] - last <= timedelta(days=14)
    assert 3 <= plan.sessions.count.low <= plan.sessions.count.high <= 6
    assert 12 <= plan.touch_ups.interval_months.low <= plan.touch_ups.interval_months.high <= 24


@given(patients)
def test_the_days_are_the_windows_day_by_day_and_the_burden_counts_them(intake: Intake) -> None:
    care = planned_course(intake).aftercare
    first = min(window.from_ for window in care.windows)
    last = max(window.to for window in care.windows)
    told = {day.date: {"avoid": day.avoid, "do": day.do, "expect": day.expect} for day in care.days}
    assert list(told) == [first + n * ONE_DAY for n in range((last - first).days + 1)]
    for day, kinds in told.items():
        for kind, rules in kinds.items():
            held = [w.rule for w in care.windows if w.kind == kind and w.from_ <= day <= w.to]
            assert sorted(rules) == sorted(held), day
    burden = care.burden
    for rule, days in (
        ("direct_sun", burden.days_without_sun),
        ("swimming", burden.days_without_swimming),
        ("sauna_steam", burden.days_without_sauna),
        ("heavy_exercise", burden.days_without_heavy_exercise),
    ):
        assert days == sum(rule in kinds["avoid"] for kinds in told.values()), rule


@given(patients)
def test_an_event_that_healing_falls_on_is_named_as_a_clash(intake: Intake) -> None:
    plan = planned_course(intake)
    closes = packaged_rules().aftercare.events
    for one in intake.calendar.events:
        if one.kind == "be_ready":
            hit = plan.sessions.settled_on > one.from_
        else:
            held = [(w.from_, w.to) for w in plan.aftercare.windows if w.rule == closes[one.kind]]
            if one.kind == "sun":
                held += [(t.from_, t.to) for t in plan.aftercare.before if t.rule == "tan_or_sunburn"]
            hit = any(first <= one.to and one.from_ <= last for first, last in held)
        same_name = [other for other in intake.calendar.events if other.name == one.name]
        named = one.name in [clash.event for clash in plan.sessions.conflicts]
        assert named >= hit, one
        if len(same_name) == 1:
            assert named == hit, one
        event(f"{one.kind}: {'clash' if hit else 'clear'}")


# --- dots and money -------------------------------------------------------------------------


@given(patients)
def test_dots_and_areas_add_up(intake: Intake) -> None:
    plan = planned_course(intake)
    for end in ENDS:
        assert sum(getattr(d, end) for d in plan.dots.per_session) == getattr(plan.dots.total, end)
        assert sum(getattr(p.cm2, end) for p in plan.area.parts) == getattr(plan.area.cm2, end)
    shares = [visit.share_after for visit in plan.sessions.items]
    assert shares == sorted(shares)
    assert shares[0] > 0
    assert shares[-1] == 1
    assert len(plan.dots.per_session) == len(plan.sessions.items) == plan.sessions.count.typical


@given(patients)
def test_money_needs_the_health_questions_and_grows_with_the_years(intake: Intake) -> None:
    plan = planned_course(intake)
    if not intake.health_asked:
        assert plan.cost is None
        return
    assert plan.cost is not None
    line = [plan.cost.course, *(plan.cost.totals[h] for h in ("1y", "5y", "10y"))]
    for end in ENDS:
        amounts = [getattr(amount, end) for amount in line]
        assert amounts == sorted(amounts)


@given(patients)
def test_a_doctors_question_makes_a_plan_provisional_and_nothing_else_does(intake: Intake) -> None:
    suitability = planned_course(intake).suitability
    assert suitability.provisional == (bool(suitability.ask_doctor) and intake.doctor_agreed is not True)
    assert suitability.checked == intake.health_asked
    assume(not intake.health)
    event(f"provisional: {suitability.provisional}")
