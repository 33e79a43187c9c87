"""The dates of a course are those that trying every course in the calendar gives, to the last field.

The rules are made small: gaps and healing of a few days, so that every course can be listed. The list
knows of days and weekdays only; nothing of the planner's search is in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, Phase, assume, event, find, given, settings
from hypothesis import strategies as st

from smp_planner.domain.intake import WEEKDAYS, Away, CalendarAnswer, LifeEvent
from smp_planner.errors import IntakeError
from smp_planner.planner.appointments.course_dates import Appointments
from smp_planner.planner.appointments.plan import plan_appointments
from smp_planner.rules.figures import Cited
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.clinic import ClinicFile
from smp_planner.rules.shapes.clinic_hours import ClosedDays
from tests.packaged_rules import packaged_rules
from tests.people import START

RULE_OF = {"sun": "direct_sun", "sport": "heavy_exercise", "swimming": "swimming"}
YEAR = 365
Course = tuple[date, ...]


class World(NamedTuple):
    """A calendar, a clinic and rules of a few days, as a test draws them."""

    calendar: CalendarAnswer
    closed: ClosedDays
    holidays: tuple[date, ...]  # their day and month are kept free in every year, if no clinic names its own
    count: int
    gaps: tuple[tuple[int, int, int], ...]  # shortest, planned, longest
    settled: int
    near: int
    far: int
    healing: dict[str, int]
    shown: int
    no_tan: int


# --- every course there is ------------------------------------------------------------------


def is_open(world: World, day: date) -> bool:
    weekday = WEEKDAYS[day.weekday()]
    return (
        weekday in world.calendar.weekdays
        and weekday not in world.closed.days
        and day not in world.closed.dates
        and not is_holiday(world, day)
        and not any(away.from_ <= day <= away.to for away in world.calendar.away)
    )


def is_holiday(world: World, day: date) -> bool:
    kept = [one.strftime("%m-%d") for one in world.holidays] if world.closed.yearly is None else []
    return day.strftime("%m-%d") in [*kept, *(world.closed.yearly or ())]


def courses(world: World, first: date, last: date) -> Iterator[Course]:
    """Every course whose first visit lies between two days."""
    for number in range((last - first).days + 1):
        yield from continued(world, (first + timedelta(number),))


def continued(world: World, begun: Course) -> Iterator[Course]:
    if not is_open(world, begun[-1]):
        return
    if len(begun) == world.count:
        yield begun
        return
    shortest, _, longest = world.gaps[min(len(begun), 3) - 1]
    for gap in range(shortest, longest + 1):
        yield from continued(world, (*begun, begun[-1] + timedelta(gap)))


def clashes(world: World, days: Course) -> frozenset[int]:
    """The positions of the events that a course clashes with."""
    return frozenset(
        number
        for number, one in enumerate(world.calendar.events)
        if (
            days[-1] + timedelta(world.settled) > one.from_
            if one.kind == "be_ready"
            else any(
                day - timedelta(world.no_tan if one.kind == "sun" else 0) <= one.to
                and day + timedelta(world.healing[RULE_OF[one.kind]]) >= one.from_
                for day in days
            )
        )
    )


def worst(world: World, days: Course) -> frozenset[int]:
    """The positions of the events for which a course isn't settled, with a visit on or just before them."""
    return frozenset(
        number
        for number, one in enumerate(world.calendar.events)
        if one.kind == "be_ready"
        and any(
            one.from_ <= day + timedelta(world.shown) and one.from_ < day + timedelta(world.settled)
            for day in days
            if day <= one.to
        )
    )


def is_away(one: LifeEvent, day: date) -> bool:
    """Whether a person is at an event on a day; a sport of several days may be at home."""
    return one.from_ <= day <= one.to and (one.kind != "sport" or one.from_ == one.to)


def away_at(world: World, days: Course) -> frozenset[int]:
    """The positions of the events at which a person is on the day of a visit."""
    return frozenset(n for n, one in enumerate(world.calendar.events) if any(is_away(one, d) for d in days))


def preferred(world: World, days: Course, first: date) -> tuple[object, ...]:
    """The order of preference: trips, clashes, the worst of them, a start near the first day, gaps, end."""
    wanted = [world.gaps[min(number, 3) - 1][1] for number in range(1, world.count)]
    gaps = [(later - sooner).days for sooner, later in pairwise(days)]
    off_by = sum(abs(gap - want) for gap, want in zip(gaps, wanted, strict=True))
    is_far = days[0] > first + timedelta(world.near)
    given_up = (len(which(world, days)) for which in (away_at, clashes, worst))
    return *given_up, is_far, off_by, days[-1], days


def first_of(everything: list[Course]) -> date:
    """The first day from which there is a course."""
    return min(course[0] for course in everything)


def best_of(world: World, everything: list[Course]) -> Course:
    """The course that is preferred to all others."""
    first = first_of(everything)
    return min(everything, key=lambda course: preferred(world, course, first))


def with_room(world: World, best: Course) -> Course:
    """The best course, or one that begins sooner, so that one more visit still clashes with nothing.

    Only somebody who has to be ready for an event asks for it, and only where the best course clashes with
    nothing, while with one more visit it would and a course that begins sooner would not.
    """
    if gives_up(world, best) or all(one.kind != "be_ready" for one in world.calendar.events):
        return best
    start, longer = world.calendar.start, world._replace(count=world.count + 1)
    after = [course for course in continued(longer, best[:1]) if course[: world.count] == best]
    sooner = list(courses(longer, start, start + timedelta(world.far)))
    if not after or not gives_up(longer, best_of(longer, after)):
        return best
    roomy = best_of(longer, sooner)
    return roomy[: world.count] if roomy[0] < best[0] and not gives_up(longer, roomy) else best


def gives_up(world: World, days: Course) -> bool:
    """Whether a course clashes with anything."""
    return any(which(world, days) for which in (away_at, clashes, worst))


def latest_start(world: World, place: int, dates: Course) -> date | None:
    """The latest first visit, in the year before an event, of a course that is settled by then.

    No visit of it is where the person is away, but at events on which the plan has visits too. Where the plan
    is in time, the course clashes with no event at which to be healed but with those of the plan.
    """
    one, given_up, clashing = world.calendar.events[place], away_at(world, dates), clashes(world, dates)
    for back in range(1, YEAR + 1):
        first = one.from_ - timedelta(back)
        ends = [
            days[-1]
            for days in continued(world, (first,))
            if away_at(world, days) <= given_up and (place in clashing or unhealed(world, days) <= clashing)
        ]
        if any(end + timedelta(world.settled) <= one.from_ for end in ends):
            return first
    return None


def unhealed(world: World, days: Course) -> frozenset[int]:
    """The places of events at which to be healed that a course clashes with."""
    events = world.calendar.events
    return frozenset(place for place in clashes(world, days) if events[place].kind != "be_ready")


# --- what the planner says ------------------------------------------------------------------


def changed(rule: Cited, **changes: object) -> Cited:
    """A copy of a rule that reads otherwise."""
    copy = rule.model_copy()
    copy._reading = replace(rule.read(), **changes)
    return copy


def rules_of(world: World) -> RuleSet:
    """The packaged rules with the few days of a world, and its clinic's hours."""
    rules = packaged_rules()
    sessions, accepted = rules.sessions, rules.intake.accepted
    rows = {
        name: changed(row, value=planned, limits=(shortest, longest))
        for (name, row), (shortest, planned, longest) in zip(
            sessions.gaps.rows.items(), world.gaps, strict=True
        )
    }
    yearly = [day.strftime("%m-%d") for day in world.holidays]
    holidays = sessions.holidays.everywhere.model_copy(update={"yearly": yearly})
    sessions = sessions.model_copy(
        update={
            "gaps": sessions.gaps.model_copy(update={"rows": rows}),
            "settled_after_days": changed(sessions.settled_after_days, value=world.settled),
            "start_within_days": changed(sessions.start_within_days, value=world.near),
            "holidays": sessions.holidays.model_copy(update={"everywhere": holidays}),
        }
    )
    tan, care = rules.aftercare.before["tan_or_sunburn"], rules.aftercare
    tan = tan.model_copy(update={"days": changed(tan.days, value=world.no_tan)})
    within = changed(accepted.appointment_within_days, value=world.far)
    accepted = accepted.model_copy(update={"appointment_within_days": within})
    return replace(
        rules,
        sessions=sessions,
        aftercare=care.model_copy(update={"before": {**care.before, "tan_or_sunburn": tan}}),
        intake=rules.intake.model_copy(update={"accepted": accepted}),
        clinic=ClinicFile(name="A clinic", closed=world.closed),
    )


def is_gap(world: World, gap: int) -> bool:
    """Whether the last gap of a course may have so many days."""
    shortest, _, longest = world.gaps[min(world.count - 1, 3) - 1]
    return shortest <= gap <= longest


def planned(world: World, kept: Course = ()) -> Appointments:
    lengths = {**world.healing, "scabs": world.shown}
    return plan_appointments(world.calendar, world.count, lengths, rules_of(world), kept=kept)[0]


# --- worlds ---------------------------------------------------------------------------------

days = st.integers(0, 30).map(lambda number: START + timedelta(number))
three = st.tuples(*[st.integers(1, 6)] * 3).map(lambda ends: tuple(sorted(ends)))


@st.composite
def spans(draw: st.DrawFn) -> tuple[date, date]:
    first = draw(days)
    return first, first + timedelta(draw(st.integers(0, 8)))


@st.composite
def worlds(draw: st.DrawFn) -> World:
    aways = draw(st.lists(spans(), max_size=2))
    kinds = st.sampled_from(["be_ready", "be_ready", "sun", "sport", "swimming"])
    events = draw(st.lists(st.tuples(kinds, spans()), max_size=3))
    calendar = CalendarAnswer(
        start=START + timedelta(draw(st.integers(0, 6))),
        weekdays=tuple(draw(st.lists(st.sampled_from(WEEKDAYS), unique=True, min_size=2))),
        away=tuple(Away(from_=first, to=last) for first, last in aways),
        events=tuple(
            LifeEvent(from_=first, to=last, name=f"event {number}", kind=kind)
            for number, (kind, (first, last)) in enumerate(events)
        ),
    )
    near = draw(st.integers(0, 8))
    return World(
        calendar=calendar,
        closed=ClosedDays(
            days=draw(st.lists(st.sampled_from(WEEKDAYS), max_size=2)),
            dates=draw(st.lists(days, max_size=4)),
            yearly=draw(st.none() | st.lists(days.map(lambda day: day.strftime("%m-%d")), max_size=2)),
        ),
        holidays=tuple(draw(st.lists(days, max_size=3))),
        count=draw(st.integers(1, 4)),
        gaps=draw(st.tuples(three, three, three)),
        settled=draw(st.integers(1, 8)),
        near=near,
        far=near + draw(st.integers(0, 16)),
        healing={rule: draw(st.integers(0, 6)) for rule in RULE_OF.values()},
        shown=draw(st.integers(0, 6)),
        no_tan=draw(st.integers(0, 4)),
    )


@settings(max_examples=250)
@given(worlds())
def test_the_dates_are_those_that_trying_every_course_gives(world: World) -> None:
    start = world.calendar.start
    everything = list(courses(world, start, start + timedelta(world.far)))
    if not everything:
        with pytest.raises(IntakeError, match="I502"):
            planned(world)
        event("no course is possible")
        return
    first = first_of(everything)
    best = with_room(world, best_of(world, everything))
    given_up = clashes(world, best)
    found = planned(world)
    assert found.dates == best
    assert found.gaps == tuple((later - sooner).days for sooner, later in pairwise(best))
    assert found.settled_on == best[-1] + timedelta(world.settled)
    names = [one.name for number, one in enumerate(world.calendar.events) if number in given_up]
    assert [conflict.event for conflict in found.conflicts] == names
    seen = [told.event for told in found.conflicts if "It falls on" in told.say or "soon after" in told.say]
    shown = timedelta(world.shown)
    names = [
        one.name
        for number, one in enumerate(world.calendar.events)
        if number in given_up and one.kind == "be_ready"
        if any(day <= one.to and one.from_ <= day + shown for day in best)
    ]
    assert seen == names
    within = [told.event for told in found.conflicts if "Are you there then?" in told.say]
    not_ready = [(n, one.name) for n, one in enumerate(world.calendar.events) if one.kind != "be_ready"]
    assert within == [name for n, name in not_ready if n in away_at(world, best)]
    told = [any("hardly any clinic works then" in note for note in notes) for notes in found.notes]
    with_them = world._replace(holidays=())
    wished = best_of(with_them, list(courses(with_them, start, start + timedelta(world.far))))
    assert told == [is_holiday(world, day) and world.closed.yearly is None for day in wished]
    for number, notes in enumerate(found.notes):
        of_another = any("So both are on other days." in note for note in notes)
        assert of_another == (told[number] and wished[:number] != best[:number])
    event(f"{len(given_up)} clashes, {'far' if preferred(world, best, first)[3] else 'near'}")


@settings(max_examples=150)
@given(worlds())
def test_one_more_visit_is_where_trying_every_day_after_the_planned_ones_puts_it(world: World) -> None:
    try:
        kept = planned(world)
    except IntakeError:
        assume(False)
        raise
    longer = world._replace(count=world.count + 1)
    everything = [
        (*kept.dates, later)
        for later in (kept.dates[-1] + timedelta(gap) for gap in range(7))
        if is_open(world, later) and is_gap(longer, (later - kept.dates[-1]).days)
    ]
    if not everything:
        with pytest.raises(IntakeError, match="I502"):
            planned(longer, kept.dates)
        event("no day is left")
        return
    found = planned(longer, kept.dates)
    assert found.dates == min(everything, key=lambda course: preferred(longer, course, kept.dates[0]))
    assert found.settled_on > kept.settled_on


@settings(max_examples=150)
@given(worlds())
def test_a_visit_may_move_as_far_as_some_course_without_a_new_clash_reaches(world: World) -> None:
    start = world.calendar.start
    everything = list(courses(world, start, start + timedelta(world.far)))
    assume(everything)
    found = planned(world)
    kept = [(which, which(world, found.dates)) for which in (away_at, clashes, worst)]
    allowed = [c for c in everything if all(which(world, c) <= given_up for which, given_up in kept)]
    first_by = max(found.dates[0], first_of(allowed) + timedelta(world.near))
    allowed = [c for c in allowed if c[0] <= first_by]
    assert found.earliest == tuple(min(column) for column in zip(*allowed, strict=True))
    assert found.latest == tuple(max(column) for column in zip(*allowed, strict=True))


@settings(max_examples=100)
@given(worlds())
def test_the_latest_start_is_that_of_the_last_course_that_is_settled_in_time(world: World) -> None:
    ready = [place for place, one in enumerate(world.calendar.events) if one.kind == "be_ready"]
    assume(ready)
    try:
        found = planned(world)
    except IntakeError:
        assume(False)
        raise
    assert [start.event for start in found.latest_start] == [
        world.calendar.events[place].name for place in ready
    ]
    assert [start.on for start in found.latest_start] == [
        latest_start(world, place, found.dates) for place in ready
    ]


@pytest.mark.parametrize(
    ("clash", "at_worst", "far"),
    [(0, 0, False), (0, 0, True), (1, 0, False), (1, 0, True), (1, 1, False)],
)
def test_the_worlds_that_are_drawn_hold_near_and_far_starts_with_and_without_clashes(
    clash: int, at_worst: int, far: bool
) -> None:
    def met(world: World) -> bool:
        start = world.calendar.start
        everything = list(courses(world, start, start + timedelta(world.far)))
        if not everything:
            return False
        first = first_of(everything)
        best = min(preferred(world, course, first) for course in everything)
        return best[1:4] == (clash, at_worst, far)

    seldom = settings(
        max_examples=2000,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    find(worlds(), met, settings=seldom)
