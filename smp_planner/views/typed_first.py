"""A file is asked for once what was just typed is on its way, so that the file holds it.

A field tells what is typed in it a moment after the last key, or as it is left; and a finger leaves it and
taps the button at once. The file would be made without it, or with a name that stood there before. So such a
tap waits.
"""

from __future__ import annotations

from streamlit.components.v2 import component

_WAIT = """
// Milliseconds until a field has told what was typed in it, and what it held as it was left.
const TYPED = 350, LEFT = 100;
export default function ({ parentElement }) {
  parentElement.smpStop?.();
  let until = 0;
  const later = (wait) => { until = Math.max(until, performance.now() + wait); };
  const typed = () => later(TYPED);
  const left = ({ target }) => { if (target.matches?.("input, textarea")) later(LEFT); };
  const tapped = (event) => {
    const button = event.target.closest?.("[data-testid=stDownloadButton] button");
    const wait = until - performance.now();
    if (!button || wait <= 0) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    setTimeout(() => button.click(), wait);
  };
  const heard = { input: typed, focusout: left, click: tapped };
  for (const [what, hear] of Object.entries(heard)) document.addEventListener(what, hear, true);
  parentElement.smpStop = () => {
    for (const [what, hear] of Object.entries(heard)) document.removeEventListener(what, hear, true);
  };
  return parentElement.smpStop;
}
"""
_waits = component("smp_typed_first", js=_WAIT)


def let_taps_wait_for_what_was_typed() -> None:
    """Let the browser hold a tap on a file's button back until then. Once on a screen, beside the buttons."""
    _waits(key="tab_typed_first")
