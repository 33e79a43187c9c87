"""Rules as tables for people: value, range, limits, evidence, documents, what they feed, who changed them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape

from smp_planner.domain.provenance import Reading, Source, strongest
from smp_planner.domain.quantities import Number
from smp_planner.domain.rule_book import RuleBook, RuleChapter, RuleEntry, SettledClaim
from smp_planner.domain.words import between, figure, number, sentence
from smp_planner.exports.wording import STRENGTH, moved
from smp_planner.language.texts import N_, NN_, _, n_
from smp_planner.views import html
from smp_planner.views.rule_fields import told_parts

KINDS: Mapping[str, str] = {
    "guideline": N_("guideline"),
    "regulator": N_("regulator"),
    "review": N_("review of studies"),
    "trial": N_("trial"),
    "cohort": N_("cohort study"),
    "case_series": N_("case series"),
    "small_study": N_("small study"),
    "book": N_("book"),
    "society": N_("society of doctors"),
    "survey": N_("survey"),
    "label": N_("package leaflet"),
    "standard": N_("standard"),
    "formula": N_("formula"),
    "clinic": N_("clinic"),
    "marketing": N_("marketing"),
    "press": N_("press"),
    "judgement": N_("our judgement"),
}
BASIS: Mapping[str, str] = {
    "article": N_("Taken from the article."),
    "paper": N_("Taken from papers."),
    "clinic": N_("Taken from what clinics say."),
    "marketing": N_("Taken from advertising."),
    "derived": N_("Worked out by us."),
}
DOCUMENTS = NN_("{count} source", "{count} sources")
OUTSIDE = N_("Outside the range that the sources recommend.")
FIXED = N_("Not for a clinic to set.")
NO_PART = N_("No part of a plan rests on it by itself.")
FILLED = re.compile(r"\{\w+\}")  # a place of a sentence that each plan fills
GAP = "…"
NOTHING = "–"
Feeds = Mapping[str, Sequence[str]]


def chapter_tables(chapter: RuleChapter, book: RuleBook, feeds: Feeds, *, with_place: bool) -> str:
    """The figures of a chapter, then its sentences that decide, each as a table with a caption."""
    figures = [rule for rule in chapter.rules if rule.is_figure]
    decisions = [rule for rule in chapter.rules if not rule.is_figure]
    return "".join(
        (
            _figures(figures, book, feeds, with_place=with_place) if figures else "",
            _decisions(decisions, book, feeds, with_place=with_place) if decisions else "",
            html.quiet(_("Prices of medicines that may not be told here are left out."))
            if chapter.left_out
            else "",
        )
    )


def _figures(rules: Sequence[RuleEntry], book: RuleBook, feeds: Feeds, *, with_place: bool) -> str:
    headers = (
        _("Figure"), _("Planned with"), _("Sources span"), _("A clinic may set"), _("Evidence"), _("Feeds"),
    )  # fmt: skip
    rows = (
        (
            _named(sentence(rule.name or rule.reading.id), rule, book, with_place=with_place),
            _planned(rule),
            _spanned(rule.usual.range, rule),
            _may_be_set(rule),
            _evidence(rule, book.sources),
            _fed(feeds.get(rule.reading.id, ()), with_fields=with_place),
        )
        for rule in rules
    )
    return html.table(_("Figures"), headers, rows)


def _decisions(rules: Sequence[RuleEntry], book: RuleBook, feeds: Feeds, *, with_place: bool) -> str:
    headers = (_("What it says"), _("Evidence"), _("Feeds"))
    rows = (
        (
            _named(FILLED.sub(GAP, rule.say), rule, book, with_place=with_place),
            _evidence(rule, book.sources),
            _fed(feeds.get(rule.reading.id, ()), with_fields=with_place),
        )
        for rule in rules
    )
    return html.table(_("Decisions in words"), headers, rows)


def _named(name: str, rule: RuleEntry, book: RuleBook, *, with_place: bool) -> str:
    """A rule by its name, its id and note, and what the clinic changed in it."""
    found = rule.reading
    where = f"{found.id}, {found.place}" if with_place else found.id
    pieces = [escape(name), _small(where)]
    if rule.why:
        pieces.append(_small(_("Why: {reason}", reason=FILLED.sub(GAP, rule.why))))
    pieces += map(_small, rule.beside)
    if found.note and found.note not in rule.say:
        pieces.append(_small(found.note))
    if rule.by_clinic:
        pieces.append(_marked(_by_clinic(rule, book)))
    elif rule.is_outside:
        pieces.append(_marked(_(OUTSIDE)))
    if rule.has_own:
        pieces.append(_marked(_("{clinic} has its own.", clinic=book.clinic)))
    return "".join(pieces)


def _small(words: str) -> str:
    return f'<div class="quiet">{escape(words)}</div>'


def _marked(words: str) -> str:
    return f'<div class="fact">{escape(words)}</div>'


def _by_clinic(rule: RuleEntry, book: RuleBook) -> str:
    """What the clinic changed in a rule, or that the rule is its own; why, and by which documents."""
    if rule.is_listed_price:
        return _("From the price list of {clinic}.", clinic=book.clinic)
    if rule.edit:
        return _("Changed by {clinic}: {change}", clinic=book.clinic, change=moved(rule.edit))
    documents = "; ".join(book.sources[id_].title for id_ in rule.reading.sources)
    told = _(
        "Added by {clinic_and_why} Source: {documents}.",
        clinic_and_why=rule.reading.set_by,
        documents=documents,
    )
    if not rule.is_figure:
        return told
    return _("{value}. {told}", value=figure(rule.reading.number, rule.reading.unit), told=told)


def edits_told(book: RuleBook) -> Iterator[str]:
    """Each rule that the clinic changed or added: its name, and what the clinic did; its prices as one."""
    for rule in book.edited:
        if not rule.is_listed_price:
            yield _edit_told(rule.name or FILLED.sub(GAP, rule.say), rule.reading.id, _by_clinic(rule, book))
    listed = [rule for rule in book.edited if rule.is_listed_price]
    if listed:
        documents = dict.fromkeys(book.sources[id_].title for rule in listed for id_ in rule.reading.sources)
        told = _(
            "{clinic} has a price list of its own. It stands first below. Source: {documents}.",
            clinic=book.clinic, documents="; ".join(documents),
        )  # fmt: skip
        yield _edit_told(_("Prices"), "prices", told)


def _edit_told(name: str, id_: str, told: str) -> str:
    return f"<b>{escape(sentence(name))}</b> <span class='quiet'>{escape(id_)}</span>{_marked(told)}"


def _planned(rule: RuleEntry) -> str:
    """The value that is planned with; where somebody signed it, the span that they signed."""
    found = rule.reading
    value = escape(figure(found.number, found.unit))
    if not found.signed:
        return value
    return value + _small(_("Signed range: {span}", span=_span(found.range)))


def _spanned(ends: Sequence[Number], rule: RuleEntry) -> str:
    """Both ends; nothing of what is the clinic's own and has none but itself."""
    return NOTHING if rule.is_own and ends[0] == ends[-1] else escape(_span(ends))


def _may_be_set(rule: RuleEntry) -> str:
    """The limits of a clinic; none where it is not for a clinic to set."""
    return _small(_(FIXED)) if rule.is_fixed else _spanned(rule.usual.limits, rule)


def _span(ends: Sequence[Number]) -> str:
    return between(ends[0], ends[-1])


def _evidence(rule: RuleEntry, sources: Mapping[str, Source]) -> str:
    """How strong the strongest document of a rule is, and all of them a tap away.

    What a clinic moved rests on the clinic's documents; those of the base rules are listed apart.
    """
    found, told = rule.reading, rule.edit.sources if rule.edit else rule.reading.sources
    documents = [sources[id_] for id_ in dict.fromkeys(told)]
    count = n_(*DOCUMENTS, len(documents), count=number(len(documents)))
    inside = html.items(
        _document(source, None if rule.base else found.at.get(source.id)) for source in documents
    )
    if found.basis and not rule.base:
        inside = f"{_small(_(BASIS[found.basis]))}{inside}"
    if rule.base:
        inside += _base_documents(rule.base, sources)
    strength = escape(sentence(_(STRENGTH[strongest(documents)])))
    return f"{strength} <details><summary>{escape(count)}</summary>{inside}</details>"


def _base_documents(base: Reading, sources: Mapping[str, Source]) -> str:
    listed = html.items(_document(sources[id_], base.at.get(id_)) for id_ in dict.fromkeys(base.sources))
    return f"{_small(_('The base rules rest on:'))}{listed}"


def _document(source: Source, at: str | None) -> str:
    """A document as a link where it has a safe address, with the place in it, its kind, year and strength."""
    title = escape(source.title)
    if source.url and source.url.startswith("https://"):
        title = f'<a href="{escape(source.url)}" rel="noreferrer noopener" target="_blank">{title}</a>'
    year = str(source.year) if source.year else None
    about = ", ".join(filter(None, (at, _(KINDS[source.kind]), year, _(STRENGTH[source.grade]))))
    return f'{title} <span class="quiet">({escape(about)})</span>'


def _fed(fields: Sequence[str], *, with_fields: bool) -> str:
    """The parts of a plan that a rule feeds; the fields themselves are for those who keep the rules."""
    if not fields:
        return f'<span class="quiet">{escape(_(NO_PART))}</span>'
    parts = escape(sentence(", ".join(told_parts(fields))))
    if not with_fields:
        return parts
    count = n_("{count} field", "{count} fields", len(fields), count=number(len(fields)))
    listed = html.bullets(fields)
    return f"{parts} <details><summary>{escape(count)}</summary>{listed}</details>"


def claim_told(claim: SettledClaim, book: RuleBook) -> str:
    """A claim of the article under its topic: what it says, what others found, and how it was settled."""
    cites = "; ".join(_document(book.sources[id_], at) for id_, at in claim.sources)
    inside = "".join(
        (
            html.paragraph(_("The article says: {claims}", claims=" ".join(claim.claims))),
            html.paragraph(_("What others found: {literature}", literature=claim.literature)),
            html.paragraph(_("How we settled it: {settled}", settled=claim.settled)),
            html.quiet(_("Rules: {ids}", ids=", ".join(claim.rules))) if claim.rules else "",
            f'<div class="quiet">{escape(_("Source:"))} {cites}</div>',
        )
    )
    return f"{html.heading(claim.topic)}{inside}"
