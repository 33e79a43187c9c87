"""A tap on the drawing of a stage chooses it; the list above the drawings says the same, for every hand.

The drawings stand on the page as they are. What is sent with an answer is which of them is chosen.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import streamlit as st
from streamlit.components.v2 import component

from smp_planner.domain.intake import LUDWIG, NORWOOD
from smp_planner.views.parts import answered

STAGES = {"norwood": NORWOOD, "ludwig": LUDWIG}


def take_taps(scale: str, then: Callable[[], None]) -> None:
    """Let the drawings of a scale (`norwood`, `ludwig`) be tapped; the answer stands under its name.

    `then` is what an answer does beside.
    """
    _taps(
        data={"scale": scale, "chosen": st.session_state.get(scale)},
        key=taps_of(scale),
        on_tapped_change=answered(partial(_choose, scale, then)),
    )


def taps_of(scale: str) -> str:
    """The key of what takes the taps of a scale."""
    return f"stage_taps_{scale}"


def is_stage(scale: str, tapped: object) -> bool:
    """Whether what a browser sent is a stage of the scale: it may send anything."""
    return tapped in STAGES[scale]


def _choose(scale: str, then: Callable[[], None]) -> None:
    tapped = st.session_state[taps_of(scale)]["tapped"]
    if is_stage(scale, tapped):
        st.session_state[scale] = tapped
        then()


_taps = component("smp_stage_taps", js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8"))
