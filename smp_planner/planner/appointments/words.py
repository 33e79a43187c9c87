"""What is said about the dates of a course: late visits, what would fit, latest starts, no dates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from smp_planner.domain.in_time import is_over
from smp_planner.domain.intake import LifeEvent
from smp_planner.domain.provenance import Reading
from smp_planner.domain.words import figure, fill, sentence, spoken, spoken_span
from smp_planner.errors import Place, Problem
from smp_planner.language.texts import N_, _
from smp_planner.planner.appointments.course_dates import DateRules

Words = Mapping[str, str]

NO_DAYS = N_("no course of {count} visits can start within {within} days of {start}: {reason}")
NO_FIRST = N_("no such day is open at the clinic and free")
NO_NEXT = N_(
    "visit {number} must be {least} to {most} days after visit {before},"
    " and no such day is open at the clinic and free"
)
NO_DAYS_HINT = N_("offer more weekdays, or shorten a time away")


def gap_note(
    number: int, gap: int, row: Reading, words: Words, base: Reading | None = None
) -> tuple[str, ...]:
    """What to say of the gap before a visit: nothing when it is usual and as long as planned.

    `base` is the rule as the base rules have it, where the clinic moved it: then that is always said.
    """
    before = number - 1
    if base is not None:
        least, most = row.limits
        days = {"gap": gap, "planned": row.number, "low": base.low, "high": base.high}
        return (
            fill(
                words["own" if gap == row.number else "own_not_kept"],
                before=before,
                least=least,
                most=most,
                **days,
            ),
        )
    if gap > row.high:
        most = row.limits[-1]
        return (fill(words["late"], gap=gap, before=before, low=row.low, high=row.high, most=most),)
    if gap < row.number:
        return (fill(words["soon"], gap=gap, before=before, planned=row.number, least=row.limits[0]),)
    return ()


def _over(event: LifeEvent, words: Words) -> str:
    return sentence(fill(words["over"], event=event.name, day=spoken_span(event.from_, event.to)))


def fits_ready(
    event: LifeEvent,
    *,
    visits: Sequence[date],
    settled_on: date,
    soonest: date,
    start: date,
    latest: date | None,
    can_follow: bool,
    words: Words,
) -> str:
    """What would fit where the look settles after an event at which it should be ready.

    `soonest` is the day by which it would settle with the shortest gaps, `latest` the latest first visit
    that would be in time; `can_follow`: some visits are not after the event, but could be.
    """
    if is_over(event, start):
        return _over(event, words)
    fits: list[str] = []
    if event.to < visits[0]:
        fits.append(words["fits_without"])
    else:
        fits += _too_late(event, visits, settled_on, soonest, words)
    if latest is not None:
        name = "fits_before_the_start" if latest < start else "fits_with_another_clash"
        told = {"day": spoken(event.from_), "on": spoken(latest), "days": _days(latest, start)}
        fits.append(fill(words[name], **told))
    if can_follow:
        fits.append(fill(words["fits_after_it"], last=spoken(event.to)))
    return " ".join(fits)


def _too_late(
    event: LifeEvent, visits: Sequence[date], settled_on: date, soonest: date, words: Words
) -> Iterator[str]:
    """How long after the event the last visit would be, and how late the look is with the shortest gaps."""
    if event.to < visits[-1]:
        yield fill(words["fits_last_visit"], days=_days(event.to, visits[-1]))
    if soonest < settled_on:
        late_by = _days(event.from_, soonest)
        yield fill(words["fits_with_shortest"], soonest=spoken(soonest), days=late_by)
    elif len(visits) > 1:
        yield words["fits_no_sooner"]


def _days(first: date, later: date) -> str:
    return figure((later - first).days, "days")


def fits_healed(event: LifeEvent, *, first: date, last: date, words: Words) -> str:
    """What would fit where an event falls on the days, from first to last, that visits close for it."""
    return sentence(fill(words["fits_moved"], event=event.name, first=spoken(first), last=spoken(last)))


def latest_start_says(
    event: LifeEvent,
    *,
    latest: date | None,
    start: date,
    movable: date,
    alike: date | None,
    clashes: bool,
    words: Words,
) -> str:
    """What to say of the latest start for an event at which the look should be ready.

    `movable` is the latest day to which the first visit may move in this plan, `alike` the latest one from
    which a course with the gaps of this plan is in time. It is said first where the very last is another.
    """
    day = spoken(event.from_)
    if is_over(event, start):
        return _over(event, words)
    if latest is None:
        return fill(words["latest_never"], day=day)
    if latest < start:
        return fill(words["latest_too_late"], day=day, on=spoken(latest))
    if clashes:
        return fill(words["latest_with_other_dates"], day=day, on=spoken(latest))
    if latest <= movable or alike in (None, latest):
        return fill(words["latest_in_time"], day=day, on=spoken(latest))
    return fill(words["latest_plan_anew"], day=day, on=spoken(latest), alike=spoken(alike))


def no_days(start: date, asked: DateRules, *, stuck_at: int) -> Problem:
    """No course of visits is possible: how long was looked for, and at which visit it fails."""
    reason = _(NO_FIRST)
    if stuck_at > 1:
        gap = asked.gaps[stuck_at - 2]
        reason = fill(_(NO_NEXT), number=stuck_at, before=stuck_at - 1, least=gap.shortest, most=gap.longest)
    count, within = len(asked.gaps) + 1, asked.accepted_within.number
    return Problem(
        place=Place("answers", 1, 1),
        key="calendar",
        message=fill(_(NO_DAYS), count=count, within=within, start=spoken(start), reason=reason),
        code="I502",
        hint=_(NO_DAYS_HINT),
    )
