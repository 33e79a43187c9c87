"""What an event keeps clear of: the days around a visit on which it would clash, and the words for it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain
from typing import NamedTuple

from smp_planner.domain.intake import CalendarAnswer, EventKind, LifeEvent
from smp_planner.domain.provenance import Reading
from smp_planner.domain.words import figure, fill, joined, sentence, spoken, spoken_span
from smp_planner.rules.ruleset import RuleSet

SETTLED = "settled"
ONE_DAY = timedelta(1)


class Around(NamedTuple):
    """The days around a visit that a rule holds, and the name of the words for a clash with them."""

    rule: str
    words: str
    before: int = 0
    after: int = 0


class Clash(NamedTuple):
    """Days around visits that an event falls on, the rule that holds them, and what is said of it."""

    rule: str
    first: date
    last: date
    say: str


def settled_days(rules: RuleSet) -> int:
    """Days after the last visit until the look has settled; part of a day counts as one."""
    return math.ceil(rules.sessions.settled_after_days.read().number)


def shown_days(lengths: Mapping[str, int], rules: RuleSet) -> int:
    """Days after a visit on which others can see it, where a person should be ready."""
    return lengths[rules.aftercare.events_shown.be_ready]


def lengths_that_count(
    calendar: CalendarAnswer, lengths: Mapping[str, int], rules: RuleSet
) -> tuple[int, ...]:
    """The lengths that the dates of a course depend on: those that its events keep clear of."""
    book = rules.aftercare
    kinds = chain.from_iterable(kinds_in(event.kind, rules) for event in calendar.events)
    kept = (lengths[book.events[kind]] for kind in kinds if kind != "be_ready")
    return shown_days(lengths, rules), *kept


def kinds_in(kind: EventKind, rules: RuleSet) -> Sequence[EventKind]:
    """The kinds that an event counts as: its own, or those that it brings together."""
    return rules.aftercare.events_together.sun_and_swimming if kind == "sun_and_swimming" else (kind,)


def days_around(kind: EventKind, lengths: Mapping[str, int], rules: RuleSet) -> tuple[Around, ...]:
    """The days around each visit that an event of one kind keeps clear of; not for being ready."""
    return tuple(around for one in kinds_in(kind, rules) for around in _around(one, lengths, rules))


def _around(kind: EventKind, lengths: Mapping[str, int], rules: RuleSet) -> tuple[Around, ...]:
    book = rules.aftercare
    after = Around(rule=book.events[kind], words=kind, after=lengths[book.events[kind]])
    if kind != "sun":
        return (after,)
    preparation = book.events_before.sun
    before = math.ceil(book.before[preparation].days.read().number)
    return after, Around(rule=preparation, words="sun_before", before=before)


def rules_around(kind: EventKind, rules: RuleSet) -> Iterator[Reading]:
    """The figures of the rules that an event of one kind keeps clear of, but for when a look settles."""
    for one in kinds_in(kind, rules):
        yield from _rules_around(one, rules)


def _rules_around(kind: EventKind, rules: RuleSet) -> Iterator[Reading]:
    book = rules.aftercare
    figure = book.instructions[book.events_shown.be_ready if kind == "be_ready" else book.events[kind]].to_day
    if figure is not None:
        yield figure.read()
    if kind == "sun":
        yield book.before[book.events_before.sun].days.read()


def clash_told(
    event: LifeEvent, visits: Sequence[date], lengths: Mapping[str, int], rules: RuleSet
) -> Iterator[str]:
    """The first clash of an event with the visits, for each of the kinds that it counts as."""
    for kind in kinds_in(event.kind, rules):
        yield from (
            clash.say for clash in find_clashes(replace(event, kind=kind), visits, lengths, rules)[:1]
        )


def within_told(event: LifeEvent, visits: Sequence[date], rules: RuleSet) -> Iterator[str]:
    """The visits on days on which a person is at an event, and whether they are there then."""
    book = rules.aftercare
    on_it = [visit for day, visit in _numbered(visits, rules) if event.from_ <= day <= event.to]
    if on_it and event.takes_its_days:
        told = joined(on_it, comma=book.words["comma"], last=book.words["and"])
        yield fill(book.event_words["within"], event=event.name, visits=told)


def asked_there(day: date, calendar: CalendarAnswer, rules: RuleSet) -> tuple[str, ...]:
    """Whether the person is at an event on the day of a visit, for each that falls on it."""
    words = rules.sessions.words["within_event"]
    return tuple(
        fill(words, event=event.name, on=spoken_span(event.from_, event.to))
        for event in calendar.events
        if event.takes_its_days and event.from_ <= day <= event.to
    )


def find_clashes(
    event: LifeEvent, visits: Sequence[date], lengths: Mapping[str, int], rules: RuleSet
) -> list[Clash]:
    """Each run of days around the visits that an event clashes with, in the order of its rules."""
    if event.kind == "be_ready":
        return list(_unsettled(event, visits, lengths, rules))
    return [
        Clash(around.rule, first, last, _say(around.words, event, first, last, rules))
        for around in days_around(event.kind, lengths, rules)
        for first, last in _runs(visits, around)
        if event.from_ <= last and event.to >= first
    ]


def _unsettled(
    event: LifeEvent, visits: Sequence[date], lengths: Mapping[str, int], rules: RuleSet
) -> Iterator[Clash]:
    """The look hasn't settled by the first day of an event, also one before the visits."""
    settled = visits[-1] + timedelta(settled_days(rules))
    if event.from_ < settled:
        days = figure((settled - event.from_).days, "days")
        said = [_say("be_ready", event, visits[0], settled, rules, days=days)]
        said += _seen(event, visits, shown_days(lengths, rules), rules)
        yield Clash(SETTLED, visits[0], settled - ONE_DAY, " ".join(said))


def _seen(event: LifeEvent, visits: Sequence[date], shown: int, rules: RuleSet) -> Iterator[str]:
    """The visits on the days of an event, and those so shortly before it that they can be seen."""
    book, seen = rules.aftercare, timedelta(shown)
    words = book.event_words
    told = _numbered(visits, rules)
    on_it = [visit for day, visit in told if event.from_ <= day <= event.to]
    before = [visit for day, visit in told if day < event.from_ <= day + seen]
    for name, found in (("be_ready_on", on_it), ("be_ready_after", before)):
        if found:
            yield fill(words[name], visits=joined(found, comma=book.words["comma"], last=book.words["and"]))


def _numbered(visits: Sequence[date], rules: RuleSet) -> list[tuple[date, str]]:
    """Each visit, and how it is called, by number and day."""
    words = rules.aftercare.event_words["visit"]
    return [(day, fill(words, number=number, on=spoken(day))) for number, day in enumerate(visits, start=1)]


def _runs(visits: Sequence[date], around: Around) -> list[tuple[date, date]]:
    """The days around all visits; runs that touch are one."""
    runs: list[tuple[date, date]] = []
    for day in visits:
        first = day - timedelta(around.before)
        if runs and first <= runs[-1][1] + ONE_DAY:
            first = runs.pop()[0]
        runs.append((first, day + timedelta(around.after)))
    return runs


def _say(name: str, event: LifeEvent, from_: date, to: date, rules: RuleSet, **more: str) -> str:
    on = spoken_span(event.from_, event.to)
    words = {"event": event.name, "on": on, "from": spoken(from_), "to": spoken(to), **more}
    return sentence(fill(rules.aftercare.event_words[name], **words))
