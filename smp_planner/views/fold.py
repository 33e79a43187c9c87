"""What is folded away: drawn only while it is open, so that nobody waits for what nobody sees."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from smp_planner.views.parts import answered


def fold(title: str, key: str, draw: Callable[[], None], *, opened: bool = False) -> None:
    """What stands under a title, which a tap opens and closes; the key tells whether it is open.

    Among questions it draws what an answer draws: an answer given in the same moment names what is drawn
    then, and without a word of its own a fold would stay empty.
    """
    with st.expander(title, expanded=opened, key=key, on_change=answered() or "rerun") as told:
        if told.open:
            draw()
