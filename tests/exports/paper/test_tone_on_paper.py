"""On a printed page, at the size at which it is read, dots look no denser than the hair beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

import numpy as np
import pypdfium2
import pytest

from smp_planner.domain.intake import AreaAnswer, Hair, Intake, Scar, Skin
from smp_planner.exports.paper.pdf import to_pdf
from smp_planner.exports.paper.picture_of_look import scalp_with_dots
from smp_planner.pictures.head import MIDDLE, REACH_X, REACH_Y
from smp_planner.pictures.seen import UNITS_PER_CM, From, seen_from
from smp_planner.planner.dots.drawing import look_of
from smp_planner.rules.ruleset import RuleSet
from tests.exports.paper.sample_paper import paper
from tests.people import adult, plan_of

PEOPLE: Mapping[str, Intake] = {
    "bare": adult(),
    "between hair": adult(area=AreaAnswer(norwood="IV"), kept_hair=Decimal("0.2")),
    "black hair, dense": adult(
        skin=Skin(tone="IV", traits=()), hair=Hair(colour="black", wears="shaved"), density="dense"
    ),
    "light hair": adult(skin=Skin(tone="I", traits=()), hair=Hair(colour="blond", wears="shaved")),
}
SCAR = Scar(length_cm=20, width_cm=1, age_months=30, raised=False, red=False)
SIZES = (72, 90, 100, 110, 150)  # points of a screen to an inch of the page
BEFORE, SQUARE, TOP = 36, 150, 12  # what keeps the square from the head, its side, and how far down it stands
EARS: Mapping[From, float] = {"above": 11, "behind": 6}  # how far in the drawing begins
CROWN, SIDE = (0, 0.45), (0.84, 0.05)  # places on the head: treated at the stage, and with full hair
SHARE = 48  # of the width of the page
HALF = 6  # half the side of what is looked at, in units of the drawing

Place = tuple[float, float]


_printed = dict[tuple[str, str], bytes]()


def printed(intake: Intake, rules: RuleSet) -> bytes:
    """The page with the drawing; printed once for all sizes at which it is seen."""
    key = (repr(intake), rules.edition.fingerprint)
    if key not in _printed:
        drawn, *_ = scalp_with_dots(plan_of(intake, rules), look_of(intake, rules), SHARE)
        _printed[key] = to_pdf(paper(drawn), size="letter")
    return _printed[key]


def darkness(
    intake: Intake, rules: RuleSet, dpi: int, *places: Place, seen_from_: From = "above", half: int = HALF
) -> list[float]:
    """How dark (0-255) some places of the drawing are on the mean on a printed page, seen at a size."""
    begins, ends = EARS[seen_from_], seen_from(seen_from_).width + BEFORE + SQUARE
    page: Any = pypdfium2.PdfDocument(printed(intake, rules))[0]
    seen = np.asarray(page.render(scale=dpi / 72).to_numpy()[..., 2::-1], dtype=float)
    tinted = (seen[..., 0] - seen[..., 2] > 6) & (seen[..., 2] > 190)  # skin: hardly any grey is like that
    across = np.flatnonzero(tinted.sum(axis=0) > 4)
    scale = (across[-1] + 1 - across[0]) / (ends - begins)
    left = across[0] - begins * scale
    inside = slice(int(left + (ends - SQUARE + 20) * scale), int(left + (ends - 20) * scale))
    top = np.flatnonzero(tinted[:, inside].any(axis=1))[0] - TOP * scale
    grey = 255 - seen @ (0.299, 0.587, 0.114)

    def at(x: float, y: float) -> float:
        sides = [
            round(start + scale * (mid + by)) for start, mid in ((left, x), (top, y)) for by in (-half, half)
        ]
        return float(grey[sides[2] : sides[3], sides[0] : sides[1]].mean())

    return [at(*place) for place in places]


def on_head(across: float, along: float) -> Place:
    return MIDDLE[0] + across * REACH_X, MIDDLE[1] + along * REACH_Y


@pytest.mark.parametrize("dpi", SIZES)
@pytest.mark.parametrize("who", PEOPLE)
def test_the_treated_crown_looks_no_denser_than_the_hair_beside_it(
    who: str, dpi: int, rules: RuleSet
) -> None:
    clipped = replace(PEOPLE[who], goals=("crown",), hair=replace(PEOPLE[who].hair, wears="short"))
    crown, side = darkness(clipped, rules, dpi, on_head(*CROWN), on_head(*SIDE))
    assert crown < 0.75 * side


@pytest.mark.parametrize("dpi", SIZES)
@pytest.mark.parametrize("who", PEOPLE)
def test_where_hair_is_shaved_the_treated_crown_and_the_stubble_beside_it_look_alike(
    who: str, dpi: int, rules: RuleSet
) -> None:
    """Full hair as a stubble covers about as much of the skin as the dots do, and never clearly less."""
    crown, side = darkness(PEOPLE[who], rules, dpi, on_head(*CROWN), on_head(*SIDE))
    assert 0.75 * side < crown < 1.05 * side


@pytest.mark.parametrize("dpi", SIZES)
def test_its_tone_is_one_at_every_size(dpi: int, rules: RuleSet) -> None:
    """A dot that is finer than a point of the screen takes no more of it than its share."""
    [seen] = darkness(adult(), rules, dpi, on_head(*CROWN))
    [close] = darkness(adult(), rules, 300, on_head(*CROWN))
    assert seen == pytest.approx(close, rel=0.1)


@pytest.mark.parametrize("dpi", SIZES)
def test_a_scar_from_behind_looks_no_darker_than_the_hair_around_it(dpi: int, rules: RuleSet) -> None:
    intake = adult(goals=("scar_camouflage",), area=AreaAnswer(scars=(SCAR,)), kept_hair=Decimal("0.9"))
    view = seen_from("behind")
    middle = view.scars["back"]
    x, y = (corner + cm * UNITS_PER_CM for corner, cm in zip(view.corner, (middle.x, middle.y), strict=True))
    scar, over, under = darkness(
        intake, rules, dpi, (x, y), (x, y - 40), (x, y + 30), seen_from_="behind", half=3
    )
    assert scar < min(over, under)
