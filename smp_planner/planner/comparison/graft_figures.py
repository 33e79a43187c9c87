"""Grafts for the comparison: needed, growing, what the donor area gives, operations, cover."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from operator import mul

from smp_planner.domain.plan_figures import AT_CROWN, DONOR, GRAFTS_PER_CM2, GROWING, LOOKS_FULL, PLACED
from smp_planner.domain.provenance import Reading, Step
from smp_planner.domain.quantities import Estimate, Number, rounded
from smp_planner.planner.comparison.filled import fill_cell
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
from smp_planner.planner.one_at_a_time import Span, one_at_a_time, span_of
from smp_planner.rules.figures import Saying
from smp_planner.rules.ruleset import RuleSet

UNIT = "grafts"
OF_DENSITY = "grafts/cm2"


def find_graft_figures(surgery: Mapping[str, Surgery], rules: RuleSet) -> Iterator[tuple[str, PlanFigure]]:
    """Figures of both kinds of surgery, by name; where no graft is needed, or perhaps none, they say so.

    Without donor hair there are none: each answer says that surgery isn't possible (see `needs_donor`).
    """
    for option, plan in surgery.items():
        if not plan.has_donor:
            continue
        scars = of_rule(rules.surgery.scar_density.read(), OF_DENSITY, rules)
        yield f"density.{option}", scars if plan.need.in_scars else _density(plan, rules)
        yield f"look.{option}", _look(plan, rules)
        yield f"survival.{option}", _survival(plan, rules)
        nothing = plan.need.not_needed(rules)
        yield f"grafts_needed.{option}", perhaps_not_needed(_needed(plan, rules), nothing)
        yield f"donor.{option}", _donor(plan, rules)
        yield f"donor_left.{option}", _donor_left(plan, rules)
        for name, figure in _of_placed(plan, rules):
            yield f"{name}.{option}", perhaps_not_needed(figure, nothing)
        yield f"cover_share.{option}", _cover_share(plan, rules)
        yield f"not_covered.{option}", _not_covered(plan, rules)


def grafts_per_cm2(
    surgery: Mapping[str, Surgery], rules: RuleSet
) -> tuple[Mapping[str, Estimate], tuple[Step, ...]]:
    """How many grafts each kind of surgery with donor hair can place on each cm2, with a step for each."""
    found, steps = dict[str, Estimate](), list[Step]()
    for option, plan in surgery.items():
        if not plan.has_donor:
            continue
        field, behind = GRAFTS_PER_CM2.format(option), _behind_per_cm2(plan, rules)
        because, in_scars = rules.comparison.because, plan.need.in_scars
        found[option] = per_cm2_of(plan, rules)
        of_plan = because.grafts_that_fit if plan.too_dense else because.grafts_per_cm2
        why = because.from_sources if in_scars else of_plan
        uses = () if in_scars else (f"comparison.rows.grafts_needed.{option}", "area.bare_cm2")
        steps.append(Step(field=field, value=found[option], because=why, rules=behind, uses=uses))
    return found, tuple(steps)


def _behind_per_cm2(plan: Surgery, rules: RuleSet) -> tuple[Reading, ...]:
    """The rules behind it, with what looks full, as words beside it say how it stands to that."""
    full, need = rules.surgery.target_density.read(), plan.need
    said = () if need.in_scars or full in need.rules else (full,)
    return (*_behind_placed(plan), *said)


def per_cm2_of(plan: Surgery, rules: RuleSet) -> Estimate:
    """The grafts on each cm2, as words beside a price tell them."""
    why_wide = plan.need.why_wide or rules.comparison.notes.wide_range
    return rounded_estimate(plan.per_cm2, OF_DENSITY, note=beside_full(plan, rules), why_wide=why_wide)


def _density(plan: Surgery, rules: RuleSet) -> PlanFigure:
    """The grafts that would grow on each cm2 of this plan, with those that look full beside them."""
    because = rules.comparison.because
    why = because.density_that_fits if plan.too_dense else because.density_growing
    return _growing_on(plan, OF_DENSITY, mul, (), why, rules)


def _look(plan: Surgery, rules: RuleSet) -> PlanFigure:
    """How dense the grafts that grow are, against the hair where none is lost."""
    if plan.survival_rule is not None and not plan.need.grafts.typical:
        return not_needed(rules.comparison.notes.look_with_few_grafts)

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
    beside = beside_full(plan, rules)
    said = beside if beside in (notes.own_hair, notes.spread_thin, notes.tables_differ) else None
    why_wide = None if said else need.why_wide
    return PlanFigure(
        estimate=rounded_estimate(
            one_at_a_time(told, plan.per_cm2, *drivers), unit, note=said, why_wide=why_wide
        ),
        because=because,
        rules=(plan.survival_rule, *others, *_behind_per_cm2(plan, rules)),
        uses=(GRAFTS_PER_CM2.format(plan.option),),
        beside={
            LOOKS_FULL: rounded_estimate(span_of(full), OF_DENSITY),
            AT_CROWN: rounded_estimate(span_of(crown), OF_DENSITY),
        },
    )


def beside_full(plan: Surgery, rules: RuleSet) -> Saying | None:
    """How the grafts on a cm2 stand to what looks full; donor hair that is short is spread over all of it."""
    if plan.too_dense:
        return rules.comparison.notes.tables_differ
    return rules.comparison.notes.spread_thin if plan.above_donor else plan.need.beside_full


def _donor(plan: Surgery, rules: RuleSet) -> PlanFigure:
    """What the donor area gives for life; not known with another loss, or where some of it was used.

    A scar takes few of its grafts, so for scars alone a note that some were used is enough.
    """
    unknown = rules.comparison.not_known
    donor = rounded_estimate(plan.donor, UNIT, note=_used_before(plan, rules) or _of_scar(plan, rules))
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
    turned = plan.need.why_wide_turned(rules)
    left = rounded_estimate(plan.left, UNIT, TENS, note=_of_scar(plan, rules), why_wide=turned)
    if plan.used_before:
        figure = unknown_beside(unknown.donor_used_before, left, rules)
        return figure._replace(rules=(*figure.rules, *_behind_placed(plan)))
    left_over = PlanFigure(left, rules.comparison.because.donor_left, rules=_behind_placed(plan))
    return _of_today(left_over, plan, rules)


def _of_today(figure: PlanFigure, plan: Surgery, rules: RuleSet) -> PlanFigure:
    """The figure with what a later stage would need, where the loss may go on."""
    notes, beyond = rules.comparison.notes, plan.beyond
    if not plan.may_move_on or beyond is None:
        return _of_loss_today(figure, plan, rules)
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


def _of_scar(plan: Surgery, rules: RuleSet) -> Saying | None:
    """A scar may be the mark of a transplant that nobody gave a date for."""
    told = plan.scarred and not plan.used_before
    return rules.comparison.notes.scar_of_transplant if told else None


def _needed(plan: Surgery, rules: RuleSet) -> PlanFigure:
    need = plan.need
    untaken = rules.comparison.notes.stage_kept if need.keeps_untaken else None
    return PlanFigure(
        estimate=rounded_estimate(need.grafts, UNIT, TENS, note=untaken, why_wide=need.why_wide),
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


def _cover_share(plan: Surgery, rules: RuleSet) -> PlanFigure:
    """How much of the area can look full; it speaks for surgery where its low end is above the rule's."""
    because, turned = _why_of_cover(plan, rules), plan.need.why_wide_turned(rules)
    of_100 = one_at_a_time(_part, plan.cover)
    figure, survival = _share(plan, of_100, because, turned, rules), _survival(plan, rules)
    if figure.estimate is None or survival.estimate is None:
        return figure
    placed, speaks_for = rounded_estimate(plan.placed, UNIT, TENS), rules.surgery.cover_speaks_for.read()
    told = figure._replace(
        rules=(*figure.rules, *survival.rules, speaks_for),
        beside={**figure.beside, PLACED: placed, GROWING: survival.estimate},
        leans="for" if figure.estimate.low > speaks_for.number else "neither",
    )
    return _of_loss_today(told, plan, rules)


def _why_of_cover(plan: Surgery, rules: RuleSet) -> str:
    """Why the cover is what it is: what it does with hair that is kept, which a stage tells nothing of."""
    words, need = rules.comparison.because, plan.need
    if need.reckoned:
        return words.cover_share_reckoned
    if need.takes_off:
        return words.cover_share_kept
    return words.cover_share_stage if need.of_stage else words.cover_share


def _own_hair(plan: Surgery, rules: RuleSet) -> tuple[str, tuple[Reading, ...]]:
    """How much own hair is counted in, in words, with the rules behind that; nothing where none is."""
    notes, need = rules.comparison.notes, plan.need
    if need.reckoned:
        share = rounded_estimate(one_at_a_time(_per_cent, span_of(need.reckoned)), "hairs of 100")
        said = notes.own_hair_reckoned
        return fill_cell(said.say, share, rules), (said.read(), need.reckoned)
    if need.takes_off:
        return notes.own_hair_told.say, (notes.own_hair_told.read(),)
    return "", ()


def _not_covered(plan: Surgery, rules: RuleSet) -> PlanFigure:
    """What of the area can't look full were all of the donor area moved, with what that gives."""
    of_100, because = one_at_a_time(_rest, plan.within_reach), rules.comparison.because.not_covered
    figure = _share(plan, of_100, because, plan.need.why_wide, rules)
    if figure.estimate is None:
        return figure
    told = figure._replace(beside={**figure.beside, DONOR: rounded_estimate(plan.donor, UNIT)})
    return _of_loss_today(told, plan, rules)


def _of_loss_today(figure: PlanFigure, plan: Surgery, rules: RuleSet) -> PlanFigure:
    """The figure, said to be of the loss of today where that may go on."""
    today = rules.comparison.notes.today_loss
    return noted(figure, today.say, today.read()) if plan.may_move_on else figure


def _share(plan: Surgery, of_100: Span, because: str, why_wide: Saying | None, rules: RuleSet) -> PlanFigure:
    """A share of the area, of 100, that can or can't look full; none where no graft is planned."""
    if not plan.need.grafts.typical:
        return not_needed(rules.comparison.notes.nothing_to_graft)
    unknown = plan.why_cover_unknown(rules)
    if unknown is not None:
        return unknown_figure(unknown)
    need = plan.need
    untaken = rules.comparison.notes.grafts_alone if need.keeps_untaken else None
    density = rules.surgery.scar_density if need.in_scars else rules.surgery.target_density
    own, behind_own = _own_hair(plan, rules)
    readings = (*need.rules, *need.full_rules, plan.donor_rule, *behind_own)
    behind = {reading.id: reading for reading in readings}
    return PlanFigure(
        estimate=rounded_estimate(of_100, "per cent", note=untaken, why_wide=why_wide),
        because=because,
        rules=tuple(behind.values()),
        uses=(f"comparison.rows.grafts_needed.{plan.option}", *need.uses),
        beside={LOOKS_FULL: rounded_estimate(span_of(density.read()), OF_DENSITY)},
        own_hair=own,
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
        estimate=rounded_estimate(of_100, "grafts of 100"),
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


def _part(share: Number) -> Number:
    """What is covered of 100, told whole; all of it only where nothing is left."""
    return 100 if share == 1 else min(rounded(100 * share), 99)


def _rest(share: Number) -> Number:
    """What is not covered of 100: both are told whole, and together they are all of it."""
    return 100 - _part(share)
