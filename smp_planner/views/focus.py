"""Where the focus goes when the button that was pressed leaves the page: to what a person would press next.

Without it the focus falls back to the top of the page, and a keyboard begins there anew. Whoever opens saved
answers is led to what is said of them: it stands at the top, and may have been opened from far below.
Of a double tap on a button that adds a row the second adds none.
"""

from __future__ import annotations

import json

import streamlit as st
from streamlit.components.v2 import component

from smp_planner.views.beside import PLACE
from smp_planner.views.opened import PANEL
from smp_planner.views.state import JUST_OPENED
from smp_planner.views.what_if import PLACES

# By the key of a button, the one that comes in its place.
NEXT = {
    "keep_a": "back_to_a",
    "forget_a": "keep_a",
    "begin_anew": "keep",  # not what forgets: whoever presses twice loses nothing
    "keep": "begin_anew",
    "crown_alone": "crown_in_stage",
    "crown_in_stage": "crown_alone",
}
# By the key of a button, the address of the heading that it leads to, as soon as that is drawn.
LEADS_TO = {"see_beside": PLACE, "see_one_more": PLACES["one_more_session"]}
# Keys of buttons that close what is told above everything: then the page's title is read next.
CLOSES = ("opened_seen", "link_read")
TO_PARTS = "to-parts"  # the class of a link to the choice of a plan's parts
# A row that is removed gives the focus to the next one's button, else to the button that adds a row. A button
# may come later than the other goes, later than the one that is next best, and be drawn twice, so the page is
# watched until somebody goes on.
_KEEP = """
const ONE_TAP_MS = 400;  // so far apart are the taps of a double tap at most; a key held down comes sooner
const toOpened = (tries) => {
  const told = document.querySelector(`.st-key-${PANEL} :is(h2, .line)`);
  if (!told) {
    if (tries) setTimeout(toOpened, 100, tries - 1);
    return;
  }
  document.querySelector("[data-testid=stMain]").scrollTo(0, 0);
  told.tabIndex = -1;
  told.focus({ preventScroll: true });
};
export default function ({ data }) {
  if (data.opened && window.smpOpened !== data.opened) {
    window.smpOpened = data.opened;
    toOpened(100);
  }
  if (window.smpFocus) return;
  window.smpFocus = true;
  const keyOf = (inside) => inside.closest?.("[class*=st-key-]")?.className.match(/st-key-(\\S+)/)[1];
  const buttonOf = (key) => document.querySelector(`.st-key-${key} button`);
  const nextOf = (key) => {
    const [, kind] = key?.match(/^(.+)_\\d+_drop$/) ?? [];
    if (!kind) return NEXT[key] ? [NEXT[key]] : [];
    const rows = [...document.querySelectorAll(`[class*="st-key-${kind}_"][class*="_drop"]`)].map(keyOf);
    return [...rows.slice(rows.indexOf(key) + 1), `${kind}_add`];
  };
  let next = [];
  const watch = new MutationObserver(() => {
    const there = next.map(buttonOf).filter(Boolean);
    const at = document.activeElement;
    if (there.length && at !== there[0] && (at === document.body || there.includes(at))) there[0].focus();
  });
  const lead = (place, tries) => {
    const heading = document.getElementById(place);
    if (!heading) {
      if (tries) setTimeout(lead, 100, place, tries - 1);
      return;
    }
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    heading.scrollIntoView();
  };
  const closed = (key, tries) => {
    if (buttonOf(key)) {
      if (tries) setTimeout(closed, 100, key, tries - 1);
      return;
    }
    if (document.activeElement !== document.body) return;
    const title = document.querySelector("h1");
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
  };
  const toParts = (event) => {
    const chosen = document.querySelector(".st-key-part button:is([aria-checked=true], [aria-pressed=true])");
    if (!chosen || !event.target.closest?.(`.${TO_PARTS}`)) return;
    event.preventDefault();
    chosen.focus({ preventScroll: true });
    chosen.scrollIntoView({ block: "center" });
  };
  let added = { key: "", at: -Infinity }, byKey = false;
  document.addEventListener("keydown", ({ repeat }) => { byKey = !repeat; }, true);
  document.addEventListener("pointerdown", () => { byKey = false; }, true);
  const addsAgain = (event) => {
    const key = keyOf(event.target), at = event.timeStamp, before = added;
    if (!key?.endsWith("_add")) return false;
    added = { key, at };
    return !byKey && key === before.key && at - before.at < ONE_TAP_MS;
  };
  document.addEventListener("click", (event) => {
    if (addsAgain(event)) {
      event.stopPropagation();
      return;
    }
    toParts(event);
    const place = LEADS_TO[keyOf(event.target)];
    if (place) lead(place, 100);
    if (CLOSES.includes(keyOf(event.target))) closed(keyOf(event.target), 100);
    next = nextOf(keyOf(event.target));
    if (next.length) watch.observe(document.body, { childList: true, subtree: true });
  }, true);
  for (const onward of ["keydown", "pointerdown"]) {
    document.addEventListener(onward, () => watch.disconnect(), true);
  }
}
"""
_focus = component(
    "smp_focus",
    js=f"const NEXT = {json.dumps(NEXT)}, LEADS_TO = {json.dumps(LEADS_TO)}, "
    f"CLOSES = {json.dumps(CLOSES)}, TO_PARTS = {json.dumps(TO_PARTS)}, PANEL = {json.dumps(PANEL)};{_KEEP}",
)


def keep_focus() -> None:
    """Let the browser mind the focus, on every screen."""
    _focus(data={"opened": st.session_state.get(JUST_OPENED)}, key="tab_focus")
