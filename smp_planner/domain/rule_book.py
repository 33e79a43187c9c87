"""The rules as people look them up: figures and decisions by file, the article's claims, and their age."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from smp_planner.domain.calendar_math import MONTHS_A_YEAR, add_months
from smp_planner.domain.plan import ClinicEdit
from smp_planner.domain.provenance import BASE_RULES, Reading, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleEntry:
    """One rule as it stands: a figure, or a sentence that decides something (`is_figure` tells them apart).

    `say` is the sentence, nothing for a figure. `edit` is there where the clinic moved it. `words` is all
    that a search looks in, in small letters.
    """

    reading: Reading
    say: str = ""
    edit: ClinicEdit | None = None
    words: str

    @property
    def is_figure(self) -> bool:
        """Whether it is a number with a range and limits, which a clinic may move."""
        return bool(self.reading.range)

    @property
    def by_clinic(self) -> bool:
        """Whether the clinic moved it, or gave it itself."""
        return self.reading.set_by != BASE_RULES

    @property
    def is_outside(self) -> bool:
        """Whether it is planned with a value outside the range that the sources recommend."""
        found = self.reading
        return self.is_figure and not found.low <= found.number <= found.high


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleChapter:
    """The rules of one file, in its order: its name, its first line, who last looked it through, and when.

    `left_out` counts figures that may not be told in this region.
    """

    name: str
    title: str
    reviewed_on: date
    reviewed_by: str
    rules: tuple[RuleEntry, ...]
    left_out: int = 0

    def first(self, count: int) -> RuleChapter:
        """The chapter with no more than its first so many rules."""
        return replace(self, rules=self.rules[:count])


@dataclass(frozen=True, slots=True, kw_only=True)
class SettledClaim:
    """What the article claims of one thing, what others found, and how the planner settles it.

    `sources` are ids of documents, each with the place in it or None.
    """

    id: str
    topic: str
    claims: tuple[str, ...]
    literature: str
    settled: str
    rules: tuple[str, ...]
    sources: tuple[tuple[str, str | None], ...]


class Review(NamedTuple):
    """How old the rules are: since when all files have been looked through, and the next review."""

    on: date
    next_on: date

    def has_passed(self, today: date) -> bool:
        """Whether some file was last looked through over a year ago, or the next review is overdue."""
        return is_old(self.on, today) or self.next_on < today


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleBook:
    """All of it: chapters in the order of the files, claims by their kind, and the documents by id."""

    chapters: tuple[RuleChapter, ...]
    claims: Mapping[str, tuple[SettledClaim, ...]]
    sources: Mapping[str, Source]
    review: Review
    clinic: str | None = None

    @property
    def rules(self) -> Iterator[RuleEntry]:
        """Every rule of every chapter."""
        return (rule for chapter in self.chapters for rule in chapter.rules)

    @property
    def edited(self) -> tuple[RuleEntry, ...]:
        """The rules that the clinic moved or gave itself."""
        return tuple(rule for rule in self.rules if rule.by_clinic)

    def found(self, typed: str, *, edited: bool = False, outside: bool = False) -> tuple[RuleChapter, ...]:
        """The chapters with the rules that hold every typed word; those alone that are edited, or outside."""
        words = typed.casefold().split()

        def fits(rule: RuleEntry) -> bool:
            kept = (rule.by_clinic or not edited) and (rule.is_outside or not outside)
            return kept and all(word in rule.words for word in words)

        chapters = (replace(one, rules=tuple(filter(fits, one.rules))) for one in self.chapters)
        return tuple(chapter for chapter in chapters if chapter.rules)


def is_old(reviewed_on: date, today: date) -> bool:
    """Whether a review is more than a year old."""
    return add_months(reviewed_on, MONTHS_A_YEAR) < today
