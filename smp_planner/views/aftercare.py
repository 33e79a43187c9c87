"""Aftercare: the timeline, the days of every rule, what to do before, when to call."""

from __future__ import annotations

from functools import partial
from html import escape

from smp_planner.domain.care import Window
from smp_planner.domain.plan import SmpPlan
from smp_planner.domain.words import number, spoken_span
from smp_planner.exports.call_words import clinic_called
from smp_planner.exports.on_timeline import limits_on_timeline
from smp_planner.exports.wording import days_held
from smp_planner.language.texts import N_, _
from smp_planner.pictures.timeline import timeline
from smp_planner.views import html
from smp_planner.views.can_i import show_can_i
from smp_planner.views.fold import fold
from smp_planner.views.month_grid import show_months
from smp_planner.views.picture import show, show_picture
from smp_planner.views.whys import Whys

KINDS = {"avoid": N_("What to avoid"), "do": N_("What to do"), "expect": N_("What is usual")}


def show_aftercare(plan: SmpPlan, whys: Whys) -> None:
    """The timeline, the months, "Can I ...?", when to call, each rule with its days, what to do before."""
    burden = plan.aftercare.burden
    show(
        html.paragraph(burden.say, whys.why_all("aftercare.burden")),
        *(html.notice(c.say, whys.why("aftercare.conflicts")) for c in plan.aftercare.conflicts),
    )
    limits = limits_on_timeline(plan)
    show_picture(
        lambda shape: timeline(plan, tuple(limits), limits, shape),
        _("Each bar holds its first and its last day."),
    )
    show_months(plan, whys)
    show_can_i(plan, whys)
    _show_signs(plan, whys)
    for kind, title in KINDS.items():
        name = _("{kind}, with days and reasons", kind=_(title))
        fold(name, f"fold_{kind}", partial(_show_rules, plan, kind, whys))
    fold(_("Before each visit"), "fold_before", lambda: _show_before(plan, whys))


def _show_rules(plan: SmpPlan, kind: str, whys: Whys) -> None:
    rows = [_window_row(rule, windows, whys) for rule, windows in _by_rule(plan, kind).items()]
    show(html.table(_(KINDS[kind]), (_("What"), _("Days, both ends included")), rows))


def _show_before(plan: SmpPlan, whys: Whys) -> None:
    before = [
        (_("Visit {number}", number=number(p.session)), spoken_span(p.from_, p.to),
         f"{escape(p.say)} {whys.why(f'aftercare.before.{p.rule}')}")
        for p in plan.aftercare.before
    ]  # fmt: skip
    show(html.table(_("Before each visit"), (_("Visit"), _("When"), _("What")), before))


def _show_signs(plan: SmpPlan, whys: Whys) -> None:
    signs = [
        (f"{escape(sign.say)} {whys.cited(sign.sources)}", escape(sign.whom))
        for sign in plan.aftercare.call_if
    ]
    show(
        html.table(_("When to call"), (_("If you see or feel"), _("Call")), signs),
        html.bullets(clinic_called(plan.rules)),
        html.quiet(_("Why these signs:"), whys.why("aftercare.call_if")),
    )


def _window_row(rule: str, windows: list[Window], whys: Whys) -> tuple[str, str]:
    """What the rule says, and where most clinics differ; the days on which it holds."""
    days = days_held([(window.from_, window.to) for window in windows])
    differs = windows[0].differs
    also = html.quiet(differs) if differs else ""
    return f"{escape(windows[0].say)}{also}", f"{days} {whys.why(f'aftercare.windows.{rule}')}"


def _by_rule(plan: SmpPlan, kind: str) -> dict[str, list[Window]]:
    """The windows of each rule of one kind."""
    by_rule: dict[str, list[Window]] = {}
    for window in plan.aftercare.windows:
        if window.kind == kind:
            by_rule.setdefault(window.rule, []).append(window)
    return by_rule
