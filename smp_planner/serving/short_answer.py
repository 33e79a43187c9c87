"""An answer of a word or two, for whoever is no browser with a page; no cache keeps it."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.responses import PlainTextResponse


def short_answer(words: str, status: int, headers: Mapping[str, str] | None = None) -> PlainTextResponse:
    """The words, with a status of HTTP."""
    return PlainTextResponse(words, status, {"Cache-Control": "no-store", **(headers or {})})
