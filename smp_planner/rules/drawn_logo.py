"""A logo drawn as SVG: shapes alone, nothing that runs, nothing asked of anybody, nothing unfolded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.parsers import expat

SVG, XHTML = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xhtml"
SHAPES = frozenset(
    (
        "svg", "g", "defs", "title", "desc", "metadata", "style", "path", "rect", "circle", "ellipse", "line",
        "polyline", "polygon", "linearGradient", "radialGradient", "stop", "clipPath",
    )
)  # fmt: skip
"""What a logo may hold of SVG; notes of drawing programs have names of their own, and are passed over."""
DEEPEST = 40
_REFERS = frozenset(("href", "src", "base"))
_URL = re.compile(r"url\(\s*[\"']?\s*([^)]*)", re.IGNORECASE)
LONGEST_SIZE = 200
"""Signs of a viewBox, a width or a height: what is longer is refused unread."""
_NUMBER = r"[+-]?(?:\d{1,20}(?:\.\d{0,20})?|\.\d{1,20})(?:[eE][+-]?\d{1,2})?"
_VIEW = re.compile(rf"\s*{_NUMBER}[\s,]+{_NUMBER}[\s,]+({_NUMBER})[\s,]+({_NUMBER})\s*")
_LENGTH = re.compile(rf"\s*({_NUMBER})(?:px|pt|pc|mm|cm|in|em|ex|%)?\s*")
_PLAIN = "save it as plain SVG, with letters turned into shapes"
Fault = tuple[str, str, str]

NO_PICTURE: Fault = ("is neither an SVG drawing (in UTF-8) nor a PNG picture", "R527", "")


class _StopError(Exception):
    """There is no use in reading on; its text says why."""


def drawing_faults(data: bytes) -> Iterator[Fault]:
    """What keeps a file from being a logo, each thing once: what, its code, what may help."""
    found = _Found()
    if not _is_text(data):
        yield NO_PICTURE
        return
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = found.doctype
    parser.ProcessingInstructionHandler = found.instruction
    parser.StartElementHandler = found.begin
    parser.EndElementHandler = found.end
    parser.CharacterDataHandler = found.text
    try:
        parser.Parse(data, True)
    except _StopError as stop:
        found.say(str(stop))
    except expat.ExpatError:
        if not found.is_svg:
            yield NO_PICTURE
            return
        found.say("is cut off, or not written as XML asks")
    yield from ((text, "R528", _PLAIN) for text in dict.fromkeys(found.faults))


class _Found:
    """What was met in the drawing so far."""

    def __init__(self) -> None:
        self.faults: list[str] = []
        self.is_svg = False
        self.open: list[str] = []
        self.style: list[str] = []

    def say(self, what: str) -> None:
        """Something is wrong."""
        self.faults.append(what)

    def doctype(self, *_told: object) -> None:
        """A document type could bring entities, which unfold to anything."""
        raise _StopError("begins with a document type: take out what stands from '<!DOCTYPE' to its '>'")

    def instruction(self, target: str, _data: str) -> None:
        """As a style sheet from elsewhere."""
        self.say(f"holds an instruction to a program: <?{_short(target)}")

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element, with what it says."""
        space, _, local = name.rpartition(" ")
        if not self.open:
            if (space, local) != (SVG, "svg"):
                raise _StopError("is an XML file, but no SVG drawing")
            self.is_svg = True
            self._size(attributes)
        self.open.append(local)
        if len(self.open) > DEEPEST:
            raise _StopError(f"nests more than {DEEPEST} deep")
        if space in {SVG, XHTML} and not (space == SVG and local in SHAPES):
            self.say(f"holds <{_short(local)}>; a logo is drawn of shapes alone")
        for key, value in attributes.items():
            self._attribute(key.rpartition(" ")[2], value)

    def end(self, _name: str) -> None:
        """The end of an element; of a style all of its text is known."""
        if self.open.pop() == "style":
            self._style("".join(self.style))
            self.style.clear()

    def text(self, text: str) -> None:
        """Only that of styles can do anything."""
        if self.open[-1] == "style":
            self.style.append(text)

    def _attribute(self, name: str, value: str) -> None:
        if name.lower().startswith("on"):
            self.say(f"holds {_short(name)}=, which runs a script")
        elif name in _REFERS and not value.strip().startswith("#"):
            self._outside(value)
        elif name == "style" or "url" in value.lower():
            self._style(value)

    def _style(self, text: str) -> None:
        for target in _URL.findall(text):
            if not target.startswith("#"):
                self._outside(target)
        if "@import" in text.lower() or "\\" in text:
            self.say("has a style that takes in others, or hides signs")

    def _outside(self, target: str) -> None:
        self.say(f"refers to something outside: {_short(target)}")

    def _size(self, attributes: Mapping[str, str]) -> None:
        view = _read(_VIEW, attributes.get("viewBox", ""))
        sides = [_read(_LENGTH, attributes.get(side, "1")) for side in ("width", "height")]
        if view is None or not all(_above_nothing(side) for side in view.groups()):
            self.say("has no viewBox with a width and a height")
        elif not all(side and _above_nothing(side[1]) for side in sides):
            self.say("has a width or height that is no length")


def _is_text(data: bytes) -> bool:
    try:
        return bool(data.decode())
    except UnicodeDecodeError:
        return False


def _read(form: re.Pattern[str], text: str) -> re.Match[str] | None:
    return form.fullmatch(text) if len(text) <= LONGEST_SIZE else None


def _above_nothing(number: str) -> bool:
    return float(number) > 0


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 40 else f"{text[:40]}…"
