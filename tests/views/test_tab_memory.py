"""What the tab holds is what was answered, and nothing that it holds can break the page."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date, time

import pytest
from streamlit.testing.v1 import AppTest

from smp_planner.rules.ruleset import RuleSet
from smp_planner.views import tab_memory
from smp_planner.views.plan_page import PARTS, WHAT_IF
from smp_planner.views.renewal import KEPT, LOST, RENEWED
from smp_planner.views.tab_memory import READ
from smp_planner.views.tab_text import Held, packed, unpacked
from tests.views.conftest import ROOT, begun
from tests.views.shown import PLAN_STEP, markup, notices, open_tab, press

ANSWERS: dict[str, object] = {
    "goals": ["crown"],
    "age": 41,
    "kept_way": "same",
    "start": date(2027, 1, 11),
    "visit_time": time(9, 30),
    "event_1_name": "Zoë's <b>wedding</b>",
    "event_1_to": None,
    "health_is_keloid": True,
    "length_cm": 14.5,
    "begun": {"goals": ["shaved_look"], "start": date(2027, 1, 10)},
    "step": 3,
    "way": "patient",
    "part": "Visits",
}


def test_answers_come_back_as_they_were(rules: RuleSet) -> None:
    assert unpacked(packed(ANSWERS, rules), rules) == Held(ANSWERS, renewed=False)


def test_buttons_and_what_is_not_an_answer_stay_out(rules: RuleSet) -> None:
    others = {"next": False, "to_step_3": True, "event_add": False, "scar_2_drop": False, "turn": {}}
    others |= {"back": False, "skip": True, "other_way": False, "begin_anew": True, "scalp_map_turn": 7}
    others |= {"picture_taps_norwood": {"tapped": "III"}}
    others |= {READ: True, "$$internal": "x", "odd": object()}
    assert unpacked(packed(ANSWERS | others, rules), rules).answers == ANSWERS


def test_an_answer_is_kept_however_its_key_begins(rules: RuleSet) -> None:
    answers = {"next_of_kin": "x", "background": 1, "skipping": False}
    assert unpacked(packed(answers, rules), rules).answers == answers


def test_an_empty_tab_gives_nothing(rules: RuleSet) -> None:
    assert unpacked("", rules) == Held({}, renewed=False)


def test_answers_outlive_rules_that_ask_the_same(rules: RuleSet) -> None:
    """A price or a sentence that changed: the answers stay, and the page says that the rules did not."""
    newer = replace(rules, edition=replace(rules.edition, fingerprint="other"))
    assert unpacked(packed(ANSWERS, rules), newer) == Held(ANSWERS, renewed=True)


def test_answers_to_other_questions_are_not_taken_for_answers_to_these(rules: RuleSet) -> None:
    fewer = {**rules.intake.choices, "goals": {"crown": "Cover the crown"}}
    newer = replace(rules, intake=rules.intake.model_copy(update={"choices": fewer}))
    assert unpacked(packed(ANSWERS, rules), newer) == Held({}, renewed=True)


@pytest.mark.parametrize("held", ["{", "[]", "7", "null", '{"format": 1}', "\ud800", "[" * 100_000])
def test_what_is_not_ours_is_left_aside_without_a_word(held: str, rules: RuleSet) -> None:
    assert unpacked(held, rules) == Held({}, renewed=False)


def test_answers_of_another_edition_of_the_page_are_missed_aloud(rules: RuleSet) -> None:
    older = '{"format": 0, "asked": "x", "rules": "x", "answers": {}}'
    assert unpacked(older, rules) == Held({}, renewed=True)


@pytest.mark.parametrize(
    ("old", "new"), [('"age": 41', '"age": 42'), ('"step": 3', '"step": 999'), ('"patient"', '"<b>x</b>"')]
)
def test_answers_that_another_hand_has_changed_are_not_taken_in(old: str, new: str, rules: RuleSet) -> None:
    held = packed(ANSWERS, rules)
    assert held.count(old) == 1
    assert unpacked(held.replace(old, new), rules) == Held({}, renewed=False)


@pytest.mark.parametrize(
    "value", [{"date": "2027-13-01"}, {"odd": 1}, {}, {"date": 3}, {"date": "x", "y": 1}]
)
def test_an_answer_that_can_t_be_read_is_not_taken_in(value: object, rules: RuleSet) -> None:
    odd = packed({"age": "HERE"}, rules)
    held = json.loads(odd) | {"answers": {"start": value}}
    held["mark"] = json.loads(odd)["mark"]
    assert unpacked(json.dumps(held), rules) == Held({}, renewed=False)


def test_a_new_session_asks_nothing_before_the_tab_has_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tab_memory, "has_browser", lambda: True)
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30).run()
    assert not page.exception
    assert "One moment, please." in markup(page)
    assert not page.pills
    assert not page.button


def test_whoever_comes_without_a_browser_has_no_tab_to_wait_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first screen of a clinic holds the slider of the density beside a live plan (the contract)."""
    monkeypatch.setenv("SMP_VIEW", "clinic")
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30).run()
    dots = re.search("[0-9]+,[0-9]+ dots", markup(page))
    page.slider(key="density").set_value(100).run()
    assert dots
    assert dots[0] not in markup(page)
    assert "Planned:" in notices(page)


def test_a_page_with_the_answers_of_the_tab_shows_the_same_plan(rules: RuleSet) -> None:
    first = begun().run()
    first.pills(key="norwood").set_value("VI").run()
    first.button(key="event_add").click().run()
    first.text_input(key="event_1_name").set_value("wedding").run()
    held = packed(first.session_state.to_dict(), rules)
    second = begun()
    for key, value in unpacked(held, rules).answers.items():
        second.session_state[key] = value
    second.run()
    assert not second.exception
    assert second.pills(key="norwood").value == "VI"
    assert second.text_input(key="event_1_name").value == "wedding"
    assert notices(second) == notices(first)


@pytest.mark.parametrize("told", [KEPT, LOST])
def test_a_renewed_page_says_so_once(told: str) -> None:
    page = begun()
    page.session_state[RENEWED] = told
    page.run()
    assert told in markup(page)
    assert told not in markup(page.run())


def test_beginning_anew_asks_once_more_and_then_asks_nothing_until_the_tab_is_empty() -> None:
    page = begun().run()
    press(page, "begin_anew")
    assert page.pills(key="norwood").value
    press(page, "keep")
    assert not [button for button in page.button if button.key == "forget"]
    press(press(page, "begin_anew"), "forget")
    assert not page.pills


def test_no_button_of_the_page_is_kept_as_an_answer(rules: RuleSet) -> None:
    """Set back on a reload, a button would be refused by the framework."""
    page = begun().run()
    press(page, "event_add")
    press(page, "begin_anew")
    press(open_tab(page, WHAT_IF), "keep_a")
    keys = {button.key for button in page.button}
    for part in PARTS:
        keys |= {button.key for button in open_tab(page, part).button}
    press(page, "other_way")
    while page.session_state["step"] < PLAN_STEP:
        keys |= {button.key for button in press(page, "next").button}
    held = json.loads(packed(page.session_state.to_dict(), rules))["answers"]
    assert len(keys) > 15
    assert not keys & set(held)
