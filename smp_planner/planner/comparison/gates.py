"""Which options something speaks against for this person: ask first, or not for you.

Nothing is ever ruled in: where no answer brings up a reason, "nothing you told us rules it
out", with what nobody asked. Reasons and the answers that bring them up stand in data/options.yaml.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from smp_planner.domain.comparison import Option
from smp_planner.domain.findings import DOTS_ALONE, Finding, Suitability
from smp_planner.domain.intake import ALOPECIA_GOAL, OPTIONS, SHAVED_GOAL, Intake
from smp_planner.domain.provenance import Reading, Step
from smp_planner.domain.quantities import Number, rounded
from smp_planner.domain.words import fill
from smp_planner.planner.comparison.grafts import Surgery
from smp_planner.planner.comparison.led_here import led_here
from smp_planner.planner.comparison.missing_hair import Parts
from smp_planner.planner.comparison.plan_figure import TENS
from smp_planner.planner.comparison.whom import is_about, sex_of, uses_of
from smp_planner.planner.coverage.assess import Coverage
from smp_planner.planner.suitability.scars import raised_untold, scar_untold
from smp_planner.planner.suitability.young import YOUNG_LOSS
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.options import Gate, OptionName

NEED = "need_above_donor"
HEALTH, NOT_NOW = "health", "not_now"


class Asked(NamedTuple):
    """One person as the gates see them; `kept` is the hair that is left by part of the area."""

    intake: Intake
    suitability: Suitability
    coverage: Coverage
    kept: Parts
    surgery: Mapping[str, Surgery]
    both_ways: Reading


_ANSWERS: Mapping[str, Callable[[Asked], Collection[str | None]]] = {
    "sex": lambda asked: (asked.intake.person.sex,),
    HEALTH: lambda asked: (*asked.intake.health, *_brought_up(asked.suitability)),
    "stage": lambda asked: () if asked.intake.area.measured else (asked.intake.area.norwood,),
}
_FACTS: Mapping[str, Callable[[Asked], bool]] = {
    "could_be_pregnant": lambda asked: (
        asked.intake.person.could_be_pregnant is True or "could_be_pregnant" in asked.intake.health
    ),
    "woman_losing_hair": lambda asked: asked.intake.person.sex == "female" and not asked.coverage.only_scars,
    "sex_unsaid": lambda asked: asked.intake.person.sex is None,
    "health_unchecked": lambda asked: not asked.suitability.checked,
    "doctor_asked": lambda asked: asked.suitability.provisional,
    "doctor_agreed": lambda asked: asked.suitability.doctor_agreed,
    "loss_moving_on": lambda asked: asked.intake.loss_moving_on == "yes",
    "shaved_head": lambda asked: asked.intake.hair.wears == "shaved",
    "wants_shaved": lambda asked: SHAVED_GOAL in asked.intake.goals and asked.intake.goals_by is None,
    "alopecia": lambda asked: ALOPECIA_GOAL in asked.intake.goals,
    "whole_scalp_alopecia": lambda asked: not all(plan.has_donor for plan in asked.surgery.values()),
    "scars_alone": lambda asked: asked.coverage.only_scars,
    "transplant_before": lambda asked: any(plan.used_before for plan in asked.surgery.values()),
    "no_hair_left": lambda asked: (
        all(part.kept == 0 for part in asked.kept) and not asked.coverage.only_scars
    ),
    "raised_scar": lambda asked: any(scar.raised for scar in asked.intake.area.scars),
    "young_scar": lambda asked: "young_scar" in {found.id for found in asked.suitability.ask_doctor},
    YOUNG_LOSS: lambda asked: YOUNG_LOSS in {found.id for found in asked.suitability.know},
    "scar_untold": lambda asked: scar_untold(asked.intake),
    "raised_untold": lambda asked: raised_untold(asked.intake),
    "woman_on_tablets": lambda asked: (
        asked.intake.person.sex == "female" and "tablets" in uses_of(asked.intake.medication_now)
    ),
    "man_on_tablets": lambda asked: (
        asked.intake.person.sex == "male" and "tablets" in uses_of(asked.intake.medication_now)
    ),
    "tablets_not_asked": lambda asked: (
        asked.intake.person.sex == "male" and "tablets" not in uses_of(asked.intake.medication_now)
    ),
    "lost_on_medicine": lambda asked: (
        bool(asked.intake.medication_now) and asked.intake.loss_moving_on == "yes"
    ),
    DOTS_ALONE: lambda asked: asked.coverage.dots_alone,
    NOT_NOW: lambda asked: bool(_against(asked.suitability) or asked.suitability.wait),
}


def open_options(asked: Asked, rules: RuleSet) -> tuple[tuple[Option, ...], tuple[Step, ...]]:
    """All options in the neutral order, each with what speaks against it, and why."""
    found = [_option(id_, asked, rules) for id_ in rules.options.order]
    return tuple(option for option, _ in found), tuple(step for _, step in found)


def _option(id_: str, asked: Asked, rules: RuleSet) -> tuple[Option, Step]:
    own = rules.kept(_gates_by_option)[id_]
    here = {name: gate for name, gate in own.items() if rules.told_region not in gate.not_in}
    gates = _in_order({name: gate for name, gate in here.items() if _comes_up(gate, id_, asked)})
    named = rules.options.options[id_]
    woman = asked.intake.person.sex == "female"
    of_women = named.nothing_against_women if woman else None
    nothing = of_women or rules.options.nothing_against
    short = [gate.in_short for gate in gates] or [of_women and of_women.in_short]
    option = Option(
        id=id_,
        name=named.name,
        about=_about(named, asked),
        open_to_you=gates[0].open_to_you if gates else "nothing_against",
        why=" ".join([_reason(gate, id_, asked) for gate in gates] or [nothing.say]),
        in_short=", ".join(filter(None, short)),
    )
    return option, Step(
        field=f"comparison.options.{id_}",
        value=option.open_to_you,
        because=led_here(gates, [_named(gate, asked) for gate in gates], len(here), rules),
        rules=tuple(_behind(gates, id_, asked)) or (nothing.read(),),
        uses=tuple(chain.from_iterable(_uses(gate, id_, asked) for gate in gates)),
    )


def _in_order(found: Mapping[str, Gate]) -> list[Gate]:
    """What bars an option before what asks first, without what another of these reasons says already."""
    told = [gate for gate in found.values() if found.keys().isdisjoint(gate.unless)]
    return sorted(told, key=lambda gate: gate.open_to_you == "ask")


def _about(named: OptionName, asked: Asked) -> str:
    """What an option is, for who uses a medicine by now, for scars alone, another loss, and women."""
    for_users = named.about_for_users if asked.intake.medication_now else None
    for_scars = named.about_for_scars if asked.coverage.only_scars else None
    other = ALOPECIA_GOAL in asked.intake.goals
    for_others = named.about_for_others if other else None
    for_women = named.about_for_women if sex_of(asked.intake) == "women" else None
    return for_users or for_scars or for_others or for_women or named.about


def _named(gate: Gate, asked: Asked) -> list[str]:
    """The health answers, and what else stands against a plan or asks a doctor, that bring a reason up."""
    found = asked.suitability
    by_kind: Mapping[str, Iterable[str]] = {
        HEALTH: (id_ for id_ in _ANSWERS[HEALTH](asked) if id_ in gate.among),
        "doctor_asked": (one.id for one in found.ask_doctor),
        NOT_NOW: (one.id for one in (*_against(found), *found.wait)),
    }
    return list(dict.fromkeys(by_kind.get(gate.found_by, ())))


def _uses(gate: Gate, option: str, asked: Asked) -> Iterator[str]:
    """The steps that a reason rests on."""
    if gate.found_by == NEED:
        yield f"comparison.rows.grafts_needed.{option}"
    for id_, field in _brought_up(asked.suitability).items():
        if gate.found_by == NOT_NOW or (gate.found_by == HEALTH and id_ in gate.among):
            yield field


def _brought_up(suitability: Suitability) -> dict[str, str]:
    """What stands against a plan or asks a doctor, with its step: also where a date says it, and no tick."""
    stops = {stop.id: f"suitability.stop.{stop.id}" for stop in suitability.stop}
    waits = {wait.id: f"suitability.wait.{wait.id}" for wait in suitability.wait}
    return stops | waits | {one.id: f"suitability.ask_doctor.{one.id}" for one in suitability.ask_doctor}


def _behind(gates: Iterable[Gate], option: str, asked: Asked) -> Iterator[Reading]:
    """The rules that a reason rests on: the gate, its figure, and what the donor area gives."""
    for gate in gates:
        yield gate.read()
        if gate.figure is not None:
            yield gate.figure.read()
        if gate.found_by == NEED:
            yield asked.surgery[option].donor_rule
            yield asked.both_ways


def _against(suitability: Suitability) -> tuple[Finding, ...]:
    """What stops SMP, and not the plan alone."""
    return tuple(stop for stop in suitability.stop if stop.id != DOTS_ALONE)


def _why_not_now(suitability: Suitability) -> Iterator[str]:
    """Each reason in the words that it is told in; a wait also with its day, and no why twice."""
    yield from (stop.say for stop in _against(suitability))
    yield from (f"{wait.say} {why}".rstrip() for wait, why in suitability.waits_with_why)


def _comes_up(gate: Gate, option: str, asked: Asked) -> bool:
    if not is_about(gate.only_for, sex_of(asked.intake)):
        return False
    if gate.found_by in _ANSWERS:
        return any(answer in gate.among for answer in _ANSWERS[gate.found_by](asked))
    if gate.found_by in _FACTS:
        return _FACTS[gate.found_by](asked)
    if gate.found_by == NEED:
        return asked.surgery[option].surely_above_donor
    return _younger(gate, asked.intake.person.age)


def _younger(gate: Gate, age: int | None) -> bool:
    assert gate.figure is not None, "checked when the rules were loaded"
    return age is not None and age < gate.figure.read().number


def _gates_by_option(rules: RuleSet) -> Mapping[str, Mapping[str, Gate]]:
    gates = rules.options.gates.items()
    return {id_: {name: gate for name, gate in gates if id_ in gate.options} for id_ in OPTIONS}


def _reason(gate: Gate, option: str, asked: Asked) -> str:
    """The sentence of a gate, with its figure or this person's grafts filled in."""
    places: dict[str, Number | str] = {}
    if gate.found_by == NOT_NOW:
        places["reasons"] = " ".join(_why_not_now(asked.suitability))
    if gate.figure is not None:
        figure = gate.figure.read()
        places |= {"value": figure.number, "low": figure.low, "high": figure.high}
    if option in asked.surgery:
        plan, both = asked.surgery[option], asked.both_ways
        grafts = {"need": plan.need.grafts.typical, "donor": plan.donor.typical, "both": both.number}
        places |= {name: rounded(count, TENS) for name, count in grafts.items()}
    return fill(gate.why, **places)
