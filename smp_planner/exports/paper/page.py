"""A plan on paper as one self-contained page: no script, nothing asked of anybody, to read or to print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from smp_planner.exports.paper.blocks import Block, Paper, Picture, Section, in_parts
from smp_planner.exports.paper.page_blocks import block_html, pictures_html, words
from smp_planner.exports.paper.page_look import LOGO, LOOK, ON_EACH_SHEET, in_colour, in_css
from smp_planner.language.texts import _

NOTHING_OUTSIDE = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
)
"""What the page may do: take the styles that stand in it, and nothing else."""


def to_page(paper: Paper) -> str:
    """The document as one HTML page, UTF-8 text with a newline at the end.

    It holds its own styles and pictures. Every typed text comes out as text. The same document gives the
    same page.
    """
    return "\n".join(_page(paper)) + "\n"


def _page(paper: Paper) -> Iterator[str]:
    yield "<!doctype html>"
    yield f'<html lang="{words(paper.language)}">'
    yield '<head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{NOTHING_OUTSIDE}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark">'
    yield f"<title>{words(paper.title)}</title>"
    each_sheet = ON_EACH_SHEET.format(marks=in_css(f"{_mark(paper)} · {_edition(paper)}"))
    own = in_colour(paper.colour) if paper.colour else ""
    yield f"<style>{LOOK}{own}{each_sheet}</style></head>"
    yield "<body>"
    yield from _head(paper)
    yield "<main>"
    for section in paper.sections:
        yield from _section(section)
    yield "</main>"
    yield f"<footer><p>{words(paper.footer)}</p></footer>"
    yield "</body></html>"


def _head(paper: Paper) -> Iterator[str]:
    """Whose paper it is, what it is and for whom; then what it holds."""
    yield f'<header>{_logo(paper)}<p class="brand"><bdi>{words(paper.brand)}</bdi></p>'
    yield f"<h1>{words(paper.title)}</h1>"
    if paper.person:
        yield f'<p class="person"><bdi>{words(paper.person)}</bdi></p>'
    if by := [f"<bdi>{words(told)}</bdi>" for told in (paper.prepared, paper.made) if told]:
        yield f'<p class="quiet">{" · ".join(by)}</p>'
    yield f'<p class="quiet">{_marks(paper)}</p></header>'
    contents = words(_("Contents"))
    yield f'<nav aria-labelledby="contents"><h2 id="contents">{contents}</h2><ol>'
    yield from (f'<li><a href="#{words(s.id)}">{words(s.title)}</a></li>' for s in paper.sections)
    yield "</ol></nav>"


def _logo(paper: Paper) -> str:
    """The clinic's logo, on white as on paper, with its name in words."""
    if paper.logo is None:
        return ""
    return f'<img style="{LOGO}" src="{paper.logo.address}" alt="{words(paper.brand)}">'


def _marks(paper: Paper) -> str:
    return f'<span class="mark">{words(_mark(paper))}</span> · {words(_edition(paper))}'


def _edition(paper: Paper) -> str:
    return _("Rules of {day}", day=paper.edition)


def _mark(paper: Paper) -> str:
    return _("Plan {mark}", mark=paper.mark)


def _section(section: Section) -> Iterator[str]:
    named, kinds = words(section.id), _on_sheets(section)
    yield f'<section{kinds} aria-labelledby="{named}"><h2 id="{named}">{words(section.title)}</h2>'
    for part in in_parts(section.blocks):
        told = "".join(_blocks(part))
        yield f'<div class="together">{told}</div>' if len(part) > 1 else told
    yield "</section>"


def _on_sheets(section: Section) -> str:
    """How it stands on sheets when it is printed, as a class."""
    told = (("alone", section.alone), ("together", section.together), ("sheet", section.sheet))
    kinds = [kind for kind, holds in told if holds]
    return f' class="{" ".join(kinds)}"' if kinds else ""


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    """The blocks in their order; pictures that follow each other stand in a row where there is room."""
    for drawn, run in groupby(blocks, lambda block: isinstance(block, Picture)):
        if drawn:
            yield pictures_html([block for block in run if isinstance(block, Picture)])
        else:
            yield from map(block_html, run)
