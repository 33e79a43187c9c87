"""The steps to a decision on paper: time to think, what to ask whom, and two checks for the reader alone."""

from __future__ import annotations

from collections.abc import Iterator

from smp_planner.domain.plan import Compared
from smp_planner.domain.words import number, sentence
from smp_planner.exports.decision_lines import ANSWERS, HOW, asked
from smp_planner.exports.paper.about import about_in_short
from smp_planner.exports.paper.blocks import Block, Bullets, Heading, Paragraph, Section, Ticks
from smp_planner.language.texts import N_, _

READY = N_("Am I ready to choose?")
IF_NO = N_("no. If no: {what}")
FIRST_ASKED = 5
"""Questions of each option that stand in short: what decides, then who does it."""
MORE_TO_ASK = N_("The whole paper has more questions, as many for each option.")
ASKED = N_("{number}. {question}")
THE_ANSWERS = N_("The answers: {answers}")
ANSWERED = N_("{number}. {answer}. {why}")


def steps_to_a_decision(plan: Compared) -> Section:
    """What is decided, and time to think."""
    decision = plan.decision
    return Section(
        "decision",
        _("Steps to a decision"),
        (Paragraph(decision.say), Paragraph(decision.problem), Bullets(decision.time)),
    )


def what_to_ask(plan: Compared, *, whole: bool = True) -> Section:
    """As many questions for each option, with boxes to tick off; in short the first of each."""
    told = [(whom, ask if whole else ask[:FIRST_ASKED]) for whom, ask in asked(plan)]
    blocks = tuple(block for whom, ask in told for block in (Heading(whom), Ticks(ask)))
    more = () if whole else (Paragraph(_(MORE_TO_ASK), "quiet"),)
    return Section("ask", _("What to ask"), (*blocks, *more))


def am_i_ready(plan: Compared) -> Section:
    """The two checks, to be ticked on paper; the answers of the first stand below it."""
    return Section("ready", _(READY), (Paragraph(_(HOW)), *_recap(plan), *_sure(plan)))


def to_decide_by(plan: Compared) -> Section:
    """What is decided, both checks, and who says so, on one sheet."""
    said = Paragraph(f"{plan.decision.say} {_(HOW)}")
    blocks = (said, *_recap(plan), *_sure(plan), *about_in_short(plan))
    return Section("ready", _(READY), blocks, together=True)


def _recap(plan: Compared) -> Iterator[Block]:
    facts = plan.decision.recap
    yield Heading(_("Did I understand?"), together=True)
    for place, fact in enumerate(facts, start=1):
        yield _asked(place, fact.question, tuple(_(words) for words in ANSWERS.values()))
    answers = (
        _(ANSWERED, number=number(place), answer=sentence(_(ANSWERS[fact.answer])), why=fact.why)
        for place, fact in enumerate(facts, start=1)
    )
    yield Paragraph(_(THE_ANSWERS, answers=" ".join(answers)), "quiet")


def _sure(plan: Compared) -> Iterator[Block]:
    decision = plan.decision
    yield Heading(_("Four questions to yourself"), together=True)
    for place, one in enumerate(decision.sure, start=1):
        yield _asked(place, one.ask, (_(ANSWERS["yes"]), _(IF_NO, what=one.if_no)))
    yield Paragraph(f"{decision.talk_again} {decision.all_yes}")


def _asked(place: int, question: str, answers: tuple[str, ...]) -> Ticks:
    """A question under its number, and its answers to tick."""
    return Ticks(answers, _(ASKED, number=number(place), question=question))
