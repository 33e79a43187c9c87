"""Aftercare: the timeline, the days of every rule, what to do before, when to call."""

from __future__ import annotations

from html import escape

import streamlit as st

from smp_planner.domain.care import Window
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.words import spoken
from smp_planner.exports.wording import days_held
from smp_planner.pictures.timeline import timeline
from smp_planner.views import html
from smp_planner.views.html import Whys
from smp_planner.views.picture import show_picture

KINDS = {"avoid": "What to leave", "do": "What to do", "expect": "What is usual"}
SHOWN_WINDOWS = {
    "touching": "No touching",
    "shampoo": "No shampoo",
    "foil_shave": "No shaving",
    "heavy_exercise": "No heavy exercise",
    "direct_sun": "No direct sun",
    "swimming": "No swimming",
    "sauna_steam": "No sauna or steam",
}


def show_aftercare(plan: TreatmentPlan, whys: Whys) -> None:
    """The timeline, the windows as a table, what to do before, and when to call."""
    st.html(
        html.page(html.paragraph(plan.aftercare.burden.say, whys.why("aftercare.burden.days_without_sun")))
    )
    show_picture(
        timeline(plan, tuple(SHOWN_WINDOWS), SHOWN_WINDOWS), "Each bar holds its first and its last day."
    )
    for kind, title in KINDS.items():
        rows = [
            (
                escape(windows[0].say),
                f"{days_held([(w.from_, w.to) for w in windows])} {whys.why(f'aftercare.windows.{rule}')}",
                escape(windows[0].differs or ""),
            )
            for rule, windows in _by_rule(plan, kind).items()
        ]
        st.html(html.page(html.table(title, ("What", "Days, both ends included", "Also"), rows)))
    with st.expander("Before each visit"):
        before = [
            (f"Visit {p.session}", f"{spoken(p.from_)} to {spoken(p.to)}", escape(p.say))
            for p in plan.aftercare.before
        ]
        st.html(html.page(html.table("Before each visit", ("Visit", "When", "What"), before)))
    signs = [(escape(sign.say), escape(sign.whom)) for sign in plan.aftercare.call_if]
    st.html(html.page(html.table("When to call", ("If you see or feel", "Call"), signs)))


def _by_rule(plan: TreatmentPlan, kind: str) -> dict[str, list[Window]]:
    """The windows of each rule of one kind."""
    by_rule: dict[str, list[Window]] = {}
    for window in plan.aftercare.windows:
        if window.kind == kind:
            by_rule.setdefault(window.rule, []).append(window)
    return by_rule
