"""What a planner like this has to state, on the page of both ways in and in the text to take along."""

from __future__ import annotations

from collections.abc import Mapping
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from smp_planner.exports.text import to_text
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.plan_page import PARTS
from smp_planner.views.state import CLINIC, PATIENT
from tests.people import ADULT, plan_of
from tests.views.shown import PLAN_STEP, markup, none_of_these, notices, open_folds, open_tab, reasons

STATED: Mapping[str, tuple[str, ...]] = {
    "an estimate, and what it is not": (
        "not medical advice, not a diagnosis, not a quote, not a prescription and not a contract",
    ),
    "a tattoo that hides": ("it hides, it grows no hair, and it does not treat the cause",),
    "who, money, interests, dates, version": (
        "A small team of founders who build planning tools for SMP. Their names",
        "Not stated. Nothing is sold",
        "So they may gain when more people plan SMP",
        "Published on 26 November 2026. The next review is due by 26 November 2027.",
        "Rules of 2026-11-27",
    ),
    "how sure, and what is not known": ("Each source has a grade", "not known"),
    "a doctor first, and adults": ("sudden, patchy, painful or scaly, see a doctor first", "Adults of 18"),
    "the clinic's aftercare first, and when to get help": (
        "What your clinic tells you about aftercare goes before the days shown here.",
        "911 (US) or 999 (UK), at once",
    ),
    "what happens to the answers": (
        "There is no account and no tracking.",
        "stores none",
        "Files that you save are on your device alone.",
    ),
    "what a price rests on": (
        "$",
        "Sales tax may come on top",
        "time off work, and care products such as sunscreen",
        "90 days",
        "The makers set them",
    ),
    "no treatment and no haste": (
        "You don't have to decide today.",
        "Doing nothing is a choice like the others, and so is waiting.",
    ),
    "no regulator, and what is open": (
        "No regulator has reviewed it.",
        "Some points on it are still open.",
        "No patient and no professional was asked what they need.",
    ),
}


def page_of(page: AppTest, way: str) -> str:
    """All that the plan's page says, part by part, with everything unfolded."""
    none_of_these(page)
    page.number_input(key="age").set_value(38)
    page.pills(key="could_be_pregnant").set_value("no").run()
    page.session_state["way"], page.session_state["step"] = way, PLAN_STEP
    told: list[str] = []
    for part in PARTS:
        open_folds(open_tab(page, part))
        told += [notices(page), markup(page), *reasons(page).values()]
    return unescape(" ".join(told))


@pytest.mark.ipdas("2.2.2")
@pytest.mark.parametrize("way", [CLINIC, PATIENT])
def test_the_page_states_it(page: AppTest, way: str) -> None:
    shown = page_of(page, way)
    assert {
        what: gone for what, words in STATED.items() if (gone := [w for w in words if w not in shown])
    } == {}


def test_the_text_states_it(rules: RuleSet) -> None:
    text = " ".join(to_text(plan_of(ADULT, rules)).split())
    assert {
        what: gone for what, words in STATED.items() if (gone := [w for w in words if w not in text])
    } == {}
