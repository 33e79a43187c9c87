"""Nobody whose dots go between long hair is told to clip it; nor that it may stay long beside bare skin."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from smp_planner.domain.in_hair import is_in_hair, is_long_by_bare
from smp_planner.domain.intake import AreaAnswer, Hair, Scar
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.exports.day_lines import day_lines, said
from smp_planner.exports.on_timeline import limits_on_timeline
from smp_planner.rules.ruleset import RuleSet
from tests.people import adult, plan_of

LUDWIG: dict[str, Any] = {"goals": ("crown",), "area": AreaAnswer(ludwig="II"), "hair": Hair(wears="long")}


@pytest.mark.parametrize(
    ("answers", "in_hair"),
    [
        ({"goals": ("added_density",), "hair": Hair(wears="short")}, True),
        ({"goals": ("crown",), "hair": Hair(wears="long"), "kept_hair": Decimal("0.4")}, True),
        ({"goals": ("crown",), "hair": Hair(wears="long"), "kept_hair": {"crown": Decimal("0.4")}}, True),
        ({"goals": ("crown",), "hair": Hair(wears="long"), "kept_hair": 0}, False),
        ({"goals": ("crown",), "hair": Hair(wears="long"), "kept_hair": None}, False),
        ({"goals": ("crown",), "hair": Hair(wears="long"), "kept_hair": {"crown": None}}, False),
        ({"goals": ("crown",), "hair": Hair(wears="long"), "kept_hair": {}}, False),
        (
            {
                "goals": ("crown",),
                "hair": Hair(wears="long"),
                "kept_hair": {"front": 0, "crown": Decimal("0.4")},
            },
            False,
        ),
        ({"goals": ("crown",), "hair": Hair(wears="short"), "kept_hair": Decimal("0.4")}, False),
        ({"goals": (), "area": AreaAnswer(ludwig="I"), "hair": Hair()}, True),
        ({"goals": ("crown",), "hair": Hair(wears="short")}, False),
        ({"goals": ("added_density",), "hair": Hair(wears="shaved")}, False),
        ({"goals": ("added_density", "shaved_look"), "hair": Hair(wears="long")}, False),
    ],
)
def test_dots_go_between_hair_where_it_thins_or_some_is_left_that_is_long_and_nobody_wants_it_shaved(
    answers: dict[str, Any], in_hair: bool
) -> None:
    assert is_in_hair(adult(**answers)) is in_hair


def test_of_a_zone_that_is_named_and_not_told_there_is_no_hair_for_the_dots_to_go_between() -> None:
    both, long = AreaAnswer(zones=("front", "crown")), Hair(wears="long")
    told = {"crown": Decimal("0.4")}
    assert not is_in_hair(adult(goals=("crown",), area=both, hair=long, kept_hair=told))
    whole = {"whole_scalp": Decimal("0.4")}
    assert is_in_hair(adult(goals=("crown",), area=both, hair=long, kept_hair=whole))


@pytest.mark.parametrize(("kept", "in_hair"), [(None, True), (Decimal("0.4"), True), (0, False)])
def test_hair_lies_over_a_scar_alone_unless_it_is_told_to_be_bare(kept: Any, in_hair: bool) -> None:
    scar = adult(goals=("scar_camouflage",), hair=Hair(wears="long"), kept_hair=kept)
    assert is_in_hair(scar, scars_alone=True) is in_hair
    assert is_long_by_bare(scar, scars_alone=True) is not in_hair


@pytest.mark.parametrize(
    ("answers", "beside"),
    [
        ({"goals": ("crown",), "hair": Hair(wears="long")}, True),
        ({"goals": ("crown",), "hair": Hair(wears="short")}, False),
        ({"goals": ("crown",), "hair": Hair()}, False),
        ({"goals": ("crown", "shaved_look"), "hair": Hair(wears="long")}, False),
        (LUDWIG, False),
    ],
)
def test_bare_skin_lies_beside_long_hair_that_is_not_to_be_shaved(
    answers: dict[str, Any], beside: bool
) -> None:
    assert is_long_by_bare(adult(**answers)) is beside


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


BARE_CROWN: dict[str, Any] = {
    "goals": ("crown",), "area": AreaAnswer(norwood="III-vertex"), "hair": Hair(colour="black", wears="long"),
}  # fmt: skip


@pytest.mark.parametrize("kept", [None, 0])
def test_who_wears_long_hair_beside_a_bare_crown_is_not_told_to_wear_it_as_he_likes(
    kept: int | None, rules: RuleSet
) -> None:
    plan = plan_of(adult(**BARE_CROWN, kept_hair=kept), rules)
    [upkeep] = [point for point in plan.talk.agreed if point.id == "upkeep"]
    assert upkeep.say.startswith("Dots on bare skin look like stubble, and long hair around them can make")
    assert upkeep.write == "How short you wear it, how it is cut, and how often"
    [step] = [step for step in plan.trace if step.field == "talk.agreed.upkeep"]
    assert [rule.id for rule in step.rules] == ["talk.agreed.upkeep"]
    [row] = [row for row in plan.comparison.rows if row.id == "hair_length"]
    assert row.cells["smp"].say.startswith("Clipped short for a shaved look, as dots on bare skin look like")
    [razor] = {task.say for task in plan.aftercare.before if task.rule == "razor"}
    assert "Ask the clinic first whether your hair has to be clipped short." in razor
    assert not any("near the dots" in window.say for window in plan.aftercare.windows)
    assert "No foil shaver" in limits_on_timeline(plan).values()


def test_it_is_good_to_know_beforehand_that_long_hair_can_make_dots_on_bare_skin_show(rules: RuleSet) -> None:
    def known(**answers: Any) -> list[str]:
        return [one.say for one in plan_of(adult(**answers), rules).suitability.know]

    [said] = [say for say in known(**BARE_CROWN) if "stubble" in say]
    assert said.endswith("Ask to see healed work on hair like yours.")
    for others in (BARE_CROWN | {"kept_hair": Decimal("0.4")}, LUDWIG, {}):
        assert not any("stubble" in say for say in known(**others))


def test_long_hair_over_a_scar_keeps_the_words_for_dots_between_hair(rules: RuleSet) -> None:
    scar = AreaAnswer(
        scars=(Scar(length_cm=20, width_cm=Decimal("0.5"), age_months=72, raised=False, red=False),)
    )
    plan = plan_of(
        adult(goals=("scar_camouflage",), area=scar, hair=Hair(wears="long"), kept_hair=None), rules
    )
    [upkeep] = [point for point in plan.talk.agreed if point.id == "upkeep"]
    assert upkeep.write == "How you wear it, part it and colour it"
    assert "foil_shave" not in limits_on_timeline(plan)
    assert not any("stubble" in known.say for known in plan.suitability.know)


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


@pytest.mark.parametrize("wears", ["short", "shaved"])
def test_a_man_with_short_sides_around_a_bare_crown_reads_that_they_are_clipped_too(
    rules: RuleSet, wears: str
) -> None:
    """The row on upkeep spoke of a shaved look, which he does not want, and said nothing of the sides."""
    hair = Hair(colour="dark_brown", wears=wears)  # pyright: ignore[reportArgumentType]
    plan = plan_of(adult(goals=("crown",), area=AreaAnswer(norwood="IV"), hair=hair), rules)
    told = next(row.say for row in plan.talk.agreed if row.id == "upkeep")
    clipped = "Dots look like stubble, so clip or shave your hair about every 2 days (1 to 4), the sides too"
    assert told.startswith(clipped)
    assert "shaved look" not in told
