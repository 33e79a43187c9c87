"""The figures that the sentences of the talk ask for, each from the rule in which it stands."""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter
from typing import NamedTuple

from smp_planner.domain.provenance import Reading
from smp_planner.domain.quantities import Number
from smp_planner.domain.words import number
from smp_planner.domain.words import sentence as begun
from smp_planner.language.texts import _
from smp_planner.planner.aftercare.lengths import CareLength
from smp_planner.planner.one_at_a_time import span_of
from smp_planner.rules.ruleset import RuleSet

DAYS_OFF = "days_off_work"


class TalkFigure(NamedTuple):
    """A figure as it stands in a sentence, and the rules behind it."""

    value: Number
    rules: tuple[Reading, ...]


def talk_figures(lengths: Mapping[str, CareLength], rules: RuleSet) -> Mapping[str, TalkFigure]:
    """Every figure by its name in the sentences; `lengths` say how long each aftercare rule holds."""
    return {
        **rules.kept(_of_rules_alone),
        **_span("redness", _last_day(lengths, "redness")),
        "scabs": _days(lengths, "scabs"),
        "exercise": _days(lengths, "heavy_exercise"),
        "sun": _days(lengths, "direct_sun"),
        "hat_next": _days(lengths, "tight_hats", after=1),
        "touch_next": _days(lengths, "touching", after=1),
        "shampoo_next": _days(lengths, "shampoo", after=1),
    }


def _of_rules_alone(rules: RuleSet) -> Mapping[str, TalkFigure]:
    """The figures that are the same for everybody."""
    return {
        **_span("clip", rules.talk.clip_every_days.read()),
        **_span("off_work", _days_off(rules)),
        **_span("laser", rules.prices.removal_sessions.read()),
        "settled": _one(rules.sessions.settled_after_days.read()),
    }


def filled(sentence: str, figures: Mapping[str, TalkFigure]) -> tuple[str, tuple[Reading, ...]]:
    """A sentence with its figures in place, those of a clinic's own named behind it, and their rules."""
    asked = [name for _, name, _, _ in Formatter().parse(sentence) if name]
    said = sentence.format_map({name: number(figures[name].value) for name in asked})
    behind = {reading.id: reading for name in asked for reading in figures[name].rules}
    own = (
        _("{what}: our clinic's rule.", what=begun(reading.label))
        for reading in behind.values()
        if reading.label and reading.by_clinic
    )
    return " ".join((said, *own)), tuple(behind.values())


def _one(reading: Reading) -> TalkFigure:
    return TalkFigure(reading.number, (reading,))


def _span(name: str, reading: Reading) -> dict[str, TalkFigure]:
    """What is planned with under the name itself, and the two ends beside it."""
    low, typical, high = span_of(reading)
    ends = {name: typical, f"{name}_low": low, f"{name}_high": high}
    return {key: TalkFigure(value, (reading,)) for key, value in ends.items()}


def _last_day(lengths: Mapping[str, CareLength], rule: str) -> Reading:
    reading = lengths[rule].rule
    assert reading is not None, f"'{rule}' has a last day of its own"
    return reading


def _days(lengths: Mapping[str, CareLength], rule: str, *, after: int = 0) -> TalkFigure:
    """The last day of an aftercare rule for this person, or so many days after it."""
    length = lengths[rule]
    return TalkFigure(length.days + after, (_last_day(lengths, rule), *length.readings))


def _days_off(rules: RuleSet) -> Reading:
    """Days off work after SMP: the comparison has the figure."""
    [row] = [row for _, id_, row in rules.comparison.questions() if id_ == DAYS_OFF]
    return row.cell("smp").read()
