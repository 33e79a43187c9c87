"""The plan on the page: one function a tab, each drawing a finished plan and no more."""

from __future__ import annotations

from html import escape

import streamlit as st

from smp_planner.domain.plan import CurvePoint, TreatmentPlan
from smp_planner.domain.words import between, planned, spoken
from smp_planner.pictures.curves import Line, curves
from smp_planner.pictures.timeline import timeline
from smp_planner.views import html
from smp_planner.views.html import Whys

SHOWN_WINDOWS = {
    "touching": "No touching",
    "shampoo": "No shampoo",
    "foil_shave": "No shaving",
    "heavy_exercise": "No heavy exercise",
    "direct_sun": "No direct sun",
    "swimming": "No swimming",
    "sauna_steam": "No sauna or steam",
}


def drawn(svg: str, words: str = "") -> None:
    """A picture, and a sentence under it."""
    st.markdown(svg, unsafe_allow_html=True)
    if words:
        st.caption(words)


def show_visits(plan: TreatmentPlan, whys: Whys) -> None:
    """Visits with dates, hours, dots and what is done."""
    tentative = " (to be confirmed)" if plan.suitability.provisional else ""
    rows = [
        (
            f"Visit {v.number}",
            f"{v.date:%a} {spoken(v.date)}{tentative} {whys.why(f'sessions.items.{v.number}.date')}",
            html.figure(v.hours, whys.why(f"sessions.items.{v.number}.hours")),
            html.figure(v.dots, whys.why(f"sessions.items.{v.number}.dots")),
            f"{float(v.share_after):.0%} {whys.why(f'sessions.items.{v.number}.share_after')}",
            f"{spoken(v.earliest)} to {spoken(v.latest)}",
        )
        for v in plan.sessions.items
    ]
    headers = ("Visit", "Date", "Hours", "Dots", "Done after it", "May move between")
    st.html(html.page(html.table("Your visits", headers, rows)))
    for visit in plan.sessions.items:
        with st.expander(f"Visit {visit.number}: what happens"):
            st.html(html.page(html.paragraph(visit.focus), html.bullets((*visit.steps, *visit.notes))))
    for conflict in plan.sessions.conflicts:
        st.info(f"{conflict.say} {conflict.what_would_fit}")
    st.html(html.page(html.bullets(latest.say for latest in plan.sessions.latest_start)))


def show_care(plan: TreatmentPlan, whys: Whys) -> None:
    """The timeline, the windows as a table, what to do before, and when to call."""
    st.html(html.page(html.paragraph(plan.aftercare.burden.say, whys.why("aftercare.burden.days_without_sun"))))
    drawn(timeline(plan, tuple(SHOWN_WINDOWS), SHOWN_WINDOWS), "Each bar holds its first and its last day.")
    rows = [
        (
            escape(window.say),
            f"{spoken(window.from_)} to {spoken(window.to)} {whys.why(f'aftercare.windows.{window.rule}')}",
            ", ".join(map(str, window.sessions)),
            escape(window.differs or ""),
        )
        for kind in ("avoid", "do", "expect")
        for window in plan.aftercare.windows
        if window.kind == kind
    ]
    st.html(html.page(html.table("Day by day", ("What", "From and to", "After visit", "Also"), rows)))
    with st.expander("Before each visit"):
        before = [
            (f"Visit {p.session}", f"{spoken(p.from_)} to {spoken(p.to)}", escape(p.say))
            for p in plan.aftercare.before
        ]
        st.html(html.page(html.table("Before each visit", ("Visit", "When", "What"), before)))
    signs = [
        (escape(sign.say), escape(sign.whom), "at once" if sign.urgent else "soon")
        for sign in plan.aftercare.call_if
    ]
    st.html(html.page(html.table("When to call", ("If you see or feel", "Call", "How fast"), signs)))


def show_years(plan: TreatmentPlan, whys: Whys) -> None:
    """Fading and touch-ups, then money."""
    fade = Line(
        name="untouched",
        points=[(p.months, p.low * 100, p.typical * 100, p.high * 100) for p in plan.touch_ups.fade],
    )
    label = "How the look fades if nothing is refreshed, in per cent of the first day, by month."
    drawn(curves([fade], label=label, x_name="months after the last visit", unit="% left", top=100), label)
    fades = [
        (str(p.months), f"{p.typical * 100:.0f}", f"{p.low * 100:.0f} to {p.high * 100:.0f}",
         whys.why(f"touch_ups.fade.{p.months}"))
        for p in plan.touch_ups.fade
    ]  # fmt: skip
    with st.expander("The numbers of this picture"):
        st.html(html.page(html.table("Fading", ("Months", "Typical %", "Range %", "Why"), fades)))
    checks = [
        (f"Check {t.number}", f"{spoken(t.from_)} to {spoken(t.to)}", spoken(t.typical),
         whys.why(f"touch_ups.items.{t.number}"))
        for t in plan.touch_ups.items
    ]  # fmt: skip
    interval = html.figure(plan.touch_ups.interval_months, whys.why("touch_ups.interval_months"))
    st.html(
        html.page(
            f'<div class="line">A check every {interval}</div>',
            html.bullets(plan.touch_ups.notes),
            html.table("Touch-up checks for ten years", ("Check", "Between", "Planned", "Why"), checks),
        )
    )
    _show_money(plan, whys)


def _show_money(plan: TreatmentPlan, whys: Whys) -> None:
    cost = plan.cost
    if cost is None:
        st.info("Money is shown once the health questions are answered.")
        return
    names = {"1y": "First year", "5y": "Five years", "10y": "Ten years"}
    rows = [("The course", html.figure(cost.course, whys.why("cost.course")))]
    rows.append(("Paid by visit", html.figure(cost.per_session, whys.why("cost.per_session"))))
    rows.append(("One touch-up", html.figure(cost.touch_up, whys.why("cost.touch_up"))))
    for horizon, total in cost.totals.items():
        rows.append((names.get(horizon, horizon), html.figure(total, whys.why(f"cost.totals.{horizon}"))))
    removal = cost.removal
    laser = html.figure(removal.sessions, whys.why("cost.removal"))
    rows.append(("Laser removal", f"{laser} {escape(removal.not_known or '')}"))
    st.html(
        html.page(
            html.table("Money (a planning estimate, not a quote)", ("What", "Low to high"), rows),
            html.paragraph(cost.tax),
            "<b>Included</b>", html.bullets(cost.included),
            "<b>Not included</b>", html.bullets(cost.not_included),
            html.bullets(cost.notes),
        )
    )  # fmt: skip


def show_options(plan: TreatmentPlan, whys: Whys) -> None:
    """The five options side by side, then hair and money over the years."""
    comparison = plan.comparison
    headers = ("Question", *(option.name for option in comparison.options))
    st.html(html.page(html.table("Is it open to you?", headers, [_openness(plan, whys)])))
    for group in dict.fromkeys(row.group for row in comparison.rows):
        rows = [
            (
                escape(row.question),
                *(
                    f"{escape(row.cells[o.id].say)} {whys.why(f'comparison.rows.{row.id}.{o.id}')}"
                    for o in comparison.options
                ),
            )
            for row in comparison.rows
            if row.group == group
        ]
        st.html(html.page(html.table(group, headers, rows)))
    _show_curves(plan, whys)


def _openness(plan: TreatmentPlan, whys: Whys) -> tuple[str, ...]:
    cells = (
        f"{escape(option.why)} {whys.why(f'comparison.options.{option.id}')}"
        for option in plan.comparison.options
    )
    return ("Is it open to you?", *cells)


def _show_curves(plan: TreatmentPlan, whys: Whys) -> None:
    names = {option.id: option.name for option in plan.comparison.options}
    kinds = (
        ("hair", plan.comparison.curves.hair, "Own hair over ten years", "% of today"),
        ("cost", plan.comparison.curves.cost, "Money spent over ten years", plan.cost.currency if plan.cost else ""),
    )
    for kind, lines, title, unit in kinds:
        known = [
            Line(name=names[id_], points=[(p.year, p.low, p.typical, p.high) for p in points])
            for id_, points in lines.items()
            if points and all(p.typical is not None for p in points)
        ]  # pyright: ignore[reportArgumentType]
        st.html(html.page(f"<h3>{title}</h3>"))
        if known:
            drawn(curves(known, label=f"{title}: {', '.join(line.name for line in known)}.", x_name="years", unit=unit))
        st.caption(plan.comparison.curves.about.get(kind, ""))
        rows = [
            (names[id_], *(_point(p) for p in points if p.year in (1, 5, 10)))
            for id_, points in lines.items()
        ]
        reasons = [whys.why(f"comparison.curves.{kind}.{id_}") for id_ in lines]
        table = html.table(
            f"{title}, {unit}", ("Option", "1 year", "5 years", "10 years", "Why"),
            [(*row, reason) for row, reason in zip(rows, reasons, strict=True) if len(row) == 4],
        )  # fmt: skip
        st.html(html.page(table))


def _point(point: CurvePoint) -> str:
    if point.low is None or point.typical is None or point.high is None:
        return "not known"
    return f"{point.typical:,} ({between(point.low, point.high)})"


def show_summary(plan: TreatmentPlan, whys: Whys) -> None:
    """The plan in one look: area, dots, visits, dates, and what is good to know."""
    sessions = plan.sessions
    rows = [
        ("Treated area", html.figure(plan.area.cm2, whys.why("area.cm2"))),
        ("Dots in all", html.figure(plan.dots.total, whys.why("dots.total"))),
        ("Visits", html.figure(sessions.count, whys.why("sessions.count"))),
        ("Hours in the chair", html.figure(sessions.chair_hours, whys.why("sessions.chair_hours"))),
        ("First visit", spoken(sessions.items[0].date) + whys.why("sessions.items.1.date")),
        ("Last visit", spoken(sessions.last_on) + whys.why("sessions.last_on")),
        ("Settled by", spoken(sessions.settled_on) + whys.why("sessions.settled_on")),
    ]
    if plan.cost:
        rows.append(("The course", html.figure(plan.cost.course, whys.why("cost.course"))))
    st.html(html.page(html.table("Your plan in short", ("What", "Planned"), rows)))
    suitability = plan.suitability
    findings = [f.say for f in (*suitability.ask_doctor, *suitability.know)]
    st.html(
        html.page(
            "<h3>Good to know</h3>", html.bullets(findings),
            "<h3>Where most clinics differ</h3>", html.bullets(plan.notes),
            html.paragraph(f"Tool: {plan.method.say}"), html.paragraph(f"Shade: {plan.shade.say}"),
            html.bullets(sessions.notes),
        )
    )  # fmt: skip


def show_what_if(plan: TreatmentPlan, whys: Whys) -> None:
    """Each changed assumption as a full new plan."""
    rows = [
        (escape(w.say), f"{escape(w.effect)} {whys.why(f'what_if.{w.id}')}") for w in plan.what_if
    ]
    st.html(html.page(html.table("What if ...", ("If", "Then"), rows)))


def show_risks(plan: TreatmentPlan, whys: Whys) -> None:
    """Risks of every option alike."""
    names = {option.id: option.name for option in plan.comparison.options}
    for id_, name in names.items():
        rows = [
            (
                escape(risk.say),
                (f"{escape(planned(risk.per_100))} of 100" if risk.per_100 else escape(risk.not_known or ""))
                + whys.why(f"risks.{risk.option}.{risk.id}"),
                escape(risk.prevent),
                escape(risk.do),
            )
            for risk in plan.risks
            if risk.option == id_
        ]
        st.html(html.page(html.table(name, ("Risk", "How many", "What helps prevent it", "What to do"), rows)))
