"""The sheets of the course: visits, later checks, and events that are near it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time

from smp_planner.domain.course import Visit
from smp_planner.domain.intake import LifeEvent
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.words import short_weekday
from smp_planner.exports.event_words import NO_DAY_YET, event_named, suited_told
from smp_planner.exports.later_words import checks_in_years_told
from smp_planner.exports.sheets.sheet import Cell, Figure, Sheet, Total, in_three, three_heads
from smp_planner.exports.visit_times import begins, times_of
from smp_planner.exports.visit_words import days_taken, last_day
from smp_planner.language.texts import _


def visits_sheet(plan: TreatmentPlan) -> Sheet:
    """A row a visit: day, leeway, time, hours, dots, how far the work is, and what is done.

    The planned hours and dots add up to those of the course; its low and high are reckoned for fewer or more
    visits, so they are told as the plan has them.
    """
    head = (
        _("Visit"), _("Weekday"), _("Day"), _("May be from"), _("May be to"), _("Begins"), _("Time zone"),
        *three_heads(_("Hours")), *three_heads(_("Dots")), _("Done after it"), _("What it is for"),
        _("Steps"), _("Notes"),
    )  # fmt: skip
    sessions, dots = plan.sessions, plan.dots.total
    hours = sessions.chair_hours
    in_all: tuple[Cell, ...] = (
        _("In all"), None, None, None, None, None, None,
        Figure(hours.low, hours.unit), Total(hours.typical), Figure(hours.high, hours.unit),
        Figure(dots.low, dots.unit), Total(dots.typical), Figure(dots.high, dots.unit),
        None, None, None, None,
    )  # fmt: skip
    rows = tuple(_visit(visit, plan) for visit in sessions.items)
    return Sheet(_("Visits"), head, rows, in_all)


def _visit(visit: Visit, plan: TreatmentPlan) -> tuple[Cell, ...]:
    answers = times_of(plan)
    chosen = answers.visit_times.get(visit.number)
    when = begins(visit, answers)
    return (
        visit.number,
        short_weekday(visit.date),
        visit.date,
        *((None, None) if plan.suitability.provisional else (visit.earliest, last_day(visit, plan.sessions))),
        time.fromisoformat(chosen) if chosen else _("to be agreed"),
        answers.timezone if chosen and answers.timezone else "",
        *in_three(visit.hours),
        *in_three(visit.dots),
        Figure(visit.share_after, "share"),
        visit.focus,
        "\n".join(visit.steps),
        " ".join(
            filter(
                None,
                (
                    f"{when}." if when else "",
                    plan.sessions.no_room if visit.or_more else None,
                    *visit.notes,
                    days_taken(visit, plan.sessions),
                ),
            )
        ),
    )


def checks_sheet(plan: TreatmentPlan) -> Sheet:
    """A row a later check, with the day planned with and those on which it will do as well."""
    head = (_("Check"), _("Planned for"), _("May be from"), _("May be to"))
    rows = tuple((one.number, one.typical, one.from_, one.to) for one in plan.touch_ups.items)
    counted = checks_in_years_told(plan)
    return Sheet(_("Later checks"), head, (*rows, *(((counted, None, None, None),) if counted else ())))


def events_sheet(plan: TreatmentPlan) -> Sheet:
    """What is said of each event somebody named: its days, what falls on it, how well it is suited."""
    own, falls = (_("Its first day"), _("Its last day")), (_("Falls on it from"), _("To"))
    rows = ((name, *_days_of(event), *on_it, say) for name, event, on_it, say in _events(plan))
    return Sheet(_("Events"), (_("Event"), *own, *falls, _("What to know")), tuple(rows))


Falls = tuple[date | None, date | None]
NOTHING_FALLS: Falls = (None, None)


def _days_of(event: LifeEvent | None) -> tuple[date | None, date | None]:
    return (event.from_, event.to) if event else (None, None)


def _events(plan: TreatmentPlan) -> Iterator[tuple[str, LifeEvent | None, Falls, str]]:
    """The name of an event, the event where it has days, which days of it something falls on, the words."""
    for clash in plan.sessions.conflicts:
        said, event = f"{clash.say} {clash.what_would_fit}", event_named(clash.event, plan, clash.on)
        yield clash.event, event, (clash.on, None), said
    for conflict in plan.aftercare.conflicts:
        event = event_named(conflict.event, plan)
        yield conflict.event, event, (conflict.from_, conflict.to), conflict.say
    for latest in plan.sessions.latest_start:  # its day is no day of the event, and stands in the words
        yield latest.event, event_named(latest.event, plan), NOTHING_FALLS, latest.say
    for one in suited_told(plan):
        if not one.ready:
            yield one.event.name, one.event, NOTHING_FALLS, f"{one.how_well} {one.held}".rstrip()
    for undated in plan.intake.calendar.undated:
        yield undated.name, None, NOTHING_FALLS, _(NO_DAY_YET, event=undated.name)
