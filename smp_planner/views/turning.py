"""When one screen gives way to another: up to its top, the focus on its heading, a step for Back to take.

Each screen is an entry of the browser's history. Its address ends with the screen's name and holds no
answer; Back and Forward, a phone's too, lead from screen to screen.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st
from streamlit.components.v2 import component

KEY, HEARD = "turn", "turn_heard"
# An entry knows its screen and the screen of the entry before it, so that the page's own Back goes back in
# history too. Where the browser went is told with a mark; what is drawn before the page has heard of that
# mark belongs to an earlier touch and leaves the history as it is. What is told while a connection comes
# back can be lost, so it is told again until it is heard.
_TURN = """
const AGAIN_MS = 1000, TRIES = 20;
export default function ({ data, setTriggerValue }) {
  if (!window.smpTurn) {
    window.smpTurn = { went: null, leaving: false };
    window.addEventListener("popstate", () => window.smpTurn.follow());
  }
  const turn = window.smpTurn;
  const entry = () => window.history.state ?? {};
  const write = (how, before) =>
    window.history[how]({ smpScreen: data.screen, smpBefore: before }, "", `#${data.screen}`);

  const tell = (tries) => {
    clearTimeout(turn.timer);
    if (!turn.went) return;
    if (document.querySelector("[data-testid=stApp][data-test-connection-state=CONNECTED]")) {
      setTriggerValue("went", turn.went);
    }
    if (tries) turn.timer = setTimeout(tell, AGAIN_MS, tries - 1);
  };
  turn.follow = () => {
    turn.leaving = false;
    const to = entry().smpScreen;
    const isThere = !to || to === turn.screen;
    turn.went = isThere ? null : { to, mark: crypto.getRandomValues(new Uint32Array(1))[0] };
    tell(TRIES);
  };
  const show = () => {
    document.querySelector("[data-testid=stMain]").scrollTo(0, 0);
    const heading = document.querySelector("[data-testid=stMain] h2");
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  };

  const wasAsked = turn.went !== null;
  const heard = !wasAsked || data.heard === turn.went.mark;
  const isNew = turn.screen !== data.screen;
  const isFirst = turn.screen === undefined;
  if (heard) turn.went = null;
  turn.screen = data.screen;
  if (isFirst) {
    write("replaceState", entry().smpBefore);
  } else if (isNew) {
    show();
    if (heard && entry().smpScreen !== data.screen) {
      if (entry().smpBefore === data.screen) {
        turn.leaving = true;
        window.history.back();
      } else {
        write("pushState", entry().smpScreen);
      }
    }
  } else if (!heard) {
    tell(TRIES);
  } else if (!turn.leaving && !wasAsked) {
    turn.follow();
  }
}
"""
_turn = component("smp_turn", js=_TURN)


def turn_to(screen: str, go: Callable[[str], None]) -> None:
    """Let the browser follow to a screen; where it is there already, nothing moves.

    `go` is called with the name of the screen that Back or Forward has led to.
    """
    data = {"screen": screen, "heard": st.session_state.get(HEARD)}
    _turn(data=data, key=KEY, on_went_change=partial(_hear, go))


def _hear(go: Callable[[str], None]) -> None:
    heard = st.session_state.get(HEARD)  # it may be told more than once
    match st.session_state[KEY]["went"]:
        case {"mark": int(mark), "to": str(to)} if mark != heard:
            st.session_state[HEARD] = mark
            go(to)
        case _:
            pass
