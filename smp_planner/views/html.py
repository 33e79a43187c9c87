"""Small pieces of HTML for the page: tables with real headers, and a "why?" beside a figure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from smp_planner.domain.plan import Referral, TreatmentPlan
from smp_planner.domain.provenance import Reading, Step
from smp_planner.domain.quantities import Estimate
from smp_planner.domain.words import planned

STYLE = """<style>
h1 {font-size:clamp(1.6rem, 7vw, 2.75rem) !important}
.smp-picture {overflow-x:auto}
.smp table {width:100%; border-collapse:collapse; margin:.3rem 0 1rem}
.smp caption {text-align:left; font-weight:600; padding:.3rem 0}
.smp th, .smp td {text-align:left; vertical-align:top; padding:.4rem .5rem; border-bottom:1px solid #8884}
.smp .wide {overflow-x:auto}
.smp details {display:inline-block; max-width:100%; vertical-align:top}
.smp details[open] {display:block; border-left:3px solid #0f766e; padding:.2rem 0 .2rem .7rem; margin:.2rem 0}
.smp summary {cursor:pointer; text-decoration:underline dotted; min-height:24px; padding:2px 4px;
  font-size:.9rem; list-style:none}
.smp summary::-webkit-details-marker {display:none}
.smp .line {margin:.2rem 0 .8rem}
.smp .wide table {min-width:30rem}
.smp .five table {min-width:44rem; table-layout:fixed; font-size:.85rem; hyphens:auto}
.smp .five thead th {font-size:.8rem; padding:.4rem .3rem}
.smp .quiet {opacity:.8; font-size:.9rem}
.smp ul {margin:.2rem 0 .6rem; padding-left:1.2rem}
</style>"""


def page(*pieces: str) -> str:
    """Pieces of HTML in the page's look."""
    return f'<div class="smp">{"".join(pieces)}</div>'


def paragraph(words: str, *more: str) -> str:
    """A paragraph of escaped words, then ready HTML."""
    return f'<div class="line">{escape(words)} {"".join(more)}</div>'


def quiet(words: str) -> str:
    """A smaller line of escaped words."""
    return f'<div class="line quiet">{escape(words)}</div>'


def bullets(lines: Iterable[str]) -> str:
    """A list of escaped lines; nothing for none."""
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f"<ul>{items}</ul>" if items else ""


def table(caption: str, headers: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table with a caption, column headers and row headers; cells are ready HTML.

    One too wide for the page scrolls sideways within itself.
    """
    wide = "wide five" if len(headers) > 5 else "wide"
    head = "".join(f'<th scope="col">{escape(header)}</th>' for header in headers)
    body = "".join(
        f'<tr><th scope="row">{first}</th>{"".join(f"<td>{cell}</td>" for cell in rest)}</tr>'
        for first, *rest in rows
    )
    return (
        f'<div class="{wide}" tabindex="0" role="region" aria-label="{escape(caption)}"><table>'
        f"<caption>{escape(caption)}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


class Whys:
    """The trace of one plan, ready to stand beside its figures."""

    def __init__(self, plan: TreatmentPlan | Referral) -> None:
        self.steps = {step.field: step for step in plan.trace}
        self.titles = {source.id: (source.title, source.url) for source in plan.sources}

    def why(self, field: str) -> str:
        """A closed "why?" that opens to the reason, the rules and their sources."""
        step = self._step(field)
        if step is None:
            return ""
        rules = "".join(f"<li>{self._rule(reading)}</li>" for reading in self._readings(step))
        return (
            f"<details><summary>why?</summary><div class='quiet'>{escape(step.because)}"
            f"{f'<ul>{rules}</ul>' if rules else ''}</div></details>"
        )

    def _step(self, field: str) -> Step | None:
        while field and field not in self.steps:
            field = field.rpartition(".")[0]
        return self.steps.get(field)

    def _readings(self, step: Step) -> tuple[Reading, ...]:
        """The step's own rules, or those of the steps it uses."""
        if step.rules:
            return step.rules
        used = (self.steps[field] for field in step.uses if field in self.steps)
        return tuple({reading.id: reading for other in used for reading in other.rules}.values())

    def _rule(self, reading: Reading) -> str:
        value = f" {reading.value} {reading.unit}" if reading.range else ""
        band = ""
        if reading.range and reading.low != reading.high:
            band = f" (sources span {reading.low} to {reading.high})"
        cited = "; ".join(self._source(id_, reading.at.get(id_)) for id_ in reading.sources)
        note = f" {escape(reading.note)}" if reading.note else ""
        by = "" if reading.set_by == "base rules" else f" Set by {escape(reading.set_by)}."
        count = len(reading.sources)
        return (
            f"<b>{escape(reading.id)}</b>{escape(value)}{escape(band)}.{by}{note}"
            f" <details><summary>{count} source{'s' if count > 1 else ''}</summary>"
            f"<div>Source: {cited}.</div><div>In the rules: {escape(reading.place)}</div></details>"
        )

    def _source(self, id_: str, at: str | None) -> str:
        title, url = self.titles.get(id_, (id_, None))
        words = escape(title if at is None else f"{title}, {at}")
        return (
            f'<a href="{escape(url)}" rel="noreferrer noopener" target="_blank">{words}</a>' if url else words
        )


def figure(estimate: Estimate, why: str = "") -> str:
    """A figure as planned, with its span and unit, and its reason beside it."""
    note = f' <span class="quiet">{escape(estimate.note)}</span>' if estimate.note else ""
    return f"{escape(planned(estimate))}{note} {why}"
