"""What this page is and what it is not: said once, where somebody begins."""

from __future__ import annotations

from html import escape

from smp_planner.language.texts import N_, _
from smp_planner.views import html

TITLE = N_("Plan scalp micropigmentation")
WHAT_SMP_IS = N_(
    "Scalp micropigmentation (SMP) is a tattoo of tiny dots that look like cropped hair. It grows no hair."
)
INTRO = N_(
    "An estimate to talk over with a professional, not medical advice, a diagnosis or a quote. Doing nothing "
    "is a choice too. No server stores your answers."
)
KEPT, KEPT_TOLD = (
    N_("What is kept?"),
    N_(
        "The server works with your answers while this page is open and stores none of them. Your browser "
        "keeps them in this tab, so that a reload loses nothing. On a shared device, press “Begin anew” at "
        "the end."
    ),
)


def intro() -> str:
    """What this page is and is not, and what becomes of the answers, as a line of HTML that unfolds."""
    told = f"<details><summary>{escape(_(KEPT))}</summary>{html.quiet(_(KEPT_TOLD))}</details>"
    return f'<div class="line quiet intro">{escape(_(INTRO))} {told}</div>'
