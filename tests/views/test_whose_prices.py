"""Of which country the prices are, and the tap to those of the visitor's own: never to names of medicines."""

from __future__ import annotations

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from smp_planner.exports.money_words import OF_CLINIC, PRICES_OF
from smp_planner.rules.load import DATA, load_rules
from smp_planner.views.tab_text import packed, region_in
from smp_planner.views.whose_prices import AT_HOME, CHOSEN, OTHER, SHOW, ZONES
from tests.banned_words import medicines
from tests.views.conftest import Open
from tests.views.shown import markup, none_of_these, open_folds, open_tab, press
from tests.views.test_medicines_by_region import less_own_answers


def priced(page: AppTest) -> AppTest:
    """The page of somebody whose plan shows a price."""
    none_of_these(page)
    page.number_input(key="age").set_value(38)
    return page.pills(key="could_be_pregnant").set_value("no").run()


def of(currency: str) -> str:
    """Whose prices the page says that they are."""
    return PRICES_OF[currency].partition(",")[0]


def offered(page: AppTest) -> list[str]:
    """What the buttons to other prices say."""
    return [button.label for button in page.button if button.key == OTHER]


@pytest.fixture
def british(monkeypatch: pytest.MonkeyPatch) -> None:
    """A browser at home in the United Kingdom."""
    monkeypatch.setattr(type(st.context), "locale", "en-GB")


@pytest.mark.parametrize("part", ["In short", "Years and money"])
def test_the_page_says_of_which_country_its_prices_are(page: AppTest, part: str) -> None:
    open_tab(priced(page), part)
    assert of("USD") in markup(page)
    assert not offered(page)


def test_no_country_is_told_where_no_price_is_shown(page: AppTest) -> None:
    assert of("USD") not in markup(page)


@pytest.mark.usefixtures("british")
def test_a_british_visitor_shows_prices_in_pounds_with_a_tap_and_goes_back(page: AppTest) -> None:
    assert offered(priced(page)) == [SHOW["UK"]]
    press(page, OTHER)
    told = markup(page)
    assert of("GBP") in told
    assert "£" in told
    assert "$" not in told
    assert offered(page) == [SHOW["US"]]
    press(page, OTHER)
    assert of("USD") in markup(page)
    assert "£" not in markup(page)


def test_a_time_zone_says_it_too(page: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(st.context), "locale", "en-US")
    monkeypatch.setattr(type(st.context), "timezone", "Europe/London")
    assert offered(priced(page)) == [SHOW["UK"]]


@pytest.mark.usefixtures("british")
def test_after_the_tap_and_on_the_way_back_no_medicine_is_named(page: AppTest) -> None:
    priced(page)
    for _there_and_back in range(2):
        press(page, OTHER)
        for part in ("In short", "Years and money", "All options", "Talk and files"):
            assert medicines(less_own_answers(open_folds(open_tab(page, part)))) == []
        open_tab(page, "In short")


@pytest.mark.parametrize("name", ["SMP_REGION", "SMP_CLINIC"])
@pytest.mark.usefixtures("british")
def test_nothing_is_offered_or_taken_where_the_deployment_has_decided(
    name: str, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, "US" if name == "SMP_REGION" else str(DATA / "clinics" / "example-studio.yaml"))
    page = open_page()
    page.session_state[CHOSEN] = "UK"
    priced(page)
    assert "$" in markup(page)
    assert not offered(page)


@pytest.mark.parametrize("part", ["In short", "Years and money"])
def test_a_clinics_prices_are_said_to_be_its_own_in_every_part(
    part: str, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SMP_CLINIC", str(DATA / "clinics" / "example-studio.yaml"))
    told = markup(open_tab(priced(open_page()), part))
    assert OF_CLINIC.partition("{")[0] + "Example studio" in told
    assert of("USD") not in told


def test_the_region_that_names_medicines_can_never_be_chosen(page: AppTest) -> None:
    page.session_state[CHOSEN] = "US"
    priced(page)
    for part in ("In short", "All options"):
        assert medicines(less_own_answers(open_folds(open_tab(page, part)))) == []
    named = load_rules().medication.naming.regions
    assert not {*AT_HOME.values(), *ZONES.values()} & {*named}


@pytest.mark.usefixtures("british")
def test_prices_stay_as_they_are_once_somebody_typed_that_of_an_offer(page: AppTest) -> None:
    page.session_state["offer_rows"] = [1]
    page.session_state["offer_1_amount"] = 2400.0
    assert not offered(priced(page))


def test_what_the_tab_holds_tells_the_region_and_whatever_else_tells_none() -> None:
    assert region_in(packed({}, load_rules(region="UK"))) == "UK"
    for held in ("", "null", "[]", '{"rules": []}', '{"rules": 3}', "{"):
        assert region_in(held) is None
