"""What becomes of a person's events: which the dates miss, how the others fit, the last day to start."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from smp_planner.domain.care import EventNote
from smp_planner.domain.course import EventConflict, LatestStart
from smp_planner.domain.in_time import InTime, events_in_time, is_over
from smp_planner.domain.intake import LifeEvent
from smp_planner.domain.plan import SmpPlan
from smp_planner.domain.words import figure, listed, sentence, spoken, spoken_span
from smp_planner.exports.can_i import ACTIVITIES, kept_up_on
from smp_planner.exports.short_words import left_on, short_words
from smp_planner.exports.standing import to_confirm
from smp_planner.language.texts import N_, _

# What is said of an event, and what where no more than some visits may be needed for that.
NO_LIMIT = (
    N_("{event} ({day}): no limit on {activity} holds then."),
    N_("{event} ({day}): no limit on {activity} holds then, if {visits} are enough."),
)
LIMITED = {
    "sun": N_("time in the sun"),
    "sport": N_("hard exercise"),
    "swimming": N_("swimming"),
    "sun_and_swimming": N_("time in the sun or swimming"),
}
ON_THE_DAY = (
    N_("Planned to be settled on the very day of {event} ({day})."),
    N_("Planned to be settled on the very day of {event} ({day}), if {visits} are enough."),
)
THE_DAY_BEFORE = (
    N_("Planned to be settled the day before {event} ({day})."),
    N_("Planned to be settled the day before {event} ({day}), if {visits} are enough."),
)
DAYS_BEFORE = (
    N_("Planned to be settled {days} before {event} ({day})."),
    N_("Planned to be settled {days} before {event} ({day}), if {visits} are enough."),
)
NO_DAY_YET = N_("“{event}” has no day yet, so it is not counted.")
STILL_HOLDS = N_("Limits that still hold on {day}: {limits}.")


class Suited(NamedTuple):
    """An event that the dates suit: how well, the rules that ask to leave something on it, their words.

    `unless`: what makes the dates not suit it after all, where an answer to that is missing.
    `none_to_spare`: the look is planned to be settled on its very day; `may_move`: one more visit, which may
    be needed, moves that day.
    """

    event: LifeEvent
    say: str
    unless: str
    limits: tuple[str, ...]
    held: str
    none_to_spare: bool
    may_move: bool

    @property
    def how_well(self) -> str:
        """How well the dates suit it, and what speaks against that."""
        return f"{self.say} {self.unless}".rstrip()

    @property
    def ready(self) -> bool:
        """Whether the look should be ready by it."""
        return self.event.kind == "be_ready"


def events_told(plan: SmpPlan) -> Iterator[str]:
    """All of it in lines: what clashes; how the others fit, with the last day to start; what has no day."""
    yield from missed_told(plan)
    suited = tuple(suited_told(plan))
    yield from (f"{one.how_well} {one.held}".rstrip() for one in suited if not one.ready)
    ready = [event for event in plan.intake.calendar.events if event.kind == "be_ready"]
    for place, name, said in starts_told(plan):
        held = (one.held for one in suited if one.event in ready[place - 1 : place])
        yield " ".join(filter(None, (f"{name}: {to_confirm(plan, said)}", *held)))
    yield from (_(NO_DAY_YET, event=event.name) for event in plan.intake.calendar.undated)


def missed_told(plan: SmpPlan) -> Iterator[str]:
    """Each event that the dates clash with, and what would fit."""
    for conflict in plan.sessions.conflicts:
        over = comes_before_all(plan, conflict)
        yield conflict.what_would_fit if over else f"{conflict.say} {conflict.what_would_fit}"


def comes_before_all(plan: SmpPlan, conflict: EventConflict) -> bool:
    """Whether the event is over before the first day on offer, and so before any dots."""
    start = plan.sessions.not_before or plan.intake.calendar.start
    return any(
        (event.name, event.from_) == (conflict.event, conflict.on) and is_over(event, start)
        for event in plan.intake.calendar.events
    )


def suited_told(plan: SmpPlan) -> Iterator[Suited]:
    """The events that the dates suit, in the order of the answers, with the limits that hold on each."""
    words = short_words(plan.aftercare, "avoid")
    for found in events_in_time(plan):
        limits = tuple(_limits_on(plan, found.event))
        held = " ".join(_held(plan, found.event, [words[rule] for rule in limits]))
        days = found.settled_days_before
        may_move = days is not None and found.if_visits is not None
        unless = " ".join(of_event(found.event, plan.aftercare.maybe_longer))
        yield Suited(
            found.event, _suits(found), unless, limits, held, none_to_spare=days == 0, may_move=may_move
        )


def of_event(event: LifeEvent, notes: Iterable[EventNote]) -> Iterator[str]:
    """What some notes say of an event."""
    yield from (note.say for note in notes if (note.event, note.on) == (event.name, event.from_))


def _held(plan: SmpPlan, event: LifeEvent, limits: list[str]) -> Iterator[str]:
    """What is still to be left on the days of an event, what is kept up in the sun, when gaps are filled."""
    care = plan.aftercare
    if limits:
        yield _(STILL_HOLDS, day=spoken_span(event.from_, event.to), limits=listed(limits))
    if event.kind in {"sun", "sun_and_swimming"}:
        in_sun = ACTIVITIES["sun"].for_good
        kept_up = (name for name in kept_up_on(care, event.from_) if name.rule in in_sun)
        yield from (name.for_good for name in kept_up if name.for_good)
    yield from of_event(event, care.gaps)


def event_named(name: str, plan: SmpPlan, first_day: date | None = None) -> LifeEvent | None:
    """The event of a name; of several with one name the one that begins on a day, else none."""
    named = [one for one in plan.intake.calendar.events if one.name == name]
    if len(named) > 1:
        named = [one for one in named if one.from_ == first_day]
    return named[0] if len(named) == 1 else None


def starts_told(plan: SmpPlan) -> Iterator[tuple[int, str, str]]:
    """The last day to start for each event that asks to be ready, where no clash tells of it already.

    Its place among these events, from 1; what the event is called; and what is said.
    """
    for place, latest in enumerate(plan.sessions.latest_start, start=1):
        if not _told(latest, plan.sessions.conflicts):
            yield place, latest.event, latest.say


def _told(latest: LatestStart, clashes: tuple[EventConflict, ...]) -> bool:
    """Whether a clash already names this last day for a first visit, or says the same."""
    day = spoken(latest.on) if latest.on else latest.say
    return any(clash.event == latest.event and day in clash.what_would_fit for clash in clashes)


def _limits_on(plan: SmpPlan, event: LifeEvent) -> Iterator[str]:
    """What to leave on any day of an event, in the order of the care."""
    held = [day for day in plan.aftercare.days if event.from_ <= day.date <= event.to]
    rules = {rule for day in held for rule in left_on(plan.aftercare, day)}
    yield from (rule for rule in short_words(plan.aftercare, "avoid") if rule in rules)


def _suits(found: InTime) -> str:
    event, days = found.event, found.settled_days_before
    if days is None:
        always, if_enough = NO_LIMIT
    elif days > 1:
        always, if_enough = DAYS_BEFORE
    else:
        always, if_enough = THE_DAY_BEFORE if days else ON_THE_DAY
    return sentence(
        _(
            if_enough if found.if_visits else always,
            event=event.name,
            day=spoken_span(event.from_, event.to),
            activity=_(LIMITED[event.kind]) if event.kind in LIMITED else "",
            days=figure(days or 0, "days"),
            visits=figure(found.if_visits or 0, "visits"),
        )
    )
