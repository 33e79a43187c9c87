"""What the aftercare asks of a person's weeks: the days with limits, and the events they fall on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from smp_planner.domain.care import Burden, CareConflict, Window
from smp_planner.domain.intake import Intake, LifeEvent
from smp_planner.domain.provenance import Step
from smp_planner.domain.words import spoken
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.aftercare import AftercareRules

SETTLED = "settled"
ONE_DAY = timedelta(days=1)
COUNTED = {
    "days_without_sun": "direct_sun",
    "days_without_swimming": "swimming",
    "days_without_sauna": "sauna_steam",
    "days_without_heavy_exercise": "heavy_exercise",
}


def weigh_burden(
    visits: Sequence[date], windows: Sequence[Window], rules: RuleSet
) -> tuple[Burden, tuple[Step, ...]]:
    """How many days in all are without sun, swimming, sauna and heavy exercise, each day once."""
    days = {field: _days(rule, windows) for field, rule in COUNTED.items()}
    first, last = visits[0], max(window.to for window in windows if window.kind == "avoid")
    words = rules.aftercare.words
    burden = Burden(
        **days,
        first_day=first,
        last_day=last,
        say=words["burden"].format(
            first=spoken(first),
            last=spoken(last),
            sun=days["days_without_sun"],
            swimming=days["days_without_swimming"],
            sauna=days["days_without_sauna"],
            exercise=days["days_without_heavy_exercise"],
        ),
    )
    return burden, tuple(_burden_steps(burden, days, windows, rules.aftercare))


def _days(rule: str, windows: Sequence[Window]) -> int:
    """Days of a rule; its windows don't overlap, and both ends are held."""
    return sum((window.to - window.from_).days + 1 for window in windows if window.rule == rule)


def _burden_steps(
    burden: Burden, days: dict[str, int], windows: Sequence[Window], book: AftercareRules
) -> Iterator[Step]:
    words = book.words
    for field, rule in COUNTED.items():
        yield Step(
            field=f"aftercare.burden.{field}",
            value=days[field],
            because=words["because_burden"],
            rules=(book.instructions[rule].read(),),
            uses=(f"aftercare.windows.{rule}",),
        )
    avoided = tuple(
        f"aftercare.windows.{rule}" for rule in dict.fromkeys(w.rule for w in windows if w.kind == "avoid")
    )
    yield Step(
        field="aftercare.burden.first_day",
        value=burden.first_day,
        because=words["because_first"],
        uses=avoided,
    )
    yield Step(
        field="aftercare.burden.last_day", value=burden.last_day, because=words["because_last"], uses=avoided
    )


class _Hold(NamedTuple):
    """Days that an event of some kind should keep clear of; `until` is the day named for their end."""

    rule: str
    first: date
    last: date
    until: date

    def meets(self, event: LifeEvent) -> bool:
        """Whether the event falls on such a day; one to be ready for may also come before them."""
        return event.from_ <= self.last and (event.to >= self.first or self.rule == SETTLED)


def find_conflicts(
    intake: Intake, visits: Sequence[date], windows: Sequence[Window], rules: RuleSet
) -> tuple[tuple[CareConflict, ...], tuple[Step, ...]]:
    """The events that fall on days of the rule they should keep clear of, in the order given."""
    book = rules.aftercare
    conflicts = tuple(
        _conflict(event, hold, book)
        for event in intake.calendar.events
        for hold in _holds(book.events[event.kind], visits, windows, rules)
        if hold.meets(event)
    )
    if not conflicts:
        return (), ()
    named = dict.fromkeys(conflict.rule for conflict in conflicts)
    step = Step(
        field="aftercare.conflicts",
        value=len(conflicts),
        because=book.words["because_conflicts"],
        rules=(rules.sessions.settled_after_days.read(),) if SETTLED in named else (),
        uses=tuple(f"aftercare.windows.{rule}" for rule in named if rule != SETTLED),
    )
    return conflicts, (step,)


def _holds(rule: str, visits: Sequence[date], windows: Sequence[Window], rules: RuleSet) -> Iterator[_Hold]:
    if rule == SETTLED:
        settled = visits[-1] + timedelta(days=int(rules.sessions.settled_after_days.read().number))
        yield _Hold(rule=rule, first=visits[0], last=settled - ONE_DAY, until=settled)
    for window in windows:
        if window.rule == rule:
            yield _Hold(rule=rule, first=window.from_, last=window.to, until=window.to)


def _conflict(event: LifeEvent, hold: _Hold, book: AftercareRules) -> CareConflict:
    on = spoken(event.from_)
    if event.to != event.from_:
        on = book.words["span"].format(**{"from": on, "to": spoken(event.to)})
    words = {"event": event.name, "on": on, "from": spoken(hold.first), "to": spoken(hold.until)}
    return CareConflict(
        event=event.name,
        rule=hold.rule,
        from_=hold.first,
        to=hold.last,
        say=book.event_words[event.kind].format(**words),
    )
