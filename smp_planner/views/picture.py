"""A picture on the page, with a sentence under it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import streamlit as st

from smp_planner.pictures.shape import ON_SCREEN, Shape
from smp_planner.views import html


def show_picture(draw: Callable[[Shape], str], words: str = "") -> None:
    """A picture, drawn for a wide screen and for a phone, and a sentence under it."""
    frames = (f'<div class="{shape.value}">{draw(shape)}</div>' for shape in ON_SCREEN)
    st.markdown(f'<div class="smp-picture">{"".join(frames)}</div>', unsafe_allow_html=True)
    if words:
        show_quiet(words)


def show_quiet(words: str) -> None:
    """A smaller line of words, dark enough to read."""
    show(html.quiet(words))


def show(*pieces: str) -> None:
    """Pieces of HTML on the page, in its look."""
    st.html(_Ready(html.page(*pieces)))


class _Ready(NamedTuple):
    """HTML that says so itself: of a bare text Streamlit asks the disk whether it names a file."""

    text: str

    def _repr_html_(self) -> str:
        return self.text
