"""The rules were renewed under an open page: what that changes for the person, told as of saved answers."""

from __future__ import annotations

from operator import attrgetter

import streamlit as st

from smp_planner.answering.what_changed import what_changed
from smp_planner.answers import read_answers
from smp_planner.domain.saved_rules import SavedRules
from smp_planner.language.texts import N_, _
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views import html
from smp_planner.views.opened import to_tell
from smp_planner.views.picture import show
from smp_planner.views.start_up import rules_then
from smp_planner.views.state import CLINIC, FILE_TOLD, PLAN_SEEN, WAY, Answers
from smp_planner.views.to_intake import intake_of, questions_open

FEW = 4  # editions; those who come to a renewed server come from the same one or two

RENEWED = "tab_renewed"  # what is said once, where it can't be told what is different
KEPT = N_(
    "The rules of this page were renewed since you answered. Your answers are kept; look the plan over."
)
LOST = N_("This page was renewed since you answered. Please answer once more.")


def note_renewal(answers: Answers, then: str, rules: RuleSet) -> None:
    """Keep for the page what there is to tell of rules that were renewed since the answers were given."""
    told = told_of_renewal(answers, then, rules)
    if told is not None:
        st.session_state[FILE_TOLD] = told
    else:
        st.session_state[RENEWED] = KEPT if answers else LOST


def tell_if_renewed() -> None:
    """Say once that the rules have changed since the answers were given, and whether these are kept."""
    told = st.session_state.pop(RENEWED, None)
    if told:
        show(html.notice(_(told)))


def told_of_renewal(answers: Answers, then: str, rules: RuleSet) -> dict[str, object] | None:
    """What `opened` tells; None where nobody has seen a plan yet, or it can't be told what is different.

    `then` are the rules of then as the tab holds them, which a person may have changed: what can't be read
    tells nothing, and nothing is planned with them but what is set beside the plan of now.
    """
    if not _has_seen_a_plan(answers) or any(questions_open(answers, rules)):
        return None
    saved, ruleset = _rules_then(then, rules)
    changed = what_changed(intake_of(answers, rules), saved, rules, lambda _saved: ruleset)
    return None if changed is None else to_tell((), changed)


def _has_seen_a_plan(answers: Answers) -> bool:
    return answers.get(WAY) == CLINIC or bool(answers.get(PLAN_SEEN))


@st.cache_resource(
    show_spinner=False, max_entries=FEW, hash_funcs={RuleSet: attrgetter("made_by", "speech.name")}
)
def _rules_then(then: str, rules: RuleSet) -> tuple[SavedRules | None, RuleSet | None]:
    """The rules of then, read once for all who come from the same server: they hold no answer of anybody."""
    saved = read_answers(then, "").saved
    return saved, None if saved is None else rules_then(saved, rules)
