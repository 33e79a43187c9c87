"""Agreed today: a line for each point of the talk, then the first week and later, in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import streamlit as st

from smp_planner.domain.intake import LONGEST_AGREED
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.talk import AgreedPoint, PlainAnswer
from smp_planner.language.texts import N_, _
from smp_planner.views import html
from smp_planner.views.fold import fold
from smp_planner.views.picture import show
from smp_planner.views.state import WRITTEN
from smp_planner.views.whys import Whys

HOW = N_(
    "Write down what you agree on, in a few words. It stays with the answers in this tab, and is in "
    "the files to take along. Leave empty what you did not talk about."
)
NOT_ASKED = N_("Not answered yet. It is among the questions.")


def show_agreed(plan: TreatmentPlan, whys: Whys) -> None:
    """Every point with what is known of it and a line to write on; folded below, what to tell the person."""
    show(html.paragraph(_(HOW)))
    with st.container(key="agreed_points"):
        for point in plan.talk.agreed:
            with st.container(gap="xxsmall"):
                _show_point(point, whys)
    talk = plan.talk
    for title, part, told in (
        (_("Days 0 to 7 in plain words"), "first_week", talk.first_week),
        (_("If something changes later"), "later", talk.later),
    ):
        fold(title, f"fold_{part}", partial(_show_plainly, part, told, whys))


def _show_point(point: AgreedPoint, whys: Whys) -> None:
    note = html.quiet(point.say, whys.why(f"talk.agreed.{point.id}"))
    show(html.heading(point.name), *_known(point), note)
    if point.write:
        st.text_input(
            point.write, key=f"{WRITTEN}{point.id}", max_chars=LONGEST_AGREED, persist_state="session"
        )


def _known(point: AgreedPoint) -> Iterator[str]:
    """What the plan tells of a point; where that is all there could be, also that it is still open."""
    if point.known:
        yield html.fact(point.known)
    elif not point.write:
        yield html.paragraph(_(NOT_ASKED))


def _show_plainly(part: str, answers: tuple[PlainAnswer, ...], whys: Whys) -> None:
    for answer in answers:
        why = whys.why(f"talk.{part}.{answer.id}")
        show(html.heading(answer.question), html.paragraph(answer.say, why))
