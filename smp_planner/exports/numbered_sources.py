"""The numbered sources of the comparison: a number where one is cited, and the list of them at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from smp_planner.domain.plan import Compared, brought
from smp_planner.domain.provenance import Source
from smp_planner.domain.words import number
from smp_planner.exports.lines import heading, paragraph
from smp_planner.exports.wording import STRENGTH
from smp_planner.language.texts import N_, _

GRADES: Mapping[str, str] = {
    "high": N_("high"),
    "moderate": N_("moderate"),
    "low": N_("low"),
    "very_low": N_("very low"),
}
Numbers = Mapping[str, int]  # the number of each source that is cited here, by its id


def numbered(plan: Compared) -> Numbers:
    """Each source that is cited here with its number, in the order in which a reader meets them."""
    comparison = plan.comparison
    risks = (
        risk
        for harm in plan.harms
        for option in comparison.options
        for risk in brought(plan, harm, option.id)
    )
    cited = (
        *(cell.sources for row in comparison.rows for cell in row.cells.values()),
        *(way.sources for way in (*comparison.branches, *comparison.combinations)),
        *(risk.sources for risk in risks),
    )
    return _in_turn(cited)


def numbered_in_short(plan: Compared) -> Numbers:
    """The same for the questions that count people, and those that answer to what matters, alone."""
    rows = {row.id: row for row in plan.comparison.rows}
    asked = (rows[question.row] for concern in plan.matters for question in concern.questions)
    met = (*(row for row in rows.values() if row.chance), *asked)
    return _in_turn(cell.sources for row in met for cell in row.cells.values())


def _in_turn(cited: Iterable[Iterable[str]]) -> Numbers:
    ids = dict.fromkeys(id_ for sources in cited for id_ in sources)
    return {id_: place for place, id_ in enumerate(ids, start=1)}


def cited(sources: Iterable[str], numbers: Numbers, strength: str | None = None) -> str:
    """What stands in brackets: how strong the evidence is, and the numbers of the sources."""
    cites = ", ".join(map(number, sorted({numbers[id_] for id_ in sources})))
    return f"({_(STRENGTH[strength])}; {cites})" if strength else f"({cites})"


def source_lines(plan: Compared, numbers: Numbers) -> Iterator[str]:
    """Each numbered source: what it is called, its year, and how much it weighs."""
    known = {source.id: source for source in plan.sources}
    yield from heading(_("Sources of the comparison"))
    for id_, place in numbers.items():
        yield from paragraph(source_told(known[id_]), first=f"{number(place)}  ", rest="     ")


def source_told(source: Source) -> str:
    """What a source is called, its year where the title lacks it, and how much it weighs."""
    told = not source.year or str(source.year) in source.title
    title = source.title if told else f"{source.title}, {source.year}"
    return _("{title}. Grade: {grade}.", title=title, grade=_(GRADES[source.grade]))
