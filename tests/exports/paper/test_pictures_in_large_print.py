"""Who needs large letters reads those of the pictures too, and none runs into the next."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any, cast

import pytest

from smp_planner.domain.intake import Skin
from smp_planner.exports.paper.document import paper_of
from smp_planner.exports.paper.picture_of_look import LIGHT_SKIN, heads_by_visit
from smp_planner.exports.paper.pictures import fading, hundreds, timeline_of
from smp_planner.exports.paper.sheet import Sheet, Size
from smp_planner.exports.paper.typeset import typeset
from smp_planner.pictures.lettering import SIZE, room_for
from smp_planner.planner.dots.drawing import look_of
from smp_planner.rules.ruleset import RuleSet
from tests.people import adult, plan_of

READ_EASILY = 12
"""Points: what the body has in normal print."""
LETTERED = re.compile(r'font-size="([\d.]+)"')
NAME = re.compile(r'translate\(([\d.]+) ([\d.]+)\)"><g.*?</g>((?:<text[^>]*>[^<]*</text>)+)')
OPTIONS = ("Doing nothing", "Medication", "SMP", "FUT", "FUE")


def printed(picture: Any, size: Size = "a4") -> dict[str, Any]:
    """A picture as it is handed to the printer in large print."""
    from smp_planner.exports.paper.typeset import _picture  # pyright: ignore[reportPrivateUsage]

    return cast("dict[str, Any]", _picture(picture, Sheet(size, large=True)))


def points(shown: dict[str, Any]) -> list[float]:
    """How large each letter of a picture is printed."""
    wide = float(re.search(r'viewBox="0 0 ([\d.]+)', shown["svg"])[1])  # pyright: ignore
    return [float(size) * shown["width"] / wide for size in LETTERED.findall(shown["svg"])]


@pytest.mark.parametrize("size", ["a4", "letter"])
def test_the_words_of_a_picture_are_as_large_as_the_body_of_normal_print(size: Size, rules: RuleSet) -> None:
    plan = plan_of(adult(), rules)
    row = heads_by_visit(plan, look_of(plan.intake, rules))
    for picture in (timeline_of(plan), fading(plan), row, hundreds([(name, 10) for name in OPTIONS])):
        assert min(points(printed(picture, size))) >= READ_EASILY


def test_names_under_hundreds_beside_each_other_stay_apart() -> None:
    """ "Doing nothing", "Medication" and "SMP" were printed over each other."""
    shown = printed(hundreds([(name, 10) for name in OPTIONS]))
    names = [(float(x), y, words) for x, y, words in NAME.findall(shown["svg"])]
    assert len(names) == len(OPTIONS)
    for (x, y, words), (next_x, next_y, _words) in pairwise(names):
        widest = max(
            room_for(line) * float(size) / SIZE
            for size, line in re.findall(r'font-size="([\d.]+)"[^>]*>([^<]*)<', words)
        )
        assert y != next_y or x + widest < next_x


def test_on_dark_skin_the_paper_says_that_it_draws_a_light_one(rules: RuleSet) -> None:
    """Beside "On dark skin the dots show less" the paper drew brown skin pale, without a word."""
    told = {tone: plan_of(adult(skin=Skin(tone=tone, traits=())), rules) for tone in ("II", "V", "VI")}
    for tone, plan in told.items():
        sheet = str(typeset(paper_of(plan, look=look_of(plan.intake, rules)), Sheet("letter")))
        assert sheet.count(LIGHT_SKIN) == (2 if tone != "II" else 0), "page 1 and the row of heads"
