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
WIDE = (
    3  # a table of more columns shows one row at a time on a narrow screen, with the heads beside its cells
)
TABLE_ROLES = (' class="wide" role="table"', ' role="rowgroup"', ' role="row"')
"""What a wide table, its groups and its rows are, as they are drawn otherwise on a narrow screen."""


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
    return f"<ul>{''.join(f'<li>{words(item)}{_cited(cites)}</li>' for item, cites in items)}</ul>"


def _cited(numbers: Sequence[int]) -> str:
    links = ", ".join(f'<a href="#source-{place}">{number(place)}</a>' for place in numbers)
    return f' <span class="cited">({links})</span>' if links else ""


def _ticks(block: Ticks) -> str:
    box = '<span class="box" aria-hidden="true"></span>'
    return f'<ul class="ticks">{"".join(f"<li>{box}{words(item)}</li>" for item in block.items)}</ul>'


def _pairs(block: Pairs) -> str:
    pairs = "".join(f"<div><dt>{words(name)}</dt><dd>{words(fact)}</dd></div>" for name, fact in block.items)
    return f"<dl>{pairs}</dl>"


def _table(block: Table) -> str:
    wide = len(block.head) > WIDE
    row, head, roles = (_wide_row, _wide_head, TABLE_ROLES) if wide else (_row, _head, ("", "", ""))
    table, group, line = roles
    rows = "".join(f"<tr{line}>{row(cells, block.head)}</tr>" for cells in block.rows)
    return (
        f"<table{table}><caption>{words(block.caption)}</caption>{_columns(block.shares)}"
        f"<thead{group}><tr{line}>{''.join(map(head, block.head))}</tr></thead><tbody{group}>{rows}</tbody></table>"
    )


def _columns(shares: Sequence[int]) -> str:
    columns = (f'<col style="width:{100 * share / sum(shares):.1f}%">' for share in shares)
    return f"<colgroup>{''.join(columns)}</colgroup>" if shares else ""


def _head(name: str) -> str:
    return f'<th scope="col">{words(name)}</th>' if name else "<td></td>"


def _wide_head(name: str) -> str:
    return f'<th scope="col" role="columnheader">{words(name)}</th>' if name else '<td role="cell"></td>'


def _row(cells: Sequence[str], _head: Sequence[str]) -> str:
    first, *others = map(words, cells)
    return f'<th scope="row">{first}</th>{"".join(f"<td>{cell}</td>" for cell in others)}'


def _wide_row(cells: Sequence[str], head: Sequence[str]) -> str:
    """A row whose cells are told with the name of their column where there is no room for columns."""
    first, *others = map(words, cells)
    named = zip(map(words, head[1:]), others, strict=True)
    told = "".join(f'<td role="cell" data-head="{name}">{cell}</td>' for name, cell in named)
    return f'<th scope="row" role="rowheader">{first}</th>{told}'


def _picture(block: Picture) -> str:
    caption = f"<figcaption>{words(block.caption)}</figcaption>" if block.caption else ""
    return f'<figure style="flex-basis:{block.share}%">{block.svg}{caption}</figure>'


def _lines(block: Lines) -> str:
    return f'<ul class="lines">{"".join(f"<li>{words(item)}</li>" for item in block.items)}</ul>'


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
