"""Every rule as a document: docs/reference/rules.md."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from smp_planner.domain.provenance import Reading, strongest
from smp_planner.domain.quantities import Number
from smp_planner.domain.rule_book import RuleBook, RuleChapter, RuleEntry
from smp_planner.domain.words import number
from smp_planner.exports.wording import STRENGTH
from smp_planner.planner.rule_feeds import rule_feeds
from smp_planner.rules.rule_book import rule_book
from smp_planner.rules.ruleset import RuleSet

DOCUMENT = Path(__file__).parents[1] / "docs" / "reference" / "rules.md"
HEAD = """# Every rule

All figures that a plan is made with, and the sentences that decide something, by file. *Value* is what we
plan with, *range* what we plan within, *limits* what no clinic may cross. Where a dash stands for them, no
clinic may set the figure: it tells of studies or of other treatments. *Evidence* is that of the strongest
source; a formula is none. *Feeds* names the fields of a plan whose steps rest on the rule, as plans of worked
people tell it (a star is each of a list); what is worked out from these fields moves too. A rule that feeds
nothing says which answers are accepted, how a size is estimated at home or how a picture is drawn, or back
another rule up.

The page of the app shows the same, with links ("All rules and their sources"). In a sentence, what stands in
braces is filled by the plan. No medicine is named, and no price of prescription tablets is told: these
stand in `data/medication.yaml`. Written from `data/`: change a rule there, then run
`python -m pytest tests/test_rules_doc.py --rewrite-goldens`.
"""
FIGURES = """| Figure | Value | Range | Limits | Unit | Evidence | Sources | Feeds |
|---|---|---|---|---|---|---|---|"""
DECISIONS = """| Rule | What it says | Evidence | Sources | Feeds |
|---|---|---|---|---|"""


def render_rules(rules: RuleSet) -> str:
    """The whole document: the files, their rules, then every document that is cited."""
    book, feeds = rule_book(rules), rules.kept(rule_feeds)
    figures = sum(rule.is_figure for rule in book.rules)
    lines = [
        HEAD,
        f"{figures} figures and {len([*book.rules]) - figures} sentences. "
        f"The next review of all is due by {book.review.next_on}.",
    ]
    for chapter in book.chapters:
        lines += _chapter(chapter, book, feeds)
    lines += ["", "## Sources", "", *_sources(book)]
    return "\n".join(lines) + "\n"


def _chapter(chapter: RuleChapter, book: RuleBook, feeds: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    yield from ("", f"## {chapter.title.removesuffix('.')}")
    reviewed = f"last looked through on {chapter.reviewed_on} by {chapter.reviewed_by}"
    yield from ("", f"`data/{chapter.name}.yaml`, {reviewed}.")
    for head, entries in (
        (FIGURES, [rule for rule in chapter.rules if rule.is_figure]),
        (DECISIONS, [rule for rule in chapter.rules if not rule.is_figure]),
    ):
        if entries:
            yield from ("", head)
            yield from (_row(rule, book, feeds) for rule in entries)


def _row(rule: RuleEntry, book: RuleBook, feeds: Mapping[str, tuple[str, ...]]) -> str:
    found = rule.reading
    fed = "<br>".join(f"`{field}`" for field in feeds.get(found.id, ())) or "-"
    named = rule.name if rule.is_figure else ""
    cells = ["<br>".join(filter(None, (_cell(named), f"`{found.id}`", *map(_cell, rule.beside))))]
    if rule.is_figure:
        limits = "-" if rule.is_fixed else _span(found.limits)
        cells += [number(found.number), _span(found.range), limits, found.unit]
    else:
        cells.append(_cell(rule.say))
    return "| " + " | ".join((*cells, _evidence(found, book), _cites(found), fed)) + " |"


def _evidence(found: Reading, book: RuleBook) -> str:
    return STRENGTH[strongest(book.sources[id_] for id_ in found.sources)]


def _cites(found: Reading) -> str:
    cites = (f"`{id_}` ({_cell(found.at[id_])})" if id_ in found.at else f"`{id_}`" for id_ in found.sources)
    return "; ".join(dict.fromkeys(cites))


def _sources(book: RuleBook) -> Iterator[str]:
    cited = {id_ for rule in book.rules for id_ in rule.reading.sources}
    yield "| Id | Document | Kind | Evidence |\n|---|---|---|---|"
    for id_ in sorted(cited):
        source = book.sources[id_]
        title = f"[{_cell(source.title)}]({source.url})" if source.url else _cell(source.title)
        kind = ", ".join(filter(None, (source.kind.replace("_", " "), str(source.year or ""))))
        yield f"| `{id_}` | {title} | {kind} | {STRENGTH[source.grade]} |"


def _span(ends: Sequence[Number]) -> str:
    return number(ends[0]) if ends[0] == ends[-1] else f"{number(ends[0])} to {number(ends[-1])}"


def _cell(words: str) -> str:
    """Words in a cell of a table, where a bar would end it."""
    return " ".join(words.split()).replace("|", "\\|")
