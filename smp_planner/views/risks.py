"""Risks of every option alike: one kind of harm at a time, all options side by side under it.

Below stands how poor work or a bad end is put right, for every option alike too.
"""

from __future__ import annotations

from functools import partial
from html import escape

from smp_planner.domain.comparison import Harm, Risk
from smp_planner.domain.plan import Compared, brought
from smp_planner.domain.talk import PutRight
from smp_planner.domain.words import sentence
from smp_planner.exports.risk_lines import PUT_RIGHT, TIMES, counted
from smp_planner.language.texts import N_, _
from smp_planner.views import html
from smp_planner.views.chances import picture_of
from smp_planner.views.fold import fold
from smp_planner.views.picture import show
from smp_planner.views.state import for_clinic
from smp_planner.views.whys import EVIDENCE, Whys

HOW = N_(
    "Each part holds one kind of harm. It tells what each option brings of it: to how many of 100 people, if "
    "somebody counted them. It tells what helps to prevent it, and what to do if it happens."
)
HELP = N_("What helps, and what to do")
PREVENT, DO = N_("To prevent it:"), N_("If it happens:")
QUESTIONS = {
    "say": N_("How is it put right?"),
    "takes": N_("What does that take?"),
    "not_known": N_("What is not known?"),
}


def show_risks(plan: Compared, whys: Whys) -> None:
    """Each kind of harm folded away under its name, the first one open; then how it is put right."""
    show(html.quiet(_(HOW)), html.quiet(_(TIMES)))
    for place, harm in enumerate(plan.harms):
        fold(harm.name, f"fold_risks_{harm.id}", partial(_show_kind, plan, harm, whys), opened=place == 0)
    fold(_(PUT_RIGHT), "fold_put_right", partial(_show_put_right, plan, whys))


def _show_kind(plan: Compared, harm: Harm, whys: Whys) -> None:
    options = plan.comparison.options
    cells = [_cell(plan, harm, option.id, whys) for option in options]
    show(html.side_by_side(harm.name, [option.name for option in options], [(escape(harm.name), *cells)]))


def _cell(plan: Compared, harm: Harm, option: str, whys: Whys) -> str:
    """The risks of this kind that an option brings, or why it brings none."""
    none = [html.nothing(said.say, whys.cited(said.sources)) for said in harm.none if said.id == option]
    return "".join((*none, *(_risk(risk, whys) for risk in brought(plan, harm, option))))


def _risk(risk: Risk, whys: Whys) -> str:
    """One risk: how many over what time, how it is prevented, what to do, how strong the evidence is."""
    why = whys.why(f"risks.{risk.option}.{risk.id}")
    time = html.quiet(risk.over) if risk.over else ""
    return (
        f'<div class="harm"><h4>{escape(sentence(risk.name))}</h4>{html.paragraph(risk.say)}'
        f'<div class="counted">{picture_of(risk.per_100, counted(risk))}'
        f"<div>{html.paragraph(counted(risk))}{time}</div></div>"
        f"{_help(risk)}{html.quiet(_(EVIDENCE[risk.strength]), why)}</div>"
    )


def _help(risk: Risk) -> str:
    """What helps prevent it and what to do; a patient unfolds it, under every risk of every option alike."""
    told = html.paragraph(f"{_(PREVENT)} {risk.prevent}") + html.paragraph(f"{_(DO)} {risk.do}")
    return told if for_clinic() else html.folded(_(HELP), f"help {risk.option} {risk.id}", told)


def _show_put_right(plan: Compared, whys: Whys) -> None:
    names = {option.id: option.name for option in plan.comparison.options}
    told = plan.talk.put_right
    rows = [(_(question), *(_part(own, part, whys) for own in told)) for part, question in QUESTIONS.items()]
    strength = (html.quiet(_(EVIDENCE[own.strength]), _why_put_right(own, whys)) for own in told)
    rows.append((_("How sure is that?"), *strength))
    show(html.side_by_side(_(PUT_RIGHT), [names[own.option] for own in told], rows))


def _part(own: PutRight, part: str, whys: Whys) -> str:
    """What an option says of one question; what it takes holds figures, and their "why?" beside them."""
    why = _why_put_right(own, whys) if part == "takes" else ""
    return f"{escape(getattr(own, part))} {why}"


def _why_put_right(own: PutRight, whys: Whys) -> str:
    return whys.why(f"talk.put_right.{own.option}")
