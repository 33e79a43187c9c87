"""What changes if one assumption does: each time a full course, set beside this one.

One more visit is found to be needed after the last one, so it is put after the visits as they are planned.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from smp_planner.domain.findings import Suitability
from smp_planner.domain.intake import Intake
from smp_planner.domain.plan import Change, WhatIf
from smp_planner.domain.plan_figures import SURGERY
from smp_planner.domain.provenance import Reading, Step
from smp_planner.domain.words import between, figure, fill, joined, money, number, per_cent, spoken
from smp_planner.errors import IntakeError
from smp_planner.language.texts import N_, _
from smp_planner.planner.course import plan_course
from smp_planner.planner.course_parts import Assumptions, Course
from smp_planner.planner.later_grafts import DONOR_LEFT, Head, compare_grafts
from smp_planner.planner.loss_moved_on import ends_of_growth, loss_moved_on, question_of, work_compared
from smp_planner.planner.years.one_more import behind_one_more_visit, behind_touch_ups
from smp_planner.rules.figures import Figure
from smp_planner.rules.ruleset import RuleSet

WORK: Mapping[str, str] = {"area": "area.cm2", "dots": "dots.total"}
MONEY: Mapping[str, str] = {"course": "cost.course", "5y": "cost.totals.5y", "10y": "cost.totals.10y"}
HORIZONS = ("5y", "10y")
FIELDS: Mapping[str, str] = {
    "visits": "sessions.count",
    "hours": "sessions.chair_hours",
    "settled": "sessions.settled_on",
    "first_check": "touch_ups.items.1",
    **MONEY,
}
"""The field of the plan behind what is compared, by its name."""
BEHIND: Mapping[str, str] = {**WORK, **FIELDS}
OF_SURGERY: Mapping[str, str] = {
    "grafts": f"comparison.rows.grafts_needed.{SURGERY[0]}",
    **{DONOR_LEFT.format(option): f"comparison.rows.donor_left.{option}" for option in SURGERY},
}
"""Behind what surgery needs as planned, and what the donor area then has left."""
DAYS = "sessions.items"  # behind the gaps, and the events that they clash with
OF_DAYS = ("gaps", "settled", "clashes")
OF_LATER = (*OF_DAYS, "first_check")
"""What is not compared where loss moves on: nobody knows when, so a plan for it has no days."""
MOVES_VISITS = ("one_more_session", "loss_moves_on")
"""The cases in which there may be more visits, so that it has to be said what they cost."""

CHANGED = N_("{what}: {after} instead of {before}.")


class Case(NamedTuple):
    """One changed assumption: how to plan under it (None: it can't apply), and the rules behind it.

    `prices` are those of them that move money alone. `moved` are the answers under it, where it is the loss
    that moves on: it changes what surgery needs, too.
    """

    id: str
    course: Callable[[], Course] | None
    readings: tuple[Reading, ...]
    prices: tuple[Reading, ...] = ()
    moved: Intake | None = None


def ask_what_if(
    intake: Intake, suitability: Suitability, course: Course, rules: RuleSet
) -> tuple[tuple[WhatIf, ...], tuple[Step, ...]]:
    """One more session after the planned ones, fast fading, loss that moves on, higher prices.

    Loss is not asked about where scars are all there is.
    """
    asked = (case for case in _cases(intake, suitability, course, rules) if _concerns(case, course))
    told = [_answer(case, intake, course, rules) for case in asked]
    return tuple(answer for answer, _ in told), tuple(step for _, steps in told for step in steps)


def ask_one_more(intake: Intake, suitability: Suitability, course: Course, rules: RuleSet) -> WhatIf:
    """What one more session alone changes, as `ask_what_if` says it, with nothing else worked out."""
    case = next(_cases(intake, suitability, course, rules))
    return _answer(case, intake, course, rules)[0]


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
    extra = Assumptions(extra_sessions=int(more.number), kept=course.visits.days)
    only_scars, has_prices = course.ground.coverage.only_scars, course.money.cost is not None
    yield Case(
        id="one_more_session",
        course=partial(same_ground, assumptions=extra) if room else None,
        readings=(more, rules.sessions.count.read()),
        prices=behind_one_more_visit(rules, only_scars=only_scars) if room and has_prices else (),
    )
    yield Case(
        id="fades_fast",
        course=partial(same_visits, assumptions=Assumptions(fades_fast=True)),
        readings=(touch_ups.interval_months.read(), touch_ups.fade.yearly_loss.read()),
        prices=behind_touch_ups(rules) if has_prices else (),
    )
    yield Case(
        id="loss_moves_on",
        course=partial(plan, moved, assumptions=Assumptions()) if moved else None,
        readings=readings,
        moved=moved,
    )
    yield Case(
        id="prices_up",
        course=partial(same_checks, assumptions=Assumptions(price_rise=rise)) if has_prices else None,
        readings=(),
        prices=(rise,),
    )


def _concerns(case: Case, course: Course) -> bool:
    """Whether a case is about this person: loss that moves on is not where scars are all there is."""
    return not (case.id == "loss_moves_on" and course.ground.coverage.only_scars)


def read_number(figure: Figure | None) -> Reading:
    """The figure of a changed assumption; the rules are checked to hold it."""
    assert figure is not None
    return figure.read()


def _answer(case: Case, intake: Intake, course: Course, rules: RuleSet) -> tuple[WhatIf, tuple[Step, ...]]:
    """What changes, with a step for the case and one for each row of it."""
    words, cost = rules.what_if.cases[case.id], course.money.cost
    say = _question(case, intake, course, rules)
    step = Step(
        field=f"what_if.{case.id}",
        value=None,
        because=f"{rules.what_if.because} {words.because}",
        rules=(*case.readings, *case.prices),
        uses=tuple(field for name, field in FIELDS.items() if cost or name not in MONEY),
    )
    if case.course is None:
        return WhatIf(id=case.id, say=say, effect=words.none), (step._replace(value=words.none),)
    try:
        other = case.course()
    except IntakeError:
        return WhatIf(id=case.id, say=say, effect=words.no_dates), (step._replace(value=words.no_dates),)
    step = step._replace(because=" ".join((step.because, *_checks(words.checks, course, other))))
    work = _work(case, intake, course, other, rules)
    changes = {
        name: work.get(name, change)
        for name, change in _changes(course, other, rules)
        if not (case.moved and name in OF_LATER)
    }
    rows = {**work, **changes}
    surgery, of_surgery = _of_surgery(case, intake, course, other, rules)
    differing = [row for row in rows.values() if row.before != row.after] if changes else []
    effect = " ".join(_(CHANGED, what=c.what, after=c.after, before=c.before) for c in differing)
    answer = WhatIf(
        id=case.id,
        say=say,
        effect=effect or words.same,
        changes=tuple(changes.values()),
        work=tuple(work.values()),
        dates=tuple(change for name, change in changes.items() if name in OF_DAYS),
        surgery=tuple(surgery.values()),
        why=_goes_by(rules) if cost and changes and case.id in MOVES_VISITS else None,
    )
    behind = Behind(
        step, case, tuple(_brought_in(course, other, rules)), of_surgery, cost.goes_by if cost else ""
    )
    return answer, tuple(behind.steps(answer, rows, surgery))


def _work(case: Case, intake: Intake, course: Course, other: Course, rules: RuleSet) -> Mapping[str, Change]:
    """The work as planned and then, by name, where it is the loss that moves on."""
    if case.moved is None:
        return {}
    return work_compared(course, other, ends_of_growth(intake, case.moved, rules), rules)


def _question(case: Case, intake: Intake, course: Course, rules: RuleSet) -> str:
    """What is asked, with the figure or the stage that it is about."""
    words = rules.what_if.cases[case.id]
    if case.moved:
        return question_of(intake, case.moved, words, rules)
    if words.to_sooner:
        return _sooner(words.to_sooner, course, rules) or words.say
    return fill(words.say, rise=per_cent(words.price_rise.read().number)) if words.price_rise else words.say


def _sooner(words: str, course: Course, rules: RuleSet) -> str | None:
    """That the shortest interval is sooner than any in the plan's range; None where that range holds it."""
    held, shortest = course.checks.touch_ups.interval_months, rules.touch_ups.interval_months.read().limits[0]
    if held.low <= shortest:
        return None
    return fill(words, shortest=figure(shortest, held.unit), planned=between(held.low, held.high, held.unit))


def _checks(words: str | None, course: Course, other: Course) -> Iterator[str]:
    """How many checks fall within the years that money is counted for, where that case moves them."""
    if words is None:
        return
    now, then = (each.checks.touch_ups.within for each in (course, other))
    for horizon in HORIZONS:
        planned, made = now[horizon].typical, then[horizon].typical
        if planned != made:
            years = figure(int(horizon.removesuffix("y")), "years")
            yield fill(words, years=years, then=figure(made, then[horizon].unit), planned=number(planned))


def _goes_by(rules: RuleSet) -> str:
    """What moves the price, in few words."""
    return getattr(rules.what_if.goes_by, rules.asks.model if rules.asks else "area")


class Behind(NamedTuple):
    """What stands behind one case: its step as far as it is known before it is planned, and the rules."""

    step: Step
    case: Case
    brought_in: tuple[Reading, ...]
    of_surgery: tuple[Reading, ...]
    goes_by: str

    def steps(
        self, answer: WhatIf, rows: Mapping[str, Change], surgery: Mapping[str, Change]
    ) -> Iterator[Step]:
        """A step for the case, then one for each of its rows, which is fed as the figure of the plan is."""
        step, case = self.step, self.case
        of_visits = step._replace(rules=(*case.readings, *self.brought_in))
        of_money = step._replace(
            because=f"{step.because} {self.goes_by}" if answer.why else step.because,
            rules=(*case.readings, *case.prices, *self.brought_in),
        )
        yield of_money._replace(value=answer.effect, rules=(*of_money.rules, *self.of_surgery))
        for name, change in rows.items():
            row = of_money if name in MONEY else of_visits
            uses = (BEHIND.get(name, DAYS),)
            yield row._replace(field=f"{step.field}.{name}", value=change.after, uses=uses)
        for name, change in surgery.items():
            field = f"{step.field}.{name}"
            yield step._replace(field=field, value=change.after, rules=self.of_surgery, uses=())


def _of_surgery(
    case: Case, intake: Intake, course: Course, other: Course, rules: RuleSet
) -> tuple[Mapping[str, Change], tuple[Reading, ...]]:
    """What the loss that moves on changes for surgery, by name, with the rules behind it."""
    if case.moved is None:
        return {}, ()
    now, later = Head(intake, course.ground.coverage), Head(case.moved, other.ground.coverage)
    return compare_grafts(now, later, rules)


def _brought_in(course: Course, other: Course, rules: RuleSet) -> Iterator[Reading]:
    """What adds sessions to the other course alone."""
    names = other.ground.drivers.present - course.ground.drivers.present
    yield from (row.read() for name, row in rules.sessions.add.rows.items() if name in names)


def _changes(course: Course, other: Course, rules: RuleSet) -> Iterator[tuple[str, Change]]:
    """What is said otherwise of the other course, by name."""
    both = zip(_compared(course, rules), _compared(other, rules), strict=True)
    for (name, mine, say_mine), (_same, theirs, say_theirs) in both:
        # said only where they differ, and told only where the words do: a price may come with another note
        if mine != theirs and (before := say_mine()) != (after := say_theirs()):
            yield name, Change(what=rules.what_if.names[name], before=before, after=after)


def _compared(course: Course, rules: RuleSet) -> Iterator[tuple[str, object, Callable[[], str]]]:
    """What is set side by side: its name, what it is in a course, and how that is said."""
    planned, dates, cost = course.visits.planned, course.visits.dates, course.money.cost
    first_check = course.checks.touch_ups.items[0].typical
    clashes = [clash.event for clash in dates.conflicts]
    yield "visits", planned.count, partial(number, planned.count)
    yield "hours", planned.chair_hours, partial(number, planned.chair_hours)
    yield "gaps", dates.gaps, partial(_in_a_row, [number(gap) for gap in dates.gaps], rules)
    yield "settled", dates.settled_on, partial(spoken, dates.settled_on)
    yield "first_check", first_check, partial(spoken, first_check)
    yield "clashes", clashes, partial(_in_a_row, clashes, rules)
    if cost:
        yield "course", cost.course, partial(money, cost.course)
        for horizon in HORIZONS:
            yield horizon, cost.totals[horizon], partial(money, cost.totals[horizon])


def _in_a_row(parts: Sequence[str], rules: RuleSet) -> str:
    """Days between visits, or the events that they clash with by name; a word where there are none."""
    words = rules.aftercare.words
    return joined(parts or [rules.what_if.no_clash], comma=words["comma"], last=words["and"])
