"""The page as a whole: its title, its look, the rules, and the way in that was chosen."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from smp_planner.domain.intake import REGIONS
from smp_planner.domain.words import joined
from smp_planner.errors import RulesError
from smp_planner.language.choose import speech_of
from smp_planner.language.speech import speaking
from smp_planner.language.texts import N_, _
from smp_planner.views import html
from smp_planner.views.about import TITLE
from smp_planner.views.brand import clinic_name
from smp_planner.views.connection import tell_of_connection
from smp_planner.views.faults import log_problems, telling_of_faults
from smp_planner.views.focus import keep_focus
from smp_planner.views.link_in import link_is_settled, tell_of_link
from smp_planner.views.look import LOOK
from smp_planner.views.own_icon import show_own_icon
from smp_planner.views.picture import show
from smp_planner.views.settling import settle_late_answers
from smp_planner.views.start_up import (
    MOST_SPOKEN,
    keep_imports,
    problems_here,
    rules_here,
    tell_where_no_region_is_named,
    unknown_region,
)
from smp_planner.views.state import CLINIC, Clock
from smp_planner.views.tab_memory import answers_are_here
from smp_planner.views.typed_days import send_typed_days
from smp_planner.views.ways import WAYS, opening_way, show_way
from smp_planner.views.whose_prices import rules_of_choice

SETTING_WRONG = N_(
    "A setting of the server is wrong, so nothing can be planned. The log of the server names it. Please "
    "tell the clinic."
)
RULES_WRONG = N_("The rules have problems, so nothing can be planned. Please tell the clinic.")
OF_SETTINGS = frozenset({"R529"})  # a region asked for that does not go with the clinic
SETTING = N_("{name} is '{found}'; it should be {wanted}.")


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


def wrong_setting() -> str | None:
    """What is wrong with how the page was set up, if anything is: then it shows that and no more."""
    if region := unknown_region():
        return _(SETTING, name="SMP_REGION", found=region, wanted=_either(REGIONS))
    if opening_way() not in WAYS:
        return _(SETTING, name="SMP_VIEW", found=opening_way(), wanted=_either(WAYS))
    return None


def page_can_plan() -> bool:
    """Whether whoever opens the page can get a plan: settings and rules are as they should be.

    Where they are not, the page says so to people, and this to the log: no problem of rules holds an answer.
    The log also gets what is well, but maybe not meant: that no region is named.
    """
    with speaking(speech_of(MOST_SPOKEN)):
        wrong = wrong_setting() or problems_here()
        if not wrong:
            tell_where_no_region_is_named()
    if wrong:
        log_problems(wrong)
    return not wrong


def _either(names: Iterable[str]) -> str:
    return joined(list(names), comma=", ", last=_(" or "))
