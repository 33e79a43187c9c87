"""What a person reads before the page's scripts are there: over a slow line that is some seconds."""

from __future__ import annotations

import re
from html import escape

from smp_planner.language.texts import N_, _
from smp_planner.serving.small_page import ASKS_THE_DOOR, words_inside

_NOT_OURS = re.compile(r"<noscript>.*?</noscript>|<link rel=.service-desc.[^>]*>", re.DOTALL)
EMPTY, UNNAMED = '<div id="root"></div>', "<title>Streamlit</title>"
LOADING = N_("One moment, please. The page is loading. On a slow connection this takes some seconds.")
NO_SCRIPTS = N_("This page needs JavaScript, which is switched off in your browser. Please switch it on.")

# Many may load the page at the same moment, and find no place left once its scripts want to connect.
# Streamlit then shows an empty page; asked again, the door has words for it. Once the page has drawn what
# keeps its answers (views/tab_memory.py) it was let in: a line lost later is for views/connection.py to tell.
ASKS_AGAIN = (
    ASKS_THE_DOOR
    + """
const asking = setInterval(() => {
  const { testConnectionState: link } = document.querySelector("[data-testid=stApp]")?.dataset ?? {};
  if (link === "CONNECTED" || window.smpHeld) clearInterval(asking);
  else if (link) window.smpDoor().then((told) => told === 503 && window.location.reload());
}, 4000);
"""
)


def with_first_words(page: str, title: str, language: str) -> str:
    """Streamlit's empty page with a title, its language (BCP 47), and words where the app will stand.

    What Streamlit says there to programs, of a way in that is shut here, is left out.
    """
    title, loading = escape(title), escape(_("Loading"))
    bar = f'<progress aria-label="{loading}" style="width:min(24rem, 100%)"></progress>'
    bar += f"<noscript><p>{escape(_(NO_SCRIPTS))}</p></noscript>"
    words = f'<div id="root">{words_inside(title, escape(_(LOADING)), bar)}</div>'
    page = _NOT_OURS.sub("", page).replace('<html lang="en"', f'<html lang="{language}"')
    head = f"<title>{title}</title><script>{ASKS_AGAIN}</script>"
    return page.replace(UNNAMED, head).replace(EMPTY, words)
