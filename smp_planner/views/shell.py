"""The page as a whole: its title, its look, the rules, and the way in that was chosen."""

from __future__ import annotations

import streamlit as st

from smp_planner.errors import RulesError
from smp_planner.language.texts import N_, _
from smp_planner.views import html
from smp_planner.views.about import TITLE
from smp_planner.views.brand import clinic_name
from smp_planner.views.can_plan import opening_way, wrong_setting
from smp_planner.views.connection import tell_of_connection
from smp_planner.views.faults import log_problems, telling_of_faults
from smp_planner.views.focus import keep_focus
from smp_planner.views.link_in import link_is_settled, tell_of_link
from smp_planner.views.look import LOOK
from smp_planner.views.own_icon import show_own_icon
from smp_planner.views.picture import show
from smp_planner.views.settling import settle_late_answers
from smp_planner.views.start_up import keep_imports, rules_here
from smp_planner.views.state import CLINIC, Clock
from smp_planner.views.tab_memory import answers_are_here
from smp_planner.views.typed_days import send_typed_days
from smp_planner.views.ways import show_way
from smp_planner.views.whose_prices import rules_of_choice

SETTING_WRONG = N_(
    "A setting of the server is wrong, so nothing can be planned. The log of the server names it. Please "
    "tell the clinic."
)
RULES_WRONG = N_("The rules have problems, so nothing can be planned. Please tell the clinic.")
OF_SETTINGS = frozenset({"R529"})  # a region asked for that does not go with the clinic


@telling_of_faults()
def show_page(today: Clock) -> None:
    """Ask, plan, show."""
    head = st.container(horizontal=True, vertical_alignment="center", gap="small", key="head")
    with head:  # a link to the title would be one more stop of the Tab key on every screen
        st.title(_(TITLE), anchor=False, width="content")
    st.html(LOOK)
    show_own_icon()
    back = tell_of_connection()
    keep_focus()
    send_typed_days()
    if wrong := wrong_setting():
        show(html.notice(wrong))
        return
    try:
        rules = rules_here()
    except RulesError as fault:
        by_setting = {problem.code for problem in fault.problems} <= OF_SETTINGS
        st.error(_(SETTING_WRONG if by_setting else RULES_WRONG))
        if opening_way() == CLINIC:
            show(html.quiet(_("Are you the clinic? The log of the start-up names the reason.")))
        log_problems(str(fault))
        return
    keep_imports()
    if name := clinic_name(rules.edition, rules.logo):
        with head:
            show(*name)
    if not answers_are_here(rules, back):
        show(html.quiet(_("One moment, please.")))
        return
    rules = rules_of_choice(rules)
    if link_is_settled(rules, today):
        tell_of_link()
        show_way(rules, today, head)
        settle_late_answers()
