"""What this page is and what it is not: said once, where somebody begins."""

INTRO = (
    "A planning estimate for a talk with a professional. It is not medical advice, not a diagnosis and not "
    "a quote. Doing nothing is a choice too. Your answers stay in this tab: nothing is stored on a server or "
    "sent on, and closing the tab forgets them."
)
