"""Runs of days and what a clinic moved, in the short words that documents for a person use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby

from smp_planner.domain.edition import ClinicEdit
from smp_planner.domain.words import between, figure, listed, spoken, unit_word
from smp_planner.language.speech import spoken_now
from smp_planner.language.texts import N_, _, p_

Run = tuple[date, date]

ALONE: Mapping[str, str] = {
    "sessions": N_("visits"),
    "visits": N_("visits"),
    "hours": N_("hours"),
    "days": N_("days"),
    "months": N_("months"),
    "years": N_("years"),
    "operations": N_("operations"),
    "grafts": N_("grafts"),
    "dots": N_("dots"),
    "points": N_("points"),
    "per 100": N_("per 100"),
    "words": N_("words"),
}
"""Units as a column of a table names them, where a figure and its unit are told otherwise."""
MOVED = N_("{parameter}: {after} in place of {before}. {reason}")
MOVED_FAR = N_(
    "{parameter}: {after} in place of {before}. This is outside what the sources recommend ({range}). "
    "{reason}"
)
SIGNED = N_(
    "Our clinic's own rule. {parameter}: {after}. The usual advice is {range}. Signed by {by}, {day}. "
    "Why: {reason}"
)
AT_LEAST = N_("at least {days}")
CARE, DAYS = "aftercare.instructions.", ".to_day"
FAR_IN_SHORT = N_("{parameter}: {after}. The sources recommend {range}.")
SIGNED_IN_SHORT = N_("{parameter}: {after}. The usual advice is {range}. Signed by {by}, {day}.")
STRENGTH: Mapping[str, str] = {
    "high": N_("strong evidence"),
    "moderate": N_("fair evidence"),
    "low": N_("weak evidence"),
    "very_low": N_("very weak evidence"),
}
NOT_ADVICE = N_("A planning estimate, not medical advice.")


def days_held(runs: Sequence[Run]) -> str:
    """Runs of days, both ends held, in short: 11 to 14, 21 to 24 Jan; 31 Jan to 2 Feb 2027.

    Where a date has a comma of its own, none stands between the days of a month: Dec 15 and 25, 2026.
    """
    groups = [list(group) for _month, group in groupby(runs, key=_month_held)]
    years_after = [*(group[0][0].year for group in groups[1:]), None]
    return "; ".join(map(_told, groups, years_after))


def days_without_year(first: date, last: date) -> str:
    """Days in a row, both ends held, where the year is known: 11 to 14 Jan; 25 Jan to 17 Feb."""
    days = spoken_now().days
    if (first.year, first.month) == (last.year, last.month):
        return days.told(first, "short_without_year", days=_numbers(first, last))
    start, end = (days.told(day, "short_without_year") for day in (first, last))
    return p_("days", "{low} to {high}", low=start, high=end)


def _month_held(run: Run) -> object:
    """The month in which a run lies; a run over two months is told by itself."""
    months = {(day.year, day.month) for day in run}
    return months if len(months) == 1 else run


def _told(group: Sequence[Run], year_after: int | None) -> str:
    """Runs of one month, or one run over months; the year is told where the next one is another."""
    first, last, days = group[0][0], group[-1][1], spoken_now().days
    form = "short_without_year" if first.year == last.year == year_after else "short"
    if _month_held((first, last)) != (first, last):
        numbers = [_numbers(*run) for run in group]
        in_a_row = listed(numbers) if "," in days.told(first, "short") else ", ".join(numbers)
        return days.told(first, form, days=in_a_row)
    start = days.told(first, "short_without_year" if first.year == last.year else "short")
    return p_("days", "{low} to {high}", low=start, high=days.told(last, form))


def _numbers(first: date, last: date) -> str:
    return str(first.day) if first == last else p_("days", "{low} to {high}", low=first.day, high=last.day)


def unit_alone(unit: str) -> str:
    """A unit that stands apart from its figure, as in a column of a table."""
    return _(ALONE[unit]) if unit in ALONE else unit_word(unit)


def moved(edit: ClinicEdit) -> str:
    """A value that a clinic moved, why and by which document; and where it is outside what is recommended."""
    told = _filled(SIGNED if edit.signed else MOVED_FAR if edit.outside_range else MOVED, edit)
    return " ".join(filter(None, (told, titles_told(edit.titles))))


def moved_far_in_short(edit: ClinicEdit) -> str:
    """A value that a clinic moved beyond what is recommended; who signed it, where it needs that."""
    return _filled(SIGNED_IN_SHORT if edit.signed else FAR_IN_SHORT, edit)


def _filled(words: str, edit: ClinicEdit) -> str:
    unit = edit.unit or ""
    return _(
        words,
        parameter=edit.label or edit.parameter,
        before=figure(edit.from_, unit),
        after=_(AT_LEAST, days=figure(edit.to, unit)) if _is_care(edit) else figure(edit.to, unit),
        range=between(edit.range[0], edit.range[-1], unit) if edit.range else "",
        reason=edit.reason,
        by=edit.signed.by if edit.signed else "",
        day=spoken(edit.signed.on) if edit.signed else "",
    )


def _is_care(edit: ClinicEdit) -> bool:
    """Whether it is how many days an instruction holds: some people's answers make it longer."""
    return edit.parameter.startswith(CARE) and edit.parameter.endswith(DAYS)


def titles_told(titles: Sequence[str]) -> str:
    """By which documents it stands, by their titles; nothing where there are none."""
    return _("Source: {titles}.", titles=listed(titles)) if titles else ""
