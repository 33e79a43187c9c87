"""How many grafts the area of this person asks for, whatever the donor area gives.

A Norwood stage takes its need from published full plans; a measured area, zones and Ludwig take area x
the density that is missing in each zone; scars take their own area at the density of the one series.
"""

from __future__ import annotations

from decimal import Decimal
from operator import add, mul
from typing import NamedTuple

from smp_planner.domain.intake import Intake
from smp_planner.domain.provenance import Reading
from smp_planner.domain.quantities import Number
from smp_planner.planner.comparison.missing_hair import MissingHair, find_missing_beyond, find_missing_hair
from smp_planner.planner.coverage.assess import Coverage
from smp_planner.planner.coverage.extents import total
from smp_planner.planner.one_at_a_time import Span, one_at_a_time, span_of
from smp_planner.rules.figures import Saying
from smp_planner.rules.ruleset import RuleSet


class Need(NamedTuple):
    """Grafts that the area asks for, the sentence that says why, and the rules and figures behind it.

    `full` are those with which all of the area would look full, the crown too, with `full_rules` behind them.
    `per_cm2` is how many it sets on each cm2 of the bare area, or of scars alone, and `beside_full` says how
    that stands to what looks full, where it is something else. `first` is what a first operation moves at the
    stage, where that is published; `why_wide` says why the figures that rise with the need are wide.
    """

    grafts: Span
    per_cm2: Span
    full: Span
    because: str
    rules: tuple[Reading, ...]
    full_rules: tuple[Reading, ...]
    uses: tuple[str, ...] = ("area.bare_cm2",)
    in_scars: bool = False
    first: Reading | None = None
    why_wide: Saying | None = None
    beside_full: Saying | None = None

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
        full=one_at_a_time(add, need.full, scars.full),
        because=f"{need.because} {rules.comparison.because.grafts_scars_too}",
        rules=(*need.rules, *scars.rules),
        full_rules=(*need.full_rules, *scars.full_rules),
        uses=(*need.uses, *scars.uses),
    )


def _need_of_scars(coverage: Coverage, rules: RuleSet) -> Need:
    """The scars themselves, without the margin that SMP needs around them."""
    density = rules.surgery.scar_density.read()
    own = span_of(total(scar.own_cm2 for scar in coverage.scars))
    grafts = one_at_a_time(mul, own, span_of(density))
    return Need(
        grafts=grafts,
        per_cm2=span_of(density),
        full=grafts,
        because=rules.comparison.because.grafts_in_scars,
        rules=(density,),
        full_rules=(density,),
        uses=("area.cm2",),
        in_scars=True,
    )


def _need_of_area(intake: Intake, coverage: Coverage, rules: RuleSet) -> Need:
    """Area x (density that is planned in each zone - density of the hair that is there); never under 0."""
    missing = find_missing_hair(intake, coverage, rules)

    def over_area(cm2: Number, *densities: Number) -> Number:
        return cm2 * missing.per_cm2(*densities)

    return Need(
        grafts=one_at_a_time(over_area, span_of(coverage.area.bare_cm2), *missing.drivers),
        per_cm2=one_at_a_time(missing.per_cm2, *missing.drivers),
        full=_to_look_full(missing, coverage),
        because=rules.comparison.because.grafts_by_area,
        rules=missing.rules,
        full_rules=_without_crown(missing.rules, rules),
        why_wide=missing.why_wide,
        beside_full=_beside_full(missing, rules),
    )


def _to_look_full(missing: MissingHair, coverage: Coverage) -> Span:
    """Grafts for all of the bare area at the density that looks full, less the hair that is there."""

    def over_area(cm2: Number, target: Number, natural: Number, kept: Number) -> Number:
        return cm2 * missing.to_look_full(target, natural, kept)

    drivers = (missing.target, missing.natural, missing.kept)
    return one_at_a_time(over_area, span_of(coverage.area.bare_cm2), *drivers)


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
    """The published full plan, plus what other answers add to the area of the stage."""
    stage = intake.area.norwood or ""
    stage_cm2 = rules.coverage.norwood.rows[stage].read()
    beyond = coverage.area.bare_cm2.typical - stage_cm2.number
    whole = find_missing_hair(intake, coverage, rules)
    full = _to_look_full(whole, coverage)
    if beyond <= 0:
        first = rules.surgery.first_operation.rows.get(stage)
        need = _spread_out(span_of(full_plan), full, coverage, rules)
        return need._replace(
            rules=(full_plan,),
            full_rules=_without_crown(whole.rules, rules),
            first=first.read() if first else None,
        )
    missing = find_missing_beyond(intake, stage, coverage, rules)

    def with_more(plan: Number, *densities: Number) -> Number:
        return plan + beyond * missing.per_cm2(*densities)

    grafts = one_at_a_time(with_more, span_of(full_plan), *missing.drivers)
    return _spread_out(grafts, full, coverage, rules)._replace(
        rules=(full_plan, stage_cm2, *missing.rules),
        full_rules=_without_crown(whole.rules, rules),
        why_wide=missing.why_wide,
    )


def _spread_out(grafts: Span, full: Span, coverage: Coverage, rules: RuleSet) -> Need:
    """The need of a stage, spread over its bare area: published plans and areas need not fit each other."""
    per_cm2 = one_at_a_time(_over, grafts, span_of(coverage.area.bare_cm2))
    looks_full, notes = span_of(rules.surgery.target_density.read()), rules.comparison.notes
    fewer, more = per_cm2.typical < looks_full.low, per_cm2.typical > looks_full.high
    return Need(
        grafts=grafts,
        per_cm2=per_cm2,
        full=full,
        because=rules.comparison.because.grafts_by_stage,
        rules=(),
        full_rules=(),
        beside_full=notes.stage_below_full if fewer else notes.stage_above_full if more else None,
    )


def _over(grafts: Number, cm2: Number) -> Number:
    return Decimal(grafts) / cm2
