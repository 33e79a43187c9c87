"""The answers stay in this browser tab, so that a reload or a lost server loses none of them.

They live in the tab's own storage, which no other tab, no server log and no address ever sees, and
which goes when the tab is closed. Where a browser allows none, as in a frame within another site's page, they
live in the open page instead: through a lost server, not through a reload. Beside them stand the figures of
the rules that they were planned with. A link with answers is read in the same breath.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

import streamlit as st
from streamlit.components.v2 import component

from smp_planner.exports.handoff import BEGINS
from smp_planner.exports.plan_file import rules_alone
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.saved import saved_rules
from smp_planner.views.moved_here import shows_a_page, stand_before_what_is_shown, wait_for_the_browser
from smp_planner.views.renewal import note_renewal
from smp_planner.views.settling import settle_from
from smp_planner.views.state import NO_EXAMPLE
from smp_planner.views.tab_text import packed, region_in, unpacked
from smp_planner.views.whose_prices import choose_prices, rules_of_choice

READ, CLEARED = "tab_read", "tab_cleared"
QUESTION = "tab_question"  # each session asks the tab by a name of its own
LINK = "tab_link"  # what followed the # of the link that the tab was opened with, if it holds answers
FORGOTTEN = "forgotten"  # what the tab holds once all answers were forgotten, until it is asked again
# A link that is opened where the page stands already loads nothing by itself. What follows its # is taken out
# of the address, and out of the browser's entry for Back, before anything else is drawn. It is told whenever
# this is asked, as Streamlit may ask more than once before it listens, and let go once answers are kept.
# What is typed becomes an answer as its field is left. A phone that sleeps leaves none, and may load the page
# anew as it wakes, so the field is left for it.
_KEEP = """
const ANSWERS = "smp-planner", RULES = "smp-planner-rules", LINK = "#BEGINS";
const isLink = () => window.location.hash.startsWith(LINK);
let link = "";
const takeLink = () => {
  if (isLink()) {
    const { hash, pathname, search } = window.location;
    window.history.replaceState(window.history.state, "", pathname + search);
    link = hash.slice(1);
  }
  return link;
};
if (!window.smpLinks) {
  window.smpLinks = true;
  window.addEventListener("hashchange", () => isLink() && window.location.reload());
  const fields = ":is([data-testid=stNumberInput], [data-testid=stTextInput]) input";
  document.addEventListener("visibilitychange", () => {
    const at = document.activeElement;
    if (!document.hidden || !at?.matches(fields)) return;
    at.blur();
    at.focus({ preventScroll: true });
  });
}
const openDrawer = () => {
  try { return window.sessionStorage; } catch { /* nothing may be kept in the tab */ }
  const held = (window.smpDrawer ??= new Map());
  return {
    getItem: (name) => held.get(name),
    setItem: (name, text) => held.set(name, text),
    removeItem: (name) => held.delete(name),
  };
};
const drawer = openDrawer();
const kept = (name) => drawer.getItem(name) ?? "";
window.smpHeld = () => ({ answers: kept(ANSWERS), rules: kept(RULES), link: takeLink() });
window.smpKeep = (answers) => {
  link = "";
  drawer.setItem(ANSWERS, answers);
};
if (window.smpKeepSoon !== undefined) {
  window.smpKeep(window.smpKeepSoon);
  delete window.smpKeepSoon; // a later script would take it for news
}
export default function ({ data, setStateValue }) {
  if (data.rules) {
    drawer.setItem(RULES, data.rules);
  } else if (data.answers === null) {
    setStateValue("held", window.smpHeld());
  } else if (data.answers === "") {
    drawer.setItem(ANSWERS, "FORGOTTEN");
    drawer.removeItem(RULES);
    window.location.reload();
  }
}
"""
_tab = component("smp_tab_memory", js=_KEEP.replace("BEGINS", BEGINS).replace("FORGOTTEN", FORGOTTEN))
# How a script of ours hands over the answers; where the one above comes later, it takes them up then.
HAND_OVER = "(window.smpKeep ?? ((text) => { window.smpKeepSoon = text; }))"
_keeper = component(
    "smp_tab_keeper",
    js=f"export default ({{ data }}) =>\n  {HAND_OVER}(new TextDecoder().decode(data));",
)


def answers_are_here(rules: RuleSet, back: Mapping[str, str] | None = None) -> bool:
    """Whether the session has the answers; not while a new one waits for what the tab holds.

    `back` is what the browser tells by itself once its connection has come back.

    Until then nothing may be asked, as an answer would be given twice. When a server is replaced, the
    browser tells the new one again what it told the old one, so each session asks by another key and takes
    no old reply for its own. What asks has one place in the page, also once it is gone: everything below
    would be taken down and put up anew, and the page would jump.
    """
    with st.container():
        have_come = _have_come(rules, back)
        if have_come:
            _tab(data={"rules": rules_of_choice(rules).kept(_as_text)}, key="tab_rules")
    return have_come


def _have_come(rules: RuleSet, back: Mapping[str, str] | None) -> bool:
    state = st.session_state
    if state.get(CLEARED):
        _tab(data={"answers": ""}, key="tab_memory")
        return False
    if state.get(READ) or not has_browser():
        return True
    held = back or _asked_for()
    if held is None:
        return False
    choose_prices(region_in(held["answers"]), rules)
    rules = rules_of_choice(rules)
    found = unpacked(held["answers"], rules)
    state[READ] = True
    if held["answers"] == FORGOTTEN:
        state[NO_EXAMPLE] = True
    if found.answers:
        settle_from(found.answers)
        stand_before_what_is_shown(found.answers)
    if held["link"]:
        state[LINK] = held["link"]
    if found.renewed:
        note_renewal(found.answers, held.get("rules", ""), rules)
    return True


def _asked_for() -> Mapping[str, str] | None:
    """What the tab replies, once it has."""
    is_first = QUESTION not in st.session_state
    key = st.session_state.setdefault(QUESTION, f"tab_memory_{uuid4().hex}")
    if is_first and shows_a_page():
        wait_for_the_browser()
    return _tab(data={"answers": None}, key=key, on_held_change=_nothing).held


def has_browser() -> bool:
    """Whether a browser asks: whoever speaks to the page without one has no tab to wait for."""
    return st.context.url is not None


def keep_answers(given: Mapping[str, Any], rules: RuleSet) -> None:
    """Let the tab hold the answers as they stand. Once on a screen, inside what is drawn at each change.

    What is drawn then anyway may hand them over in the browser by itself (`HAND_OVER`).
    """
    _keeper(data=packed(given, rules).encode(), key="tab_keeper")


def _as_text(rules: RuleSet) -> str:
    """The rules that the answers are planned with, as the tab holds them beside these."""
    return rules_alone(saved_rules(rules))


def forget_answers() -> None:
    """Let the tab forget all answers; the page then begins anew, without an example."""
    st.session_state[CLEARED] = True


def _nothing() -> None:
    """What a change in the tab calls: the run that follows it reads the value itself."""
