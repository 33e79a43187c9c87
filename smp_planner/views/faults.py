"""A fault of ours, told to the person in our words; the log gets where it happened, and no answer."""

from __future__ import annotations

import logging
from collections.abc import Generator
from contextlib import contextmanager
from traceback import format_tb

import streamlit as st

from smp_planner.errors import RulesError
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
    _log.error("%s\n%s", type(fault).__name__, "".join(format_tb(fault.__traceback__)))


def log_problems(fault: RulesError) -> None:
    """Let the log know what is wrong with the rules: where it stands is for who keeps them, no visitor."""
    _log_once(str(fault))


@st.cache_resource(show_spinner=False, max_entries=100)
def _log_once(problems: str) -> None:
    """The same problems stand in the log once, however many people load the page."""
    _log.error("%s", problems)
