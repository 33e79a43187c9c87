"""What a doctor said, asked where an answer needs a doctor's word: with a yes the dates stand, a no stops.

A yes is for what the doctor knew of. Where something else comes to need a doctor's word, it is asked anew;
a no holds as long as all that it was about does.
"""

from __future__ import annotations

import streamlit as st

from smp_planner.domain.findings import Suitability
from smp_planner.domain.intake import Intake
from smp_planner.language.texts import N_, _
from smp_planner.views.asking import YES_NO, ask_one, told_names
from smp_planner.views.parts import drawing_all
from smp_planner.views.state import doctors_word_key

ASKED = N_("Has a doctor who knows this said yes to SMP?")
SAID = {True: N_("A doctor's word: yes"), False: N_("A doctor's word: no")}


def ask_for_doctors_word(found: Suitability) -> None:
    """Yes, no, or not asked yet; nothing where no doctor is to be asked."""
    if not found.ask_doctor:
        return
    key = doctors_word_key(one.id for one in found.ask_doctor)
    if found.doctor_refused:  # also by a no that was said when less was asked about
        st.session_state.setdefault(key, "no")
    look_over = drawing_all(lambda: None)  # the answers to look over stand outside the plan
    ask_one(_(ASKED), key, told_names(YES_NO), unsure=_("Not asked yet"), then=look_over)


def told_doctors_word(intake: Intake) -> str:
    """What a doctor said, for the answers to look over; nothing as long as it was not said."""
    return "" if intake.doctor_agreed is None else _(SAID[intake.doctor_agreed])
