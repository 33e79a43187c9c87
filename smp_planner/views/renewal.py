"""The rules were renewed under an open page: what that changes for the person, told as of saved answers."""

from __future__ import annotations

from operator import attrgetter

import streamlit as st

from smp_planner.answering.what_changed import what_changed
from smp_planner.answers import read_answers
from smp_planner.domain.saved_rules import SavedRules
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.opened import to_tell
from smp_planner.views.start_up import rules_then
from smp_planner.views.state import CLINIC, PLAN_SEEN, WAY, Answers
from smp_planner.views.to_intake import intake_of, questions_open

FEW = 4  # editions; those who come to a renewed server come from the same one or two


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
