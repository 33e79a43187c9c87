"""Each kind of block as HTML: headings, lists, tables with a caption and scoped heads, figures."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any

from smp_planner.domain.words import number
from smp_planner.exports.paper.blocks import (
    Block,
    Bullets,
    Heading,
    Lines,
    Pairs,
    Paragraph,
    Picture,
    SourceList,
    Table,
    Ticks,
)

NO_TEXT = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff"
    "\U0001fffe\U0001ffff\U000f0000-\U0010ffff]"
)
"""Signs that steer a machine, halves of a sign, and signs that no letter or picture belongs to."""
TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Signs that would turn the order of all that follows."""
GONE = "\ufffd"
SMALL = 25  # the share up to which pictures stay side by side on a phone


def words(text: str) -> str:
    """Text as HTML that shows it and does nothing else; what can't be shown has a substitute."""
    return escape(NO_TEXT.sub(GONE, TURNS.sub("", text)))


def block_html(block: Block) -> str:
    """One block."""
    return _KINDS[type(block)](block)


def pictures_html(pictures: Sequence[Picture]) -> str:
    """Pictures in a row, each with its words; as many side by side as there is room for."""
    return f'<div class="pictures">{"".join(map(_picture, pictures))}</div>'


def _paragraph(block: Paragraph) -> str:
    if block.tone == "plain":
        return f"<p>{words(block.say)}</p>"
    return f'<p class="{block.tone}">{words(block.say)}</p>'


def _heading(block: Heading) -> str:
    return f"<h3>{words(block.say)}</h3>"


def _bullets(block: Bullets) -> str:
    numbers = block.numbers or ((),) * len(block.items)
    items = zip(block.items, numbers, strict=True)
    told = "".join(f"<li>{words(item)}{_cited(cites)}</li>" for item, cites in items)
    return f'<ul class="quiet">{told}</ul>' if block.small else f"<ul>{told}</ul>"


def _cited(numbers: Sequence[int]) -> str:
    links = ", ".join(f'<a href="#source-{place}">{number(place)}</a>' for place in numbers)
    return f' <span class="cited">({links})</span>' if links else ""


def _ticks(block: Ticks) -> str:
    box = '<span class="box" aria-hidden="true"></span>'
    items = "".join(f"<li>{box}{words(item)}</li>" for item in block.items)
    if not block.ask:
        return f'<ul class="ticks">{items}</ul>'
    return f'<div class="asked"><p>{words(block.ask)}</p><ul class="ticks">{items}</ul></div>'


def _pairs(block: Pairs) -> str:
    pairs = "".join(f"<div><dt>{words(name)}</dt><dd>{words(fact)}</dd></div>" for name, fact in block.items)
    return f"<dl>{pairs}</dl>"


def _table(block: Table) -> str:
    """A table; its roles are told, as on a narrow screen its cells stand below each other."""
    rows = "".join(f'<tr role="row">{_row(cells, block.head)}</tr>' for cells in block.rows)
    return (
        f'<table role="table"><caption>{words(block.caption)}</caption>{_columns(block.shares)}'
        f'<thead role="rowgroup"><tr role="row">{"".join(map(_head, block.head))}</tr></thead>'
        f'<tbody role="rowgroup">{rows}</tbody></table>'
    )


def _columns(shares: Sequence[int]) -> str:
    columns = (f'<col style="width:{100 * share / sum(shares):.1f}%">' for share in shares)
    return f"<colgroup>{''.join(columns)}</colgroup>" if shares else ""


def _head(name: str) -> str:
    return f'<th scope="col" role="columnheader">{words(name)}</th>' if name else '<td role="cell"></td>'


def _row(cells: Sequence[str], head: Sequence[str]) -> str:
    """A row; of several cells each bears the name of its column, told where there is no room for columns."""
    first, *others = map(words, cells)
    named = len(others) > 1
    told = (
        f'<td role="cell" data-head="{words(name)}">{cell}</td>' if named else f'<td role="cell">{cell}</td>'
        for name, cell in zip(head[1:], others, strict=True)
    )
    return f'<th scope="row" role="rowheader">{first}</th>{"".join(told)}'


def _picture(block: Picture) -> str:
    caption = f"<figcaption>{words(block.caption)}</figcaption>" if block.caption else ""
    drawn = block.svg
    if block.narrow:
        drawn = f'<div class="on-wide">{block.svg}</div><div class="on-phone">{block.narrow}</div>'
    small = ' class="small"' if block.share <= SMALL else ""
    return f'<figure{small} style="flex-basis:{block.share}%">{drawn}{caption}</figure>'


def _lines(block: Lines) -> str:
    beside = " beside" if block.beside else ""
    return f'<ul class="lines{beside}">{"".join(f"<li>{words(item)}</li>" for item in block.items)}</ul>'


def _sources(block: SourceList) -> str:
    items = "".join(
        f'<li id="source-{place}" value="{place}">{words(told)}{_address(address)}</li>'
        for place, told, address in block.items
    )
    return f'<ol class="sources">{items}</ol>'


def _address(address: str | None) -> str:
    if address is None:
        return ""
    return f' <a href="{words(address)}" rel="noreferrer noopener">{words(address)}</a>'


_KINDS: Mapping[type, Callable[[Any], str]] = {
    Paragraph: _paragraph,
    Heading: _heading,
    Bullets: _bullets,
    Ticks: _ticks,
    Pairs: _pairs,
    Table: _table,
    Picture: lambda block: pictures_html((block,)),
    Lines: _lines,
    SourceList: _sources,
}
