"""Risks of every option alike."""

from __future__ import annotations

from functools import partial
from html import escape

from smp_planner.domain.comparison import Option, Risk
from smp_planner.domain.plan import Compared
from smp_planner.language.texts import _, p_
from smp_planner.views import html
from smp_planner.views.chances import picture_of
from smp_planner.views.fold import fold
from smp_planner.views.picture import show
from smp_planner.views.whys import Whys


def show_risks(plan: Compared, whys: Whys) -> None:
    """Risks of every option alike, each option folded away under its name."""
    for option in plan.comparison.options:
        fold(option.name, f"fold_risks_{option.id}", partial(_show_of_option, plan, option, whys))


def _show_of_option(plan: Compared, option: Option, whys: Whys) -> None:
    rows = [_row(risk, whys) for risk in plan.risks if risk.option == option.id]
    headers = (_("Risk"), _("How many"), _("What helps prevent it"), p_("if it happens", "What to do"))
    show(html.table(_("Risks: {option}", option=option.name), headers, rows))


def _row(risk: Risk, whys: Whys) -> tuple[str, ...]:
    says = risk.of_100 or risk.not_known or ""
    count = f"{picture_of(risk.per_100)}{escape(says)} {whys.why(f'risks.{risk.option}.{risk.id}')}"
    return escape(risk.say), count, escape(risk.prevent), escape(risk.do)
