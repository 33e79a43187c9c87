"""The course on a line of days: visits, runs of days with a limit, and the person's events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import zip_longest
from typing import Literal, NamedTuple

from smp_planner.domain.care import Window
from smp_planner.domain.plan import SmpPlan
from smp_planner.domain.words import number, spoken, spoken_span
from smp_planner.language.speech import spoken_now
from smp_planner.language.texts import _
from smp_planner.pictures import svg
from smp_planner.pictures.bars import bar
from smp_planner.pictures.lettering import LINE, SIZE, lines_of, room_for
from smp_planner.pictures.palette import Palette, palette_for
from smp_planner.pictures.shape import Shape

SIZES = {
    Shape.WIDE: (720, 150, 26),
    Shape.NARROW: (340, 0, 42),
    Shape.PAPER: (540, 150, 24),
    Shape.LARGE: (420, 0, 42),
}
TOP, BAR, EDGE, GAP, LANES_APART = 34, 17, 12, 3, 5
ROW_NAME = 1.1  # how much larger the names of rows are than small words
BESIDE, MOST_LINES = 90, 3  # room beside a bar in which a name is read with ease, in pixels and lines


class _Mark(NamedTuple):
    """An event or a time away of the person's calendar, both ends included."""

    first: date
    last: date
    name: str
    of: Literal["event", "away"]


class _Scale(NamedTuple):
    """Days to pixels: the width of the picture, where the days begin, and the height of a row.

    `left` is the room for names beside the rows; 0 where they stand above their bars. All is drawn in the
    colours of the palette.
    """

    width: int
    left: int
    row: int
    first: date
    days: int
    palette: Palette

    def x(self, day: date) -> float:
        """Left edge of a day."""
        left = self.left or 1  # room for the line around a bar
        return left + (self.width - left - EDGE) * (day - self.first).days / self.days

    @property
    def last(self) -> date:
        """The last day drawn."""
        return self.first + timedelta(days=self.days - 1)

    def lines(self, words: str) -> list[str]:
        """The name of a row in lines that fit beside its bars, or above them."""
        return lines_of(words, ((self.left or self.width) - GAP) / ROW_NAME)

    def holding(self, names: Iterable[str]) -> _Scale:
        """The scale with rows that are high enough for the longest of the names."""
        most = max((len(self.lines(name)) for name in names), default=1)
        return self._replace(row=self.row + (most - 1) * LINE)

    def named(self, row: int, words: str, **look: object) -> Iterator[str]:
        """The name of a row: in the middle beside it where there is room at the left, else above it.

        Above it a person's own days may run through it, so it stands out from what is behind it.
        """
        lines = self.lines(words)
        if not self.left:
            look |= _stands_out(self.palette)
        rise = (len(lines) - 1) * LINE
        first = self.top(row) + (12 - rise / 2 if self.left else -5 - rise)
        for place, line in enumerate(lines):
            yield svg.text(0, first + place * LINE, line, fill=self.palette.words, **look)

    def top(self, row: int) -> float:
        """The upper edge of a row's bars."""
        spare = self.row - BAR - 2
        return TOP + self.row * row + (spare // 2 - 1 if self.left else spare)


class _Named(NamedTuple):
    """A mark, its ends in the picture, its name in lines, and where these begin or end."""

    mark: _Mark
    left: float
    right: float
    lines: list[str]
    x: float
    ends: bool

    @property
    def reach(self) -> tuple[float, float]:
        """From where to where bar and name lie."""
        long = max(map(room_for, self.lines), default=0)
        name = (self.x - long, self.x) if self.ends else (self.x, self.x + long)
        return min(self.left, name[0]), max(self.right, name[1])

    def touches(self, other: _Named) -> bool:
        """Whether bar or name lies on those of another in the same lane."""
        return self.reach[0] < other.reach[1] and other.reach[0] < self.reach[1]


def _stands_out(palette: Palette) -> dict[str, object]:
    """The look of words that something may run behind, where the palette says what they stand on."""
    return {"stroke": palette.behind, "stroke_width": 3, "paint_order": "stroke"} if palette.behind else {}


def timeline(plan: SmpPlan, rules: Sequence[str], names: Mapping[str, str], shape: Shape = Shape.WIDE) -> str:
    """An SVG of the visits and of the windows of the named aftercare rules.

    `names` gives each rule's short name; rules without a window are left out.
    """
    windows = _windows(plan, rules)
    rows = list(dict.fromkeys(window.rule for window in windows))
    first, last = _span(plan, windows)
    days = (last - first).days + 1
    scale = _Scale(*SIZES[shape], first, days, palette_for(shape)).holding(names[rule] for rule in rows)
    marks = _marks(plan, first, last)
    calendar = list(_calendar(_lanes(marks, scale), scale, len(rows) + 1))
    height = round(calendar[-1][1] if calendar else TOP + scale.row * (len(rows) + 1)) + 8
    inside = [
        *_months(scale, height),
        *_visits(plan, scale),
        *_bars(windows, rows, scale),
        *(drawn for drawn, _bottom in calendar),
        *scale.named(0, _("Visits"), font_weight=600),
        *(line for row, rule in enumerate(rows, start=1) for line in scale.named(row, names[rule])),
        *(scale.named(len(rows) + 1, _("Your calendar"), font_weight=600) if calendar else ()),
    ]
    words, letters = timeline_in_words(plan, rules, names), scale.palette.letters
    return svg.picture(scale.width, height, words, *inside, letters=letters)


def timeline_in_words(plan: SmpPlan, rules: Sequence[str], names: Mapping[str, str]) -> str:
    """What the timeline shows: each visit, each window and each of the person's own days with its dates."""
    windows = _windows(plan, rules)
    visits = [
        _("visit {number} on {day}", number=number(visit.number), day=spoken(visit.date))
        for visit in plan.sessions.items
    ]
    bars = [
        _("{limit} from {first} to {last}", limit=names[w.rule], first=spoken(w.from_), last=spoken(w.to))
        for w in windows
    ]
    marks = _marks(plan, *_span(plan, windows))
    bars += [f"{mark.name}, {spoken_span(mark.first, mark.last)}" for mark in marks]
    return _("Timeline: {visits}. {rows}.", visits=", ".join(visits), rows="; ".join(bars))


def _windows(plan: SmpPlan, rules: Sequence[str]) -> list[Window]:
    """The windows of the rules, in the order of the rules."""
    return [window for rule in rules for window in plan.aftercare.windows if window.rule == rule]


def _span(plan: SmpPlan, windows: Sequence[Window]) -> tuple[date, date]:
    """From the first visit to the last day of all that is drawn."""
    ends = (*(w.to for w in windows), *(event.to for event in plan.intake.calendar.events))
    return plan.sessions.items[0].date, max(plan.sessions.settled_on, *ends)


def _months(scale: _Scale, height: int) -> Iterator[str]:
    """The name of each month, as far as there is room; the first of a year tells it.

    A name begins at the first day of its month, or after the name before it, but within its own month.
    """
    free, told = float(scale.left), 0
    days = [scale.first]
    while (after := (days[-1].replace(day=1) + timedelta(days=32)).replace(day=1)) <= scale.last:
        days.append(after)
    for day, after in zip_longest(days, days[1:]):
        x = scale.x(day)
        words = spoken_now().days.short_months[day.month - 1]
        if day.year != told:
            words = _("{month} {year}", month=words, year=day.year)
        if day > scale.first:
            yield svg.line(x, 22, x, height - 4, stroke=scale.palette.words, stroke_opacity="0.15")
        begins = max(x, free)
        if after is None:  # the last one may have to begin before its day
            begins = min(begins, scale.width - room_for(words))
        if begins >= free and (begins == x or after is None or begins + room_for(words) <= scale.x(after)):
            yield svg.text(begins, 16, words, fill=scale.palette.words, font_size=SIZE)
            free, told = begins + room_for(words) + 2, day.year


def _visits(plan: SmpPlan, scale: _Scale) -> Iterator[str]:
    middle = scale.top(0) + BAR / 2
    for visit in plan.sessions.items:
        x = scale.x(visit.date) + (2 if scale.left else 9)
        seen = {"fill": scale.palette.visit}
        yield svg.element("circle", {"cx": round(x, 1), "cy": round(middle, 1), "r": 9} | seen)
        own = number(visit.number)
        yield svg.text(x, middle + 4, own, fill=scale.palette.on_visit, text_anchor="middle", font_size=11)


def _bars(windows: Sequence[Window], rows: Sequence[str], scale: _Scale) -> Iterator[str]:
    for window in windows:
        left, right = scale.x(window.from_), scale.x(window.to + timedelta(days=1))
        y = scale.top(rows.index(window.rule) + 1)
        yield bar(left, y, right - left, BAR, scale.palette.limit)


def _marks(plan: SmpPlan, first: date, last: date) -> list[_Mark]:
    """The person's own days, as far as any lies between two days."""
    calendar = plan.intake.calendar
    events = (_Mark(event.from_, event.to, event.name, "event") for event in calendar.events)
    away = (_Mark(away.from_, away.to, away.name or _("away"), "away") for away in calendar.away)
    return [mark for mark in (*events, *away) if mark.last >= first and mark.first <= last]


def _lanes(marks: Sequence[_Mark], scale: _Scale) -> list[list[_Named]]:
    """The marks with their whole names, each in the first lane in which both lie on nothing else.

    Bars come down from above: those with their name behind them go first, from the last to the first,
    so that hardly any bar goes through the name of another.
    """
    placed = [_placed(mark, scale) for mark in sorted(marks)]
    behind, before = [n for n in reversed(placed) if not n.ends], [n for n in placed if n.ends]
    lanes: list[list[_Named]] = [[] for _ in placed]
    for named in (*behind, *before):
        next(lane for lane in lanes if not any(map(named.touches, lane))).append(named)
    return [lane for lane in lanes if lane]


def _placed(mark: _Mark, scale: _Scale) -> _Named:
    """A name behind its bar; where there is no room, before it; else over its bar, in the whole width."""
    left = scale.x(max(mark.first, scale.first))
    right = max(scale.x(min(mark.last, scale.last) + timedelta(days=1)), left + 5)
    behind, before = scale.width - right - GAP, left - GAP - scale.left
    ends = room_for(mark.name) > behind and before > behind
    lines = lines_of(mark.name, max(before, behind)) if max(before, behind) > BESIDE else []
    if 0 < len(lines) <= MOST_LINES:
        return _Named(mark, left, right, lines, left - GAP if ends else right + GAP, ends)
    lines = lines_of(mark.name, scale.width - scale.left - GAP)
    over = min(left + GAP, scale.width - max(map(room_for, lines), default=0))
    return _Named(mark, left, right, lines, over, ends=False)


def _calendar(lanes: Sequence[Sequence[_Named]], scale: _Scale, row: int) -> Iterator[tuple[str, float]]:
    """The person's events and times away over all rows, down to their names; each with its lower end."""
    y = scale.top(row)
    for lane in lanes:
        bottom = y + max(BAR, *(len(named.lines) * LINE for named in lane))
        for named in lane:
            yield _over_all(named, y, bottom, scale.palette), bottom
        y = bottom + LANES_APART


def _over_all(named: _Named, y: float, bottom: float, palette: Palette) -> str:
    """A bar from above down to its name, which begins at that height."""
    area = palette.event if named.mark.of == "event" else palette.away
    drawn = bar(named.left, TOP, named.right - named.left, bottom - TOP, area)
    look = {"fill": palette.words} | ({"text_anchor": "end"} if named.ends else {}) | _stands_out(palette)
    lines = (
        svg.text(named.x, y + 12 + place * LINE, line, font_size=SIZE, **look)
        for place, line in enumerate(named.lines)
    )
    return drawn + "".join(lines)
