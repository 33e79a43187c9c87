"""The "why?" beside a figure or a statement: the reason, the rules and their sources."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from smp_planner.domain.comparison import Cell
from smp_planner.domain.plan import Referral, TreatmentPlan
from smp_planner.domain.provenance import Reading, Source
from smp_planner.domain.quantities import Estimate, to_in2
from smp_planner.domain.words import figure, number, planned
from smp_planner.exports.steps import Steps

STRENGTHS = {"high": "strong", "moderate": "fair", "low": "weak", "very_low": "very weak"}


class Whys:
    """The trace of one plan, ready to stand beside what it explains."""

    def __init__(self, plan: TreatmentPlan | Referral, sources: Iterable[Source] | None = None) -> None:
        """`sources` are all that may be cited; without them those of the plan."""
        self.steps = Steps.of(plan.trace)
        self.titles = {source.id: (source.title, source.url) for source in sources or plan.sources}
        self.told: dict[str, str] = {}  # rules by their id, in words: many figures rest on the same

    def why(self, *fields: str) -> str:
        """A closed "why?" that opens to the reason, the rules and their sources.

        Raises LookupError where the plan has no step for one of the fields.
        """
        steps = [self.steps.at(field) for field in fields]
        reasons = " ".join(dict.fromkeys(step.because for step in steps))
        return _closed("why?", escape(reasons) + self._rules(self.steps.readings(steps)))

    def why_all(self, field: str) -> str:
        """One "why?" for a field and all that stands below it."""
        return self.why(*self.steps.below(field))

    def cited(self, sources: Iterable[str]) -> str:
        """The documents that a statement without a step of its own rests on."""
        return _closed("source", f"Source: {self._listed(sources)}.")

    def rule(self, reading: Reading) -> str:
        """A closed "why?" of a rule that no step of the plan rests on."""
        return _closed("why?", self._rules([reading]))

    def cell(self, field: str, cell: Cell) -> str:
        """The words of a cell of the comparison, and its "why?" with how strong its evidence is.

        The note of a figure that was worked out for this person stands beside the words, any other in
        the "why?"; that of a figure of the rules is told with it there.
        """
        step = self.steps.at(field)
        figures = [reading for reading in step.rules if reading.label]
        personal = cell.low is not None and len(figures) < len(step.rules)
        note = "" if cell.note in [reading.note for reading in figures] else escape(cell.note or "")
        beside = f' <span class="quiet">{note}</span>' if note and personal else ""
        said = f"{escape(step.because)} {'' if personal else note} "
        said += f"The evidence for this is {STRENGTHS[cell.strength]}."
        why = _closed("why?", said + self._rules(self.steps.readings([step])))
        return f"{escape(cell.say)}{beside} {why}"

    def _rules(self, readings: Iterable[Reading]) -> str:
        """Each figure in a line of its own; the sentences that say why stand above, so their sources do."""
        readings = tuple(readings)
        lines = [self._told(reading) for reading in readings if reading.label]
        texts = [reading for reading in readings if not reading.label]
        if texts:
            inside = "".join(f"<li>{self._where(reading)}</li>" for reading in texts)
            count = len({id_ for reading in texts for id_ in reading.sources})
            lines.append(f"The words rest on {_closed(_sources(count), f'<ul>{inside}</ul>')}")
        return f"<ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>" if lines else ""

    def _told(self, reading: Reading) -> str:
        if reading.id not in self.told:
            self.told[reading.id] = self._figure(reading)
        return self.told[reading.id]

    def _figure(self, reading: Reading) -> str:
        """A figure by its name, with what the sources span, who set it, and where it stands."""
        low, high = reading.range[0], reading.range[-1]
        band = f" (sources span {number(low)} to {number(high)})" if low != high else ""
        note = f" {escape(reading.note)}" if reading.note else ""
        by = "" if reading.set_by == "base rules" else f" Set by {escape(reading.set_by)}."
        told = reading.value if isinstance(reading.value, str) else figure(reading.value, reading.unit)
        name, value = escape(reading.label or ""), escape(told)
        cited = _closed(_sources(len(reading.sources)), self._where(reading))
        return f"<b>{name}</b>: {value}{escape(band)}{_inches(reading)}.{by}{note} {cited}"

    def _where(self, reading: Reading) -> str:
        """The documents behind a rule, and where it stands among the rules."""
        listed = self._listed(reading.sources, reading)
        return f"{listed}.<br>In the rules: {escape(reading.id)}, {escape(reading.place)}"

    def _listed(self, sources: Iterable[str], reading: Reading | None = None) -> str:
        return "; ".join(self._source(id_, reading.at.get(id_) if reading else None) for id_ in sources)

    def _source(self, id_: str, at: str | None) -> str:
        title, url = self.titles[id_]
        words = escape(title if at is None else f"{title}, {at}")
        if not url:
            return words
        return f'<a href="{escape(url)}" rel="noreferrer noopener" target="_blank">{words}</a>'


def _inches(reading: Reading) -> str:
    """An area in square inches too; nothing for any other figure."""
    if reading.unit != "cm2":
        return ""
    low, high = reading.range[0], reading.range[-1]
    return f", or {planned(to_in2(Estimate(low, reading.number, high, reading.unit)))}"


def _sources(count: int) -> str:
    return "1 source" if count == 1 else f"{count} sources"


def _closed(label: str, inside: str) -> str:
    return f"<details><summary>{label}</summary><div class='quiet'>{inside}</div></details>"
