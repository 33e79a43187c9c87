"""What a doctor may have to look at before anything is booked stands above the plan, wherever it is told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from smp_planner.exports.paper.blocks import Bullets
from smp_planner.exports.paper.summary import summary
from smp_planner.exports.sheets.in_short import in_short_sheet
from smp_planner.exports.text import to_text
from smp_planner.exports.told_first import TOLD_FIRST
from smp_planner.rules.ruleset import RuleSet
from tests.people import ADULT, plan_of

MOVING = "Your loss is moving on, so the area is likely to grow."


def first_lines(text: str) -> str:
    return " ".join(text.split("VISITS", maxsplit=1)[0].split())


@pytest.mark.parametrize(("moving", "told"), [("yes", True), ("no", False), (None, False)])
def test_loss_that_moves_on_is_told_before_the_first_date_in_text_workbook_and_on_paper(
    rules: RuleSet, moving: str | None, told: bool
) -> None:
    plan = plan_of(replace(ADULT, loss_moving_on=moving), rules)
    assert (MOVING in first_lines(to_text(plan))) is told
    assert any(MOVING in str(cell) for row in in_short_sheet(plan).rows for cell in row) is told
    bullets = [words for block in summary(plan).blocks if isinstance(block, Bullets) for words in block.items]
    assert any(str(words).startswith(MOVING) for words in bullets) is told


def test_an_allergy_to_metal_is_told_before_the_first_date(rules: RuleSet) -> None:
    plan = plan_of(replace(ADULT, health=("metal_allergy",)), rules)
    assert plan.cost is not None
    assert "You have an allergy to metal or hair dye. Tell the clinic before you book." in first_lines(
        to_text(plan)
    )
    assert "You have an allergy to metal or hair dye." in str(summary(plan))


def test_what_stands_first_on_paper_is_not_a_guess_at_the_hair(rules: RuleSet) -> None:
    plan = plan_of(replace(ADULT, loss_moving_on="yes", kept_hair=None), rules)
    [steps] = [
        block.items for block in summary(plan).blocks if isinstance(block, Bullets) and not block.small
    ]
    assert steps[0].startswith(MOVING)


def test_each_criterion_that_is_told_first_is_one_of_the_rules(rules: RuleSet) -> None:
    assert set(TOLD_FIRST) <= {id_ for id_, one in rules.suitability.criteria.items() if one.level == "know"}
