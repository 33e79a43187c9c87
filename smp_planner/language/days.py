"""How days are written: names of months and weekdays, and the order of day, month and year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal, NamedTuple

Form = Literal[
    "long", "short", "long_without_year", "short_without_year", "month_and_year", "with_weekday",
    "with_weekday_without_year",
]  # fmt: skip

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
    "with_weekday": "%(E)s %(d)s %(MMM)s %(y)s",
    "with_weekday_without_year": "%(E)s %(d)s %(MMM)s",
}


class Months(NamedTuple):
    """What months are called, January first: in a date, in short, standing alone; and the era we live in."""

    full: Sequence[str]
    short: Sequence[str]
    alone: Sequence[str]
    era: str = ""


def in_months(pattern: str, names: Months) -> Sequence[str]:
    """A pattern for each month, January first, with places left for weekday, day and year alone.

    Its fields are those of Unicode's locale data (CLDR): E, EEE, EEEE or ccc (a weekday, here in short), d,
    dd, M, MM, MMM (a month in short), MMMM, LLL and LLLL (a month that stands alone), y, G (the era).
    """
    return tuple(
        pattern
        % {
            "E": "{weekday}",
            "EEE": "{weekday}",
            "EEEE": "{weekday}",
            "ccc": "{weekday}",
            "d": "{day}",
            "dd": "{day:0>2}",
            "M": month,
            "MM": f"{month:02}",
            "MMM": names.short[month - 1],
            "MMMM": names.full[month - 1],
            "LLL": names.short[month - 1],
            "LLLL": names.alone[month - 1],
            "y": "{year}",
            "G": names.era,
        }
        for month in range(1, len(names.full) + 1)
    )


class Days(NamedTuple):
    """Names, January and Monday first; for each form of a day a pattern for each month.

    `typed` is the order in which a day is typed: DD/MM/YYYY. `first_weekday` begins the weeks on a calendar,
    Monday being 0.
    """

    short_months: Sequence[str]
    short_weekdays: Sequence[str]
    patterns: Mapping[Form, Sequence[str]]
    typed: str
    first_weekday: int

    def told(self, day: date, form: Form = "long", *, days: str | None = None) -> str:
        """A day in a form: 12 January 2027; `days` stands in place of its number: 11 to 14 January."""
        weekday = self.short_weekdays[day.weekday()]
        return self.patterns[form][day.month - 1].format(day=days or day.day, year=day.year, weekday=weekday)


_OWN_MONTHS = Months(MONTHS, tuple(name[:3] for name in MONTHS), MONTHS)
OWN_DAYS = Days(
    short_months=_OWN_MONTHS.short,
    short_weekdays=tuple(name[:3] for name in WEEKDAYS),
    patterns={form: in_months(pattern, _OWN_MONTHS) for form, pattern in PATTERNS.items()},
    typed="YYYY-MM-DD",  # which nobody takes for another day
    first_weekday=WEEKDAYS.index("Monday"),  # as for most of the world (ISO 8601)
)
"""Days in the English that is written where nobody's locale is known, whatever the region of the prices."""
