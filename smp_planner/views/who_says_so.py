"""Who says so: dates, makers, money, evidence, and what was not done; and the way there."""

from __future__ import annotations

import streamlit as st

from smp_planner.domain.plan import TreatmentPlan
from smp_planner.language.texts import N_, _
from smp_planner.views import html
from smp_planner.views.picture import show
from smp_planner.views.state import TAB
from smp_planner.views.whys import Whys

WHO_SAYS_SO = N_("Who says so")
OFFER = N_("Who says so: makers, money, dates, and what was not tested")
FOLD = "fold_who_says_so"


def show_who_says_so(plan: TreatmentPlan, whys: Whys) -> None:
    """The dates, then each point under its title."""
    about = plan.about
    show(html.paragraph(about.say, whys.why("about.published_on", "about.next_review_on")))
    for point in about.points:
        show(html.heading(point.title), html.paragraph(point.say, whys.why(f"about.points.{point.id}")))


def offer_who_says_so(tab: str) -> None:
    """A line that opens it, in the tab of that name."""
    st.button(_(OFFER), on_click=_open, args=(tab,), key="to_who_says_so", type="tertiary")


def _open(tab: str) -> None:
    st.session_state[TAB] = tab
    st.session_state[FOLD] = True
