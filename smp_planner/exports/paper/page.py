"""A plan on paper as one self-contained page: no script, nothing asked of anybody, printed or read."""

from __future__ import annotations

from smp_planner.exports.paper.blocks import Paper


def to_page(paper: Paper) -> str:
    """The document as one HTML page."""
    return f"<!doctype html>{paper.title}"
