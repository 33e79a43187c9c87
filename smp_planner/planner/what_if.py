"""What changes if one assumption does: each time a full new course, set beside this one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from smp_planner.domain.findings import Suitability
from smp_planner.domain.intake import WHOLE_SCALP, AreaAnswer, Intake, Measured
from smp_planner.domain.plan import Change, WhatIf
from smp_planner.domain.provenance import Reading, Step
from smp_planner.domain.quantities import rounded
from smp_planner.domain.words import fill, joined, money, number, per_cent, spoken
from smp_planner.errors import IntakeError
from smp_planner.language.texts import N_, _
from smp_planner.planner.course import plan_course
from smp_planner.planner.course_parts import Assumptions, Course
from smp_planner.planner.coverage.answers import covers_scars_alone, usual_scar_alone, zones_named
from smp_planner.planner.coverage.assess import STEP_CM2, assess_coverage
from smp_planner.planner.coverage.cells import zone_reading
from smp_planner.planner.later_grafts import Head, compare_grafts
from smp_planner.planner.years.clinic_cost import on_top
from smp_planner.rules.figures import Figure
from smp_planner.rules.ruleset import RuleSet

COMPARED = ("sessions.count", "sessions.chair_hours", "sessions.settled_on", "touch_ups.items.1")
MONEY = ("cost.course", "cost.totals.5y", "cost.totals.10y")

CHANGED = N_("{what}: {after} instead of {before}.")


class Case(NamedTuple):
    """One changed assumption: how to plan under it (None: it can't apply), and the rules behind it.

    `moved` are the answers under it, where it is the loss that moves on: it changes what surgery needs, too.
    """

    id: str
    course: Callable[[], Course] | None
    readings: tuple[Reading, ...]
    moved: Intake | None = None


def ask_what_if(
    intake: Intake, suitability: Suitability, course: Course, rules: RuleSet
) -> tuple[tuple[WhatIf, ...], tuple[Step, ...]]:
    """One more session, fast fading, loss that moves on, higher prices: each planned anew."""
    cases = tuple(_cases(intake, suitability, course, rules))
    told = tuple(_answer(case, intake, course, rules) for case in cases)
    compared = (*COMPARED, *(MONEY if course.money.cost else ()))
    steps = tuple(
        Step(
            field=f"what_if.{answer.id}",
            value=answer.effect,
            because=rules.what_if.because,
            rules=(*case.readings, *behind),
            uses=compared,
        )
        for (answer, behind), case in zip(told, cases, strict=True)
    )
    return tuple(answer for answer, _ in told), steps


def _cases(intake: Intake, suitability: Suitability, course: Course, rules: RuleSet) -> Iterator[Case]:
    what_if, touch_ups = rules.what_if.cases, rules.touch_ups
    plan = partial(plan_course, suitability=suitability, rules=rules, diary=course.diary)
    same_ground = partial(plan, intake, ground=course.ground)
    same_visits = partial(same_ground, visits=course.visits)
    same_checks = partial(same_visits, checks=course.checks)
    more = read_number(what_if["one_more_session"].more_sessions)
    rise = read_number(what_if["prices_up"].price_rise)
    moved, readings = loss_moved_on(intake, rules)
    room = course.visits.planned.count + more.number <= rules.sessions.count.limits[1]
    extra = Assumptions(extra_sessions=int(more.number))
    paid = on_top(rules) if room and course.money.cost else ()
    yield Case(
        id="one_more_session",
        course=partial(same_ground, assumptions=extra) if room else None,
        readings=(more, rules.sessions.count.read(), *paid),
    )
    yield Case(
        id="fades_fast",
        course=partial(same_visits, assumptions=Assumptions(fades_fast=True)),
        readings=(touch_ups.interval_months.read(), touch_ups.fade.yearly_loss.read()),
    )
    yield Case(
        id="loss_moves_on",
        course=partial(plan, moved, assumptions=Assumptions()) if moved else None,
        readings=readings,
        moved=moved,
    )
    yield Case(
        id="prices_up",
        course=partial(same_checks, assumptions=Assumptions(price_rise=rise)) if course.money.cost else None,
        readings=(rise,),
    )


def read_number(figure: Figure | None) -> Reading:
    """The figure of a changed assumption; the rules are checked to hold it."""
    assert figure is not None
    return figure.read()


def loss_moved_on(intake: Intake, rules: RuleSet) -> tuple[Intake | None, tuple[Reading, ...]]:
    """The same person one stage on; a measured area or zones grow by the rule's share.

    None where there is no next stage, or nothing but scars and whole scalp to grow.
    """
    area, stages = intake.area, rules.coverage.next_stage
    growth = stages.growth.read()
    if usual_scar_alone(intake, rules) or covers_scars_alone(intake, rules):
        return None, (growth,)
    if area.measured is None and (area.norwood or area.ludwig):
        norwood = stages.norwood.get(area.norwood or "")
        ludwig = stages.ludwig.get(area.ludwig or "")
        if not (norwood or ludwig):
            return None, (growth,)
        moved = replace(area, norwood=norwood or area.norwood, ludwig=ludwig or area.ludwig)
        rows = [rules.coverage.norwood.rows[norwood].read()] if norwood else []
        rows += [rules.coverage.ludwig.rows[ludwig].read()] if ludwig else []
        return replace(intake, area=moved), tuple(rows)
    return _grown(intake, area, growth, rules), (growth,)


def _grown(intake: Intake, area: AreaAnswer, growth: Reading, rules: RuleSet) -> Intake | None:
    """The area larger by the rule's share; None where it is the whole scalp, or nothing is bare."""
    if WHOLE_SCALP in zones_named(area, rules):
        return None
    coverage, _ = assess_coverage(intake, rules)
    whole = zone_reading(WHOLE_SCALP, rules).number
    larger = min(coverage.area.bare_cm2.typical * (1 + growth.number), whole)
    if larger <= coverage.area.bare_cm2.typical:
        return None
    measured = Measured(cm2=rounded(larger, STEP_CM2), by=area.measured.by if area.measured else None)
    return replace(intake, area=replace(area, measured=measured))


def _answer(case: Case, intake: Intake, course: Course, rules: RuleSet) -> tuple[WhatIf, tuple[Reading, ...]]:
    """What changes, and the rules that the other course brings in beside those of the case."""
    words = rules.what_if.cases[case.id]
    say = fill(words.say, rise=per_cent(words.price_rise.read().number)) if words.price_rise else words.say
    if case.course is None:
        return WhatIf(id=case.id, say=say, effect=words.none), ()
    try:
        other = case.course()
    except IntakeError:
        return WhatIf(id=case.id, say=say, effect=words.no_dates), ()
    changes = tuple(_changes(course, other, rules))
    surgery, behind = _of_surgery(case, intake, course, other, rules)
    effect = " ".join(_(CHANGED, what=c.what, after=c.after, before=c.before) for c in changes)
    answer = WhatIf(id=case.id, say=say, effect=effect or words.same, changes=changes, surgery=surgery)
    return answer, (*_brought_in(course, other, rules), *behind)


def _of_surgery(
    case: Case, intake: Intake, course: Course, other: Course, rules: RuleSet
) -> tuple[tuple[Change, ...], tuple[Reading, ...]]:
    """What the loss that moves on changes for surgery, with the rules behind it."""
    if case.moved is None:
        return (), ()
    now, later = Head(intake, course.ground.coverage), Head(case.moved, other.ground.coverage)
    return compare_grafts(now, later, rules)


def _brought_in(course: Course, other: Course, rules: RuleSet) -> Iterator[Reading]:
    """What adds sessions to the other course alone."""
    names = other.ground.drivers.present - course.ground.drivers.present
    yield from (row.read() for name, row in rules.sessions.add.rows.items() if name in names)


def _changes(course: Course, other: Course, rules: RuleSet) -> Iterator[Change]:
    """What is said otherwise of the other course."""
    both = zip(_compared(course, rules), _compared(other, rules), strict=True)
    for (name, mine, say_mine), (_same, theirs, say_theirs) in both:
        # said only where they differ, and told only where the words do: a price may come with another note
        if mine != theirs and (before := say_mine()) != (after := say_theirs()):
            yield Change(what=rules.what_if.names[name], before=before, after=after)


def _compared(course: Course, rules: RuleSet) -> Iterator[tuple[str, object, Callable[[], str]]]:
    """What is set side by side: its name, what it is in a course, and how that is said."""
    planned, dates, cost = course.visits.planned, course.visits.dates, course.money.cost
    first_check = course.checks.touch_ups.items[0].typical
    clashes = [clash.event for clash in dates.conflicts]
    yield "visits", planned.count, partial(number, planned.count)
    yield "hours", planned.chair_hours, partial(number, planned.chair_hours)
    yield "settled", dates.settled_on, partial(spoken, dates.settled_on)
    yield "first_check", first_check, partial(spoken, first_check)
    yield "clashes", clashes, partial(_clashing, clashes, rules)
    if cost:
        yield "course", cost.course, partial(money, cost.course)
        for horizon in ("5y", "10y"):
            yield horizon, cost.totals[horizon], partial(money, cost.totals[horizon])


def _clashing(events: Sequence[str], rules: RuleSet) -> str:
    """The events that the visits clash with, by name."""
    words = rules.aftercare.words
    return joined(events or [rules.what_if.no_clash], comma=words["comma"], last=words["and"])
