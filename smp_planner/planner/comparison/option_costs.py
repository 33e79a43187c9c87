"""What each option costs: at first, and over the years, in the currency of the rules' region.

Surgery is priced for the grafts that can be placed: one operation in the first span of years,
all of them in the later ones, and at the end of the last a later operation by its chance, as SMP has its
touch-ups: of today's area alone, which its words say. Money of many years is rounded as its sources
are: medication to tens, surgery to hundreds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from smp_planner.domain.calendar_math import MONTHS_A_YEAR
from smp_planner.domain.intake import Intake
from smp_planner.domain.provenance import Reading
from smp_planner.domain.quantities import Number
from smp_planner.domain.years import Cost
from smp_planner.planner.comparison.graft_figures import donor_note
from smp_planner.planner.comparison.grafts import Surgery, little_to_graft
from smp_planner.planner.comparison.plan_figure import HUNDREDS, TENS
from smp_planner.planner.comparison.whom import sex_of
from smp_planner.planner.coverage.assess import Coverage
from smp_planner.planner.one_at_a_time import ONES, Span, one_at_a_time, rounded_span, span_of
from smp_planner.rules.figures import Saying
from smp_planner.rules.ruleset import RuleSet

FIRST = 0
MEDICATION = "medication"


class OptionCost(NamedTuple):
    """Whole money by years (0: what is paid first), or why it is not known or is withheld.

    `not_needed` says why there is no price of what we plan none of; `about` what to say of its curve;
    `alone` is what each medicine comes to alone, where both are in the money, and `alone_rules` its prices.
    `if_done` is said of a price of what may come to none, `holds_later`: a later operation is in it.
    """

    spans: Mapping[int, Span]
    because: Mapping[int, str]
    rules: tuple[Reading, ...]
    uses: Mapping[int, str] = MappingProxyType({})
    not_known: Saying | None = None
    withheld: Saying | None = None
    note: Saying | None = None
    why_wide: Saying | None = None
    not_needed: Saying | None = None
    about: Saying | None = None
    alone: Mapping[str, Mapping[int, Span]] = MappingProxyType({})
    alone_rules: tuple[Reading, ...] = ()
    if_done: Saying | None = None
    holds_later: bool = False

    @property
    def blank(self) -> Saying | None:
        """Why there is no money here, whatever the reason."""
        return self.not_known or self.withheld or self.not_needed


def cost_options(
    intake: Intake, coverage: Coverage, surgery: Mapping[str, Surgery], cost: Cost, rules: RuleSet
) -> dict[str, OptionCost]:
    """The money of every option."""
    return {
        "nothing": _of_nothing(intake, rules),
        MEDICATION: _of_medication(intake, rules),
        "smp": _of_smp(cost, coverage, surgery, rules),
        **{option: _of_surgery(option, plan, rules) for option, plan in surgery.items()},
    }


def withheld_costs(waits: Saying, rules: RuleSet) -> dict[str, OptionCost]:
    """No money of any option yet, and what it waits for."""
    withheld = OptionCost(spans={}, because={}, rules=(waits.read(),), withheld=waits)
    return dict.fromkeys(rules.options.order, withheld)


def _not_known(why: Saying, *behind: Reading) -> OptionCost:
    return OptionCost(spans={}, because={}, rules=(why.read(), *behind), not_known=why)


def _years(rules: RuleSet) -> tuple[int, ...]:
    return (FIRST, *rules.prices.horizons_years)


def _always(because: str, rules: RuleSet) -> dict[int, str]:
    return dict.fromkeys(_years(rules), because)


def _of_nothing(intake: Intake, rules: RuleSet) -> OptionCost:
    """Nothing is bought; who uses a medicine for hair goes on to pay for that, and its 0 says so."""
    rule = replace(rules.options.nothing_costs.read(), unit=rules.currency)  # nothing, in any money
    spans, reasons = dict.fromkeys(_years(rules), span_of(rule)), rules.comparison.because
    if not intake.medication_now:
        return OptionCost(spans=spans, because=_always(reasons.cost_nothing, rules), rules=(rule,))
    about = rules.comparison.curves.cost_nothing_for_users
    return OptionCost(
        spans=spans,
        because=_always(reasons.cost_nothing_for_users, rules),
        rules=(rule, about.read()),
        about=about,
    )


# --- medication -----------------------------------------------------------------------------


def _of_medication(intake: Intake, rules: RuleSet) -> OptionCost:
    """A month's supply, again and again; who doesn't take tablets takes lotion alone.

    Tablets have a price where they may be named, and nowhere else.
    """
    prices = rules.medication.prices.get(rules.region)
    if prices is None:
        return _not_known(rules.comparison.not_known.medication_price)
    lotion, both = prices.lotion.read(), prices.both.read()
    taken = rules.medication.tablets_taken.rows[sex_of(intake)].read()
    who = span_of(taken)
    if who.high and not rules.edition.medicines_named:
        return _not_known(rules.comparison.not_known.tablets_price, taken)
    month = one_at_a_time(_monthly, span_of(lotion), span_of(both), who)
    spans = _month_by_month(month, rules)
    each = {"tablets": prices.tablets.read(), "lotion": lotion} if who.high else {}
    priced = (lotion,) if not who.high else (both,) if who.low else (lotion, both)
    reasons = rules.comparison.because
    because = _always(reasons.cost_medication, rules) | {FIRST: reasons.cost_first_month}
    return OptionCost(
        spans=spans,
        because=because,
        rules=(*priced, taken),
        about=rules.comparison.curves.cost_medication_both
        if who.low
        else rules.comparison.curves.cost_medication,
        alone={name: _month_by_month(span_of(price), rules) for name, price in each.items()},
        alone_rules=tuple(each.values()),
    )


def _month_by_month(month: Span, rules: RuleSet) -> dict[int, Span]:
    """What a month's supply comes to: at first one, later all months of the years."""
    return {
        years: rounded_span(one_at_a_time(_times(years * MONTHS_A_YEAR or 1), month), TENS if years else ONES)
        for years in _years(rules)
    }


def _monthly(lotion: Number, both: Number, taken: Number) -> Number:
    return both if taken else lotion


def _times(count: Number) -> Callable[[Number], Number]:
    return lambda price: price * count


# --- SMP and surgery --------------------------------------------------------------------------


def _of_smp(cost: Cost, coverage: Coverage, surgery: Mapping[str, Surgery], rules: RuleSet) -> OptionCost:
    """The money of the plan itself: of today's area, which for all but scars alone may grow.

    Where surgery's sum gives few grafts, SMP may change little too.
    """
    horizons, little = rules.prices.horizons_years, rules.comparison.notes.little_change
    few = little_to_graft(surgery, rules)
    return OptionCost(
        spans={FIRST: span_of(cost.course)}
        | {years: span_of(cost.totals[f"{years}y"]) for years in horizons},
        because=_always(rules.comparison.because.cost_smp, rules),
        rules=(little.read(),) if few else (),
        note=little if few else None,
        about=None if coverage.only_scars else rules.comparison.curves.cost_smp,
        uses={FIRST: "cost.course"} | {years: f"cost.totals.{years}y" for years in horizons},
    )


def _of_surgery(option: str, plan: Surgery, rules: RuleSet) -> OptionCost:
    """The grafts that can be placed; where we plan with none there is no price, and surgery isn't free."""
    if not plan.has_donor:
        return _not_known(rules.comparison.not_known.no_donor)
    curves = rules.comparison.curves
    if not plan.need.grafts.typical:
        few = rules.comparison.notes.nothing_to_graft
        no_price = curves.cost_no_surgery
        return OptionCost(spans={}, because={}, rules=(few.read(),), not_needed=few, about=no_price)
    prices = rules.surgery.prices[rules.region]
    price, least = prices.per_graft.rows[option].read(), prices.minimum.rows[option].read()
    return OptionCost(
        spans=_surgery_spans(plan, span_of(price), span_of(least), rules),
        because=_surgery_reasons(plan, rules),
        rules=(
            *(price, least, plan.first_rule, plan.later_operation, _later_operations(rules)),
            *(*plan.need.rules, plan.donor_rule),
        ),
        note=donor_note(plan, rules),
        why_wide=plan.need.why_wide,
        about=curves.cost_surgery,
        if_done=None if plan.need.grafts.low else rules.comparison.notes.if_done,
        holds_later=bool(plan.later_grafts),
    )


def _surgery_spans(plan: Surgery, price: Span, least: Span, rules: RuleSet) -> dict[int, Span]:
    def with_later(grafts: Number, price: Number, least: Number, operations: Number) -> Number:
        again = operations * plan.later_grafts * price if grafts else 0
        return _price(grafts, price, least) + again

    later_ones = span_of(_later_operations(rules))
    one = one_at_a_time(_operation_price, plan.placed, span_of(plan.first_rule), price, least)
    whole = one_at_a_time(_price, plan.placed, price, least)
    later = one_at_a_time(with_later, plan.placed, price, least, later_ones)
    first, *middle, last = rules.prices.horizons_years
    exact = {FIRST: one, first: one, **dict.fromkeys(middle, whole), last: later}
    return {years: rounded_span(span, HUNDREDS) for years, span in exact.items()}


def _later_operations(rules: RuleSet) -> Reading:
    """How many operations follow the full plan within the last span of years: the chance of one."""
    return rules.surgery.later_operations.read()


def _surgery_reasons(plan: Surgery, rules: RuleSet) -> dict[int, str]:
    because = rules.comparison.because
    first, *_, last = rules.prices.horizons_years
    at_first = dict.fromkeys((FIRST, first), because.cost_first_operation)
    more = because.cost_surgery_more if plan.operations.typical > 1 else because.cost_surgery
    at_last = {last: because.cost_surgery_later if plan.later_grafts else more}
    return _always(because.cost_surgery, rules) | at_first | at_last


def _price(grafts: Number, price: Number, least: Number) -> Number:
    """Of an operation that is done, however few its grafts: never under the least fee."""
    return max(grafts * price, least)


def _operation_price(grafts: Number, per_operation: Number, price: Number, least: Number) -> Number:
    return _price(min(grafts, per_operation), price, least)
