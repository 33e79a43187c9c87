"""A fault of ours, told to the person in our words; the log gets where it happened, and no answer."""

from __future__ import annotations

import logging
from collections.abc import Generator
from contextlib import contextmanager
from traceback import format_tb

import streamlit as st

from smp_planner.language.texts import N_, _

FAULT = N_(
    "Something went wrong here. It is our fault, not yours. Your answers are safe in this tab. "
    "Please load this page again. If it comes back, tell the clinic."
)
_log = logging.getLogger(__name__)


@contextmanager
def telling_of_faults() -> Generator[None]:
    """Show the words in place of what failed; what stands around it stays.

    An error's own message may quote an answer, so only its kind and the lines of code are logged.
    """
    try:
        yield
    except Exception as fault:  # noqa: BLE001 - whatever it is, nobody is shown a traceback
        _log.error("%s\n%s", type(fault).__name__, "".join(format_tb(fault.__traceback__)))
        st.error(_(FAULT))
