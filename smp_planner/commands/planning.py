"""`plan` and `explain`: a file of answers becomes a plan, and its figures are told."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Callable

from smp_planner.answers import MAX_BYTES, Answers, read_answers, read_bytes
from smp_planner.commands.arguments import NOT_MADE_YET, CallError
from smp_planner.commands.complaints import complain
from smp_planner.commands.output import give
from smp_planner.domain.plan import Referral, TreatmentPlan
from smp_planner.errors import IntakeError, RulesError
from smp_planner.rules.load import try_load

Plan = TreatmentPlan | Referral
STANDARD_INPUT = "standard input"


def run_plan(call: Namespace) -> None:
    """Make one plan and write it in the format that was asked for."""
    if call.format in NOT_MADE_YET:
        made = "json, text, csv and ics are"
        raise CallError(f"the format {call.format} is not made yet; {made}")
    if call.output not in (None, "-") and _same_file(call.output, call.intake):
        raise CallError(f"{call.output}: is the file of answers itself; nothing was written")
    plan, changed = _plan_and_changes(call)
    result = _WRITERS[call.format](plan, call)
    if changed:
        complain(changed)
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


def make_plan(call: Namespace) -> Plan:
    """The plan for the answers and rules of a call.

    Raises IntakeError with every problem of the answers, of form and against the rules, each at
    its place in the file; RulesError where the rules can't be used.
    """
    return _plan_and_changes(call)[0]


def _plan_and_changes(call: Namespace) -> tuple[Plan, str]:
    """The plan, and in words what is different since the answers were saved, if they were and it is."""
    answers = _answers(call.intake)
    rules, problems = try_load(call.rules, clinic=call.clinic, region=call.region)
    if rules is None:
        if answers.problems:
            complain(IntakeError(answers.problems))
        raise RulesError(problems)
    if answers.intake is None:
        raise IntakeError(answers.problems)
    if answers.problems:
        from smp_planner.planner.all_faults import all_faults

        found = all_faults(answers.intake, rules, answers.problems)
        raise IntakeError(answers.with_problems(found))
    from smp_planner.planner.pipeline import plan_treatment

    try:
        plan = plan_treatment(answers.intake, rules)
    except IntakeError as fault:
        raise IntakeError(answers.with_problems(list(fault.problems))) from None
    if answers.saved is None:
        return plan, ""
    from smp_planner.commands.changes import changes_told

    return plan, changes_told(answers.intake, answers.saved, rules, call)


def _answers(intake: str) -> Answers:
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


def _json(plan: Plan, _call: Namespace) -> str:
    from smp_planner.exports.record import to_json

    return to_json(plan)


def _text(plan: Plan, _call: Namespace) -> str:
    from smp_planner.exports.text import to_text

    return to_text(plan)


def _csv(plan: Plan, _call: Namespace) -> str:
    from smp_planner.exports.table import to_csv

    return to_csv(plan)


def _ics(plan: Plan, call: Namespace) -> bytes:
    from smp_planner.exports.ical import to_ics

    return to_ics(plan, full_titles=call.full_titles)


_WRITERS: dict[str, Callable[[Plan, Namespace], str | bytes]] = {
    "json": _json,
    "text": _text,
    "csv": _csv,
    "ics": _ics,
}
