"""A drawing as an image, which the page's cleaning of its HTML leaves whole."""

from __future__ import annotations

from html import escape
from urllib.parse import quote

PLAIN = " =:/(),.-"  # what may stand as it is in the address of a picture


def image(picture: str, says: str) -> str:
    """An SVG as the HTML of an image with its words."""
    return f'<img src="data:image/svg+xml,{quote(picture, safe=PLAIN)}" alt="{escape(says)}">'
