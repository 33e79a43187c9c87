"""The figure of a rule in words: its value and range as people say them, its limits, and who set it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from smp_planner.domain.provenance import Reading
from smp_planner.domain.quantities import Estimate, Number, rounded, to_in2
from smp_planner.domain.words import figure, number, per_cent, per_cent_exactly, planned
from smp_planner.exports.agreed_lines import ended
from smp_planner.language.texts import N_, _
from smp_planner.views.who_set import who_set

SHARE, OF_100 = "share", " of 100"  # the unit of a part of one, and how units of counted people end
EXACTLY = N_("{told} (we count with {exact})")
SIGNED, WITHIN = N_("{figure} ({low} to {high})"), N_("{figure} (we plan within {low} to {high})")
USUAL = N_("{figure} (usually planned within {low} to {high})")


def figure_told(reading: Reading, *, exactly: bool) -> str:
    """The figure of a rule, with what we plan within, how far a clinic may go, and who set it.

    A listed source may lie outside of what we plan within, so that no span of the sources is claimed.
    A share is told in parts of a hundred, and people of a hundred come whole; those who want it `exactly`
    read beside it what is reckoned with.
    """
    told_as = _told_as(reading.unit, exactly=exactly)
    low, high = _ends(reading.range)
    least, most = _ends(reading.limits)
    if isinstance(reading.value, str):
        told = reading.value
    else:
        told = _in_whole(reading.value, reading.unit, exactly=exactly)
    if low != high:
        say = SIGNED if reading.signed else USUAL if reading.by_clinic else WITHIN
        told = _(say, figure=told, low=told_as(low), high=told_as(high))
    sentences = [f"{_with_inches(told, reading)}.", who_set(reading)]
    if reading.note:
        sentences.append(ended(reading.note))
    if least != most and not reading.signed and not reading.is_fixed:
        sentences.append(_("A clinic may set {low} to {high}.", low=told_as(least), high=told_as(most)))
    return " ".join(sentences)


def _told_as(unit: str, *, exactly: bool) -> Callable[[Number], str]:
    """How the ends of a figure are told: as its middle is."""
    if unit == SHARE:
        return per_cent_exactly if exactly else per_cent
    return number if exactly or not unit.endswith(OF_100) else lambda end: number(_whole(end))


def _in_whole(value: Number, unit: str, *, exactly: bool) -> str:
    """A share as a part of a hundred, people of a hundred whole; what that leaves out for who wants it."""
    exact = number(value)
    if unit == SHARE:
        told, whole = _told_as(unit, exactly=exactly)(value), False
    else:
        nearest = _whole(value) if unit.endswith(OF_100) else value
        told, whole = figure(nearest, unit), nearest == value
    return told if whole or not exactly else _(EXACTLY, told=told, exact=exact)


def _whole(count: Number) -> Number:
    """The nearest whole count; a count that would come to nobody stays as it is."""
    return rounded(count) or count


def _ends(ends: Sequence[Number]) -> tuple[Number, Number]:
    """The first and the last; hours of opening have none."""
    return (ends[0], ends[-1]) if ends else (0, 0)


def _with_inches(told: str, reading: Reading) -> str:
    """An area in square inches too; any other figure as it is."""
    if reading.unit != "cm2":
        return told
    area = Estimate(reading.low, reading.number, reading.high, reading.unit)
    return _("{cm2}, or {in2}", cm2=told, in2=planned(to_in2(area)))
