"""The steps to a decision, as lines of text with empty boxes to tick on paper."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from smp_planner.domain.plan import Compared
from smp_planner.domain.talk import ClinicQuestion
from smp_planner.domain.words import number, sentence
from smp_planner.exports.lines import bullets, heading, paragraph
from smp_planner.language.texts import N_, _

BOX, UNDER = "[ ] ", "   "
HOW = N_("Tick for yourself, on paper. Nobody keeps your ticks.")
ANSWERS = {"yes": N_("yes"), "no": N_("no"), "unsure": N_("not sure")}


def decision_lines(plan: Compared) -> Iterator[str]:
    """The decision, time to think, what to ask, and the two checks."""
    decision = plan.decision
    yield from heading(_("Steps to a decision"))
    yield from paragraph(decision.say)
    yield from paragraph(decision.problem)
    yield from bullets(decision.time)
    yield from heading(_("What to ask"))
    yield from _asked(plan)
    yield from heading(_("Did I understand?"))
    yield from paragraph(_(HOW))
    yield from _recap(plan)
    yield from heading(_("Am I ready to choose?"))
    for place, one in enumerate(decision.sure, start=1):
        yield from _numbered(place, one.ask)
        yield from _under(_("{boxes}. If no: {what}", boxes=_boxes("yes", "no"), what=one.if_no))
    yield from paragraph(f"{decision.talk_again} {decision.all_yes}")


def _asked(plan: Compared) -> Iterator[str]:
    """Questions to tick off, for every option alike: what decides, then who does it."""
    for whom, questions in asked(plan):
        yield from paragraph(whom)
        for question in questions:
            yield from _boxed(question)


class AskedAbout(NamedTuple):
    """Whom to ask about one thing, and each question with the field of its step."""

    whom: str
    questions: tuple[tuple[str, ClinicQuestion], ...]


def asked(plan: Compared) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Whom to ask, and every question in words."""
    for about in asked_about(plan):
        yield about.whom, tuple(question.ask for _field, question in about.questions)


def asked_about(plan: Compared) -> Iterator[AskedAbout]:
    """The reason first, where no plan is made; then every option alike: what decides, then who does it."""
    names = {option.id: option.name for option in plan.comparison.options}
    choosing = {own.option: own.questions for own in plan.talk.choosing}
    reason = plan.decision.reason
    if reason:
        whom = _("First, about the reason: ask {whom}", whom=reason.whom)
        yield AskedAbout(whom, _with_fields("decision.ask", reason.option, reason.questions))
    for own in plan.decision.ask:
        yield AskedAbout(
            _("{option}: ask {whom}", option=names[own.option], whom=own.whom),
            (
                *_with_fields("decision.ask", own.option, own.questions),
                *_with_fields("talk.choosing", own.option, choosing.get(own.option, ())),
            ),
        )


def _with_fields(
    at: str, option: str, questions: tuple[ClinicQuestion, ...]
) -> tuple[tuple[str, ClinicQuestion], ...]:
    return tuple((f"{at}.{option}.{question.id}", question) for question in questions)


def _recap(plan: Compared) -> Iterator[str]:
    """The questions first, then the answers: who reads on has answered."""
    facts = plan.decision.recap
    for place, fact in enumerate(facts, start=1):
        yield from _numbered(place, fact.question)
        yield from _under(_boxes("yes", "no", "unsure"))
    yield _("The answers:")
    for place, fact in enumerate(facts, start=1):
        yield from _numbered(place, f"{sentence(_(ANSWERS[fact.answer]))}. {fact.why}")


def _boxed(words: str) -> list[str]:
    return paragraph(words, first=BOX, rest=" " * len(BOX))


def _numbered(place: int, words: str) -> list[str]:
    return paragraph(words, first=f"{number(place)}  ", rest=UNDER)


def _under(words: str) -> list[str]:
    """Words under a number."""
    return paragraph(words, first=UNDER, rest=UNDER)


def _boxes(*answers: str) -> str:
    """An empty box before each answer."""
    return "  ".join(f"{BOX}{_(ANSWERS[answer])}" for answer in answers)
