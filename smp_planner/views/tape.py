"""The tape of whoever fills the page in, in cm or in inches, and where inches stand beside each size in cm.

A size counts in cm, under a key of its own. In inches it is asked under another, and the two follow each
other (`settling`); so a choice of the tape by itself changes no answer.
"""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from smp_planner.domain.tape import CM, INCHES, Tape
from smp_planner.language.choose import parts_of
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.start_up import region_named
from smp_planner.views.state import SCARS, TAPE, Answers

IN_INCHES = "US"  # the country whose tapes have inches
SIZES: Mapping[str, str] = {"length_cm": "cm", "width_cm": "cm", "measured_cm2": "cm2"}


def begin_with_a_tape(rules: RuleSet) -> None:
    """The tape that the page begins with, once a session: that of the region, or of the browser's country."""
    st.session_state.setdefault(TAPE, _usual(rules))


def _usual(rules: RuleSet) -> Tape:
    countries = (region_named(rules), parts_of(st.context.locale or "")[1])
    return INCHES if IN_INCHES in countries else CM


def asked_sizes(given: Answers) -> dict[str, str]:
    """The keys of all sizes that are asked by a tape, each with its unit."""
    rows = given.get(f"{SCARS}_rows") or ()
    scars = (f"{SCARS}_{row}_{side}" for row in rows for side in ("length", "width"))
    return {**SIZES, **dict.fromkeys(scars, "cm")}


def inches_of(key: str) -> str:
    """The key under which a size is asked in inches."""
    return f"{key}_inches"
