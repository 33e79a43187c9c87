"""Grafts for the comparison: needed, growing, what the donor area gives, operations, cover."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from operator import mul

from smp_planner.domain.plan_figures import AT_CROWN, GRAFTS_PER_CM2, LOOKS_FULL, PER_CM2, SURGERY
from smp_planner.domain.provenance import Reading, Step
from smp_planner.domain.quantities import Estimate, Number, rounded
from smp_planner.planner.comparison.filled import fill_cell
from smp_planner.planner.comparison.graft_need import Need
from smp_planner.planner.comparison.grafts import Surgery
from smp_planner.planner.comparison.plan_figure import (
    TENS,
    PlanFigure,
    not_needed,
    noted,
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
    for option, plan in surgery.items():
        scars = of_rule(rules.surgery.scar_density.read(), OF_DENSITY, rules)
        yield f"density.{option}", scars if plan.need.in_scars else _density(plan, rules)
        yield f"look.{option}", _look(plan, rules)
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


def _density(plan: Surgery, rules: RuleSet) -> PlanFigure:
    """The grafts that would grow on each cm2 of this plan, with those that look full beside them."""
    return _growing_on(plan, OF_DENSITY, mul, (), rules.comparison.because.density_growing, rules)


def _look(plan: Surgery, rules: RuleSet) -> PlanFigure:
    """How dense the grafts that grow are, against the hair where none is lost."""

    def against(per_cm2: Number, survival: Number, natural: Number) -> Number:
        return 100 * per_cm2 * survival / Decimal(natural)

    natural = (rules.surgery.natural_density.read(),)
    return _growing_on(plan, "per cent", against, natural, rules.comparison.because.look, rules)


def _growing_on(
    plan: Surgery,
    unit: str,
    told: Callable[..., Number],
    others: tuple[Reading, ...],
    because: str,
    rules: RuleSet,
) -> PlanFigure:
    """A figure of what grows on each cm2; with no need there are no grafts to tell of."""
    need, notes = plan.need, rules.comparison.notes
    if plan.survival_rule is None:
        return unknown_figure(plan.why_growth_unknown(rules))
    if not need.grafts.typical:
        return not_needed(notes.nothing_to_graft)
    full, crown = rules.surgery.target_density.read(), rules.surgery.crown_density.read()
    drivers = (span_of(plan.survival_rule), *map(span_of, others))
    own_hair = need.beside_full if need.beside_full is notes.own_hair else None
    why_wide = None if own_hair else need.why_wide
    return PlanFigure(
        estimate=rounded_estimate(
            one_at_a_time(told, need.per_cm2, *drivers), unit, note=own_hair, why_wide=why_wide
        ),
        because=because,
        rules=(plan.survival_rule, *others, *_behind_per_cm2(need, rules)),
        uses=(GRAFTS_PER_CM2,),
        beside={
            LOOKS_FULL: rounded_estimate(span_of(full), OF_DENSITY),
            AT_CROWN: rounded_estimate(span_of(crown), OF_DENSITY),
        },
    )


def _donor(plan: Surgery, rules: RuleSet) -> PlanFigure:
    """What the donor area gives for life; not known with another loss, or where some of it was used.

    A scar takes few of its grafts, so for scars alone a note that some were used is enough.
    """
    unknown = rules.comparison.not_known
    donor = rounded_estimate(plan.donor, UNIT, note=_used_before(plan, rules))
    if plan.whom == "others":
        return unknown_figure(unknown.donor_other_loss)
    if plan.used_before and not plan.need.in_scars:
        figure = unknown_beside(unknown.donor_size_used_before, donor, rules)
        return figure._replace(rules=(*figure.rules, plan.donor_rule))
    return PlanFigure(estimate=donor, because=rules.comparison.because.donor, rules=(plan.donor_rule,))


def _donor_left(plan: Surgery, rules: RuleSet) -> PlanFigure:
    """What the donor area still gives after the full plan; not known with another loss, or used before."""
    unknown = rules.comparison.not_known
    if plan.whom == "others":
        return unknown_figure(unknown.donor_other_loss)
    left = rounded_estimate(plan.left, UNIT, TENS, why_wide=plan.need.why_wide_turned(rules))
    if plan.used_before:
        figure = unknown_beside(unknown.donor_used_before, left, rules)
        return figure._replace(rules=(*figure.rules, *_behind_placed(plan)))
    left_over = PlanFigure(left, rules.comparison.because.donor_left, rules=_behind_placed(plan))
    return _of_today(left_over, plan, rules)


def _of_today(figure: PlanFigure, plan: Surgery, rules: RuleSet) -> PlanFigure:
    """The figure with what a later stage would need, where the loss may go on."""
    notes, beyond = rules.comparison.notes, plan.beyond
    if not plan.may_move_on:
        return figure
    if beyond is None:
        return noted(figure, notes.today_loss.say, notes.today_loss.read())
    need = Estimate(*span_of(beyond.full_plan), UNIT)
    told = fill_cell(notes.later_stage.say, need, rules, {"stage": beyond.stage})
    return noted(figure, told, notes.later_stage.read(), beyond.full_plan)


def donor_note(plan: Surgery, rules: RuleSet) -> Saying | None:
    """What has to be said beside figures that take a whole donor area: nobody knows it, or it is short."""
    if plan.whom == "others":
        return rules.comparison.notes.other_loss
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
    """What operations place; with another loss nobody knows whether there is one."""
    because = rules.comparison.because
    if plan.whom == "others":
        unknown = unknown_figure(plan.why_growth_unknown(rules))
        yield from ((name, unknown) for name in ("first_operation", "grafts_growing", "operations"))
        return
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
    """A share of the area that can look full, by what the donor area gives; none where none is planned."""
    if not plan.need.grafts.typical:
        return not_needed(rules.comparison.notes.nothing_to_graft)
    unknown = plan.why_cover_unknown(rules)
    if unknown is not None:
        return unknown_figure(unknown)
    of_100, need = one_at_a_time(told, plan.full_cover), plan.need
    density = rules.surgery.scar_density if need.in_scars else rules.surgery.target_density
    return PlanFigure(
        estimate=rounded_estimate(of_100, "per cent", why_wide=why_wide),
        because=because,
        rules=(*need.full_rules, plan.donor_rule),
        uses=(GRAFTS_PER_CM2, *need.uses),
        beside={
            PER_CM2: per_cm2_of(need, rules),
            LOOKS_FULL: rounded_estimate(span_of(density.read()), OF_DENSITY),
        },
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
    """What is not covered of 100: both are told whole, and together they are all of it."""
    return 100 - rounded(100 * share)
