"""The cells of the comparison: words with their figures filled in, from the rules or the plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple

from smp_planner.domain.comparison import Cell
from smp_planner.domain.plan_figures import OWN_HAIR, SURGERY
from smp_planner.domain.provenance import GRADES, Described, Reading, Step
from smp_planner.domain.quantities import Estimate, Number, rounded
from smp_planner.domain.words import fill, number
from smp_planner.planner.comparison.filled import fill_cell, one_number, told_beside, told_figures
from smp_planner.planner.comparison.of_100 import both_ways
from smp_planner.planner.comparison.plan_figure import PlanFigure
from smp_planner.planner.comparison.whole_people import ALL_COUNTED
from smp_planner.planner.comparison.whom import (
    Whom,
    asked_as,
    begun_already,
    holds_for,
    not_counted,
    own_answer,
    own_course,
)
from smp_planner.planner.coverage.extents import is_wide
from smp_planner.planner.one_at_a_time import span_of
from smp_planner.rules.figures import Saying
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.comparison import (
    FEWER,
    GAP,
    MONEY,
    NOTHING,
    OTHERS,
    PEOPLE,
    UNTREATED,
    Answer,
    RowRule,
)

PER_100 = "per 100"
NOBODY_COUNTED = GRADES[-1]  # the strength of an answer that was counted in nobody like this person
NO_OTHERS: Mapping[str, Reading] = MappingProxyType({})

Filled = tuple[Cell, Step]


class Blank(NamedTuple):
    """A cell before it is filled: its answer for these people, its path in the record, its row's unit.

    `unknown` is why there is none for them; then `answer` is that for the people who were counted.
    `beside` are the other figures that the words need, by name. `begun` is what is said beside a count of
    people who began the medicine that these use by now.
    """

    answer: Answer
    field: str
    unit: str
    describes: Described | None
    unknown: Saying | None = None
    beside: Mapping[str, Reading] = NO_OTHERS
    begun: Saying | None = None

    @property
    def reading(self) -> Reading:
        """The answer as it was read."""
        return self.answer.read()


def blank_for(id_: str, row: RowRule, option: str, whom: Whom, rules: RuleSet) -> Blank:
    """The answer for these people: their own, the one that holds for them, or that nobody counted them."""
    rule, field = row.cell(option), f"comparison.rows.{id_}.{option}"
    if whom.whole_scalp and needs_donor(row, option):
        return Blank(rule, field, row.unit, None, rules.comparison.not_known.no_donor)
    whom = asked_as(rule, whom)
    apart = own_course(rule, whom)
    if apart is not None:
        return Blank(apart, field, row.unit, None, None, _beside(apart, apart))
    blank = _by_kind(field, row, option, whom, rules)
    counted = blank.unknown is None and (blank.answer.not_known is None or blank.beside)
    if whom.uses_medicine and rule.from_the_start and counted:
        return blank._replace(describes=None, unknown=rules.comparison.not_counted.users, beside=NO_OTHERS)
    if whom.outside is not None and rule.over_years and counted:
        outside: Saying = getattr(rules.comparison.not_counted, whom.outside)
        return blank._replace(describes=None, unknown=outside, beside=NO_OTHERS)
    return blank._replace(begun=begun_already(blank.answer.of_medicine, whom, rules)) if counted else blank


def needs_donor(row: RowRule, option: str) -> bool:
    """Whether an answer tells what hair that is moved would do: without any, the option isn't possible.

    What an option is, and who may have it, is told all the same.
    """
    return option in SURGERY and not row.of_the_option


def _by_kind(field: str, row: RowRule, option: str, whom: Whom, rules: RuleSet) -> Blank:
    """The answer for people of a kind, whether or not they use a medicine by now."""
    rule, nothing = row.cell(option), row.cell(NOTHING)
    own = own_answer(rule, whom)
    if own is not None:
        name, answer = own
        return Blank(answer, field, row.unit, name, None, _beside(answer, getattr(nothing, f"for_{name}")))
    if holds_for(rule.counted_in, whom.kind):
        return Blank(rule, field, row.unit, rule.counted_in, None, _beside(rule, nothing))
    return Blank(rule, field, row.unit, None, not_counted(whom.kind, rules))


def _beside(answer: Answer, nothing: Answer) -> Mapping[str, Reading]:
    """The figures beside that of an answer; also that of doing nothing where the words need it."""
    found = {name: figure.read() for name, figure in answer.beside.items()}
    if UNTREATED not in found and any(f"{{{name}}}" in answer.say for name in (UNTREATED, GAP)):
        found[UNTREATED] = nothing.read()
    return found


def from_rules(blank: Blank, rules: RuleSet) -> Filled:
    """A cell that is the same for everybody, or for all people of a kind."""
    answer, reading, because = blank.answer, blank.reading, rules.comparison.because
    if blank.unknown is not None:
        return _not_counted(blank, blank.unknown)
    unit, whole = blank.unit.replace(MONEY, rules.currency), blank.unit == PEOPLE
    if answer.value is None:
        readings = (reading, *blank.beside.values())
        counted = whole or any(figure.of for figure in answer.beside.values())
        beside = told_beside(blank.beside, unit, rules, whole=counted)
        cell = _cell(blank, fill(answer.say, **beside), _cited(*readings), not_known=answer.not_known)
        cell = cell._replace(note=_with_beside(answer.note, beside))
        reason = answer.not_known or because.words_from_sources
        return cell, Step(field=blank.field, value=None, because=reason, rules=readings)
    low, typical, high = span_of(reading)
    beside = told_beside(blank.beside, unit, rules, whole=whole)
    noted = _with_beside(answer.note, beside)
    reading = replace(reading, note=noted)
    figure = Estimate(low, typical, high, unit, _note(low, high, noted, rules=rules))
    begun = (blank.begun.read(),) if blank.begun else ()
    readings = (reading, *blank.beside.values(), *begun)
    say = _and_begun(_told(blank, figure, beside, rules), blank)
    cell = _cell(blank, say, _cited(*readings), figure=figure)
    if answer.of_100 is not None:
        of_100 = _and_begun(both_ways(answer.of_100, figure, rules, beside), blank)
        cell = cell._replace(of_100=of_100)
    return cell, Step(field=blank.field, value=figure, because=because.from_sources, rules=readings)


def _with_beside(note: str | None, beside: Mapping[str, str]) -> str | None:
    """A note with the figures in it that it asks for."""
    return note and fill(note, **beside)


def _and_begun(say: str, blank: Blank) -> str:
    """The words of a count, and that it counts people who began what these use by now."""
    return f"{say} {blank.begun.say}" if blank.begun else say


def _told(blank: Blank, figure: Estimate, beside: Mapping[str, str], rules: RuleSet) -> str:
    """The words with the figure in them; people come whole."""
    people = blank.unit == PEOPLE
    shown = figure.whole() if people else figure
    also = {FEWER: number(-shown.typical), OTHERS: number(ALL_COUNTED - shown.typical)}
    if UNTREATED in blank.beside:
        untreated = blank.beside[UNTREATED].number
        also[GAP] = number(shown.typical - (rounded(untreated) if people else untreated))
    one = one_number(figure, rules, blank.reading.sources)
    told = figure if people else shown
    return fill_cell(blank.answer.say, told, rules, {**beside, **also}, one_number=one, people=people)


def from_plan(blank: Blank, found: PlanFigure, rules: RuleSet) -> Filled:
    """A cell with a figure of this person's plan, or the reason why there is none."""
    reading = blank.reading
    readings = (*found.rules, reading, *blank.beside.values())
    sources = _cited(reading, *found.rules, *blank.beside.values())
    figure, nothing, because = found.estimate, found.not_needed, found.because
    if figure is None:
        step = Step(field=blank.field, value=None, because=because, rules=readings, uses=found.uses)
        if nothing is not None:
            return _without_figure(blank, because, sources, not_needed=True), step
        return _without_figure(blank, because, sources, withheld=found.withheld), step
    why = None if nothing is None else fill_cell(nothing.say, figure, rules)
    needless = None if why is None else True
    note = _note(figure.low, figure.high, blank.answer.note, figure.note, rules=rules)
    if note != figure.note:
        figure = Estimate(figure.low, figure.typical, figure.high, figure.unit, note)
    beside = told_beside(blank.beside, figure.unit, rules, whole=False) | told_figures(found.beside, rules)
    say = blank.answer.say
    if found.own_hair and blank.answer.with_own_hair is not None:
        say, beside = blank.answer.with_own_hair, beside | {OWN_HAIR: found.own_hair}
    say = fill_cell(say, figure, rules, beside, one_number=found.one_number)
    cell = _cell(blank, say, sources, figure=figure, not_needed=needless)
    if found.leans is not None:
        cell = cell._replace(leans=found.leans)
    if found.parts:
        cell = cell._replace(parts=found.parts)
    if why is not None:
        cell = cell._replace(say=why, leans="neither")
    return cell, Step(field=blank.field, value=figure, because=because, rules=readings, uses=found.uses)


def withheld(blank: Blank, waits: Saying) -> Filled:
    """A cell of money that is not shown yet: it says what it waits for."""
    reading = blank.reading
    step = Step(field=blank.field, value=None, because=waits.say, rules=(waits.read(), reading))
    return _without_figure(blank, waits.say, reading.sources, withheld=True), step


def _not_counted(blank: Blank, why: Saying) -> Filled:
    reading, reason = blank.reading, why.read()
    step = Step(field=blank.field, value=None, because=why.say, rules=(reason, reading))
    return _without_figure(blank, why.say, _cited(reason, reading)), step


def _cited(*readings: Reading) -> tuple[str, ...]:
    """The sources of several rules, each once, in their order."""
    return tuple(dict.fromkeys(chain.from_iterable([reading.sources for reading in readings])))


def _without_figure(
    blank: Blank,
    why: str,
    sources: tuple[str, ...],
    *,
    not_needed: bool | None = None,
    withheld: bool | None = None,
) -> Cell:
    """A cell without a figure: it says why, and leans to no side.

    Where it isn't known for this person, the studies of others are no evidence for it.
    """
    unknown = not_needed is withheld is None
    return Cell(
        say=why,
        leans="neither",
        not_known=why if unknown else None,
        not_needed=not_needed,
        withheld=withheld,
        sources=sources,
        strength=NOBODY_COUNTED if unknown else blank.answer.strength,
    )


def _note(low: Number, high: Number, *notes: str | None, rules: RuleSet) -> str | None:
    """The notes that are there; a wide range that has none says so."""
    found = " ".join(filter(None, notes))
    if not found and is_wide(low, high):
        return rules.comparison.notes.wide_range.say
    return found or None


def _cell(
    blank: Blank,
    say: str,
    sources: tuple[str, ...],
    *,
    figure: Estimate | None = None,
    not_known: str | None = None,
    not_needed: bool | None = None,
) -> Cell:
    """A cell in the words of its answer, with a figure where there is one."""
    answer = blank.answer
    return Cell(
        say=say,
        leans=answer.leans,
        describes=blank.describes,
        low=figure and figure.low,
        typical=figure and figure.typical,
        high=figure and figure.high,
        not_known=not_known,
        not_needed=not_needed,
        per_100=figure._replace(unit=PER_100) if figure and blank.unit == PEOPLE else None,
        sources=sources,
        strength=answer.strength,
        note=figure.note if figure else answer.note,
        in_short=answer.in_short,
    )
