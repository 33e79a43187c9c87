"""What a clinic's price list asks for one course: line by line, by visit, by stage, by area or by hour.

A range comes from what is not sure of the plan: how many visits or hours there are, how large the area is.
Each line moves with one of these, and the ends of the lines are added up. A price of the list is exact: each
line is rounded to a hundredth (half up), also between two points of a list by area. A tax on top is rounded
once, on the sum of the lines, and shared out over them.

By stage or by area a course holds its planned visits; each further one is a line of its own.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import reduce
from typing import Literal, NamedTuple

from smp_planner.domain.intake import AreaAnswer
from smp_planner.domain.provenance import Reading
from smp_planner.domain.quantities import CENTS, Number, rounded
from smp_planner.planner.coverage.assess import Coverage
from smp_planner.planner.one_at_a_time import Span, rounded_span, sure
from smp_planner.planner.sessions.plan import PlannedVisits
from smp_planner.planner.years.taxed import HUNDRED, tax_in, tax_on
from smp_planner.rules.clinic_asks import FOR_SCARS, ClinicAsks, Model
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.clinic_prices import AreaPrice

VISIT, PATCH_TEST = "visit_", "patch_test"
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
    """One line of what is asked: the amount with tax, the rules behind it, the fields of the plan it uses.

    `on_top` is the part of the amount that is tax, where the list is without it.
    """

    id: str
    amount: Span
    rules: tuple[Reading, ...]
    uses: tuple[str, ...] = ()
    on_top: Span = Span(0, 0, 0)


class Till(NamedTuple):
    """A clinic's prices as they are paid: with tax, and with a rise where one is assumed."""

    asks: ClinicAsks
    rules: RuleSet
    rise: Reading | None = None

    @property
    def on_top(self) -> Number:
        """The tax that the list doesn't hold yet, in parts of a hundred."""
        tax = self.asks.prices.tax
        return 0 if tax is None or tax.included else tax.percent

    def listed(self, amount: Number) -> Number:
        """An amount as the list has it, rounded to a hundredth."""
        return rounded(amount if self.rise is None else amount * (1 + self.rise.number), CENTS)

    def paid(self, amount: Number) -> Number:
        """An amount of the list that is paid alone: with the tax that it doesn't hold yet."""
        return rounded(Decimal(self.listed(amount)) * (HUNDRED + self.on_top) / HUNDRED, CENTS)

    def on_list(self, key: str) -> Number:
        """A price as the list has it."""
        return self.listed(self.asks.number(key))

    def price(self, key: str) -> Number:
        """A price of the list as it is paid alone."""
        return self.paid(self.asks.number(key))

    def behind(self, *keys: str) -> tuple[Reading, ...]:
        """The rules behind prices of the list: their own, the tax on them, the rise."""
        return (*self.asks.read(*keys, "tax.percent"), *([self.rise] if self.rise else []))


def lines_of(work: Work, till: Till) -> tuple[Line, ...]:
    """Everything that a course is asked for; together the lines are its price."""
    lines = tuple(_lines(work, till))
    taxes = tax_on([line.amount for line in lines], till.on_top)
    return tuple(
        line._replace(amount=line.amount.plus(tax), on_top=tax)
        for line, tax in zip(lines, taxes, strict=True)
    )


def in_all(lines: Sequence[Line]) -> Span:
    """What lines come to, for low, planned and high each."""
    return rounded_span(reduce(Span.plus, (line.amount for line in lines)), CENTS)


def tax_of(lines: Sequence[Line], till: Till) -> Span:
    """What is tax in the sum of lines: what came on top of them, or what they hold; nothing without a tax."""
    tax = till.asks.prices.tax
    if tax and tax.included:
        return Span(*(tax_in(end, tax.percent) for end in in_all(lines)))
    return reduce(Span.plus, (line.on_top for line in lines))


def visit_of(line: Line) -> int | None:
    """The number of the visit that a line is for; None for what is no visit."""
    return int(line.id.removeprefix(VISIT)) if line.id.startswith(VISIT) else None


def if_needed(line: Line, work: Work) -> bool:
    """Whether a line is for a visit that is not planned."""
    return (visit_of(line) or 0) > work.visits.count


def _lines(work: Work, till: Till) -> Iterator[Line]:
    yield from _BY[till.asks.model](work, till)
    if till.asks.prices.patch_test is not None:
        yield Line(PATCH_TEST, sure(till.on_list(PATCH_TEST)), till.behind(PATCH_TEST))


def _by_visit(work: Work, till: Till) -> Iterator[Line]:
    """A line a visit; one that may not be needed, or that may be, has a low end, or a plan, of nothing."""
    count = work.visits.in_full.count
    further = till.asks.further_for(only_scars=work.coverage.only_scars)
    for number in range(1, int(count.high) + 1):
        key = further if further == FOR_SCARS or number > 1 else "visit.first"
        price = till.on_list(key)
        amount = Span(price if number <= count.low else 0, price if number <= count.typical else 0, price)
        yield Line(f"{VISIT}{number}", amount, till.behind(key), ("sessions.count",))


def _further(work: Work, till: Till) -> Iterator[Line]:
    """A line for each visit that a course by stage or by area doesn't hold."""
    planned, price = work.visits.count, till.on_list("extra_visit")
    for number in range(planned - work.extra_visits + 1, int(work.visits.in_full.count.high) + 1):
        amount = Span(0, 0, price) if number > planned else sure(price)
        yield Line(f"{VISIT}{number}", amount, till.behind("extra_visit"), ("sessions.count",))


def _by_hour(work: Work, till: Till) -> Iterator[Line]:
    hours, price = work.visits.in_full.chair_hours, till.asks.number("hour")
    amount = Span(*(till.listed(price * end) for end in (hours.low, hours.typical, hours.high)))
    yield Line("hour", amount, till.behind("hour"), ("sessions.chair_hours",))


# --- by area ------------------------------------------------------------------------------


def _by_area(work: Work, till: Till) -> Iterator[Line]:
    cm2, points = work.coverage.area.cm2, till.asks.prices.area
    assert points, "sold by area"
    amount = Span(*(_at(end, points, till) for end in (cm2.low, cm2.typical, cm2.high)))
    yield Line("area", amount, (*till.asks.below("area"), *till.behind()), ("area.cm2",))
    yield from _further(work, till)


def _at(cm2: Number, points: Sequence[AreaPrice], till: Till) -> Number:
    """The price at one area, on a straight line between the points around it."""
    place = bisect_left(points, cm2, key=_cm2)
    below, above = points[max(place - 1, 0)], points[min(place, len(points) - 1)]
    if below is above or above.cm2 == cm2:
        return till.listed(above.price)
    share = Decimal(cm2 - below.cm2) / (above.cm2 - below.cm2)
    return till.listed(below.price + share * (above.price - below.price))


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
        yield Line("scars", sure(till.on_list(SCARS)), till.behind(SCARS))
    yield from _further(work, till)


WhyByArea = Literal["measured", "no_price", "not_told", "wider"]


class FoundByArea(NamedTuple):
    """The stage whose price a course has though nobody told it, its key in the list, and why.

    `covers`: it is the smallest that covers as much; else it is the largest of the list.
    """

    key: str
    why: WhyByArea
    covers: bool


def found_by_area(work: Work, till: Till) -> FoundByArea | None:
    """By which stage's price the area of a course by stage is paid; None where that stage was answered."""
    answer, bare = work.answer, work.coverage.area.bare_cm2
    told = () if answer.measured else tuple(_told(answer, till))
    key = _covering(bare.typical, answer, till)
    alone = len(told) == 1 and not answer.zones
    if alone or any(till.on_list(stage) >= till.on_list(key) for stage in told):
        return None
    return FoundByArea(key, _why_by_area(answer, told), _area_of(key, till) >= bare.typical)


def _why_by_area(answer: AreaAnswer, told: Sequence[str]) -> WhyByArea:
    if answer.measured:
        return "measured"
    if told:
        return "wider"
    return "no_price" if answer.norwood or answer.ludwig else "not_told"


def _stage_prices(work: Work, till: Till) -> tuple[Span, tuple[str, ...]]:
    """What the course costs by stage, and which prices that takes: the stage answered, where it is all.

    Zones or another stage beside it may make the area larger than the stage; an area that was measured, or
    not told, has the price of the smallest stage that covers as much.
    """
    answer = work.answer
    told = () if answer.measured else tuple(_told(answer, till))
    if len(told) == 1 and not answer.zones:
        return sure(till.on_list(told[0])), told
    bare = work.coverage.area.bare_cm2
    keys = tuple(_covering(end, answer, till) for end in (bare.low, bare.typical, bare.high))
    low, typical, high = map(till.on_list, keys)
    answered = [till.on_list(key) for key in told]
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
    by_area = sorted((f"stage.{kind}.{stage}" for stage in priced), key=lambda key: _area_of(key, till))
    return next((key for key in by_area if _area_of(key, till) >= cm2), by_area[-1])


def _area_of(key: str, till: Till) -> Number:
    """The area in cm2 of a stage of the list."""
    _stage, kind, stage = key.split(".")
    return getattr(till.rules.coverage, kind).rows[stage].read().number


_BY: Mapping[Model, Callable[[Work, Till], Iterator[Line]]] = {
    "visit": _by_visit,
    "stage": _by_stage,
    "area": _by_area,
    "hour": _by_hour,
}
