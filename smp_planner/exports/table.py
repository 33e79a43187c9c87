"""A plan as CSV for a spreadsheet: numbers stay numbers, text never becomes a formula."""

from __future__ import annotations

import csv
import io
from datetime import date
from unicodedata import category

from smp_planner.domain.plan import Referral, TreatmentPlan
from smp_planner.domain.quantities import Number
from smp_planner.exports.row import Row
from smp_planner.exports.rows import rows_of
from smp_planner.exports.wording import unit_alone

HEADER = ("section", "item", "from", "to", "low", "typical", "high", "unit", "text", "sources")
FORMULA_STARTS = frozenset("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
NOT_SEEN = frozenset({"Cc", "Cf"})


def to_csv(plan: TreatmentPlan | Referral) -> str:
    """The rows of a plan or a referral as CSV with CRLF line ends, first the header.

    The names of the columns are for programs and the same in every language.
    """
    page = io.StringIO(newline="")
    writer = csv.writer(page, lineterminator="\r\n")
    writer.writerow(HEADER)
    writer.writerows(_cells(row) for row in rows_of(plan))
    return page.getvalue()


def _cells(row: Row) -> list[str]:
    days = [_day(row.from_), _day(row.to)]
    numbers = [_number(row.low), _number(row.typical), _number(row.high)]
    words = [unit_alone(row.unit), row.text, "; ".join(row.sources)]
    return [_text(row.section), _text(row.item), *days, *numbers, *map(_text, words)]


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def _number(value: Number | None) -> str:
    return "" if value is None else format(value, "d" if isinstance(value, int) else "f")


def _text(words: str) -> str:
    """Words as they are; a `'` goes before what a spreadsheet would calculate, trimmed or not."""
    first = next((sign for sign in words if sign in FORMULA_STARTS or _is_seen(sign)), "")
    return f"'{words}" if first in FORMULA_STARTS else words


def _is_seen(sign: str) -> bool:
    return not sign.isspace() and category(sign) not in NOT_SEEN
