"""Why each figure of chair time is what it is: one step for each finish, each visit's starts, each week.

They rest on steps of the plan and on what the clinic's file says of hours, closed days and chairs.
"""

from __future__ import annotations

from collections.abc import Iterator

from smp_planner.domain.chair_time import BookableVisit, ChairTime, ChairWeek, Finish
from smp_planner.domain.intake import Weekday
from smp_planner.domain.provenance import Reading, Step
from smp_planner.domain.words import figure, listed, number, weekday_of
from smp_planner.language.texts import N_, NN_, _, n_
from smp_planner.planner.appointments.course_dates import DateRules
from smp_planner.rules.clinic_days import clinic_days
from smp_planner.rules.clinic_hours import chairs, closed_days, minutes_apart, open_on
from smp_planner.rules.ruleset import RuleSet

CHAIR_TIME = "sessions.chair_time"
AS_PLANNED = N_("These are the days of the plan as it stands.")
ON_ONE_WEEKDAY = N_("The same visits, planned anew as if {weekday} were the only day offered.")
NO_COURSE = N_("No days for all visits were found.")
SETTLED = N_("It settles {days} after the last visit.")
SOONEST = N_(
    "The soonest day has the same first days to choose from, and each gap as short as its limit: {gaps}. The "
    "plan keeps nearer to the gaps that it plans with."
)
OF_A_START = ("hours", "date", "earliest", "latest")
SHORTEST = NN_("{count} day", "{count} days")
STARTS = N_(
    "On {weekday} a start counts where all of the visit fits before the clinic closes or takes a break: "
    "{usual} as planned, {longest} if it takes longest. Starts are {apart} apart."
)
OTHER_DAYS = N_("The other days are those to which this visit may move if the others move too.")
WEEK = N_("The hours of this course in the week, planned and at the longest: {visits}.")
VISIT = N_("visit {number}")
OPEN_HOURS = N_("The clinic's hours are those of each open day in the week, times its chairs.")
OTHER_HOURS = N_("Other hours or closed days in the clinic's file change it.")
OTHER_CHAIRS = N_("Other hours, closed days or chairs in the clinic's file change them.")


def finish_field(finish: Finish) -> str:
    """The field of the course on one weekday, or as planned."""
    return f"{CHAIR_TIME}.finishes.{finish.weekday or 'as_planned'}"


def starts_field(visit: int, weekday: Weekday) -> str:
    """The field of the starts of a visit on a weekday."""
    return f"{CHAIR_TIME}.starts.{visit}.{weekday}"


def week_field(week: ChairWeek) -> str:
    """The field of the hours in a week."""
    return f"{CHAIR_TIME}.weeks.{week.monday.isoformat()}"


def chair_time_steps(told: ChairTime, asked: DateRules, rules: RuleSet) -> Iterator[Step]:
    """A step for each figure of chair time."""
    for finish in told.finishes:
        yield _finish(finish, asked, rules)
    for visit in told.visits if told.hours_named else ():
        yield from _starts(visit, rules)
    for week in told.weeks:
        yield _week(week, rules)


def _hours(rules: RuleSet, *weekdays: Weekday) -> tuple[Reading, ...]:
    """The readings of these weekdays, and of the closed days; nothing where no file names hours."""
    if clinic_days(rules).opening is None:
        return (closed_days(rules),) if rules.clinic else ()
    return (*(open_on(day, rules) for day in weekdays), closed_days(rules))


def _finish(finish: Finish, asked: DateRules, rules: RuleSet) -> Step:
    offered = clinic_days(rules).weekdays if finish.weekday is None else (finish.weekday,)
    hours = _hours(rules, *offered)
    return Step(
        field=finish_field(finish),
        value=finish.settled_on,
        because=" ".join(_finish_told(finish, asked, rules, by_clinic=bool(hours))),
        rules=(
            *asked.rows,
            asked.settled_after,
            asked.start_within,
            *asked.healing,
            *asked.holidays,
            *hours,
        ),
        uses=("sessions.count", "sessions.items"),
    )


def _finish_told(finish: Finish, asked: DateRules, rules: RuleSet, *, by_clinic: bool) -> Iterator[str]:
    if finish.weekday is None:
        yield _(AS_PLANNED)
    else:
        yield _(ON_ONE_WEEKDAY, weekday=rules.intake.choices["weekdays"][finish.weekday])
    if finish.settled_on is None:
        yield _(NO_COURSE)
    else:
        yield rules.sessions.words["because_choice"]
        yield _(SETTLED, days=figure(asked.settled_days, "days"))
        if asked.gaps:
            shortest = [n_(*SHORTEST, gap.shortest, count=number(gap.shortest)) for gap in asked.gaps]
            yield _(SOONEST, gaps=listed(shortest))
    if by_clinic:
        yield _(OTHER_HOURS)


def _starts(visit: BookableVisit, rules: RuleSet) -> Iterator[Step]:
    """The starts on each weekday that has a day for this visit."""
    apart = minutes_apart(rules)
    days = (visit.planned, *visit.others)
    weekdays: dict[Weekday, None] = dict.fromkeys(weekday_of(day.date) for day in days)
    for weekday in weekdays:
        because = _(
            STARTS,
            weekday=rules.intake.choices["weekdays"][weekday],
            usual=figure(visit.hours.typical, "hours"),
            longest=figure(visit.hours.high, "hours"),
            apart=figure(apart.number, "minutes"),
        )
        yield Step(
            field=starts_field(visit.number, weekday),
            value=visit.hours,
            because=" ".join((because, _(OTHER_DAYS), _(OTHER_HOURS))),
            rules=(*_hours(rules, weekday), apart),
            uses=tuple(f"sessions.items.{visit.number}.{part}" for part in OF_A_START),
        )


def _week(week: ChairWeek, rules: RuleSet) -> Step:
    visits = listed([_(VISIT, number=number(one)) for one in week.visits])
    told, readings = [_(WEEK, visits=visits)], ()
    if week.open_hours is not None:
        told += [_(OPEN_HOURS), _(OTHER_CHAIRS)]
        readings = (*_hours(rules, *clinic_days(rules).weekdays), chairs(rules))
    return Step(
        field=week_field(week),
        value=week.hours,
        because=" ".join(told),
        rules=readings,
        uses=tuple(f"sessions.items.{one}.{part}" for one in week.visits for part in ("hours", "date")),
    )
