"""The answers stay in this browser tab, so that a reload or a lost server loses none of them.

They live in the tab's own storage, which no other tab, no server log and no address ever sees, and
which goes when the tab is closed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, time
from typing import Any, cast

import streamlit as st
from streamlit.components.v2 import component

from smp_planner.rules.ruleset import RuleSet
from smp_planner.views import html
from smp_planner.views.picture import show

FORMAT = 1  # goes up when an answer gets another key or another kind of value
READ, CLEARED, RENEWED = "tab_read", "tab_cleared", "tab_renewed"
NO_ANSWERS = ("back", "next", "skip", "to_step_", "other_way", "begin_anew", "turn", "scalp_map")
_KEEP = """
const NAME = "smp-planner";
export default function ({ data, setStateValue }) {
  let drawer = null;
  try { drawer = window.sessionStorage; } catch { /* a browser that keeps nothing */ }
  if (data.answers === null) {
    setStateValue("held", drawer?.getItem(NAME) ?? "");
  } else if (data.answers === "") {
    drawer?.removeItem(NAME);
    window.location.reload();
  } else {
    drawer?.setItem(NAME, data.answers);
  }
}
"""
_tab = component("smp_tab_memory", js=_KEEP)


def answers_are_here(rules: RuleSet) -> bool:
    """Whether the session has the answers; not while a new one waits for what the tab holds.

    Until then nothing may be asked, as an answer would be given twice.
    """
    state = st.session_state
    if state.get(CLEARED):
        _tab(data={"answers": ""}, key="tab_memory")
        return False
    if state.get(READ):
        return True
    held = _tab(data={"answers": None}, key="tab_memory", on_held_change=_nothing).held
    if held is None:
        return False
    state[READ] = True
    state.update(unpacked(held, rules))
    return True


def keep_answers(given: Mapping[str, Any], rules: RuleSet) -> None:
    """Let the tab hold the answers as they stand. Once on a screen, inside what is drawn at each change."""
    _tab(data={"answers": packed(given, rules)}, key="tab_keeper")


def tell_if_renewed() -> None:
    """Say once that answers were given to other rules and are not taken for answers to these."""
    if st.session_state.pop(RENEWED, False):
        show(html.notice("This page was renewed since you answered. Please answer once more."))


def offer_to_begin_anew() -> None:
    """A button that forgets every answer, for the next person at the same screen."""
    st.button("Begin anew: forget all answers", on_click=_clear, key="begin_anew", type="tertiary")


def packed(state: Mapping[str, object], rules: RuleSet) -> str:
    """The answers as text: everything the session holds but its buttons and what moves the page."""
    answers = {key: _told(value) for key, value in state.items() if _is_answer(key, value)}
    return json.dumps({"format": FORMAT, "rules": rules.edition.fingerprint, "answers": answers})


def unpacked(held: str, rules: RuleSet) -> dict[str, object]:
    """The answers of a text from the tab; of other rules, or of no text of ours, only that it was so."""
    if not held:
        return {}
    try:
        found = json.loads(held)
        if (found["format"], found["rules"]) == (FORMAT, rules.edition.fingerprint):
            return {key: _meant(value) for key, value in found["answers"].items()}
    except (ValueError, TypeError, KeyError, AttributeError):
        pass
    return {RENEWED: True}


def _is_answer(key: str, value: object) -> bool:
    if key.startswith(("$", "tab_", *NO_ANSWERS)) or key.endswith(("_drop", "_add")):
        return False
    return isinstance(value, (str, int, float, date, time, list, tuple, dict, type(None)))


def _told(value: Any) -> Any:
    if isinstance(value, (date, time)):
        return {type(value).__name__: value.isoformat()}
    if isinstance(value, dict):
        return {"dict": {key: _told(inner) for key, inner in cast("dict[str, Any]", value).items()}}
    if isinstance(value, (list, tuple)):
        return [_told(inner) for inner in cast("list[Any]", value)]
    return value


def _meant(value: Any) -> Any:
    if isinstance(value, list):
        return [_meant(inner) for inner in cast("list[Any]", value)]
    if not isinstance(value, dict):
        return value
    [(kind, inner)] = cast("dict[str, Any]", value).items()
    if kind == "dict":
        return {key: _meant(one) for key, one in inner.items()}
    return {"date": date, "time": time}[kind].fromisoformat(inner)


def _clear() -> None:
    st.session_state[CLEARED] = True


def _nothing() -> None:
    """What a change in the tab calls: the run that follows it reads the value itself."""
