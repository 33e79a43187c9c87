"""The page speaks as the browser asks for: its language where we have it, its country's habits.

Of a browser that names no country a clinic's page writes days and figures as the clinic does.
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

import streamlit as st

from smp_planner.language.choose import asked_or_usual, speech_of
from smp_planner.language.speech import speaking
from smp_planner.views.start_up import locale_here


@contextmanager
def speaking_as_the_browser() -> Generator[None]:
    """Speak so inside; whatever Streamlit runs by itself, a script or a fragment, begins with this."""
    with speaking(speech_of(asked_or_usual(st.context.locale, locale_here()))):
        yield
