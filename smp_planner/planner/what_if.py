"""What changes if one assumption does: each time a full new course, set beside this one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from smp_planner.domain.intake import AreaAnswer, Intake, Measured
from smp_planner.domain.plan import Change, Suitability, WhatIf
from smp_planner.domain.provenance import Reading, Step
from smp_planner.domain.quantities import Estimate, rounded
from smp_planner.domain.words import spoken
from smp_planner.errors import IntakeError
from smp_planner.planner.course import Assumptions, Course, plan_course
from smp_planner.planner.coverage import assess_coverage
from smp_planner.rules.ruleset import RuleSet


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One changed assumption: new answers or new assumptions, and the rules behind them."""

    id: str
    intake: Intake | None
    assumptions: Assumptions
    readings: tuple[Reading, ...]


def ask_what_if(
    intake: Intake, suitability: Suitability, course: Course, rules: RuleSet
) -> tuple[tuple[WhatIf, ...], tuple[Step, ...]]:
    """One more session, fast fading, loss that moves on, higher prices: each planned anew."""
    answers = tuple(_answer(case, suitability, course, rules) for case in _cases(intake, course, rules))
    steps = tuple(
        Step(
            field=f"what_if.{answer.id}",
            value=answer.effect,
            because="A full new plan under this one change, compared with yours.",
            rules=case.readings,
            uses=("sessions.count", "sessions.settled_on"),
        )
        for answer, case in zip(answers, _cases(intake, course, rules), strict=True)
    )
    return answers, steps


def _cases(intake: Intake, course: Course, rules: RuleSet) -> Iterator[Case]:
    what_if, touch_ups = rules.what_if.cases, rules.touch_ups
    more = what_if["one_more_session"].more_sessions
    rise = what_if["prices_up"].price_rise
    assert more is not None
    assert rise is not None
    most = rules.sessions.count.limits[1]
    room = course.sessions.count.typical + more.value <= most
    yield Case(
        id="one_more_session",
        intake=intake if room else None,
        assumptions=Assumptions(extra_sessions=int(more.value)),
        readings=(more.read(), rules.sessions.count.read()),
    )
    yield Case(
        id="fades_fast",
        intake=intake,
        assumptions=Assumptions(fades_fast=True),
        readings=(touch_ups.interval_months.read(), touch_ups.fade.yearly_loss.read()),
    )
    moved, readings = loss_moved_on(intake, rules)
    yield Case(id="loss_moves_on", intake=moved, assumptions=Assumptions(), readings=readings)
    yield Case(
        id="prices_up",
        intake=intake if course.cost else None,
        assumptions=Assumptions(price_rise=rise.read()),
        readings=(rise.read(),),
    )


def loss_moved_on(intake: Intake, rules: RuleSet) -> tuple[Intake | None, tuple[Reading, ...]]:
    """The same person one stage on; a measured area or zones grow by the rule's share.

    None where there is no next stage, or nothing but scars and whole scalp to grow.
    """
    area, stages = intake.area, rules.coverage.next_stage
    growth = stages.growth.read()
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
    if "whole_scalp" in area.zones or not (area.measured or area.zones):
        return None
    coverage, _ = assess_coverage(intake, rules)
    whole = rules.coverage.zones.rows["whole_scalp"].read().number
    larger = min(coverage.area.bare_cm2.typical * (1 + growth.number), whole)
    if larger <= coverage.area.bare_cm2.typical:
        return None
    measured = Measured(cm2=rounded(larger, "0.1"))
    return replace(intake, area=replace(area, measured=measured))


def _answer(case: Case, suitability: Suitability, course: Course, rules: RuleSet) -> WhatIf:
    words = rules.what_if.cases[case.id]
    if case.intake is None:
        return WhatIf(id=case.id, say=words.say, effect=words.none)
    try:
        other = plan_course(case.intake, suitability, rules, case.assumptions)
    except IntakeError:
        return WhatIf(id=case.id, say=words.say, effect=words.no_dates)
    changes = tuple(change for change in _changes(course, other, rules) if change.before != change.after)
    effect = " ".join(f"{c.what}: {c.after} instead of {c.before}." for c in changes)
    return WhatIf(id=case.id, say=words.say, effect=effect or words.same, changes=changes)


def _changes(course: Course, other: Course, rules: RuleSet) -> Iterator[Change]:
    names = rules.what_if.names

    def change(name: str, before: str, after: str) -> Change:
        return Change(what=names[name], before=before, after=after)

    mine, theirs = course.sessions, other.sessions
    yield change("visits", str(mine.count.typical), str(theirs.count.typical))
    yield change("hours", str(mine.chair_hours.typical), str(theirs.chair_hours.typical))
    yield change("settled", spoken(mine.settled_on), spoken(theirs.settled_on))
    first, later = course.touch_ups.items[0].typical, other.touch_ups.items[0].typical
    yield change("first_check", spoken(first), spoken(later))
    if course.cost and other.cost:
        yield change("course", _money(course.cost.course), _money(other.cost.course))
        for horizon in ("5y", "10y"):
            yield change(horizon, _money(course.cost.totals[horizon]), _money(other.cost.totals[horizon]))


def _money(amount: Estimate) -> str:
    return f"{amount.typical:,} {amount.unit} ({amount.low:,} to {amount.high:,})"
