"""A drawing as an image, which the page's cleaning of its HTML leaves whole."""

from __future__ import annotations

from html import escape
from urllib.parse import quote

PLAIN = " =:/(),.-"  # what may stand as it is in the address of a picture


def image(picture: str, says: str) -> str:
    """An SVG as the HTML of an image with its words."""
    return image_at(address_of(picture), says)


def address_of(picture: str) -> str:
    """An SVG as an address that holds it whole."""
    return f"data:image/svg+xml,{quote(picture, safe=PLAIN)}"


def image_at(address: str, says: str) -> str:
    """The picture that an address holds, with its words."""
    return f'<img src="{address}" alt="{escape(says)}">'
