"""When the look is checked again, and how it fades if nobody touches it.

A touch-up date is a check: pigment is refreshed only if it has faded. Nothing was measured
beyond the first months, so the curve after them is an estimate with a band.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from itertools import product
from typing import Literal, get_args

from smp_planner.domain.calendar_math import MONTHS_A_YEAR, add_months
from smp_planner.domain.provenance import Reading, Step, Telling
from smp_planner.domain.quantities import Estimate, Number, rounded, spread
from smp_planner.domain.words import figure, fill, listed
from smp_planner.domain.years import FadePoint, TouchUp, TouchUps
from smp_planner.planner.coverage.extents import is_wide
from smp_planner.planner.drivers import Drivers
from smp_planner.planner.one_at_a_time import span_of
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.years import TouchUpRules

INTERVAL, SCARRED = "touch_ups.interval_months", "scar_tissue"

Skin = Literal["plain", "mixed", "perhaps", "scars"]  # mixed: scars among other skin, or perhaps some


def schedule_touch_ups(
    last_on: date, drivers: Drivers, rules: RuleSet, *, only_scars: bool, fades_fast: bool = False
) -> tuple[TouchUps, Telling]:
    """Checks for the years after the last visit, and the fading curve, each with its steps.

    Scars among other skin widen the band of the curve; scars alone (`only_scars`) have one of their own.
    `fades_fast` assumes the shortest interval and the highest yearly loss of the rules.
    """
    table = rules.touch_ups
    interval, behind = _interval(drivers, table, fades_fast=fades_fast)
    items = _checks(last_on, interval, table)
    skin: Skin = "scars" if only_scars else _skin(drivers)
    fade, fade_steps = rules.kept(_fading_curves)[skin, fades_fast]
    touch_ups = TouchUps(
        interval_months=interval,
        items=items,
        fade=fade,
        notes=rules.kept(_notes),
        within={f"{years}y": _counted(years, interval, table) for years in rules.prices.horizons_years},
    )

    def tell() -> Iterator[Step]:
        every = _interval_step(interval, behind, drivers, table, fades_fast=fades_fast)
        yield every
        yield from _check_steps(items, interval, every, table)
        yield from _count_steps(touch_ups, table)
        yield from fade_steps
        yield from rules.kept(_notes_steps)

    return touch_ups, tell


def checks_within(years: Number, interval_months: Number) -> int:
    """How many checks fall within so many years after the last visit, the last day included."""
    return int(years * MONTHS_A_YEAR // interval_months)


def count_checks(years: Number, interval: Estimate) -> Estimate:
    """How many checks fall within so many years: as planned, the fewest and the most.

    The most come where each check is as soon after the one before as it may be, the fewest where each is as
    late. So money counts them, too.
    """
    fewest, planned, most = (
        checks_within(years, gap) for gap in (interval.high, interval.typical, interval.low)
    )
    return Estimate(fewest, planned, most, "checks")


def _counted(years: int, interval: Estimate, table: TouchUpRules) -> Estimate:
    """How many checks fall within so many years, with why that is wide where it is."""
    count = count_checks(years, interval)
    if not is_wide(count.low, count.high):
        return count
    shortest, longest = (figure(months, interval.unit) for months in (interval.low, interval.high))
    return count._replace(note=fill(table.because["within_wide"], shortest=shortest, longest=longest))


def _skin(drivers: Drivers) -> Skin:
    if SCARRED in drivers.unsure:
        return "perhaps"
    return "mixed" if SCARRED in drivers.present else "plain"


def _interval(
    drivers: Drivers, table: TouchUpRules, *, fades_fast: bool
) -> tuple[Estimate, tuple[Reading, ...]]:
    """Months from check to check, and the rules behind: the rule's value less what applies, in its limits.

    Low and high let one driver at a time work weaker or stronger than planned; an unsure
    one may apply.
    """
    base = table.interval_months.read()
    shortest, longest = base.limits
    present, unsure = ((), ()) if fades_fast else drivers.of(table.sooner_for.rows)
    planned = shortest if fades_fast else base.number - sum(row.number for row in present)
    moved = [planned + row.number - end for row in present for end in (row.low, row.high)]
    moved += [planned - row.high for row in unsure]
    low, high = spread(planned, moved)
    ends = (rounded(min(max(months, shortest), longest)) for months in (low, planned, high))
    low, typical, high = ends
    return Estimate(low, typical, high, base.unit), (base, *present, *unsure)


def _interval_step(
    interval: Estimate,
    behind: tuple[Reading, ...],
    drivers: Drivers,
    table: TouchUpRules,
    *,
    fades_fast: bool,
) -> Step:
    because = table.because["fast"] if fades_fast else _why(drivers, table)
    return Step(field=INTERVAL, value=interval, because=because, rules=behind)


def _why(drivers: Drivers, table: TouchUpRules) -> str:
    sooner, maybe = (
        listed([row.name or id_ for id_, row in table.sooner_for.rows.items() if id_ in names])
        for names in (drivers.present, drivers.unsure)
    )
    why = table.because
    text = fill(why["sooner"], reasons=sooner) if sooner else why["none_sooner"]
    return f"{text} {fill(why['maybe_sooner'], reasons=maybe)}" if maybe else text


def _checks(last_on: date, interval: Estimate, table: TouchUpRules) -> tuple[TouchUp, ...]:
    """Each check counts from the planned day of the one before, so that spans don't run away."""
    low, gap, high = int(interval.low), int(interval.typical), int(interval.high)
    count = checks_within(table.horizon_years.read().number, gap)
    return tuple(
        TouchUp(
            number=number,
            from_=add_months(last_on, (number - 1) * gap + low),
            typical=add_months(last_on, number * gap),
            to=add_months(last_on, (number - 1) * gap + high),
        )
        for number in range(1, count + 1)
    )


def _check_steps(
    items: tuple[TouchUp, ...], interval: Estimate, every: Step, table: TouchUpRules
) -> tuple[Step, ...]:
    """Why a check is on its day: what it counts from, and how far apart checks are."""
    readings = (*every.rules, table.horizon_years.read(), table.earliest_months.read())
    gap = figure(interval.typical, interval.unit)
    after = {name: fill(table.because[name], gap=gap) for name in ("from_last", "from_before")}
    return tuple(
        Step(
            field=f"touch_ups.items.{item.number}",
            value=item.typical,
            because=f"{after['from_before' if item.number > 1 else 'from_last']} {every.because}",
            rules=readings,
            uses=("sessions.last_on", INTERVAL),
        )
        for item in items
    )


def _count_steps(touch_ups: TouchUps, table: TouchUpRules) -> tuple[Step, ...]:
    """Why it is so many checks: how far apart they are, planned and at both ends."""
    interval = touch_ups.interval_months
    ends = (interval.typical, interval.low, interval.high)
    gap, shortest, longest = (figure(months, interval.unit) for months in ends)
    same = table.because["within_same"]
    differ = fill(table.because["within"], gap=gap, shortest=shortest, longest=longest)
    return tuple(
        Step(
            field=f"touch_ups.within.{years}",
            value=count,
            because=differ if interval.low < interval.high else fill(same, gap=gap),
            rules=(table.interval_months.read(),),
            uses=(INTERVAL,),
        )
        for years, count in touch_ups.within.items()
    )


def _fading_curves(
    rules: RuleSet,
) -> Mapping[tuple[Skin, bool], tuple[tuple[FadePoint, ...], tuple[Step, ...]]]:
    """The curve and its steps for each case: on which skin, fading fast or not."""
    return {
        (skin, fast): _fading(rules.touch_ups, skin, fades_fast=fast)
        for skin, fast in product(get_args(Skin), (False, True))
    }


def _fading(
    table: TouchUpRules, skin: Skin, *, fades_fast: bool
) -> tuple[tuple[FadePoint, ...], tuple[Step, ...]]:
    """The share that is left at each month of the curve, with its band.

    One driver, how fast this skin fades, stands behind both losses: the low curve takes the
    higher loss each time, the high curve the lower one. Where only a part is scar, the low curve is
    the scar's.
    """
    fade = table.fade
    bare, scarred = fade.first_loss.read(), fade.scar_first_loss.read()
    both = bare, scarred
    first, *scar = {"plain": (bare,), "scars": (scarred,), "mixed": both, "perhaps": both}[skin]
    most = max(span_of(loss).high for loss in (first, *scar))
    span, yearly = fade.first_months.read(), fade.yearly_loss.read()
    rate = yearly.high if fades_fast else yearly.number
    slower, faster = (rate, rate) if fades_fast else (yearly.low, yearly.high)
    points: list[FadePoint] = []
    for months in fade.months:
        typical = _left(months, span.number, first.number, rate)
        ends = (
            _left(months, span.number, span_of(first).low, slower),
            _left(months, span.number, most, faster),
        )
        low, high = spread(typical, ends)
        points.append(FadePoint(months=months, low=low, typical=typical, high=high))
    because = _fade_reasons(table, skin)
    return tuple(points), tuple(_fade_step(point, span, (first, *scar), yearly, because) for point in points)


def _left(months: Number, first_months: Number, first_loss: Number, yearly_loss: Number) -> Number:
    """Share left: a straight line over the first months, then a yearly share of what remains."""
    if months <= first_months:
        return rounded(1 - Decimal(first_loss) * months / first_months, "0.001")
    years = Decimal(months - first_months) / MONTHS_A_YEAR
    return rounded((1 - Decimal(first_loss)) * Decimal(1 - yearly_loss) ** years, "0.001")


def _fade_step(
    point: FadePoint, span: Reading, firsts: tuple[Reading, ...], yearly: Reading, because: tuple[str, str]
) -> Step:
    early = point.months <= span.number
    return Step(
        field=f"touch_ups.fade.{point.months}",
        value=Estimate(point.low, point.typical, point.high, yearly.unit),
        because=because[0 if early else 1],
        rules=(span, *firsts) if early else (span, *firsts, yearly),
    )


def _fade_reasons(table: TouchUpRules, skin: Skin) -> tuple[str, str]:
    """Why the curve is what it is: over the first months, and later."""
    told = {"mixed": "scars", "perhaps": "maybe_scars"}.get(skin)
    scars = f" {table.because[told]}" if told else ""
    return f"{table.because['measured']}{scars}", f"{table.because['not_measured']}{scars}"


def _notes(rules: RuleSet) -> tuple[str, ...]:
    table = rules.touch_ups
    earliest, measured = table.earliest_months.read().value, table.fade.first_months.read().value
    return tuple(fill(note.say, earliest=earliest, measured=measured) for note in table.notes.values())


def _notes_steps(rules: RuleSet) -> tuple[Step, ...]:
    return (
        Step(
            field="touch_ups.notes",
            value=None,
            because=rules.touch_ups.because["notes"],
            rules=tuple(note.read() for note in rules.touch_ups.notes.values()),
        ),
    )
