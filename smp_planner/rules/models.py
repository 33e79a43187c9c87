"""Which rule files there are, and the shape of each: what a RuleSet holds of rule files, and the sources."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_type_hints

from pydantic import BaseModel, ConfigDict, RootModel, create_model

from smp_planner.rules.figures import Strict
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.rule_file import RuleFile, SourceEntry


class SourcesFile(RootModel):  # pyright: ignore[reportMissingTypeArgument]  # built when it is first used
    """sources.yaml: every document cited, by id."""

    model_config = ConfigDict(defer_build=True)

    root: dict[str, SourceEntry]


def _held() -> dict[str, type[RuleFile]]:
    kinds = get_type_hints(RuleSet).items()
    return {name: kind for name, kind in kinds if isinstance(kind, type) and issubclass(kind, RuleFile)}


_HELD = _held()

MODELS: Mapping[str, type[BaseModel]] = {"sources": SourcesFile, **_HELD}
"""The shape of each rule file by its name, in the order they are read."""

PARTED: Mapping[str, str] = {name: model.PARTED for name, model in _HELD.items() if model.PARTED}
"""The rule files that stand in parts, and the key whose tables fill the files of their folder."""

_FIELDS: Any = {name: (model, ...) for name, model in MODELS.items()}

RuleFiles: type[BaseModel] = create_model("RuleFiles", __base__=Strict, **_FIELDS)
"""All rule files in one shape, by name."""
