"""The facts of a plan, section by section, each with the sources of its step."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.quantities import Estimate
from smp_planner.domain.quote import Quote
from smp_planner.domain.words import figure, number
from smp_planner.exports.agreed_lines import agreed_points, written_of
from smp_planner.exports.clinics_own import marked_if_moved
from smp_planner.exports.event_words import NO_DAY_YET, event_named
from smp_planner.exports.later_words import INTERVAL, years_of
from smp_planner.exports.money_words import whose_prices
from smp_planner.exports.option_facts import (
    matters_rows,
    option_rows,
    put_right_rows,
    question_rows,
    risk_rows,
)
from smp_planner.exports.patch_test_words import THIS_DAY
from smp_planner.exports.quote_words import beside_quote, in_all, tax_named
from smp_planner.exports.row import Row, figure_row, words
from smp_planner.exports.steps import Steps
from smp_planner.exports.visit_times import begins, times_of
from smp_planner.exports.visit_words import about_days, days_taken, further_hours_told, last_day
from smp_planner.language.texts import N_, _

METHODS = {"digital": N_("digital"), "manual": N_("manual"), "either": N_("either")}
KINDS = {"avoid": N_("avoid"), "do": N_("do"), "expect": N_("expect")}


class Facts(NamedTuple):
    """The facts of one plan, section by section, each with the sources of its step."""

    plan: TreatmentPlan
    steps: Steps

    def rows(self) -> Iterator[Row]:
        """Every section, in order."""
        yield from self._work()
        yield from self._visits()
        yield from self._agreed()
        yield from self._clashes()
        yield from self._undated()
        yield from self._care()
        yield from self._years()
        yield from self._money()
        yield from option_rows(self.plan.comparison)
        yield from matters_rows(self.plan.matters, self.steps)
        yield from risk_rows(self.plan.risks, self.steps)
        yield from put_right_rows(self.plan.talk.put_right, self.steps)
        yield from question_rows(self.plan, self.steps)
        for case in self.plan.what_if:
            cited = self.steps.sources(f"what_if.{case.id}")
            yield Row(_("what if"), case.id, words(case.say, case.effect, case.why or ""), cited)

    def _figure(self, section: str, item: str, value: Estimate, field: str, text: str = "") -> Row:
        return figure_row(section, item, value, self.steps.sources(field), text)

    def _days(self, section: str, item: str, from_: date, to: date | None, field: str, text: str = "") -> Row:
        return Row(section, item, text, self.steps.sources(field), from_, to)

    def _work(self) -> Iterator[Row]:
        plan = self.plan
        yield self._figure(_("area"), _("treated area"), plan.area.cm2, "area.cm2")
        for part in plan.area.parts:
            yield self._figure(_("area"), part.id, part.cm2, f"area.parts.{part.id}", part.why)
        yield self._figure(_("dots"), _("density"), plan.dots.per_cm2, "dots.per_cm2")
        yield self._figure(_("dots"), _("density over the area"), plan.dots.over_area, "dots.over_area")
        yield self._figure(_("dots"), _("in all"), plan.dots.total, "dots.total")
        yield Row(_("method"), _(METHODS[plan.method.suggested]), plan.method.say, plan.method.sources)
        yield Row(_("shade"), _("greyscale"), plan.shade.say, plan.shade.sources)

    def _visits(self) -> Iterator[Row]:
        section, sessions = _("visits"), self.plan.sessions
        yield self._figure(section, _("number"), sessions.count, "sessions.count")
        yield self._figure(
            section,
            _("hours in all"),
            sessions.chair_hours,
            "sessions.chair_hours",
            further_hours_told(sessions),
        )
        if test := sessions.patch_test_by:
            item, told = _("patch test"), _(THIS_DAY)
            yield self._days(section, item, test, test, "sessions.patch_test_by", told)
        for visit in sessions.items:
            own, at = number(visit.number), f"sessions.items.{visit.number}"
            item, may_be = _("visit {number}", number=own), _("visit {number}, may be on", number=own)
            text = words(begins(visit, times_of(self.plan), end="."), visit.focus)
            yield self._days(section, item, visit.date, visit.date, f"{at}.date", text)
            yield self._days(
                section, may_be, visit.earliest, last_day(visit, sessions), f"{at}.earliest",
                days_taken(visit, sessions),
            )  # fmt: skip
            long = (sessions.no_room if visit.or_more else None) or ""
            yield self._figure(
                section, _("visit {number}, hours", number=own), visit.hours, f"{at}.hours", long
            )
            yield self._figure(section, _("visit {number}, dots", number=own), visit.dots, f"{at}.dots")
        cited = self.steps.sources("sessions.items")
        yield from (Row(section, _("days"), said, cited) for said in about_days(sessions))
        settled = sessions.settled_on
        yield self._days(section, _("settled"), settled, settled, "sessions.settled_on")

    def _clashes(self) -> Iterator[Row]:
        for clash in self.plan.sessions.conflicts:
            event = event_named(clash.event, self.plan, clash.on)
            said, last = words(clash.say, clash.what_would_fit), event.to if event else clash.on
            yield Row(_("clashes"), clash.event, said, from_=clash.on, to=last)
        for conflict in self.plan.aftercare.conflicts:
            yield Row(_("clashes"), conflict.event, conflict.say, from_=conflict.from_, to=conflict.to)
        for latest in self.plan.sessions.latest_start:
            yield Row(_("latest start"), latest.event, latest.say, from_=latest.on, to=latest.on)

    def _undated(self) -> Iterator[Row]:
        """The events that were named without a day."""
        for event in self.plan.intake.calendar.undated:
            yield Row(_("events"), event.name, _(NO_DAY_YET, event=event.name))

    def _agreed(self) -> Iterator[Row]:
        """What was written down of the talk; where nothing was, no row."""
        for id_, name, said in agreed_points(self.plan):
            if written_of(self.plan, id_):
                yield Row(_("agreed"), name, said, self.steps.sources(f"talk.agreed.{id_}"))

    def _care(self) -> Iterator[Row]:
        care, burden = self.plan.aftercare, self.plan.aftercare.burden
        yield self._days(
            _("limits"), _("in all"), burden.first_day, burden.last_day, "aftercare.burden", burden.say
        )
        for task in care.before:
            item = _("{rule}, visit {number}", rule=task.rule, number=number(task.session))
            at = f"aftercare.before.{task.rule}"
            yield self._days(_("preparation"), item, task.from_, task.to, at, task.say)
        for window in care.windows:
            at, text = f"aftercare.windows.{window.rule}", words(window.say, window.differs)
            yield self._days(_(KINDS[window.kind]), window.rule, window.from_, window.to, at, text)
        for sign in care.call_if:
            item = _("{whom}, at once", whom=sign.whom) if sign.urgent else _("{whom}, soon", whom=sign.whom)
            yield Row(_("when to call"), item, sign.say, sign.sources)

    def _years(self) -> Iterator[Row]:
        section, touch_ups = _("touch-ups"), self.plan.touch_ups
        interval = touch_ups.interval_months
        between = marked_if_moved(_("between checks"), INTERVAL, self.plan.rules)
        yield self._figure(section, between, interval, INTERVAL)
        for check in touch_ups.items:
            item, at = _("check {number}", number=number(check.number)), f"touch_ups.items.{check.number}"
            text = _("planned on {day}", day=check.typical)
            yield self._days(section, item, check.from_, check.to, at, text)
        for horizon, count in touch_ups.within.items():
            item = _("checks within {years}", years=years_of(horizon))
            yield self._figure(section, item, count, f"touch_ups.within.{horizon}")
        for point in touch_ups.fade:
            left = Estimate(point.low, point.typical, point.high, "share")
            item = _("left after {time}", time=figure(point.months, "months"))
            yield self._figure(_("fading"), item, left, f"touch_ups.fade.{point.months}")

    def _money(self) -> Iterator[Row]:
        section, cost = _("money"), self.plan.cost
        if cost is None:
            yield Row(section, _("not shown"), _("the health questions come first"))
            return
        yield self._figure(section, _("course"), cost.course, "cost.course", cost.tax)
        yield self._figure(section, _("by visit"), cost.per_session, "cost.per_session")
        yield self._figure(section, _("one touch-up"), cost.touch_up, "cost.touch_up")
        for horizon, total in cost.totals.items():
            yield self._figure(
                section, _("in all, {horizon}", horizon=horizon), total, f"cost.totals.{horizon}"
            )
        removal = words(cost.removal.say, cost.removal.not_known)
        yield self._figure(section, _("removal"), cost.removal.sessions, "cost.removal", removal)
        yield Row(section, _("whose prices"), whose_prices(cost, self.plan.rules))
        yield Row(section, _("what it covers"), cost.covers, self.steps.sources("cost.covers"))
        yield Row(section, _("what moves the price"), cost.goes_by)
        yield from (Row(section, _("included"), text) for text in cost.included)
        yield from (Row(section, _("not included"), text) for text in cost.not_included)
        yield from (Row(section, _("note"), text) for text in cost.notes)
        if cost.quote:
            yield from self._quote(cost.quote)

    def _quote(self, quote: Quote) -> Iterator[Row]:
        """A row for each line, for what they come to, and for each payment with its day."""
        section = _("quote")
        for line in quote.lines:
            yield self._figure(section, line.what, line.amount, f"cost.quote.lines.{line.id}")
        if quote.tax:
            yield self._figure(section, tax_named(quote), quote.tax.amount, "cost.quote.tax")
        yield self._figure(section, in_all(quote), quote.total, "cost.quote.total", quote.wording)
        for payment in quote.payments:
            at = f"cost.quote.payments.{payment.number}"
            row = self._figure(_("payment"), payment.what, payment.amount, at)
            yield row._replace(from_=payment.on, to=payment.on)
        yield from (
            Row(section, _("note"), say, self.steps.sources(field)) for field, say in beside_quote(quote)
        )
