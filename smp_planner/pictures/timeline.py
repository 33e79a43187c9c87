"""The course on a line of days: visits, runs of days with a limit, and the person's events."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from smp_planner.domain.care import Window
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.words import spoken
from smp_planner.pictures import svg

WIDTH, LEFT, ROW, TOP = 720, 150, 26, 34
INK = "#0f766e"
EVENT = "#b45309"


def timeline(plan: TreatmentPlan, rules: tuple[str, ...], names: dict[str, str]) -> str:
    """An SVG of the visits and of the windows of the named aftercare rules.

    `names` gives each rule's short name; rules without a window are left out.
    """
    windows = [window for rule in rules for window in plan.aftercare.windows if window.rule == rule]
    rows = list(dict.fromkeys(window.rule for window in windows))
    first = plan.sessions.items[0].date
    last = max(
        [plan.sessions.settled_on, *(w.to for w in windows), *(e.to for e in plan.intake.calendar.events)]
    )
    scale = _Scale(first, last)
    height = TOP + ROW * (len(rows) + 2) + 8
    inside = [
        *_months(scale, height),
        *_visits(plan, scale),
        *_bars(windows, rows, names, scale),
        *_events(plan, scale, TOP + ROW * (len(rows) + 1)),
    ]
    return svg.picture(WIDTH, height, _words(plan, windows, names), *inside)


class _Scale:
    """Days to pixels."""

    def __init__(self, first: date, last: date) -> None:
        self.first = first
        self.days = max((last - first).days + 1, 1)

    def x(self, day: date) -> float:
        """Left edge of a day."""
        return LEFT + (WIDTH - LEFT - 12) * (day - self.first).days / self.days

    @property
    def last(self) -> date:
        """The last day drawn."""
        return self.first + timedelta(days=self.days - 1)


def _months(scale: _Scale, height: int) -> Iterator[str]:
    day = scale.first.replace(day=1)
    many = scale.days > 400
    if scale.first.day < 20:
        yield svg.text(LEFT, 16, f"{scale.first:%b %Y}", font_size=11)
    while day <= scale.last:
        if day > scale.first and not (many and day.month % 3 != 1):
            yield svg.line(scale.x(day), 22, scale.x(day), height - 4, stroke_opacity="0.15")
            yield svg.text(
                scale.x(day) + 3, 16, f"{day:%b}" if day.month > 1 else f"{day:%b %Y}", font_size=11
            )
        day = (day + timedelta(days=32)).replace(day=1)


def _visits(plan: TreatmentPlan, scale: _Scale) -> Iterator[str]:
    yield svg.text(0, TOP + 14, "Visits", font_weight=600)
    for visit in plan.sessions.items:
        x = scale.x(visit.date)
        yield svg.element("circle", {"cx": round(x + 2, 1), "cy": TOP + 10, "r": 9, "fill": INK})
        yield svg.text(x + 2, TOP + 14, str(visit.number), fill="#ffffff", text_anchor="middle", font_size=11)


def _bars(windows: list[Window], rows: list[str], names: dict[str, str], scale: _Scale) -> Iterator[str]:
    for index, rule in enumerate(rows, start=1):
        yield svg.text(0, TOP + ROW * index + 14, names[rule])
    for window in windows:
        y = TOP + ROW * (rows.index(window.rule) + 1) + 2
        right = scale.x(window.to + timedelta(days=1))
        yield svg.rect(
            scale.x(window.from_),
            y,
            right - scale.x(window.from_),
            ROW - 9,
            fill=INK,
            fill_opacity="0.5",
            stroke=INK,
        )


def _events(plan: TreatmentPlan, scale: _Scale, y: int) -> Iterator[str]:
    events = plan.intake.calendar.events
    if events:
        yield svg.text(0, y + 14, "Your events", font_weight=600)
    for event in events:
        if event.to < scale.first:
            continue
        x = scale.x(max(event.from_, scale.first))
        width = max(scale.x(event.to + timedelta(days=1)) - x, 5)
        yield svg.rect(x, TOP, width, y - TOP + ROW - 9, fill=EVENT, fill_opacity="0.25", stroke=EVENT)
        yield svg.text(min(x, WIDTH - 120), y + 14, event.name[:18], font_size=11)


def _words(plan: TreatmentPlan, windows: list[Window], names: dict[str, str]) -> str:
    visits = ", ".join(f"visit {v.number} on {spoken(v.date)}" for v in plan.sessions.items)
    bars = "; ".join(f"{names[w.rule]} from {spoken(w.from_)} to {spoken(w.to)}" for w in windows)
    return f"Timeline: {visits}. {bars}."
