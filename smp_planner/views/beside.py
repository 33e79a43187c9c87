"""Keep this plan as A, change anything, and see what is different now."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from html import escape
from typing import NamedTuple

import streamlit as st

from smp_planner.domain.plan import Outline, SmpPlan, TreatmentPlan
from smp_planner.errors import IntakeError
from smp_planner.exports.difference_words import (
    answers_changed,
    difference_told,
    in_short,
    main_differences,
    to_confirm,
)
from smp_planner.exports.money_words import MONEY_WAITS
from smp_planner.exports.plan_rows import PlanRow, Side, differing_rows_and_price
from smp_planner.exports.steps import Steps
from smp_planner.language.texts import N_, _
from smp_planner.planner.pipeline import Begun
from smp_planner.planner.understood import understand
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views import html
from smp_planner.views.kept_plan import plan_for
from smp_planner.views.picture import show
from smp_planner.views.settling import settle_anew
from smp_planner.views.state import KEPT_A, PART, PLAN_SEEN, STEP, WAY, answers
from smp_planner.views.tab_text import packed, unpacked
from smp_planner.views.to_intake import intake_of
from smp_planner.views.whys import Answered, Whys

HOW = N_("Keep the plan as it is now. Then change any answer, and come back here to see what is different.")
HEADERS = (N_("What"), N_("Plan A"), N_("Now"), N_("Difference"))
YOU_CHANGED = N_("You changed, since you kept plan A:")
ANSWERS_OF_A = N_("The answers behind it in plan A: {answers}.")
ANSWERS_NOW = N_("The answers behind it now: {answers}.")
SAME = N_("Plan A and the plan now say the same. Change an answer to see a difference.")
SAME_FIGURES = N_(
    "Visits, dates, hours and money are the same in both. What to ask or know may differ: see “In short”."
)
STAYS = (KEPT_A, PART, STEP, WAY, PLAN_SEEN)  # no answers, but where the page stands
TURNED = "tab_turned"  # the answers were set back, and the questions have not heard of it
PRICE_STAYS = N_("The price of all visits stays the same.")
PLACE = "two-plans"  # where the two stand, for a jump
MADE = "tab_made_a"  # plan A, and what it was made of
GONE = N_("Plan A can't be made with these rules any more.")


def show_beside_in_short(
    plan: Outline, rules: RuleSet, to_table: Callable[[], None], *, has_table: bool
) -> None:
    """Where a plan was kept, a line on the main differences from it, and the way to all of them.

    A screen reader says it, unless `has_table`: then it says what stands above the table.
    """
    held = st.session_state.get(KEPT_A)
    if not held:
        st.session_state.pop(MADE, None)  # also after all answers were forgotten
        return
    kept = _plan_a(held, rules)
    if kept is None:
        return
    with st.container(horizontal=True, key="beside_in_short"):
        show((html.paragraph if has_table else html.answer)(main_differences(kept, plan)))
        st.button(_("See all differences"), on_click=to_table, key="see_beside", type="tertiary")


def show_beside(plan: TreatmentPlan, whys: Whys, rules: RuleSet) -> None:
    """The offer to keep this plan, or the plan that was kept beside the one of now."""
    if st.session_state.pop(TURNED, False):
        st.rerun()  # the whole page: the questions stand outside what a touch in here draws anew
    show(html.heading(_("Two plans side by side"), PLACE))
    held = st.session_state.get(KEPT_A)
    if not held:
        show(html.paragraph(_(HOW)))
        st.button(_("Keep this plan as A"), on_click=_keep, args=(rules,), key="keep_a")
        return
    kept = _plan_a(held, rules)
    show(*(_side_by_side(kept, plan, whys, rules) if kept else (html.paragraph(_(GONE)),)))
    with st.container(horizontal=True):
        st.button(_("Go back to plan A"), on_click=_go_back, args=(rules,), key="back_to_a")
        st.button(_("Forget plan A"), on_click=_forget, key="forget_a")


def _side_by_side(kept: Outline, plan: TreatmentPlan, whys: Whys, rules: RuleSet) -> Iterator[str]:
    """What is different in a sentence, the answers that were changed, and what differs row by row."""
    rows, answered = differing_rows_and_price(kept, plan), understand(kept.intake, rules)
    changed = [*answers_changed(answered, plan.understood)]
    yield html.answer(in_short(kept, plan) if rows else _(SAME_FIGURES if changed else SAME))
    if changed:
        yield html.paragraph(_(YOU_CHANGED))
        yield html.bullets(changed)
    if rows:
        sides = (
            _Column(kept, whys.of(kept).named("a", Answered(_(ANSWERS_OF_A), answered))),
            _Column(plan, whys.named("now", Answered(_(ANSWERS_NOW), plan.understood))),
        )
        yield html.table(_("Plan A and now"), list(map(_, HEADERS)), [_row(row, *sides) for row in rows])
        yield from _of_money(kept, plan)


class _Column(NamedTuple):
    """One of the two plans with its whys."""

    plan: SmpPlan
    whys: Whys

    @property
    def provisional(self) -> bool:
        return self.plan.suitability.provisional

    def cell(self, side: Side) -> str:
        """A figure as the plan has it; its reason is the plan's own, from the answers of its own."""
        told = to_confirm(side.told) if self.provisional and isinstance(side.value, date) else side.told
        return f"{escape(told)} {self.whys.why(side.field)}" if side.field else escape(told)


def _row(row: PlanRow, a: _Column, now: _Column) -> tuple[str, ...]:
    differs = difference_told(row, provisional=a.provisional or now.provisional)
    return escape(row.what), a.cell(row.one), now.cell(row.other), escape(differs)


def _of_money(kept: SmpPlan, plan: TreatmentPlan) -> Iterator[str]:
    """Why the price of all visits stays the same though the plan is another one, or what moves it."""
    if plan.cost is None:
        yield html.quiet(_(MONEY_WAITS))
    elif kept.cost and kept.cost.course == plan.cost.course:
        yield html.quiet(f"{_(PRICE_STAYS)} {Steps.of(plan.trace).at('cost.course').because}")
    else:
        yield html.quiet(plan.cost.goes_by)


def _plan_a(held: str, rules: RuleSet) -> Outline | None:
    """The plan of the answers that were kept, worked out once."""
    given = _answers_of(held, rules)
    if not given:
        return None
    try:
        begun = plan_for(intake_of(given, rules), rules, kept_as=MADE)
    except IntakeError:
        return None
    return begun.outline if isinstance(begun, Begun) else None


def _answers_of(held: str, rules: RuleSet) -> Mapping[str, object]:
    return unpacked(held, rules).answers


def _keep(rules: RuleSet) -> None:
    given = {key: value for key, value in answers().items() if key != KEPT_A}
    st.session_state[KEPT_A] = packed(given, rules)


def _go_back(rules: RuleSet) -> None:
    """The answers of plan A again, and none that were given since; where the page stands stays as it is."""
    state = st.session_state
    given = {key: value for key, value in _answers_of(state[KEPT_A], rules).items() if key not in STAYS}
    for key in _answers_of(packed(answers(), rules), rules):
        if key not in given and key not in STAYS:
            del state[key]
    state.update(given)
    settle_anew()
    state[TURNED] = True


def _forget() -> None:
    st.session_state[KEPT_A] = None
