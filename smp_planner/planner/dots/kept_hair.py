"""Hair that is still there: the share of the dots that is placed between it.

Share = 1 - kept, but never under a least share (data/density.yaml). Kept hair is one number for
all, or a number by zone; a zone that isn't named has none left. Where nobody is sure, of all or of
one zone, a share in its place is planned with (data/density.yaml), and its ends widen the range. It is
another one where hair is known to be thin there, not gone.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from smp_planner.domain.intake import DENSITY_GOAL, WHOLE_SCALP, AreaAnswer, ScarPlace
from smp_planner.domain.provenance import Reading
from smp_planner.domain.quantities import Number
from smp_planner.domain.scar_places import USUAL_PLACE
from smp_planner.planner.coverage.answers import thin_stage_alone
from smp_planner.planner.coverage.cells import MEASURED, zone_cells, zone_reading
from smp_planner.planner.coverage.extents import ZERO
from smp_planner.rules.ruleset import RuleSet

Kept = Number | Mapping[str, Number]
Answer = Number | Mapping[str, Number | None] | None

ALL = Decimal(1)
SIDES = "sides"


def thins(goals: Collection[str], area: AreaAnswer, rules: RuleSet) -> bool:
    """Whether hair is thin there, not gone: by a stage of thin hair, or as more density is asked for."""
    return DENSITY_GOAL in goals or thin_stage_alone(area, rules)


def thinning_begins(area: AreaAnswer, rules: RuleSet) -> bool:
    """Whether all that is known is a stage at which hair only begins to look thin."""
    return thin_stage_alone(area, rules) and area.ludwig in rules.density.thinning_begins


def share_unsaid(goals: Collection[str], area: AreaAnswer, rules: RuleSet) -> Reading:
    """The share of hair (0-1) that is planned with where nobody said, and its ends."""
    density = rules.density
    if thinning_begins(area, rules):
        return density.kept_when_thinning_begins.read()
    return (density.kept_when_thin if thins(goals, area, rules) else density.kept_when_unsure).read()


def why_no_count(goals: Collection[str], area: AreaAnswer, rules: RuleSet) -> Reading | None:
    """Why that share is no count of people like this one; None where it is not thin."""
    if not thins(goals, area, rules):
        return None
    by_norwood = "no_count_at_norwood"
    if area.norwood in rules.density.counted_stages:
        by_norwood = "no_count_at_counted_norwood"
    at_stage = by_norwood if area.norwood else "no_count_at_ludwig"
    return rules.density.notes[at_stage if area.norwood or area.ludwig else "no_count_by_place"].read()


def is_open(answer: Answer) -> bool:
    """Whether somebody isn't sure how much hair is left, in all or in a zone."""
    return answer is None or (isinstance(answer, Mapping) and None in answer.values())


def settled(answer: Answer, when_unsure: Number) -> Kept:
    """The answer with a share in place of each that isn't sure."""
    if answer is None:
        return when_unsure
    if not isinstance(answer, Mapping):
        return answer
    return {zone: when_unsure if share is None else share for zone, share in answer.items()}


def shares_to_place(zones: Sequence[str], kept: Kept, rules: RuleSet) -> tuple[Decimal, ...]:
    """Share of the full density (0-1) for each cell; a cell of several zones takes their mean by area."""
    least = _least(rules)
    if not isinstance(kept, Mapping):
        return (max(least, ALL - kept),) * len(zones)
    return tuple(_mean(zone, kept, lambda share: max(least, ALL - share), rules) for zone in zones)


def shares_kept(zones: Sequence[str], kept: Kept, rules: RuleSet) -> tuple[Decimal, ...]:
    """Share of the hair that is left (0-1) in each cell; a cell of several zones takes their mean by area."""
    if not isinstance(kept, Mapping):
        return (Decimal(kept),) * len(zones)
    return tuple(_mean(zone, kept, Decimal, rules) for zone in zones)


def said_around(answer: Answer, place: ScarPlace | None, covered: Collection[str], rules: RuleSet) -> Answer:
    """The answer as far as it is about the hair around a scar there; None where it says nothing of it.

    One share for all is about the area of loss (`covered`, its zones; empty where scars are all there is).
    A scar at the back or a side lies outside it, unless that zone is covered.
    """
    if isinstance(answer, Mapping) or not covered:
        return answer
    lies_in = {"back": rules.coverage.scar.hair_around, "side": SIDES}.get(place or USUAL_PLACE)
    beside = lies_in is not None and {lies_in, WHOLE_SCALP}.isdisjoint(covered)
    return None if beside else answer


def margin_share(answer: Answer, rules: RuleSet) -> Decimal:
    """Share of the full density for the margin of a scar: the least share, but all where it is bare.

    `answer` is what was said of the hair there (`said_around`), here and in what follows.
    """
    return ALL if 0 in _around_scars(answer, rules) else _least(rules)


def hair_around_scars(answer: Answer, rules: RuleSet) -> Decimal:
    """Share of the hair around a scar (0-1): all of it where nobody said, as its margin is counted."""
    around = _around_scars(answer, rules)
    return ALL if around in ((), (None,)) else Decimal(around[0] or 0)


def margin_is_open(answer: Answer, rules: RuleSet) -> bool:
    """Whether somebody isn't sure of the hair around a scar, so that its margin may be bare."""
    return None in _around_scars(answer, rules)


def unsaid_zones(covered: Iterable[str], said: Collection[str], rules: RuleSet) -> Iterator[str]:
    """The zones that are covered and of whose hair nothing was said, neither alone nor with a larger zone."""
    inside = rules.coverage.inside[WHOLE_SCALP]
    for cell in covered:
        for zone in inside if cell == WHOLE_SCALP else (cell,):
            if zone != MEASURED and not set(_holders(zone, rules)).intersection(said):
                yield zone


def _around_scars(answer: Answer, rules: RuleSet) -> tuple[Number | None, ...]:
    """What was answered of the hair around a scar; nothing where other zones were named."""
    if not isinstance(answer, Mapping):
        return (answer,)
    names = _holders(rules.coverage.scar.hair_around, rules)
    return tuple(answer[name] for name in names if name in answer)[:1]


def _least(rules: RuleSet) -> Decimal:
    return Decimal(rules.density.least_share.read().number)


def _mean(zone: str, kept: Mapping[str, Number], of: Callable[[Number], Decimal], rules: RuleSet) -> Decimal:
    """The mean over a cell of what follows from the hair that is left in each of its zones."""
    weights = _weights(zone, kept, rules)
    if not weights:
        return of(0)
    parts = (cm2 * of(_kept_at(name, kept, rules)) for name, cm2 in weights.items())
    return sum(parts, ZERO) / sum(weights.values(), ZERO)


def _weights(zone: str, kept: Mapping[str, Number], rules: RuleSet) -> dict[str, Decimal]:
    """The zones that a cell is made of, each with its usual area in cm2."""
    if zone == MEASURED:
        return {name: Decimal(zone_reading(name, rules).number) for name in kept}
    if zone == WHOLE_SCALP:
        inside = rules.coverage.inside[WHOLE_SCALP]
        return {name: cm2.typical for outer in inside for name, cm2 in zone_cells(outer, rules)}
    return {zone: ALL}


def _kept_at(zone: str, kept: Mapping[str, Number], rules: RuleSet) -> Number:
    return next((kept[name] for name in _holders(zone, rules) if name in kept), 0)


def _holders(zone: str, rules: RuleSet) -> list[str]:
    """The zone and the zones that it lies in, the smallest first."""
    return [zone, *(outer for outer, inner in rules.coverage.inside.items() if zone in inner)]
