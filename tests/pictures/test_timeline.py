"""The course on a line of days: every visit, window and event stands where its days are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from xml.etree import ElementTree

import pytest

from smp_planner.domain.care import Window
from smp_planner.domain.intake import Away, CalendarAnswer, EventKind, LifeEvent
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.pictures.lettering import room_for
from smp_planner.pictures.palette import SCREEN
from smp_planner.pictures.shape import Shape
from smp_planner.pictures.timeline import SIZES, timeline
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.ruleset import RuleSet
from tests.people import ADULT, adult, plan_of

SVG = "{http://www.w3.org/2000/svg}"
NAMES = {"direct_sun": "No direct sun", "swimming": "No swimming"}
RULES = ("direct_sun", "swimming")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def event(first: date, days: int = 1, name: str = "race", kind: EventKind = "be_ready") -> LifeEvent:
    return LifeEvent(from_=first, to=first + timedelta(days - 1), name=name, kind=kind)


def planned(rules: RuleSet, *events: LifeEvent, away: tuple[Away, ...] = ()) -> TreatmentPlan:
    plan = plan_treatment(adult(calendar=replace(ADULT.calendar, events=events, away=away)), rules)
    assert isinstance(plan, TreatmentPlan)
    return plan


@pytest.fixture(scope="module")
def plan(rules: RuleSet) -> TreatmentPlan:
    return planned(rules)


def with_calendar(plan: TreatmentPlan, *events: LifeEvent, away: tuple[Away, ...] = ()) -> TreatmentPlan:
    """The plan with another calendar beside the same visits."""
    calendar = replace(plan.intake.calendar, events=events, away=away)
    return replace(plan, intake=replace(plan.intake, calendar=calendar))


class Drawing:
    """A timeline as another program reads it."""

    def __init__(
        self, plan: TreatmentPlan, shape: Shape = Shape.WIDE, names: Mapping[str, str] = NAMES
    ) -> None:
        self.root = ElementTree.fromstring(timeline(plan, RULES, names, shape))
        boxes = self.root.findall(f"{SVG}rect")
        self.bars = [box for box in boxes if box.get("fill") == SCREEN.limit.colour]
        self.events = [box for box in boxes if box.get("fill") == SCREEN.event.colour]
        self.circles = self.root.findall(f"{SVG}circle")
        self.lettering = self.root.findall(f"{SVG}text")
        self.texts = [text.text or "" for text in self.lettering]
        self.width = float(self.root.get("viewBox", "").split()[2])


def ends(box: ElementTree.Element) -> tuple[float, float]:
    left = float(box.get("x", ""))
    return left, left + float(box.get("width", ""))


def scale(drawing: Drawing, plan: TreatmentPlan) -> float:
    """Pixels a day, by the first two visits."""
    first, second = (float(circle.get("cx", "")) for circle in drawing.circles[:2])
    return (second - first) / (plan.sessions.items[1].date - plan.sessions.items[0].date).days


def windows(plan: TreatmentPlan) -> list[Window]:
    return [window for rule in RULES for window in plan.aftercare.windows if window.rule == rule]


def test_there_is_a_numbered_mark_for_each_visit_in_order(plan: TreatmentPlan) -> None:
    drawing = Drawing(plan)
    places = [float(circle.get("cx", "")) for circle in drawing.circles]
    assert len(places) == len(plan.sessions.items)
    assert places == sorted(places)
    assert {"1", "2", "3"} <= set(drawing.texts)
    days = [(visit.date - plan.sessions.items[0].date).days for visit in plan.sessions.items]
    a_day = scale(drawing, plan)
    for place, day in zip(places, days, strict=True):
        assert place - places[0] == pytest.approx(day * a_day, abs=0.2)


def test_a_bar_covers_the_days_of_its_window_both_ends_included(plan: TreatmentPlan) -> None:
    drawing = Drawing(plan)
    a_day = scale(drawing, plan)
    assert len(drawing.bars) == len(windows(plan)) > 0
    zero = ends(drawing.bars[0])[0]
    for bar, window in zip(drawing.bars, windows(plan), strict=True):
        left, right = ends(bar)
        assert left - zero == pytest.approx((window.from_ - windows(plan)[0].from_).days * a_day, abs=0.2)
        assert right - left == pytest.approx(((window.to - window.from_).days + 1) * a_day, abs=0.2)


def test_each_rule_has_a_row_with_its_name_and_rules_without_a_window_have_none(plan: TreatmentPlan) -> None:
    drawing = Drawing(plan)
    assert [text for text in drawing.texts if text in NAMES.values()] == list(NAMES.values())
    rows = {rule: set[str]() for rule in RULES}
    for bar, window in zip(drawing.bars, windows(plan), strict=True):
        rows[window.rule].add(bar.get("y", ""))
    assert all(len(heights) == 1 for heights in rows.values())
    assert rows["direct_sun"] != rows["swimming"]
    dry = [window for window in plan.aftercare.windows if window.rule != "swimming"]
    without = Drawing(replace(plan, aftercare=replace(plan.aftercare, windows=tuple(dry))))
    assert "No swimming" not in without.texts


def test_events_stand_over_their_days_with_their_names(rules: RuleSet) -> None:
    held = planned(rules, event(date(2027, 6, 1), days=10, name="a week in the sun"))
    drawing = Drawing(held)
    (box,) = drawing.events
    left, right = ends(box)
    assert right - left == pytest.approx(10 * scale(drawing, held), abs=0.2)
    assert "a week in the sun" in drawing.texts
    assert right <= drawing.width


def test_an_event_before_the_first_visit_is_not_drawn(rules: RuleSet) -> None:
    drawing = Drawing(planned(rules, event(date(2026, 12, 1), name="last year")))
    assert drawing.events == []
    assert "last year" not in drawing.texts


def test_an_event_under_way_at_the_first_visit_begins_with_the_picture(rules: RuleSet) -> None:
    under_way = event(date(2027, 1, 1), days=30, name="tour")
    drawing = Drawing(with_calendar(planned(rules), under_way))
    (box,) = drawing.events
    assert ends(box)[0] == pytest.approx(ends(drawing.bars[0])[0], abs=0.2)


def test_the_name_of_an_event_stays_text(rules: RuleSet) -> None:
    drawing = Drawing(planned(rules, event(date(2027, 6, 1), name="<b>&")))
    assert "<b>&" in drawing.texts


def test_the_picture_says_in_words_what_it_shows(plan: TreatmentPlan) -> None:
    words = Drawing(plan).root.get("aria-label", "")
    assert words.startswith("Timeline: visit 1 on 11 January 2027, visit 2 on 21 January 2027, visit 3 on ")
    for window in windows(plan):
        assert NAMES[window.rule] in words
    assert "No direct sun from 11 January 2027 to 18 March 2027" in words


def test_the_months_that_begin_are_named(plan: TreatmentPlan) -> None:
    assert {"Jan 2027", "Feb", "Mar"} <= set(Drawing(plan).texts)


def test_times_away_are_drawn_and_no_name_lies_on_its_bar(rules: RuleSet) -> None:
    away = Away(from_=date(2027, 1, 25), to=date(2027, 2, 5), name="Holiday")
    held = planned(rules, event(date(2027, 6, 1), days=1, name="Wedding"), away=(away,))
    root = ElementTree.fromstring(timeline(held, RULES, NAMES))
    bars = {box.get("fill"): ends(box) for box in root.findall(f"{SVG}rect")}
    texts = {text.text: text for text in root.findall(f"{SVG}text")}
    left, right = bars[SCREEN.away.colour]
    assert right - left == pytest.approx(12 * scale(Drawing(held), held), abs=0.2)
    assert float(texts["Holiday"].get("x", "")) > right
    assert texts["Wedding"].get("text-anchor") == "end"
    assert float(texts["Wedding"].get("x", "")) < bars[SCREEN.event.colour][0]


def test_events_and_times_away_are_said_in_words_with_their_days(rules: RuleSet) -> None:
    away = Away(from_=date(2027, 1, 25), to=date(2027, 2, 5), name="Holiday")
    held = planned(rules, event(date(2027, 6, 1), name="Wedding"), away=(away,))
    words = Drawing(held).root.get("aria-label", "")
    assert words.endswith("; Wedding, 1 June 2027; Holiday, 25 January 2027 to 5 February 2027.")


def test_a_calendar_with_nothing_in_the_picture_has_no_row(rules: RuleSet) -> None:
    away = Away(from_=date(2026, 1, 1), to=date(2026, 2, 1), name="Long ago")
    bare, past = (Drawing(planned(rules, away=spans)).root for spans in ((), (away,)))
    assert past.get("viewBox") == bare.get("viewBox")
    assert "Long ago" not in past.get("aria-label", "")


def test_the_name_of_a_time_that_fills_the_picture_stands_inside(rules: RuleSet) -> None:
    long = event(date(2026, 1, 1), days=900, name="Training season")
    drawing = Drawing(with_calendar(planned(rules), long))
    (name,) = [text for text in drawing.root.findall(f"{SVG}text") if text.text == "Training season"]
    left, right = ends(drawing.events[0])
    assert name.get("text-anchor") is None
    assert left < float(name.get("x", "")) < right


LONG = "The wedding of my sister in the mountains of Austria"
HOLIDAY = Away(from_=date(2027, 1, 25), to=date(2027, 2, 5), name="Family holiday by the sea in Portugal")


def room(text: ElementTree.Element) -> tuple[float, float]:
    """From where to where a line of words lies, on the safe side."""
    x, long = float(text.get("x", "")), room_for(text.text or "")
    return (x - long, x) if text.get("text-anchor") == "end" else (x, x + long)


@pytest.mark.parametrize("shape", SIZES)
@pytest.mark.parametrize("day", [date(2027, 1, 12), date(2027, 2, 1), date(2027, 3, 20), date(2027, 6, 1)])
def test_a_long_name_is_there_to_its_end_and_inside_the_picture(
    shape: Shape, day: date, plan: TreatmentPlan
) -> None:
    drawing = Drawing(with_calendar(plan, event(day, name=LONG), away=(HOLIDAY,)), shape)
    told = " ".join(drawing.texts)
    assert LONG in told
    assert "Family holiday by the sea in Portugal" in told
    for text in drawing.lettering:
        if text.get("text-anchor") != "middle":
            assert -0.1 <= room(text)[0] <= room(text)[1] <= drawing.width + 0.1, text.text
        assert float(text.get("y", "")) < float(drawing.root.get("viewBox", "").split()[3])


def test_names_lie_on_no_other_words(rules: RuleSet) -> None:
    days = [date(2027, 1, 28), date(2027, 2, 1), date(2027, 3, 1), date(2027, 3, 20)]
    held = planned(rules, *(event(day, name=f"{LONG}, day {day.day}") for day in days), away=(HOLIDAY,))
    lettering = Drawing(held, Shape.NARROW).lettering
    for number, one in enumerate(lettering):
        for other in lettering[number + 1 :]:
            if abs(float(one.get("y", "")) - float(other.get("y", ""))) < 10:
                (left, right), (begins, ends_) = room(one), room(other)
                assert right <= begins + 0.1 or ends_ <= left + 0.1, (one.text, other.text)


def test_the_name_of_a_rule_that_needs_two_lines_has_them(plan: TreatmentPlan) -> None:
    names = NAMES | {"swimming": "No swimming in pools, lakes or the sea, and no bath"}
    drawing = Drawing(plan, names=names)
    assert names["swimming"] in " ".join(drawing.texts)
    bars = [ends(bar)[0] for bar in drawing.bars]
    assert all(room(text)[1] <= min(bars) for text in drawing.lettering if float(text.get("x", "")) == 0)


@pytest.mark.parametrize("shape", SIZES)
@pytest.mark.parametrize("start", [date(2026, 12, 29), date(2026, 12, 14), date(2026, 10, 1)])
def test_over_a_new_year_every_month_stands_under_its_own_year(
    start: date, shape: Shape, rules: RuleSet
) -> None:
    plan = plan_treatment(adult(calendar=replace(ADULT.calendar, start=start)), rules)
    assert isinstance(plan, TreatmentPlan)
    texts = Drawing(with_calendar(plan, event(date(2027, 1, 3))), shape).texts
    months = [text for text in texts if text.split(" ")[0] in MONTHS]
    assert months[0].endswith(" 2026")
    later = next(text for text in months if MONTHS.index(text.split(" ")[0]) < 8)
    assert later.endswith(" 2027")
    assert sum(text.endswith(" 2027") for text in months) == 1


@pytest.mark.parametrize("shape", SIZES)
def test_a_month_that_is_crowded_by_the_one_before_is_named_within_its_own_days(
    rules: RuleSet, shape: Shape
) -> None:
    """A course from 12 December left January without its name, as "Dec 2026" reached into it."""
    plan = plan_of(adult(calendar=CalendarAnswer(start=date(2026, 12, 12))), rules)
    names = {window.rule: window.rule for window in plan.aftercare.windows}
    drawn = timeline(plan, list(names), names, shape)
    assert "Dec 2026" in drawn
    assert "Jan 2027" in drawn


def test_the_names_of_rows_stand_out_from_days_of_ones_own_that_run_through_them(plan: TreatmentPlan) -> None:
    """In large print the names stand over the bars: a time away ran through them, hatched."""
    first = plan.sessions.items[0].date
    away = with_calendar(plan, away=(Away(from_=first, to=first + timedelta(60), name="away"),))
    drawn = list(ElementTree.fromstring(timeline(away, RULES, NAMES, Shape.LARGE)).iter())
    last_box = max(place for place, one in enumerate(drawn) if one.tag == f"{SVG}rect")
    for name in ("Visits", *NAMES.values(), "Your calendar"):
        [place] = (place for place, one in enumerate(drawn) if one.text == name)
        assert place > last_box, name
        assert drawn[place].get("paint-order") == "stroke"
        assert drawn[place].get("stroke") == "#ffffff"
