"""A picture as the printer takes it: texts printable, in our font and ink, no higher than the sheet."""

from __future__ import annotations

import re
from html import escape, unescape

from smp_planner.domain.xml_text import NO_XML
from smp_planner.exports.paper.printable import printable
from smp_planner.exports.paper.sheet import Sheet

INK = "#1d2a33"
FONT, ARABIC_FONT = "Noto Sans", "Noto Sans Arabic"
ARABIC_LETTERS = "\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc"
IN_ARABIC = re.compile(rf"[{ARABIC_LETTERS}]+(?: +[{ARABIC_LETTERS}]+)*")
TEXT = re.compile(r">([^<>]*[^<>\s][^<>]*)<")
ROOT = re.compile(r"<svg\b[^>]*>")
VIEW = re.compile(r'viewBox="\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)\s*"')
HIGHEST = 0.8
"""The share of a sheet's height that a picture takes at most, to leave room for what is said of it."""


def printable_svg(svg: str) -> str:
    """The drawing with each text in it printable (`printable`), set in our font, and drawn in our ink."""
    clean = NO_XML.sub("", svg).replace("font-family:inherit", f"font-family:{FONT}")
    drawn = TEXT.sub(lambda found: f">{_told(unescape(found[1]))}<", clean)
    return ROOT.sub(_in_our_ink, drawn, count=1)


def width_of(svg: str, share: int, sheet: Sheet) -> float:
    """How wide the drawing is printed, in points: its share of the width, as far as its height allows."""
    width = sheet.width * min(max(share, 1), 100) / 100
    view = VIEW.search(svg)
    if view is None or not float(view[1]) or not float(view[2]):
        return width
    return min(width, HIGHEST * sheet.height * float(view[1]) / float(view[2]))


def _told(text: str) -> str:
    """A text of the drawing; Arabic words name their font: the printer takes one for the whole text."""
    words = escape(printable(text), quote=False)
    return IN_ARABIC.sub(rf'<tspan font-family="{ARABIC_FONT}">\g<0></tspan>', words)


def _in_our_ink(found: re.Match[str]) -> str:
    """The outermost element, with our font and colour where it names none."""
    wanted = {"font-family": FONT, "color": INK}
    missing = (f' {name}="{value}"' for name, value in wanted.items() if f" {name}=" not in found[0])
    return f"<svg{''.join(missing)}{found[0][4:]}"
