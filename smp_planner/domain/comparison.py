"""The five options over the same questions, their risks and curves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from smp_planner.domain.findings import Finding
from smp_planner.domain.provenance import Described
from smp_planner.domain.quantities import Estimate, Number


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """One risk of one option: how many of 100, or why that isn't known; what helps.

    `name` is what it is called in a row, `kind` the id of its kind of harm. `describes` names the people it
    was counted in, where that is not everybody. `of_100` tells the count both ways: how many of 100 had it,
    and how many had not; `over` says over what time. `untreated` counts people on a dummy;
    `untreated_not_known` says that nobody did. `also` tells `parts` of the count in words. `strength` is that
    of the evidence.
    """

    option: str
    id: str
    name: str = ""
    kind: str = ""
    say: str
    per_100: Estimate | None
    not_known: str | None
    prevent: str
    do: str
    sources: tuple[str, ...]
    describes: Described | None = None
    of_100: str | None = None
    over: str | None = None
    untreated: Estimate | None = None
    untreated_not_known: str | None = None
    also: str | None = None
    parts: Mapping[str, Estimate] | None = None
    strength: str = ""


class Harm(NamedTuple):
    """One kind of harm, the same for every option; `none` says why an option brings none, under its id."""

    id: str
    name: str
    none: tuple[Finding, ...] = ()


class Cell(NamedTuple):
    """One option's answer to one question; either a figure, words, or why it isn't known.

    `describes` names the people it was counted in, where that is not everybody. `withheld`: it waits for the
    health questions, or for a plan. `not_needed`: what is planned with is nothing, though the range may
    hold more. `of_100` tells a count of people both ways. `parts` are figures of what can be had alone, such
    as one of two medicines. `in_short` are a few words for a headline.
    """

    say: str
    leans: Literal["for", "against", "neither"]
    sources: tuple[str, ...]
    strength: str
    low: Number | None = None
    typical: Number | None = None
    high: Number | None = None
    not_known: str | None = None
    per_100: Estimate | None = None
    note: str | None = None
    describes: Described | None = None
    withheld: bool | None = None
    not_needed: bool | None = None
    of_100: str | None = None
    parts: Mapping[str, Estimate] | None = None
    in_short: str | None = None


class Row(NamedTuple):
    """One question, answered for every option.

    `chance`: it counts the people to whom something happened, for every option over the same time, which
    `over` tells. `horizon`: it tells of so many years ahead, "1y", "5y" or "10y", and other rows tell the
    same of others. `reaches`: it tells of so many years alone, and of no fewer.
    """

    id: str
    group: str
    question: str
    unit: str
    cells: Mapping[str, Cell]
    chance: bool | None = None
    over: str | None = None
    horizon: str | None = None
    reaches: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One of the five options and whether something speaks against it for this person.

    `in_short` stands beside the state in a headline: what to ask first about, or the part of it that holds.
    """

    id: str
    name: str
    about: str = ""
    open_to_you: Literal["nothing_against", "ask", "not_for_you"]
    why: str
    in_short: str = ""


class CurvePoint(NamedTuple):
    """A value at a year, with its band; where it isn't known, why not, and no figure; or it is withheld.

    `note` says why a band is wide.
    """

    year: int
    low: Number | None
    typical: Number | None
    high: Number | None
    not_known: str | None = None
    withheld: bool | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Curves:
    """Hair left (per cent of today) and money spent, by option, over ten years."""

    hair: Mapping[str, tuple[CurvePoint, ...]]
    cost: Mapping[str, tuple[CurvePoint, ...]]
    about: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Five options over the same questions; nobody wins.

    `branches` are what doing nothing can hold, `combinations` what people join. `order_say` tells the rule of
    the order, `leans_say` how it is decided what speaks for an option and what against it. `first` is what
    has to be said before the options where no plan is made. `grafts_per_cm2` is how many grafts each
    kind of surgery can place on each cm2 of all the area; without it nobody knows.
    """

    order_say: str = ""
    leans_say: str = ""
    first: tuple[Finding, ...] = ()
    options: tuple[Option, ...]
    branches: tuple[Finding, ...] = ()
    combinations: tuple[Finding, ...] = ()
    rows: tuple[Row, ...]
    curves: Curves
    grafts_per_cm2: Mapping[str, Estimate] = field(default_factory=dict[str, Estimate])
