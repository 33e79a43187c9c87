"""The habits of a locale as Babel knows them: its days and its figures."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import time
from decimal import Decimal
from typing import NamedTuple

from babel import Locale
from babel.dates import format_time
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, format_percent

from smp_planner.language.days import Days, Form, Months, in_months
from smp_planner.language.figures import SIGNS

SKELETONS: Mapping[Form, str] = {
    "short": "yMMMd",
    "long_without_year": "MMMMd",
    "short_without_year": "MMMd",
    "month_and_year": "yMMMM",
    "with_weekday": "yMMMEd",
    "with_weekday_without_year": "MMMEd",
}
SAMPLE = Decimal("1234567.8")


def days_of(locale: Locale) -> Days:
    """The days of a locale, with the patterns of its calendar."""
    months, weekdays = locale.months, locale.days["format"]["abbreviated"]
    full, short, alone = (
        tuple(months[use][width][month] for month in range(1, 13))
        for use, width in (("format", "wide"), ("format", "abbreviated"), ("stand-alone", "wide"))
    )
    names, skeletons = Months(full, short, alone, locale.eras["abbreviated"][1]), locale.datetime_skeletons
    patterns: dict[Form, str] = {form: skeletons[name].format for form, name in SKELETONS.items()}
    patterns["long"] = locale.date_formats["long"].format
    alike = re.sub(r",? %\(y\)s$", "", patterns["with_weekday"])  # both ends of a span are written alike
    if alike != patterns["with_weekday"]:
        patterns["with_weekday_without_year"] = alike
    return Days(
        short_months=short,
        short_weekdays=tuple(weekdays[day] for day in range(7)),
        patterns={form: in_months(pattern, names) for form, pattern in patterns.items()},
        typed=_typed(locale.date_formats["short"].pattern),
        first_weekday=locale.first_week_day,
    )


def marks_of(locale: Locale) -> tuple[str, str]:
    """What stands before the parts of a number, and between its thousands."""
    marks = locale.number_symbols[locale.default_numbering_system]
    return marks["decimal"], marks["group"]


def _typed(short: str) -> str:
    """The order of day, month and year in a date of figures, as a field for dates takes it."""
    order = "".join(dict.fromkeys(re.sub(r"[^dMy]", "", short)))
    return {"dMy": "DD/MM/YYYY", "Mdy": "MM/DD/YYYY"}.get(order, "YYYY/MM/DD")


class Written(NamedTuple):
    """How a locale writes numbers, seen in one that Babel wrote: much faster than asking each time."""

    before: str
    group: str
    point: str
    after: str

    @classmethod
    def like(cls, sample: str) -> Written | None:
        """As a sample is written; None where thousands are not parted by threes of Latin digits."""
        found = re.fullmatch(r"(\D*)1(\D*)234(\D*)567(?:(\D+)8)?(\D*)", sample, re.ASCII)
        if found is None or found[2] != found[3]:
            return None
        return cls(found[1], found[2], found[4] or "", found[5])

    def told(self, value: int | Decimal) -> str:
        """A number of 0 or more, as exact as it is given."""
        whole, _, parts = (f"{value:,}" if type(value) is int else f"{value:,f}").partition(".")
        parts = parts.rstrip("0")
        exact = f"{self.point}{parts}" if parts else ""
        return f"{self.before}{whole.replace(',', self.group)}{exact}{self.after}"


class BabelFigures:
    """Figures as a locale writes them; numbers and money may be those of another one."""

    def __init__(self, locale: Locale, *, numbers: Locale | None = None) -> None:
        self._times, self._locale = locale, numbers or locale
        self._numbers = Written.like(format_decimal(SAMPLE, locale=self._locale))
        self._shares = Written.like(self._per_cent(SAMPLE))
        self._amounts = {currency: Written.like(self._amount(int(SAMPLE), currency)) for currency in SIGNS}

    def number(self, value: int | Decimal) -> str:
        """A number with the locale's signs, as exact as it is given."""
        if value >= 0 and self._numbers:
            return self._numbers.told(value)
        return format_decimal(value, locale=self._locale, decimal_quantization=False)

    def money(self, value: int | Decimal, currency: str, *, cents: bool = False) -> str:
        """An amount with the locale's sign for the currency, and cents where it or one beside it has some."""
        amount = self._amounts.get(currency)
        if value >= 0 and value == int(value) and amount and not cents:
            return amount.told(value)
        return self._amount(value, currency, cents=cents)

    def _amount(self, value: int | Decimal, currency: str, *, cents: bool = False) -> str:
        pattern = self._locale.currency_formats["standard"].pattern
        whole = pattern.replace(".00", "") if value == int(value) and not cents else pattern
        return format_currency(value, currency, whole, self._locale, currency_digits=False)

    def per_cent(self, value: int | Decimal) -> str:
        """Parts of a hundred with the locale's sign."""
        if value >= 0 and self._shares:
            return self._shares.told(value)
        return self._per_cent(value)

    def _per_cent(self, value: int | Decimal) -> str:
        return format_percent(Decimal(value) / 100, locale=self._locale, decimal_quantization=False)

    def clock(self, at: time) -> str:
        """A time of day, by 12 or 24 hours."""
        return format_time(at, "short", locale=self._times)

    def row(self, parts: Sequence[str]) -> str:
        """Things that stand together: some locales put a comma before the last."""
        return format_list([part for part in parts if part], locale=self._locale)
