"""What a rule refers to is there: cited sources, and the rules that settle a claim; no source is idle."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import cast, get_args

from smp_planner.errors import Hints, Problem, did_you_mean
from smp_planner.rules.clinic_file import overrides_of
from smp_planner.rules.figures import source_id
from smp_planner.rules.layers import Layer
from smp_planner.rules.models import SourcesFile
from smp_planner.rules.shapes.claims import ArticleRules
from smp_planner.rules.shapes.rule_file import Grade
from smp_planner.rules.walk import Found

GRADES: tuple[str, ...] = get_args(Grade)
NEAR = 0.85  # of a clinic's own ids, many look a bit like one of ours


def check_citations(layer: Layer) -> Iterator[Problem]:
    """Citations of sources that no list holds; sources that nobody cites.

    Whether a source is cited can only be said when all rule files could be read.
    """
    listed = layer.files.get("sources")
    if listed is None or listed.model is None:
        return
    sources = cast(SourcesFile, listed.model)
    base = sources.root
    yield from _grades(layer, sources)
    known = set(base) | set(layer.clinic.sources if layer.clinic else ())
    yield from _unknown_in_rules(layer, known)
    yield from _unknown_in_clinic(layer, known)
    if layer.is_whole:
        cited = {id_ for entries in layer.found.values() for entry in entries for id_ in _ids(entry)}
        for id_ in base:
            if id_ not in cited:
                yield listed.problem((id_,), "is cited by no rule", "R402", "cite it or take it out")


def best_grades(listed: SourcesFile) -> dict[str, str]:
    """The highest grade that any document of a kind has in sources.yaml: no clinic grades its own above."""
    best: dict[str, str] = {}
    for one in listed.root.values():
        best[one.kind] = min(one.grade, best.get(one.kind, one.grade), key=GRADES.index)
    return best


def _grades(layer: Layer, base: SourcesFile) -> Iterator[Problem]:
    """Documents of the clinic's own that it grades above all documents of their kind."""
    if layer.clinic_file is None:
        return
    best = best_grades(base)
    for id_ in layer.clinic_file.rows(("sources",)):
        own = layer.clinic_file.rows(("sources", id_))
        kind, grade = str(own.get("kind")), str(own.get("grade"))
        if kind in best and grade in GRADES and GRADES.index(grade) < GRADES.index(best[kind]):
            text = f"is '{grade}'; no document of the kind '{kind}' in sources.yaml is above '{best[kind]}'"
            hint = f"write {best[kind]}: how sure a document makes us goes by its kind"
            yield layer.clinic_file.problem(("sources", id_, "grade"), text, "R555", hint)


def check_claims(layer: Layer) -> Iterator[Problem]:
    """Every rule that settles a claim of the article is there; only known when all files could be read."""
    if not layer.is_whole:
        return
    article = layer.files["article"]
    known = {found.id for entries in layer.found.values() for found in entries}
    for kind, claims in cast(ArticleRules, article.model).claims.items():
        for id_, claim in claims.items():
            for index, rule in enumerate(claim.rules):
                if rule not in known:
                    path = ("claims", kind, id_, "rules", index)
                    hint = did_you_mean(rule, known)
                    yield article.problem(path, f"names '{rule}', which is no rule", "R309", hint)


def _ids(found: Found) -> list[str]:
    return [source_id(citation) for citation in found.entry.sources]


def _unknown_in_rules(layer: Layer, known: Collection[str]) -> Iterator[Problem]:
    hints = Hints(known)
    for name, entries in layer.found.items():
        for entry in entries:
            for index, id_ in enumerate(_ids(entry)):
                if id_ not in known:
                    yield layer.files[name].problem(
                        (*entry.path, "sources", index),
                        f"cites '{id_}', which sources.yaml does not list",
                        "R401",
                        hints.closest(id_),
                    )


def _unknown_in_clinic(layer: Layer, known: Collection[str]) -> Iterator[Problem]:
    if layer.clinic is None or layer.clinic_file is None:
        return
    clinic, hints = layer.clinic, Hints(known, alike=NEAR)
    named = (
        *((path, override.sources) for path, _, override in overrides_of(clinic)),
        *((("exceptions", id_), one.sources) for id_, one in clinic.exceptions.items()),
        *((("instructions", id_), one.sources) for id_, one in clinic.instructions.items()),
        *((("about", id_), said.sources) for id_, said in clinic.about.stated().items()),
        *([(("prices",), clinic.prices.sources)] if clinic.prices else []),
    )
    for path, sources in named:
        for index, source in enumerate(sources):
            if source not in known:
                yield layer.clinic_file.problem(
                    (*path, "sources", index),
                    f"cites '{source}', which neither sources.yaml nor this file lists",
                    "R401",
                    hints.closest(source) or "list it under sources, in this file",
                )
