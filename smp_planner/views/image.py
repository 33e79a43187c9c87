"""A drawing as an image, which the page's cleaning of its HTML leaves whole."""

from __future__ import annotations

from html import escape

# What may not stand as it is in an address within quotes; browsers write any other letter themselves.
WRITTEN = {"%": "%25", "<": "%3C", ">": "%3E", '"': "%22", "#": "%23", "&": "%26", "\n": "%0A"}


def image(picture: str, says: str) -> str:
    """An SVG as the HTML of an image with its words."""
    return image_at(address_of(picture), says)


def address_of(picture: str) -> str:
    """An SVG as an address that holds it whole."""
    for letter, written in WRITTEN.items():
        picture = picture.replace(letter, written)
    return f"data:image/svg+xml,{picture}"


def image_at(address: str, says: str) -> str:
    """The picture that an address holds, with its words."""
    return f'<img src="{address}" alt="{escape(says)}">'
