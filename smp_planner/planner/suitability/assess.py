"""May SMP be planned, and from when: stop, wait, ask a doctor, know."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from smp_planner.domain.findings import DOCTOR_SAID_NO, DOTS_ALONE, Finding, Suitability, Wait
from smp_planner.domain.intake import Intake
from smp_planner.domain.provenance import Reading, Step
from smp_planner.domain.words import fill, listed, spoken
from smp_planner.planner.coverage.scars_alone import scars_alone
from smp_planner.planner.suitability.found import is_found
from smp_planner.planner.suitability.open_questions import find_open, open_steps
from smp_planner.planner.suitability.scars import untold_of_scars
from smp_planner.planner.suitability.waits import Span, span_of, speaks_of_wait, treated_on, waiting_for
from smp_planner.planner.suitability.young import YOUNG_LINE, YOUNG_LOSS
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.suitability import Criterion, SuitabilityRules

NOT_NOW = "not_now"
HEADLINES: Mapping[str, str] = {
    "age": "not_an_adult",
    "nothing_to_cover": "nothing_to_cover",
    DOCTOR_SAID_NO: DOCTOR_SAID_NO,
    DOTS_ALONE: DOTS_ALONE,
}


class Assessment(NamedTuple):
    """Whether a plan can be made; if not, the headline and the day from which to ask again."""

    suitability: Suitability
    refer: bool
    ask_again_on: date | None
    say: str


def stops(intake: Intake, rules: RuleSet) -> frozenset[str]:
    """What of the answers given so far stops a plan, whatever the others will be; by id."""
    return frozenset(stop.id for stop in assess_suitability(intake, rules)[0].suitability.stop)


def assess_suitability(intake: Intake, rules: RuleSet) -> tuple[Assessment, tuple[Step, ...]]:
    """What the answers bring up, and whether it refers the person elsewhere or to a later day.

    A stop, a wait not over on the first day to plan, or nothing to cover refers. There is a
    day to ask again only if every reason is a wait with a date. A doctor's yes lifts neither; with it
    the dates stand where a doctor is to be asked, and what is to be asked stays. A doctor's no is a stop.
    """
    book, alone = rules.suitability, scars_alone(intake, rules)
    found = {id_: c for id_, c in book.criteria.items() if is_found(id_, c, intake, rules)}
    levels = {level: {id_: c for id_, c in found.items() if c.level == level} for level in ("stop", "wait")}
    waits = tuple(_wait(id_, criterion, intake, book) for id_, criterion in levels["wait"].items())
    unsure, refer = find_open(intake, book), bool(levels["stop"] or waits)
    heard = _Heard(
        asked=_asked(found, book),
        open=listed([getattr(book.scar_open, name) for name in untold_of_scars(intake)]),
        scars_alone=alone,
        uses_medicine=bool(intake.medication_now),
        dated=not refer,
    )
    suitability = Suitability(
        checked=intake.health_asked and not unsure,
        provisional=not intake.doctor_agreed and any(c.level == "ask_doctor" for c in found.values()),
        stop=_findings("stop", found, heard, book),
        wait=waits,
        ask_doctor=_findings("ask_doctor", found, heard, book),
        know=_findings("know", found, heard, book),
        open=unsure,
    )
    ask_again_on = None if levels["stop"] else _latest(waits)
    assessment = Assessment(
        suitability=suitability,
        refer=refer,
        ask_again_on=ask_again_on,
        say=_headline(tuple(levels["stop"].values()), waits, ask_again_on, book),
    )
    return assessment, (*_steps(assessment, found, book), *open_steps(unsure, book))


def _latest(waits: tuple[Wait, ...]) -> date | None:
    """The day on which the last wait is over, or None when one has no date or there is none."""
    days = [wait.until for wait in waits if wait.until is not None]
    return max(days) if days and len(days) == len(waits) else None


class _Heard(NamedTuple):
    """What the words of a finding hang on: what is asked and what is open, and to whom it is said.

    `asked` is what a doctor was to be asked about, `open` what is not told of a scar; `dated`: a plan with
    dates is made.
    """

    asked: str
    open: str
    scars_alone: bool
    uses_medicine: bool
    dated: bool


def _findings(
    level: str, found: Mapping[str, Criterion], heard: _Heard, book: SuitabilityRules
) -> tuple[Finding, ...]:
    """What is found of one level, in the words for this person."""
    return tuple(
        Finding(id=id_, say=_said_to(criterion, heard, book), sources=criterion.read().sources)
        for id_, criterion in found.items()
        if criterion.level == level
    )


def _said_to(criterion: Criterion, heard: _Heard, book: SuitabilityRules) -> str:
    """A criterion in its words for scars alone or for who uses a medicine, where it has such words."""
    own = (heard.scars_alone and criterion.for_scars) or (heard.uses_medicine and criterion.for_users)
    say = own or _say(criterion, book, heard)
    return f"{say} {criterion.with_dates}" if heard.dated and criterion.with_dates else say


def _wait(id_: str, criterion: Criterion, intake: Intake, book: SuitabilityRules) -> Wait:
    since = treated_on(intake.treated_before, criterion)
    span = span_of(criterion, since) if since is not None else None
    return Wait(
        id=id_,
        say=_say(criterion, book),
        until=span.until if span else None,
        why=_why_wait(criterion, span, book),
        sources=criterion.read().sources,
    )


def _why_wait(criterion: Criterion, span: Span | None, book: SuitabilityRules) -> str:
    if span is None:
        return book.because["wait_no_date" if criterion.wait else "wait_no_length"]
    words = book.because["wait_until"]
    return fill(words, length=span.length, since=spoken(span.since), until=spoken(span.until))


def _asked(found: Mapping[str, Criterion], book: SuitabilityRules) -> str:
    """What a doctor was to be asked about, in a few words."""
    asking = [rule.short for rule in found.values() if rule.level == "ask_doctor" and rule.short]
    return listed(asking) if asking else book.referral["your_health"]


def _say(criterion: Criterion, book: SuitabilityRules, heard: _Heard | None = None) -> str:
    """The criterion's words, with the figures of its rules and what was `heard` filled in."""
    if not speaks_of_wait(criterion):
        told = {"asked": heard.asked, "open": heard.open} if heard else {}
        years, judged = book.adult_from_years.read().number, book.loss_judged_from_years.read().number
        months = book.settled_scar_months.read().number
        return fill(criterion.say, years=years, months=months, judged=judged, **told)
    figure = waiting_for(criterion, book).wait
    assert figure is not None, "a criterion with a date carries its wait"
    reading = figure.read()
    return fill(criterion.say, wait=reading.high if criterion.level == "know" else reading.number)


def _headline(
    stops: tuple[Criterion, ...], waits: tuple[Wait, ...], ask_again_on: date | None, book: SuitabilityRules
) -> str:
    words = book.referral
    if stops:
        key = HEADLINES.get(stops[0].found_by, NOT_NOW)
        headline = fill(words[key], years=book.adult_from_years.read().number)
        return f"{headline} {words['who_to_see']}" if key == NOT_NOW else headline
    if not waits:
        return ""
    if ask_again_on is None:
        return f"{words['no_date']} {words['who_to_see']}"
    return fill(words["ask_again"], date=spoken(ask_again_on))


def _steps(
    assessment: Assessment, found: Mapping[str, Criterion], book: SuitabilityRules
) -> tuple[Step, ...]:
    waits = {wait.id: wait for wait in assessment.suitability.wait}
    steps = [
        _wait_step(waits[id_], criterion) if id_ in waits else _step(id_, criterion, book)
        for id_, criterion in found.items()
    ]
    if assessment.ask_again_on is not None:
        steps.append(_ask_again_step(assessment.ask_again_on, waits, book))
    return tuple(steps)


def _step(id_: str, criterion: Criterion, book: SuitabilityRules) -> Step:
    """Why a criterion is listed; its value is the level it is listed under."""
    by = criterion.found_by
    return Step(
        field=f"suitability.{criterion.level}.{id_}",
        value=criterion.level,
        because=_because(book.because[by if by in ("health", "everyone") else "answer"], criterion),
        rules=(*_behind(criterion), *_figures(criterion, book)),
    )


def _because(found: str, criterion: Criterion) -> str:
    """How a criterion came up, and why it matters."""
    return f"{found} {criterion.reason.say}" if criterion.reason else found


def _behind(criterion: Criterion) -> tuple[Reading, ...]:
    """The criterion, and why it matters."""
    return (criterion.read(), criterion.reason.read()) if criterion.reason else (criterion.read(),)


def _figures(criterion: Criterion, book: SuitabilityRules) -> tuple[Reading, ...]:
    """The figures that decide whether a criterion applies."""
    if criterion.found_by == "age":
        return (book.adult_from_years.read(),)
    if criterion.found_by in ("young_scar", "scar_untold"):
        return (book.settled_scar_months.read(),)
    if criterion.found_by in (YOUNG_LOSS, YOUNG_LINE):
        return (book.loss_judged_from_years.read(),)
    if criterion.found_by == "little_loss":
        return (book.much_hair_left.read(),)
    figure = waiting_for(criterion, book).wait if speaks_of_wait(criterion) else None
    return (figure.read(),) if figure else ()


def _wait_step(wait: Wait, criterion: Criterion) -> Step:
    rules = (*_behind(criterion), *((criterion.wait.read(),) if criterion.wait else ()))
    because = _because(wait.why, criterion)
    return Step(field=f"suitability.wait.{wait.id}", value=wait.until, because=because, rules=rules)


def _ask_again_step(day: date, waits: Iterable[str], book: SuitabilityRules) -> Step:
    return Step(
        field="ask_again_on",
        value=day,
        because=book.because["ask_again"],
        uses=tuple(f"suitability.wait.{id_}" for id_ in waits),
    )
