"""A fault of ours, told to the person in our words; the log gets where it happened, and no answer."""

from __future__ import annotations

import logging
from collections.abc import Generator
from contextlib import contextmanager

import streamlit as st

from smp_planner.faults import told_fault
from smp_planner.language.texts import N_, _

FAULT = N_(
    "Something went wrong here. It is our fault, not yours. Your answers are safe in this tab. "
    "Please load this page again. If it comes back, tell the clinic."
)
_log = logging.getLogger(__name__)


@contextmanager
def telling_of_faults() -> Generator[None]:
    """Show the words in place of what failed; what stands around it stays."""
    try:
        yield
    except Exception as fault:  # noqa: BLE001 - whatever it is, nobody is shown a traceback
        log_fault(fault)
        st.error(_(FAULT))


def log_fault(fault: Exception) -> None:
    """Let the log know of what kind a fault is and where it happened: its message may quote an answer."""
    _log.error("%s", told_fault(fault))


@st.cache_resource(show_spinner=False, max_entries=100)
def log_problems(problems: str) -> None:
    """Let the log know what is wrong with the rules: where it stands is for who keeps them, no visitor.

    The same problems stand there once, however many people load the page.
    """
    _log.error("%s", problems)
