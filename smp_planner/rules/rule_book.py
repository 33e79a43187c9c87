"""The rule book of a set of rules: what people look up of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from smp_planner.domain.plan import ClinicEdit
from smp_planner.domain.rule_book import Review, RuleBook, RuleChapter, RuleEntry, SettledClaim
from smp_planner.rules.figures import Choice, Cite, Cited, Figure, Row, source_id
from smp_planner.rules.models import MODELS
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.aftercare import BeforeVisit, Call, Instruction
from smp_planner.rules.shapes.claims import Claim
from smp_planner.rules.shapes.options import Gate
from smp_planner.rules.shapes.rule_file import RuleFile
from smp_planner.rules.shapes.suitability import Criterion
from smp_planner.rules.walk import cited

SOURCES = "sources"  # the one file that holds no rule
FIGURES = (Figure, Row)
DECIDE = (Criterion, Gate, Instruction, BeforeVisit, Call, Choice)
"""Sentences that decide something: who may be treated, what is asked of a person, what is chosen."""


def rule_book(rules: RuleSet) -> RuleBook:
    """Every figure that a clinic may move, and every sentence that decides; ask for it with `rules.kept`.

    In a region without a price of medicines those of other regions are left out (decision 20).
    """
    edits = {edit.parameter: edit for edit in rules.edition.clinic_edits}
    return RuleBook(
        chapters=tuple(
            chapter for name, file in _files(rules) if (chapter := _chapter(name, file, rules, edits)).rules
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
    kept = [entry for entry in told if not _priced_elsewhere(entry.read().id, rules)]
    return RuleChapter(
        name=name,
        title=title,
        reviewed_on=file.reviewed.on,
        reviewed_by=file.reviewed.by,
        rules=tuple(_entry(entry, title, rules, edits) for entry in kept),
        left_out=len(told) - len(kept),
    )


def _told(name: str, file: RuleFile) -> Iterator[Cited]:
    return (found.entry for found in cited(name, file) if isinstance(found.entry, FIGURES + DECIDE))


def _priced_elsewhere(id_: str, rules: RuleSet) -> bool:
    """Whether it is a price of medicines of another region, in one that has none and names none."""
    return (
        id_.startswith("medication.prices.")
        and rules.region not in rules.medication.prices
        and not rules.edition.medicines_named
    )


def _entry(entry: Cited, title: str, rules: RuleSet, edits: Mapping[str, ClinicEdit]) -> RuleEntry:
    found, said = entry.read(), vars(entry)
    say = "" if isinstance(entry, FIGURES) else said.get("say") or said["why"]
    edit = edits.get(found.id)
    documents = (f"{id_} {rules.sources[id_].title} {found.at.get(id_, '')}" for id_ in found.sources)
    words = (found.label, say, found.id, found.note, title, edit and edit.reason, *documents)
    return RuleEntry(reading=found, say=say, edit=edit, words="\n".join(filter(None, words)).casefold())


def _claim(id_: str, claim: Claim) -> SettledClaim:
    return SettledClaim(
        id=id_,
        topic=claim.topic,
        claims=tuple(claim.claims),
        literature=claim.literature,
        settled=claim.settled,
        rules=tuple(claim.rules),
        sources=tuple((source_id(c), c.at if isinstance(c, Cite) else None) for c in claim.sources),
    )
