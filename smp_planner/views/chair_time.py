"""Chair time, for the consultant: the weekday that finishes soonest, starts of each visit, chair hours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, time, timedelta
from functools import partial
from html import escape

import streamlit as st

from smp_planner.domain.chair_time import BookableDay, BookableVisit, ChairTime, ChairWeek, Finish, UnusualGap
from smp_planner.domain.intake import CalendarAnswer, Weekday
from smp_planner.domain.plan import SmpPlan
from smp_planner.domain.words import (
    between,
    day_and_weekday,
    figure,
    listed,
    number,
    planned,
    short_day,
    weekday_of,
)
from smp_planner.exports.visit_times import starts_at, times_of
from smp_planner.language.speech import spoken_now
from smp_planner.language.texts import N_, _
from smp_planner.planner.chair_time import chair_time
from smp_planner.planner.chair_time_steps import finish_field, starts_field, week_field
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views import html
from smp_planner.views.parts import drawing_all
from smp_planner.views.picture import show, show_quiet
from smp_planner.views.state import UNKEPT
from smp_planner.views.to_calendar import visit_numbers
from smp_planner.views.whys import Whys

TITLE = N_("Chair time")
ADD_HOURS = N_(
    "To see start times here, add the opening hours of each weekday to the clinic's file. The guide “Add a "
    "clinic” says how."
)
ONLY_THIS = N_(
    "These times fit the opening hours. Other people's bookings are not known here, so check your own diary."
)
SOONEST = N_(
    "With all visits on one weekday, {weekday} finishes soonest: planned to be settled by {day}, with gaps "
    "of {gaps} days."
)
SOONEST_ALONE = N_("With one visit, {weekday} finishes soonest: planned to be settled by {day}.")
LESS_TIME = N_("{weekday} leaves less time to heal between visits than we plan.")
HEALS_AS_PLANNED = N_(
    "Of the weekdays with no gap shorter than planned, {weekday} finishes soonest: {day}, with gaps of "
    "{gaps} days."
)
NOT_ALIKE = N_("The gaps differ from weekday to weekday, so compare them before the days.")
AT_BEST = N_(
    "Even with the shortest gaps that the rules allow, no weekday can be settled sooner than {weekday}: "
    "{day}."
)
ANY_DAY = N_("On any of the days that the person offers: {day}.")
NONE_SOONEST = N_("With all visits on one weekday, none fits the hours and keeps clear of the events.")
GAPS_FIRST = N_(
    "The plan puts gaps near to those we plan before an early finish. The shortest ones are a limit, not "
    "advice."
)
AS_PLANNED = N_("As planned")
NO_COURSE = N_("No course of these visits fits.")
NOT_OFFERED = N_("The person did not offer this day.")
TOO_SHORT = N_("Not open long enough for each visit.")
FITS = N_("It fits.")
LEAST_GAP = N_(
    "Visit {visit} is {gap} days after visit {before}: the least healing gap that the rules allow. We plan "
    "{planned}; {low} to {high} are usual."
)
SHORT_GAP = N_(
    "Visit {visit} is {gap} days after visit {before}, less than the {planned} we plan. {low} to {high} are "
    "usual; {least} is the least allowed."
)
LONG_GAP = N_("Visit {visit} is {gap} days after visit {before}; {low} to {high} are usual.")
CLASHES = N_("Clashes with {events}.")
NO_START = N_("No start fits the opening hours.")
CHANGES = N_("The clocks change on this day.")
WEEKDAY_HEAD = (
    N_("Weekday"), N_("First visit"), N_("Last visit"), N_("Days between"), N_("Planned to be settled"),
    N_("Soonest with the shortest gaps allowed"), N_("To know"),
)  # fmt: skip
START_HEAD = (N_("Visit"), N_("Takes"), N_("It can start"), N_("Also if it takes longest"))
OTHER_HEAD = (N_("Weekday"), N_("Days"), N_("It can start"), N_("Also if it takes longest"))
WEEK_HEAD = (N_("Week"), N_("This course, up to its longest"), N_("The clinic is open"))
NO_ZONE = N_("All times are on the clinic's clock. Its file names no time zone.")
NOT_CHOSEN = "-"
NO_TIME = N_("No time chosen")


def show_chair_time(plan: SmpPlan, rules: RuleSet, whys: Whys) -> None:
    """The course beside the clinic's hours, and for each visit a start to choose."""
    told = chair_time(plan, rules)
    whys = whys.and_of(told.trace)
    weekdays = rules.intake.choices["weekdays"]
    if not told.hours_named:
        show(html.notice(_(ADD_HOURS)))
    show(html.heading(_("Which weekday finishes soonest")), *_finishes(told, weekdays, whys))
    if told.hours_named:
        show(html.heading(_("When each visit can start")), *_starts(told, whys))
        _ask_starts(plan, told, rules)
        show(*_others(told, weekdays, whys))
    show(html.heading(_("Chair hours")), *_weeks(told, whys))


def _finishes(told: ChairTime, weekdays: dict[str, str], whys: Whys) -> Iterator[str]:
    fit = [one for one in told.finishes[1:] if one.settled_on and one.held and not one.clashes]
    if not fit:
        yield html.paragraph(_(NONE_SOONEST))
    else:
        at_best = min(fit, key=lambda one: one.soonest_on or date.max)
        soonest = _on_weekday(SOONEST if fit[0].gaps else SOONEST_ALONE, fit[0], fit[0].settled_on, weekdays)
        yield html.paragraph(soonest, whys.why(finish_field(fit[0]), "sessions.settled_on"))
        yield from _if_gaps_differ(fit, weekdays, whys)
        short = _on_weekday(AT_BEST, at_best, at_best.soonest_on, weekdays)
        any_day = _(ANY_DAY, day=_day(told.finishes[0].soonest_on))
        yield html.quiet(short, whys.why(finish_field(at_best)))
        yield html.quiet(any_day, whys.why(finish_field(told.finishes[0])))
    gaps = (f"sessions.items.{number}.gap_days" for number in range(2, len(told.visits) + 1))
    yield html.quiet(_(GAPS_FIRST), whys.why(*gaps) if len(told.visits) > 1 else "")
    rows = [_finish(one, weekdays, whys) for one in told.finishes]
    yield html.table(_("The same visits, all on one weekday"), list(map(_, WEEKDAY_HEAD)), rows)


def _if_gaps_differ(fit: Sequence[Finish], weekdays: dict[str, str], whys: Whys) -> Iterator[str]:
    """That gaps differ, and where the soonest has a short one, the soonest that has none."""
    if len({one.gaps for one in fit}) > 1:
        yield html.notice(_(NOT_ALIKE))
    if not fit[0].has_short_gap:
        return
    told, field = [_(LESS_TIME, weekday=weekdays[fit[0].weekday or ""])], finish_field(fit[0])
    if unhurried := next((one for one in fit if not one.has_short_gap), None):
        told.append(_on_weekday(HEALS_AS_PLANNED, unhurried, unhurried.settled_on, weekdays))
        field = finish_field(unhurried)
    yield html.notice(" ".join(told), whys.why(field))


def _on_weekday(words: str, one: Finish, day: date | None, weekdays: dict[str, str]) -> str:
    return _(words, weekday=weekdays[one.weekday or ""], day=_day(day), gaps=_gaps(one))


def _gaps(one: Finish) -> str:
    return listed([number(gap) for gap in one.gaps])


def _finish(one: Finish, weekdays: dict[str, str], whys: Whys) -> Sequence[str]:
    name = _(AS_PLANNED) if one.weekday is None else weekdays[one.weekday]
    days = [_day(on) for on in (one.first_on, one.last_on)]
    settled, soonest = (_day(on) for on in (one.settled_on, one.soonest_on))
    before, after = (name, *days, _gaps(one)), (soonest, " ".join(_to_know(one)) or _(FITS))
    why = whys.why(finish_field(one))
    return (*map(escape, before), f"{escape(settled)} {why}", *map(escape, after))


def _day(day: date | None) -> str:
    return "–" if day is None else day_and_weekday(day)


def _to_know(one: Finish) -> Iterator[str]:
    if one.settled_on is None:
        yield _(NO_COURSE)
    if not one.offered:
        yield _(NOT_OFFERED)
    if not one.held:
        yield _(TOO_SHORT)
    if one.clashes:
        yield _(CLASHES, events=listed(one.clashes))
    yield from map(_gap_told, one.unusual)


def _gap_told(gap: UnusualGap) -> str:
    """A gap that is not as planned, beside what the rules say of it."""
    words = LONG_GAP
    if gap.is_short:
        words = SHORT_GAP if gap.days > gap.least else LEAST_GAP
    days = {"gap": gap.days, "planned": gap.planned, "low": gap.low, "high": gap.high, "least": gap.least}
    told = {name: number(one) for name, one in days.items()}
    return _(words, visit=number(gap.visit), before=number(gap.visit - 1), **told)


def _starts(told: ChairTime, whys: Whys) -> Iterator[str]:
    zone = told.timezone
    yield html.quiet(_("All times are on the clinic's clock ({zone}).", zone=zone) if zone else _(NO_ZONE))
    rows = [_start(visit, told.every_minutes, whys) for visit in told.visits]
    yield html.table(_("Starts on the planned days"), list(map(_, START_HEAD)), rows)
    yield html.quiet(_(ONLY_THIS))


def _start(visit: BookableVisit, every: int, whys: Whys) -> tuple[str, ...]:
    """A visit on its planned day: its number and day, how long it takes, and when it can start."""
    name = _("{number}, on {day}", number=number(visit.number), day=day_and_weekday(visit.planned.date))
    usual, longest = map(escape, _runs_told(visit.planned, every))
    why = _why_of_starts(visit, weekday_of(visit.planned.date), whys)
    return escape(name), escape(planned(visit.hours)), f"{usual} {why}", longest


def _why_of_starts(visit: BookableVisit, weekday: Weekday, whys: Whys) -> str:
    """Why a visit can start when it can on a weekday, and why it takes as long as it does."""
    return whys.why(starts_field(visit.number, weekday), f"sessions.items.{visit.number}.hours")


def _runs_told(day: BookableDay, every: int) -> tuple[str, str]:
    """The starts of a day in words: those for the usual length, and those that hold the longest too."""
    usual = _told([start.at for start in day.starts], every)
    longest = _told([start.at for start in day.starts if start.fits_longest], every)
    return (f"{usual} {_(CHANGES)}" if day.clocks_change else usual), longest


def _told(starts: Sequence[time], every: int) -> str:
    """Times in words: a run of starts by its ends, and how far apart they are."""
    if not starts:
        return _(NO_START)
    runs: list[list[time]] = [[starts[0]]]
    for at in starts[1:]:
        if _minute(at) - _minute(runs[-1][-1]) == every:
            runs[-1].append(at)
        else:
            runs.append([at])
    clock = spoken_now().figures.clock
    told = [
        clock(run[0]) if len(run) == 1 else _("{first} to {last}", first=clock(run[0]), last=clock(run[-1]))
        for run in runs
    ]
    apart = _("every {minutes} minutes", minutes=number(every))
    return f"{'; '.join(told)}, {apart}." if any(len(run) > 1 for run in runs) else f"{'; '.join(told)}."


def _minute(at: time) -> int:
    return at.hour * 60 + at.minute


def _ask_starts(plan: SmpPlan, told: ChairTime, rules: RuleSet) -> None:
    """A start for each visit on its planned day, which answers the question of times; with a zone."""
    if told.timezone is None:
        show_quiet(_("To choose a start here, add the time zone to the clinic's file, like Europe/London."))
        return
    clock, none = spoken_now().figures.clock, _(NO_TIME)
    for visit in told.visits:
        options = [start.at for start in visit.planned.starts]
        if options:
            key = f"{UNKEPT}start_{visit.number}"
            st.session_state[key] = _chosen(plan, visit, told, options)
            choose = partial(_choose, visit.number, key, told.timezone, visit_numbers(rules))
            st.selectbox(
                _("Start of visit {number}", number=number(visit.number)), [NOT_CHOSEN, *options], key=key,
                format_func=lambda at: none if at == NOT_CHOSEN else clock(at), on_change=drawing_all(choose),
            )  # fmt: skip


def _chosen(plan: SmpPlan, visit: BookableVisit, told: ChairTime, options: Sequence[time]) -> time | str:
    """The time that was chosen for a visit, where it is one of the starts on the clinic's clock."""
    calendar: CalendarAnswer = times_of(plan)
    item = plan.sessions.items[visit.number - 1]
    if starts_at(item, calendar) is None or calendar.timezone != told.timezone:
        return NOT_CHOSEN
    at = time.fromisoformat(calendar.visit_times[visit.number])
    return at if at in options else NOT_CHOSEN


def _choose(visit: int, key: str, zone: str, visits: Sequence[int]) -> None:
    """Answer the question of times: one of its own for each visit, in the clinic's time zone."""
    state = st.session_state
    if not state.get("visit_times_differ"):
        for each in visits:
            state[f"visit_{each}_time"] = state.get("visit_time")
        state["visit_times_differ"] = True
    state[f"visit_{visit}_time"] = None if state[key] == NOT_CHOSEN else state[key]
    state["timezone"] = zone


def _others(told: ChairTime, weekdays: dict[str, str], whys: Whys) -> Iterator[str]:
    for visit in told.visits:
        rows = [*_by_weekday(visit, weekdays, told.every_minutes, whys)]
        if rows:
            title = _("Other days for visit {number}, if the others move too", number=number(visit.number))
            yield html.folded(
                title, f"other_days_{visit.number}", html.table(title, list(map(_, OTHER_HEAD)), rows)
            )


def _by_weekday(
    visit: BookableVisit, weekdays: dict[str, str], every: int, whys: Whys
) -> Iterator[tuple[str, ...]]:
    """The other days of a visit, those of one weekday with the same starts together."""
    alike: dict[tuple[int, str, str], list[date]] = {}
    for day in visit.others:
        alike.setdefault((day.date.weekday(), *_runs_told(day, every)), []).append(day.date)
    for (_weekday, usual, longest), days in sorted(alike.items(), key=lambda entry: (entry[0][0], entry[1])):
        if len(days) == 1:
            told = short_day(days[0])
        else:
            first, last = short_day(days[0]), short_day(days[-1])
            told = _("{days}, {first} to {last}", days=figure(len(days), "days"), first=first, last=last)
        weekday = weekday_of(days[0])
        why = _why_of_starts(visit, weekday, whys)
        yield escape(weekdays[weekday]), escape(told), f"{escape(usual)} {why}", escape(longest)


def _weeks(told: ChairTime, whys: Whys) -> Iterator[str]:
    yield html.paragraph(
        _("In all, with what it may turn out to be: {hours}.", hours=planned(told.chair_hours)),
        whys.why("sessions.chair_hours"),
    )
    rows = [tuple(_week(week, told, whys)) for week in told.weeks]
    heads = WEEK_HEAD if told.hours_named else WEEK_HEAD[:2]
    yield html.table(_("Weeks with a visit"), list(map(_, heads)), rows)


def _week(week: ChairWeek, told: ChairTime, whys: Whys) -> Iterator[str]:
    sunday = week.monday + timedelta(6)
    of_visits = (f"sessions.items.{visit}.hours" for visit in week.visits)
    why = whys.why(week_field(week), *of_visits)
    yield escape(_("{first} to {last}", first=short_day(week.monday), last=short_day(sunday)))
    yield f"{escape(between(week.hours, week.at_most, 'hours'))} {why}"
    if week.open_hours is not None:
        open_hours, chairs = figure(week.open_hours, "hours"), number(told.chairs)
        yield escape(_("{hours} (chairs: {chairs})", hours=open_hours, chairs=chairs))
