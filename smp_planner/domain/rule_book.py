"""The rules as people look them up: figures and decisions by file, the article's claims, and their age."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from smp_planner.domain.calendar_math import MONTHS_A_YEAR, add_months
from smp_planner.domain.edition import ClinicEdit
from smp_planner.domain.provenance import Reading, Source
from smp_planner.domain.words import currency_in

PRICE_LIST = "clinic.prices."
"""What the ids of a clinic's own prices begin with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleEntry:
    """One rule as it stands: a figure, or a sentence that decides something (`is_figure` tells them apart).

    `name` is what it is called, if anything; `say` is the sentence, nothing for a figure, and `why` its
    reason; `beside` are sentences with numbers that stand with a figure. `edit` and `base`, the rule as the
    base rules have it, are there where the clinic moved it; `has_own` says that the clinic's price list
    stands in its place. `words` is all that a search looks in, `own_words` what of it the rule itself says;
    both in small letters.
    """

    reading: Reading
    name: str = ""
    say: str = ""
    why: str = ""
    beside: tuple[str, ...] = ()
    edit: ClinicEdit | None = None
    base: Reading | None = None
    has_own: bool = False
    own_words: str
    words: str

    @property
    def usual(self) -> Reading:
        """The rule with the range and limits of the base rules, whatever the clinic did."""
        return self.base or self.reading

    @property
    def is_figure(self) -> bool:
        """Whether it is a number with a range and limits, which a clinic may set unless it is fixed."""
        return bool(self.reading.range)

    @property
    def is_fixed(self) -> bool:
        """Whether no clinic may set it, as it tells of studies or of other treatments."""
        return self.reading.is_fixed

    @property
    def by_clinic(self) -> bool:
        """Whether the clinic moved it, or gave it itself."""
        return self.reading.by_clinic

    @property
    def is_outside(self) -> bool:
        """Whether it is planned with a value outside the range that the sources recommend."""
        usual = self.usual
        return self.is_figure and not usual.low <= self.reading.number <= usual.high

    @property
    def is_own(self) -> bool:
        """Whether the clinic has it beside the base rules: an instruction or a price of its own."""
        return self.by_clinic and self.base is None

    @property
    def is_listed_price(self) -> bool:
        """Whether it stands in the clinic's own price list, with all that belongs to it."""
        return self.reading.id.startswith(PRICE_LIST)

    @property
    def is_price(self) -> bool:
        """Whether it tells of money."""
        return self.is_listed_price or bool(currency_in(self.reading.unit))

    def holds(self, typed: Sequence[str]) -> int:
        """How many of the typed words it holds anywhere, as words or beginnings of words."""
        return sum(_begins_in(word, self.words) for word in typed)

    def says(self, typed: Sequence[str]) -> int:
        """How many of them it says itself, apart from its documents."""
        return sum(_begins_in(word, self.own_words) for word in typed)


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

    `sources` are ids of documents, each with the place in it or None. `tells_prices`: it names amounts of
    money.
    """

    id: str
    topic: str
    claims: tuple[str, ...]
    literature: str
    settled: str
    rules: tuple[str, ...]
    sources: tuple[tuple[str, str | None], ...]
    tells_prices: bool = False

    def holds(self, typed: Sequence[str]) -> bool:
        """Whether it holds every typed word, as a word or the beginning of one."""
        told = (self.topic, *self.claims, self.literature, self.settled, *self.rules)
        words = "\n".join(told).casefold()
        return all(_begins_in(word, words) for word in typed)


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

    def without_prices(self) -> RuleBook:
        """The book without a figure in money, and without the claims that name one."""
        return replace(
            self,
            chapters=self._with(lambda rule: not rule.is_price),
            claims={
                kind: tuple(claim for claim in claims if not claim.tells_prices)
                for kind, claims in self.claims.items()
            },
        )

    def found(self, typed: str, *, edited: bool = False, outside: bool = False) -> tuple[RuleChapter, ...]:
        """The chapters with the rules that hold every typed word; those alone that are edited, or outside.

        What says the words itself stands before what only cites a document that does, so a chapter may come
        twice.
        """
        words = typed.casefold().split()
        return self._holding(words, len(words), edited=edited, outside=outside)

    def claims_found(self, typed: str) -> Mapping[str, tuple[SettledClaim, ...]]:
        """The claims that hold every typed word, by their kind; kinds without any are left out."""
        words = typed.casefold().split()
        found = {
            kind: tuple(one for one in claims if one.holds(words)) for kind, claims in self.claims.items()
        }
        return {kind: claims for kind, claims in found.items() if claims}

    def closest(self, typed: str, *, edited: bool = False, outside: bool = False) -> tuple[RuleChapter, ...]:
        """The same with the rules that hold the most of the typed words; none where none holds any."""
        words = typed.casefold().split()
        most = max((rule.holds(words) for rule in self.rules if _is_kept(rule, edited, outside)), default=0)
        return self._holding(words, most, edited=edited, outside=outside) if most else ()

    def _holding(
        self, words: Sequence[str], least: int, *, edited: bool, outside: bool
    ) -> tuple[RuleChapter, ...]:
        """The rules that hold so many words, in chapters: once more for those that say fewer of them."""
        kept = [rule for rule in self.rules if _is_kept(rule, edited, outside) and rule.holds(words) >= least]
        said = {rule.reading.id: rule.says(words) for rule in kept}
        found: list[RuleChapter] = []
        for score in sorted(set(said.values()), reverse=True):
            found += self._with(lambda rule, score=score: said.get(rule.reading.id) == score)
        return tuple(found)

    def _with(self, fits: Callable[[RuleEntry], bool]) -> tuple[RuleChapter, ...]:
        chapters = (replace(one, rules=tuple(filter(fits, one.rules))) for one in self.chapters)
        return tuple(chapter for chapter in chapters if chapter.rules)


def _is_kept(rule: RuleEntry, edited: bool, outside: bool) -> bool:
    return (rule.by_clinic or not edited) and (rule.is_outside or not outside)


def _begins_in(word: str, text: str) -> bool:
    """Whether a word of the text begins so."""
    at = text.find(word)
    while at > 0 and text[at - 1].isalnum():
        at = text.find(word, at + 1)
    return at >= 0


def is_old(reviewed_on: date, today: date) -> bool:
    """Whether a review is more than a year old."""
    return add_months(reviewed_on, MONTHS_A_YEAR) < today
