"""Medicines by name: said in the regions that may name them to the public, and left out elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from pydantic import BaseModel

from smp_planner.domain.provenance import Source
from smp_planner.rules.layers import Layer, refound
from smp_planner.rules.shapes.rule_file import SourceEntry
from smp_planner.rules.shapes.treatments import MedicationRules, Naming


def naming_of(layer: Layer) -> Naming:
    """Which medicines have names that must stay out of most regions, and what is told where they need not."""
    return cast(MedicationRules, layer.files["medication"].model).naming


def by_name(layer: Layer) -> Layer:
    """The rules in the words that name medicines."""
    models: dict[str, Any] = {name: file.model for name, file in layer.files.items()}
    told = naming_of(layer).told
    for path, text in told.items():
        models = cast("dict[str, Any]", _with(models, path.split("."), text))
    return refound(layer, {path.split(".")[0]: models[path.split(".")[0]] for path in told})


def text_at(models: Mapping[str, object], path: str) -> str | None:
    """The text that stands at a path such as `options.options.smp.about`, or None."""
    spot: object = models
    for part in path.split("."):
        spot = _within(spot).get(part)
    return spot if isinstance(spot, str) else None


def source_told(id_: str, entry: SourceEntry, left_out: str | None) -> Source:
    """A document as it is; or, with the words for an address left out, without the names of medicines."""
    told = entry if left_out is None or entry.quiet is None else entry.quiet
    gone = entry.url is not None and told.url is None
    return Source(
        id=id_,
        title=f"{told.title} {left_out}" if gone else told.title,
        year=entry.year,
        kind=entry.kind,
        grade=entry.grade,
        url=told.url,
        read_on=entry.read_on,
    )


def _with(spot: object, path: Sequence[str], text: str) -> object:
    """A model or table with another text at a path; what stands beside the path is shared."""
    first, *rest = path
    new = _with(_within(spot)[first], rest, text) if rest else text
    if isinstance(spot, BaseModel):
        return spot.model_copy(update={first: new})
    return {**_within(spot), first: new}


def _within(spot: object) -> Mapping[str, object]:
    """What stands in a model or a table, by key; nothing in a text."""
    if isinstance(spot, BaseModel):
        return vars(spot)
    return cast("Mapping[str, object]", spot) if isinstance(spot, Mapping) else {}
