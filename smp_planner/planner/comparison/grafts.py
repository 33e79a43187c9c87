"""What surgery places for this person of the grafts that are needed, and what the donor area gives.

The need is never capped; what can be placed is, and what grows, how close grafts stand, what they cover
and what they cost follow from that one number.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_CEILING, Decimal
from operator import mul
from typing import NamedTuple

from smp_planner.domain.intake import Intake
from smp_planner.domain.plan_figures import SURGERY
from smp_planner.domain.provenance import Reading
from smp_planner.domain.quantities import Number
from smp_planner.planner.comparison.graft_need import Case, Need, find_need
from smp_planner.planner.comparison.later_loss import LaterStage, may_move_on, stage_beyond
from smp_planner.planner.comparison.whom import Kind, Whom, not_counted, whom_of
from smp_planner.planner.coverage.assess import Coverage
from smp_planner.planner.coverage.extents import is_wide
from smp_planner.planner.one_at_a_time import Span, one_at_a_time, span_of
from smp_planner.rules.figures import Figure, Saying
from smp_planner.rules.ruleset import RuleSet

TRANSPLANT = "transplant_on"  # who isn't sure of the day had one all the same
IN_SCAR = "_in_scar"  # the rows of grafts that are placed in scars


class Surgery(NamedTuple):
    """One kind of surgery for one person: grafts, operations, and the share that is covered (0-1).

    `whom`: whom studies would count them with. `left` is what the donor area still gives when all of `placed`
    is moved; with `used_before` an earlier transplant has taken grafts from it, nobody knows how many.
    `growing` is None where nobody knows how many of the placed grafts grow; `survival_rule` is, too. With
    `has_donor` false there is no hair to move, and what follows from the donor area says nothing.
    `per_cm2` is how many of `placed` stand on each cm2 of all the area, with no end above what surgeons set;
    `too_dense` where the plan and the area of a stage don't fit and the sum would set more: then it is what
    looks full. `cover` is what `placed` is of the grafts with which all of the area would look full, or of
    `need` where that is more; `within_reach` is the same of all that the donor area gives.
    `scarred`: they told a scar, which may be the mark of a transplant.
    `may_move_on`: the plan is for the loss of today, which may go on; `beyond` is the first later stage that
    needs more than the donor area gives.
    """

    option: str
    need: Need
    whom: Kind
    donor: Span
    donor_rule: Reading
    placed: Span
    left: Span
    used_before: bool
    first: Span
    first_rule: Reading
    growing: Span | None
    survival_rule: Reading | None
    operations: Span
    per_operation: Reading
    later_operation: Reading
    per_cm2: Span
    too_dense: bool
    cover: Span
    within_reach: Span
    has_donor: bool
    scarred: bool
    may_move_on: bool
    beyond: LaterStage | None

    @property
    def above_donor(self) -> bool:
        """Whether the need is more than the donor area gives by this way."""
        return self.need.grafts.typical > self.donor.typical

    @property
    def surely_above_donor(self) -> bool:
        """Whether it is, and the need is known well enough to be told to somebody as theirs."""
        need = self.need.grafts
        return self.above_donor and not is_wide(need.low, need.high)

    def why_growth_unknown(self, rules: RuleSet) -> Saying:
        """Why nobody knows how many grafts grow, where no rule tells: no series in scars, or in this loss."""
        in_scars = rules.comparison.not_known.grafts_in_scars
        return in_scars if self.need.in_scars else not_counted(self.whom, rules)

    def why_cover_unknown(self, rules: RuleSet) -> Saying | None:
        """Why nobody knows what it covers: growth, or an earlier transplant; else None."""
        if self.survival_rule is None:
            return self.why_growth_unknown(rules)
        return rules.comparison.not_known.cover_used_before if self.used_before else None

    @property
    def donor_known(self) -> bool:
        """Whether what the donor area gives is known: not with another loss, nor where some was used."""
        return self.whom != "others" and not self.used_before

    @property
    def operation_rules(self) -> tuple[Reading, ...]:
        """The rules behind the number of operations: of the first, and of what one holds."""
        return (self.per_operation,) if self.need.first is None else (self.need.first, self.per_operation)

    @property
    def later_grafts(self) -> Number:
        """Grafts of a later operation after a plan of one, as far as the donor area allows; none in scars.

        Who has it is a share of those with more than one in all, so a plan of more holds it already.
        """
        left = self.donor.typical - self.placed.typical
        one = self.operations.typical == 1
        return min(self.later_operation.number, left) if one and not self.need.in_scars else 0


def had_transplant(intake: Intake) -> bool:
    """Whether a transplant has used grafts before: its day or its dots were told, or the day isn't known."""
    dated = intake.treated_before.transplant_on is not None
    return dated or TRANSPLANT in intake.unsure_about or bool(intake.area.dot_scars)


def plan_surgery(intake: Intake, coverage: Coverage, rules: RuleSet) -> dict[str, Surgery]:
    """Strip surgery and single-graft surgery for the same need."""
    need, whom = find_need(intake, coverage, rules), whom_of(intake, coverage, rules)
    used_before = had_transplant(intake)
    moves = may_move_on(intake, rules) and not need.in_scars
    plans: dict[str, Surgery] = {}
    for option in SURGERY:
        plan = _surgery(option, need, whom, rules, used_before=used_before)
        beyond = stage_beyond(plan.donor.typical, intake, rules) if moves else None
        plans[option] = plan._replace(scarred=bool(coverage.scars), may_move_on=moves, beyond=beyond)
    return plans


def little_to_graft(surgery: Mapping[str, Surgery], rules: RuleSet) -> bool:
    """Whether so much hair is left that surgery's sum gives few grafts or none; SMP may change little too."""
    return any(plan.need.not_needed(rules) for plan in surgery.values())


def _surgery(option: str, need: Need, whom: Whom, rules: RuleSet, *, used_before: bool) -> Surgery:
    table = rules.surgery
    donor_rule, per_operation = table.donor.rows[option].read(), table.per_operation.read()
    row = table.survival.rows.get(f"{option}{IN_SCAR}" if need.in_scars else option)
    survival_rule = row.read() if row and whom.kind != "others" else None
    donor = span_of(donor_rule)
    placed = need.over(_placed, donor)
    per_cm2, usual = need.over(_placed_per_cm2, donor), span_of(_set_by_surgeons(need, rules).read())
    too_dense = per_cm2.typical > usual.high
    first_rule = need.first or per_operation
    return Surgery(
        option=option,
        need=need,
        whom=whom.kind,
        donor=donor,
        donor_rule=donor_rule,
        placed=placed,
        left=one_at_a_time(_left, need.grafts, donor),
        used_before=used_before,
        first=one_at_a_time(min, placed, span_of(first_rule)),
        first_rule=first_rule,
        growing=one_at_a_time(mul, placed, span_of(survival_rule)) if survival_rule else None,
        survival_rule=survival_rule,
        operations=_all_operations(placed, span_of(first_rule), span_of(per_operation)),
        per_operation=per_operation,
        later_operation=table.later_operation.read(),
        per_cm2=usual if too_dense else _up_to(usual.high, per_cm2),
        too_dense=too_dense,
        cover=need.over(_cover, donor),
        within_reach=need.over(_within_reach, donor),
        has_donor=not whom.whole_scalp,
        scarred=False,
        may_move_on=False,
        beyond=None,
    )


def _all_operations(placed: Span, first: Span, per_operation: Span) -> Span:
    """Operations come whole, so their ends move all at once: few grafts in large ones, many in small ones."""
    return Span(
        _operations(placed.low, first.high, per_operation.high),
        _operations(placed.typical, first.typical, per_operation.typical),
        _operations(placed.high, first.low, per_operation.low),
    )


def _operations(placed: Number, first: Number, per_operation: Number) -> Number:
    """The first operation, and as many more as the grafts that are left fill."""
    left = Decimal(max(placed - first, 0))
    return (1 if placed else 0) + int((left / per_operation).to_integral_value(ROUND_CEILING))


def _left(need: Number, donor: Number) -> Number:
    return max(donor - need, 0)


def _placed(need: Case, donor: Number) -> Number:
    return min(need.grafts, donor)


def _placed_per_cm2(need: Case, donor: Number) -> Number:
    """Where the donor area falls short, fewer on each cm2 of all the area."""
    return need.per_cm2 if need.grafts <= donor else need.per_cm2 * Decimal(donor) / need.grafts


def _cover(need: Case, donor: Number) -> Number:
    """What is placed of the grafts with which all of the area would look full, or of more that it needs."""
    return _part_of(_wanted(need), _placed(need, donor))


def _within_reach(need: Case, donor: Number) -> Number:
    """What the donor area gives of them, were all of it moved."""
    return _part_of(_wanted(need), donor)


def _wanted(need: Case) -> Number:
    """The grafts that would make all of the area look full; none where kept hair does so already."""
    return max(need.full, need.grafts) if need.grafts else 0


def _part_of(wanted: Number, grafts: Number) -> Number:
    return 1 if grafts >= wanted else Decimal(grafts) / wanted


def _up_to(most: Number, per_cm2: Span) -> Span:
    return Span(min(per_cm2.low, most), per_cm2.typical, min(per_cm2.high, most))


def _set_by_surgeons(need: Need, rules: RuleSet) -> Figure:
    """How many grafts surgeons set on a cm2 of bare skin to look full, or of scars."""
    return rules.surgery.scar_density if need.in_scars else rules.surgery.target_density
