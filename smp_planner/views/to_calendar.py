"""From the answers on the page to the days and times of an Intake."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from typing import cast

from smp_planner.domain.intake import Away, CalendarAnswer, EventKind, LifeEvent, UndatedEvent
from smp_planner.domain.words import number
from smp_planner.errors import Problem
from smp_planner.exports.event_words import NO_DAY_YET
from smp_planner.language.texts import N_, _
from smp_planner.planner.answer_bounds import within
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.state import AWAY, BEGUN_ON, EVENTS, Answers, sure

NO_DAY = {
    EVENTS: N_("Event {number} has no day yet, so it is not counted."),
    AWAY: N_("Time away {number} has no day yet, so it is not counted."),
}


def rows_without_day(answers: Answers) -> Iterator[str]:
    """Events and times away that can't be counted yet, in words: by the name that was typed, if any.

    Of a time away in which nothing was put there is nothing to say.
    """
    for kind, told in NO_DAY.items():
        for place, key in _undated(answers, kind):
            name = _typed(answers, f"{key}_name")
            if kind == AWAY and not name and answers.get(f"{key}_to") is None:
                continue  # nothing was put in
            yield _(NO_DAY_YET, event=name) if name else _(told, number=number(place))


def days_on_offer(begun_on: date, rules: RuleSet) -> tuple[date, date]:
    """The days that may be the first one: from the day on which the page was opened."""
    return begun_on, rules.intake.accepted.start[1]


def start_outside(answers: Answers, rules: RuleSet) -> Iterator[Problem]:
    """A problem if the first day is none of those on offer."""
    yield from within("calendar.start", answers["start"], *days_on_offer(answers[BEGUN_ON], rules))


def visit_numbers(rules: RuleSet) -> range:
    """The numbers that a visit can have."""
    return range(1, int(rules.sessions.count.read().limits[1]) + 1)


def calendar_of(answers: Answers, rules: RuleSet) -> CalendarAnswer:
    """When the person can come and what is coming up; to be asked for when no day is open."""
    return CalendarAnswer(
        start=answers["start"],
        weekdays=tuple(answers.get("weekdays") or ()),
        away=tuple(_away(answers)),
        events=tuple(_events(answers)),
        undated=tuple(_named_without_day(answers)),
        visit_times=_visit_times(answers, rules),
        timezone=sure(answers.get("timezone")),
    )


def _dated(answers: Answers, kind: str) -> Iterator[tuple[int, str, date, date]]:
    """Place, key, first and last day of each row that has a day; one without a last day is a single day."""
    for place, row in enumerate(answers.get(f"{kind}_rows") or (), start=1):
        key = f"{kind}_{row}"
        first = cast("date | None", answers.get(f"{key}_from"))
        if first is not None:
            yield place, key, first, answers.get(f"{key}_to") or first


def _undated(answers: Answers, kind: str) -> Iterator[tuple[int, str]]:
    """Place and key of each row that has no day."""
    for place, row in enumerate(answers.get(f"{kind}_rows") or (), start=1):
        if answers.get(f"{kind}_{row}_from") is None:
            yield place, f"{kind}_{row}"


def _away(answers: Answers) -> Iterator[Away]:
    for _place, key, first, last in _dated(answers, AWAY):
        yield Away(from_=first, to=last, name=_typed(answers, f"{key}_name"))


def _events(answers: Answers) -> Iterator[LifeEvent]:
    for place, key, first, last in _dated(answers, EVENTS):
        name = _typed(answers, f"{key}_name") or _("event {number}", number=number(place))
        yield LifeEvent(from_=first, to=last, name=name, kind=_kind(answers, key))


def _named_without_day(answers: Answers) -> Iterator[UndatedEvent]:
    for _place, key in _undated(answers, EVENTS):
        if name := _typed(answers, f"{key}_name"):
            yield UndatedEvent(name=name, kind=_kind(answers, key))


def _kind(answers: Answers, key: str) -> EventKind:
    return cast(EventKind, answers.get(f"{key}_kind") or "be_ready")


def _typed(answers: Answers, key: str) -> str:
    return (answers.get(key) or "").strip()


def _visit_times(answers: Answers, rules: RuleSet) -> dict[int, str]:
    """The same time for every visit, or the time of each that has one."""
    own = answers.get("visit_times_differ")
    times: dict[int, time | None] = {
        visit: answers.get(f"visit_{visit}_time" if own else "visit_time") for visit in visit_numbers(rules)
    }
    return {visit: f"{chosen:%H:%M}" for visit, chosen in times.items() if chosen is not None}
