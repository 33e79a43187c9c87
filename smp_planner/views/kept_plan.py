"""The plan of this session, worked out anew only where an answer was changed, and only what hangs on that."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from smp_planner.domain.intake import Intake
from smp_planner.planner.decided import Decided
from smp_planner.planner.pipeline import Begun, begin_plan
from smp_planner.planner.referral import BegunReferral
from smp_planner.rules.ruleset import RuleSet

KEPT = "kept_plan"


@dataclass(frozen=True)
class _Kept:
    """A plan, and what it was made of."""

    intake: Intake
    rules: RuleSet
    plan: Begun | BegunReferral
    decided: Decided


def plan_for(intake: Intake, rules: RuleSet, kept_as: str = KEPT) -> Begun | BegunReferral:
    """The plan for an intake; the last one that was kept under that name, where nothing it rests on changed.

    It lives in the session's state, so nobody meets the plan of somebody else.
    Raises IntakeError as `plan_treatment` does; then the last plan stays kept.
    """
    kept: _Kept | None = st.session_state.get(kept_as)
    if kept is None or kept.rules is not rules or kept.intake != intake:
        decided = kept.decided if kept is not None and kept.rules is rules else Decided()
        kept = _Kept(intake, rules, begin_plan(intake, rules, decided), decided)
        st.session_state[kept_as] = kept
    return kept.plan
