"""Every question of the comparison with every option's whole answer, the risks, and the numbered sources.

A question stands over its answers, an option a bullet: it can be read aloud, and no line is a table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from smp_planner.domain.comparison import Cell, Risk, Row
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.provenance import Source
from smp_planner.domain.quantities import rounded
from smp_planner.domain.words import between, number
from smp_planner.exports.lines import bullets, heading, paragraph
from smp_planner.language.texts import N_, _

HOW_TO_READ = N_(
    "Each option answers each question, in the same order. In brackets stand how strong the evidence is, "
    "and the numbers of the sources, which are listed at the end."
)
PREVENT, DO = N_("Prevention: {words}"), N_("What to do: {words}")
EVIDENCE: Mapping[str, str] = {
    "high": N_("evidence strong"),
    "moderate": N_("evidence fair"),
    "low": N_("evidence weak"),
    "very_low": N_("evidence very weak"),
}
GRADES: Mapping[str, str] = {
    "high": N_("high"),
    "moderate": N_("moderate"),
    "low": N_("low"),
    "very_low": N_("very low"),
}
Numbers = Mapping[str, int]  # the number of each source that is cited here, by its id


def all_answers(plan: TreatmentPlan) -> Iterator[str]:
    """The questions by group, what people combine, the risks of each option, and the sources of all of it."""
    comparison, numbers = plan.comparison, _numbered(plan)
    names = {option.id: option.name for option in comparison.options}
    yield from heading(_("All questions, all options"))
    yield from paragraph(f"{_(HOW_TO_READ)} {comparison.order_say}".rstrip())
    yield from _asked(_("What it is"), (f"{option.name}: {option.about}" for option in comparison.options))
    yield from _asked(
        _("Is it open to you?"), (f"{option.name}: {option.why}" for option in comparison.options)
    )
    for group in dict.fromkeys(row.group for row in comparison.rows):
        yield from heading(group)
        for place, row in enumerate(row for row in comparison.rows if row.group == group):
            told = (f"{names[id_]}: {_answer(cell, row, numbers)}" for id_, cell in row.cells.items())
            yield from _asked(row.question, told)[0 if place else 1 :]
    for title, ways in (
        (_("What doing nothing can hold"), comparison.branches),
        (_("What people combine"), comparison.combinations),
    ):
        if ways:
            yield from heading(title)
            yield from bullets(f"{way.say} {_cited(way.sources, numbers)}" for way in ways)
    yield from _risks(plan, names, numbers)
    yield from _sources(plan, numbers)


def _asked(question: str, answers: Iterable[str]) -> list[str]:
    """An empty line, a question, and a bullet for each answer."""
    return ["", *paragraph(question), *bullets(answers)]


def _answer(cell: Cell, row: Row, numbers: Numbers) -> str:
    """The words of a cell, what its words leave out, how strong its evidence is, and its sources."""
    parts = (
        cell.say,
        _range(cell, row),
        cell.of_100,
        cell.note,
        _cited(cell.sources, numbers, cell.strength),
    )
    return " ".join(filter(None, parts))


def _range(cell: Cell, row: Row) -> str | None:
    """From low to high, where the words of a cell do not hold both ends."""
    if cell.low is None or cell.high is None or cell.low == cell.high:
        return None
    told = f"{cell.say} {cell.of_100}"
    if all(number(end) in told or number(rounded(end)) in told for end in (cell.low, cell.high)):
        return None
    return _("From low to high: {range}.", range=between(cell.low, cell.high, row.unit))


def _cited(sources: Iterable[str], numbers: Numbers, strength: str | None = None) -> str:
    """What stands in brackets: how strong the evidence is, and the numbers of the sources."""
    cites = ", ".join(map(number, sorted({numbers[id_] for id_ in sources})))
    return f"({_(EVIDENCE[strength])}; {cites})" if strength else f"({cites})"


def _risks(plan: TreatmentPlan, names: Mapping[str, str], numbers: Numbers) -> Iterator[str]:
    """The risks of every option alike: how many of 100, what helps, and what to do."""
    if not plan.risks:
        return
    yield from heading(_("Risks of each option"))
    for place, (option, name) in enumerate(names.items()):
        told = (_risk(risk, numbers) for risk in plan.risks if risk.option == option)
        yield from _asked(name, told)[0 if place else 1 :]


def _risk(risk: Risk, numbers: Numbers) -> str:
    helps = (_(PREVENT, words=risk.prevent), _(DO, words=risk.do))
    how_many = risk.of_100 or risk.not_known
    return " ".join(filter(None, (risk.say, how_many, *helps, _cited(risk.sources, numbers))))


def _numbered(plan: TreatmentPlan) -> Numbers:
    """Each source that is cited here with its number, in the order in which a reader meets them."""
    comparison = plan.comparison
    cited = (
        *(cell.sources for row in comparison.rows for cell in row.cells.values()),
        *(way.sources for way in (*comparison.branches, *comparison.combinations)),
        *(risk.sources for option in comparison.options for risk in plan.risks if risk.option == option.id),
    )
    ids = dict.fromkeys(id_ for sources in cited for id_ in sources)
    return {id_: place for place, id_ in enumerate(ids, start=1)}


def _sources(plan: TreatmentPlan, numbers: Numbers) -> Iterator[str]:
    """Each numbered source: what it is called, its year, and how much it weighs."""
    known = {source.id: source for source in plan.sources}
    yield from heading(_("Sources of the comparison"))
    for id_, place in numbers.items():
        yield from paragraph(_source(known[id_]), first=f"{number(place)}  ", rest="     ")


def _source(source: Source) -> str:
    told = not source.year or str(source.year) in source.title
    title = source.title if told else f"{source.title}, {source.year}"
    return _("{title}. Grade: {grade}.", title=title, grade=_(GRADES[source.grade]))
