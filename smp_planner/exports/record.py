"""A plan as JSON, the plan record: every field in order, numbers exact, and back again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from json.encoder import encode_basestring as quoted
from operator import attrgetter
from typing import Any, cast

from smp_planner.domain.intake import Intake
from smp_planner.domain.plan import Referral, TreatmentPlan
from smp_planner.exports.record_fields import field_names, intake_record, key_of, null_stays
from smp_planner.exports.record_reading import plan_from

STEP = "  "


def to_json(plan: TreatmentPlan | Referral) -> str:
    """The plan record: UTF-8 text, two blanks deep, one newline at the end.

    A whole Decimal is written as a whole number, any other with all its digits; a date as ISO. What
    is None is left out, but for the answers and a few keys that readers rely on. The same plan
    gives the same text.
    """
    return as_json(plan)


def as_json(value: object) -> str:
    """A value in the manner of the record: a table, a list, text, a number, a day, a part of a plan."""
    return _Writer().text(value, "\n") + "\n"


def from_json(text: str) -> TreatmentPlan | Referral:
    """The plan of a record. Raises ValueError where the text is no plan record."""
    return plan_from(text)


Field = tuple[str, bool, bool]


@cache
def _fields(kind: type) -> tuple[Callable[[object], tuple[object, ...]], tuple[Field, ...]]:
    """What reads all fields of a table; of each its key, whether null stays, whether it is answers."""
    names = field_names(kind)
    read = cast("Callable[[object], tuple[object, ...]]", attrgetter(*names))
    return read, tuple((f"{quoted(key_of(n))}: ", null_stays(kind, n), n == "intake") for n in names)


def number_text(number: Decimal) -> str:
    """A Decimal as a JSON number without an exponent: whole where it is whole, else every digit."""
    if number == number.to_integral_value():
        return str(int(number))
    return format(number.normalize(), "f")


def _day_text(day: date) -> str:
    return f'"{day.isoformat()}"'


_PLAIN: Mapping[type, Callable[[Any], str]] = {
    str: quoted,
    int: int.__repr__,
    Decimal: number_text,
    date: _day_text,
    bool: {True: "true", False: "false"}.__getitem__,
    type(None): {None: "null"}.__getitem__,
}


class _Writer:
    """Writes one plan; a part that is met again at the same depth is written from memory."""

    def __init__(self) -> None:
        self.written: dict[tuple[int, str], str] = {}

    def text(self, value: object, margin: str) -> str:
        """JSON of a value; `margin` is a newline and the blanks before its closing bracket."""
        kind: Any = type(value)
        plain = _PLAIN.get(kind)
        if plain is not None:
            return plain(value)
        if kind is tuple or kind is list:
            return self._list(cast("list[object]", value), margin)
        if kind is dict:
            return self._table(cast("dict[object, object]", value), margin)
        return self._object(value, kind, margin)

    def _list(self, items: Sequence[object], margin: str) -> str:
        if not items:
            return "[]"
        deeper = margin + STEP
        return f"[{deeper}{f',{deeper}'.join([self.text(item, deeper) for item in items])}{margin}]"

    def _table(self, table: Mapping[object, object], margin: str) -> str:
        if not table:
            return "{}"
        deeper = margin + STEP
        items = [f"{quoted(str(key))}: {self.text(value, deeper)}" for key, value in table.items()]
        return f"{{{deeper}{f',{deeper}'.join(items)}{margin}}}"

    def _object(self, value: object, kind: type, margin: str) -> str:
        known = self.written.get((id(value), margin))
        if known is not None:
            return known
        deeper = margin + STEP
        read, keys = _fields(kind)
        items: list[str] = []
        for (key, stays, answers), inner in zip(keys, read(value), strict=True):
            if inner is not None or stays:
                items.append(
                    key + self.text(intake_record(cast(Intake, inner)) if answers else inner, deeper)
                )
        result = f"{{{deeper}{f',{deeper}'.join(items)}{margin}}}"
        self.written[id(value), margin] = result
        return result
