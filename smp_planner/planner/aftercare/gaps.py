"""Gaps are filled at the check of the look: that is needle work, and an event may come too soon after it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from smp_planner.domain.care import GapsNote, Window
from smp_planner.domain.intake import Intake, LifeEvent
from smp_planner.domain.provenance import Step
from smp_planner.domain.words import fill, spoken
from smp_planner.planner.aftercare.windows import field_of_windows
from smp_planner.planner.appointments.clashes import ONE_DAY, settled_days
from smp_planner.rules.ruleset import RuleSet

CHECK = "check_the_look"


def note_gaps(
    intake: Intake, windows: Sequence[Window], lengths: Mapping[str, int], rules: RuleSet
) -> tuple[tuple[GapsNote, ...], tuple[Step, ...]]:
    """Each event that filling gaps on some day of the check would clash with, in the order of the events."""
    check = next(window for window in windows if window.rule == CHECK)
    notes = tuple(
        note
        for event in intake.calendar.events
        if event.from_ > check.from_
        for note in _note(event, check, lengths, rules)
    )
    return notes, (_step(len(notes), rules),) if notes else ()


def with_gaps(windows: Sequence[Window], notes: Sequence[GapsNote]) -> tuple[Window, ...]:
    """The windows; that of the check says too which events gaps are not to be filled before."""
    told = [note.say for note in notes]
    return tuple(
        window._replace(say=" ".join((window.say, *told))) if window.rule == CHECK else window
        for window in windows
    )


def _note(event: LifeEvent, check: Window, lengths: Mapping[str, int], rules: RuleSet) -> Iterator[GapsNote]:
    """What is said of one event; nothing where all of the check leaves time enough before it."""
    last = _last_day(event, lengths, rules)
    if last >= check.to:
        return
    name = "gaps_by" if last >= check.from_ else "gaps_after"
    say = fill(rules.aftercare.event_words[name], event=event.name, by=spoken(last))
    yield GapsNote(event.name, event.from_, say)


def _last_day(event: LifeEvent, lengths: Mapping[str, int], rules: RuleSet) -> date:
    """The last day of needle work that an event leaves time for."""
    if event.kind == "be_ready":
        return event.from_ - timedelta(settled_days(rules))
    return event.from_ - timedelta(lengths[rules.aftercare.events[event.kind]]) - ONE_DAY


def _step(count: int, rules: RuleSet) -> Step:
    book = rules.aftercare
    return Step(
        field="aftercare.gaps",
        value=count,
        because=book.words["because_gaps"],
        rules=(book.instructions[CHECK].read(), rules.sessions.settled_after_days.read()),
        uses=(field_of_windows(CHECK),),
    )
