"""When one screen gives way to another: up to its top, and the focus on its heading."""

from __future__ import annotations

from streamlit.components.v2 import component

_TURN = """
export default function ({ data }) {
  const before = window.smpScreen;
  window.smpScreen = data.screen;
  if (before === undefined || before === data.screen) return;
  document.querySelector("[data-testid=stMain]").scrollTo(0, 0);
  const heading = document.querySelector("[data-testid=stMain] h2");
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
"""
_turn = component("smp_turn", js=_TURN)


def turn_to(screen: str) -> None:
    """Let the browser follow to a screen; where it is there already, nothing moves."""
    _turn(data={"screen": screen}, key="turn")
