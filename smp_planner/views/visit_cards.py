"""A card for each visit: its day, hours and dots, how much is done after it, and what happens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from smp_planner.domain.course import Visit
from smp_planner.domain.plan import SmpPlan
from smp_planner.domain.words import figure, number, per_cent, short_weekday, spoken
from smp_planner.exports.visit_times import begins, times_of
from smp_planner.exports.visit_words import OR_LATER, days_taken, hours_told, last_day
from smp_planner.language.texts import N_, _
from smp_planner.views import html
from smp_planner.views.whys import Whys

ONE_FIXED = N_("With the days and events you gave, this visit can't move to another day.")
ALL_FIXED = N_("With the days and events you gave, no visit can move to another day.")
CARDS_LOOK = """<style>
.smp .visits {list-style:none; margin:.4rem 0 1rem; padding:0; display:grid; gap:1rem; align-items:start;
  grid-template-columns:repeat(auto-fill, minmax(min(100%, 18rem), 1fr))}
.smp .visits > li {margin:0; padding:.9rem 1rem .8rem; border:1px solid #8888; border-top:4px solid #0f766e;
  border-radius:.5rem}
.smp .visits h3 {margin:0 0 .1rem}
.smp .visits .when {font-weight:600; margin:.1rem 0 .5rem}
.smp .visits .when .quiet {display:block}
.smp .visits dl {margin:.3rem 0; padding:0}
.smp .visits :is(dt, dd) {margin-left:0; padding:0}
.smp .visits dt {font-size:.88rem; opacity:.8; margin-top:.45rem}
.smp .stage {display:flex; gap:1rem; align-items:flex-end; margin:.5rem 0 .3rem}
.smp .stage figure {margin:0; flex:0 1 8rem; min-width:0}
.smp .stage img {display:block; width:100%}
.smp .stage figcaption {font-size:.8rem; opacity:.8; padding-top:.2rem}
.smp .visits .notice {margin:.6rem 0 .2rem; font-size:.95rem}
.smp .visits details.steps {display:block; margin-top:.5rem}
.smp .visits details.steps > summary {min-height:44px; padding:.7rem 0; font-size:.95rem; font-weight:600}
.smp .visits details.steps ol {margin:.3rem 0; padding-left:1.3rem}
@container (min-width: 40rem) {
  .smp .visits > li:first-child {grid-column:1/-1; display:grid; grid-template-columns:1fr 1fr;
    column-gap:1.5rem; align-items:start}
}
</style>"""


def visit_cards(plan: SmpPlan, whys: Whys, pictures: Sequence[str]) -> str:
    """The visits as a list of cards, HTML, each with its picture; the steps of the first stand open."""
    cards = "".join(
        f"<li><div>{''.join(_facts(plan, visit, whys, picture))}</div>{_steps(visit)}</li>"
        for visit, picture in zip(plan.sessions.items, pictures, strict=True)
    )
    return f'<ul class="visits" role="list">{cards}</ul>'


def _facts(plan: SmpPlan, visit: Visit, whys: Whys, picture: str) -> Iterator[str]:
    key = f"sessions.items.{visit.number}"
    visits = number(len(plan.sessions.items))
    yield html.heading(_("Visit {number} of {count}", number=number(visit.number), count=visits))
    yield _when(plan, visit, whys)
    yield from (html.quiet(note) for note in visit.notes)
    done = escape(_("{share} of the work", share=per_cent(visit.share_after)))
    first, last = visit.earliest, last_day(visit, plan.sessions)
    moves = _("Between {first} and {last}", first=spoken(first), last=spoken(last or visit.latest))
    if last is None:
        moves = _(OR_LATER, day=spoken(first))
    if taken := days_taken(visit, plan.sessions):
        moves = f"{moves}. {taken}"
    told = [
        (_("How long"), html.told(hours_told(visit), visit.hours, whys.why(f"{key}.hours"))),
        (_("Dots"), html.figure(visit.dots, whys.why(f"{key}.dots"))),
        (
            _("Done after it"),
            f"{done} {whys.why(f'{key}.share_after')}{_bar(visit)}{picture} {_why_in_place(visit, whys)}",
        ),
    ]
    why_moves = whys.why(f"{key}.earliest", f"{key}.latest")
    if not _is_fixed(visit):
        told.append((_("Could be held, if others move too"), f"{escape(moves)} {why_moves}"))
    yield f"<dl>{''.join(f'<dt>{escape(name)}</dt><dd>{value}</dd>' for name, value in told)}</dl>"
    if fixed := _fixed_told(plan, visit):
        yield html.quiet(fixed, why_moves)


def _is_fixed(visit: Visit) -> bool:
    return visit.earliest == visit.latest


def _fixed_told(plan: SmpPlan, visit: Visit) -> str:
    """That a visit has one day alone; where all are so, it is said once, and of all of them."""
    if not _is_fixed(visit):
        return ""
    if not all(map(_is_fixed, plan.sessions.items)):
        return _(ONE_FIXED)
    return _(ALL_FIXED) if visit.number == 1 else ""


def _why_in_place(visit: Visit, whys: Whys) -> str:
    """Why so many dots are in place after a visit, in all and on a square: those of each visit so far."""
    visits = (f"sessions.items.{number}.dots" for number in range(1, visit.number + 1))
    return whys.why(*visits, f"sessions.items.{visit.number}.share_after", "dots.per_cm2")


def _when(plan: SmpPlan, visit: Visit, whys: Whys) -> str:
    """The day with its reason; below it the chosen time, the gap, and that it is open where it is."""
    key = f"sessions.items.{visit.number}"
    fields = [f"{key}.date"]
    below: list[str] = []
    if plan.suitability.provisional:
        below.append(_("To be confirmed"))
    if not plan.suitability.checked:
        below.append(_("Your health answers may move it"))
    if time := begins(visit, times_of(plan)):
        below.append(_("At {time}", time=time))
    if visit.gap_days is not None:
        fields.append(f"{key}.gap_days")
        gap, before = figure(visit.gap_days, "days"), number(visit.number - 1)
        below.append(_("{days} after visit {visit}", days=gap, visit=before))
    quiet = "".join(f'<span class="quiet">{escape(words)}</span>' for words in below)
    day = _("{weekday} {day}", weekday=short_weekday(visit.date), day=spoken(visit.date))
    return f'<div class="when">{escape(day)} {whys.why(*fields)}{quiet}</div>'


def _bar(visit: Visit) -> str:
    """The share as a bar; its number stands in words beside it."""
    share = float(visit.share_after)
    label = escape(_("Done after visit {visit}", visit=number(visit.number)))
    return f'<progress value="{share:g}" max="1" aria-label="{label}"></progress>'


def _steps(visit: Visit) -> str:
    listed = "".join(f"<li>{escape(step)}</li>" for step in visit.steps)
    opened = " open" if visit.number == 1 else ""
    where = escape(_("in visit {visit}", visit=number(visit.number)))
    summary = f'<summary>{escape(_("What happens"))}<span class="unseen"> {where}</span></summary>'
    return f'<details class="steps"{opened}>{summary}{html.paragraph(visit.focus)}<ol>{listed}</ol></details>'
