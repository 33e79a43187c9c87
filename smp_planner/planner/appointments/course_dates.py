"""What the rules ask of the dates of a course, and the dates as they are answered."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from smp_planner.domain.care import PATCH_TEST
from smp_planner.domain.course import EventConflict, Hurried, LatestStart
from smp_planner.domain.intake import CalendarAnswer, EventKind
from smp_planner.domain.provenance import Reading
from smp_planner.domain.quantities import rounded
from smp_planner.planner.appointments.clashes import rules_around, settled_days
from smp_planner.planner.appointments.nearest_days import Gap
from smp_planner.rules.clinic_days import holiday_rules, perhaps_closed_rules
from smp_planner.rules.ruleset import RuleSet

GAP_ROWS = ("first_to_second", "second_to_third", "later")


class DateRules(NamedTuple):
    """The rules behind the dates, as they were read.

    `rows` and `gaps` have one entry for each gap: one fewer than there are visits; `may_move` are
    the days that the first visit may move where no event needs more. Days that
    a rule gives with a fraction are whole days here, on the safe side of each limit. `healing`
    are the rules before and after a visit that the events in the calendar keep clear of, `patch_test`
    the days for a patch test before the first visit, `holidays` those on which hardly any clinic works,
    and those on which some are closed.
    """

    rows: tuple[Reading, ...]
    gaps: tuple[Gap, ...]
    settled_after: Reading
    settled_days: int
    start_within: Reading
    may_move: int
    accepted_within: Reading
    healing: tuple[Reading, ...]
    patch_test: Reading
    holidays: tuple[Reading, ...] = ()


class Appointments(NamedTuple):
    """The dates of a course and what goes with them.

    `gaps` are the days before the second visit and before each later one; `earliest`,
    `latest`, `some_taken` and `notes` have one entry for each visit. `done_before` says of each
    conflict how many visits come before its event; 0 too where the look need not be ready by it, or all
    visits come before. `latest_alike` holds for each latest start the latest one with the gaps of this
    course, None where it is not in time. `weekdays_off` says on which weekdays no visit is, and who left
    them out;
    `no_last_day` that visits can also be later than `latest`, where no event bounds them. `patch_test_by` is
    the last day for a patch test before the first visit, `better_for_test` a sooner one; `not_before` the day
    until which a young scar waits; `hurried` the visits that an event brings closer to the one before than
    planned.
    """

    dates: tuple[date, ...]
    gaps: tuple[int, ...]
    earliest: tuple[date, ...]
    latest: tuple[date, ...]
    some_taken: tuple[bool, ...]
    settled_on: date
    conflicts: tuple[EventConflict, ...]
    done_before: tuple[int, ...]
    latest_start: tuple[LatestStart, ...]
    latest_alike: tuple[date | None, ...]
    notes: tuple[tuple[str, ...], ...]
    weekdays_off: tuple[str, ...] = ()
    no_last_day: str | None = None
    patch_test_by: date | None = None
    better_for_test: date | None = None
    not_before: date | None = None
    hurried: tuple[Hurried, ...] = ()


def read_date_rules(count: int, calendar: CalendarAnswer, rules: RuleSet) -> DateRules:
    """The rules behind the dates of a course of `count` visits and the events in a calendar."""
    rows, gaps = rules.kept(_gaps_by_count)[count]
    within = rules.sessions.start_within_days.read()
    return DateRules(
        rows=rows,
        gaps=gaps,
        settled_after=rules.sessions.settled_after_days.read(),
        settled_days=settled_days(rules),
        start_within=within,
        may_move=int(within.number),
        accepted_within=rules.intake.accepted.appointment_within_days.read(),
        healing=tuple(_healing(calendar, rules)),
        patch_test=rules.aftercare.before[PATCH_TEST].days.read(),
        holidays=tuple(rule.read() for rule in (*holiday_rules(rules), *perhaps_closed_rules(rules))),
    )


def _gaps_by_count(rules: RuleSet) -> Mapping[int, tuple[tuple[Reading, ...], tuple[Gap, ...]]]:
    """The gaps of every course, by its number of visits, up to the most that the rules allow."""
    most = int(rules.sessions.count.limits[1])
    return {count: _gaps(count, rules) for count in range(1, most + 1)}


def _gaps(count: int, rules: RuleSet) -> tuple[tuple[Reading, ...], tuple[Gap, ...]]:
    """The rule for each gap of a course of `count` visits, as read and in whole days."""
    rows = gap_rows(count, rules)
    return rows, tuple(_gap(row) for row in rows)


def gap_rows(count: int, rules: RuleSet) -> tuple[Reading, ...]:
    """The rule for each gap of a course of `count` visits; the last row holds for all later gaps."""
    table = rules.sessions.gaps.rows
    given = [table[name].read() for name in GAP_ROWS[: count - 1]]
    return (*given, *given[-1:] * (count - 1 - len(given)))


def _healing(calendar: CalendarAnswer, rules: RuleSet) -> Iterator[Reading]:
    kinds: dict[EventKind, None] = dict.fromkeys(event.kind for event in calendar.events)
    for kind in kinds:
        yield from rules_around(kind, rules)


def _gap(row: Reading) -> Gap:
    shortest, longest = row.limits
    return Gap(
        shortest=math.ceil(shortest),
        recommended=int(rounded(row.number)),
        longest=math.floor(longest),
    )
