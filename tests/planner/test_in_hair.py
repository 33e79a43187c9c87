"""Dots between hair: nobody who wears it longer is told how to shave or to clip it."""

from __future__ import annotations

from typing import Any

import pytest

from smp_planner.domain.in_hair import is_in_hair
from smp_planner.domain.intake import AreaAnswer, Hair
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.exports.day_lines import day_lines, said
from smp_planner.rules.ruleset import RuleSet
from tests.people import adult, plan_of

LUDWIG: dict[str, Any] = {"goals": ("crown",), "area": AreaAnswer(ludwig="II"), "hair": Hair(wears="long")}


@pytest.mark.parametrize(
    ("answers", "in_hair"),
    [
        ({"goals": ("added_density",), "hair": Hair(wears="short")}, True),
        ({"goals": ("crown",), "hair": Hair(wears="long")}, True),
        ({"goals": (), "area": AreaAnswer(ludwig="I"), "hair": Hair()}, True),
        ({"goals": ("crown",), "hair": Hair(wears="short")}, False),
        ({"goals": ("added_density",), "hair": Hair(wears="shaved")}, False),
        ({"goals": ("added_density", "shaved_look"), "hair": Hair(wears="long")}, False),
    ],
)
def test_dots_go_between_hair_where_it_thins_or_is_long_and_nobody_wants_it_shaved(
    answers: dict[str, Any], in_hair: bool
) -> None:
    assert is_in_hair(adult(**answers)) is in_hair


def words(plan: TreatmentPlan, rule: str) -> set[str]:
    after = {window.say for window in plan.aftercare.windows if window.rule == rule}
    return after | {task.say for task in plan.aftercare.before if task.rule == rule}


def test_limits_on_shaving_keep_their_days_and_change_their_words(rules: RuleSet) -> None:
    shaved, long = plan_of(adult(), rules), plan_of(adult(**LUDWIG), rules)
    for rule in ("foil_shave", "razor"):
        assert words(shaved, rule) & words(long, rule) == set()
        days = [
            {(w.to - w.from_).days for w in plan.aftercare.windows if w.rule == rule and len(w.sessions) == 1}
            for plan in (shaved, long)
        ]
        assert days[0] == days[1]
    assert all(say.startswith("If any hair near the dots") for say in words(long, "foil_shave"))
    assert words(shaved, "swimming") == words(long, "swimming")


def test_the_talk_speaks_of_clipping_to_those_alone_who_wear_it_clipped(rules: RuleSet) -> None:
    def upkeep(plan: TreatmentPlan) -> tuple[str, str | None]:
        [point] = [point for point in plan.talk.agreed if point.id == "upkeep"]
        return point.say, point.write

    assert "clip or shave your hair about every 2 days" in upkeep(plan_of(adult(), rules))[0]
    plan = plan_of(adult(**LUDWIG), rules)
    say, write = upkeep(plan)
    assert "no clipping" in say
    assert write == "How you wear it, part it and colour it"
    [step] = [step for step in plan.trace if step.field == "talk.agreed.upkeep"]
    assert [rule.id for rule in step.rules] == ["talk.agreed.upkeep"]


NEAR_THE_DOTS = ("no foil shaver near the dots", "no razor near the dots", "no shaving near the place")


def test_the_days_name_in_few_words_too_that_only_hair_near_the_dots_is_not_to_be_shaved(
    rules: RuleSet,
) -> None:
    shaved, long = (
        " ".join(said(line).lower() for line in day_lines(plan_of(adult(**answers), rules)))
        for answers in ({}, LUDWIG)
    )
    for few_words in NEAR_THE_DOTS:
        assert few_words in long
        assert few_words not in shaved
    for of_shaved_heads in ("foil shaver", "razor"):
        assert of_shaved_heads in shaved
        assert long.count(of_shaved_heads) == long.count(f"{of_shaved_heads} near the dots")
