"""Small gaps are filled once the look has settled: needle work, for which events leave only some days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from math import ceil
from typing import NamedTuple

from smp_planner.domain.care import EventNote, Window
from smp_planner.domain.intake import EventKind, LifeEvent
from smp_planner.domain.provenance import Reading, Step
from smp_planner.domain.words import fill, joined, spoken, spoken_span
from smp_planner.planner.aftercare.windows import field_of_windows
from smp_planner.planner.appointments.clashes import ONE_DAY, days_around, rules_around, settled_days
from smp_planner.rules.ruleset import RuleSet

CHECK = "check_the_look"


class Kept(NamedTuple):
    """An event, and the days with both ends on which needle work would clash with it."""

    event: LifeEvent
    first: date
    last: date


class Free(NamedTuple):
    """Days with both ends that leave time for needle work; without an end where no event comes after."""

    first: date
    last: date | None


def note_gaps(
    events: Sequence[LifeEvent],
    last_visit: date,
    windows: Sequence[Window],
    lengths: Mapping[str, int],
    rules: RuleSet,
) -> tuple[tuple[EventNote, ...], tuple[Step, ...]]:
    """Each event that takes days from the filling of gaps, in order; all say the same: which days are left.

    Told up to the last day on which a check may come, or to the next day that is left.
    """
    check = next(window for window in windows if window.rule == CHECK)
    start = max(check.from_, last_visit + timedelta(settled_days(rules)))
    latest = last_visit + timedelta(ceil(_days_of_check(rules).high))
    kept = sorted((_kept(event, lengths, rules) for event in events), key=lambda own: own.first)
    kept = [own for own in kept if own.last >= start]
    if not kept or kept[0].first > latest:
        return (), ()
    free = tuple(_told(_free(start, kept), latest))
    taking = [own for own in kept if own.first < free[-1].first]
    say = _say(start, free, taking, rules)
    noted = sorted((own.event for own in taking), key=events.index)
    notes = tuple(EventNote(event.name, event.from_, say) for event in noted)
    return notes, (_step(noted, rules),)


def with_gaps(windows: Sequence[Window], notes: Sequence[EventNote]) -> tuple[Window, ...]:
    """The windows; that of the check says too on which days gaps can be filled beside the events."""
    told = dict.fromkeys(note.say for note in notes)
    return tuple(
        window._replace(say=" ".join((window.say, *told))) if window.rule == CHECK else window
        for window in windows
    )


def _days_of_check(rules: RuleSet) -> Reading:
    """The last day of the check: its high end is the last on which any source still has it."""
    to_day = rules.aftercare.instructions[CHECK].to_day
    assert to_day is not None, "checked when the rules were loaded"
    return to_day.read()


def _kept(event: LifeEvent, lengths: Mapping[str, int], rules: RuleSet) -> Kept:
    """The days that one event keeps free of needle work: as of a visit, and its own."""
    if event.kind == "be_ready":
        return Kept(event, event.from_ - timedelta(settled_days(rules)) + ONE_DAY, event.to)
    around = days_around(event.kind, lengths, rules)
    after, before = max(one.after for one in around), max(one.before for one in around)
    return Kept(event, event.from_ - timedelta(after), event.to + timedelta(before))


def _free(start: date, kept: Sequence[Kept]) -> Iterator[Free]:
    """The days from the first on that no event keeps."""
    for own in kept:
        if own.first > start:
            yield Free(start, own.first - ONE_DAY)
        start = max(start, own.last + ONE_DAY)
    yield Free(start, None)


def _told(free: Iterator[Free], latest: date) -> Iterator[Free]:
    """Those up to the day of a late check, and the next ones where they end before it."""
    days = next(free)
    while days.last is not None and days.last < latest:
        yield days
        days = next(free)
    yield days


def _say(start: date, free: Sequence[Free], taking: Sequence[Kept], rules: RuleSet) -> str:
    """Which days are left, and before which events there is none."""
    words, comma = rules.aftercare.event_words, rules.aftercare.words["comma"]
    days = [
        spoken_span(one.first, one.last) if one.last else fill(words["gaps_from"], day=spoken(one.first))
        for one in free
    ]
    said = [fill(words["gaps"], days=joined(days, comma=comma, last=rules.aftercare.words["or"]))]
    none = [own.event.name for own in taking if start < own.event.from_ <= free[0].first]
    if none:
        events = joined(none, comma=comma, last=rules.aftercare.words["or"])
        said.append(fill(words["gaps_none"], events=events))
    return " ".join(said)


def _step(noted: Sequence[LifeEvent], rules: RuleSet) -> Step:
    book = rules.aftercare
    check = book.instructions[CHECK]
    behind = [check.read(), rules.sessions.settled_after_days.read(), _days_of_check(rules)]
    kinds: dict[EventKind, None] = dict.fromkeys(event.kind for event in noted)
    for kind in kinds:
        behind += () if kind == "be_ready" else rules_around(kind, rules)
    return Step(
        field="aftercare.gaps",
        value=len(noted),
        because=book.words["because_gaps"],
        rules=tuple(behind),
        uses=(field_of_windows(CHECK),),
    )
