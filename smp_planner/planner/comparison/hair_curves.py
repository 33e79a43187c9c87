"""How much of today's hair is left over the years, by option: what happened in the named studies.

Per cent of the hair that still grows today; bare skin does not count, and grafts are counted
apart. The studies counted men with pattern hair loss that was moving on, who used no medicine when they
began; of their age and stages `hair.counted` tells. For others nothing is known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple

from smp_planner.domain.comparison import CurvePoint
from smp_planner.domain.intake import OPTIONS
from smp_planner.domain.provenance import Reading
from smp_planner.domain.quantities import Number
from smp_planner.planner.comparison.whom import Whom, holds_for
from smp_planner.planner.coverage.extents import is_wide
from smp_planner.planner.one_at_a_time import Span, one_at_a_time, rounded_span, span_of, sure
from smp_planner.rules.figures import Saying
from smp_planner.rules.ruleset import RuleSet

MEDICATION = "medication"
TODAY = 100  # per cent


class HairCurve(NamedTuple):
    """Hair left by year, in whole per cent of today, or the reason why nothing is known."""

    points: tuple[CurvePoint, ...]
    at_the_end: Span | None
    because: str
    rules: tuple[Reading, ...]
    not_known: Saying | None = None


def draw_points(spans: Mapping[int, Span], why_wide: Saying | None = None) -> tuple[CurvePoint, ...]:
    """Points of a curve by year; a wide one says why, where there is something to say."""
    return tuple(
        CurvePoint(
            year=year,
            low=span.low,
            typical=span.typical,
            high=span.high,
            note=why_wide.say if why_wide and is_wide(span.low, span.high) else None,
        )
        for year, span in spans.items()
    )


def blank_points(years: Iterable[int], unknown: Saying | None) -> tuple[CurvePoint, ...]:
    """Points of a curve without figures: why they aren't known in any year, or that they are withheld."""
    if unknown is None:
        return tuple(CurvePoint(year, None, None, None, withheld=True) for year in years)
    return tuple(CurvePoint(year, None, None, None, not_known=unknown.say) for year in years)


def draw_hair_curves(whom: Whom, rules: RuleSet) -> dict[str, HairCurve]:
    """One curve for each option, from today to the last year of the money."""
    unknown = _why_not_known(whom, rules)
    if unknown is not None:
        return dict.fromkeys(OPTIONS, _blank(unknown, rules))
    untreated, treated = rules.kept(_untreated), rules.kept(_on_medication)
    return {option: treated if option == MEDICATION else untreated for option in OPTIONS}


def _why_not_known(whom: Whom, rules: RuleSet) -> Saying | None:
    """Why the studies say nothing here; where the sex isn't said, the words say whom they describe."""
    if holds_for(rules.hair.counted_in, whom.kind):
        return _why_others_were_counted(whom, rules)
    reasons = rules.comparison.not_known
    return reasons.hair_of_women if whom.kind == "women" else reasons.other_hair_loss


def _why_others_were_counted(whom: Whom, rules: RuleSet) -> Saying | None:
    """Why a man with pattern hair loss is none of those who were counted, where he is none."""
    if whom.uses_medicine:
        return rules.comparison.not_counted.users
    return None if whom.outside is None else getattr(rules.comparison.not_counted, whom.outside)


def _years(rules: RuleSet) -> range:
    return range(max(rules.prices.horizons_years) + 1)


def _blank(unknown: Saying, rules: RuleSet) -> HairCurve:
    return HairCurve(
        points=blank_points(_years(rules), unknown),
        at_the_end=None,
        because=unknown.say,
        rules=(unknown.read(),),
        not_known=unknown,
    )


def _known(left: Mapping[int, Span], because: str, *readings: Reading) -> HairCurve:
    points, at_the_end = draw_points(left), left[max(left)]
    return HairCurve(points=points, at_the_end=at_the_end, because=because, rules=readings)


def _untreated(rules: RuleSet) -> HairCurve:
    """A share of what is left goes each year."""
    loss = rules.hair.untreated_yearly_loss.read()
    left = {year: rounded_span(one_at_a_time(_left_after(year), span_of(loss))) for year in _years(rules)}
    return _known(left, rules.comparison.because.hair_untreated, loss, rules.hair.counted.read())


def _left_after(years: int) -> Callable[[Number], Number]:
    def left(yearly_loss: Number) -> Number:
        return TODAY * (1 - Decimal(yearly_loss) / 100) ** years

    return left


def _on_medication(rules: RuleSet) -> HairCurve:
    """The count of each year against the count at the start, by table."""
    rows = rules.hair.medication_gain.rows
    gains = {year: rows[str(year)].read() for year in _years(rules) if year}
    left = {year: rounded_span(one_at_a_time(_with_gain, span_of(gain))) for year, gain in gains.items()}
    return _known(
        {0: sure(TODAY)} | left,
        rules.comparison.because.hair_medication,
        *gains.values(),
        rules.hair.counted.read(),
    )


def _with_gain(gain: Number) -> Number:
    return TODAY + gain
