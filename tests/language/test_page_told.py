"""The page can be told in another language: both ways in, every part of the plan, every question."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
import streamlit as st
from google.protobuf.json_format import MessageToDict
from streamlit.testing.v1 import AppTest

from smp_planner.language.speech import Speech
from smp_planner.views import browser_language, parts
from smp_planner.views.health_answers import SOME_UNSURE
from smp_planner.views.plan_page import PARTS
from smp_planner.views.whys_sent import KEPT
from tests.language.look_alike import look_alike, plain_words
from tests.views.conftest import begun
from tests.views.shown import none_of_these, open_folds, open_whys, press

# What is no text, by its name in Streamlit's messages and in ours: names, kinds, code, measures of a picture.
NO_TEXT = {
    "id", "key", "componentName", "jsContent", "cssContent", "htmlContent", "anchor", "tag", "type", "format",
    "clickMode", "selectionMode", "style", "icon", "elementId", "direction", "gapSize", "justify", "align",
    "url", "dataType", "sources", "inside", "data", "fileId", "deferredFileId",
    "alertType", "autocomplete", "elementType", "pigment", "order", "part", "seen_first", "labelVisibility",
}  # fmt: skip
IDS = {"chosen"}  # where it is a list
SILENT = (
    "smp_tab",
    "smp_icon",
    "smp_turn",
    "smp_look_script",
    "smp_picture_taps",
    "smp_typed_first",
)  # components that show no words
# What nobody translates: time zones, addresses, names and places of rules, fingerprints.
SAME_EVERYWHERE = re.compile(
    r"[A-Z]\w+(/[\w+-]+)+|\b[a-z_]+(\.[\w*-]+)+|https?://\S+|\{\w+\}|[\w/]+\.yaml\S*|\b[0-9a-f]{12}\b"
)
STYLES = re.compile(r"<(style|script)\b.*?</\1>", re.DOTALL)
TOLD_ATTRIBUTES = re.compile(r"\b(?:alt|aria-label|title|placeholder)=\"([^\"]*)\"")


@pytest.fixture
def open_greek(monkeypatch: pytest.MonkeyPatch, greek: Speech) -> Iterator[Callable[[str], AppTest]]:
    """Opens a way in for a browser that asks for the language of marked letters."""
    for name in ("SMP_CLINIC", "SMP_REGION"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(browser_language, "speech_of", lambda _tag: greek)
    monkeypatch.setattr(parts, "draw", lambda _parts: None)
    st.cache_resource.clear()

    def opened(way: str) -> AppTest:
        monkeypatch.setenv("SMP_VIEW", way)
        return begun().run()

    yield opened
    st.cache_resource.clear()


def texts(page: AppTest) -> Iterator[str]:
    """All that a person sees or hears of a page."""
    for node in _nodes(page._tree):
        if node.type != "bidi_component":
            yield from _strings(MessageToDict(node.proto))
        elif not node.proto.component_name.startswith(SILENT):
            told = json.loads(node.proto.json or node.proto.bytes)
            if node.proto.component_name == "smp_so_far":
                del told["answers"]  # they go back into the tab as they were given
            yield from _strings(told)


def _nodes(node: Any) -> Iterator[Any]:
    for child in getattr(node, "children", {}).values():
        yield from _nodes(child)
    if getattr(node, "proto", None) is not None:
        yield node


def _strings(value: object, name: str = "") -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, inside in value.items():
            if key not in NO_TEXT and not (key in IDS and isinstance(inside, list)):
                yield from _strings(inside, key)
    elif isinstance(value, list):
        for inside in value:
            yield from _strings(inside, name)
    elif isinstance(value, str):
        yield from _read(value)


def _read(text: str) -> Iterator[str]:
    """A text without its markup; what attributes tell; the strings of data."""
    bare = STYLES.sub(" ", text)
    yield from TOLD_ATTRIBUTES.findall(bare)
    yield unescape(re.sub(r"<[^>]*>", "\n", bare))


def left(page: AppTest) -> set[str]:
    """What is still in plain letters, less what nobody translates; every "why?" is opened."""
    shown = [*texts(open_whys(page) if KEPT in page.session_state else page)]
    assert sum(map(len, shown)) > 500, "hardly anything was read"
    return {words for text in shown for words in plain_words(SAME_EVERYWHERE.sub("", text))}


@pytest.mark.parametrize("part", PARTS)
def test_no_text_of_a_part_of_the_plan_is_left_in_english(
    part: str, open_greek: Callable[[str], AppTest]
) -> None:
    page = none_of_these(open_greek("clinic"))
    page.segmented_control(key="part").set_value(look_alike(part)).run()
    assert page.session_state["part"] == part
    page.session_state["matters"] = ["scars", "can_undo"]
    page.session_state["matters_scars"] = "most_of_all"
    page.session_state["own_concern_1"] = "1"
    open_folds(page.run())
    assert not left(page)


def test_no_text_of_the_patients_way_is_left_in_english(open_greek: Callable[[str], AppTest]) -> None:
    page = open_greek("patient")
    while not page.button(key="next").label.startswith(look_alike("See")):
        assert not left(open_folds(page))
        press(page, "next")
    assert not left(open_folds(press(page, "next")))


def test_no_text_is_left_where_there_is_much_to_say(open_greek: Callable[[str], AppTest]) -> None:
    """Unsure of much, in a hurry, with scars and thin hair, and with a plan to compare."""
    page = open_greek("clinic")
    page.session_state["area_ways"] = ["norwood", "ludwig", "zones", "measured", "scars"]
    page.session_state["zones"] = ["front", "crown"]
    page.session_state["measured_as"] = "cards"
    page.session_state["kept_way"] = "places"
    page.session_state["kept_zones"] = ["crown"]
    page.session_state["visit_times_differ"] = True
    page.button(key="event_add").click().run()
    page.date_input(key="event_1_from").set_value(page.session_state["start"] + timedelta(20)).run()
    page.button(key="away_add").click().run()
    page.checkbox(key=f"{SOME_UNSURE}scalp").set_value(True).run()
    page.segmented_control(key="part").set_value(look_alike("Years and money")).run()
    assert not left(open_folds(page.run()))
    page.segmented_control(key="part").set_value(look_alike("What if")).run()
    press(page, "keep_a")
    page.session_state["density"] = 100
    assert not left(page.run())


def test_no_text_of_a_referral_is_left_in_english(open_greek: Callable[[str], AppTest]) -> None:
    page = none_of_these(open_greek("clinic"))
    page.checkbox(key="health_is_active_skin_disease").set_value(True)
    page.number_input(key="age").set_value(15)
    assert not left(open_folds(page.run()))


def test_no_text_of_answers_that_dont_fit_is_left_in_english(open_greek: Callable[[str], AppTest]) -> None:
    page = open_greek("clinic")
    page.session_state["area_ways"] = ["measured"]
    page.session_state["length_cm"] = 0.1
    page.session_state["weekdays"] = []
    assert not left(open_folds(page.run()))


def test_no_text_of_the_page_of_all_rules_is_left_in_english(open_greek: Callable[[str], AppTest]) -> None:
    page = press(open_greek("clinic"), "unkept_to_rules")
    for key in [key for key in page.session_state.to_dict() if key.startswith("unkept_fold_")]:
        page.session_state[key] = True
    assert left(page.run()) == {"method", "shade"}, "the names of fields of the record"
