"""What a second reader finds in a PDF: its tags, its words, its letters' fonts, its addresses."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pikepdf
import pypdfium2


def words_of(pdf: bytes) -> str:
    """The words as they are copied out, page by page."""
    document = pypdfium2.PdfDocument(pdf)
    return "\n".join(pages_of(document))


def pages_of(document: pypdfium2.PdfDocument) -> Iterator[str]:
    """The words of each page."""
    for page in document:
        yield page.get_textpage().get_text_range()


def opened(pdf: bytes) -> pikepdf.Pdf:
    """The document as its parts."""
    return pikepdf.open(io.BytesIO(pdf))


def tagged(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary]:
    """The tags in the order in which they are read."""
    yield from _below(pdf.Root.StructTreeRoot.K)


def _below(kids: Any) -> Iterator[pikepdf.Dictionary]:
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from _below(kid.get("/K", pikepdf.Array()))


def kinds_of(pdf: pikepdf.Pdf) -> list[str]:
    """The kind of each tag: H1, P, Table."""
    return [str(tag.S).lstrip("/") for tag in tagged(pdf)]


def addresses_in(pdf: pikepdf.Pdf) -> set[str]:
    """The addresses on the web that may be followed."""
    notes = (note for page in pdf.pages for note in page.get("/Annots", pikepdf.Array()))
    return {str(note.A.URI) for note in notes if "/A" in note and "/URI" in note.A}
