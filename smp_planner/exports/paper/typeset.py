"""A document as the data that the template prints: each text printable, each table laid out for its sheet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Set
from itertools import islice, zip_longest
from typing import assert_never

from smp_planner.exports.paper.blocks import (
    Block,
    Bullets,
    Heading,
    Lines,
    Pairs,
    Paper,
    Paragraph,
    Picture,
    Section,
    SourceList,
    Table,
    Ticks,
    in_parts,
)  # fmt: skip
from smp_planner.exports.paper.drawing import printable_svg, smallest_letters, width_of
from smp_planner.exports.paper.height import blocks_surely_fit, surely_fits
from smp_planner.exports.paper.printable import BREAK, SUBSTITUTE, printable
from smp_planner.exports.paper.sheet import Sheet
from smp_planner.exports.paper.table_layout import layout_of
from smp_planner.language.texts import N_, _

Printed = Mapping[str, object]

PAGE = N_("Page {page} of {pages}")
PLAN, RULES = N_("Plan {mark}"), N_("Rules of {day}")
SUBSTITUTED = N_("{sign} stands for a letter that this print does not have.")
UNTITLED = "–"
BESIDE = 0.5
"""The share of a sheet's width below which a picture has its words beside it; large print needs the room."""
LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_][A-Za-z]{4})?(?:[-_](?:([A-Z]{2})|[0-9]{3}))?")
FOLLOWED = re.compile(r"https://[A-Za-z0-9.-]+(?::[0-9]+)?(?:[/?#][!-~]*)?")
SITE = re.compile(r"https?://(?:www\.)?([^/?#]+)")
LONG_RUN = re.compile(rf"([^{BREAK}]{{24}})(?=[^{BREAK}]{{4}})")
AFTER_A_SIGN = re.compile(r"(?<=[/?&=._-])(?=[^/?&=._-])")


def typeset(paper: Paper, sheet: Sheet) -> Printed:
    """The document for a sheet, as the template reads it (`paper.typ`)."""
    language = LANGUAGE.fullmatch(paper.language)
    printed = {
        "size": sheet.size,
        "letters": sheet.letters,
        "language": language[1] if language else "en",
        "region": language[2] if language else None,
        "title": printable(paper.title).strip() or UNTITLED,
        "person": printable(paper.person).strip(),
        "brand": printable(paper.brand).strip(),
        "prepared": " · ".join(
            filter(None, (printable(told).strip() for told in (paper.prepared, paper.made)))
        ),
        "colour": paper.colour,
        "marks": [printable(mark) for mark in _marks(paper)],
        "footer": printable(paper.footer).strip(),
        "page": re.split(r"\{page\}|\{pages\}", _(PAGE)),
        "sections": [_section(section, sheet, _numbers(paper)) for section in paper.sections],
    }
    substituted = _(SUBSTITUTED, sign=SUBSTITUTE) if SUBSTITUTE in str(printed) else ""
    return printed | {"substituted": substituted, "logo": _logo(paper)}


def _logo(paper: Paper) -> Printed | None:
    """The clinic's logo with its name in words; the printer takes a drawing as text, a picture as bytes."""
    if paper.logo is None:
        return None
    kind, data = paper.logo
    held = data.decode("utf-8-sig") if kind == "svg" else list(data)
    return {"kind": kind, "data": held, "words": printable(paper.brand).strip() or UNTITLED}


def _marks(paper: Paper) -> tuple[str, ...]:
    """What tells this plan and its rules from others, as far as the foot of the page does not say it."""
    named = ((paper.mark, _(PLAN, mark=paper.mark)), (paper.edition, _(RULES, day=paper.edition)))
    return tuple(words for mark, words in named if mark and mark not in paper.footer)


def _numbers(paper: Paper) -> Set[int]:
    """The numbers under which the document lists one source, so that a number in the text may lead to it."""
    lists = (block for section in paper.sections for block in section.blocks if isinstance(block, SourceList))
    counted = Counter(number for block in lists for number, _told, _address in block.items)
    return {number for number, count in counted.items() if count == 1}


def _section(section: Section, sheet: Sheet, numbers: Set[int]) -> Printed:
    return {
        "title": printable(section.title).strip() or UNTITLED,
        "alone": section.alone,
        "together": section.together,
        "sheet": section.sheet,
        "fits": (section.together or section.sheet) and surely_fits(section, sheet),
        "parts": list(_parts(section, sheet, numbers)),
    }


def _parts(section: Section, sheet: Sheet, numbers: Set[int]) -> Iterator[list[Printed]]:
    """The blocks that stay on one sheet where one holds them; and which lead to the next."""
    followed = iter(zip_longest(section.blocks, section.blocks[1:]))
    for part in in_parts(section.blocks):
        fits = len(part) > 1 and blocks_surely_fit(part, sheet)
        yield [
            {
                **_block(block, sheet, numbers),
                "fits": fits,
                "leads": place < len(part) or _leads(block, next_one) or _opens(section, block),
            }
            for place, (block, next_one) in enumerate(islice(followed, len(part)), start=1)
        ]


def _opens(section: Section, block: Block) -> bool:
    """Whether a section begins with this paragraph and one that stays with what comes next.

    So its title and a line are not left behind at the foot of a sheet.
    """
    first, *more = section.blocks[:3]
    return block is first and isinstance(block, Paragraph) and len(more) > 1 and _leads(*more)


def _leads(block: Block, next_one: Block | None) -> bool:
    """Whether a block stays with the next.

    A paragraph does with a list after its colon, a line to write on, a table; a picture with another one, so
    that none has a sheet of its own.
    """
    if isinstance(block, Picture):
        return isinstance(next_one, Picture)
    return isinstance(block, Paragraph) and (block.say.endswith(":") or isinstance(next_one, Lines | Table))


def _block(block: Block, sheet: Sheet, numbers: Set[int]) -> Printed:  # noqa: PLR0911 - one for each kind
    match block:
        case Paragraph():
            return {"kind": "paragraph", "say": printable(block.say), "tone": block.tone}
        case Heading():
            return {"kind": "heading", "say": printable(block.say).strip()}
        case Bullets():
            return {
                "kind": "bullets",
                "items": _with_numbers(block, numbers),
                "small": block.small,
                "beside": block.beside and not sheet.large,
            }
        case Ticks():
            return {"kind": "ticks", "items": _all(block.items), "ask": printable(block.ask)}
        case Pairs():
            return {"kind": "pairs", "items": [_all(pair) for pair in block.items]}
        case Table():
            return _table(block, sheet)
        case Picture():
            return _picture(block, sheet)
        case Lines():
            beside = block.beside and not sheet.large
            return {"kind": "lines", "items": _all(block.items), "beside": beside}
        case SourceList():
            return _sources(block)
        case _:
            assert_never(block)


def _all(texts: tuple[str, ...]) -> list[str]:
    return [printable(text) for text in texts]


def _with_numbers(block: Bullets, numbers: Set[int]) -> list[Printed]:
    """The texts with the numbers of their sources, each of which says whether the document lists it."""
    given = block.numbers + ((),) * len(block.items)
    return [
        {"say": printable(say), "numbers": [[number, number in numbers] for number in cited]}
        for say, cited in zip(block.items, given, strict=False)
    ]


def _table(table: Table, sheet: Sheet) -> Printed:
    """The table; one whose words find no room in its columns is printed row by row, heads before cells.

    A row that ends early is filled with empty cells, and so is a head with fewer names than cells.
    """
    layout = layout_of(table, sheet)
    rows = zip(table.rows, layout.breaks, strict=True)
    columns = len(layout.shares)
    return {
        "kind": "stacked" if not layout.fits or (table.to_write and sheet.large) else "table",
        "caption": printable(table.caption).strip(),
        "head": _filled(table.head, columns),
        "rows": [{"cells": _filled(row, columns), "breaks": breaks} for row, breaks in rows],
        "shares": layout.shares,
        "hyphenates": layout.hyphenates,
        "together": layout.together,
        "named": layout.named,
        "small": table.small and not sheet.large,
        "to_write": table.to_write,
    }


def _filled(row: tuple[str, ...], columns: int) -> list[str]:
    return [*_all(row), *[""] * (columns - len(row))]


def _picture(picture: Picture, sheet: Sheet) -> Printed:
    large = picture.large if sheet.large else ""
    svg = large or picture.svg
    width = width_of(svg, 100 if large else picture.share, sheet)
    return {
        "kind": "picture",
        "svg": printable_svg(svg, smallest_letters(svg, width, sheet)),
        "words": printable(picture.words).strip() or printable(picture.caption).strip() or UNTITLED,
        "caption": printable(picture.caption).strip(),
        "width": width,
        "beside": bool(picture.caption) and width < BESIDE * sheet.width and not sheet.large,
    }


def _sources(sources: SourceList) -> Printed:
    """The sources; an address is followed only on the web and encrypted, any other one is text."""
    items = [
        {
            "number": number,
            "say": printable(told),
            "address": _breakable(printable(_shown(address or "", dense=sources.dense)).replace(BREAK, "")),
            "link": address if address and FOLLOWED.fullmatch(address) else None,
        }
        for number, told, address in sources.items
    ]
    return {"kind": "sources", "items": items, "dense": sources.dense}


def _shown(address: str, *, dense: bool) -> str:
    """An address as it is printed: where there is little room, its site alone."""
    site = SITE.match(address) if dense else None
    return site[1] if site else address


def _breakable(address: str) -> str:
    """An address that may be parted after its signs, and within what is too long for a narrow column."""
    return LONG_RUN.sub(rf"\1{BREAK}", AFTER_A_SIGN.sub(BREAK, address))
