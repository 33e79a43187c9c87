"""Every figure of a finished plan leads to documents that a reader can look up, or that say why not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.provenance import Source
from smp_planner.exports.steps import Steps
from tests.fair_people import PLANS, done_for, fair_plan

# Documents without an address: what they are, or what their title says of it.
NO_DOCUMENT = {
    "our-judgement": "it is no document",
    "article": "it was handed to the makers as a text",
}
NOT_FOUND = ("page not named", "seen only in a review table", "address left out, as it names a medicine")


def cited(plan: TreatmentPlan) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every figure of the comparison and the risks, and the ids of its documents."""
    for row in plan.comparison.rows:
        for option, cell in row.cells.items():
            if cell.typical is not None:
                yield f"{row.id}.{option}", cell.sources
    for risk in plan.risks:
        if risk.per_100 is not None:
            yield f"risks.{risk.option}.{risk.id}", risk.sources
    steps = Steps.of(plan.trace)
    for option in plan.comparison.grafts_per_cm2:
        field = f"comparison.grafts_per_cm2.{option}"
        yield field, steps.sources(field)
    for step in plan.trace:
        for reading in step.rules:
            if step.field.startswith("comparison.rows.") and ".beside." in reading.id:
                yield reading.id, reading.sources
        if step.field.startswith("comparison.curves.") and step.value is not None:
            yield step.field, tuple(id_ for reading in steps.readings((step,)) for id_ in reading.sources)


def unfindable(source: Source) -> bool:
    """Whether nobody could look a document up: no title, no date, or no address and no word why."""
    excused = source.id in NO_DOCUMENT or any(words in source.title for words in NOT_FOUND)
    return not source.title or not (source.year or source.read_on) or not (source.url or excused)


def without_documents(plan: TreatmentPlan) -> list[str]:
    """The figures that cite nothing, or a document that is not listed or can't be looked up."""
    listed = {source.id: source for source in plan.sources}
    return [
        field
        for field, ids in cited(plan)
        if not ids or any(id_ not in listed or unfindable(listed[id_]) for id_ in ids)
    ]


@pytest.mark.ipdas("2.2.1")
@pytest.mark.parametrize("name", PLANS)
def test_every_figure_leads_to_documents_that_are_listed_and_can_be_looked_up(name: str) -> None:
    plan = fair_plan(name)
    least = 68 if "fut" in done_for(name) else 45  # what can't be done has no figures
    assert len(list(cited(plan))) > least  # of another loss nobody counted harms, density or donor hair
    assert without_documents(plan) == []


def test_a_document_that_is_missing_from_the_list_is_seen() -> None:
    plan = fair_plan("a man, US")
    field, ids = next((field, ids) for field, ids in cited(plan) if set(ids) - NO_DOCUMENT.keys())
    [gone, *_] = [id_ for id_ in ids if id_ not in NO_DOCUMENT]
    sources = tuple(source for source in plan.sources if source.id != gone)
    assert field in without_documents(replace(plan, sources=sources))


def test_a_document_without_an_address_and_without_a_word_why_is_seen() -> None:
    plan = fair_plan("a man, US")
    source = next(source for source in plan.sources if source.url)
    assert not unfindable(source)
    assert unfindable(replace(source, url=None))
    assert unfindable(replace(source, title=""))
