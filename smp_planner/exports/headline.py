"""The plan in one paragraph: visits, days, hours, dots, area, and from when to judge the look."""

from __future__ import annotations

from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.quantities import to_in2
from smp_planner.domain.words import figure, planned, short_day
from smp_planner.exports.standing import to_confirm
from smp_planner.exports.visit_words import day_of
from smp_planner.language.texts import N_, _

VISITS = N_("You are planned for {visits}, from {first} to {last}.")
WORK = N_(
    "That is {hours} in the chair, for {dots} on {cm2} or {in2}. If healing is usual, judge the look from "
    "{settled}."
)


def headline(plan: TreatmentPlan) -> str:
    """The figures that are asked for first, in a row."""
    sessions, area = plan.sessions, plan.area.cm2
    visits = _(
        VISITS,
        visits=planned(sessions.count),
        first=day_of(sessions.items[0]),
        last=to_confirm(plan, day_of(sessions.items[-1])),
    )
    work = _(
        WORK,
        hours=planned(sessions.chair_hours),
        dots=figure(plan.dots.total.typical, "dots"),
        cm2=planned(area),
        in2=figure(to_in2(area).typical, "in2"),
        settled=to_confirm(plan, short_day(sessions.settled_on)),
    )
    return " ".join(filter(None, (visits, sessions.count.note, work)))
