"""The crown alone as a goal, beside a stage that counts more: a tap settles which size counts, and back."""

from __future__ import annotations

import streamlit as st

from smp_planner.domain.crown_alone import stage_not_counted
from smp_planner.domain.intake import CROWN_GOAL, Intake
from smp_planner.domain.quantities import Estimate
from smp_planner.domain.words import planned
from smp_planner.exports.answer_notices import goal_beside_stage
from smp_planner.language.texts import N_, _
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views import html
from smp_planner.views.parts import drawing_all
from smp_planner.views.picture import show
from smp_planner.views.settling import write_answer
from smp_planner.views.state import STAGE_LEFT

WAYS, PLACES, CROWN = "area_ways", "zones", "crown"
STAGES = {"norwood", "ludwig"}
WHICH = N_(
    "Your goal is the crown, but a stage counts every place that is thin in it. The crown alone is counted "
    "at its usual size, which may not be that of your stage."
)
ALONE = N_("Count the crown alone: {area}")
COUNTED_ALONE = N_("The crown alone is counted, at its usual size: {area}.")
BACK = N_("Count all of my stage again")


def offer_crown_alone(intake: Intake, rules: RuleSet) -> None:
    """What a stage counts beside the crown and the way to the crown alone; once taken, the way back."""
    counted = rules.coverage.zones.rows[CROWN].read()
    area = planned(Estimate(counted.low, counted.number, counted.high, counted.unit))
    if [*goal_beside_stage(intake)]:
        show(html.notice(_(WHICH)))
        st.button(_(ALONE, area=area), on_click=drawing_all(_count_crown), key="crown_alone")
    elif intake.goals == (CROWN_GOAL,) and [*stage_not_counted(intake.area)]:
        show(html.fact(_(COUNTED_ALONE, area=area)))
        st.button(_(BACK), on_click=drawing_all(_count_stage), key="crown_in_stage", type="tertiary")


def _count_crown() -> None:
    """Tell the area by the crown as a place, and hold how it was told: a reload and a link keep it."""
    left = {key: list(st.session_state.get(key) or ()) for key in (WAYS, PLACES)}
    st.session_state[STAGE_LEFT] = left
    write_answer(WAYS, [*(way for way in left[WAYS] if way not in {*STAGES, PLACES}), PLACES])
    write_answer(PLACES, [CROWN])


def _count_stage() -> None:
    """Tell the area again as it was told."""
    left, st.session_state[STAGE_LEFT] = st.session_state[STAGE_LEFT], None
    for key, value in left.items():
        write_answer(key, value)
