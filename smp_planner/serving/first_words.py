"""What a person reads before the page's scripts are there: over a slow line that is some seconds."""

from __future__ import annotations

from html import escape

from smp_planner.language.texts import N_, _

EMPTY, UNNAMED = '<div id="root"></div>', "<title>Streamlit</title>"
LOADING = N_("One moment, please. The page is loading. On a slow connection this takes some seconds.")
_LOOK = (
    "color-scheme:light dark; background:Canvas; color:CanvasText; position:fixed; inset:0; overflow:auto; "
    "padding:4rem clamp(1rem, 5vw, 3rem); font:1rem/1.5 system-ui, sans-serif"
)


def with_first_words(page: str, title: str, language: str) -> str:
    """Streamlit's empty page with a title, its language (BCP 47), and words where the app will stand."""
    title, loading = escape(title), escape(_("Loading"))
    bar = f'<progress aria-label="{loading}" style="width:min(24rem, 100%)"></progress>'
    inside = f'<h1 style="font-size:1.6rem">{title}</h1><p>{escape(_(LOADING))}</p>{bar}'
    words = f'<div id="root"><main style="{_LOOK}">{inside}</main></div>'
    page = page.replace('<html lang="en"', f'<html lang="{language}"')
    return page.replace(UNNAMED, f"<title>{title}</title>").replace(EMPTY, words)
