"""How many grafts the area of this person asks for, whatever the donor area gives.

A Norwood stage takes its need from published full plans, or from what is missing there where so much hair is
said to be left that less is needed; a measured area, zones and Ludwig take area x the density that is missing
in each zone; scars take their own area at the density of the one series.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from smp_planner.domain.intake import Intake
from smp_planner.domain.provenance import Reading
from smp_planner.domain.quantities import Number
from smp_planner.planner.comparison.missing_hair import (
    MissingHair,
    find_missing_beyond,
    find_missing_hair,
    kept_parts,
)
from smp_planner.planner.coverage.assess import Coverage
from smp_planner.planner.coverage.extents import total
from smp_planner.planner.one_at_a_time import Span, cases_of, span_of
from smp_planner.rules.figures import Saying
from smp_planner.rules.ruleset import RuleSet


class Case(NamedTuple):
    """What the area asks for with at most one driver at an end: grafts, in all and on each cm2.

    `full` are the grafts with which all of the area would look full, the crown too. `per_cm2` are set on each
    cm2 of the bare area, or of scars alone.
    """

    grafts: Number
    per_cm2: Number
    full: Number


class Need(NamedTuple):
    """Grafts that the area asks for, the sentence that says why, and the rules and figures behind it.

    `cases`: the typical one first, then one driver at an end at a time; `full_rules` stand behind what looks
    full. `beside_full` says how the grafts on each cm2 stand to what looks full, where they are others.
    `first` is what a first operation moves at the stage, where that is published; `why_wide` says why the
    figures that rise with the need are wide. `of_stage`: they are the published grafts of a stage;
    `keeps_untaken`: hair is kept that those don't count. `takes_off`: own hair is taken off them; `reckoned`
    is its share where nobody said how much is left.
    """

    cases: tuple[Case, ...]
    because: str
    rules: tuple[Reading, ...]
    full_rules: tuple[Reading, ...]
    uses: tuple[str, ...] = ("area.bare_cm2",)
    in_scars: bool = False
    first: Reading | None = None
    why_wide: Saying | None = None
    beside_full: Saying | None = None
    of_stage: bool = False
    keeps_untaken: bool = False
    takes_off: bool = False
    reckoned: Reading | None = None

    @property
    def grafts(self) -> Span:
        """Grafts of the full plan."""
        return _span([case.grafts for case in self.cases])

    @property
    def per_cm2(self) -> Span:
        """Grafts of the full plan on each cm2."""
        return _span([case.per_cm2 for case in self.cases])

    @property
    def full(self) -> Span:
        """Grafts with which all of the area would look full."""
        return _span([case.full for case in self.cases])

    def over(self, told: Callable[..., Number], *others: Span) -> Span:
        """What is told of a case and of other drivers, with one driver at an end at a time."""
        typical, *ends = self.cases
        planned = [other.typical for other in others]
        return _span([*cases_of(partial(told, typical), *others), *(told(case, *planned) for case in ends)])

    def why_wide_turned(self, rules: RuleSet) -> Saying | None:
        """Why the figures that fall as the need rises are wide: what makes it low makes them high."""
        notes = rules.comparison.notes
        return notes.kept_unsure_turned if self.why_wide == notes.kept_unsure else self.why_wide

    def not_needed(self, rules: RuleSet) -> Saying | None:
        """Why we plan with no graft; None where we plan with some, though the range may begin at 0."""
        notes = rules.comparison.notes
        if self.grafts.typical:
            return None
        return notes.few_needed if self.grafts.high else notes.none_needed


def _span(results: Sequence[Number]) -> Span:
    """From the lowest to the highest; the typical one is the first."""
    return Span(min(results), results[0], max(results))


def find_need(intake: Intake, coverage: Coverage, rules: RuleSet) -> Need:
    """Grafts of the full plan, however many the donor area gives."""
    if coverage.only_scars:
        return _need_of_scars(coverage, rules)
    published = rules.surgery.full_plan.rows.get(intake.area.norwood or "")
    if published is None or intake.area.measured is not None:
        need = _need_of_area(intake, coverage, rules)
    else:
        need = _less_for_kept_hair(
            _need_of_stage(intake, published.read(), coverage, rules), intake, coverage, rules
        )
    return _with_scars(need, coverage, rules) if coverage.scars and not coverage.scars_inside else need


def _with_scars(need: Need, coverage: Coverage, rules: RuleSet) -> Need:
    """The need of an area and of scars beside it; inside the area they are part of it."""
    scars = _need_of_scars(coverage, rules)
    (area, *areas), (scar, *more) = need.cases, scars.cases
    pairs = ((area, scar), *((other, scar) for other in areas), *((area, other) for other in more))
    return need._replace(
        cases=tuple(_both(one, other) for one, other in pairs),
        because=f"{need.because} {rules.comparison.because.grafts_scars_too}",
        rules=(*need.rules, *scars.rules),
        full_rules=(*need.full_rules, *scars.full_rules),
        uses=(*need.uses, *scars.uses),
    )


def _both(area: Case, scar: Case) -> Case:
    """An area and scars beside it; how close grafts stand is told of the area."""
    return area._replace(grafts=area.grafts + scar.grafts, full=area.full + scar.full)


def _need_of_scars(coverage: Coverage, rules: RuleSet) -> Need:
    """The scars themselves, without the margin that SMP needs around them."""
    density = rules.surgery.scar_density.read()
    own = span_of(total(scar.own_cm2 for scar in coverage.scars))

    def case(cm2: Number, per_cm2: Number) -> Case:
        return Case(cm2 * per_cm2, per_cm2, cm2 * per_cm2)

    return Need(
        cases=cases_of(case, own, span_of(density)),
        because=rules.comparison.because.grafts_in_scars,
        rules=(density,),
        full_rules=(density,),
        uses=("area.cm2",),
        in_scars=True,
    )


def _need_of_area(intake: Intake, coverage: Coverage, rules: RuleSet) -> Need:
    """Area x (density that is planned in each zone - density of the hair that is there); never under 0."""
    missing = find_missing_hair(intake, coverage, rules)

    def case(cm2: Number, *densities: Number) -> Case:
        per_cm2 = missing.per_cm2(*densities)
        return Case(cm2 * per_cm2, per_cm2, cm2 * missing.to_look_full(*densities))

    return Need(
        cases=cases_of(case, span_of(coverage.area.bare_cm2), *missing.drivers),
        because=rules.comparison.because.grafts_by_area,
        rules=missing.rules,
        full_rules=_without_crown(missing.rules, rules),
        why_wide=missing.why_wide,
        beside_full=_beside_full(missing, rules),
        takes_off=missing.keeps_hair,
        reckoned=missing.reckoned if missing.kept.typical else None,
    )


def _without_crown(readings: tuple[Reading, ...], rules: RuleSet) -> tuple[Reading, ...]:
    """The rules behind an area that looks full everywhere: the crown is no exception there."""
    crown, full = rules.surgery.crown_density.read(), rules.surgery.target_density.read()
    return full, *(reading for reading in readings if reading not in (crown, full))


def _beside_full(missing: MissingHair, rules: RuleSet) -> Saying | None:
    """Why the grafts on each cm2 are others than those that look full, where they are or may be."""
    notes = rules.comparison.notes
    if missing.keeps_hair:
        return notes.own_hair
    if missing.lies_in("crown"):
        return notes.crown_fewer
    return notes.place_unsaid if missing.lies_in("unsaid") else None


def _need_of_stage(intake: Intake, full_plan: Reading, coverage: Coverage, rules: RuleSet) -> Need:
    """The published full plan, plus what other answers add to the area of the stage.

    It is spread over the bare area of the stage: published plans and areas need not fit each other. Nobody
    tells how much kept hair such a plan reckons with, so neither it nor what looks full takes any off there.
    """
    stage = intake.area.norwood or ""
    stage_cm2 = rules.coverage.norwood.rows[stage].read()
    first = rules.surgery.first_operation.rows.get(stage)
    whole, plan = find_missing_hair(intake, coverage, rules), span_of(full_plan)
    bare, beyond = coverage.area.bare_cm2, max(0, coverage.area.bare_cm2.typical - stage_cm2.number)
    more = find_missing_beyond(intake, stage, coverage, rules) if beyond else None
    share = Decimal(beyond) / bare.typical

    def case(planned: Number, cm2: Number, target: Number, *others: Number) -> Case:
        grafts, full = planned, target
        if more:
            grafts += beyond * more.per_cm2(target, *others)
            full = share * more.to_look_full(target, *others) + (1 - share) * target
        return Case(grafts, Decimal(grafts) / cm2, cm2 * full)

    cases = cases_of(case, plan, span_of(bare), *(more or whole).drivers)
    return Need(
        cases=cases,
        because=rules.comparison.because.grafts_by_stage,
        rules=(full_plan, stage_cm2, *more.rules) if more else (full_plan,),
        full_rules=_without_crown(more.rules if more else (), rules),
        first=first.read() if first and not more else None,
        why_wide=more.why_wide if more else None,
        beside_full=_stage_beside_full(cases[0].per_cm2, rules),
        of_stage=True,
        keeps_untaken=whole.keeps_hair,
    )


def _less_for_kept_hair(stage: Need, intake: Intake, coverage: Coverage, rules: RuleSet) -> Need:
    """The need of a stage; where so much hair is said to be left that less is missing there, what is missing.

    Then the published plan is the high end, as nobody tells how much kept hair it reckons with. So more hair
    never asks for more grafts, and a stage is planned like the same area measured.
    """
    if not any(part.kept for part in kept_parts(intake.kept_hair, coverage, rules)):
        return stage
    missing = _need_of_area(intake, coverage, rules)
    if missing.grafts.typical >= stage.grafts.typical:
        return stage
    return missing._replace(
        cases=(*missing.cases, stage.cases[0]),
        because=rules.comparison.because.grafts_by_kept,
        rules=(*missing.rules, *stage.rules),
        why_wide=rules.comparison.notes.stage_or_sum,
    )


def _stage_beside_full(per_cm2: Number, rules: RuleSet) -> Saying | None:
    """How the grafts on each cm2 of a stage stand to what looks full."""
    looks_full, notes = span_of(rules.surgery.target_density.read()), rules.comparison.notes
    if per_cm2 < looks_full.low:
        return notes.stage_below_full
    return notes.stage_above_full if per_cm2 > looks_full.high else None
