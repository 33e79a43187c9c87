"""Days, figures and money in words: the same in every place, as the locale that is spoken writes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Literal

from smp_planner.domain.intake import WEEKDAYS, Weekday
from smp_planner.domain.quantities import Estimate, Number, rounded, to_in2
from smp_planner.language.figures import SIGNS
from smp_planner.language.speech import spoken_now
from smp_planner.language.texts import N_, NN_, _, n_, p_

CURRENCIES = tuple(SIGNS)
UNSPOKEN = ("", "per 100", "score", "points")
FRACTION = 2  # a part of one is said as several are
# How a unit is said, for one and for more.
COUNTED = {
    "sessions": NN_("{number} visit", "{number} visits"),
    "visits": NN_("{number} visit", "{number} visits"),
    "hours": NN_("{number} hour", "{number} hours"),
    "days": NN_("{number} day", "{number} days"),
    "weeks": NN_("{number} week", "{number} weeks"),
    "months": NN_("{number} month", "{number} months"),
    "years": NN_("{number} year", "{number} years"),
    "operations": NN_("{number} operation", "{number} operations"),
    "grafts": NN_("{number} graft", "{number} grafts"),
    "dots": NN_("{number} dot", "{number} dots"),
    "touch-ups": NN_("{number} touch-up", "{number} touch-ups"),
    "checks": NN_("{number} check", "{number} checks"),
    "hairs": NN_("{number} hair", "{number} hairs"),
    "score of 10": NN_("{number} of 10", "{number} of 10"),
}
WHOLE = {"days": (7, "weeks"), "months": (12, "years")}
"""Of how many of a unit a larger one is made."""
Scale = Literal["norwood", "ludwig"]
SCALES: Mapping[Scale, str] = {"norwood": N_("Norwood {stage}"), "ludwig": N_("Ludwig {stage}")}
STAGE_IN_WORDS = N_("{stage}: {words}")
STAGES = {"III-vertex": N_("III vertex")}  # all others are numerals
SHARE_STEP = "0.001"
# Prices of one of something, by how their unit ends.
EACH: Mapping[str, str] = {
    "/graft": N_("{money} a graft"),
    "/month": N_("{money} a month"),
    "/cm2": N_("{money} per cm2"),
    " per cm2": N_("{money} per cm2"),
}
# Units that are words; any other is a sign that every language writes alike (cm2).
WORDS: Mapping[str, str] = {
    "per cent": N_("per cent"),
    "per cent of today": N_("per cent of today"),
    "people of 100": N_("people of 100"),
    "women of 100": N_("women of 100"),
    "grafts of 100": N_("grafts of 100"),
    "score of 10": N_("score of 10"),
    "checks": N_("checks"),
    "dots/cm2": N_("dots/cm2"),
    "dots/hour": N_("dots/hour"),
    "grafts/cm2": N_("grafts/cm2"),
    "hairs/cm2": N_("hairs/cm2"),
    "hairs per cm2": N_("hairs per cm2"),
    "per cm2": N_("per cm2"),
    "USD per cm2": N_("USD per cm2"),
    "GBP per cm2": N_("GBP per cm2"),
    "USD/cm2": N_("USD/cm2"),
    "GBP/cm2": N_("GBP/cm2"),
    "USD/month": N_("USD/month"),
    "GBP/month": N_("GBP/month"),
    "USD/graft": N_("USD/graft"),
    "GBP/graft": N_("GBP/graft"),
    "inches": N_("inches"),
    "minutes": N_("minutes"),
    "minutes a day": N_("minutes a day"),
    "steps": N_("steps"),
    "share": N_("share"),
    "events": N_("events"),
    "scars": N_("scars"),
    "concerns": N_("concerns"),
    "times": N_("times"),
}


def spoken(day: date) -> str:
    """A day as people write it: 12 January 2027."""
    return spoken_now().days.told(day)


def spoken_span(first: date, last: date) -> str:
    """A day, or days with both ends: 12 January 2027 to 20 January 2027."""
    if first == last:
        return spoken(first)
    return p_("days", "{low} to {high}", low=spoken(first), high=spoken(last))


def short_day(day: date) -> str:
    """A day in short: 12 Jan 2027."""
    return spoken_now().days.told(day, "short")


def short_weekday(day: date) -> str:
    """The weekday of a day in short: Mon."""
    return spoken_now().days.short_weekdays[day.weekday()]


def day_and_weekday(day: date, *, with_year: bool = True) -> str:
    """A day in short with its weekday: Mon 11 Jan 2027."""
    return spoken_now().days.told(day, "with_weekday" if with_year else "with_weekday_without_year")


def listed(parts: Sequence[str]) -> str:
    """Words in a row: a, b and c."""
    return spoken_now().figures.row(parts)


def joined(parts: Sequence[str], *, comma: str, last: str) -> str:
    """Words in a row, with words of their own between them: a, b or c."""
    return last.join(part for part in (comma.join(parts[:-1]), parts[-1]) if part)


def city_of(zone: str) -> str:
    """The place that a time zone is named after: New York for America/New_York."""
    return zone.rsplit("/", maxsplit=1)[-1].replace("_", " ")


def marked(words: str) -> str:
    """Short words of a rule that is the clinic's own."""
    return _("{words} (our clinic's rule)", words=words)


def sentence(words: str) -> str:
    """Words that begin a sentence, whatever somebody has called an event."""
    return words[:1].upper() + words[1:]


def weekday_of(day: date) -> Weekday:
    """The weekday of a day, by the names the answers use."""
    return WEEKDAYS[day.weekday()]


def number(value: Number) -> str:
    """A number with its thousands parted: 25,500 or 2.5."""
    return spoken_now().figures.number(value)


def per_cent(share: Number) -> str:
    """A share of one in whole parts of a hundred: 45%."""
    return spoken_now().figures.per_cent(rounded(share * 100))


def per_cent_exactly(share: Number) -> str:
    """The same to a thousandth of a per cent: 8.333%."""
    return spoken_now().figures.per_cent(rounded(share * 100, SHARE_STEP))


def unit_word(unit: str) -> str:
    """A unit that stands by itself, in the language that is spoken."""
    return _(unit) if unit in WORDS else unit


def stage_name(stage: str) -> str:
    """A stage of hair loss as people write it: III, III vertex."""
    return _(STAGES[stage]) if stage in STAGES else stage


def stage_told(scale: Scale, stage: str) -> str:
    """A stage with the scale that it is one of: Norwood III vertex."""
    return _(SCALES[scale], stage=stage_name(stage))


def exact_share(share: Decimal) -> str:
    """A share (0-1) as it is multiplied by, to a thousandth: 0.818."""
    return number(rounded(share, SHARE_STEP))


def with_unit(words: str, unit: str, count: Number) -> str:
    """A figure in words and its unit, as it is said of that count; a count of 100 and a score carry none."""
    if unit in UNSPOKEN:
        return words
    if unit in COUNTED:
        one, more = COUNTED[unit]
        return n_(one, more, int(count) if count == int(count) else FRACTION, number=words)
    return f"{words} {unit_word(unit)}"


def currency_in(unit: str) -> str:
    """The currency of a price, also of one of something ("USD/graft"); nothing for any other unit."""
    currency, rest = unit[:3], unit[3:]
    return currency if currency in CURRENCIES and (not rest or rest in EACH) else ""


def _each(words: str, unit: str) -> str:
    """An amount in words, and of what it is the price: $7 a graft."""
    each = EACH.get(unit[3:])
    return _(each, money=words) if each else words


def figure(value: Number, unit: str, *, cents: bool = False) -> str:
    """One number with its unit: 3 visits, $2,800, $7 a graft; with `cents` where one beside it has some."""
    currency = currency_in(unit)
    if currency:
        return _each(spoken_now().figures.money(value, currency, cents=cents), unit)
    return with_unit(number(value), unit, value)


def _have_cents(*amounts: Number) -> bool:
    """Whether an amount among others is no whole one; then all are told with cents."""
    return any(amount != int(amount) for amount in amounts)


def between(low: Number, high: Number, unit: str = "", *, cents: bool = False) -> str:
    """Two ends with their unit: 3 to 4 visits, $800 to $1,800; one number where they are the same."""
    if low == high:
        return figure(low, unit, cents=cents)
    currency = currency_in(unit)
    if currency:
        cents = cents or _have_cents(low, high)
        least, most = (figure(end, currency, cents=cents) for end in (low, high))
        ends = _("{low} to {high}", low=least, high=most)
        return _each(ends, unit)
    return with_unit(_("{low} to {high}", low=number(low), high=number(high)), unit, high)


def span_told(low: Number, high: Number, unit: str) -> str:
    """Two ends, told in weeks or years where both come out even: 1 to 2 weeks, 4 to 7 days, 3 to 5 years."""
    size, larger = WHOLE.get(unit, (1, unit))
    if low == high or low % size or high % size:
        return between(low, high, unit)
    return between(low // size, high // size, larger)


def span(estimate: Estimate) -> str:
    """Low to high with the unit: 3 to 4 visits."""
    return between(estimate.low, estimate.high, estimate.unit)


def planned(estimate: Estimate) -> str:
    """What is planned with, then low to high: 3 visits (3 to 4)."""
    if estimate.low == estimate.high:
        return figure(estimate.typical, estimate.unit)
    currency = currency_in(estimate.unit)
    cents = bool(currency) and _have_cents(*estimate[:3])
    typical = figure(estimate.typical, estimate.unit, cents=cents)
    return f"{typical} ({between(estimate.low, estimate.high, currency, cents=cents)})"


def planned_area(cm2: Estimate) -> str:
    """An area as planned, in both units: 170 cm2 (100 to 230), or 26.4 in2 (15.5 to 35.7)."""
    return _("{cm2}, or {in2}", cm2=planned(cm2), in2=planned(to_in2(cm2)))


def in_both_units(cm2: Number) -> str:
    """An area without a range, in both units: 140 cm2 (21.7 in2)."""
    area = Estimate(cm2, cm2, cm2, "cm2")
    return _("{cm2} ({in2})", cm2=planned(area), in2=planned(to_in2(area)))


def money(estimate: Estimate) -> str:
    """An amount as planned, with low to high: $2,800 ($1,800 to $4,000)."""
    return planned(estimate)


def fill(text: str, **places: Number | str | None) -> str:
    """A text of the rules with its places filled, numbers as the locale writes them; None has no place."""
    for name, value in places.items():
        if value is not None and not isinstance(value, str):
            places[name] = number(value)
    return text.format(**places)
