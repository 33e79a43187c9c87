"""A value over time with its band: fading, hair, money."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from math import floor, log10
from textwrap import wrap
from typing import NamedTuple

from smp_planner.domain.intake import OPTIONS
from smp_planner.domain.quantities import Number
from smp_planner.domain.words import number
from smp_planner.pictures import svg
from smp_planner.pictures.palette import Palette, palette_for
from smp_planner.pictures.shape import NAMES_UNDER, Shape
from smp_planner.pictures.spans import LANE, Span, Spans, one_span

STEPS = 4
EASY = (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)
SIZES = {
    Shape.WIDE: (640, 240, 204),
    Shape.NARROW: (340, 220, 12),
    Shape.PAPER: (560, 230, 216),
    Shape.SMALL: (380, 140, 118),
    Shape.SMALL_LARGE: (420, 130, 118),
    Shape.LARGE: (340, 220, 12),
}
TOP, BOTTOM, LEFT, LEGEND, APART = 22, 34, 52, 18, 13
KEY = 18  # length of the piece of line before a name
BEFORE_NAME = 9 + KEY + 4  # from the end of a line to its name beside it
BESIDE, UNDER = 11, 12  # size of the letters of names beside their lines, and under the picture
WIDE_KEY, BEFORE_UNDER = 30, 38
LETTER = 0.53  # how wide a letter is on average, as a share of its size
NO_SPANS = Spans("", ())
STRETCH = 9  # what each of several equal lines shows of itself in turn
Points = tuple[tuple[Number, Number, Number, Number], ...]


class Look(NamedTuple):
    """What a line looks like: its colour, and its dash as SVG tells it."""

    colour: str
    dash: str = ""


# Tones that stand out from a white page and from a dark one. An option has its look wherever it is drawn.
PLAIN = Look("#0d9488")
LOOKS: Mapping[str, Look] = dict(
    zip(
        OPTIONS,
        (
            PLAIN,
            Look("#d97706", "6 3"),
            Look("#6366f1", "2 3"),
            Look("#db2777", "10 4"),
            Look("#8d867f", "8 3 2 3"),
        ),
        strict=True,
    )
)


class Line(NamedTuple):
    """One named line and its look: points (x, low, typical, high), in order of x."""

    name: str
    points: Sequence[tuple[Number, Number, Number, Number]]
    look: Look = PLAIN


class _Frame(NamedTuple):
    """Size of the whole picture, room for names at its right, the ends of both scales, and the colours.

    `lane` is the height of what stands between the drawn field and the numbers under it.
    """

    width: int
    height: int
    right: int
    last: float
    most: float
    palette: Palette
    lane: int

    def colour(self, line: Line) -> str:
        """What a line is drawn in."""
        return self.palette.line or line.look.colour

    def spot(self, x: Number, y: Number) -> tuple[float, float]:
        """Where a value stands in the picture."""
        wide, high = self.width - LEFT - self.right, self.base - TOP
        return LEFT + wide * float(x) / self.last, TOP + high * (1 - float(y) / self.most)

    @property
    def base(self) -> int:
        """Height of the lower edge of the drawn field."""
        return self.height - BOTTOM - self.lane


def curves(
    lines: Sequence[Line],
    *,
    label: str,
    x_name: str,
    unit: str,
    top: Number | None = None,
    spans: Spans = NO_SPANS,
    shape: Shape = Shape.WIDE,
) -> str:
    """An SVG of lines with their bands; colour, dash and a name tell them apart. Equal lines take turns.

    `top` fixes the highest value of the scale, so that pictures can share one. `spans` stand in a lane of
    their own under the lines. Names stand at the ends of the lines; on a narrow picture they stand under
    it. On paper all lines are of one ink. Lines without points are left out.
    """
    drawn = _equal(lines)
    most = float(top or _even(float(max((p[3] for points in drawn for p in points), default=1) or 1)))
    last = float(max((spans.last, *(points[-1][0] for points in drawn))) or 1)
    width, height, right = SIZES[shape]
    lane = LANE if spans.items else 0
    frame = _Frame(width, height + lane, right, last, most, palette_for(shape), lane)
    under = shape in NAMES_UNDER
    inside = [*_axes(frame, x_name, unit), *_lines(drawn, frame), *_in_lane(spans, frame, named=not under)]
    names = _legend(drawn, spans, frame) if under else _names_at_ends(drawn, frame)
    below = sum(_tall(line, frame) for same in drawn.values() for line in same) if under else 0
    below += LEGEND if under and spans.items else 0
    return svg.picture(
        frame.width, frame.height + below, label, *inside, *names, letters=frame.palette.letters
    )


def _equal(lines: Sequence[Line]) -> Mapping[Points, Sequence[Line]]:
    """The lines that have points, by them: those that run together stand together."""
    together: dict[Points, list[Line]] = {}
    for line in lines:
        if line.points:
            together.setdefault(tuple(line.points), []).append(line)
    return together


def _even(most: float) -> float:
    """The end of a scale of four steps that are easy to read, not below the largest value."""
    grain = 10 ** floor(log10(most / STEPS))
    return next(STEPS * step * grain for step in EASY if STEPS * step * grain >= most)


def _lines(drawn: Mapping[Points, Sequence[Line]], frame: _Frame) -> Iterator[str]:
    """Bands, then lines; of equal lines each shows a stretch of itself in turn, and none hides another."""
    for points, lines in drawn.items():
        band = [frame.spot(p[0], p[3]) for p in points]
        band += [frame.spot(p[0], p[1]) for p in reversed(points)]
        for line in lines:
            faint = f"{0.12 / len(lines):g}"
            yield svg.path(band, closed=True, fill=frame.colour(line), fill_opacity=faint)
            if frame.palette.line:  # of one ink, a band is told from others by its edge
                edge = {"stroke_width": 0.6, "stroke_dasharray": line.look.dash}
                yield svg.path(band, closed=True, stroke=frame.colour(line), **edge)
    for points, lines in drawn.items():
        middle = [frame.spot(p[0], p[2]) for p in points]
        for turn, line in enumerate(lines):
            dash, offset = _dash(line, turn, len(lines))
            yield svg.path(
                middle,
                stroke=frame.colour(line),
                stroke_width=2,
                stroke_dasharray=dash,
                stroke_dashoffset=offset,
            )


def _in_lane(spans: Spans, frame: _Frame, *, named: bool) -> Iterator[str]:
    """Each span at its place on the scale, and their name beside them where there is room for it."""
    y, ink, edge = frame.base + frame.lane / 2 + 1, frame.palette.words, frame.width - frame.right
    for span in spans.items:
        low, typical, high = (min(frame.spot(x, 0)[0], edge) for x in span)
        yield one_span(low, typical, high, y, ink=ink, goes_on=span.high > frame.last)
    if named and spans.items:
        x = frame.width - frame.right + 9 + KEY / 2  # clear of a span at the end of the scale
        yield _key_of_spans(x, y, KEY, spans.items, frame)
        yield svg.text(x + KEY + 6, y + 4, spans.name, fill=ink, font_size=BESIDE)


def _key_of_spans(x: float, y: float, length: float, spans: Sequence[Span], frame: _Frame) -> str:
    """A diamond to stand before the name of the spans, on a bar where one of them has a span."""
    half = length / 2 if any(span.low < span.high for span in spans) else 0
    middle = x + length / 2
    return one_span(middle - half, middle, middle + half, y, ink=frame.palette.words)


def _dash(line: Line, turn: int, of: int) -> tuple[str, int]:
    """The dash of a line and where it begins: its own, or of one that shares its way, its turn."""
    return (line.look.dash, 0) if of == 1 else (f"{STRETCH} {STRETCH * (of - 1)}", -STRETCH * turn)


def _key(x: float, y: float, length: float, line: Line, frame: _Frame) -> str:
    """A piece of a line, to stand before its name."""
    look = {"stroke": frame.colour(line), "stroke_width": 2, "stroke_dasharray": line.look.dash}
    return svg.line(x, y, x + length, y, **look)


def _names_at_ends(drawn: Mapping[Points, Sequence[Line]], frame: _Frame) -> Iterator[str]:
    """The names beside the end of their line; several of one line stand around it, held by a bracket."""
    taken: list[tuple[float, float]] = []
    ink = frame.palette.words
    for points, lines in drawn.items():
        x, y = frame.spot(points[-1][0], points[-1][2])
        names = [(line, wrap(line.name, _letters(frame.right - BEFORE_NAME, BESIDE))) for line in lines]
        tall = APART * (sum(len(told) for _line, told in names) - 1)
        top = _clear(y - tall / 2, tall, taken)
        taken.append((top, top + tall))
        if len(lines) > 1:
            yield svg.line(x + 5, top - 4, x + 5, top + tall + 4, stroke=ink, stroke_opacity="0.5")
        here = top
        for line, told in names:
            yield _key(x + 9, here, KEY, line, frame)
            for words in told:
                yield svg.text(x + BEFORE_NAME, here + 4, words, fill=ink, font_size=BESIDE)
                here += APART


def _clear(top: float, tall: float, taken: Sequence[tuple[float, float]]) -> float:
    """A height for names that don't cover the ones before them."""
    while any(top < low + APART and top + tall > high - APART for high, low in taken):
        top -= APART
    return top


def _legend(drawn: Mapping[Points, Sequence[Line]], spans: Spans, frame: _Frame) -> Iterator[str]:
    y = frame.height + 10
    for line in (line for lines in drawn.values() for line in lines):
        yield _key(LEFT, y - 4, WIDE_KEY, line, frame)
        for place, words in enumerate(_under(line, frame)):
            at = y + APART * place
            yield svg.text(LEFT + BEFORE_UNDER, at, words, fill=frame.palette.words, font_size=UNDER)
        y += _tall(line, frame)
    if spans.items:
        yield _key_of_spans(LEFT, y - 4, WIDE_KEY, spans.items, frame)
        yield svg.text(LEFT + BEFORE_UNDER, y, spans.name, fill=frame.palette.words, font_size=UNDER)


def _tall(line: Line, frame: _Frame) -> int:
    """How much room a name under the picture takes."""
    return LEGEND + APART * (len(_under(line, frame)) - 1)


def _under(line: Line, frame: _Frame) -> list[str]:
    """A name under the picture, in as many lines as it takes."""
    return wrap(line.name, _letters(frame.width - LEFT - BEFORE_UNDER, UNDER))


def _letters(room: float, size: int) -> int:
    """About how many letters of a size a line has room for."""
    return int(room / (size * LETTER))


def _axes(frame: _Frame, x_name: str, unit: str) -> Iterator[str]:
    right, ink = frame.width - frame.right, frame.palette.words
    small = {"fill": ink, "font_size": 11}
    for share in (0, 0.25, 0.5, 0.75, 1):
        y = TOP + (frame.base - TOP) * (1 - share)
        yield svg.line(LEFT, y, right, y, stroke=ink, stroke_opacity="0.15")
        yield svg.text(LEFT - 6, y + 4, number(round(frame.most * share)), text_anchor="end", **small)
    for part in range(6):
        x = LEFT + (right - LEFT) * part / 5
        words = number(Decimal(f"{frame.last * part / 5:g}"))
        yield svg.text(x, frame.base + frame.lane + 15, words, text_anchor="middle", **small)
    yield svg.text((LEFT + right) / 2, frame.height - 4, x_name, text_anchor="middle", **small)
    yield svg.text(0, 11, unit, **small)
