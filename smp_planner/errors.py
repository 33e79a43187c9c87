"""What can be wrong with a rule file or an intake, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath
from typing import Literal, NamedTuple

from smp_planner.language.texts import _, n_


class Place(NamedTuple):
    """A position in a text file; line and column count from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"

    @property
    def without_folder(self) -> Place:
        """The place by the file's name alone: for what people see who have nothing to do with the folders."""
        return self._replace(file=PurePath(self.file).name)


class Problem(NamedTuple):
    """One thing that is wrong: where, at which key, what, and what may help."""

    place: Place
    key: str
    message: str
    code: str
    hint: str = ""
    level: Literal["error", "warning"] = "error"

    def __str__(self) -> str:
        head = f"{self.key}: " if self.key else ""
        text = f"{self.place}: {head}{self.message} [{self.code}]"
        return f"{text}\n    {_('hint: {hint}', hint=self.hint)}" if self.hint else text


class PlannerError(Exception):
    """Base of every error a reader can mend; holds all problems, in reading order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(
            sorted(problems, key=lambda p: (p.place, p.key, p.code, p.message))
        )
        super().__init__(str(self))

    def __str__(self) -> str:
        return "\n".join([self.heading(len(self.problems)), *map(str, self.problems)])

    def heading(self, count: int) -> str:
        """What stands above so many problems."""
        raise NotImplementedError


class RulesError(PlannerError):
    """The rule files have problems: nothing can be planned with them."""

    def heading(self, count: int) -> str:
        """Told to whoever keeps the rules, in English as the problems themselves."""
        return f"{count} problem{'' if count == 1 else 's'} in the rules"


class IntakeError(PlannerError):
    """The answers have problems: nothing was planned."""

    def heading(self, count: int) -> str:
        """How many there are, in the language that is spoken."""
        return n_("{count} problem in the answers", "{count} problems in the answers", count, count=count)


MOST_HINTS = 20
"""Words of one file for which the closest known one is looked for, as looking is slow."""


class Hints:
    """The closest known word, for the first few words of a file that nobody knows."""

    def __init__(self, known: Iterable[str], *, alike: float = 0.6) -> None:
        self._known, self._alike = tuple(known), alike
        self._left = MOST_HINTS

    def closest(self, word: str) -> str:
        """A hint that names it, or nothing; nothing too once there were enough."""
        self._left -= 1
        return did_you_mean(word, self._known, alike=self._alike) if self._left >= 0 else ""


def did_you_mean(word: str, known: Iterable[str], *, alike: float = 0.6) -> str:
    """A hint that names the closest known word, or nothing; `alike`: from 0 to 1, how close it has to be."""
    from difflib import get_close_matches  # only where something is wrong

    close = get_close_matches(word, list(known), n=1, cutoff=alike)
    return _("did you mean '{word}'?", word=close[0]) if close else ""
