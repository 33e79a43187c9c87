"""The course on a line of days: visits, runs of days with a limit, and the person's events."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from smp_planner.domain.care import Window
from smp_planner.domain.plan import SmpPlan
from smp_planner.domain.words import number, spoken
from smp_planner.language.speech import spoken_now
from smp_planner.language.texts import _
from smp_planner.pictures import svg
from smp_planner.pictures.shape import Shape

TOP, BAR, EDGE = 34, 17, 12
INK = "#0f766e"
EVENT = "#b45309"
AWAY = "#78716c"
LONGEST_NAME = 18
LETTER = 6.2  # room for one letter of a small name


class _Mark(NamedTuple):
    """An event or a time away of the person's calendar, both ends included."""

    first: date
    last: date
    name: str
    colour: str


class _Scale(NamedTuple):
    """Days to pixels: the width of the picture, where the days begin, and the height of a row."""

    width: int
    left: int
    row: int
    first: date
    days: int

    def x(self, day: date) -> float:
        """Left edge of a day."""
        return self.left + (self.width - self.left - EDGE) * (day - self.first).days / self.days

    @property
    def last(self) -> date:
        """The last day drawn."""
        return self.first + timedelta(days=self.days - 1)

    def named(self, row: int, words: str, **look: object) -> str:
        """The name of a row: beside it where there is room at the left, else above it."""
        return svg.text(0, self.top(row) + (12 if self.left else -5), words, **look)

    def top(self, row: int) -> float:
        """The upper edge of a row's bars."""
        return TOP + self.row * row + (2 if self.left else self.row - BAR - 2)


def timeline(plan: SmpPlan, rules: Sequence[str], names: Mapping[str, str], shape: Shape = Shape.WIDE) -> str:
    """An SVG of the visits and of the windows of the named aftercare rules.

    `names` gives each rule's short name; rules without a window are left out.
    """
    windows = [window for rule in rules for window in plan.aftercare.windows if window.rule == rule]
    rows = list(dict.fromkeys(window.rule for window in windows))
    first = plan.sessions.items[0].date
    last = max(
        [plan.sessions.settled_on, *(w.to for w in windows), *(e.to for e in plan.intake.calendar.events)]
    )
    days = max((last - first).days + 1, 1)
    scale = _Scale(720, 150, 26, first, days) if shape is Shape.WIDE else _Scale(340, 0, 42, first, days)
    marks = [mark for mark in _marks(plan) if mark.last >= scale.first and mark.first <= scale.last]
    height = TOP + scale.row * (len(rows) + 1 + bool(marks)) + 8
    inside = [
        *_months(scale, height),
        *_visits(plan, scale),
        *_bars(windows, rows, names, scale),
        *_calendar(marks, scale, len(rows) + 1),
    ]
    return svg.picture(scale.width, height, _words(plan, windows, names, marks), *inside)


def _months(scale: _Scale, height: int) -> Iterator[str]:
    """The name of each month at its first day, as far as there is room."""
    free = scale.left - 1.0
    day = scale.first
    while day <= scale.last:
        x = scale.x(day)
        words = spoken_now().days.short_months[day.month - 1]
        if day == scale.first or day.month == 1:
            words = _("{month} {year}", month=words, year=day.year)
        if day > scale.first:
            yield svg.line(x, 22, x, height - 4, stroke_opacity="0.15")
        if x > free and x + LETTER * len(words) < scale.width:
            yield svg.text(x, 16, words, font_size=11)
            free = x + LETTER * len(words) + 2
        day = (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def _visits(plan: SmpPlan, scale: _Scale) -> Iterator[str]:
    yield scale.named(0, _("Visits"), font_weight=600)
    middle = scale.top(0) + BAR / 2
    for visit in plan.sessions.items:
        x = scale.x(visit.date) + (2 if scale.left else 9)
        yield svg.element("circle", {"cx": round(x, 1), "cy": round(middle, 1), "r": 9, "fill": INK})
        own = number(visit.number)
        yield svg.text(x, middle + 4, own, fill="#ffffff", text_anchor="middle", font_size=11)


def _bars(
    windows: Sequence[Window], rows: Sequence[str], names: Mapping[str, str], scale: _Scale
) -> Iterator[str]:
    for index, rule in enumerate(rows, start=1):
        yield scale.named(index, names[rule])
    for window in windows:
        left, right = scale.x(window.from_), scale.x(window.to + timedelta(days=1))
        y = scale.top(rows.index(window.rule) + 1)
        yield svg.rect(left, y, right - left, BAR, fill=INK, fill_opacity="0.5", stroke=INK)


def _marks(plan: SmpPlan) -> Iterator[_Mark]:
    for event in plan.intake.calendar.events:
        yield _Mark(event.from_, event.to, event.name, EVENT)
    for away in plan.intake.calendar.away:
        yield _Mark(away.from_, away.to, away.name or _("away"), AWAY)


def _calendar(marks: Sequence[_Mark], scale: _Scale, row: int) -> Iterator[str]:
    """The person's events and times away over all rows, each with its name in the last one."""
    if marks:
        yield scale.named(row, _("Your calendar"), font_weight=600)
    y = scale.top(row)
    for first, last, name, colour in marks:
        x = scale.x(max(first, scale.first))
        width = max(scale.x(min(last, scale.last) + timedelta(days=1)) - x, 5)
        yield svg.rect(x, TOP, width, y - TOP + BAR, fill=colour, fill_opacity="0.25", stroke=colour)
        yield _beside(name[:LONGEST_NAME], x, x + width, y + 12, scale)


def _beside(name: str, left: float, right: float, y: float, scale: _Scale) -> str:
    """A name behind its bar; where there is no room, before it, and of a bar that fills the row, inside."""
    room = LETTER * len(name)
    if scale.width - right > room:
        return svg.text(right + 3, y, name, font_size=11)
    if left - scale.left > room:
        return svg.text(left - 3, y, name, font_size=11, text_anchor="end")
    return svg.text(left + 3, y, name, font_size=11)


def _words(plan: SmpPlan, windows: Sequence[Window], names: Mapping[str, str], marks: Sequence[_Mark]) -> str:
    visits = [
        _("visit {number} on {day}", number=number(visit.number), day=spoken(visit.date))
        for visit in plan.sessions.items
    ]
    bars = [
        _("{limit} from {first} to {last}", limit=names[w.rule], first=spoken(w.from_), last=spoken(w.to))
        for w in windows
    ]
    bars += [f"{mark.name}, {_days(mark)}" for mark in marks]
    return _("Timeline: {visits}. {rows}.", visits=", ".join(visits), rows="; ".join(bars))


def _days(mark: _Mark) -> str:
    if mark.first == mark.last:
        return spoken(mark.first)
    return _("{low} to {high}", low=spoken(mark.first), high=spoken(mark.last))
