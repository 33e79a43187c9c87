"""A file that could not be made: told in our words where a person looks, while the page stays as it is.

Streamlit makes a file after the tap and outside a run, and of a fault it says "Failed to generate file for
download" below the button, for five seconds. The browser puts that away and says what happened, for as
long as nobody goes on.
"""

from __future__ import annotations

from collections.abc import Callable

from streamlit.components.v2 import component

from smp_planner.language.speech import speaking, spoken_now
from smp_planner.language.texts import N_, _
from smp_planner.views.faults import log_fault

FAILED = N_(
    "“{file}” could not be made. It is our fault, not yours. Your answers are safe on this page. Try once "
    "more, or take another file. If it comes back, tell the clinic."
)
PLACE = "\ufffc"  # Unicode's sign for what is put in: here the browser puts the name of the button

_LOOK = """
[role=alert] {position:fixed; bottom:.6rem; left:50%; transform:translateX(-50%); z-index:1000000;
  box-sizing:border-box; width:max-content; max-width:min(34rem, calc(100vw - 1.2rem)); line-height:1.4}
[role=alert]:not(:empty) {padding:.7rem 1rem; border:1px solid #fff; border-radius:.5rem;
  background:#7f1d1d; color:#fff}
"""
_TELL = """
const ERROR = "[data-testid=stDownloadButtonError]";
export default function ({ data, parentElement }) {
  parentElement.smpStop?.();
  const place = parentElement.querySelector("[role=alert]");
  const told = new WeakSet();
  const look = () => {
    for (const error of document.querySelectorAll(ERROR)) {
      if (told.has(error)) continue;
      told.add(error);
      error.style.display = "none";
      const name = error.closest("[data-testid=stDownloadButton]")?.querySelector("button")?.innerText ?? "";
      place.textContent = data.failed.replace(data.place, name.trim());
    }
  };
  const goOn = (event) => { if (event.type !== "keydown" || event.key !== "Shift") place.textContent = ""; };
  const watch = new MutationObserver(look);
  watch.observe(document.body, { childList: true, subtree: true });
  for (const onward of ["pointerdown", "keydown"]) document.addEventListener(onward, goOn, true);
  parentElement.smpStop = () => {
    watch.disconnect();
    for (const onward of ["pointerdown", "keydown"]) document.removeEventListener(onward, goOn, true);
  };
  return parentElement.smpStop;
}
"""
_failed = component("smp_failed_files", html='<div role="alert"></div>', css=_LOOK, js=_TELL)


class FileNotMade(Exception):  # noqa: N818 - what happened, as the page tells it
    """A file could not be made; it says no more, as what went wrong may quote an answer."""


def tell_of_failed_files() -> None:
    """Let the browser tell which file could not be made."""
    told = {"failed": _(FAILED, file=PLACE), "place": PLACE}
    _failed(data=told, key="tab_failed_files")


def on_click(make: Callable[[], bytes]) -> Callable[[], bytes]:
    """What makes a file after the page, where nothing is spoken: the speech of the page goes along.

    Of what goes wrong the log gets the kind and the lines of code, and no answer.
    """
    speech = spoken_now()

    def made() -> bytes:
        try:
            with speaking(speech):
                return make()
        except Exception as fault:  # noqa: BLE001 - whatever it is, the page tells that there is no file
            log_fault(fault)
            raise FileNotMade from None

    return made
