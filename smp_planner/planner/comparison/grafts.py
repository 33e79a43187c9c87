"""How many grafts surgery needs for this person, and what the donor area gives.

The need is never capped; what can be placed, what grows and what it covers are. A Norwood
stage takes its need from published full plans; a measured area, zones and Ludwig take area x
the density that is missing; scars take their own area at the density of the one series.
"""

from __future__ import annotations

from decimal import ROUND_CEILING, Decimal
from operator import add
from typing import NamedTuple

from smp_planner.domain.intake import ALOPECIA_GOAL, Intake
from smp_planner.domain.plan_figures import SURGERY
from smp_planner.domain.provenance import Reading
from smp_planner.domain.quantities import Number
from smp_planner.planner.comparison.missing_hair import find_missing_hair
from smp_planner.planner.coverage.assess import Coverage
from smp_planner.planner.coverage.extents import is_wide, total
from smp_planner.planner.one_at_a_time import Span, one_at_a_time, span_of
from smp_planner.rules.figures import Saying
from smp_planner.rules.ruleset import RuleSet

IN_SCAR = "_in_scar"  # the rows of grafts that are placed in scars


class Need(NamedTuple):
    """Grafts that the area asks for, the sentence that says why, and the rules and figures behind it.

    `first` is what a first operation moves at the stage, where that is published; `why_wide` says why
    the figures that follow are wide, where they are.
    """

    grafts: Span
    because: str
    rules: tuple[Reading, ...]
    uses: tuple[str, ...] = ("area.bare_cm2",)
    in_scars: bool = False
    first: Reading | None = None
    why_wide: Saying | None = None

    def not_needed(self, rules: RuleSet) -> Saying | None:
        """Why no graft is needed, or perhaps none; None where some are needed for sure."""
        notes = rules.comparison.notes
        if not self.grafts.high:
            return notes.none_needed
        if not self.grafts.typical:
            return notes.few_needed
        return None if self.grafts.low else notes.perhaps_none


class Surgery(NamedTuple):
    """One kind of surgery for one person: grafts, operations, and the share that is covered (0-1).

    `growing` is None where nobody knows how many of the placed grafts grow; `survival_rule` is, too. With
    `has_donor` false there is no hair to move, and what follows from the donor area says nothing.
    """

    need: Need
    donor: Span
    donor_rule: Reading
    placed: Span
    first: Span
    first_rule: Reading
    growing: Span | None
    survival_rule: Reading | None
    operations: Span
    per_operation: Reading
    later_operation: Reading
    cover: Span
    has_donor: bool

    @property
    def above_donor(self) -> bool:
        """Whether the need is more than the donor area gives by this way."""
        return self.need.grafts.typical > self.donor.typical

    @property
    def surely_above_donor(self) -> bool:
        """Whether it is, and the need is known well enough to be told to somebody as theirs."""
        need = self.need.grafts
        return self.above_donor and not is_wide(need.low, need.high)

    @property
    def operation_rules(self) -> tuple[Reading, ...]:
        """The rules behind the number of operations: of the first, and of what one holds."""
        return (self.per_operation,) if self.need.first is None else (self.need.first, self.per_operation)

    @property
    def later_grafts(self) -> Number:
        """Grafts of a later operation, as far as the donor area allows; none in scars, or without a first."""
        left = self.donor.typical - self.placed.typical
        return 0 if self.need.in_scars or not self.placed.typical else min(self.later_operation.number, left)


def plan_surgery(intake: Intake, coverage: Coverage, rules: RuleSet) -> dict[str, Surgery]:
    """Strip surgery and single-graft surgery for the same need."""
    need = find_need(intake, coverage, rules)
    has_donor = not (ALOPECIA_GOAL in intake.goals and coverage.whole_scalp)
    return {option: _surgery(option, need, rules, has_donor=has_donor) for option in SURGERY}


def find_need(intake: Intake, coverage: Coverage, rules: RuleSet) -> Need:
    """Grafts of the full plan, however many the donor area gives."""
    if coverage.only_scars:
        return _need_of_scars(coverage, rules)
    published = rules.surgery.full_plan.rows.get(intake.area.norwood or "")
    if published is None or intake.area.measured is not None:
        need = _need_of_area(intake, coverage, rules)
    else:
        need = _need_of_stage(intake, published.read(), coverage, rules)
    return _with_scars(need, coverage, rules) if coverage.scars and not coverage.scars_inside else need


def _with_scars(need: Need, coverage: Coverage, rules: RuleSet) -> Need:
    """The need of an area and of scars beside it; inside the area they are part of it."""
    scars = _need_of_scars(coverage, rules)
    return need._replace(
        grafts=one_at_a_time(add, need.grafts, scars.grafts),
        because=f"{need.because} {rules.comparison.because.grafts_scars_too}",
        rules=(*need.rules, *scars.rules),
        uses=(*need.uses, *scars.uses),
    )


def _need_of_scars(coverage: Coverage, rules: RuleSet) -> Need:
    """The scars themselves, without the margin that SMP needs around them."""
    density = rules.surgery.scar_density.read()
    own = span_of(total(scar.own_cm2 for scar in coverage.scars))
    grafts = one_at_a_time(_product, own, span_of(density))
    return Need(
        grafts=grafts,
        because=rules.comparison.because.grafts_in_scars,
        rules=(density,),
        uses=("area.cm2",),
        in_scars=True,
    )


def _need_of_area(intake: Intake, coverage: Coverage, rules: RuleSet) -> Need:
    """Area x (density that looks full - density of the hair that is there); never under nothing."""
    missing = find_missing_hair(intake, coverage, rules)

    def over_area(cm2: Number, *densities: Number) -> Number:
        return cm2 * missing.per_cm2(*densities)

    return Need(
        grafts=one_at_a_time(over_area, span_of(coverage.area.bare_cm2), *missing.drivers),
        because=rules.comparison.because.grafts_by_area,
        rules=missing.rules,
        why_wide=missing.why_wide,
    )


def _need_of_stage(intake: Intake, full_plan: Reading, coverage: Coverage, rules: RuleSet) -> Need:
    """The published full plan, plus what other answers add to the area of the stage."""
    stage_cm2 = rules.coverage.norwood.rows[intake.area.norwood or ""].read()
    beyond = coverage.area.bare_cm2.typical - stage_cm2.number
    because = rules.comparison.because.grafts_by_stage
    if beyond <= 0:
        first = rules.surgery.first_operation.rows.get(intake.area.norwood or "")
        of_stage = Need(grafts=span_of(full_plan), because=because, rules=(full_plan,))
        return of_stage._replace(first=first.read()) if first else of_stage
    missing = find_missing_hair(intake, coverage, rules)

    def with_more(plan: Number, *densities: Number) -> Number:
        return plan + beyond * missing.per_cm2(*densities)

    return Need(
        grafts=one_at_a_time(with_more, span_of(full_plan), *missing.drivers),
        because=because,
        rules=(full_plan, stage_cm2, *missing.rules),
        why_wide=missing.why_wide,
    )


def _product(*factors: Number) -> Number:
    result: Number = 1
    for factor in factors:
        result *= factor
    return result


def _surgery(option: str, need: Need, rules: RuleSet, *, has_donor: bool) -> Surgery:
    table = rules.surgery
    donor_rule, per_operation = table.donor.rows[option].read(), table.per_operation.read()
    row = table.survival.rows.get(f"{option}{IN_SCAR}" if need.in_scars else option)
    survival_rule = row.read() if row else None
    donor = span_of(donor_rule)
    placed = one_at_a_time(min, need.grafts, donor)
    first_rule = need.first or per_operation
    return Surgery(
        need=need,
        donor=donor,
        donor_rule=donor_rule,
        placed=placed,
        first=one_at_a_time(min, placed, span_of(first_rule)),
        first_rule=first_rule,
        growing=one_at_a_time(_product, placed, span_of(survival_rule)) if survival_rule else None,
        survival_rule=survival_rule,
        operations=one_at_a_time(_operations, placed, span_of(first_rule), span_of(per_operation)),
        per_operation=per_operation,
        later_operation=table.later_operation.read(),
        cover=one_at_a_time(_cover, need.grafts, donor),
        has_donor=has_donor,
    )


def _operations(placed: Number, first: Number, per_operation: Number) -> Number:
    """The first operation, and as many more as the grafts that are left fill."""
    left = Decimal(max(placed - first, 0))
    return (1 if placed else 0) + int((left / per_operation).to_integral_value(ROUND_CEILING))


def _cover(need: Number, donor: Number) -> Number:
    return 1 if need <= donor else Decimal(donor) / need
