"""More area, a further part or a higher density never lowers area, dots, visits, hours or money."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from smp_planner.domain.intake import (
    GOALS,
    LOOKS,
    LUDWIG,
    NORWOOD,
    ZONES,
    AreaAnswer,
    Habits,
    Hair,
    Intake,
    Measured,
    Person,
    Scar,
    Skin,
)
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.errors import IntakeError
from smp_planner.planner.coverage.answers import takes_usual_scar
from smp_planner.planner.dots.kept_hair import Answer as Kept
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.ruleset import RuleSet
from tests.drawn_people import patients, planned_course, some, tenths
from tests.packaged_rules import packaged_rules
from tests.people import adult

ENDS = ("low", "typical", "high")
SCAR = Scar(length_cm=Decimal(15), width_cm=Decimal("0.3"))
STAGES = NORWOOD[1:]  # at the first there is nothing to cover

BASES = {
    "nothing unusual": adult(),
    "hair between": adult(kept_hair=Decimal("0.5"), goals=("added_density",)),
    "hair by zone": adult(kept_hair={"crown": Decimal("0.6"), "front": Decimal("0.2")}),
    "alopecia and difficult skin": adult(
        goals=("alopecia_cover",), skin=Skin(tone="I", traits=("oily", "thick"))
    ),
    "little said": adult(
        density=None, kept_hair=None, skin=Skin(), hair=Hair(), habits=Habits(), person=Person()
    ),
}


def areas() -> Iterator[tuple[str, Sequence[AreaAnswer]]]:
    """Areas in rising order, by what they rise in."""
    yield "Norwood", [AreaAnswer(norwood=stage) for stage in STAGES]
    yield "Ludwig", [AreaAnswer(ludwig=stage) for stage in LUDWIG]
    yield "cm2", [AreaAnswer(measured=Measured(cm2=cm2)) for cm2 in (3, *range(10, 600, 30), 600)]
    yield (
        "cm2 and a scar",
        [AreaAnswer(measured=Measured(cm2=cm2), scars=(SCAR,)) for cm2 in range(10, 500, 70)],
    )
    yield "zones", [AreaAnswer(zones=ZONES[:count]) for count in range(1, len(ZONES) + 1)]
    yield "scars", [AreaAnswer(scars=(SCAR,) * count) for count in (1, 2, 4)]
    for stage in ("II", "III-vertex", "V", "VII"):
        alone = AreaAnswer(norwood=stage)
        yield f"scars at {stage}", [replace(alone, scars=(SCAR,) * count) for count in (0, 1, 2)]
        for zone in ZONES:
            yield f"{zone} at {stage}", [alone, replace(alone, zones=(zone,))]


def weighed(plan: TreatmentPlan) -> dict[str, Any]:
    """What may not fall, by name."""
    sessions, cost = plan.sessions, plan.cost
    assert cost is not None
    return {
        "area": plan.area.cm2,
        "dots": plan.dots.total,
        "visits": sessions.count,
        "hours": sessions.chair_hours,
        "price": cost.course,
        **cost.totals,
    }


def fallen(intakes: Sequence[Intake], rules: RuleSet) -> list[str]:
    """Everything that falls from one person to the next, with both values."""
    plans = [weighed(plan) for plan in possible(intakes, rules)]
    assert len(plans) > 1
    return [
        f"{number}: {name} {end} {getattr(less[name], end)} > {getattr(more[name], end)}"
        for number, (less, more) in enumerate(pairwise(plans), start=1)
        for name in less
        for end in ENDS
        if getattr(more[name], end) < getattr(less[name], end)
    ]


def possible(intakes: Sequence[Intake], rules: RuleSet) -> Iterator[TreatmentPlan]:
    """The plans, as far as the area isn't larger than the rules accept."""
    for intake in intakes:
        try:
            plan = plan_treatment(intake, rules)
        except IntakeError as error:
            if any(problem.code != "I501" for problem in error.problems):
                raise
            return
        assert isinstance(plan, TreatmentPlan)
        yield plan


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize(("what", "rising"), tuple(areas()), ids=[what for what, _ in areas()])
def test_more_area_is_never_less(rules: RuleSet, base: str, what: str, rising: Sequence[AreaAnswer]) -> None:
    assert fallen([replace(BASES[base], area=area) for area in rising], rules) == []


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize(
    "area",
    [
        AreaAnswer(norwood="IV"),
        AreaAnswer(measured=Measured(cm2=60)),
        AreaAnswer(norwood="III", zones=("sides",), scars=(SCAR,)),
    ],
    ids=["stage", "measured", "all"],
)
@pytest.mark.parametrize("rising", [range(50, 201, 10), LOOKS], ids=["number", "look"])
def test_more_density_is_never_less(
    rules: RuleSet, base: str, area: AreaAnswer, rising: Sequence[str | int]
) -> None:
    people = [replace(BASES[base], area=area, density=density) for density in rising]
    assert fallen(people, rules) == []


@given(patients, st.integers(5, 500), st.integers(0, 60), st.integers(50, 200), st.integers(0, 60))
def test_more_is_never_less_whoever_it_is_for(
    intake: Intake, cm2: int, wider: int, density: int, denser: int
) -> None:
    """Dates aside: the calendar of the person is drawn too, and must leave room for both."""
    less = replace(
        intake, health_asked=True, area=AreaAnswer(measured=Measured(cm2=cm2)), density=min(density, 140)
    )
    more = replace(
        less, area=AreaAnswer(measured=Measured(cm2=cm2 + wider)), density=min(density, 140) + denser
    )
    before, after = weighed(planned_course(less)), weighed(planned_course(more))
    for name, figure in before.items():
        for end in ENDS:
            assert getattr(after[name], end) >= getattr(figure, end), (name, end)


kept_by_zone = st.none() | st.dictionaries(st.sampled_from(ZONES), tenths, max_size=4)
wide_scars = st.builds(Scar, length_cm=st.sampled_from([5, 20, 40]), width_cm=st.sampled_from([1, 3, 5]))
named_areas = st.builds(
    AreaAnswer,
    norwood=st.none() | st.sampled_from(STAGES),
    ludwig=st.none() | st.sampled_from(LUDWIG),
    zones=some(ZONES),
    scars=st.lists(wide_scars, max_size=3).map(tuple),
)


def further_parts(intake: Intake, rules: RuleSet) -> Iterator[AreaAnswer]:
    """The same area with one zone, scar or stage more; a first scar may take the place of a usual one."""
    area = intake.area
    yield from (replace(area, zones=(*area.zones, zone)) for zone in ZONES if zone not in area.zones)
    yield from [] if takes_usual_scar(intake) else [replace(area, scars=(*area.scars, SCAR))]
    later = rules.coverage.next_stage.norwood.get(area.norwood or "")
    yield from [replace(area, norwood=later)] if later else []


@settings(max_examples=60)
@given(named_areas, kept_by_zone, st.sampled_from([None, "soft", "dense"]), some(GOALS, least=1), st.data())
def test_a_further_part_is_never_less_whatever_hair_is_left_where(
    area: AreaAnswer, kept: Kept, density: str | None, goals: tuple[str, ...], data: st.DataObject
) -> None:
    rules = packaged_rules()
    assume(area.norwood or area.ludwig or area.zones or area.scars)
    less = adult(area=area, kept_hair=kept, density=density, goals=goals)
    more = data.draw(st.sampled_from(tuple(further_parts(less, rules)) or (area,)))
    assert fallen([less, replace(less, area=more)], rules) == []
