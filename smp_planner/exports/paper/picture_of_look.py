"""The look of a plan on paper: the head with its dots, a square centimetre, each visit, single patches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from smp_planner.domain.course import Visit
from smp_planner.domain.drawing import Drawing, Look, Patch
from smp_planner.domain.plan import SmpPlan
from smp_planner.domain.quantities import rounded
from smp_planner.domain.words import figure, number, per_cent
from smp_planner.exports.look_words import (
    ALIKE,
    LONG_HAIR,
    NO_PLACE_ON_PAPER,
    NO_PROMISE,
    SEEN_FROM,
    TOO_FINE_ON_PAPER,
    UNDER_PATCH,
    Moment,
    colours_of,
    counted,
    hair_around,
    heads_told,
    how_drawn,
    moments_of,
    name_of,
    same_hair,
    scars_drawn,
    squares_of,
    times_as_wide,
)
from smp_planner.exports.paper.blocks import Picture
from smp_planner.language.texts import N_, _
from smp_planner.pictures import head, svg
from smp_planner.pictures.combed import in_strands, is_combed
from smp_planner.pictures.dots import HAIR_CM, Marks, hair_length, marks_on_head
from smp_planner.pictures.drawn_look import head_in_strands, head_in_strokes, patch_in_strokes, size_of
from smp_planner.pictures.lettering import LINE, SIZE, lines_of
from smp_planner.pictures.palette import PAPER
from smp_planner.pictures.seen import UNITS_PER_CM, From, all_seen, seen_from
from smp_planner.pictures.skin_tones import Colours, in_ink
from smp_planner.pictures.small_look import PER_MM, SQUARE, Stage, heads_in_strokes, squares_in_strokes

WIDTH = 440  # of the head from above with the square beside it
ENLARGED, SQUARE_Y = 1.5, 12  # the square: how large, and how far down it stands
BETWEEN, BEFORE, SQUARE_ROOM = 20, 36, 204  # between two heads, before the square, and what it takes
UNDER = 8  # room under the head, for letters that were made larger
BAR_UP = 5  # how far a bar stands above the lower edge
HALF = 0.5  # of the hair, each as wide as two: it covers as much, and takes half as long to print
ROW, CELL, ROOM = 540, 104, 4  # heads beside each other: all of them, one of them, between two
ROW_SHARE = 75  # of the width of the page for all of them
ENLARGED_SQUARE = N_("One square centimetre, enlarged. {skin}: {dots}.")
HALF_HAIR = N_("Half of the hairs are drawn, each twice as wide.")
DARK_SKIN = "dark_skin"
LIGHT_SKIN = N_("To save ink, skin is drawn lighter than yours. On yours the dots show less than here.")
NO_DOTS = N_("Before: no dots")
AFTER = N_("After visit {number}: {share}")
ON_BARE = N_("{dots} on bare skin")
NUMBERS_TELL = N_("The numbers show what each visit adds.")
ROW_OF_HEADS = N_(
    "{heads} heads drawn from above, side by side. {shares}. A dot stands for many. "
    "They are drawings, not photos, and no promise."
)


def scalp_with_dots(plan: SmpPlan, look: Look, share: int | None = None) -> tuple[Picture, ...]:
    """The head when all visits are done, a square centimetre beside it, then what a head has no place for.

    `share`: how much of the page's width a head takes with its square, and a patch, in hundredths.
    """
    last = list(moments_of(plan))[-1]
    colours = in_ink(colours_of(plan))
    patches = (_patch(look, patch, last, colours, share) for patch in look.drawing.patches)
    return (*_heads(plan, look, last, colours, share or 80), *patches)


def heads_by_visit(plan: SmpPlan, look: Look) -> Picture | None:
    """The head before the first visit and after each, in a row, with what is done and the dots by cm2.

    Nothing where no zone is treated.
    """
    if not look.drawing.zones:
        return None
    moments = list(moments_of(plan))
    told = [(_(NO_DOTS),), *(_after(visit, look) for visit in plan.sessions.items)]
    drawn = _small_heads(plan, look, moments)
    wide = min(CELL, ROW / len(drawn))
    small = (wide - ROOM) / head.WIDTH
    lines = [[line for words in one for line in lines_of(words, wide)] for one in told]
    high = round(small * head.HEIGHT + 8 + LINE * max(map(len, lines)))
    cells = (
        svg.element("g", {"transform": f"translate({place * wide:g} 0)"},
                    svg.element("g", {"transform": f"scale({small:.3g})"}, one),
                    *_lines(under, wide / 2, small * head.HEIGHT + 12))
        for place, (one, under) in enumerate(zip(drawn, lines, strict=True))
    )  # fmt: skip
    width = round(wide * len(drawn))
    words = _(ROW_OF_HEADS, heads=number(len(drawn)), shares="; ".join(map(", ".join, told)))
    said = (*((ALIKE, NUMBERS_TELL) if is_combed(look.drawing) else ()), *_light_skin(plan))
    drawn = _picture(width, high, words, *cells)
    share = round(ROW_SHARE * width / ROW)
    return Picture(drawn, words, " ".join(map(_, said)), share=share, large=drawn)


def _light_skin(plan: SmpPlan) -> Iterator[str]:
    """Beside the words that dots show less on dark skin: why the paper draws none."""
    if any(known.id == DARK_SKIN for known in plan.suitability.know):
        yield LIGHT_SKIN


def _after(visit: Visit, look: Look) -> tuple[str, str]:
    """The share that is done after a visit, and how many dots a square centimetre of the area has then."""
    done = _(AFTER, number=number(visit.number), share=per_cent(visit.share_after))
    dots = rounded(look.drawing.typical.dots * visit.share_after)
    told = figure(dots, "dots/cm2")
    return done, _(ON_BARE, dots=told) if look.drawing.bare_by_hair else told


def _small_heads(plan: SmpPlan, look: Look, moments: Sequence[Moment]) -> list[str]:
    colours, area = in_ink(colours_of(plan)), plan.intake.area
    order = head.order_of(area.norwood, area.ludwig)
    stages = [Stage(m.done, colours.first if m.pigment == "first" else colours.later, "") for m in moments]
    full = plan.dots.per_cm2.typical
    return heads_in_strokes(look.drawing, stages, colours, full_dots=full, order=order)


def _heads(plan: SmpPlan, look: Look, moment: Moment, colours: Colours, share: int) -> Iterator[Picture]:
    """The head from each side that is needed to see all treated places, and the square."""
    drawing, area = look.drawing, plan.intake.area
    if not drawing.on_head:
        return
    sides, order = (
        all_seen([*drawing.zones, *(scar.drawn_at for scar in drawing.scars)]),
        head.order_of(area.norwood, area.ludwig),
    )
    long = is_combed(drawing)
    told = heads_told(sides, look.places, drawing.scars, around=hair_around(drawing), long=long)
    skin, fill = squares_of(drawing)[0]
    in_square = _(ENLARGED_SQUARE, skin=skin, dots=counted(fill))
    words = f"{told} {moment.words}. {in_square}"
    shown = in_strands(drawing) if long else _thinned(drawing)
    marks = [marks_on_head(shown, moment.done, order, seen) for seen in sides]
    high = max(seen_from(seen).height for seen in sides) + UNDER
    square_x = sum(seen_from(seen).width + BETWEEN for seen in sides) - BETWEEN + BEFORE
    width = square_x + SQUARE_ROOM
    drawn = _picture(
        width, high, words, *_beside(sides, marks, colours, drawing),
        *_bar(2, high - BAR_UP, UNITS_PER_CM, "1 cm"), *_square(look, colours, square_x, high - BAR_UP),
    )  # fmt: skip
    under = [
        _(NO_PROMISE),
        *map(_, _light_skin(plan)),
        in_square,
        *same_hair(drawing, look.hair_mm),
        *(_(SEEN_FROM[seen]) for seen in sides),
        *scars_drawn(drawing.scars),
        how_drawn(look.dot_mm, long=long),
        _(TOO_FINE_ON_PAPER),
        *([_(HALF_HAIR)] * (not long and not drawing.shaved and any(one.hairs for one in marks))),
        *([_(LONG_HAIR)] * long),
    ]
    yield Picture(drawn, words, " ".join(under), share=min(100, share * width // WIDTH))


def _beside(
    sides: Sequence[From], marks: Sequence[Marks], colours: Colours, drawing: Drawing
) -> Iterator[str]:
    """Heads beside each other, each of its own, as it cuts off the neck."""
    x = 0
    for seen, one in zip(sides, marks, strict=True):
        wide, high = seen_from(seen).width, seen_from(seen).height
        box = {"x": x, "y": 0, "width": wide, "height": high, "viewBox": f"0 0 {wide} {high}"}
        yield svg.element("svg", box, _head(one, colours, seen, drawing))
        x += wide + BETWEEN


def _head(marks: Marks, colours: Colours, seen: From, drawing: Drawing) -> str:
    if is_combed(drawing):
        return head_in_strands(marks, colours, seen)
    return head_in_strokes(marks, colours, seen, long_cm=hair_length(drawing), hair_cm=HAIR_CM / HALF)


def _thinned(drawing: Drawing) -> Drawing:
    """The drawing with half of its hair, on the treated area and around it alike; all dots stay.

    A stubble stays whole: it is as quick to print as dots are.
    """
    if drawing.shaved:
        return drawing
    zones = {
        name: zone._replace(fill=zone.fill._replace(hairs=float(zone.fill.hairs) * HALF))
        for name, zone in drawing.zones.items()
    }
    patches = tuple(
        patch._replace(edge=patch.edge._replace(hairs=float(patch.edge.hairs) * HALF))
        for patch in drawing.patches
    )
    return drawing._replace(zones=zones, patches=patches, full_hair=float(drawing.full_hair) * HALF)


def _square(look: Look, colours: Colours, x: float, bar_y: float) -> Iterator[str]:
    """One square centimetre of the area, enlarged, with its bar under it; what is under the head names it."""
    [drawn] = squares_in_strokes(
        look.drawing.typical, [Stage(1, colours.later, "")], colours,
        dot_mm=look.dot_mm, hair_mm=look.hair_mm,
    )  # fmt: skip
    side = SQUARE * ENLARGED
    edge = svg.rect(0, 0, SQUARE, SQUARE, rx=0, fill="none", stroke=colours.rim, stroke_width=0.5)
    box = {"x": x, "y": SQUARE_Y, "width": side, "height": side, "viewBox": f"0 0 {SQUARE} {SQUARE}"}
    yield svg.element("svg", box, drawn, edge)  # of its own, as it cuts off what reaches over its edge
    yield from _bar(x, bar_y, PER_MM * ENLARGED, "1 mm")


def _patch(look: Look, patch: Patch, moment: Moment, colours: Colours, share: int | None) -> Picture:
    name, (width, height) = name_of(patch), size_of(patch)
    words = _("A drawing of skin. {patch}. {moment}.", patch=name, moment=moment.words)
    bar = _bar(1, height + 2 * BAR_UP, UNITS_PER_CM, "1 cm")
    drawn = _picture(
        max(width, 60),
        height + 3 * BAR_UP,
        words,
        patch_in_strokes(patch, moment.done, colours, long_cm=hair_length(look.drawing)),
        *bar,
    )
    under = _(UNDER_PATCH, patch=name, times=times_as_wide(look.dot_mm))
    if patch not in look.drawing.scars:
        under = f"{under} {_(NO_PLACE_ON_PAPER)}"
    return Picture(drawn, words, under, share=share or _share(max(width, 60)))


def _share(width: int) -> int:
    """How much of the page's width a picture takes at the scale of the head."""
    return min(100, max(15, width * 80 // WIDTH))


def _bar(x: float, y: float, long: float, words: str) -> Iterator[str]:
    """A bar of a known length, with that in words."""
    yield svg.line(x, y, x + long, y, stroke=PAPER.words, stroke_width=2)
    yield svg.text(x + long + 4, y + 3, words, fill=PAPER.words, font_size=SIZE)


def _lines(lines: Sequence[str], x: float, y: float) -> Iterator[str]:
    for place, line in enumerate(lines):
        yield svg.text(x, y + place * LINE, line, fill=PAPER.words, font_size=SIZE, text_anchor="middle")


def _picture(width: int, height: int, words: str, *inside: str) -> str:
    return svg.picture(width, height, words, *inside, letters=PAPER.letters)
