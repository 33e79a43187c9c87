"""What stands behind a figure that is told among the questions, where there is no plan to explain yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from smp_planner.domain.provenance import Reading, Source
from smp_planner.exports.inputs import from_answers
from smp_planner.language.texts import _
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.figure_told import figure_told
from smp_planner.views.state import for_clinic


def sourced(rules: RuleSet, reading: Reading) -> str:
    """A closed "source" that opens to the rule of a figure that is the same for all."""
    return _closed(_("source"), rules, [reading], "", ())


def why_asked(rules: RuleSet, *readings: Reading, answers: Sequence[str] = (), first: str = "") -> str:
    """A closed "why?" that opens to `first`, ready HTML, to the rules, and to the answers that feed them.

    The answers are told by their keys in `exports.inputs.ANSWERS`.
    """
    return _closed(_("why?"), rules, readings, first, answers)


def _closed(
    label: str, rules: RuleSet, readings: Sequence[Reading], first: str, answers: Sequence[str]
) -> str:
    told = "".join(f"<div>{_rule(reading, rules.sources)}</div>" for reading in readings)
    inside = f'<div class="quiet">{first}{told}<div>{escape(from_answers(answers))}</div></div>'
    key = escape(" ".join(("asked", *(reading.id for reading in readings))))
    return f'<details data-key="{key}"><summary>{escape(label)}</summary>{inside}</details>'


def _rule(reading: Reading, sources: Mapping[str, Source]) -> str:
    """A rule with its figure, range, setter, note and documents.

    Where it stands in the files is for those who edit them; a patient is spared it.
    """
    to_clinic = for_clinic()
    cited = "; ".join(_document(sources[id_], reading.at.get(id_)) for id_ in reading.sources)
    place = escape(_("In the rules: {place}", place=f"{reading.id}, {reading.place}"))
    where = f"<br>{place}" if to_clinic else ""
    told = escape(figure_told(reading, exactly=to_clinic))
    return f"<b>{escape(reading.label or '')}</b>: {told} {escape(_('Source:'))} {cited}.{where}"


def _document(source: Source, at: str | None) -> str:
    words = escape(source.title if at is None else f"{source.title}, {at}")
    if not source.url:
        return words
    return f'<a href="{escape(source.url)}" rel="noreferrer noopener" target="_blank">{words}</a>'
