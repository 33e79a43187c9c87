"""Small pieces of HTML for the page; every word that comes in is escaped here, typed ones too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from smp_planner.domain.quantities import Estimate
from smp_planner.domain.words import planned, planned_area


def page(*pieces: str) -> str:
    """Pieces of HTML in the page's look."""
    return f'<div class="smp">{"".join(pieces)}</div>'


def paragraph(words: str, *more: str) -> str:
    """A paragraph of escaped words, then ready HTML."""
    return f'<div class="line">{escape(words)} {"".join(more)}</div>'


def behind_so_far(more: str) -> str:
    """Ready HTML that is there while the page says that there is a plan so far."""
    return f'<div class="quiet behind-so-far">{more}</div>'


def notice(words: str, *more: str) -> str:
    """A paragraph that stands out: escaped words, then ready HTML."""
    return f'<div class="notice">{escape(words)} {"".join(more)}</div>'


def said(words: str, *more: str) -> str:
    """What is said first of all, in escaped words that a screen reader says when they change; then HTML."""
    told = f'<span class="summary" role="status">{escape(words)}</span>'
    return f'<div class="said">{" ".join((told, *more))}</div>'


def answer(words: str, *more: str, look: str = "line") -> str:
    """The answer to what was just asked, in escaped words that a screen reader says; then ready HTML."""
    return f'<div class="{look}"><span role="status">{escape(words)}</span> {"".join(more)}</div>'


def quiet_answer(words: str, *more: str) -> str:
    """An answer as a smaller line."""
    return answer(words, *more, look="line quiet")


def alert(words: str) -> str:
    """A notice of escaped words that a screen reader says as soon as it is there."""
    return f'<div class="notice" role="alert">{escape(words)}</div>'


def quiet(words: str, *more: str) -> str:
    """A smaller line of escaped words, then ready HTML."""
    return f'<div class="line quiet">{escape(words)} {"".join(more)}</div>'


def nothing(words: str, *more: str) -> str:
    """Why there is nothing to show beside what others have: escaped words, then ready HTML."""
    return f'<div class="line nothing">{escape(words)} {"".join(more)}</div>'


def fact(words: str, *more: str) -> str:
    """What is settled, as escaped words that stand apart from what is still open, then ready HTML."""
    return f'<div class="fact">{" ".join((escape(words), *more))}</div>'


def progress(words: str, done: int, of: int) -> str:
    """How far one has come, in words and as a bar."""
    return f'{quiet(words)}<progress value="{done}" max="{of}" aria-label="{escape(words)}"></progress>'


def title(words: str, id_: str) -> str:
    """The title of a part of the page, in escaped words, with its address."""
    return f'<h2 id="{id_}">{escape(words)}</h2>'


def step(words: str) -> str:
    """The title of a step, in escaped words."""
    return f"<h2>{escape(words)}</h2>"


def heading(words: str, id_: str = "") -> str:
    """A heading of escaped words; with an address where something leads to it."""
    at = f' id="{id_}"' if id_ else ""
    return f"<h3{at}>{escape(words)}</h3>"


def bullets(lines: Iterable[str]) -> str:
    """A list of escaped lines; nothing for none."""
    return items(escape(line) for line in lines)


def items(lines: Iterable[str]) -> str:
    """A list of lines that are ready HTML; nothing for none."""
    listed = "".join(f"<li>{line}</li>" for line in lines)
    return f"<ul>{listed}</ul>" if listed else ""


def table(caption: str, headers: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table with a caption, column and row headers; cells are ready HTML.

    Where there is little room, each row of more than two columns becomes a card; the roles keep it a
    table for a screen reader.
    """
    names = [escape(header) for header in headers]
    body = "".join(_row(names, row) for row in rows)
    look = "cards" if len(names) > 2 else "pairs"
    top = _top(caption, names)
    return f'<table role="table" class="{look}">{top}<tbody role="rowgroup">{body}</tbody></table>'


def _row(names: Sequence[str], row: Sequence[str]) -> str:
    first, *rest = row
    return f'<tr role="row"><th scope="row" role="rowheader">{first}</th>{_cells(names[1:], rest)}</tr>'


def side_by_side(
    caption: str, names: Sequence[str], rows: Iterable[Sequence[str]], *, on_phone: int | None = None
) -> str:
    """A table of few narrow columns: each question stands over its answers; cells are ready HTML.

    A phone shows one question of it, by its place, or all where none is named.
    """
    shown = [escape(name) for name in names]
    body = "".join(
        _question(shown, row, on_phone=on_phone in (None, place)) for place, row in enumerate(rows)
    )
    return (
        f'<table role="table" class="cards five">{_top(caption, list(map(_breakable, shown)))}{body}</table>'
    )


def _breakable(name: str) -> str:
    """A name for a narrow column: a browser breaks its longest word at a syllable, not anywhere."""
    return name.replace("micropigmentation", "micro&shy;pigmen&shy;tation")


def _question(names: Sequence[str], row: Sequence[str], *, on_phone: bool) -> str:
    question, *answers = row
    body = '<tbody role="rowgroup" class="on-phone">' if on_phone else '<tbody role="rowgroup">'
    over = f'<th scope="rowgroup" role="rowheader" colspan="{len(names)}">{question}</th>'
    return f'{body}<tr role="row">{over}</tr><tr role="row">{_cells(names, answers)}</tr></tbody>'


def _cells(names: Sequence[str], cells: Sequence[str]) -> str:
    pairs = zip(names, cells, strict=True)
    return "".join(f'<td role="cell" data-label="{name}">{cell}</td>' for name, cell in pairs)


def _top(caption: str, names: Sequence[str]) -> str:
    head = "".join(f'<th scope="col" role="columnheader">{name}</th>' for name in names)
    return f'<caption>{escape(caption)}</caption><thead role="rowgroup"><tr role="row">{head}</tr></thead>'


def folded(title: str, key: str, inside: str) -> str:
    """Ready HTML under its title, to tap; by its key it stays open when an answer changes."""
    summary = f"<summary>{escape(title)}</summary>"
    return f'<details class="folded" data-key="{escape(key)}">{summary}{inside}</details>'


def figure(estimate: Estimate, why: str = "") -> str:
    """A figure as planned, with its span and unit, and its reason beside it."""
    return told(planned(estimate), estimate, why)


def told(words: str, estimate: Estimate, why: str = "") -> str:
    """A figure in words of its own, with its note and its reason beside it."""
    return f"{escape(words)}{_note(estimate)} {why}"


def area(cm2: Estimate, why: str) -> str:
    """An area as planned, in cm2 and in square inches, and its reason beside it."""
    return f"{escape(planned_area(cm2))}{_note(cm2)} {why}"


def _note(estimate: Estimate) -> str:
    return f' <span class="quiet">{escape(estimate.note)}</span>' if estimate.note else ""
