"""Visits: dates, hours, dots, and what is done after each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from html import escape

from smp_planner.domain.course import Visit
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.words import spoken
from smp_planner.exports.wording import begins
from smp_planner.views import html
from smp_planner.views.fold import fold
from smp_planner.views.picture import show
from smp_planner.views.whys import Whys

HEADERS = ("Visit", "Date", "Hours", "Dots", "Done after it", "May move between, if others move too")


def show_visits(plan: TreatmentPlan, whys: Whys) -> None:
    """Visits with dates, hours, dots and what is done."""
    show(*clashes(plan, whys))
    show(html.table("Your visits", HEADERS, [_row(plan, visit, whys) for visit in plan.sessions.items]))
    show(
        html.quiet("How these days were chosen:", whys.why("sessions.items")),
        html.quiet("How the dots are spread over the visits:", whys.why("dots.per_session")),
        html.bullets(note for visit in plan.sessions.items for note in visit.notes),
        html.items(_in_time(plan, whys)),
    )
    for visit in plan.sessions.items:
        fold(f"Visit {visit.number}: what happens", f"fold_visit_{visit.number}", partial(_show_steps, visit))


def _show_steps(visit: Visit) -> None:
    show(html.paragraph(visit.focus), html.bullets(visit.steps))


def _row(plan: TreatmentPlan, visit: Visit, whys: Whys) -> tuple[str, ...]:
    key = f"sessions.items.{visit.number}"
    tentative = " (to be confirmed)" if plan.suitability.provisional else ""
    at = escape(begins(visit, plan.intake.calendar))
    fields, gap = [f"{key}.date"], ""
    if visit.gap_days is not None:
        fields.append(f"{key}.gap_days")
        gap = f"({visit.gap_days} days after visit {visit.number - 1})"
    when = f"{visit.weekday.title()} {spoken(visit.date)}{tentative} {at} {gap} {whys.why(*fields)}"
    return (
        f"Visit {visit.number}",
        when,
        html.figure(visit.hours, whys.why(f"{key}.hours")),
        html.figure(visit.dots, whys.why(f"{key}.dots")),
        f"{html.per_cent(visit.share_after)} {whys.why(f'{key}.share_after')}",
        f"{spoken(visit.earliest)} to {spoken(visit.latest)} {whys.why(f'{key}.earliest', f'{key}.latest')}",
    )


def _in_time(plan: TreatmentPlan, whys: Whys) -> Iterator[str]:
    """The last day to start before each event that asks to be ready; events are told apart by place."""
    for place, latest in enumerate(plan.sessions.latest_start, start=1):
        why = whys.why(f"sessions.latest_start.{place}")
        yield f"<b>{escape(latest.event)}</b>: {escape(latest.say)} {why}"


def clashes(plan: TreatmentPlan, whys: Whys) -> Iterator[str]:
    """Events that healing can't be kept clear of, and what would fit."""
    why = whys.why("aftercare.conflicts") if plan.aftercare.conflicts else ""
    for conflict in plan.sessions.conflicts:
        yield html.notice(f"{conflict.say} {conflict.what_would_fit}", why)
