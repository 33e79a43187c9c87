"""Steps to a decision: what is decided, time to think, what to ask, and two checks for the reader alone.

What is answered to the checks is no answer of the plan's and is kept nowhere: no file, no address and
not the tab's own memory holds it, and it is gone when another part of the plan is looked at.
"""

from __future__ import annotations

from html import escape

import streamlit as st

from smp_planner.domain.decision import OptionQuestions, RecapQuestion
from smp_planner.domain.plan import Compared
from smp_planner.domain.words import sentence
from smp_planner.exports.decision_lines import ANSWERS
from smp_planner.language.texts import N_, _
from smp_planner.views import html
from smp_planner.views.picture import show
from smp_planner.views.state import UNKEPT
from smp_planner.views.whys import Whys

TITLE = N_("Steps to a decision")
YES, NO, NOT_SURE = ANSWERS
MORE_QUESTIONS = N_(
    "More to ask, for each option alike, stands under “Choosing a practitioner”. The paper to print holds "
    "both, to tick."
)
RECAP_IS = N_(
    "Three facts that decide. These answers are for you alone, so they are kept nowhere, on purpose. A "
    "reload forgets these, and none of your other answers."
)
SURE_IS = N_("Four questions to yourself. These answers are kept nowhere too.")
HEADERS = (N_("Option"), N_("Whom to ask"), N_("What to ask"))
ANSWER_IS = {YES: N_("The answer is yes."), NO: N_("The answer is no.")}


def show_decision(plan: Compared, whys: Whys) -> None:
    """Each step in its order."""
    decision = plan.decision
    show(
        html.fact(decision.say, whys.why("decision.say")),
        html.paragraph(decision.problem, whys.why("decision.problem")),
        html.heading(_("Time to think")),
        html.bullets(decision.time),
        html.quiet(_("Why we say so:"), whys.why("decision.time")),
        html.heading(_("What to ask")),
        html.quiet(_(MORE_QUESTIONS)),
        _questions(plan, whys),
        html.heading(_("Did I understand?")),
        html.quiet(_(RECAP_IS)),
    )
    with st.container(key="recap"):
        for fact in decision.recap:
            _ask_fact(fact, whys)
    show(html.heading(_("Am I ready to choose?")), html.quiet(_(SURE_IS), whys.why("decision.sure")))
    with st.container(key="sure"):
        _ask_sure(plan)


def _questions(plan: Compared, whys: Whys) -> str:
    names = {option.id: option.name for option in plan.comparison.options}
    first, own_first = plan.decision.reason, _("The reason")
    names |= {first.option: own_first} if first else {}
    asked = (*((first,) if first else ()), *plan.decision.ask)
    rows = [(escape(names[own.option]), escape(own.whom), _asked(own, whys)) for own in asked]
    return html.table(_("What to ask about each option"), list(map(_, HEADERS)), rows)


def _asked(own: OptionQuestions, whys: Whys) -> str:
    at = f"decision.ask.{own.option}"
    return html.items(
        f"{escape(question.ask)}{html.quiet(question.why, whys.why(f'{at}.{question.id}'))}"
        for question in own.questions
    )


def _ask_fact(fact: RecapQuestion, whys: Whys) -> None:
    """The question; once it is answered, the answer and its reason."""
    with st.container(gap="xxsmall"):
        chosen = _choose(fact.question, f"recap_{fact.id}", (YES, NO, NOT_SURE))
        if chosen:
            told = " ".join(filter(None, (_verdict(chosen, fact), _(ANSWER_IS[fact.answer]), fact.why)))
            show(html.fact(told, whys.why(f"decision.recap.{fact.id}")))


def _verdict(chosen: str, fact: RecapQuestion) -> str:
    if chosen == NOT_SURE:
        return ""
    return _("That is right.") if chosen == fact.answer else _("Not quite.")


def _ask_sure(plan: Compared) -> None:
    """The four questions; a "no" says what to do, and all four together what they mean."""
    decision = plan.decision
    given: list[str | None] = []
    for one in decision.sure:
        with st.container(gap="xxsmall"):
            given.append(_choose(one.ask, f"sure_{one.id}", (YES, NO)))
            if given[-1] == NO:
                show(html.quiet(one.if_no))
    if NO in given:
        show(html.fact(decision.talk_again))
    elif None not in given:
        show(html.fact(decision.all_yes))


def _choose(question: str, name: str, answers: tuple[str, ...]) -> str | None:
    """What was chosen, of answers that nobody keeps."""
    return st.radio(
        question,
        answers,
        index=None,
        key=f"{UNKEPT}{name}",
        format_func=lambda answer: sentence(_(ANSWERS[answer])),
        horizontal=True,
    )
