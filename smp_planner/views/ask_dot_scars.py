"""The dots of an earlier FUE: told with a tick, and not counted, as nobody knows how much work they take."""

from __future__ import annotations

import streamlit as st

from smp_planner.language.texts import N_, _
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.begun_sizes import is_untouched_scar
from smp_planner.views.parts import answered
from smp_planner.views.picture import show_quiet
from smp_planner.views.state import DOT_SCARS, SCARS, add_row, answers, drop_row, rows_of

TICK = N_("I have many small dots from an earlier FUE")
NOT_COUNTED = N_(
    "The plan leaves these dots out: we found no count of the dots, visits or hours that they take. Ask a "
    "clinic to look at them. Add other scars here, if you have some."
)

TOO_WIDE = N_(
    "We plan no scar as wide as this. Is it a field of small dots from an earlier FUE? Tick that above."
)


def ask_dot_scars(rules: RuleSet) -> None:
    """The tick; with it no other scar has to be there, and one that nobody told goes."""

    def fit_rows() -> None:
        ticked, rows = st.session_state[DOT_SCARS], rows_of(SCARS)
        if ticked:
            for row in rows:
                if is_untouched_scar(row, answers(), rules):
                    drop_row(SCARS, row)
        elif not rows:
            add_row(SCARS)

    st.checkbox(_(TICK), key=DOT_SCARS, persist_state="session", on_change=answered(fit_rows))
    if st.session_state.get(DOT_SCARS):
        show_quiet(_(NOT_COUNTED))


def least_scars() -> int:
    """How many scars there are at least where scars are told: none beside such dots."""
    return 0 if st.session_state.get(DOT_SCARS) else 1
