"""What a clinic's price list asks for one course: line by line, by visit, by stage, by area or by hour.

A range comes from what is not sure of the plan, one driver at a time: how many visits or hours there are,
how large the area is. A price of the list is exact. Each line has its tax in it and is rounded to a hundredth
(half up); between two points of a list by area it is rounded to tens, as in the base rules.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from smp_planner.domain.intake import AreaAnswer
from smp_planner.domain.provenance import Reading
from smp_planner.domain.quantities import Number, rounded
from smp_planner.planner.coverage.assess import Coverage
from smp_planner.planner.one_at_a_time import Span, sure
from smp_planner.planner.sessions.plan import PlannedVisits
from smp_planner.rules.clinic_asks import ClinicAsks, Model
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.clinic_prices import AreaPrice

CENTS, TENS = "0.01", "10"
HUNDRED = 100
EXTRA = "extra_visits"
SCARS = "stage.scars"


class Work(NamedTuple):
    """What is priced: the answers on the area, how large it is, and the visits with their hours.

    `extra_visits` are those of the visits that go beyond the plan.
    """

    answer: AreaAnswer
    coverage: Coverage
    visits: PlannedVisits
    extra_visits: int = 0


class Line(NamedTuple):
    """One line of what is asked: the amount with tax, the rules behind it, the fields of the plan it uses."""

    id: str
    amount: Span
    rules: tuple[Reading, ...]
    uses: tuple[str, ...] = ()


class Till(NamedTuple):
    """A clinic's prices as they are paid: with tax, and with a rise where one is assumed."""

    asks: ClinicAsks
    rules: RuleSet
    rise: Reading | None = None

    def paid(self, net: Number, step: str = CENTS) -> Number:
        """An amount of the list with the tax that it doesn't hold yet, rounded."""
        raised = net if self.rise is None else net * (1 + self.rise.number)
        tax = self.asks.prices.tax
        if tax is None or tax.included:
            return rounded(raised, step)
        return rounded(Decimal(raised) * (HUNDRED + tax.percent) / HUNDRED, step)

    def price(self, key: str) -> Number:
        """A price of the list as it is paid."""
        return self.paid(self.asks.number(key))

    def behind(self, *keys: str) -> tuple[Reading, ...]:
        """The rules behind prices of the list: their own, the tax on them, the rise."""
        return (*self.asks.read(*keys, "tax.percent"), *([self.rise] if self.rise else []))


def lines_of(work: Work, till: Till) -> tuple[Line, ...]:
    """Everything that a course is asked for; together the lines are its price."""
    return tuple(_lines(work, till))


def in_all(lines: Sequence[Line]) -> Span:
    """What lines come to, for low, planned and high each."""
    low, typical, high = zip(*(line.amount for line in lines), strict=True)
    return Span(sum(low), sum(typical), sum(high))


def visits_seen(work: Work) -> Span:
    """How many visits the plan may take, those beyond it aside."""
    count, extra = work.visits.in_full.count, work.extra_visits
    return Span(count.low - extra, count.typical - extra, count.high - extra)


def paid_on_top(asks: ClinicAsks) -> tuple[Reading, ...]:
    """The price of a visit beyond the plan; who sells by the hour has its hours already."""
    return () if asks.model == "hour" else asks.read("extra_visit")


def _lines(work: Work, till: Till) -> Iterator[Line]:
    yield from _BY[till.asks.model](work, till)
    if work.extra_visits and paid_on_top(till.asks):
        price = till.price("extra_visit") * work.extra_visits
        yield Line(EXTRA, sure(price), till.behind("extra_visit"), ("sessions.count",))
    if till.asks.prices.patch_test is not None:
        yield Line("patch_test", sure(till.price("patch_test")), till.behind("patch_test"))


def _by_visit(work: Work, till: Till) -> Iterator[Line]:
    """A line a visit; one that may not be needed, or that may be, has a low end, or a plan, of nothing."""
    first, later = till.price("visit.first"), till.price("visit.later")
    low, typical, high = visits_seen(work)
    for number in range(1, int(high) + 1):
        price, key = (first, "visit.first") if number == 1 else (later, "visit.later")
        amount = Span(price if number <= low else 0, price if number <= typical else 0, price)
        yield Line(f"visit_{number}", amount, till.behind(key), ("sessions.count",))


def _by_hour(work: Work, till: Till) -> Iterator[Line]:
    hours, price = work.visits.in_full.chair_hours, till.asks.number("hour")
    amount = Span(*(till.paid(price * end) for end in (hours.low, hours.typical, hours.high)))
    yield Line("hour", amount, till.behind("hour"), ("sessions.chair_hours",))


# --- by area ------------------------------------------------------------------------------


def _by_area(work: Work, till: Till) -> Iterator[Line]:
    cm2, points = work.coverage.area.cm2, till.asks.prices.area
    assert points, "sold by area"
    amount = Span(*(_at(end, points, till) for end in (cm2.low, cm2.typical, cm2.high)))
    yield Line("area", amount, (*till.asks.below("area"), *till.behind()), ("area.cm2",))


def _at(cm2: Number, points: Sequence[AreaPrice], till: Till) -> Number:
    """The price at one area, never outside the prices of the points around it."""
    place = bisect_left(points, cm2, key=_cm2)
    below, above = points[max(place - 1, 0)], points[min(place, len(points) - 1)]
    if below is above or above.cm2 == cm2:
        return till.paid(above.price)
    share = Decimal(cm2 - below.cm2) / (above.cm2 - below.cm2)
    between = till.paid(below.price + share * (above.price - below.price), TENS)
    return min(max(between, till.paid(below.price)), till.paid(above.price))


def _cm2(point: AreaPrice) -> Number:
    return point.cm2


# --- by stage -----------------------------------------------------------------------------


def _by_stage(work: Work, till: Till) -> Iterator[Line]:
    """The course by its stage, and scar work on top; scars alone have no stage."""
    coverage = work.coverage
    if not coverage.only_scars:
        span, keys = _stage_prices(work, till)
        yield Line("stage", span, till.behind(*keys), ("area.bare_cm2",))
    if coverage.scars:
        yield Line("scars", sure(till.price(SCARS)), till.behind(SCARS))


def _stage_prices(work: Work, till: Till) -> tuple[Span, tuple[str, ...]]:
    """What the course costs by stage, and which prices that takes: the stage answered, where it is all.

    Zones or another stage beside it may make the area larger than the stage; an area that was measured, or
    not told, has the price of the smallest stage that covers as much.
    """
    answer = work.answer
    told = () if answer.measured else tuple(_told(answer, till))
    if len(told) == 1 and not answer.zones:
        return sure(till.price(told[0])), told
    bare = work.coverage.area.bare_cm2
    keys = tuple(_covering(end, answer, till) for end in (bare.low, bare.typical, bare.high))
    low, typical, high = map(till.price, keys)
    answered = [till.price(key) for key in told]
    if answered:
        typical = max(typical, *answered)
        low, high = min(typical, max(low, min(answered))), max(high, typical)
    return Span(low, typical, high), tuple(dict.fromkeys((*told, *keys)))


def _told(answer: AreaAnswer, till: Till) -> Iterator[str]:
    """The stages answered that the list prices, as its keys."""
    for kind in ("norwood", "ludwig"):
        key = f"stage.{kind}.{getattr(answer, kind)}"
        if key in till.asks.readings:
            yield key


def _covering(cm2: Number, answer: AreaAnswer, till: Till) -> str:
    """The smallest stage whose area is as large; the largest where none is.

    Norwood, but for who has answered a Ludwig stage alone, or where the list has no other.
    """
    stages = till.asks.prices.stage
    assert stages is not None, "sold by stage"
    kind, priced = "norwood", stages.norwood
    if not priced or (stages.ludwig and answer.ludwig and not answer.norwood):
        kind, priced = "ludwig", stages.ludwig
    rows = till.rules.coverage.norwood.rows if kind == "norwood" else till.rules.coverage.ludwig.rows
    by_area = sorted(priced, key=lambda stage: rows[stage].read().number)
    fits = (stage for stage in by_area if rows[stage].read().number >= cm2)
    return f"stage.{kind}.{next(fits, by_area[-1])}"


_BY: Mapping[Model, Callable[[Work, Till], Iterator[Line]]] = {
    "visit": _by_visit,
    "stage": _by_stage,
    "area": _by_area,
    "hour": _by_hour,
}
