"""The page in Streamlit's own test client."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from smp_planner.language.speech import Speech
from smp_planner.rules.load import load_rules
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views import faults, parts, start_up
from smp_planner.views.answers_form import FOLDED, fold_key
from smp_planner.views.tab_memory import READ
from tests.quick_test_client import quicken

quicken()
ROOT = Path(__file__).resolve().parents[2]
Open = Callable[[], AppTest]


@pytest.fixture(autouse=True)
def no_fault(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """No test may pass over a fault that the page has told a person of."""
    yield
    assert not [record for record in caplog.get_records("call") if record.name == faults.__name__]


@pytest.fixture(autouse=True)
def whole_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """The test client forgets what a run leaves as it was, so here each answer draws the whole page.

    That an answer draws its part and the plan alone is seen in a served page (tests/test_served.py).
    """
    monkeypatch.setattr(parts, "draw", lambda _parts: None)


@pytest.fixture
def open_page(monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    """Opens the page as app.py does, with the packaged rules unless the test names others."""
    monkeypatch.delenv("SMP_CLINIC", raising=False)
    monkeypatch.delenv("SMP_REGION", raising=False)
    monkeypatch.delenv("SMP_VIEW", raising=False)
    monkeypatch.setattr(start_up, "load_rules", read_once)
    st.cache_resource.clear()
    yield lambda: begun().run()
    st.cache_resource.clear()


_read = dict[tuple[str | None, str, object], RuleSet]()


def read_once(*, clinic: str | None, region: str | None, speech: Speech) -> RuleSet:
    """The packaged rules, read once for all tests as a server reads them once; a clinic's each time."""
    if clinic is not None or "MUTANT_UNDER_TEST" in os.environ:
        return load_rules(clinic=clinic, region=region, speech=speech)
    key = (region, speech.words, speech.texts)
    if key not in _read:
        _read[key] = load_rules(region=region, speech=speech)
    return _read[key]


def begun() -> AppTest:
    """A page whose tab has said that it holds nothing: the test client runs no script of a browser.

    The folded questions are open, as a test gives its answers there.
    """
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
    page.session_state[READ] = True
    for title in FOLDED:
        page.session_state[fold_key(title)] = True
    return page


@pytest.fixture
def page(open_page: Open) -> AppTest:
    """The page as a person finds it."""
    return open_page()


@pytest.fixture
def patient(open_page: Open, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The page where the deployment opens the patient's way."""
    monkeypatch.setenv("SMP_VIEW", "patient")
    return open_page()
