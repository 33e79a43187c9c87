"""All rules and their sources: searched and filtered, with what the clinic changed and how old they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from html import escape
from operator import attrgetter
from typing import NamedTuple

import streamlit as st

from smp_planner.domain.rule_book import Review, RuleBook, RuleChapter, SettledClaim
from smp_planner.domain.words import number, spoken
from smp_planner.language.texts import N_, _
from smp_planner.planner.rule_feeds import rule_feeds
from smp_planner.rules.rule_book import review_of, rule_book
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views import html
from smp_planner.views.fold import fold
from smp_planner.views.parts import drawing_all
from smp_planner.views.picture import show
from smp_planner.views.rule_rows import Feeds, chapter_tables, claim_told, edits_told
from smp_planner.views.rules_edition import edition_line
from smp_planner.views.state import UNKEPT, Clock, for_clinic

SCREEN = "rules"  # its name in the address
OPEN = f"{UNKEPT}rules_open"
SEARCH, EDITED, OUTSIDE = (f"{UNKEPT}rules_{name}" for name in ("search", "edited", "outside"))
MOST = f"{UNKEPT}rules_most"
AT_ONCE = 40  # rules that a search shows before somebody asks for more
LONGEST_SEARCH = 100
TITLE = N_("All rules and their sources")
ABOUT = N_(
    "Every figure that a plan is made with, and every sentence that decides something. Each tells what we "
    "plan with, what range we plan within, how far a clinic may go, and which part of a plan rests on it. "
    "What is worked out from that part moves with it. What studies found, and what other treatments ask of "
    "you, is not for a clinic to set."
)
CLAIMS = N_("Where the source article can't be taken at its word")
CLAIMS_FOUND = N_("{count} of {all} claims hold these words.")
CLAIM_KINDS = {
    "contradicts_itself": N_("The article against itself"),
    "not_supported": N_("Claims that don't hold"),
}
NO_PRICES = N_("Prices are left out here as long as your plan shows none.")
CLOSEST = N_("No rule holds all of these words. Closest:")
ELSEWHERE = N_("These don't say all the words themselves: their group, a note or a document of theirs does.")
NOTHING_FOUND = N_("Try fewer words, another word for it, or just the beginning of a word.")
REVIEWED = N_("All files were last looked through on {day} or later. The next review is due by {due}.")
TOO_OLD = N_("This is overdue: the figures may have been overtaken. Ask who keeps these rules.")


class Asked(NamedTuple):
    """What somebody looks for: words, and whether changed rules or those outside the range alone."""

    words: str
    edited: bool
    outside: bool

    @property
    def anything(self) -> bool:
        """Whether they look for something."""
        return bool(self.words.strip()) or self.edited or self.outside


def rules_are_open() -> bool:
    """Whether the page of all rules is shown in place of questions and plan."""
    return bool(st.session_state.get(OPEN))


def open_rules(*, opened: bool = True) -> None:
    """Show the page of all rules, or leave it."""
    st.session_state[OPEN] = opened


def offer_rules() -> None:
    """A button to the page of all rules."""
    st.button(_(TITLE), on_click=drawing_all(open_rules), key=f"{UNKEPT}to_rules", type="tertiary")


def tell_if_rules_are_old(rules: RuleSet, today: Clock) -> None:
    """A quiet line where a review of the rules is overdue."""
    review = rules.kept(review_of)
    if review.has_passed(today()):
        show(html.quiet(f"{_reviewed(review)} {_(TOO_OLD)}"))


def show_rules_page(rules: RuleSet, today: Clock, *, with_prices: bool) -> None:
    """The page: how old the rules are, what the clinic changed, the search, and every rule by its file.

    Without prices nothing is told in money: nobody sees a price before the plan may show one.
    """
    book = rules.kept(rule_book if with_prices else _without_prices)
    st.button(_("Back to the plan"), on_click=partial(open_rules, opened=False), key=f"{UNKEPT}rules_back")
    show(
        html.title(_(TITLE), SCREEN),
        html.paragraph(_(ABOUT)),
        *_age(book.review, rules, today),
        *_edits(book),
        *([] if with_prices else [html.quiet(_(NO_PRICES))]),
    )
    asked = _ask(book)
    found, told = _found(asked, book)
    show(f'<div class="line" role="status">{escape(told)}</div>')
    if asked.anything:
        _show_found(asked, found, book, rules)
    else:
        for chapter in found:
            _fold(chapter, book, rules)
    _show_claims(asked.words, book)


def _without_prices(rules: RuleSet) -> RuleBook:
    return rules.kept(rule_book).without_prices()


def _found(asked: Asked, book: RuleBook) -> tuple[tuple[RuleChapter, ...], str]:
    """What was found, or what comes closest; and how much that is."""
    found = book.found(asked.words, edited=asked.edited, outside=asked.outside)
    count = sum(len(chapter.rules) for chapter in found)
    told = _("{count} of {all} rules", count=number(count), all=number(len([*book.rules])))
    if found:
        return found, told
    closest = book.closest(asked.words, edited=asked.edited, outside=asked.outside)
    return closest, f"{told}. {_(CLOSEST if closest else NOTHING_FOUND)}"


def _age(review: Review, rules: RuleSet, today: Clock) -> Iterator[str]:
    passed = review.has_passed(today())
    yield html.notice(f"{_reviewed(review)} {_(TOO_OLD)}") if passed else html.paragraph(_reviewed(review))
    yield edition_line(rules.edition)


def _reviewed(review: Review) -> str:
    return _(REVIEWED, day=spoken(review.on), due=spoken(review.next_on))


def _edits(book: RuleBook) -> Iterator[str]:
    if book.edited:
        yield html.heading(_("What {clinic} changed", clinic=book.clinic))
        yield html.items(edits_told(book))


def _ask(book: RuleBook) -> Asked:
    """The search and, where they could find something, the filters."""
    words = st.text_input(
        _("Search in names, reasons, ids, sources and groups"), key=SEARCH, type="search",
        max_chars=LONGEST_SEARCH, live=True, placeholder=_("Words"), on_change=_from_the_top,
    )  # fmt: skip
    edited = bool(book.edited) and st.checkbox(
        _("Only what the clinic changed"), key=EDITED, on_change=_from_the_top
    )
    outside = any(rule.is_outside for rule in book.rules) and st.checkbox(
        _("Only outside the range that the sources recommend"), key=OUTSIDE, on_change=_from_the_top
    )
    return Asked(words or "", edited, outside)


def _show_found(asked: Asked, found: tuple[RuleChapter, ...], book: RuleBook, rules: RuleSet) -> None:
    """What was found, under the heading of its file; no more at once than can be read.

    A line parts what says the words itself from what holds them in a note or a document alone.
    """
    count = sum(len(chapter.rules) for chapter in found)
    left = most = st.session_state.get(MOST, AT_ONCE)
    words, told = asked.words.casefold().split(), False
    for chapter in found:
        if left > 0 and not told and chapter.rules[0].says(words) < len(words):
            show(html.quiet(_(ELSEWHERE)))
            told = True
        if left > 0:
            show(html.heading(chapter.title), _tables(chapter.first(left), book, rules))
        left -= len(chapter.rules)
    if count > most:
        st.button(_("Show more"), on_click=_more, key=f"{UNKEPT}rules_more")


def _fold(chapter: RuleChapter, book: RuleBook, rules: RuleSet) -> None:
    def draw() -> None:
        told = _("Last looked through on {day}.", day=spoken(chapter.reviewed_on))
        show(html.quiet(told), _tables(chapter, book, rules))

    fold(_counted(chapter.title, len(chapter.rules)), f"{UNKEPT}fold_rules_{chapter.name}", draw)


def _tables(chapter: RuleChapter, book: RuleBook, rules: RuleSet) -> str:
    return chapter_tables(chapter, book, _feeds(rules), with_place=for_clinic())


@st.cache_resource(show_spinner=False, hash_funcs={RuleSet: attrgetter("made_by")})
def _feeds(rules: RuleSet) -> Feeds:
    """Which fields each rule feeds: worked out once, as fields have the same names in all languages."""
    return rule_feeds(rules)


def _show_claims(words: str, book: RuleBook) -> None:
    """What the article claims: all of it, or with words typed what holds them, and how much that is."""
    found = book.claims_found(words)
    show(html.heading(_(CLAIMS)))
    if words.strip():
        count, all_ = (sum(map(len, claims.values())) for claims in (found, book.claims))
        show(html.quiet(_(CLAIMS_FOUND, count=number(count), all=number(all_))))
    for kind, title in CLAIM_KINDS.items():
        if kind in found:
            _fold_claims(found[kind], _(title), f"{UNKEPT}fold_{kind}", book)


def _fold_claims(claims: Sequence[SettledClaim], title: str, key: str, book: RuleBook) -> None:
    fold(_counted(title, len(claims)), key, lambda: show(*(claim_told(claim, book) for claim in claims)))


def _counted(title: str, count: int) -> str:
    return _("{title} ({count})", title=title.removesuffix("."), count=number(count))


def _from_the_top() -> None:
    st.session_state.pop(MOST, None)


def _more() -> None:
    st.session_state[MOST] = st.session_state.get(MOST, AT_ONCE) + AT_ONCE
