"""Grafts for the comparison: needed, growing, what the donor area gives, operations, cover."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from smp_planner.domain.plan_figures import GRAFTS_PER_CM2, PER_CM2, SURGERY
from smp_planner.domain.provenance import Reading, Step
from smp_planner.domain.quantities import Estimate, Number
from smp_planner.planner.comparison.graft_need import Need
from smp_planner.planner.comparison.grafts import Surgery
from smp_planner.planner.comparison.plan_figure import (
    TENS,
    PlanFigure,
    not_needed,
    of_rule,
    perhaps_not_needed,
    rounded_estimate,
    unknown_beside,
    unknown_figure,
)
from smp_planner.planner.one_at_a_time import one_at_a_time, span_of
from smp_planner.rules.figures import Saying
from smp_planner.rules.ruleset import RuleSet

UNIT = "grafts"
OF_DENSITY = "grafts/cm2"
TENTHS = "0.1"
OF_DONOR = (
    "donor", "donor_left", "first_operation", "grafts_growing", "operations", "cover_share", "not_covered",
)  # fmt: skip


def find_graft_figures(surgery: Mapping[str, Surgery], rules: RuleSet) -> Iterator[tuple[str, PlanFigure]]:
    """Figures of both kinds of surgery, by name; where no graft is needed, or perhaps none, they say so."""
    table = rules.surgery
    for option, plan in surgery.items():
        density = table.scar_density if plan.need.in_scars else table.target_density
        yield f"density.{option}", of_rule(density.read(), OF_DENSITY, rules)
        yield f"survival.{option}", _survival(plan, rules)
        nothing = plan.need.not_needed(rules)
        yield f"grafts_needed.{option}", perhaps_not_needed(_needed(plan), nothing)
        if not plan.has_donor:
            none = unknown_figure(rules.comparison.not_known.no_donor)
            yield from ((f"{name}.{option}", none) for name in OF_DONOR)
            continue
        yield f"donor.{option}", _donor(plan, rules)
        yield f"donor_left.{option}", _donor_left(plan, rules)
        for name, figure in _of_placed(plan, rules):
            yield f"{name}.{option}", perhaps_not_needed(figure, nothing)
        because, turned = rules.comparison.because, plan.need.why_wide_turned(rules)
        yield f"cover_share.{option}", _share(plan, _per_cent, because.cover_share, turned, rules)
        yield f"not_covered.{option}", _share(plan, _rest, because.not_covered, plan.need.why_wide, rules)


def grafts_per_cm2(surgery: Mapping[str, Surgery], rules: RuleSet) -> tuple[Estimate, Step]:
    """How many grafts the full plan sets on each cm2, the same for both kinds of surgery, with its step."""
    need = surgery[SURGERY[0]].need
    per_cm2, because = per_cm2_of(need, rules), rules.comparison.because
    why = because.from_sources if need.in_scars else because.grafts_per_cm2
    uses = () if need.in_scars else (f"comparison.rows.grafts_needed.{SURGERY[0]}", "area.bare_cm2")
    behind = _behind_per_cm2(need, rules)
    return per_cm2, Step(field=GRAFTS_PER_CM2, value=per_cm2, because=why, rules=behind, uses=uses)


def _behind_per_cm2(need: Need, rules: RuleSet) -> tuple[Reading, ...]:
    """The rules behind it, with what looks full, as words beside it say how it stands to that."""
    full = rules.surgery.target_density.read()
    return need.rules if need.in_scars or full in need.rules else (*need.rules, full)


def per_cm2_of(need: Need, rules: RuleSet) -> Estimate:
    """The grafts on each cm2, as words beside a share or a price tell them."""
    why_wide = need.why_wide or rules.comparison.notes.wide_range
    return rounded_estimate(need.per_cm2, OF_DENSITY, note=need.beside_full, why_wide=why_wide)


def _donor(plan: Surgery, rules: RuleSet) -> PlanFigure:
    return PlanFigure(
        estimate=rounded_estimate(plan.donor, UNIT, note=_used_before(plan, rules)),
        because=rules.comparison.because.donor,
        rules=(plan.donor_rule,),
    )


def _donor_left(plan: Surgery, rules: RuleSet) -> PlanFigure:
    """What the donor area still gives after the full plan; not known where an earlier one used some of it."""
    left = rounded_estimate(plan.left, UNIT, TENS, why_wide=plan.need.why_wide_turned(rules))
    if plan.used_before:
        unknown = unknown_beside(rules.comparison.not_known.donor_used_before, left, rules)
        return unknown._replace(rules=(*unknown.rules, *_behind_placed(plan)))
    return PlanFigure(estimate=left, because=rules.comparison.because.donor_left, rules=_behind_placed(plan))


def donor_note(plan: Surgery, rules: RuleSet) -> Saying | None:
    """What has to be said beside figures that take a whole donor area: it was used before, or it is short."""
    short = rules.comparison.notes.above_donor if plan.above_donor else None
    return _used_before(plan, rules) or short


def _used_before(plan: Surgery, rules: RuleSet) -> Saying | None:
    return rules.comparison.notes.used_before if plan.used_before else None


def _needed(plan: Surgery) -> PlanFigure:
    need = plan.need
    return PlanFigure(
        estimate=rounded_estimate(need.grafts, UNIT, TENS, why_wide=need.why_wide),
        because=need.because,
        rules=need.rules,
        uses=need.uses,
    )


def _of_placed(plan: Surgery, rules: RuleSet) -> Iterator[tuple[str, PlanFigure]]:
    because = rules.comparison.because
    said, wide = donor_note(plan, rules), plan.need.why_wide
    yield "first_operation", _first(plan, rules)
    yield "grafts_growing", _growing(plan, said, rules)
    yield (
        "operations",
        PlanFigure(
            estimate=rounded_estimate(plan.operations, "operations", note=said, why_wide=wide),
            because=because.operations,
            rules=(*plan.operation_rules, *_behind_placed(plan)),
        ),
    )


def _share(
    plan: Surgery, told: Callable[[Number], Number], because: str, why_wide: Saying | None, rules: RuleSet
) -> PlanFigure:
    """A share of the need, by what the donor area gives; with no need there is nothing to share out."""
    if not plan.need.grafts.typical:
        return not_needed(rules.comparison.notes.nothing_to_graft)
    unknown = plan.why_cover_unknown(rules)
    if unknown is not None:
        return unknown_figure(unknown)
    of_100, need = one_at_a_time(told, plan.cover), plan.need
    return PlanFigure(
        estimate=rounded_estimate(of_100, "per cent", note=need.beside_full, why_wide=why_wide),
        because=because,
        rules=_behind_placed(plan),
        uses=(GRAFTS_PER_CM2,),
        beside={PER_CM2: per_cm2_of(need, rules)},
    )


def _first(plan: Surgery, rules: RuleSet) -> PlanFigure:
    because = rules.comparison.because
    return PlanFigure(
        estimate=rounded_estimate(plan.first, UNIT, TENS, _used_before(plan, rules), plan.need.why_wide),
        because=because.first_by_stage if plan.need.first else because.first_by_mean,
        rules=(plan.first_rule, *_behind_placed(plan)),
    )


def _survival(plan: Surgery, rules: RuleSet) -> PlanFigure:
    if plan.survival_rule is None:
        return unknown_figure(plan.why_growth_unknown(rules))
    of_100 = one_at_a_time(_per_cent, span_of(plan.survival_rule))
    return PlanFigure(
        estimate=rounded_estimate(of_100, "grafts of 100", TENTHS),
        because=rules.comparison.because.from_sources,
        rules=(plan.survival_rule,),
    )


def _growing(plan: Surgery, note: Saying | None, rules: RuleSet) -> PlanFigure:
    if plan.growing is None or plan.survival_rule is None:
        return unknown_figure(plan.why_growth_unknown(rules))
    return PlanFigure(
        estimate=rounded_estimate(plan.growing, UNIT, TENS, note, plan.need.why_wide),
        because=rules.comparison.because.grafts_growing,
        rules=(plan.survival_rule, *_behind_placed(plan)),
    )


def _behind_placed(plan: Surgery) -> tuple[Reading, ...]:
    """The rules behind what can be placed: the need and the donor area."""
    return (*plan.need.rules, plan.donor_rule)


def _per_cent(share: Number) -> Number:
    return 100 * share


def _rest(share: Number) -> Number:
    return 100 - 100 * share
