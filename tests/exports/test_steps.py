"""Steps of a trace, found by field."""

from __future__ import annotations

import pytest

from smp_planner.domain.provenance import Reading, Step
from smp_planner.exports.steps import Steps


def reading(id_: str, *sources: str) -> Reading:
    return Reading(id=id_, value=1, range=(1, 1), limits=(1, 1), sources=sources, place="data/x.yaml:1:1")


AREA = Step(
    field="area", value=None, because="The parts together.", rules=(reading("coverage.crown", "clinic"),)
)
DOTS = Step(field="dots.total", value=10, because="Area times density.", uses=("area", "density"))
DENSITY = Step(
    field="density.look", value=2, because="A soft look.", rules=(reading("density.soft", "paper", "clinic"),)
)
COUNT = Step(
    field="sessions.count",
    value=3,
    because="Few dots.",
    rules=(reading("sessions.count", "survey"),),
    uses=("dots",),
)
STEPS = Steps.of((AREA, DOTS, DENSITY, COUNT))


def test_a_field_finds_its_own_step_and_those_below() -> None:
    assert STEPS.matching("sessions.count") == (COUNT,)
    assert STEPS.matching("density") == (DENSITY,)


def test_a_field_without_a_step_is_covered_by_the_nearest_above() -> None:
    assert STEPS.matching("area.parts.crown") == (AREA,)
    assert STEPS.covering("area.parts.crown") is AREA


def test_a_field_that_only_begins_like_another_is_not_below_it() -> None:
    assert STEPS.matching("sess") == ()
    assert STEPS.matching("sessions.counted") == ()


def test_those_below_come_in_the_order_of_the_plan_also_where_names_are_much_alike() -> None:
    names = ("a.b", "a.b-c", "z", "a.b.d", "a.b.c", "a.bc", "a", "a.b/c")
    steps = Steps.of(Step(field=name, value=1, because="") for name in names)
    assert steps.below("a.b") == ("a.b", "a.b.d", "a.b.c")
    assert steps.below("a") == ("a.b", "a.b-c", "a.b.d", "a.b.c", "a.bc", "a", "a.b/c")
    assert steps.below("z") == ("z",)
    with pytest.raises(LookupError):
        steps.below("a.b.d.e")


def test_a_field_that_nothing_covers_finds_nothing() -> None:
    assert STEPS.matching("cost.course") == ()
    assert STEPS.covering("cost.course") is None
    assert STEPS.sources("cost.course") == ()


def test_steps_used_far_off_are_found_in_the_order_of_the_plan() -> None:
    """The count uses the dots, the dots use area and density."""
    assert STEPS.used_by((COUNT,)) == (AREA, DOTS, DENSITY)


def test_a_step_is_not_among_those_it_uses() -> None:
    loop = Steps.of(
        (Step(field="a", value=1, because="", uses=("b",)), Step(field="b", value=1, because="", uses=("a",)))
    )
    assert [step.field for step in loop.used_by((loop.by_field["a"],))] == ["b"]


def test_sources_are_those_of_the_own_rules() -> None:
    assert STEPS.sources("sessions.count") == ("survey",)


def test_a_step_without_rules_rests_on_the_sources_of_what_it_uses_each_once() -> None:
    assert STEPS.sources("dots.total") == ("clinic", "paper")


def test_the_sources_of_a_group_are_those_of_the_steps_below_it() -> None:
    assert STEPS.sources("dots") == ("clinic", "paper")
    assert STEPS.sources("area.parts.crown") == ("clinic",)
