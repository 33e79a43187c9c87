"""The first page: the whole plan on one sheet, what is open, what comes next, whom to call."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.words import number, planned, planned_area, sentence, short_day
from smp_planner.exports.answer_notices import goal_beside_stage
from smp_planner.exports.area_words import scars_held
from smp_planner.exports.call_words import called_when
from smp_planner.exports.clinics_own import own_rules_in_short, own_rules_told
from smp_planner.exports.dot_words import dots_told
from smp_planner.exports.dye_words import no_dye_told
from smp_planner.exports.event_words import missed_told, suited_told
from smp_planner.exports.hair_unsaid import hair_unsaid
from smp_planner.exports.later_words import day_of_check
from smp_planner.exports.money_words import NO_PRICE, course_told
from smp_planner.exports.paper.blocks import Block, Bullets, Heading, Pairs, Paragraph, Picture, Section
from smp_planner.exports.paper.notices import notices
from smp_planner.exports.patch_test_words import has_passed, patch_test_told
from smp_planner.exports.quote_words import with_tax
from smp_planner.exports.standing import asks_told, to_confirm
from smp_planner.exports.told_first import told_first
from smp_planner.exports.visit_words import day_of
from smp_planner.exports.wording import days_held
from smp_planner.language.texts import N_, _, n_

CALL = N_("Call for these signs (more: “When to call, and whom”):")
SEE = N_("See “What your answers bring up”.")
READ = N_("Read this with somebody you trust. You don't have to decide today.")
PREPARE = N_("If you go ahead, get ready from {day} on: see “Before each visit”.")
PREPARE_AND_TEST = N_("“Before each visit”: get ready from {day}, patch test by {test}.")
LIMITS = N_("Limits: {days}.")
MOST_ASKED_HERE = 2  # questions to a doctor that the first page has room for
SAY_HOW_MUCH = N_("Say how much hair is left.")
EDITED = N_("{clinic} plans with rules of its own: {count}. See “What your answers bring up”.")


def summary(plan: TreatmentPlan, *, pictures: Sequence[Picture] = (), made_on: date | None = None) -> Section:
    """The plan on one sheet; `pictures` end it, where no notice needs their room."""
    first = notices(plan)
    blocks: tuple[Block, ...] = (
        *first,
        Pairs(tuple(_figures(plan))),
        Paragraph(_limits(plan, in_full=not first)),
        Heading(_("Next steps")),
        Bullets(tuple(_next_steps(plan, made_on))),
        *_departures(plan),
        Paragraph(_(CALL)),
        Bullets(called_when(plan.aftercare.call_if), small=True),
        *(() if first else pictures),
    )
    return Section("summary", _("Your plan on one page"), blocks)


def _figures(plan: TreatmentPlan) -> Iterator[tuple[str, str]]:
    sessions = plan.sessions
    settled = _(
        "{day}, if healing is usual and you start on the first day", day=short_day(sessions.settled_on)
    )
    yield _("Visits"), _with(planned(sessions.count), sessions.count.note)
    yield _("First visit"), to_confirm(plan, day_of(sessions.items[0]))
    yield _("Last visit"), to_confirm(plan, day_of(sessions.items[-1]))
    yield _("Hours in the chair"), planned(sessions.chair_hours)
    yield _("Treated area"), _with(planned_area(plan.area.cm2), scars_held(plan))
    yield _("Dots"), _with(dots_told(plan), plan.dots.total.note)
    yield _("Settled by"), to_confirm(plan, settled)
    yield _("First check for a touch-up"), to_confirm(plan, day_of_check(plan.touch_ups.items[0]))
    yield _("Price of all visits"), _price(plan)


def _with(told: str, more: str | None) -> str:
    """A figure, and what is said beside it."""
    return f"{told}. {sentence(more)}" if more else told


def _price(plan: TreatmentPlan) -> str:
    """A quote with its tax, else the price; for how many visits it is; or why there is none."""
    if plan.cost is None:
        return _(NO_PRICE)
    if plan.cost.quote:
        return f"{with_tax(plan.cost.quote)}. {sentence(plan.cost.covers)}."
    return course_told(plan.cost)


def _limits(plan: TreatmentPlan, *, in_full: bool) -> str:
    """How long the limits run and on how many days each holds; for long hair, when not to dye it.

    Only how long, where notices need the room: they say that every date is to be confirmed.
    """
    care = plan.aftercare
    if not in_full:
        return _(LIMITS, days=days_held([(care.burden.first_day, care.burden.last_day)]))
    return f"{care.burden.say} {no_dye_told(plan)}".rstrip()


def _next_steps(plan: TreatmentPlan, made_on: date | None) -> Iterator[str]:
    """Who is asked first, which events the dates clash with, time to think, and what comes before a visit."""
    to_ask, still_open = len(plan.suitability.ask_doctor), len(plan.suitability.open)
    if plan.suitability.doctor_agreed:
        yield from asks_told(plan.suitability)[: 1 + MOST_ASKED_HERE]
    elif to_ask <= MOST_ASKED_HERE:
        yield from (_("First: {ask}", ask=asked.say) for asked in plan.suitability.ask_doctor)
    else:
        asked = n_(
            "Ask a doctor {count} question first.",
            "Ask a doctor {count} questions first.",
            to_ask,
            count=number(to_ask),
        )
        yield asked if still_open else f"{asked} {_(SEE)}"  # else the next step says where
    if not plan.suitability.checked:
        yield _still_open(still_open)
    yield from (known.say for known in told_first(plan.suitability))
    yield from (f"{_(SAY_HOW_MUCH)} {told}" for told in hair_unsaid(plan))
    yield from goal_beside_stage(plan.intake)
    yield from missed_told(plan)
    yield from (one.how_well for one in suited_told(plan))
    yield from (one.say for one in plan.sessions.hurried)
    yield _(READ)
    first = min((task.from_ for task in plan.aftercare.before), default=plan.sessions.items[0].date)
    ready, test = to_confirm(plan, short_day(first)), plan.sessions.patch_test_by
    if has_passed(plan, made_on):
        yield patch_test_told(plan, made_on)
    elif test:
        yield _(PREPARE_AND_TEST, day=ready, test=short_day(test))
    else:
        yield _(PREPARE, day=ready)


def _still_open(count: int) -> str:
    if not count:
        return _("Answer the health questions, then plan again.")
    return n_(
        "Find out what is open, then plan again: {count} point under “What your answers bring up”.",
        "Find out what is open, then plan again: {count} points under “What your answers bring up”.",
        count,
        count=number(count),
    )


def _departures(plan: TreatmentPlan) -> Iterator[Block]:
    """A clinic's rules beyond or beside what is recommended; how many in all, and where they stand."""
    rules = plan.rules
    if short := own_rules_in_short(rules):
        yield Heading(_("Our clinic's own rules"))
        yield Bullets(short)
    if told := own_rules_told(rules):
        yield Paragraph(_(EDITED, clinic=rules.clinic, count=number(len(told))), "quiet")
