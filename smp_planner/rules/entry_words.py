"""What an entry of the rules is called in the rule book, what it says, and what is told beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from smp_planner.domain.plan_figures import SURGERY
from smp_planner.domain.quantities import Number
from smp_planner.domain.words import between, figure, listed
from smp_planner.language.days import MONTHS
from smp_planner.language.speech import spoken_now
from smp_planner.language.texts import N_, _
from smp_planner.rules.cell_names import cell_name
from smp_planner.rules.figures import Cited, Split, SplitRow
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.aftercare import BeforeVisit, Instruction, Summer
from smp_planner.rules.shapes.answers import DriverAnswers
from smp_planner.rules.shapes.comparison import SURGERY_CELL, Answer, Beside
from smp_planner.rules.shapes.course import Sessions
from smp_planner.rules.shapes.years import PricePoint, TermLimits

CM2, PER_CENT, VISITS, MONTHS_TOLD = "cm2", "per cent", "visits", "months"
CELLS, BESIDE = ".cells.", "beside"
PEOPLE: Mapping[str, str] = {
    "for_men": N_("men"),
    "for_women": N_("women"),
    "for_others": N_("another kind of hair loss"),
    "for_scars": N_("scars alone"),
    "for_users": N_("people who use a medicine for hair by now"),
    "for_resting": N_("people whose loss has stayed the same"),
    "for_far": N_("people whose loss has gone far"),
    "for_whole_scalp": N_("another kind of hair loss over the whole scalp"),
    "for_thin": N_("people whose hair is thin and not gone"),
    BESIDE: N_("a figure beside it"),
}
"""For whom an answer of the comparison holds, by its key; the last is a second figure of the same answer."""

DRIVERS: Mapping[str, str] = {
    "large_area": N_("a large area"),
    "fair_skin": N_("fair skin"),
    "difficult_skin": N_("difficult skin"),
}
"""What drivers that some answers bring up are called, by their key."""


def called(entry: Cited, rules: RuleSet) -> str:
    """Its label, with the area of a price by area or the option of an answer; nothing where it has none."""
    found = entry.read()
    match entry:
        case PricePoint():
            return _("{label}: {area}", label=found.label, area=figure(entry.cm2, CM2))
        case Answer() | Beside():
            return _("{label}: {whose}", label=found.label, whose=", ".join(_whose(found.id, rules)))
        case Instruction() | BeforeVisit():
            return entry.name
        case Split():
            return entry.label
        case _:
            return found.label or ""


def _whose(id_: str, rules: RuleSet) -> Iterator[str]:
    """The options and the people that an answer of the comparison is about."""
    option, *others = id_.partition(CELLS)[2].split(".")
    for one in SURGERY if option == SURGERY_CELL else (option,):
        yield rules.options.options[one].name
    yield from (_(PEOPLE[key]) for key in others if key in PEOPLE)


def said(entry: Cited, rules: RuleSet) -> str:
    """The sentence of what is no figure."""
    match entry:
        case Split():
            return _("{name}. {note}", name=entry.label, note=entry.note)
        case Summer():
            return _(
                "Months in which the sun is strong: {months}.", months=_in_short(entry.months[rules.region])
            )
        case DriverAnswers():
            return _driver(entry, rules)
        case TermLimits():
            return _terms(entry)
        case _:
            words: str = vars(entry).get("say") or vars(entry)["why"]
            return words


def beside(entry: Cited, rules: RuleSet) -> tuple[str, ...]:
    """Sentences with the numbers that a figure holds beside its value; no clinic moves them."""
    match entry:
        case SplitRow():
            return (_("It lies in: {zones}.", zones=", ".join(_zones(entry.split, rules))),)
        case Sessions():
            return (_("Most clinics publish {visits}.", visits=_span(entry.published, entry.unit)),)
        case _:
            return ()


def _zones(split: Mapping[str, Number], rules: RuleSet) -> Iterator[str]:
    """Zones, each without those within it, with their per cent."""
    for zone, percent in split.items():
        told = spoken_now().figures.per_cent(percent)
        yield _("{zone} {percent}", zone=cell_name(zone, rules), percent=told)


def _in_short(months: Sequence[str]) -> str:
    return listed([spoken_now().days.short_months[MONTHS.index(month)] for month in months])


def _driver(entry: DriverAnswers, rules: RuleSet) -> str:
    traits = rules.intake.in_a_line["traits"]
    return _(
        "What counts as {driver}: {answers}. {note}",
        driver=_(DRIVERS[entry.read().id.rpartition(".")[2]]),
        answers=listed([traits.get(answer, answer) for answer in entry.among]),
        note=entry.note or "",
    ).rstrip()


def _terms(entry: TermLimits) -> str:
    free = entry.free_touch_ups
    return _(
        "The price list of a clinic may hold a tax of {tax}, a deposit of {deposit}, and {visits} for "
        "touch-ups at no charge within {months}.",
        tax=_span(entry.tax_percent, PER_CENT),
        deposit=_span(entry.deposit_percent, PER_CENT),
        visits=_span(free.visits, VISITS),
        months=_span(free.within_months, MONTHS_TOLD),
    )


def _span(ends: Sequence[Number], unit: str) -> str:
    return between(ends[0], ends[1], unit)
