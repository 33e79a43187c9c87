"""The page speaks as the browser asks for: its language where we have it, its country's habits.

Of a browser that names no country a clinic's page writes days and figures as the clinic does. Sizes are
told by the tape that was chosen on the page.
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

import streamlit as st

from smp_planner.domain.tape import CM, measuring
from smp_planner.language.choose import asked_or_usual, speech_of
from smp_planner.language.speech import speaking
from smp_planner.views.start_up import locale_here
from smp_planner.views.state import TAPE


@contextmanager
def speaking_as_the_browser() -> Generator[None]:
    """Speak so inside; whatever Streamlit runs by itself, a script or a fragment, begins with this."""
    tape = st.session_state.get(TAPE, CM)
    with speaking(speech_of(asked_or_usual(st.context.locale, locale_here()))), measuring(tape):
        yield
