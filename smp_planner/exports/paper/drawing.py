"""A picture as the printer takes it: texts printable, in our font and ink, no higher than the sheet."""

from __future__ import annotations

import re
from html import escape, unescape
from unicodedata import category, normalize

from smp_planner.domain.xml_text import NO_XML
from smp_planner.exports.paper.glyphs import LATIN
from smp_planner.exports.paper.printable import SUBSTITUTE, printable
from smp_planner.exports.paper.sheet import Sheet

INK = "#1d2a33"
FONT = "Noto Sans"
JOINING = re.compile("[\u0900-\u097f\u1cd0-\u1cff\ua8e0-\ua8ff]")
PIECED = re.compile("[ǹḿṃṅṣẹịọụ]")
APART = frozenset({"Mn", "Me", "Mc", "Cf"})
TEXT = re.compile(r">([^<>]*[^<>\s][^<>]*)<")
LETTERS = re.compile(r'font-size="([\d.]+)"')
ROOT = re.compile(r"<svg\b[^>]*>")
VIEW = re.compile(r'viewBox="\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)\s*"')
HIGHEST = 0.8
"""The share of a sheet's height that a picture takes at most, to leave room for what is said of it."""


def printable_svg(svg: str, smallest: float = 0) -> str:
    """The drawing with each text in it printable (`printable`), set in our font, and drawn in our ink.

    Letters are `smallest` at least, in the units of the drawing.

    PDF/A wants each sign to say its letter, which the printer can't do in a picture where one letter is drawn
    by two signs or two letters by one. There, Arabic and Devanagari letters are marked as missing, and marks
    that our font draws apart from their letter are left out. The words beside the picture hold them all.
    """
    clean = NO_XML.sub("", svg).replace("font-family:inherit", f"font-family:{FONT}")
    drawn = TEXT.sub(lambda found: f">{_told(unescape(found[1]))}<", clean)
    drawn = LETTERS.sub(lambda found: f'font-size="{max(float(found[1]), smallest):.4g}"', drawn)
    return ROOT.sub(_in_our_ink, drawn, count=1)


def smallest_letters(svg: str, width: float, sheet: Sheet) -> float:
    """The least size of letters, in a drawing's own units, that can be read when it is printed so wide."""
    view = VIEW.search(svg)
    return sheet.smallest_letters * float(view[1]) / width if view else 0


def width_of(svg: str, share: int, sheet: Sheet) -> float:
    """How wide the drawing is printed, in points: its share of the width, as far as its height allows."""
    width = sheet.width * min(max(share, 1), 100) / 100
    view = VIEW.search(svg)
    if view is None or not float(view[1]) or not float(view[2]):
        return width
    return min(width, HIGHEST * sheet.height * float(view[1]) / float(view[2]))


def _told(text: str) -> str:
    whole = PIECED.sub(lambda found: normalize("NFD", found[0])[0], printable(text, (LATIN,)))
    plain = "".join(char for char in whole if category(char) not in APART)
    return escape(JOINING.sub(SUBSTITUTE, plain), quote=False)


def _in_our_ink(found: re.Match[str]) -> str:
    """The outermost element, with our font and colour where it names none."""
    wanted = {"font-family": FONT, "color": INK}
    missing = (f' {name}="{value}"' for name, value in wanted.items() if f" {name}=" not in found[0])
    return f"<svg{''.join(missing)}{found[0][4:]}"
