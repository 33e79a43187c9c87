"""What a person reads before the page's scripts are there: over a slow line that is some seconds."""

from __future__ import annotations

from smp_planner.language.texts import N_, _

EMPTY, UNNAMED = '<div id="root"></div>', "<title>Streamlit</title>"
LOADING = N_("One moment, please. The page is loading. On a slow connection this takes some seconds.")
_LOOK = (
    "color-scheme:light dark; background:Canvas; color:CanvasText; position:fixed; inset:0; overflow:auto; "
    "padding:4rem clamp(1rem, 5vw, 3rem); font:1rem/1.5 system-ui, sans-serif"
)


def with_first_words(page: str, title: str) -> str:
    """Streamlit's empty page with a title, and words where the app will stand and take their place."""
    bar = f'<progress aria-label="{_("Loading")}" style="width:min(24rem, 100%)"></progress>'
    inside = f'<h1 style="font-size:1.6rem">{title}</h1><p>{_(LOADING)}</p>{bar}'
    words = f'<div id="root"><main style="{_LOOK}">{inside}</main></div>'
    return page.replace(UNNAMED, f"<title>{title}</title>").replace(EMPTY, words)
