"""A scar from behind is a pale line in the hair on paper, as it is on the page, and no dark belt."""

from __future__ import annotations

from decimal import Decimal
from math import pi

import pytest

from smp_planner.domain.intake import AreaAnswer, Hair, Scar, ScarPlace
from smp_planner.exports.paper.picture_of_look import HALF, scalp_with_dots
from smp_planner.pictures.dots import DOT_CM, FINE, HAIR_CM, HAIR_LONG_CM, Spot, marks_on_head
from smp_planner.pictures.scars import Scars
from smp_planner.pictures.seen import seen_from
from smp_planner.planner.dots.drawing import look_of
from smp_planner.rules.ruleset import RuleSet
from tests.exports.paper.test_pictures import root
from tests.people import adult, plan_of

SVG = "{http://www.w3.org/2000/svg}"
SCAR = AreaAnswer(
    scars=(Scar(length_cm=20, width_cm=Decimal("0.8"), age_months=30, raised=False, red=False),)
)


@pytest.mark.parametrize("kept", [None, Decimal("0.9")])
def test_hair_on_paper_covers_as_much_of_the_skin_as_on_the_page(
    kept: Decimal | None, rules: RuleSet
) -> None:
    intake = adult(goals=("scar_camouflage",), area=SCAR, kept_hair=kept, hair=Hair(wears="short"))
    plan, look = plan_of(intake, rules), look_of(intake, rules)
    on_head, *_ = scalp_with_dots(plan, look)
    [strokes] = [
        path
        for path in root(on_head).iter(f"{SVG}path")
        if path.get("stroke-width") == str(HAIR_CM / HALF * FINE)
    ]
    drawn = (strokes.get("d") or "").count("M") * HAIR_CM / HALF
    on_page = len(marks_on_head(look.drawing, 1, "temples", "behind").hairs) * HAIR_CM
    assert drawn == pytest.approx(on_page, rel=0.03)
    assert "Half of the hairs are drawn, each twice as wide." in on_head.caption


@pytest.mark.parametrize("kept", [None, Decimal("0.9")])
def test_the_scar_is_paler_than_the_hair_and_the_skin_around_it_no_darker_than_a_bit(
    kept: Decimal | None, rules: RuleSet
) -> None:
    """The share of the skin that ink covers, in the scar, in its margin, and further off."""
    intake = adult(goals=("scar_camouflage",), area=SCAR, kept_hair=kept)
    drawing = look_of(intake, rules).drawing
    marks = marks_on_head(drawing, 1, "temples", "behind")
    middle = seen_from("behind").scars["back"]
    scars = Scars(drawing.scars, middle)

    def covered(*, away: float) -> float:
        """In a box of 6 by 0.6 cm, so far under the middle of the scar."""
        x, y = middle.x, middle.y

        def inside(spots: list[Spot]) -> int:
            return len([s for s in spots if abs(s.x - x) < 3 and abs(s.y - y - away) < 0.3])

        return (
            inside(marks.dots) * pi * (DOT_CM / 2) ** 2 + inside(marks.hairs) * HAIR_CM * HAIR_LONG_CM
        ) / 3.6

    assert scars.fill_at(middle.x, middle.y) == drawing.scars[0].inside
    in_scar, margin, beyond = covered(away=0), covered(away=1.4), covered(away=3.2)
    assert in_scar < 0.8 * beyond
    assert margin < 1.25 * beyond


def test_scars_with_a_place_are_printed_from_where_they_are_seen(rules: RuleSet) -> None:
    told: tuple[tuple[ScarPlace | None, str, str], ...] = (
        ("front", "A head drawn from above", "Scar 1 at the front of the head, 12 x 1 cm"),
        ("side", "A head drawn from its left side", "it is drawn on the left alone"),
        ("back", "A head drawn from behind", "You named the part of the head."),
        (None, "A head drawn from behind", "Nobody said where it is."),
    )
    for place, begins, said in told:
        scar = Scar(length_cm=12, width_cm=1, place=place)
        intake = adult(goals=("scar_camouflage",), area=AreaAnswer(scars=(scar,)), kept_hair=None)
        on_head, _patch = scalp_with_dots(plan_of(intake, rules), look_of(intake, rules))
        assert on_head.words.startswith(begins)
        assert on_head.words.count("A head drawn") == 1
        assert said in on_head.caption
        assert ("Nobody said" in on_head.caption) == (place is None)
