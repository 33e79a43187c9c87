"""What is talked about before the first visit: what is agreed, the first week, later, choosing a clinic."""

from __future__ import annotations

from typing import NamedTuple


class AgreedPoint(NamedTuple):
    """One point of the talk, with a note for the person.

    `write` says what is written down of it, `known` what the answers or the plan tell of it already; None
    where there is nothing. What was written stands among the answers, under `id`.
    """

    id: str
    name: str
    say: str
    write: str | None
    known: str | None


class PlainAnswer(NamedTuple):
    """A question that people ask, and the answer in plain words."""

    id: str
    question: str
    say: str


class ClinicQuestion(NamedTuple):
    """A question to put to any clinic, and what hangs on it."""

    id: str
    ask: str
    why: str


class OptionQuestions(NamedTuple):
    """Whom to ask about one option, and what: as many questions for every option, or one fewer."""

    option: str
    whom: str
    questions: tuple[ClinicQuestion, ...]


class PutRight(NamedTuple):
    """How poor work or a bad end of one option is put right, what that takes, and what is not known."""

    option: str
    say: str
    takes: str
    not_known: str
    strength: str


class Talk(NamedTuple):
    """Everything that clinic and person talk over before the first visit."""

    agreed: tuple[AgreedPoint, ...] = ()
    first_week: tuple[PlainAnswer, ...] = ()
    later: tuple[PlainAnswer, ...] = ()
    choosing: tuple[OptionQuestions, ...] = ()
    put_right: tuple[PutRight, ...] = ()
