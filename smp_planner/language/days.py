"""How days are written: names of months and weekdays, and the order of day, month and year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal, NamedTuple

Form = Literal["long", "short", "long_without_year", "short_without_year", "month_and_year"]

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
PATTERNS: Mapping[Form, str] = {
    "long": "%(d)s %(MMMM)s %(y)s",
    "short": "%(d)s %(MMM)s %(y)s",
    "long_without_year": "%(d)s %(MMMM)s",
    "short_without_year": "%(d)s %(MMM)s",
    "month_and_year": "%(MMMM)s %(y)s",
}


class Days(NamedTuple):
    """Names, January and Monday first, and a pattern for each form of a day.

    A pattern has a place for each field, by the letters that Unicode's locale data (CLDR) uses: d, dd,
    M, MM, MMM (a month in short), MMMM, LLL and LLLL (a month that stands alone), y.
    `typed` is the order in which a day is typed: DD/MM/YYYY.
    """

    months: Sequence[str] = MONTHS
    short_months: Sequence[str] = tuple(name[:3] for name in MONTHS)
    months_alone: Sequence[str] = MONTHS
    weekdays: Sequence[str] = WEEKDAYS
    short_weekdays: Sequence[str] = tuple(name[:3] for name in WEEKDAYS)
    patterns: Mapping[Form, str] = PATTERNS
    typed: str = "DD/MM/YYYY"

    def told(self, day: date, form: Form = "long", *, days: str | None = None) -> str:
        """A day in a form: 12 January 2027; `days` stands in place of its number: 11 to 14 January."""
        month, number = day.month, str(day.day)
        return self.patterns[form] % {
            "d": days or number,
            "dd": days or number.zfill(2),
            "M": month,
            "MM": f"{month:02}",
            "MMM": self.short_months[month - 1],
            "MMMM": self.months[month - 1],
            "LLL": self.short_months[month - 1],
            "LLLL": self.months_alone[month - 1],
            "y": day.year,
        }
