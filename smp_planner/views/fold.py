"""What is folded away: drawn only while it is open, so that nobody waits for what nobody sees."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st


def fold(title: str, key: str, draw: Callable[[], None], *, opened: bool = False) -> None:
    """A part under its title, which a tap opens and closes; the key tells whether it is open."""
    with st.expander(title, expanded=opened, key=key, on_change="rerun") as told:
        if told.open:
            draw()
