"""A picture on the page, with a sentence under it."""

from __future__ import annotations

import streamlit as st

from smp_planner.views import html


def show_picture(svg: str, words: str = "") -> None:
    """A picture, and a sentence under it."""
    frame = f'<div class="smp-picture" tabindex="0" role="region" aria-label="Picture">{svg}</div>'
    st.markdown(frame, unsafe_allow_html=True)
    if words:
        show_quiet(words)


def show_quiet(words: str) -> None:
    """A smaller line of words, dark enough to read."""
    st.html(html.page(html.quiet(words)))
