"""The building blocks of every rule file: a figure, a table of figures, a cited text.

A figure keeps three things apart: `value` (what we plan with), `range` (what the sources
recommend) and `limits` (what nobody may cross). Reading one gives a `Reading`, which carries
its id, sources, place in the file and who set it into the trace.
"""

from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    PrivateAttr,
    WithJsonSchema,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from smp_planner.domain.provenance import Reading
from smp_planner.domain.shares import share_of
from smp_planner.language.texts import _

Number = Annotated[int | Decimal, Field(union_mode="left_to_right"), WithJsonSchema({"type": "number"})]
Pair = Annotated[list[Number], Field(min_length=2, max_length=2)]
SAYS_SOMETHING = r"\S"
Text = Annotated[str, Field(min_length=1, pattern=SAYS_SOMETHING)]
Words = Annotated[Text, AfterValidator(_)]  # for people: told as the rules are read
Basis = Literal["article", "paper", "clinic", "marketing", "derived"]
Unit = Literal[
    "cm2", "cm", "mm", "dots/cm2", "dots/hour", "dots", "sessions", "visits", "hours", "days",
    "months", "years", "share", "per cent", "per 100", "steps", "grafts", "grafts/cm2",
    "hairs/cm2", "operations", "USD", "GBP", "USD/month", "GBP/month", "USD/graft", "GBP/graft",
    "USD/cm2", "GBP/cm2", "SPF", "points", "events", "times", "scars", "concerns", "score", "minutes",
    "minutes a day",
]  # fmt: skip


class Strict(BaseModel):
    """Unknown keys and wrong types are errors; nothing changes after loading."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)


class Cite(Strict):
    """A source and the place in it."""

    id: Text
    at: Words


Cites = Annotated[list[Text | Cite], Field(min_length=1)]


def source_id(citation: str | Cite) -> str:
    """The id of a cited source, with or without a place in it."""
    return citation.id if isinstance(citation, Cite) else citation


class Cited(Strict):
    """Anything that names its sources; its reading is bound once, after all checks."""

    sources: Cites
    _reading: Reading | None = PrivateAttr(default=None)

    def bind(self, reading: Reading) -> None:
        """Give the entry its reading, when all rules are checked."""
        self._reading = reading

    def read(self) -> Reading:
        """The rule as it stands, for the trace."""
        private = self.__pydantic_private__  # the slot itself: a plan reads some hundred rules
        assert private is not None
        reading = private["_reading"]
        assert reading is not None, "a rule was read before the rules were loaded"
        return reading


class Saying(Cited):
    """A sentence for a person, with its sources."""

    say: Words
    basis: Basis
    note: Words | None = None


class OfPeople(Cited):
    """A figure of a study: worked out from the people counted, or known from one study alone.

    `of` is a count and how many people were counted; value and range, as people of 100, follow from them
    (`domain.shares`). `one_study`: it is one number of one study, and nobody told how many it counted.
    """

    of: Annotated[list[int], Field(min_length=2, max_length=2)] | None = None
    one_study: bool = False

    @model_validator(mode="before")
    @classmethod
    def _worked_out(cls, found: Any) -> Any:
        """Value and range of a count; of what can't be one there is nothing, and the checks tell why."""
        match found:
            case {"of": [int(count), int(people)]} if 0 <= count <= people and people:
                low, typical, high = share_of(count, people)
                return {"value": typical, "range": [low, high], **found}
            case {"of": _}:
                return {"value": 0, "range": [0, 0], **found}
            case _:
                return found

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Neither value nor range need be written: both may follow from the people counted."""
        schema = handler.resolve_ref_schema(handler(core))
        schema["required"] = [key for key in schema["required"] if key not in ("value", "range")]
        return schema


class Figure(Cited):
    """One number: planned value, recommended range, hard limits."""

    label: Words
    value: Number
    range: Pair
    limits: Pair
    unit: Unit
    basis: Basis
    note: Words | None = None
    differs: Words | None = None


class CountFigure(OfPeople, Figure):
    """One number that may count people."""


class Row(Cited):
    """One line of a table; unit and limits are the table's unless it has limits of its own."""

    name: Words | None = None
    value: Number
    range: Pair
    limits: Pair | None = None
    basis: Basis
    note: Words | None = None


class SplitRow(Row):
    """A line whose figure is spread over zones, in per cent that add up to 100."""

    split: dict[str, Number]


class Table(Strict):
    """Figures of one kind, one to a row."""

    label: Words
    unit: Unit
    limits: Pair
    note: Words | None = None
    differs: Words | None = None
    rows: dict[str, Row]


class Split(Cited):
    """What holds for the split of every row: the share of one zone in the row's area."""

    label: Words
    unit: Unit
    limits: Pair
    basis: Basis
    note: Words


class SplitTable(Strict):
    """A table of areas that are spread over zones."""

    label: Words
    unit: Unit
    limits: Pair
    note: Words | None = None
    split: Split
    rows: dict[str, SplitRow]


class Choice(Cited):
    """One row of a category rule: what is chosen, why, and from which sources."""

    choose: Text
    say: Words
    basis: Basis
    note: Words | None = None
