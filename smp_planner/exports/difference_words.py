"""In what two plans differ, in words: by how much more or fewer, longer or shorter, sooner or later.

Ranges are compared end to end: what is planned with what is planned, low with low, high with high. Where
all three differ by the same, it is said once; where they differ the same way, low and high are bare amounts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from smp_planner.domain.plan import SmpPlan
from smp_planner.domain.quantities import CENTS, Estimate, Number, rounded
from smp_planner.domain.understood import Understood
from smp_planner.domain.words import figure, in_both_units, listed, number
from smp_planner.exports.plan_rows import PlanRow, Side, Value
from smp_planner.language.texts import N_, NN_, _, n_

SAME = N_("the same")
OTHER_WORDS = N_("not the same")
ENDS = N_("{planned} (low {low}, high {high})")
MORE, LESS, FEWER = N_("{amount} more"), N_("{amount} less"), N_("{amount} fewer")
NO_MONEY_YET = N_("not known before the health questions are answered")
IN_A_ALONE, NEW_NOW = N_("in plan A alone"), N_("new in the plan now")
NEW, GONE = N_("new: {names}"), N_("no longer: {names}")
TO_CONFIRM = N_("{day} (to be confirmed)")
# More and less of a unit; any other is told by its amount, money too.
BY_UNIT: Mapping[str, tuple[tuple[str, str], tuple[str, str]]] = {
    "sessions": (
        NN_("{number} more visit", "{number} more visits"),
        NN_("{number} fewer visit", "{number} fewer visits"),
    ),
    "hours": (
        NN_("{number} hour more", "{number} hours more"),
        NN_("{number} hour less", "{number} hours less"),
    ),
    "days": (
        NN_("{number} more day", "{number} more days"),
        NN_("{number} fewer day", "{number} fewer days"),
    ),
    "dots": (
        NN_("{number} more dot", "{number} more dots"),
        NN_("{number} fewer dot", "{number} fewer dots"),
    ),
}
LATER = NN_("{number} day later", "{number} days later")
SOONER = NN_("{number} day sooner", "{number} days sooner")
FRACTION = 2  # a part of one is said as several are

IN_SHORT = N_("Beside plan A, the plan now {parts}.")
HAS, HAS_AS_MANY = N_("has {by}"), N_("has as many visits")
TAKES, TAKES_AS_LONG = N_("takes {by} in the chair"), N_("takes as long in the chair")
SETTLES, SETTLES_ALIKE = N_("settles {by}"), N_("settles on the same day")
COSTS, COSTS_ALIKE = N_("costs {by}"), N_("costs the same")
MAIN = N_("Beside plan A: {parts}.")
IN_CHAIR, SETTLED = N_("{by} in the chair"), N_("settled {by}")
MAIN_SAME = N_("Visits, hours, settled day and price are as in plan A.")
MAIN_SAME_YET = N_("Visits, hours and settled day are as in plan A.")
AS_PLANNED = N_("That is what is planned. How the low and high ends differ stands in the table.")
CONFIRM = N_("Dates to be confirmed.")
NO_MONEY_IN_A = N_("Plan A shows no price, as its health questions were open.")
NOT_ASKED = N_("not asked")
QUESTION, ASKED = N_("{asked} {said}"), N_("{asked}: {said}")
ANSWER_CHANGED = N_("{asked}: from “{before}” to “{after}”")
QUESTION_CHANGED = N_("{asked} From “{before}” to “{after}”")


def difference_told(row: PlanRow, *, provisional: bool) -> str:
    """How the plan of now differs from plan A in one row; a day that is not confirmed yet says so."""
    told = _difference(row.one, row.other)
    days = isinstance(row.one.value, date) and isinstance(row.other.value, date)
    return to_confirm(told) if provisional and days else told


def to_confirm(told: str) -> str:
    """A day, or by how much it moves, that a doctor has to confirm."""
    return _(TO_CONFIRM, day=told)


def _difference(one: Side, other: Side) -> str:
    before, after = one.value, other.value
    if one.told == other.told:
        return _(SAME)
    if isinstance(before, Estimate) and isinstance(after, Estimate):
        return _ends(before, after)
    if isinstance(before, date) and isinstance(after, date):
        return _by_days((after - before).days)
    if isinstance(before, date) or isinstance(after, date):
        return _(IN_A_ALONE) if after is None else _(NEW_NOW)
    if before is None or after is None:
        return _(NO_MONEY_YET)
    return _names(before, after)


def _ends(before: Estimate, after: Estimate) -> str:
    """By how much the planned figure moves, and each end where one moves by another amount."""
    low, middle, high = _moved(before, after)
    if low == middle == high:
        return _by(middle, after.unit) if middle else _(OTHER_WORDS)
    alike = len({end > 0 for end in (low, middle, high)}) == 1 and all((low, middle, high))
    ends = [_end(end, after.unit, bare=alike) for end in (low, high)]
    return _(ENDS, planned=_by(middle, after.unit), low=ends[0], high=ends[1])


def _end(amount: Number, unit: str, *, bare: bool) -> str:
    """By how much an end moves, in short; `bare` leaves out which way, where the planned figure says it."""
    if not amount:
        return _(SAME)
    size = rounded(abs(amount), CENTS)
    told = number(size) if unit in BY_UNIT else _amount(size, unit)
    less = LESS if unit == "hours" or unit not in BY_UNIT else FEWER
    return told if bare else _(less if amount < 0 else MORE, amount=told)


def _moved(before: Estimate, after: Estimate) -> tuple[Number, Number, Number]:
    return after.low - before.low, after.typical - before.typical, after.high - before.high


def _by(amount: Number, unit: str) -> str:
    """An amount with its sign in words: 1 more visit, $400 less; an area in square inches too."""
    if not amount:
        return _(SAME)
    size = rounded(abs(amount), CENTS)
    if unit in BY_UNIT:
        words = BY_UNIT[unit][amount < 0]
        return n_(*words, int(size) if size == int(size) else FRACTION, number=number(size))
    return _(LESS if amount < 0 else MORE, amount=_amount(size, unit))


def _amount(size: Number, unit: str) -> str:
    """An amount with its unit; an area in square inches too."""
    return in_both_units(size) if unit == "cm2" else figure(size, unit)


def _by_days(days: int) -> str:
    if not days:
        return _(SAME)
    return n_(*(SOONER if days < 0 else LATER), abs(days), number=number(abs(days)))


def _names(before: Value, after: Value) -> str:
    """The names that one list has and the other has not."""
    mine, theirs = (value if isinstance(value, tuple) else () for value in (before, after))
    new, gone = ([str(name) for name in a if name not in b] for a, b in ((theirs, mine), (mine, theirs)))
    told = [_(words, names=listed(names)) for words, names in ((NEW, new), (GONE, gone)) if names]
    return "; ".join(told) or _(OTHER_WORDS)


def in_short(one: SmpPlan, other: SmpPlan) -> str:
    """What is planned now beside plan A: visits, hours, the day it settles; money where both have it."""
    pairs = [
        (one.sessions.count, other.sessions.count),
        (one.sessions.chair_hours, other.sessions.chair_hours),
    ]
    visits, hours = (_planned_by(*pair) for pair in pairs)
    days = (other.sessions.settled_on - one.sessions.settled_on).days
    parts = [
        _(HAS, by=visits) if visits else _(HAS_AS_MANY),
        _(TAKES, by=hours) if hours else _(TAKES_AS_LONG),
        _(SETTLES, by=_by_days(days)) if days else _(SETTLES_ALIKE),
    ]
    if one.cost and other.cost:
        pairs.append((one.cost.course, other.cost.course))
        money = _planned_by(*pairs[-1])
        parts.append(_(COSTS, by=money) if money else _(COSTS_ALIKE))
    told = [_(IN_SHORT, parts=listed(parts))]
    if any(len({*_moved(*pair)}) > 1 for pair in pairs):
        told.append(_(AS_PLANNED))
    if other.cost and not one.cost:
        told.append(_(NO_MONEY_IN_A))
    if one.suitability.provisional or other.suitability.provisional:
        told.append(_(CONFIRM))
    return " ".join(told)


def main_differences(one: SmpPlan, other: SmpPlan) -> str:
    """What is planned otherwise than in plan A, as short as can be: visits, hours, the settled day, money."""
    visits = _planned_by(one.sessions.count, other.sessions.count)
    hours = _planned_by(one.sessions.chair_hours, other.sessions.chair_hours)
    days = (other.sessions.settled_on - one.sessions.settled_on).days
    told = [visits, hours and _(IN_CHAIR, by=hours), _(SETTLED, by=_by_days(days)) if days else None]
    if one.cost and other.cost:
        told.append(_planned_by(one.cost.course, other.cost.course))
    if parts := [part for part in told if part]:
        return _(MAIN, parts=listed(parts))
    return _(MAIN_SAME if one.cost and other.cost else MAIN_SAME_YET)


def _planned_by(before: Estimate, after: Estimate) -> str | None:
    amount = after.typical - before.typical
    return _by(amount, after.unit) if amount else None


def answer_told(answer: Understood) -> str:
    """What was asked, and the answer."""
    return _(QUESTION if answer.asked.endswith("?") else ASKED, asked=answer.asked, said=answer.said)


def answers_changed(before: Iterable[Understood], after: Iterable[Understood]) -> Iterator[str]:
    """Each answer that is another now, from what it was to what it is."""
    was, now = ({one.id: one for one in answers} for answers in (before, after))
    for id_ in was | now:
        asked = (now.get(id_) or was[id_]).asked
        said = [answers[id_].said if id_ in answers else _(NOT_ASKED) for answers in (was, now)]
        if said[0] != said[1]:
            words = QUESTION_CHANGED if asked.endswith("?") else ANSWER_CHANGED
            yield _(words, asked=asked, before=said[0], after=said[1])
