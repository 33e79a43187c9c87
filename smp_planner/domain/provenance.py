"""Where a figure comes from: the rule that was read, its sources, and the step that used it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from typing import Literal, NamedTuple, overload

from smp_planner.domain.fixed import is_fixed
from smp_planner.domain.quantities import Estimate, Number
from smp_planner.language.texts import N_

BASE_RULES = N_("base rules")
"""Who set a rule that no clinic moved."""
Described = Literal["men", "women", "pattern_loss", "others", "scars"]
"""Whom an answer describes; `pattern_loss`: men and women with pattern hair loss."""
OfWhom = Literal[Described, "everybody", "some"]
"""Of whom a rule tells: a group, everybody alike, or `some`: others are told another answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document that a figure rests on."""

    id: str
    title: str
    year: int | None
    kind: str
    grade: str
    url: str | None
    read_on: date


GRADES = ("high", "moderate", "low", "very_low")
"""How sure documents make us, the surest first."""
FORMULA = "formula"
"""The kind of a document that tells how to reckon, and nothing of what happened to people."""


def strongest(documents: Iterable[Source]) -> str:
    """The grade of the strongest document; a formula lifts none, and alone makes nobody sure."""
    grades = {document.grade for document in documents if document.kind != FORMULA}
    return next((grade for grade in GRADES if grade in grades), GRADES[-1])


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One rule as it was read: planned value, range of the sources, limits, and who set it.

    `label` names a figure in words; a rule that is a sentence has none. `signed` says who answers for a
    clinic's own rule beyond the limits of the base rules.
    """

    id: str
    label: str | None = None
    value: Number | str
    range: tuple[Number, ...] = ()
    limits: tuple[Number, ...] = ()
    unit: str = ""
    basis: str = ""
    sources: tuple[str, ...]
    at: Mapping[str, str] = field(default_factory=dict[str, str])
    place: str
    set_by: str = BASE_RULES
    note: str | None = None
    signed: str | None = None

    @property
    def low(self) -> Number:
        """Lower end of the recommended range."""
        return self.range[0]

    @property
    def high(self) -> Number:
        """Upper end of the recommended range."""
        return self.range[-1]

    @property
    def by_clinic(self) -> bool:
        """Whether a clinic moved it, or gave it itself."""
        return self.set_by != BASE_RULES

    @property
    def is_fixed(self) -> bool:
        """Whether it is a figure that no clinic may set (`domain.fixed`)."""
        return bool(self.range) and is_fixed(self.id)

    @property
    def number(self) -> Number:
        """The planned value of a rule that holds a number."""
        assert not isinstance(self.value, str), self.id
        return self.value


class Step(NamedTuple):
    """Why one reported figure is what it is: field of the plan record, value, reason, rules.

    `of_whom` says of whom an answer tells that stands in the rules; None: it was worked out for this person.
    `plainly` is the reason with shares in whole parts of a hundred, where it holds any, for a patient.
    """

    field: str
    value: Number | str | date | Estimate | None
    because: str
    rules: tuple[Reading, ...] = ()
    uses: tuple[str, ...] = ()
    of_whom: OfWhom | None = None
    plainly: str | None = None


Telling = Callable[[], Iterable[Step]]
"""Tells the steps behind a result when it is asked to: a what-if, which is thrown away, never asks."""


class Trace(Sequence[Step]):
    """Steps in the order of a plan, told when somebody first looks for one; drawing a page rarely does."""

    def __init__(self, tell: Telling) -> None:
        self._tell = tell

    @cached_property
    def _steps(self) -> tuple[Step, ...]:
        return tuple(self._tell())

    @overload
    def __getitem__(self, place: int) -> Step: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Step, ...]: ...

    def __getitem__(self, place: int | slice) -> Step | tuple[Step, ...]:
        return self._steps[place]

    def __len__(self) -> int:
        return len(self._steps)


def told_once(tell: Telling) -> Telling:
    """The same steps, worked out when they are asked for first."""
    return cache(lambda: tuple(tell()))
