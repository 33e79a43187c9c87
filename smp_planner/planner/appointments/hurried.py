"""Visits that come sooner after the one before than planned, so that the dates suit an event."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from smp_planner.domain.course import Hurried
from smp_planner.domain.intake import LifeEvent
from smp_planner.domain.provenance import Reading
from smp_planner.domain.words import fill, joined
from smp_planner.planner.appointments.day_search import Blocked, Found, Search, choose_days
from smp_planner.rules.ruleset import RuleSet


def hurried_visits(
    events: Sequence[LifeEvent],
    search: Search,
    found: Found,
    rows: Sequence[Reading],
    *,
    within: int,
    rules: RuleSet,
    for_one_more: bool = False,
) -> tuple[Hurried, ...]:
    """Each visit that would be less close to the one before but for an event, and which event that is.

    `rows` are the rules for the gaps. A visit that is as close whatever the events is left to its note.
    `for_one_more`: the days leave room for one more visit before an event.
    """
    gaps = _gaps(found.days)
    if all(gap >= row.number for gap, row in zip(gaps, rows, strict=True)):
        return ()
    words, moved = rules.sessions.words, rules.replaced
    without = _gaps_without_each(search, within)
    return tuple(
        Hurried(
            visit=number,
            say=fill(
                words["hurried_own" if row.id in moved else "hurried"],
                number=number,
                before=number - 1,
                gap=gap,
                planned=row.number,
                why=_why(events, search, found, causes, rules, for_one_more),
            ),
        )
        for number, (gap, row) in enumerate(zip(gaps, rows, strict=True), start=2)
        if gap < row.number and (causes := _causes(without, number - 2, gap))
    )


def _gaps(days: Sequence[int]) -> list[int]:
    return [later - sooner for sooner, later in pairwise(days)]


def _gaps_without_each(search: Search, within: int) -> Mapping[tuple[int, ...], list[int]]:
    """The gaps of the course without each event, then without any, by the places left out."""
    places = range(len(search.events))
    asked = {(out,): [one for at, one in enumerate(search.events) if at != out] for out in places}
    asked |= {tuple(places): []}
    return {out: _gaps_with(search, kept, within) for out, kept in asked.items()}


def _gaps_with(search: Search, events: Sequence[Blocked], within: int) -> list[int]:
    """The gaps of the course with some of the events alone: one is possible, as it is with all of them."""
    found = choose_days(search._replace(events=tuple(events)), within=within)
    assert found is not None, "events close no day for good"
    return _gaps(found.days)


def _causes(without: Mapping[tuple[int, ...], list[int]], at: int, gap: int) -> list[int]:
    """The events without any one of which a gap would be longer; else all, if it would be without all."""
    longer = [places for places, gaps in without.items() if gaps[at] > gap]
    alone = [place for places in longer if len(places) == 1 for place in places]
    return alone or [place for places in longer for place in places]


def _why(
    events: Sequence[LifeEvent],
    search: Search,
    found: Found,
    causes: Sequence[int],
    rules: RuleSet,
    for_one_more: bool,
) -> str:
    """To be ready for the events that the dates reach by it, and to keep clear of others.

    Where it is ready for one, another that only puts the first visit off is not named.
    """
    words, book = rules.sessions.words, rules.aftercare.words
    ready = [at for at in causes if events[at].kind == "be_ready" and at not in found.clashes]
    others = [at for at in causes if at not in ready]
    if ready:
        begun = found.days[0]
        others = [at for at in others if events[at].kind != "be_ready" and search.events[at].last >= begun]

    def told(name: str, places: Sequence[int], **more: str) -> str:
        names = joined([events[at].name for at in places], comma=book["comma"], last=book["and"])
        return fill(words[name], events=names, **more)

    if not ready:
        return told("hurried_clear", others)
    reached = told("hurried_room" if for_one_more else "hurried_ready", ready)
    return told("hurried_both", others, ready=reached) if others else reached
