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
TRY_NOW = N_("Try again now")
# Looks whether there is room, and only then loads the page again: nobody's reading is broken off.
LOOKS_AGAIN = """
const later = () => setTimeout(look, 15000 + 15000 * Math.random());
const look = () => fetch("", { method: "HEAD", cache: "no-store" }).then(
  (answer) => (answer.ok ? window.location.reload() : later()), later);
later();
"""


class SmallPages:
    """Small pages with one title; `speech_for` says what is spoken with who asks for a language."""

    def __init__(self, title: str, speech_for: Callable[[str], Speech]) -> None:
        self.title = title
        self.speech_for = speech_for

    def speech(self, asked: Headers) -> Speech:
        """What is spoken with who sends such headers: the language that they name first."""
        return self.speech_for(asked.get("accept-language", "").split(",")[0].split(";")[0].strip())

    def page(self, asked: Headers, words: str, status: int) -> HTMLResponse:
        """The words, as an answer with a status of HTTP."""
        return self._answer(asked, words, status, "", {})

    def page_that_looks_again(self, asked: Headers, words: str, status: int, after: int) -> HTMLResponse:
        """The same for what may be otherwise after so many seconds: the page looks again by itself."""
        head = f'<noscript><meta http-equiv="refresh" content="{after}"></noscript>'
        return self._answer(
            asked, words, status, f"{head}<script>{LOOKS_AGAIN}</script>", {"Retry-After": str(after)}
        )

    def _answer(
        self, asked: Headers, words: str, status: int, head: str, told: dict[str, str]
    ) -> HTMLResponse:
        speech = self.speech(asked)
        with speaking(speech):
            title, link = escape(_(self.title)), f'<a href="">{escape(_(TRY_NOW))}</a>' if told else ""
            inside = words_inside(title, escape(_(words)), link)
        page = (
            f'<!DOCTYPE html><html lang="{speech.tag}"><head><meta charset="utf-8"><title>{title}</title>'
            f'<meta name="viewport" content="width=device-width, initial-scale=1">{head}</head>'
            f"<body>{inside}</body></html>"
        )
        return HTMLResponse(page, status, {"Cache-Control": "no-store", **told})


def words_inside(title: str, words: str, below: str) -> str:
    """Title and words in the page's look; all three are HTML."""
    return f'<main style="{LOOK}"><h1 style="font-size:1.6rem">{title}</h1><p>{words}</p>{below}</main>'
