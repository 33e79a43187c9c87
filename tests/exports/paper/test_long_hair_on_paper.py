"""Long hair on a printed page: a parting between dark hair, darker where dots are, and words that tell it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pypdfium2
import pytest

from smp_planner.domain.intake import AreaAnswer, Hair, Intake, Person, Skin
from smp_planner.domain.xml_text import NO_XML
from smp_planner.exports.look_words import ALIKE, FALLS, LONG_HAIR, NO_PROMISE
from smp_planner.exports.paper.pdf import to_pdf
from smp_planner.exports.paper.picture_of_look import HALF_HAIR, heads_by_visit, scalp_with_dots
from smp_planner.planner.dots.drawing import look_of
from smp_planner.rules.ruleset import RuleSet
from tests.exports.paper.sample_paper import paper
from tests.people import adult, plan_of

BY_POINT = 1.6  # of the screen to a point of the page
HEAD = (320, 170, 220, 120)  # the middle of the hair there: top, left, height and width


def woman(stage: str = "II", colour: str = "dark_brown", wears: str = "long") -> Intake:
    return adult(
        goals=("added_density",), area=AreaAnswer(ludwig=stage), kept_hair=None,
        skin=Skin(tone="II", traits=()), hair=Hair(colour=colour, wears=wears),
        person=Person(age=52, sex="female", could_be_pregnant=False),
    )  # fmt: skip


def test_on_paper_long_hair_is_told_in_words_with_no_promise(rules: RuleSet) -> None:
    plan, look = plan_of(woman(), rules), look_of(woman(), rules)
    head, *others = scalp_with_dots(plan, look)
    assert not others
    assert FALLS in head.words
    assert head.caption.index(NO_PROMISE) < head.caption.index("A strand stands for 3 hairs.")
    assert LONG_HAIR in head.caption
    assert HALF_HAIR not in head.caption
    short = woman(wears="short")
    clipped, *_ = scalp_with_dots(plan_of(short, rules), look_of(short, rules))
    assert HALF_HAIR in clipped.caption
    assert LONG_HAIR not in clipped.caption
    assert FALLS not in clipped.words


def test_a_page_with_long_hair_is_at_most_two_fifths_heavier(rules: RuleSet) -> None:
    sizes: list[int] = []
    for intake in (woman(), woman(wears="short")):
        drawn, *_ = scalp_with_dots(plan_of(intake, rules), look_of(intake, rules))
        sizes.append(len(to_pdf(paper(drawn), size="letter")))
    assert sizes[0] < 1.4 * sizes[1]


@pytest.mark.parametrize("colour", ["black", "dark_brown", "grey", "blond"])
def test_printed_the_parting_is_lighter_than_hair_and_wider_at_a_later_stage(
    colour: str, rules: RuleSet
) -> None:
    """By the share of the middle of the hair that is about as light as the tint of skin."""

    def light(stage: str) -> float:
        intake = woman(stage, colour)
        drawn, *_ = scalp_with_dots(plan_of(intake, rules), look_of(intake, rules))
        page: Any = pypdfium2.PdfDocument(to_pdf(paper(drawn), size="letter"))[0]
        seen = np.asarray(page.render(scale=BY_POINT).to_numpy()[..., 2::-1], dtype=float)
        top, left, high, wide = HEAD
        grey = seen[top : top + high, left : left + wide] @ (0.299, 0.587, 0.114)
        return float((grey > 190).mean())

    first, second, third = (light(stage) for stage in ("I", "II", "III"))
    assert 0 < first < second < third


def test_the_row_of_heads_has_one_parting_for_each_visit(rules: RuleSet) -> None:
    plan, look = plan_of(woman(), rules), look_of(woman(), rules)
    row = heads_by_visit(plan, look)
    assert row is not None
    assert row.svg.count('fill-rule="evenodd"') == 1 + len(plan.sessions.items)
    assert not NO_XML.search(row.svg)


def test_beside_heads_that_look_alike_stand_the_dots_of_each_visit(rules: RuleSet) -> None:
    """Hair hides them on the head, so the step is told: no dots before, then ever more on a cm2."""
    row = heads_by_visit(plan_of(woman(), rules), look_of(woman(), rules))
    assert row is not None
    assert row.caption == f"{ALIKE} The numbers show what each visit adds."
    told = "Before: no dots; After visit 1: 30%, 34 dots/cm2; After visit 2: 70%, 79 dots/cm2; "
    assert f"{told}After visit 3: 100%, 113 dots/cm2." in row.words
    short = woman(wears="short")
    clipped = heads_by_visit(plan_of(short, rules), look_of(short, rules))
    assert clipped is not None
    assert not clipped.caption


def test_under_a_full_looking_head_it_says_that_its_square_holds_the_same_hair(rules: RuleSet) -> None:
    look = look_of(woman(), rules)
    [zone, *_others] = look.drawing.zones.values()
    assert zone.fill.hairs == look.drawing.typical.hairs == pytest.approx(32, abs=0.5)
    head, *_patches = scalp_with_dots(plan_of(woman(), rules), look)
    assert "about 32 of 127 hairs on each cm2 of the area. The head looks fuller" in head.caption
    assert "3 times as wide as in life" in head.caption
    short = woman(wears="short")
    clipped, *_patches = scalp_with_dots(plan_of(short, rules), look_of(short, rules))
    assert "looks fuller" not in clipped.caption
