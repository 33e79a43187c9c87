"""The number to call at once: that of the region that is set, in every text; those of all where none is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from pydantic import BaseModel

from smp_planner.rules.layers import Layer, refound
from smp_planner.rules.shapes.aftercare import AftercareRules
from smp_planner.rules.walk import holder


def with_own_number(layer: Layer, region: str) -> Layer:
    """The rules with the number of one region in place of those of all, in `emergency.everywhere` too."""
    numbers = cast(AftercareRules, layer.files["aftercare"].model).emergency
    models = {name: cast(BaseModel, file.model) for name, file in layer.files.items()}
    told = _changed(models, numbers.everywhere, numbers.in_region[region])
    return refound(layer, cast("dict[str, BaseModel]", told))


def _told(spot: object, everywhere: str, own: str) -> object:
    """The same with other words in its texts; what holds none of them is the very same."""
    if isinstance(spot, str):
        return spot.replace(everywhere, own) if everywhere in spot else spot
    kind = holder(type(spot))
    if kind is None:
        return spot
    if kind is list:
        texts = cast("list[object]", spot)
        told = [_told(one, everywhere, own) for one in texts]
        return told if told != texts else texts
    if kind is BaseModel:
        model = cast(BaseModel, spot)
        changed = _changed(vars(model), everywhere, own)
        return model.model_copy(update=changed) if changed else model
    table = cast("dict[str, object]", spot)
    changed = _changed(table, everywhere, own)
    return {**table, **changed} if changed else table


def _changed(table: Mapping[str, object], everywhere: str, own: str) -> dict[str, object]:
    """What holds other words now, by key."""
    told = {key: _told(one, everywhere, own) for key, one in table.items()}
    return {key: one for key, one in told.items() if one is not table[key]}
