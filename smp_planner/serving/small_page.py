"""Pages of some words only, in the page's look and in the language that a browser asks for."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse

from smp_planner.language.speech import Speech, speaking
from smp_planner.language.texts import N_, _

LOOK = (
    "color-scheme:light dark; background:Canvas; color:CanvasText; position:fixed; inset:0; overflow:auto; "
    "padding:4rem clamp(1rem, 5vw, 3rem); font:1rem/1.5 system-ui, sans-serif"
)
# How the door would answer whoever came in now: with a status of HTTP, or 0 where nothing answers.
ASKS_THE_DOOR = """
window.smpDoor = () => fetch("", { method: "HEAD", cache: "no-store" }).then(({ status }) => status, () => 0);
"""
TRY_NOW, TO_BEGINNING = N_("Try again now"), N_("To the beginning")
# Looks whether there is room, and only then loads the page again: nobody's reading is broken off.
# A link as such would drop what follows the # of the address, which may hold answers.
LOOKS_AGAIN = (
    ASKS_THE_DOOR
    + """
document.addEventListener("click", (event) => {
  if (event.target.closest("a")) {
    event.preventDefault();
    window.location.reload();
  }
});
const later = () => setTimeout(look, 15000 + 15000 * Math.random());
const look = () => window.smpDoor().then((told) => (told === 200 ? window.location.reload() : later()));
later();
"""
)


class SmallPages:
    """Small pages with one title; `speech_for` says what is spoken with who asks for a language."""

    def __init__(self, title: str, speech_for: Callable[[str], Speech]) -> None:
        self.title = title
        self.speech_for = speech_for

    def speech(self, asked: Headers) -> Speech:
        """What is spoken with who sends such headers: the language that they name first."""
        return self.speech_for(asked.get("accept-language", "").split(",")[0].split(";")[0].strip())

    def page(self, asked: Headers, words: str, status: int) -> HTMLResponse:
        """The words with a link to where the page begins, as an answer with a status of HTTP."""
        return self._answer(asked, words, status, link=("/", TO_BEGINNING))

    def page_that_looks_again(self, asked: Headers, words: str, status: int, after: int) -> HTMLResponse:
        """The words for what may be otherwise after so many seconds: the page looks again by itself."""
        head = f'<noscript><meta http-equiv="refresh" content="{after}"></noscript>'
        answer = self._answer(
            asked, words, status, link=("", TRY_NOW), head=f"{head}<script>{LOOKS_AGAIN}</script>"
        )
        answer.headers["Retry-After"] = str(after)
        return answer

    def _answer(
        self, asked: Headers, words: str, status: int, *, link: tuple[str, str], head: str = ""
    ) -> HTMLResponse:
        speech = self.speech(asked)
        with speaking(speech):
            title, (where, named) = escape(_(self.title)), link
            inside = words_inside(title, escape(_(words)), f'<a href="{where}">{escape(_(named))}</a>')
        page = (
            f'<!DOCTYPE html><html lang="{speech.tag}"><head><meta charset="utf-8"><title>{title}</title>'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            f'<link rel="icon" href="data:,">{head}</head><body>{inside}</body></html>'
        )
        return HTMLResponse(page, status, {"Cache-Control": "no-store"})


def words_inside(title: str, words: str, below: str) -> str:
    """Title and words in the page's look; all three are HTML."""
    return f'<main style="{LOOK}"><h1 style="font-size:1.6rem">{title}</h1><p>{words}</p>{below}</main>'
