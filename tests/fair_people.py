"""The kinds of people to whom the comparison has to be fair, and their finished plans."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache

from smp_planner.domain.intake import OPTIONS, AreaAnswer, Intake, Person, Scar, TreatedBefore
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.plan_figures import SURGERY
from tests.packaged_rules import packaged_rules
from tests.people import adult, losing, plan_of

WOMAN = Person(age=45, sex="female")
BEFORE = TreatedBefore(transplant_on=date(2020, 5, 1))
SCARS = AreaAnswer(scars=(Scar(length_cm=20, width_cm=1, age_months=30, raised=False, red=False),))
WHOLE_SCALP = AreaAnswer(zones=("whole_scalp",))
KINDS: Mapping[str, Intake] = {
    "a man": losing(),
    "a man whose loss has stayed the same": adult(),
    "a man with little loss": adult(area=AreaAnswer(norwood="II")),
    "a man whose donor hair does not reach": losing(area=AreaAnswer(norwood="VII")),
    "a man with a transplant before": adult(area=AreaAnswer(norwood="III"), treated_before=BEFORE),
    "a man who uses a medicine": adult(medication_now=("finasteride",), loss_moving_on="yes"),
    "a woman who uses a medicine": adult(
        area=AreaAnswer(ludwig="II"), person=WOMAN, medication_now=("minoxidil",)
    ),
    "another hair loss, who uses a medicine": adult(goals=("alopecia_cover",), medication_now=("other",)),
    "a woman": adult(area=AreaAnswer(ludwig="II"), person=WOMAN),
    "a woman who did not say how much hair is left": adult(
        area=AreaAnswer(ludwig="II"), person=WOMAN, kept_hair=None
    ),
    "a woman with a transplant before who did not say how much hair is left": adult(
        area=AreaAnswer(ludwig="II"), person=WOMAN, kept_hair=None, treated_before=BEFORE
    ),
    "who did not say the sex": adult(person=Person(age=38)),
    "who needs no graft": adult(area=AreaAnswer(ludwig="II"), kept_hair=1),
    "another hair loss": adult(goals=("alopecia_cover",)),
    "another hair loss, a woman": adult(goals=("alopecia_cover",), person=WOMAN),
    "another hair loss with a transplant before": adult(goals=("alopecia_cover",), treated_before=BEFORE),
    "another hair loss, the whole scalp": adult(goals=("alopecia_cover",), area=WHOLE_SCALP),
    "another hair loss, the whole scalp, a woman": adult(
        goals=("alopecia_cover",), area=WHOLE_SCALP, person=replace(WOMAN, age=30)
    ),
    "scars alone": adult(goals=("scar_camouflage",), area=SCARS),
    "scars alone with a transplant before": adult(
        goals=("scar_camouflage",), area=SCARS, treated_before=BEFORE
    ),
    "scars alone, a woman": adult(goals=("scar_camouflage",), area=SCARS, person=WOMAN),
}
REGIONS = ("US", "UK")
HEALTH = {"": True, ", health questions open": False}
PLANS = tuple(f"{kind}{open_}, {region}" for kind in KINDS for open_ in HEALTH for region in REGIONS)


def done_for(name: str) -> tuple[str, ...]:
    """The options that can be done for one of PLANS or KINDS: with a bare scalp there is no hair to move."""
    return tuple(option for option in OPTIONS if not ("whole scalp" in name and option in SURGERY))


@cache
def fair_plan(name: str) -> TreatmentPlan:
    """The finished plan of one of PLANS: a kind of person, with or without health answers, in a region."""
    told, _, region = name.rpartition(", ")
    open_ = next(words for words in HEALTH if words and told.endswith(words)) if told not in KINDS else ""
    intake = replace(KINDS[told.removesuffix(open_)], health_asked=HEALTH[open_])
    rules = packaged_rules()
    return plan_of(intake, replace(rules, edition=replace(rules.edition, region=region)))
