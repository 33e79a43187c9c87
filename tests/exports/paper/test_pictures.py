"""Pictures on paper: the plan's own figures, readable without colour, in SVG that stands alone."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import combinations
from xml.etree import ElementTree

import pytest
import typst

from smp_planner.domain.intake import AreaAnswer, Away, Hair, Intake, LifeEvent, Measured, Scar, Skin
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.quantities import rounded
from smp_planner.exports.month_sheets import month_sheets
from smp_planner.exports.on_timeline import limits_on_timeline
from smp_planner.exports.paper.blocks import Picture
from smp_planner.exports.paper.document import HEAD_WITH_OWN_RULES
from smp_planner.exports.paper.drawing import printable_svg, smallest_letters, width_of
from smp_planner.exports.paper.picture_of_look import heads_by_visit, scalp_with_dots
from smp_planner.exports.paper.picture_of_months import sheet_of
from smp_planner.exports.paper.pictures import (
    fading,
    hair_over_years,
    hundreds,
    money_over_years,
    timeline_of,
)
from smp_planner.exports.paper.sheet import Sheet
from smp_planner.pictures.dots import marks_on_head
from smp_planner.pictures.head import order_of
from smp_planner.pictures.palette import BARS, PAPER
from smp_planner.pictures.seen import From
from smp_planner.pictures.skin_tones import HAIR, SKIN, colours, in_ink
from smp_planner.planner.dots.drawing import look_of
from smp_planner.rules.ruleset import RuleSet
from tests.people import ADULT, adult, losing, plan_of

SVG = "{http://www.w3.org/2000/svg}"
ELEMENTS = {"svg", "g", "path", "rect", "circle", "ellipse", "line", "text"}
HOSTILE = "<script>alert(1)</script> &amp; ]]> \x00\x1b '\"día"
EVENTS = (
    LifeEvent(from_=date(2027, 6, 1), to=date(2027, 6, 3), name=HOSTILE, kind="be_ready"),
    LifeEvent(from_=date(2027, 6, 10), to=date(2027, 6, 12), name="a var(--x) race", kind="be_ready"),
)
AWAY = (Away(from_=date(2027, 1, 25), to=date(2027, 2, 5), name="Holiday"),)
BUSY = replace(ADULT.calendar, events=EVENTS, away=AWAY)
PEOPLE = {
    "shaved look": ADULT,
    "busy, with hostile names": adult(calendar=BUSY),
    "thin along the parting": adult(
        goals=("added_density",), area=AreaAnswer(ludwig="II"), kept_hair=Decimal("0.5"),
        hair=Hair(colour="white", wears="long"), skin=Skin(tone="VI", traits=()),
    ),
    "a scar alone": adult(
        goals=("scar_camouflage",), area=AreaAnswer(scars=(Scar(length_cm=12, width_cm=1, age_months=30),)),
        kept_hair=1,
    ),
    "measured": adult(area=AreaAnswer(measured=Measured(length_cm=8, width_cm=5))),
    "whole scalp": adult(area=AreaAnswer(norwood="VII", zones=("whole_scalp",)), density=150),
    "health still open": adult(health_asked=False),
}  # fmt: skip


def months_of_care(plan: TreatmentPlan) -> list[Picture]:
    return [sheet_of(month, plan.aftercare) for month in month_sheets(plan).open]


def pictures(intake: Intake, rules: RuleSet) -> list[Picture]:
    """Every picture of somebody's plan."""
    plan, look = plan_of(intake, rules), look_of(intake, rules)
    made = (
        *scalp_with_dots(plan, look), heads_by_visit(plan, look), timeline_of(plan), *months_of_care(plan),
        fading(plan), hair_over_years(plan, 10), money_over_years(plan, 10),
        hundreds([("one", 3), ("other", None)]),
    )  # fmt: skip
    return [picture for picture in made if picture]


def root(picture: Picture) -> ElementTree.Element:
    return ElementTree.fromstring(picture.svg)


def texts(picture: Picture) -> str:
    return " ".join(text.text or "" for text in root(picture).iter(f"{SVG}text"))


def strokes(picture: Picture, colour: str) -> int:
    """How many dots of a colour are drawn: each goes across, in the square by no length."""
    paths = root(picture).iter(f"{SVG}path")
    own = (p.get("d") or "" for p in paths if colour in (p.get("stroke"), p.get("fill")))
    return sum(len(re.findall(r"h\d", drawn)) for drawn in own)


@pytest.mark.parametrize("who", PEOPLE)
def test_a_picture_stands_alone_and_says_what_it_shows(who: str, rules: RuleSet) -> None:
    for picture in pictures(PEOPLE[who], rules):
        drawing = root(picture)
        assert drawing.tag == f"{SVG}svg"
        assert drawing.get("font-family") == "Noto Sans"
        assert drawing.get("aria-label") == _held(picture.words)
        assert len(picture.words) > 10
        assert 0 < picture.share <= 100
        for element in drawing.iter():
            assert element.tag.removeprefix(SVG) in {
                "svg",
                "g",
                "path",
                "rect",
                "circle",
                "ellipse",
                "line",
                "text",
            }
            assert not {"href", "style", "class", "id", "onload"} & element.attrib.keys()
            colours_ = {element.get(name, "none") for name in ("fill", "stroke")}
            assert all(re.fullmatch(r"none|#[0-9a-f]{6}", colour) for colour in colours_)


def _held(words: str) -> str:
    """Words as XML holds them."""
    return re.sub("[\x00-\x08\x0e-\x1f]", "", words)


@pytest.mark.parametrize("who", PEOPLE)
def test_a_picture_is_small_and_typst_prints_it(who: str, rules: RuleSet) -> None:
    shown = pictures(PEOPLE[who], rules)
    dots = plan_of(PEOPLE[who], rules).dots.total.typical
    for picture in shown:  # a whole scalp is seen from three sides, so its places are drawn more than once
        assert len(picture.svg) < 12 * max(25_000, dots, len(re.findall(r"h\d", picture.svg)))
    pages = '#for p in json(bytes(sys.inputs.all)) [#image(bytes(p), format: "svg", width: 100%)]'
    printed = typst.compile(
        pages.encode(), sys_inputs={"all": json.dumps([p.svg for p in shown])}, format="pdf"
    )
    assert printed.startswith(b"%PDF")  # pyright: ignore[reportOptionalMemberAccess, reportAttributeAccessIssue]


# --- the look -----------------------------------------------------------------------------


def test_the_head_holds_the_dots_of_the_plan_and_the_square_as_many_as_a_square_centimetre(
    rules: RuleSet,
) -> None:
    plan, look = plan_of(ADULT, rules), look_of(ADULT, rules)
    picture, *patches = scalp_with_dots(plan, look)
    pigment = in_ink(colours("III", "dark_brown", *_steps(plan))).later
    on_head = len(marks_on_head(look.drawing, 1, "temples").dots)
    in_square = int(rounded(look.drawing.typical.dots))
    assert strokes(picture, pigment) == on_head + in_square
    assert in_square == plan.dots.per_cm2.typical == 150
    assert not patches
    assert f"{in_square} dots" in picture.caption
    total = f"{plan.dots.total.typical:,} of {plan.dots.total.typical:,} dots"
    assert total in picture.words
    assert "no promise" in picture.caption


def _steps(plan: TreatmentPlan) -> Iterator[object]:
    for step in (plan.shade.first_session, plan.shade.target):
        yield step.typical if step else None


def test_each_visit_has_its_head_and_its_share(rules: RuleSet) -> None:
    plan = plan_of(ADULT, rules)
    row = heads_by_visit(plan, look_of(ADULT, rules))
    assert row
    for visit in plan.sessions.items:
        told = f"After visit {visit.number}: {100 * visit.share_after:.0f}%"
        assert told in texts(row)
        assert told in row.words


def test_before_the_first_visit_a_head_without_dots_stands_in_front(rules: RuleSet) -> None:
    plan = plan_of(ADULT, rules)
    row = heads_by_visit(plan, look_of(ADULT, rules))
    assert row
    assert row.words.startswith("4 heads drawn from above, side by side. Before: no dots; After visit 1")
    assert texts(row).startswith("Before: no dots After visit 1: 30% 45 dots/cm2")
    heads = [part for part in root(row).findall(f"{SVG}g") if part.find(f"{SVG}g") is not None]
    mine = in_ink(colours("III", "dark_brown", *_steps(plan)))
    dots = [
        sum(
            (path.get("d") or "").count("h0")
            for path in one.iter(f"{SVG}path")
            if path.get("stroke") in (mine.first, mine.later) and path.get("stroke") != mine.hair
        )
        for one in heads
    ]
    assert dots == sorted(set(dots))
    assert dots[0] == 0


def test_a_scar_and_a_measured_area_are_patches_with_their_size(rules: RuleSet) -> None:
    for who, size in (("a scar alone", "12 x 1 cm"), ("measured", "8 x 5 cm")):
        intake = PEOPLE[who]
        plan, look = plan_of(intake, rules), look_of(intake, rules)
        *_, patch = scalp_with_dots(plan, look)
        assert size in patch.words
        assert size in patch.caption
        assert heads_by_visit(plan, look) is None


def test_a_scar_alone_is_printed_on_the_head_from_behind(rules: RuleSet) -> None:
    intake = PEOPLE["a scar alone"]
    plan, look = plan_of(intake, rules), look_of(intake, rules)
    on_head, _patch = scalp_with_dots(plan, look)
    assert on_head.words.startswith("A head drawn from behind, ")
    assert "12 x 1 cm" in on_head.words
    assert "the place is ours" in on_head.caption
    assert "too fine to see" in on_head.caption
    pigment = in_ink(colours("III", "dark_brown", *_steps(plan))).later
    dots = len(marks_on_head(look.drawing, 1, "temples", "behind").dots)
    assert strokes(on_head, pigment) == dots + int(rounded(look.drawing.typical.dots)) > 1000


def test_on_paper_an_area_without_a_place_says_why_it_has_no_head(rules: RuleSet) -> None:
    plan, look = plan_of(PEOPLE["measured"], rules), look_of(PEOPLE["measured"], rules)
    (patch,) = scalp_with_dots(plan, look)
    assert "a size doesn't say where it is" in patch.caption


@pytest.mark.parametrize(
    ("area", "sides", "begins"),
    [
        (AreaAnswer(zones=("donor",)), ("behind",), "A head drawn from behind, "),
        (AreaAnswer(zones=("sides",)), ("side",), "A head drawn from its left side, "),
        (AreaAnswer(zones=("crown", "donor")), ("above", "behind"), "A head drawn from above, "),
        (AreaAnswer(norwood="VII"), ("above", "side"), "A head drawn from above, "),
        (AreaAnswer(norwood="VI"), ("above",), "A head drawn from above, "),
        (AreaAnswer(ludwig="III"), ("above",), "A head drawn from above, "),
        (AreaAnswer(zones=("whole_scalp",)), ("above", "side", "behind"), "A head drawn from above, "),
    ],
)
def test_the_head_is_printed_from_each_side_that_shows_a_treated_place(
    area: AreaAnswer, sides: tuple[From, ...], begins: str, rules: RuleSet
) -> None:
    intake = adult(area=area, kept_hair=0)
    plan, look = plan_of(intake, rules), look_of(intake, rules)
    (picture,) = scalp_with_dots(plan, look)
    pigment = in_ink(colours("III", "dark_brown", *_steps(plan))).later
    order = order_of(area.norwood, area.ludwig)
    on_heads = sum(len(marks_on_head(look.drawing, 1, order, seen).dots) for seen in sides)
    assert strokes(picture, pigment) == on_heads + int(rounded(look.drawing.typical.dots))
    assert picture.words.startswith(begins)
    for seen, told, below in (
        ("above", "A head drawn from above", "From above, forehead at the top."),
        ("side", "A head drawn from its left side", "From the left side. The right side is drawn alike."),
        ("behind", "A head drawn from behind", "From behind, left ear on the left."),
    ):
        assert (told in picture.words) == (below in picture.caption) == (seen in sides)
    assert "not seen" not in picture.words + picture.caption


def test_hair_and_dots_stand_out_from_the_skin_on_paper_and_skin_takes_little_ink() -> None:
    for tone in SKIN:
        for hair in HAIR:
            own = in_ink(colours(tone, hair, 1, 1))
            assert light(own.skin) > 0.75
            assert light(own.hair) < 0.7 * light(own.skin)
            assert light(own.first) < 0.7 * light(own.skin)


def light(colour: str) -> float:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue


# --- the days -----------------------------------------------------------------------------


def test_every_visit_limit_and_own_day_stands_on_the_timeline_and_in_its_words(rules: RuleSet) -> None:
    plan = plan_of(PEOPLE["busy, with hostile names"], rules)
    picture, limits = timeline_of(plan), limits_on_timeline(plan)
    circles = list(root(picture).iter(f"{SVG}circle"))
    assert len(circles) == len(plan.sessions.items)
    boxes = [box.get("fill") for box in root(picture).iter(f"{SVG}rect")]
    windows = [window for window in plan.aftercare.windows if window.rule in limits]
    assert boxes.count(PAPER.limit.colour) == len(windows) > 0
    assert boxes.count(PAPER.event.colour) == len(EVENTS) + len(AWAY)
    for name in (*limits.values(), "Holiday", "a var(--x) race", "<script>alert(1)</script>"):
        assert name in texts(picture)
        assert name in picture.words
    for visit in plan.sessions.items:
        assert f"visit {visit.number} on {visit.date.day} {visit.date:%B %Y}" in picture.words


def test_no_two_kinds_of_bars_are_told_apart_by_colour_alone() -> None:
    for one, other in combinations((PAPER.limit, PAPER.event, PAPER.away), 2):
        assert (one.hatched, one.colour == "none") != (other.hatched, other.colour == "none")
    for look in BARS.values():
        over = light(look.area.colour) if look.area.colour != "none" else 1
        assert abs(over - light(look.words)) > 0.8


def test_the_months_bear_the_visits_and_limits_on_their_days(rules: RuleSet) -> None:
    plan = plan_of(ADULT, rules)
    months = months_of_care(plan)
    assert len(months) == 3
    for visit in plan.sessions.items:
        name = f"{visit.date:%B %Y}"
        (sheet,) = [month for month in months if month.words.startswith(name)]
        assert f"Visit {visit.number} ({visit.date.day})" in sheet.words
        assert f"Visit {visit.number}" in texts(sheet)
        assert "No sun" in texts(sheet)
        assert name in texts(sheet)


def test_a_long_name_is_cut_on_a_sheet_where_more_would_not_fit(rules: RuleSet) -> None:
    trip = LifeEvent(from_=date(2027, 2, 22), to=date(2027, 2, 22), name="W" * 200, kind="sport")
    sheets = months_of_care(plan_of(adult(calendar=replace(ADULT.calendar, events=(trip,))), rules))
    assert any("…" in texts(sheet) for sheet in sheets)
    assert not any("W" * 30 in texts(sheet) for sheet in sheets)
    assert any("W" * 200 in sheet.words for sheet in sheets)


# --- the years ----------------------------------------------------------------------------


def test_all_options_are_drawn_in_one_ink_and_one_weight_and_told_apart_by_their_dash(us: RuleSet) -> None:
    plan = plan_of(ADULT, us)
    picture = money_over_years(plan, 10)
    assert picture
    lines = [path for path in root(picture).iter(f"{SVG}path") if path.get("stroke-width") == "2"]
    assert {path.get("stroke") for path in lines} == {PAPER.line}
    assert len({path.get("stroke-dasharray") for path in lines}) == len(lines) == 5
    for option in plan.comparison.options:
        assert option.name in texts(picture)
        assert option.name in picture.words


def test_options_that_run_together_are_said_to(us: RuleSet) -> None:
    plan = plan_of(losing(), us)
    hair, money = hair_over_years(plan, 10), money_over_years(plan, 10)
    assert hair
    assert "run together" in hair.caption
    assert money
    assert "run together" not in money.caption


def test_without_prices_there_is_no_picture_of_money(rules: RuleSet) -> None:
    assert money_over_years(plan_of(PEOPLE["health still open"], rules), 10) is None


def test_fading_tells_what_is_left_at_its_end(rules: RuleSet) -> None:
    plan = plan_of(ADULT, rules)
    last = plan.touch_ups.fade[-1]
    told = f"After {last.months} months: {100 * last.typical:.0f}%"
    assert told in fading(plan).words


# --- a hundred people ---------------------------------------------------------------------


@pytest.mark.parametrize("count", [0, 1, 37, 100])
def test_of_a_hundred_people_as_many_are_filled_as_were_counted(count: int) -> None:
    picture = hundreds([("SMP", count)])
    had, had_not = (path.get("d", "").count("M") for path in root(picture).iter(f"{SVG}path"))
    assert (had, had_not) == (count, 100 - count)
    assert picture.words.endswith(f"SMP: {count}.")


def test_where_nobody_counted_nobody_is_drawn() -> None:
    picture = hundreds([("SMP", None)])
    (hatched,) = root(picture).iter(f"{SVG}path")
    assert (hatched.get("fill"), hatched.get("stroke")) == ("none", PAPER.had_not)
    assert "not known" in picture.words.lower()


def test_all_options_have_a_hundred_of_one_size_with_their_names() -> None:
    picture = hundreds([("Doing nothing", None), ("Medication", 81), ("SMP", 0)])
    sizes = {g.get("transform") for g in root(picture).iter(f"{SVG}g") if "scale" in g.get("transform", "")}
    assert len(sizes) == 1
    assert texts(picture) == "Doing nothing Medication SMP"
    assert picture.words.endswith("Doing nothing: not known; Medication: 81; SMP: 0.")


@pytest.mark.parametrize(("large", "floor"), [(False, 7), (True, 10)])
def test_no_letter_in_a_picture_is_printed_too_small_to_read(large: bool, floor: int, rules: RuleSet) -> None:
    sheet = Sheet("letter", large=large)
    drawn = pictures(ADULT, rules)
    on_first_page = replace(drawn[0], share=HEAD_WITH_OWN_RULES)
    for picture in (*drawn, on_first_page):
        width = width_of(picture.svg, picture.share, sheet)
        svg = ElementTree.fromstring(printable_svg(picture.svg, smallest_letters(picture.svg, width, sheet)))
        scale = width / float((svg.get("viewBox") or "").split()[2])
        sizes = [float(text.get("font-size") or 0) * scale for text in svg.iter(f"{SVG}text")]
        assert min(sizes, default=floor) > floor - 0.05
