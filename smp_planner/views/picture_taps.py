"""A tap on a drawing chooses what it shows; the list beside the drawings says the same, for every hand.

The drawings stand on the page as they are, each with `tapped_by`. What is sent with an answer is which of
them is chosen.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import streamlit as st
from streamlit.components.v2 import component

from smp_planner.domain.intake import LOOKS, LUDWIG, NORWOOD
from smp_planner.views.parts import answered

DRAWN = {"norwood": NORWOOD, "ludwig": LUDWIG, "density_look": LOOKS}
"""By the key of an answer, the choices that are drawn."""


def take_taps(key: str, then: Callable[[], None] | None = None) -> None:
    """Let the drawings of a question be tapped; the answer stands under its key.

    `then` is what an answer does beside.
    """
    _taps(
        data={"key": key, "chosen": st.session_state.get(key)},
        key=taps_of(key),
        on_tapped_change=answered(partial(_choose, key, then)),
    )


def tapped_by(key: str, choice: str) -> str:
    """The attribute of a drawing that chooses so when it is tapped."""
    return f'data-choice="{key} {choice}"'


def taps_of(key: str) -> str:
    """The key of what takes the taps of a question."""
    return f"picture_taps_{key}"


def is_drawn(key: str, tapped: object) -> bool:
    """Whether what a browser sent is a choice that is drawn: it may send anything."""
    return tapped in DRAWN[key]


def _choose(key: str, then: Callable[[], None] | None) -> None:
    tapped = st.session_state[taps_of(key)]["tapped"]
    if is_drawn(key, tapped):
        st.session_state[key] = tapped
        if then:
            then()


_taps = component("smp_picture_taps", js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8"))
