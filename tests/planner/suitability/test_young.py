"""How far loss goes can't be judged so young: SMP says so too, and that a low line is hard to take back."""

from __future__ import annotations

import pytest

from smp_planner.domain.intake import AreaAnswer, Person, Scar
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.exports.told_first import told_first
from smp_planner.rules.ruleset import RuleSet
from tests.people import adult, plan_of

JO = Person(age=19, sex="male", could_be_pregnant=False)
WOMAN = Person(age=19, sex="female", could_be_pregnant=False)
SCAR = Scar(length_cm=9, width_cm=1, age_months=60, raised=False, red=False)
YOUNG = ["young_loss", "young_line"]


def young(rules: RuleSet, **more: object) -> TreatmentPlan:
    return plan_of(adult(**{"person": JO, **more}), rules)


def known(plan: TreatmentPlan) -> list[str]:
    return [one.id for one in told_first(plan.suitability) if one.id in YOUNG]


@pytest.mark.parametrize(
    ("answers", "found"),
    [
        ({"area": AreaAnswer(norwood="III")}, YOUNG),
        ({"area": AreaAnswer(zones=("hairline_temples",))}, YOUNG),
        ({"area": AreaAnswer(zones=("crown",))}, ["young_loss"]),
        ({"area": AreaAnswer(zones=("crown",)), "goals": ("hairline",)}, YOUNG),
        ({"area": AreaAnswer(ludwig="II"), "goals": ("added_density",), "person": WOMAN}, ["young_loss"]),
        ({"area": AreaAnswer(norwood="III"), "person": Person(age=24)}, YOUNG),
        ({"area": AreaAnswer(norwood="III"), "person": Person(age=25)}, []),
        ({"area": AreaAnswer(norwood="III"), "person": Person()}, []),
        ({"area": AreaAnswer(zones=("whole_scalp",)), "goals": ("alopecia_cover",)}, []),
        (
            {
                "area": AreaAnswer(scars=(SCAR,)),
                "goals": ("scar_camouflage",),
            },
            [],
        ),
    ],
)
def test_the_thought_of_age_stands_where_the_plan_starts(
    answers: dict[str, object], found: list[str], rules: RuleSet
) -> None:
    assert known(young(rules, **answers)) == found


def test_smp_and_surgery_both_ask_a_man_of_19_first(rules: RuleSet) -> None:
    """Both surgeries read "Many surgeons wait until about 25", SMP "Nothing you told us rules it out"."""
    plan = young(rules, area=AreaAnswer(norwood="III"), goals=("hairline",))
    options = {option.id: option for option in plan.comparison.options}
    for option in ("smp", "fut", "fue"):
        assert options[option].open_to_you == "ask"
        assert "can" in options[option].why
        assert "judged" in options[option].why
    step = next(step for step in plan.trace if step.field == "suitability.know.young_loss")
    assert "suitability.loss_judged_from_years" in [reading.id for reading in step.rules]
