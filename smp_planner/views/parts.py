"""Parts of the clinic's questions: an answer changed in one draws that part, what hangs on it, and the plan.

Streamlit draws a fragment anew at each touch inside it. A question's callback may name others to draw
instead; every question passes `answered()`, which knows the part it stands in.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextvars import ContextVar
from functools import partial

import streamlit as st

from smp_planner.views.browser_language import speaking_as_the_browser
from smp_planner.views.faults import telling_of_faults

PLAN = "living_plan"
ALL = "tab_all"  # no answer: the tab keeps no key that begins so
_DRAWN: ContextVar[tuple[str, ...]] = ContextVar("drawn", default=())


def ask_part(name: str, ask: Callable[[], None], *, before: Sequence[str] = ()) -> None:
    """Draw a part of the questions; a changed answer draws it, the parts `before` the plan, and the plan."""

    @st.fragment(key=name)
    @speaking_as_the_browser()
    @telling_of_faults()
    def part() -> None:
        outside = _DRAWN.set((name, *before, PLAN))
        try:
            ask()
        finally:
            _DRAWN.reset(outside)

    part()


def answered(do: Callable[[], None] | None = None) -> Callable[[], None] | None:
    """What a question does when its answer changes: first `do`, then draw what hangs on it.

    Outside a part nothing is named, and the whole screen is drawn.
    """
    drawn = _DRAWN.get()
    return partial(_follow, do, drawn) if drawn else do


def drawing_all(do: Callable[..., None]) -> Callable[..., None]:
    """A callback of what stands outside the parts: it draws the whole page.

    Touched in the moment of an answer, the answer's callback alone says what is drawn; so the plan, which is
    always among it, is asked to look.
    """

    def done(*arguments: object) -> None:
        do(*arguments)
        st.session_state[ALL] = True

    return done


def draw_all_if_asked() -> None:
    """Draw the whole page, where something outside the parts was touched and only parts are drawn."""
    if st.session_state.get(ALL):
        st.rerun()


def all_is_drawn() -> None:
    """Say that the whole page is being drawn."""
    st.session_state[ALL] = False


def draw(parts: Sequence[str]) -> None:
    """Draw these parts and no others, in the callback of a question."""
    st.rerun(parts)


def _follow(do: Callable[[], None] | None, parts: Sequence[str]) -> None:
    if do is not None:
        do()
    draw(parts)
