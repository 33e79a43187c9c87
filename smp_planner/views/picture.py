"""A picture on the page, with a sentence under it."""

from __future__ import annotations

import streamlit as st


def show_picture(svg: str, words: str = "") -> None:
    """A picture, and a sentence under it."""
    frame = f'<div class="smp-picture" tabindex="0" role="region" aria-label="Picture">{svg}</div>'
    st.markdown(frame, unsafe_allow_html=True)
    if words:
        st.caption(words)
