"""The plan in one look: area, dots, visits, dates, and what is good to know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from html import escape

import streamlit as st

from smp_planner.domain.course import Visit
from smp_planner.domain.findings import Finding
from smp_planner.domain.plan import Outline, SmpPlan
from smp_planner.domain.words import sentence, spoken
from smp_planner.exports.area_words import area_holds
from smp_planner.exports.dot_words import DOTS_OF_SCARS, less_hair, less_hair_plainly
from smp_planner.exports.dye_words import DYE, no_dye_told
from smp_planner.exports.patch_test_words import NAME as PATCH_TEST
from smp_planner.exports.patch_test_words import patch_test_by
from smp_planner.exports.referral_words import WAS_ASKED
from smp_planner.exports.standing import doctor_told, title_of_doctors
from smp_planner.exports.told_first import told_later
from smp_planner.language.texts import N_, _
from smp_planner.views import html
from smp_planner.views.picture import show
from smp_planner.views.price_of_visits import price_of_visits
from smp_planner.views.state import BEGUN_ON, for_clinic
from smp_planner.views.whose_prices import offer_prices, other_prices, told_prices
from smp_planner.views.whys import Whys

DIFFER = ("direct_sun", "heavy_exercise")  # limits, of which a clinic may leave one out
WAITS_FOR_HEALTH = N_("your health answers may move it")


def show_overview(plan: Outline, whys: Whys) -> None:
    """The plan in one look: first what a doctor has to say, the figures, the burden, and only then money."""
    to_money = (
        *_asked_first(plan, whys),
        html.table(_("Your plan in short"), (_("What"), _("Planned")), _figures(plan, whys)),
        *_hurried(plan, whys), html.bullets(plan.sessions.notes), *_of_notes(plan, whys),
        html.paragraph(plan.aftercare.burden.say, whys.why_all("aftercare.burden")),
        *_no_dye(plan, whys), *_money(plan, whys), told_prices(plan, whys),
    )  # fmt: skip
    after_it = (
        html.folded(_("How area and dots are made up"), "area_and_dots", _made_up(plan, whys)),
        html.heading(_("Good to know")), _findings(told_later(plan.suitability), "know", whys),
        html.heading(_("Where most clinics differ")), html.bullets(plan.notes),
        html.quiet(_("What this plan keeps to:"), whys.why(*_kept_to(plan))) if plan.notes else "",
        html.heading(_("Tool and shade")),
        html.items((
            f"{escape(plan.method.say)} {whys.why('method')}",
            f"{escape(plan.shade.say)} {whys.why_all('shade')}",
        )),
    )  # fmt: skip
    if other := other_prices(plan, whys.rules):
        show(*to_money)
        offer_prices(other, whys.rules)
        show(*after_it)
    else:
        show(*to_money, *after_it)


def _hurried(plan: SmpPlan, whys: Whys) -> Iterator[str]:
    """The visits that an event brings closer together than planned."""
    if plan.sessions.hurried:
        yield html.items(
            f"{escape(one.say)} {whys.why(f'sessions.items.{one.visit}.gap_days')}"
            for one in plan.sessions.hurried
        )


def _no_dye(plan: SmpPlan, whys: Whys) -> Iterator[str]:
    """When hair may not be dyed, as the first page of the paper has it."""
    if told := no_dye_told(plan):
        yield html.paragraph(told, whys.why(f"aftercare.windows.{DYE}"))


def _of_notes(plan: SmpPlan, whys: Whys) -> Iterator[str]:
    """Why it is said how many visits and hours it might take."""
    if plan.sessions.notes:
        yield html.quiet(
            _("Where these sentences come from:"), whys.why("sessions.count", "sessions.chair_hours")
        )


def _kept_to(plan: SmpPlan) -> Iterator[str]:
    """The figures of this plan from which most clinics differ."""
    yield "sessions.count"
    held = {window.rule for window in plan.aftercare.windows}
    yield from (f"aftercare.windows.{rule}" for rule in DIFFER if rule in held)
    yield "touch_ups.interval_months"


def _asked_first(plan: SmpPlan, whys: Whys) -> Iterator[str]:
    """What is still open, and what a doctor has to say first."""
    if plan.suitability.open:
        yield html.heading(_("Still open"))
        yield _findings(plan.suitability.open, "open", whys)
    if plan.suitability.ask_doctor:
        yield html.heading(title_of_doctors(plan.suitability))
        for told in doctor_told(plan.suitability):
            yield from (html.paragraph(told), html.quiet(f"{_(WAS_ASKED)}:"))
        yield _findings(plan.suitability.ask_doctor, "ask_doctor", whys)


def _money(plan: SmpPlan, whys: Whys) -> Iterator[str]:
    if plan.cost:
        yield html.table(_("Money in short"), (_("What"), _("Planned")), [price_of_visits(plan.cost, whys)])


def _findings(findings: Iterable[Finding], level: str, whys: Whys) -> str:
    return html.items(f"{escape(f.say)} {whys.why(f'suitability.{level}.{f.id}')}" for f in findings)


def _figures(plan: Outline, whys: Whys) -> list[tuple[str, str]]:
    sessions = plan.sessions
    open_health = _open_health(plan)

    def day(name: str, when: date, field: str) -> tuple[str, str]:
        told = spoken(when)
        if plan.suitability.provisional:
            told = _("{day} (to be confirmed)", day=told)
        return name, f"{escape(told)}{open_health} {whys.why(field)}"

    return [
        (_("Treated area"), _area(plan, whys)),
        (_("Dots in all"), _dots(plan, whys)),
        (_("Visits"), html.figure(sessions.count._replace(note=None), whys.why("sessions.count"))),
        (_("Hours in the chair"), html.figure(sessions.chair_hours, whys.why("sessions.chair_hours"))),
        *_patch_test(plan, whys),
        _with_notes(
            day(_("First visit"), sessions.items[0].date, "sessions.items.1.date"), sessions.items[0]
        ),
        day(_("Last visit"), sessions.last_on, "sessions.last_on"),
        day(_("Settled by"), sessions.settled_on, "sessions.settled_on"),
    ]


def _patch_test(plan: SmpPlan, whys: Whys) -> Iterator[tuple[str, str]]:
    """The day by which the pigment is tested, where there is one."""
    if by := patch_test_by(plan, told_as=spoken, today=st.session_state.get(BEGUN_ON)):
        told = f"{escape(sentence(by))}{_open_health(plan)}"
        yield _(PATCH_TEST), f"{told} {whys.why('sessions.patch_test_by')}"


def _open_health(plan: SmpPlan) -> str:
    """Beside a day, that a health answer may move it, as long as one is open."""
    return "" if plan.suitability.checked else f' <span class="quiet">{escape(_(WAITS_FOR_HEALTH))}</span>'


def _area(plan: Outline, whys: Whys) -> str:
    """The treated area and, where anything is added to the area to fill, what it holds."""
    return html.area(plan.area.cm2, f"{_beside(area_holds(plan))}{whys.why('area.cm2')}")


def _dots(plan: Outline, whys: Whys) -> str:
    """All dots, and what they come from where hair stays."""
    less = less_hair(plan) if for_clinic() else less_hair_plainly(plan)
    of_scars = DOTS_OF_SCARS if plan.area.scars_alone else ()  # of most no step is looked up
    told = [field for field in of_scars if field in whys.steps.by_field]
    return html.figure(plan.dots.total, f"{_beside(less)}{whys.why('dots.total', *told)}")


def _beside(words: str) -> str:
    return f'<span class="quiet">{escape(words)}</span> ' if words else ""


def _with_notes(row: tuple[str, str], visit: Visit) -> tuple[str, str]:
    """A row with what is said of the visit's day."""
    name, day = row
    return name, f'{day} <span class="quiet">{escape(" ".join(visit.notes))}</span>' if visit.notes else day


def _made_up(plan: SmpPlan, whys: Whys) -> str:
    """Each part of the area, then what they come to, and the density on bare skin and over the area."""
    rows = [(escape(p.why), html.area(p.cm2, whys.why(f"area.parts.{p.id}"))) for p in plan.area.parts]
    rows.append((_("Area to fill"), html.area(plan.area.bare_cm2, whys.why("area.bare_cm2"))))
    rows.append((_("Density on bare skin"), html.figure(plan.dots.per_cm2, whys.why("dots.per_cm2"))))
    over_area = html.figure(plan.dots.over_area, whys.why("dots.over_area"))
    rows.append((_("Density over the area"), over_area))
    return html.table(_("Area and dots"), (_("Part"), _("Planned")), rows)
