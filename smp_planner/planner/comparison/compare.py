"""Five options over the same questions: rows, what speaks against each, and two sets of curves.

Nobody wins and nothing is scored. Figures are made personal where the plan can; what isn't
known says so.
"""

from __future__ import annotations

from collections.abc import Mapping

from smp_planner.domain.comparison import Comparison
from smp_planner.domain.findings import Finding, Suitability
from smp_planner.domain.intake import Intake
from smp_planner.domain.provenance import Step
from smp_planner.planner.comparison.curves import draw_curves
from smp_planner.planner.comparison.gates import Asked, open_options
from smp_planner.planner.comparison.graft_figures import grafts_per_cm2
from smp_planner.planner.comparison.grafts import Surgery, plan_surgery
from smp_planner.planner.comparison.hair_curves import draw_hair_curves
from smp_planner.planner.comparison.missing_hair import kept_parts
from smp_planner.planner.comparison.option_costs import OptionCost, cost_options, withheld_costs
from smp_planner.planner.comparison.plan_figures import find_plan_figures
from smp_planner.planner.comparison.planned import NotPlanned, Planned
from smp_planner.planner.comparison.rows import NoMoney, fill_rows
from smp_planner.planner.comparison.thin_hair import find_thin_cm2, is_thin_alone
from smp_planner.planner.comparison.whom import Whom, whom_of
from smp_planner.rules.figures import Saying
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.comparison import NOTHING, Branch, Combination


def compare_treatments(
    intake: Intake, suitability: Suitability, planned: Planned | NotPlanned, rules: RuleSet
) -> tuple[Comparison, tuple[Step, ...]]:
    """The comparison for one person, with a step for each cell; without a cost no money is shown.

    Where no plan is made the options are the same five; what needs a plan says so.
    """
    coverage = planned.coverage
    whom = whom_of(intake, coverage, rules)
    surgery = plan_surgery(intake, coverage, rules)
    hair = draw_hair_curves(whom, rules)
    costs, no_money = _costs(intake, surgery, planned, rules)
    thin_cm2 = find_thin_cm2(intake, coverage, rules)
    figures = find_plan_figures(
        planned, surgery=surgery, hair=hair, costs=costs, thin_cm2=thin_cm2, rules=rules
    )
    asked = Asked(
        intake=intake,
        suitability=suitability,
        coverage=coverage,
        kept=kept_parts(intake.kept_hair, coverage, rules),
        surgery=surgery,
        both_ways=rules.surgery.donor.rows["both"].read(),
    )
    options, option_steps = open_options(asked, rules)
    thin = is_thin_alone(intake.area, thin_cm2, coverage, whom, rules)
    rows, row_steps = fill_rows(figures, whom, rules, thin=thin, no_money=no_money)
    curves, curve_steps = draw_curves(hair, costs, rules)
    per_cm2, per_cm2_steps = grafts_per_cm2(surgery, rules)
    comparison = Comparison(
        order_say=rules.options.order_say,
        leans_say=rules.comparison.words.leans,
        first=() if isinstance(planned, Planned) else _said_first(suitability, rules),
        options=options,
        branches=_branches(whom, rules),
        combinations=_combinations(whom, rules) if isinstance(planned, Planned) else (),
        rows=rows,
        curves=curves,
        grafts_per_cm2=per_cm2,
    )
    return comparison, (*option_steps, *per_cm2_steps, *row_steps, *curve_steps)


def _costs(
    intake: Intake, surgery: Mapping[str, Surgery], planned: Planned | NotPlanned, rules: RuleSet
) -> tuple[dict[str, OptionCost], NoMoney | None]:
    """The money of every option, and why there is none, where there is none."""
    waits = rules.comparison.not_known
    if isinstance(planned, Planned) and planned.cost is not None:
        return cost_options(intake, planned.coverage, surgery, planned.cost, rules), None
    if isinstance(planned, Planned):
        no_money = NoMoney(waits.money_withheld)
    else:
        no_money = NoMoney(waits.money_without_plan, free=(NOTHING,))
    return withheld_costs(no_money.why, rules), no_money


def _said_first(suitability: Suitability, rules: RuleSet) -> tuple[Finding, ...]:
    """What is said before the options where no plan is made; some of it under some stops or waits alone."""
    found = {one.id for one in (*suitability.stop, *suitability.wait)}
    said = rules.options.without_plan.items()
    return _told(
        {id_: first for id_, first in said if not first.only_for or not found.isdisjoint(first.only_for)}
    )


def _branches(whom: Whom, rules: RuleSet) -> tuple[Finding, ...]:
    """What doing nothing can hold for these people."""
    branches = rules.comparison.branches.items()
    return _told({id_: _worded(branch, whom) for id_, branch in branches if _holds(branch, whom)})


def _holds(branch: Branch, whom: Whom) -> bool:
    """Whether a way of doing nothing is one for these people."""
    if branch.not_for_scars and whom.kind == "scars":
        return False
    return branch.uses_medicine in (None, whom.uses_medicine)


def _combinations(whom: Whom, rules: RuleSet) -> tuple[Finding, ...]:
    """What people combine, without surgery where there is no hair to move."""
    pairs = rules.comparison.combinations.items()
    return _told(
        {id_: _worded(pair, whom) for id_, pair in pairs if not (pair.of_surgery and whom.whole_scalp)}
    )


def _worded(rule: Branch | Combination, whom: Whom) -> Saying:
    """What is said of it to these people."""
    return (rule.for_others if whom.kind == "others" else None) or rule


def _told(sayings: Mapping[str, Saying]) -> tuple[Finding, ...]:
    return tuple(
        Finding(id=id_, say=saying.say, sources=saying.read().sources) for id_, saying in sayings.items()
    )
