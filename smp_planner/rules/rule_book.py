"""The rule book of a set of rules: what people look up of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from smp_planner.domain.edition import ClinicEdit
from smp_planner.domain.provenance import Reading
from smp_planner.domain.rule_book import Review, RuleBook, RuleChapter, RuleEntry, SettledClaim
from smp_planner.language.texts import _
from smp_planner.rules.clinic_asks import has_own
from smp_planner.rules.entry_words import beside, called, said
from smp_planner.rules.figures import Choice, Cite, Cited, Figure, Row, Split, source_id
from smp_planner.rules.models import MODELS
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.aftercare import BeforeVisit, Call, Instruction, Summer
from smp_planner.rules.shapes.answers import DriverAnswers
from smp_planner.rules.shapes.claims import Claim
from smp_planner.rules.shapes.clinic_hours import HolidayRule
from smp_planner.rules.shapes.comparison import Answer, Beside
from smp_planner.rules.shapes.course import ShadeRow
from smp_planner.rules.shapes.options import Gate
from smp_planner.rules.shapes.rule_file import RuleFile
from smp_planner.rules.shapes.suitability import Criterion, OpenQuestion
from smp_planner.rules.shapes.treatments import CountedMen
from smp_planner.rules.shapes.years import PricePoint, TermLimits
from smp_planner.rules.walk import cited

SOURCES = "sources"  # the one file that holds no rule
FIGURES = (Figure, Row, PricePoint)
OF_STUDIES = (Answer, Beside)
"""What the comparison tells of studies and of other treatments: figures where they hold a number."""
TAX = "tax.percent"
DECIDE = (
    Criterion, OpenQuestion, Gate, DriverAnswers, Instruction, BeforeVisit, Summer, Call, Choice, ShadeRow,
    Split, TermLimits, HolidayRule, CountedMen,
)  # fmt: skip
"""Sentences that decide something: who may be treated, what is asked of a person, what is chosen or counts.

A shade that is told by its figures alone has none.
"""


def rule_book(rules: RuleSet) -> RuleBook:
    """Every figure that a plan is made with, a clinic's own prices, and every sentence that decides.

    Ask for it with `rules.kept`. In a region without a price of medicines those of other regions are left
    out (decision 20).
    """
    edits = {edit.parameter: edit for edit in rules.edition.clinic_edits}
    return RuleBook(
        chapters=(
            *_price_list(rules),
            *(
                chapter
                for name, file in _files(rules)
                if (chapter := _chapter(name, file, rules, edits)).rules
            ),
        ),
        claims={
            kind: tuple(_claim(id_, claim) for id_, claim in claims.items())
            for kind, claims in rules.article.claims.items()
        },
        sources=rules.sources,
        review=review_of(rules),
        clinic=rules.edition.clinic,
    )


def review_of(rules: RuleSet) -> Review:
    """How old the rules are: the oldest review of a file counts for all."""
    return Review(min(file.reviewed.on for _, file in _files(rules)), rules.about.dates.next_review_on)


def _files(rules: RuleSet) -> Iterator[tuple[str, RuleFile]]:
    return ((name, getattr(rules, name)) for name in MODELS if name != SOURCES)


def _chapter(name: str, file: RuleFile, rules: RuleSet, edits: Mapping[str, ClinicEdit]) -> RuleChapter:
    title = rules.headings.get(name) or name
    told = [*_told(name, file)]
    kept = [entry for entry in told if not _price_not_told(entry.read().id, rules)]
    return RuleChapter(
        name=name,
        title=title,
        reviewed_on=file.reviewed.on,
        reviewed_by=file.reviewed.by,
        rules=tuple(_entry(entry, title, rules, edits, _lent(entry, kept, rules)) for entry in kept),
        left_out=len(told) - len(kept),
    )


def _told(name: str, file: RuleFile) -> Iterator[Cited]:
    return (found.entry for found in cited(name, file) if _is_figure(found.entry) or _decides(found.entry))


def _is_figure(entry: Cited) -> bool:
    return isinstance(entry, FIGURES) or (isinstance(entry, OF_STUDIES) and entry.value is not None)


def _decides(entry: Cited) -> bool:
    return isinstance(entry, DECIDE) and not (isinstance(entry, ShadeRow) and entry.say is None)


def _price_not_told(id_: str, rules: RuleSet) -> bool:
    """Whether it is a price of tablets where no medicine is named, or of lotion in a region that has none."""
    if rules.edition.medicines_named or not id_.startswith("medication.prices."):
        return False
    return rules.region not in rules.medication.prices or not id_.endswith(".lotion")


def _lent(entry: Cited, others: list[Cited], rules: RuleSet) -> str:
    """The short words of an instruction, for itself and for the figures below it."""
    id_ = f"{entry.read().id}."
    return " ".join(
        word
        for other in others
        if isinstance(other, (Instruction, BeforeVisit)) and id_.startswith(f"{other.read().id}.")
        for word in _short(other, rules)
    )


def _short(entry: Instruction | BeforeVisit, rules: RuleSet) -> Iterator[str]:
    """What people may call it: its name, its words on calendars, the events that it bears on."""
    yield from (entry.name, entry.short)
    if isinstance(entry, Instruction):
        yield from (entry.calendar.word, entry.calendar.means) if entry.calendar else ()
        own = entry.read().id.rpartition(".")[2]
        yield from (kind for kind, rule in rules.aftercare.events.items() if rule == own)


def _entry(entry: Cited, title: str, rules: RuleSet, edits: Mapping[str, ClinicEdit], lent: str) -> RuleEntry:
    found, name, told = entry.read(), called(entry, rules), beside(entry, rules)
    say = "" if _is_figure(entry) else said(entry, rules)
    why = vars(entry).get("why") or ""
    edit = edits.get(found.id)
    own = (name, say, why, *told, lent, found.id)
    return RuleEntry(
        reading=found,
        name=name,
        say=say,
        why="" if why == say else why,
        beside=told,
        edit=edit,
        base=rules.replaced.get(found.id),
        has_own=rules.asks is not None and has_own(found.id, rules.region),
        own_words=_small(*own),
        words=_small(*own, found.note, title, edit and edit.reason, *_documents(found, rules)),
    )


def _documents(found: Reading, rules: RuleSet) -> Iterator[str]:
    return (f"{id_} {rules.sources[id_].title} {found.at.get(id_, '')}" for id_ in found.sources)


def _small(*words: str | None) -> str:
    return "\n".join(filter(None, words)).casefold()


def _price_list(rules: RuleSet) -> Iterator[RuleChapter]:
    """The clinic's own prices, where it gives any; they are as old as the document that they stand in."""
    if rules.asks is None:
        return
    title = _("Prices of {clinic}", clinic=rules.asks.clinic)
    yield RuleChapter(
        name="clinic",
        title=title,
        reviewed_on=rules.prices_as_of,
        reviewed_by=rules.asks.clinic,
        rules=tuple(_price(key, found, title, rules) for key, found in rules.asks.readings.items()),
    )


def _price(key: str, found: Reading, title: str, rules: RuleSet) -> RuleEntry:
    assert rules.asks is not None
    tax, name = rules.asks.prices.tax, found.label or ""
    if tax is not None and key == TAX:
        name = f"{name}: {tax.name}"
    own = (name, found.id)
    return RuleEntry(
        reading=found,
        name=name,
        own_words=_small(*own),
        words=_small(*own, title, *_documents(found, rules)),
    )


def _claim(id_: str, claim: Claim) -> SettledClaim:
    return SettledClaim(
        id=id_,
        topic=claim.topic,
        claims=tuple(claim.claims),
        literature=claim.literature,
        settled=claim.settled,
        rules=tuple(claim.rules),
        sources=tuple((source_id(c), c.at if isinstance(c, Cite) else None) for c in claim.sources),
        tells_prices=claim.tells_prices,
    )
