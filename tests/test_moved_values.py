"""A clinic may move any value to any end of its limits: it is refused by name, or the plan stays whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from smp_planner.domain.intake import AreaAnswer, CalendarAnswer, Habits, LifeEvent, Person, Scar, Skin
from smp_planner.domain.plan import Referral, TreatmentPlan
from smp_planner.errors import IntakeError, Problem
from smp_planner.exports.record_fields import field_names, is_table
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.checks import check_folder
from smp_planner.rules.layers import Layer, apply_clinic, parameters
from smp_planner.rules.load import assembled, read_layer
from smp_planner.rules.ruleset import RuleSet
from tests.people import START, adult

WEDDING = LifeEvent(from_=START.replace(month=6), to=START.replace(month=6), name="wedding", kind="be_ready")
BEACH = LifeEvent(from_=START.replace(month=3), to=START.replace(month=3), name="beach", kind="sun")
# Some of everything that a rule looks at: drivers that apply and, where a question is left open, may.
EVERYTHING = adult(
    goals=("shaved_look", "scar_camouflage", "alopecia_cover"),
    area=AreaAnswer(norwood="V", zones=("sides",), scars=(Scar(length_cm=12, width_cm=1),)),
    kept_hair={"crown": Decimal("0.3")},
    skin=Skin(tone=None, traits=("oily", "thick")),
    habits=Habits(sun="high", heavy_sweat=None, swims=True),
    person=Person(age=45, sex=None),
    loss_moving_on=None,
    wants_touch_ups=None,
    calendar=CalendarAnswer(start=START, events=(WEDDING, BEACH)),
)


# A clinic that ends these so soon has to move the rule that comes before or after them as well.
ENDS_TOO_SOON = {
    ("aftercare.instructions.shampoo.to_day", 2),
    ("aftercare.instructions.check_the_look.from_day", 30),
}


@cache
def base() -> Layer:
    """The packaged rules as read; laying a clinic over them reads its file alone."""
    layer, problems = read_layer()
    assert not problems
    return layer


def ends() -> Iterator[tuple[str, Decimal | int]]:
    """Every parameter with each end of its limits, where that isn't the planned value already."""
    for id_, found in parameters(base()).items():
        for end in dict.fromkeys(found.limits):
            if end != vars(found.entry)["value"]:
                yield id_, end


def moved(tmp_path: Path, id_: str, value: Decimal | int) -> tuple[RuleSet | None, list[Problem]]:
    """The rules of a clinic that moves one value, and no more than has to move with it."""
    clinic = tmp_path / "clinic.yaml"
    lines = (
        f"  {one}: {{value: {to}, reason: ours, sources: [article]}}"
        for one, to in {id_: value, **others(id_, value)}.items()
    )
    clinic.write_text("\n".join(("name: A clinic", "overrides:", *lines, "")))
    layer, problems = apply_clinic(clinic, base())
    problems += check_folder(layer)
    return (None, problems) if problems else (assembled(layer, None), problems)


def others(id_: str, value: Decimal | int) -> Mapping[str, Decimal | int]:
    """What moves with it: dots that one visit leaves go to the other visits, most to the first of them."""
    if not id_.startswith("sessions.shares."):
        return {}
    known, table = parameters(base()), id_.rpartition(".")[0]
    least, most = known[id_].limits
    visits = [one for one in known if one.rpartition(".")[0] == table and one != id_]
    left, spread = 100 - value - least * len(visits), dict.fromkeys(visits, least)
    for one in visits:
        more = min(left, most - least)
        spread[one], left = least + more, left - more
    return spread


def ranges(value: object, path: str = "") -> Iterator[tuple[str, Any]]:
    """Everything in a plan that has a low, a typical and a high, with its path."""
    if is_table(value):
        names = field_names(type(value))
        if {"low", "typical", "high"} <= set(names):
            yield path, value
        for name in names:
            yield from ranges(getattr(value, name), f"{path}.{name}")
    elif isinstance(value, tuple):
        for number, inner in enumerate(value):
            yield from ranges(inner, f"{path}.{number}")
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from ranges(inner, f"{path}.{key}")


def inverted(plan: TreatmentPlan | Referral) -> list[str]:
    return [
        f"{path}: {span.low} {span.typical} {span.high}"
        for path, span in ranges(replace(plan, trace=()))
        if span.typical is not None and not span.low <= span.typical <= span.high
    ]


@pytest.mark.parametrize("file", sorted({id_.split(".")[0] for id_, _ in ends()}))
def test_a_plan_stays_whole_wherever_a_clinic_moves_a_value(tmp_path: Path, file: str) -> None:
    faults: list[str] = []
    for id_, end in ends():
        if not id_.startswith(f"{file}."):
            continue
        rules, problems = moved(tmp_path, id_, end)
        if rules is None:
            refused = "before it begins" in " ".join(map(str, problems)) and (id_, end) in ENDS_TOO_SOON
            faults += [] if refused else [f"{id_}: {end}: {p}" for p in problems]
            continue
        assert (id_, end) not in ENDS_TOO_SOON, id_
        try:
            faults += [f"{id_}: {end}: {found}" for found in inverted(plan_treatment(EVERYTHING, rules))]
        except IntakeError as error:
            faults += [f"{id_}: {end}: {p}" for p in error.problems if file != "intake"]
        except Exception as crash:
            crash.add_note(f"with {id_} at {end}")
            raise
    assert faults == []
