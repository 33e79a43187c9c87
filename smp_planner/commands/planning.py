"""`plan` and `explain`: a file of answers becomes a plan, and its figures are told."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Callable
from typing import NamedTuple

from smp_planner.answers import MAX_BYTES, Answers, read_answers, read_bytes
from smp_planner.commands.arguments import CallError
from smp_planner.commands.complaints import complain
from smp_planner.commands.output import give, is_terminal
from smp_planner.domain.intake import Intake
from smp_planner.domain.plan import Referral, TreatmentPlan
from smp_planner.errors import IntakeError, RulesError
from smp_planner.exports.paper.blocks import Paper
from smp_planner.exports.paper_size import usual_paper
from smp_planner.exports.standing import standing, waits
from smp_planner.language.texts import N_, _
from smp_planner.rules.load import try_load
from smp_planner.rules.ruleset import RuleSet

Plan = TreatmentPlan | Referral
STANDARD_INPUT = "standard input"
TO_CONFIRM = N_("The days in this calendar file are still to be confirmed.")
FOR_NO_TERMINAL = ("xlsx", "pdf")


class Made(NamedTuple):
    """A plan, the rules that it was made by, and in words what is different since the answers were saved."""

    plan: Plan
    rules: RuleSet
    changed: str = ""


def run_plan(call: Namespace) -> None:
    """Make one plan and write it in the format that was asked for."""
    if call.format in FOR_NO_TERMINAL and is_terminal(call.output):
        raise CallError(f"{call.format} is no text for a terminal; name a file: -o plan.{call.format}")
    if call.output not in (None, "-") and _same_file(call.output, call.intake):
        raise CallError(f"{call.output}: is the file of answers itself; nothing was written")
    made = _make(call)
    result = _WRITERS[call.format](made, call)
    for told in filter(None, (made.changed, _to_confirm(made.plan) if call.format == "ics" else "")):
        complain(told)
    give(result, call.output)


def run_explain(call: Namespace) -> None:
    """Tell how each figure of a plan came about, or one of them."""
    from smp_planner.exports.explanation import to_explanation

    plan = make_plan(call)
    try:
        text = to_explanation(plan, call.field)
    except ValueError as problem:
        raise CallError(str(problem)) from None
    give(text, None)


def _to_confirm(plan: Plan) -> str:
    """That the days of a calendar may still move, and why: the titles in it say the first alone."""
    if isinstance(plan, Referral) or not waits(plan):
        return ""
    return " ".join((_(TO_CONFIRM), *standing(plan)))


def make_plan(call: Namespace) -> Plan:
    """The plan for the answers and rules of a call; raises as `_make`."""
    return _make(call).plan


def _make(call: Namespace) -> Made:
    """The plan for the answers and rules of a call, and these rules.

    Raises IntakeError with every problem of the answers, of form and against the rules, each at
    its place in the file; RulesError where the rules can't be used.
    """
    answers = answers_of(call.intake)
    rules, problems = try_load(call.rules, clinic=call.clinic, region=call.region)
    if rules is None:
        if answers.problems:
            complain(IntakeError(answers.problems))
        raise RulesError(problems)
    intake = sound_intake(answers, rules)
    from smp_planner.planner.pipeline import plan_treatment

    try:
        plan = plan_treatment(intake, rules)
    except IntakeError as fault:
        raise IntakeError(answers.with_problems(list(fault.problems))) from None
    if answers.saved is None:
        return Made(plan, rules)
    from smp_planner.commands.changes import changes_told

    return Made(plan, rules, changes_told(intake, answers.saved, rules, call))


def sound_intake(answers: Answers, rules: RuleSet) -> Intake:
    """The answers, where their form is sound.

    Raises IntakeError with every problem of them, of form and against the rules.
    """
    if answers.intake is None:
        raise IntakeError(answers.problems)
    if answers.problems:
        from smp_planner.planner.all_faults import all_faults

        found = all_faults(answers.intake, rules, answers.problems)
        raise IntakeError(answers.with_problems(found))
    return answers.intake


def answers_of(intake: str) -> Answers:
    """What a file of answers says, or standard input.

    Raises IntakeError where it can't be opened, CallError where there is no standard input.
    """
    if intake != "-":
        return read_answers(read_bytes(intake), intake)
    if sys.stdin is None:
        raise CallError("standard input is closed")
    return read_answers(sys.stdin.buffer.read(MAX_BYTES + 1), STANDARD_INPUT)


def _same_file(one: str, other: str) -> bool:
    try:
        return os.path.samefile(one, other)
    except (OSError, ValueError):
        return False


def _json(made: Made, _call: Namespace) -> str:
    from smp_planner.exports.record import to_json

    return to_json(made.plan)


def _text(made: Made, call: Namespace) -> str:
    from smp_planner.exports.text import to_text

    return to_text(made.plan, made_on=call.made_on)


def _csv(made: Made, _call: Namespace) -> str:
    from smp_planner.exports.table import to_csv

    return to_csv(made.plan)


def _ics(made: Made, call: Namespace) -> bytes:
    from smp_planner.exports.ical import to_ics

    return to_ics(made.plan, full_titles=call.full_titles)


def _xlsx(made: Made, call: Namespace) -> bytes:
    from smp_planner.exports.workbook import to_xlsx

    return to_xlsx(made.plan, made_on=call.made_on)


def _pdf(made: Made, call: Namespace) -> bytes:
    from smp_planner.exports.paper.pdf import to_pdf

    size = call.paper or usual_paper(made.plan.rules)
    return to_pdf(_paper(made, call), size=size, large=call.large_print)


def _html(made: Made, call: Namespace) -> str:
    from smp_planner.exports.paper.page import to_page

    return to_page(_paper(made, call))


def _paper(made: Made, call: Namespace) -> Paper:
    """The plan as a document to print, with its dots; a referral has none."""
    from smp_planner.exports.paper.document import paper_of
    from smp_planner.planner.dots.drawing import look_of

    planned = isinstance(made.plan, TreatmentPlan)
    look = look_of(made.plan.intake, made.rules) if planned else None
    return paper_of(made.plan, look=look, logo=made.rules.logo, whole=call.whole, made_on=call.made_on)


_WRITERS: dict[str, Callable[[Made, Namespace], str | bytes]] = {
    "json": _json,
    "text": _text,
    "csv": _csv,
    "ics": _ics,
    "xlsx": _xlsx,
    "pdf": _pdf,
    "html": _html,
}
