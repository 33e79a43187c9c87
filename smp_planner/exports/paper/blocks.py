"""What a document is made of: sections of paragraphs, bullets, tables, pictures, boxes, lines to sign.

A block holds finished words in the reader's language and no look: PDF and page each print it
in their own way.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from smp_planner.domain.clinic import Logo

Tone = Literal["plain", "quiet", "notice", "urgent"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words that are read in one go; a notice is set apart in a box, an urgent one first of all."""

    say: str
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a section.

    `together`: what stands under it, up to the next heading, stays with it on one sheet where one holds it.
    """

    say: str
    together: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """Short texts of equal weight; `numbers` are those of the list of sources, a tuple for each text.

    `small`: they are no more than looked up. `beside`: they are so short that they stand in two
    columns, but in large print.
    """

    items: tuple[str, ...]
    numbers: tuple[tuple[int, ...], ...] = ()
    small: bool = False
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Ticks:
    """Short texts, each with an empty box that somebody ticks with a pen.

    Under a question (`ask`) they are its answers, and stand in one line with it where there is room.
    """

    items: tuple[str, ...]
    ask: str = ""


@dataclass(frozen=True, slots=True)
class Pairs:
    """A figure or a fact under its name, in the order they are read: ("Visits", "4 (4 to 5)").

    One that is empty has a line, to be written on.
    """

    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head; the first cell of a row names the row. `caption` says what the table shows.

    `shares` are the widths of the columns, one a column, whole numbers against each other. `named`: the first
    cells are set as names, however long; else they are where all are short. `small`: in
    smaller letters, but not in large print. `to_write`: an empty last cell is to be written in; in large
    print, where its column is too narrow for a hand, the rows stand one below the other, with a line for it.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[int, ...] = ()
    named: bool = False
    small: bool = False
    to_write: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing as SVG in light ink, what it shows in words, and what stands below it.

    `share` is how much of the page's width it takes, in hundredths. `narrow` is the same as it is drawn for a
    phone, which only a page can show, and `large` as it is printed in large print, over the whole width,
    where its letters would be too small or run into each other.
    """

    svg: str
    words: str
    caption: str = ""
    share: int = 100
    narrow: str = ""
    large: str = ""


@dataclass(frozen=True, slots=True)
class Lines:
    """Empty lines to write on, each with what belongs there: a name, a day, a signature.

    `beside`: up to three of them stand beside each other, but in large print.
    """

    items: tuple[str, ...]
    beside: bool = False


@dataclass(frozen=True, slots=True)
class SourceList:
    """The numbered sources: what is told of each, and its address where it has one that may be followed.

    `dense`: of an address the site alone is printed, behind what is told; the link leads to all of it.
    """

    items: tuple[tuple[int, str, str | None], ...]
    dense: bool = False


Block = Paragraph | Heading | Bullets | Ticks | Pairs | Table | Picture | Lines | SourceList


def in_parts(blocks: Iterable[Block]) -> list[tuple[Block, ...]]:
    """The blocks in their order: a heading that keeps `together` with all under it, any other by itself."""
    parts: list[tuple[Block, ...]] = []
    for block in blocks:
        above = parts[-1][0] if parts else None
        if isinstance(above, Heading) and above.together and not isinstance(block, Heading):
            parts[-1] += (block,)
        else:
            parts.append((block,))
    return parts


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the document under its title; `id` is its address on a page.

    `alone`: it begins a sheet of its own; `together`: it stays on one sheet where it can; `sheet`: it can
    be taken off and pinned up, so that nothing follows it there, and what comes next fills the sheet before.
    """

    id: str
    title: str
    blocks: tuple[Block, ...]
    alone: bool = False
    together: bool = False
    sheet: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """The whole document. `mark` tells this plan from another, `edition` the rules; both stand on each page.

    `person` is the name somebody typed, or nothing; `brand` whose paper it is; `footer` stands at the foot
    of each page. `made` says on which day, where it is known. A clinic may add who prepared it, its colour,
    `#rrggbb` and readable on white, and its logo.
    """

    title: str
    person: str
    brand: str
    mark: str
    edition: str
    footer: str
    language: str
    sections: tuple[Section, ...]
    prepared: str = ""
    made: str = ""
    colour: str | None = None
    logo: Logo | None = None
