"""Days, figures and money as people of a country write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, time
from decimal import Decimal
from gettext import GNUTranslations
from io import BytesIO
from typing import get_args

import pytest
from babel import Locale
from babel.localedata import locale_identifiers
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.numbers import format_currency, format_decimal, format_percent

from smp_planner.domain.quantities import Estimate
from smp_planner.domain.words import (
    day_and_weekday,
    figure,
    fill,
    listed,
    number,
    per_cent,
    planned,
    short_day,
    span,
    spoken,
)
from smp_planner.exports.wording import days_held
from smp_planner.language.choose import speech_of
from smp_planner.language.days import Form
from smp_planner.language.from_babel import BabelFigures, days_of
from smp_planner.language.speech import OWN, Speech, speaking, spoken_now
from tests.language.look_alike import look_alike

DAY = date(2027, 1, 5)
PRICE = Estimate(1800, 2800, 4000, "USD")
RUNS = [(date(2027, 1, 11), date(2027, 1, 14)), (date(2027, 1, 21), date(2027, 1, 24))]
LONG_RUN = [(date(2027, 1, 28), date(2027, 2, 2))]


@pytest.fixture(params=["en", "en-US", "en-GB", "de-DE"])
def tag(request: pytest.FixtureRequest) -> Iterator[str]:
    """What a browser asks for; it is spoken during the test."""
    with speaking(speech_of(request.param)):
        yield request.param


def test_a_day(tag: str) -> None:
    told = {"en-US": "January 5, 2027"}.get(tag, "5 January 2027")
    assert spoken(DAY) == told


def test_a_day_in_short(tag: str) -> None:
    assert short_day(DAY) == {"en-US": "Jan 5, 2027"}.get(tag, "5 Jan 2027")
    told = {"en": "Tue 5 Jan 2027", "en-US": "Tue, Jan 5, 2027"}
    assert day_and_weekday(DAY) == told.get(tag, "Tue, 5 Jan 2027")


def test_runs_of_days_keep_the_order_of_day_and_month(tag: str) -> None:
    told = {"en-US": "Jan 11 to 14 and 21 to 24, 2027"}
    assert days_held(RUNS) == told.get(tag, "11 to 14, 21 to 24 Jan 2027")
    assert days_held(LONG_RUN) == {"en-US": "Jan 28 to Feb 2, 2027"}.get(tag, "28 Jan to 2 Feb 2027")


def test_in_a_list_of_days_each_is_plain_whatever_commas_stand_in_a_date(tag: str) -> None:
    days = [date(2026, 12, 15), date(2026, 12, 25), date(2027, 1, 22), date(2027, 2, 3)]
    told = {"en-US": "Dec 15 and 25, 2026; Jan 22; Feb 3, 2027"}
    assert days_held([(day, day) for day in days]) == told.get(tag, "15, 25 Dec 2026; 22 Jan; 3 Feb 2027")


def test_money(tag: str) -> None:
    assert (
        span(PRICE)
        == {
            "en": "$1,800 to $4,000",
            "en-US": "$1,800 to $4,000",
            "en-GB": "US$1,800 to US$4,000",
            "de-DE": "US$1,800 to US$4,000",
        }[tag]
    )


@pytest.mark.parametrize("unit", ["USD/graft", "USD/month", "USD/cm2", "USD per cm2"])
def test_a_price_of_one_of_something_is_money_and_words(tag: str, unit: str) -> None:
    sign = "US$" if tag in ("en-GB", "de-DE") else "$"
    each = {"USD/graft": "a graft", "USD/month": "a month"}.get(unit, "per cm2")
    assert figure(7, unit) == f"{sign}7 {each}"
    assert span(Estimate(5, 7, 1_000, unit)) == f"{sign}5 to {sign}1,000 {each}"
    assert planned(Estimate(5, 7, 10, unit)) == f"{sign}7 {each} ({sign}5 to {sign}10)"


def test_a_price_of_one_of_something_in_a_language_that_is_told(greek: Speech) -> None:
    with speaking(greek):
        assert figure(Decimal("2.5"), "USD/graft") == f"2,50\N{NO-BREAK SPACE}$ {look_alike('a graft')}"


@pytest.mark.parametrize("asked", ["en", "en-GB"])
def test_cents_stand_only_where_there_are_some_and_then_in_each_amount_of_a_figure(asked: str) -> None:
    with speaking(speech_of(asked)):
        assert figure(Decimal("4.0"), "GBP") == "£4"
        assert planned(Estimate(Decimal("2.5"), 3, 4, "GBP")) == "£3.00 (£2.50 to £4.00)"
        assert planned(Estimate(2, 3, 4, "GBP")) == "£3 (£2 to £4)"


def test_numbers_with_thousands_and_parts_stand_as_our_english_sentences_hold_them(tag: str) -> None:
    """Also for a country that writes "25.500": no page may hold that beside "1,500 grafts"."""
    assert number(25_500) == "25,500"
    assert number(Decimal("2.5")) == "2.5"
    assert number(-1_047) == "-1,047"
    assert fill("from {low} to {high}", low=Decimal("2.5"), high=1_200) == "from 2.5 to 1,200"


def test_a_language_that_is_told_has_the_numbers_of_its_own(greek: Speech) -> None:
    with speaking(greek):
        assert number(25_500) == "25.500"
        assert number(Decimal("2.5")) == "2,5"
        assert span(PRICE) == f"1.800\N{NO-BREAK SPACE}$ {look_alike('to')} 4.000\N{NO-BREAK SPACE}$"


def test_parts_of_a_hundred(tag: str) -> None:
    assert per_cent(Decimal("0.45")) == "45%"


def test_things_in_a_row(tag: str) -> None:
    assert listed(["sun", "sport", "sauna"]) == (
        "sun, sport, and sauna" if tag == "en-US" else "sun, sport and sauna"
    )
    assert listed(["sun"]) == "sun"
    assert listed([]) == ""


def test_a_time_of_day(tag: str) -> None:
    told = spoken_now().figures.clock(time(14, 30))
    assert " ".join(told.split()) == ("2:30 PM" if tag == "en-US" else "14:30")


@pytest.mark.parametrize(
    ("asked", "typed"),
    [("en-US", "MM/DD/YYYY"), ("en-GB", "DD/MM/YYYY"), ("sv-SE", "YYYY/MM/DD"), ("en", "YYYY-MM-DD")],
)
def test_a_date_is_typed_in_the_order_of_the_country(asked: str, typed: str) -> None:
    assert speech_of(asked).days.typed == typed


def test_our_own_english_writes_days_as_the_english_of_the_world_but_for_september_and_a_comma() -> None:
    world = speech_of("en-001").days
    days = [date(2027, month, 11) for month in range(1, 13)]
    for form in get_args(Form):
        told = [re.sub(r"\bSept\b", "Sep", world.told(day, form)) for day in days]
        assert [words.replace(",", "") for words in told] == [OWN.days.told(day, form) for day in days]


@pytest.mark.parametrize(
    "name", ["en_US", "en_GB", "en_AU", "en_CH", "en_DE", "en_IN", "en_SE", "en_ZA", "de_AT", "es_ES"]
)
@pytest.mark.parametrize("value", [0, 7, 999, 1_000, 26_400, 100_000, 1_234_567, -2_600, Decimal("1E+3")])
def test_whole_numbers_and_amounts_are_those_of_babel(name: str, value: int | Decimal) -> None:
    locale = Locale.parse(name)
    figures = BabelFigures(locale)
    assert figures.number(value) == format_decimal(value, locale=locale)
    for currency in ("USD", "GBP"):
        amount = format_currency(value, currency, locale=locale)
        assert figures.money(value, currency) == re.sub(r"[.,·]00(?![\d,.])", "", amount)


@pytest.mark.parametrize("exact", ["0.05", "2.50", "14.7", "1234567.125", "0.1234567", "-3.5", "100.0"])
def test_numbers_are_as_exact_as_given_and_those_of_babel_in_every_locale(exact: str) -> None:
    for name in locale_identifiers():
        locale, value = Locale.parse(name), Decimal(exact)
        told = format_decimal(value, locale=locale, decimal_quantization=False)
        assert BabelFigures(locale).number(value) == told, name


@pytest.mark.parametrize("parts", ["0", "7", "45", "100", "1250", "2.5", "12.50", "-3"])
def test_parts_of_a_hundred_are_those_of_babel_in_every_locale(parts: str) -> None:
    for name in locale_identifiers():
        locale, value = Locale.parse(name), Decimal(parts)
        told = format_percent(value / 100, locale=locale, decimal_quantization=False)
        assert BabelFigures(locale).per_cent(value) == told, name


def test_days_can_be_told_in_every_locale_that_babel_knows() -> None:
    for name in locale_identifiers():
        days = days_of(Locale.parse(name))
        assert all("2027" in days.told(DAY, form) for form in ("long", "short", "month_and_year")), name


def test_a_count_has_the_form_that_the_language_has_for_it() -> None:
    """Polish: 1 wizyta, 2 wizyty, 5 wizyt."""
    catalog = Catalog("pl")
    catalog.add(
        ("{number} visit", "{number} visits"), ("{number} wizyta", "{number} wizyty", "{number} wizyt")
    )
    written = BytesIO()
    write_mo(written, catalog)
    written.seek(0)
    with speaking(Speech("pl", texts=GNUTranslations(written))):
        assert [figure(count, "visits") for count in (1, 2, 5, 22)] == [
            "1 wizyta", "2 wizyty", "5 wizyt", "22 wizyty",
        ]  # fmt: skip
        assert span(Estimate(2, 3, 5, "visits")) == "2 to 5 wizyt"
