"""The source of a rule's figure that is told among the questions, where there is no plan to explain yet."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from smp_planner.domain.provenance import Reading, Source
from smp_planner.language.texts import _


def sourced(reading: Reading, sources: Mapping[str, Source], *, with_place: bool) -> str:
    """A closed "source" that opens to the rule's name, its note and its documents, as ready HTML.

    Where the rule stands in the files is for those who edit them; a patient is spared it.
    """
    cited = "; ".join(_document(sources[id_], reading.at.get(id_)) for id_ in reading.sources)
    words = " ".join(escape(part) for part in (f"{reading.label}.", reading.note) if part)
    place = escape(_("In the rules: {place}", place=f"{reading.id}, {reading.place}"))
    where = f"<br>{place}" if with_place else ""
    inside = f"<div class='quiet'>{words} {escape(_('Source:'))} {cited}.{where}</div>"
    return f"<details><summary>{escape(_('source'))}</summary>{inside}</details>"


def _document(source: Source, at: str | None) -> str:
    words = escape(source.title if at is None else f"{source.title}, {at}")
    if not source.url:
        return words
    return f'<a href="{escape(source.url)}" rel="noreferrer noopener" target="_blank">{words}</a>'
