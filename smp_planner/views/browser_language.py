"""The page speaks as the browser asks for: its language where we have it, its country's habits."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

import streamlit as st

from smp_planner.language.choose import speech_of
from smp_planner.language.speech import speaking


@contextmanager
def speaking_as_the_browser() -> Generator[None]:
    """Speak so inside; whatever Streamlit runs by itself, a script or a fragment, begins with this."""
    with speaking(speech_of(st.context.locale)):
        yield
