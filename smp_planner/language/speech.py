"""What is spoken right now: the words of a language and the habits of a locale.

It is held as Python's `decimal` holds its context: set once where a person comes in, and read
wherever a text is made. A plan is made in the speech of its rules; whoever shows it or writes it to a file
speaks the same.
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from gettext import NullTranslations

from smp_planner.language.days import OWN_DAYS, Days
from smp_planner.language.figures import Figures, OwnFigures
from smp_planner.language.spelling import SpeltInUS


@dataclass(frozen=True, slots=True)
class Speech:
    """A language, a locale's name, how it writes days and figures, and the translated texts.

    `texts` is None where the texts are told as they are written.
    """

    language: str = "en"
    name: str = "en"
    days: Days = OWN_DAYS
    figures: Figures = field(default_factory=OwnFigures)
    texts: NullTranslations | None = None

    @property
    def words(self) -> str:
        """One name for all who are told the same texts: the language, and the country that spells it."""
        return self.name if isinstance(self.texts, SpeltInUS) else self.language

    @property
    def tag(self) -> str:
        """The name as a web page gives it (BCP 47): en-GB."""
        return self.name.replace("_", "-")


OWN = Speech()
_SPOKEN: ContextVar[Speech] = ContextVar("spoken", default=OWN)

spoken_now = _SPOKEN.get


@contextmanager
def speaking(speech: Speech) -> Generator[None]:
    """Speak this inside the block."""
    before = _SPOKEN.set(speech)
    try:
        yield
    finally:
        _SPOKEN.reset(before)
