"""Can I do this on that day? The question, the answer, and all that holds on the day."""

from __future__ import annotations

from datetime import date
from functools import partial
from html import escape

import streamlit as st

from smp_planner.domain.plan import SmpPlan
from smp_planner.domain.words import spoken
from smp_planner.exports.can_i import ACTIVITIES, Activity, asked_of, can_i, held_on
from smp_planner.language.speech import spoken_now
from smp_planner.language.texts import _
from smp_planner.planner.answer_bounds import own_days
from smp_planner.views import html
from smp_planner.views.asking import FIRST_DAY, told_names
from smp_planner.views.fold import fold
from smp_planner.views.picture import show
from smp_planner.views.whys import Whys

ACTIVITY, DAY = "can_i", "can_i_on"


def show_can_i(plan: SmpPlan, whys: Whys) -> None:
    """Ask for an activity and a day; answer in a sentence, and list what else holds on that day."""
    if st.session_state.get(ACTIVITY) not in ACTIVITIES:
        st.session_state[ACTIVITY] = next(iter(ACTIVITIES))
    st.session_state.setdefault(DAY, plan.sessions.items[0].date)
    show(html.heading(_("Can I …?")))
    names = told_names({id_: activity.name for id_, activity in ACTIVITIES.items()})
    st.pills(
        _("What would you like to do?"), list(names), format_func=lambda id_: names[id_],
        key=ACTIVITY, required=True, wrap=True, persist_state="session",
    )  # fmt: skip
    typed = spoken_now().days.typed
    st.date_input(
        _("On which day?"), None, min_value=FIRST_DAY, max_value=own_days(whys.rules.intake.accepted)[1],
        key=DAY, format=typed, persist_state="session",
    )  # fmt: skip
    activity, day = ACTIVITIES[st.session_state[ACTIVITY]], st.session_state[DAY]
    if day is None:
        return
    behind = _fields(plan, asked_of(plan.aftercare, activity))
    worn = plan.intake.habits.headgear is True
    show(html.answer(can_i(plan.aftercare, activity, day, headgear=worn), whys.why(*behind)))
    fold(_("Everything that holds on this day"), "fold_day", partial(_show_day, plan, day, whys))


def _show_day(plan: SmpPlan, day: date, whys: Whys) -> None:
    rows = [
        (kind, f"{escape(words)} {whys.why(field) if field else ''}")
        for kind, words, field in held_on(plan.aftercare, day)
    ]
    show(html.table(_("What holds on {day}", day=spoken(day)), (_("Kind"), _("What")), rows))


def _fields(plan: SmpPlan, activity: Activity) -> list[str]:
    """The steps behind the rules of an activity that this plan holds."""
    worn = activity.on_head if plan.intake.habits.headgear else ()
    rules = (*activity.after, *activity.seen, *activity.beside, *activity.for_good, *worn)
    after = dict.fromkeys(window.rule for window in plan.aftercare.windows if window.rule in rules)
    before = dict.fromkeys(p.rule for p in plan.aftercare.before if p.rule in activity.before)
    return [
        *(f"aftercare.windows.{rule}" for rule in after),
        *(f"aftercare.before.{rule}" for rule in before),
    ]
