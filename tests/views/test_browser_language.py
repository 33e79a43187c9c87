"""The page speaks as the browser asks for, and so do the files that are taken along."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
import streamlit as st

from smp_planner.language.choose import speech_of
from smp_planner.language.speech import OWN, speaking, spoken_now
from smp_planner.rules.load import DATA
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views import downloads
from smp_planner.views.browser_language import speaking_as_the_browser
from smp_planner.views.downloads import offer_downloads
from smp_planner.views.start_up import rules_here
from tests.people import adult, plan_of


@pytest.mark.usefixtures("open_page")
def test_people_of_two_countries_each_get_rules_of_their_own_habits_read_once() -> None:
    def rules_of(tag: str) -> RuleSet:
        with speaking(speech_of(tag)):
            return rules_here()

    british, american = rules_of("en-GB"), rules_of("en-US")
    assert (british.speech.name, american.speech.name) == ("en_GB", "en_US")
    assert (rules_of("en-AU").speech.name, american.speech.name) == ("en_AU", "en_US")
    assert british.sessions is rules_of("en-AU").sessions
    assert rules_of("en-GB") is british


@pytest.mark.usefixtures("open_page")
@pytest.mark.parametrize("first", ["en-US", "en-GB"])
def test_each_reads_the_spelling_of_its_country_whoever_came_first(first: str) -> None:
    def asked_in(tag: str) -> str:
        with speaking(speech_of(tag)):
            return rules_here().intake.in_a_line["colour"]["grey"]

    asked_in(first)
    assert asked_in("en-US") == "gray hair"
    assert asked_in("en-GB") == asked_in("en") == "grey hair"


@pytest.mark.usefixtures("open_page")
def test_a_browser_that_names_no_country_gets_the_clinics(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(st.context), "locale", "en")
    with speaking_as_the_browser():
        assert spoken_now() is OWN
    monkeypatch.setenv("SMP_CLINIC", str(DATA / "clinics" / "example-clinic.yaml"))
    with speaking_as_the_browser():
        assert spoken_now().name == "en_GB"


def test_a_file_is_told_as_the_page_is_though_it_is_made_after_it(
    rules: RuleSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: dict[str, Callable[[], bytes]] = {}
    monkeypatch.setattr(downloads, "fold", lambda _title, _key, draw: draw())
    monkeypatch.setattr(downloads, "tell_of_failed_files", lambda: None)
    monkeypatch.setattr(
        st, "download_button", lambda _, make, file_name, **__: made.update({file_name: make})
    )
    american = speech_of("en-US")
    with speaking(american):
        offer_downloads(plan_of(adult(), rules.with_habits(american)), rules, date(2026, 11, 30))
    assert spoken_now() is OWN
    assert b"January 11, 2027" in made["plan-20270111.txt"]()
    assert b"January 11" in made["plan-20270111.html"]()
