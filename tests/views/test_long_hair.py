"""Who wears hair long is told how it is drawn, that it is a drawing, and that long hair hides dots."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from smp_planner.domain.intake import AreaAnswer, Hair, Person, Scar
from smp_planner.exports.look_words import FALLS, LONG_HAIR, NO_PROMISE
from smp_planner.planner.dots.drawing import drawing_of
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.drawn_look import (
    FULL_AROUND,
    IN_HAIR,
    LONG_AROUND,
    LONG_BY_BARE,
    STUBBLE_AROUND,
    WORN_UNSAID,
)
from smp_planner.views.look_sent import sent
from smp_planner.views.visit_pictures import visit_pictures
from tests.people import adult, plan_of
from tests.reading_grade import reading_grade
from tests.views.shown import markup, open_tab

LONG = Hair(colour="dark_brown", wears="long")
WOMAN: dict[str, Any] = {
    "goals": ("added_density",),
    "area": AreaAnswer(ludwig="II"),
    "kept_hair": None,
    "hair": LONG,
    "person": Person(age=52, sex="female", could_be_pregnant=False),
}
MAN: dict[str, Any] = {"goals": ("crown",), "area": AreaAnswer(norwood="V"), "hair": LONG}


def drawn(plan, rules):  # no annotations: only the body knows its names there  # pyright: ignore
    """The look alone; runs inside the test client."""
    from smp_planner.views.drawn_look import show_drawn_look
    from smp_planner.views.whys import Whys

    show_drawn_look(plan, Whys(plan, rules), rules=rules)


def told(rules: RuleSet, **changes: Any) -> str:
    plan = plan_treatment(adult(**changes), rules)
    page = AppTest.from_function(drawn, default_timeout=30, args=(plan, rules)).run()
    assert not page.exception
    return markup(page)


def head(rules: RuleSet, **changes: Any) -> dict[str, Any]:
    plan = plan_of(adult(**changes), rules)
    return json.loads(json.dumps(sent(plan, drawing_of(plan.intake, rules), rules)))["head"]


def test_a_woman_with_long_hair_reads_that_it_is_a_drawing_with_a_parting_that_hides_dots_or_shows_them(
    rules: RuleSet,
) -> None:
    page = told(rules, **WOMAN)
    assert page.index(NO_PROMISE) < page.index(LONG_HAIR) < page.index(LONG_AROUND)
    for words in (IN_HAIR, FULL_AROUND, STUBBLE_AROUND, "how you wear your hair, so"):
        assert words not in page


def test_of_a_ludwig_stage_it_says_that_nobody_said_how_hair_is_worn(rules: RuleSet) -> None:
    page = told(rules, **WOMAN | {"hair": Hair(colour="dark_brown")})
    assert page.count("You didn&#x27;t say how you wear your hair, so it is drawn long.") == 1
    assert WORN_UNSAID.startswith("You didn't say how you wear")
    assert LONG_HAIR in page


def test_who_wears_it_short_sees_it_clipped_as_before(rules: RuleSet) -> None:
    page = told(rules, **WOMAN | {"hair": Hair(wears="short")})
    assert IN_HAIR in page
    assert LONG_HAIR not in page
    assert not head(rules, **WOMAN | {"hair": Hair(wears="short")})["long"]


def test_a_mans_long_hair_beside_bare_skin_is_drawn_clipped_and_he_reads_what_it_can_do(
    rules: RuleSet,
) -> None:
    page = told(rules, **MAN)
    assert LONG_BY_BARE in page
    assert IN_HAIR not in page
    assert LONG_HAIR not in page
    assert not head(rules, **MAN)["long"]


@pytest.mark.parametrize(
    ("area", "words"),
    [
        (AreaAnswer(zones=("donor",)), LONG_BY_BARE),  # of whose hair nothing was said
        (AreaAnswer(scars=(Scar(length_cm=12, width_cm=1),)), IN_HAIR),
    ],
)
def test_what_lies_under_long_hair_is_drawn_with_clipped_hair(
    area: AreaAnswer, words: str, rules: RuleSet
) -> None:
    hidden = WOMAN | {"area": area, "goals": ("scar_camouflage",)}
    assert not head(rules, **hidden)["long"]
    assert LONG_HAIR not in told(rules, **hidden)
    assert words in told(rules, **hidden)


def test_each_side_says_that_hair_is_long_and_what_a_strand_is(rules: RuleSet) -> None:
    long = head(rules, **WOMAN)
    assert long["long"]
    for seen, view in long["seen"].items():
        assert (
            view["says"].index("A head drawn from") < view["says"].index(FALLS) < view["says"].index("reated")
        ), seen
    assert long["words"][0].endswith("A strand stands for 3 hairs.")
    short = head(rules, **WOMAN | {"hair": Hair(wears="short")})
    assert all(FALLS not in view["says"] for view in short["seen"].values())
    assert "strand" not in short["words"][0]


def test_only_the_plans_numbers_and_words_are_sent(rules: RuleSet) -> None:
    """No place of a strand: they are worked out where they are drawn."""
    long, short = (
        json.dumps(head(rules, **WOMAN | {"hair": Hair(wears=wears)})) for wears in ("long", "short")
    )
    assert len(long) - len(short) < 700


def test_beside_a_visit_the_small_head_has_a_parting_and_says_so(rules: RuleSet) -> None:
    plan = plan_of(adult(**WOMAN), rules)
    cards = visit_pictures(plan, rules).visits
    assert len(cards) == len(plan.sessions.items)
    assert all("long hair with a middle parting. After visit" in card for card in cards)
    clipped = visit_pictures(plan_of(adult(**WOMAN | {"hair": Hair(wears="short")}), rules), rules).visits
    assert all("parting" not in card for card in clipped)
    assert sum(map(len, cards)) < 1.2 * sum(map(len, clipped))


def test_before_the_visits_stands_a_head_without_dots_and_what_to_look_at(rules: RuleSet) -> None:
    said, *before = visit_pictures(plan_of(adult(**WOMAN), rules), rules).before
    assert "so the heads look much alike. The squares show what each visit adds." in said
    shown = "".join(before)
    assert "<h3>Before the first visit</h3>" in shown
    assert "long hair with a middle parting. Before the first visit." in shown
    assert "Your area, 1 cm2: 32 hairs" in shown
    clipped = WOMAN | {"hair": Hair(wears="short")}
    assert "alike" not in visit_pictures(plan_of(adult(**clipped), rules), rules).before[0]


def test_without_a_head_nothing_stands_before_the_visits_but_what_the_pictures_are(rules: RuleSet) -> None:
    scar = adult(area=AreaAnswer(scars=(Scar(length_cm=12, width_cm=1),)))
    assert len(visit_pictures(plan_of(scar, rules), rules).before) == 1


def test_the_square_says_why_the_head_looks_fuller_than_it(rules: RuleSet) -> None:
    def scale(**answers: Any) -> str:
        plan = plan_of(adult(**answers), rules)
        return sent(plan, drawing_of(plan.intake, rules), rules)["scale"]

    why = "Head and square hold the same hair: about 32 of 127 hairs on each cm2 of the area."
    assert why in scale(**WOMAN)
    assert why not in scale(**WOMAN | {"hair": Hair(wears="short")})
    assert reading_grade(scale(**WOMAN)) <= 8
    half = scale(**WOMAN | {"kept_hair": Decimal("0.5")})
    assert "about 64 of 127 hairs" in half, "it follows the hair that is left"


def test_the_limit_on_hair_dye_stands_in_short_on_the_page_as_on_paper(page: AppTest) -> None:
    """It stood on the first page of the paper alone; who wears the hair shaved has none to dye."""
    page = open_tab(page, "In short")
    assert "No hair dye:" not in markup(page)
    page.pills(key="wears").set_value("long").run()
    assert re.search(r"No hair dye: \d+ \w+", shown := markup(page))
    assert 'data-key="aftercare.windows.self_tan_and_dye"' in shown
