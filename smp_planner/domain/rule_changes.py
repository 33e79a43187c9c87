"""Two sets of rules beside each other: which figures and which other keys differ."""

from __future__ import annotations

from typing import NamedTuple

from smp_planner.domain.provenance import Reading


class MovedFigure(NamedTuple):
    """A figure that is planned with otherwise: how each set of rules has it, where, and who set it."""

    id: str
    label: str
    before: Reading
    after: Reading


class OtherKey(NamedTuple):
    """A text, a source, a setting of a clinic that differs: what stands in each file, and where.

    Where a file has no such key the value is `NOTHING` and the place is empty.
    """

    id: str
    before: object
    after: object
    place_before: str
    place_after: str


class RuleChanges(NamedTuple):
    """Everything in which two sets of rules differ; comments and the order of keys are no difference."""

    figures: tuple[MovedFigure, ...]
    keys: tuple[OtherKey, ...]
