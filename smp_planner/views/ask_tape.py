"""One choice of the tape for the whole page, and the fields of sizes by it."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

import streamlit as st

from smp_planner.domain.quantities import CM_PER_INCH
from smp_planner.domain.tape import CM, INCHES, in_inches
from smp_planner.domain.words import number
from smp_planner.language.texts import N_, _
from smp_planner.planner.answer_bounds import bounded
from smp_planner.rules.figures import Figure
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.asking import ask_number, tell_problems, told_names
from smp_planner.views.begun_sizes import begin_anew_on
from smp_planner.views.parts import answered
from smp_planner.views.picture import show_quiet
from smp_planner.views.settling import write_answer
from smp_planner.views.state import TAPE, answers
from smp_planner.views.tape import inches_of
from smp_planner.views.to_intake import to_number

TAPES = {CM: N_("cm"), INCHES: N_("inches")}


class Asked(NamedTuple):
    """A size as it is asked by one tape: its words, and the step of plus and minus."""

    label: str
    step: float


def ask_tape(rules: RuleSet) -> None:
    """In which unit sizes are asked; what was typed stays as it is, and what nobody put in begins anew."""
    names = told_names(TAPES)
    st.pills(
        _("Your tape is in"), list(names), format_func=lambda id_: names[id_], key=TAPE, required=True,
        persist_state="session", on_change=answered(partial(_begin_anew, rules)),
    )  # fmt: skip
    show_quiet(_("1 inch is {cm} cm. The plan counts in cm.", cm=number(CM_PER_INCH)))


def _begin_anew(rules: RuleSet) -> None:
    """Lengths that nobody put in are round on the tape that was chosen; the same in inches goes with them."""
    for key, size in begin_anew_on(st.session_state[TAPE], answers(), rules).items():
        write_answer(key, size)
        if inches_of(key) in st.session_state:
            write_answer(inches_of(key), float(in_inches(to_number(size), CM)))


def in_inches_here() -> bool:
    """Whether sizes are asked in inches."""
    return st.session_state.get(TAPE) == INCHES


def ask_size_by_tape(
    key: str, unit: str, cm: Asked, inches: Asked, *, accepted: Figure | None = None
) -> None:
    """A size by the tape that was chosen; in cm it stands under `key`, whatever the tape."""
    if not in_inches_here():
        ask_number(_(cm.label), key, step=cm.step, accepted=accepted)
        return
    size = to_number(st.session_state.get(key))
    st.session_state.setdefault(inches_of(key), float(in_inches(size, unit)))
    ask_number(_(inches.label), inches_of(key), step=inches.step)
    if accepted:
        tell_problems(bounded(key, size, accepted))
