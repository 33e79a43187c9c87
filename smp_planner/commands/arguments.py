"""What may be asked for on the command line."""

from __future__ import annotations

import argparse
import os
from collections.abc import Mapping
from datetime import date

from smp_planner.domain.intake import REGIONS
from smp_planner.language.choose import is_tag

FORMATS = ("json", "text", "csv", "ics", "xlsx", "pdf", "html")
COMPARED = ("text", "json")
SCHEMAS = ("intake", "plan", "rules")


class CallError(Exception):
    """The call can't be followed as it stands; the text says why."""


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    top = argparse.ArgumentParser(
        prog="python -m smp_planner",
        description="Plan scalp micropigmentation: visits, dates, aftercare, touch-ups, cost.",
        epilog="exit status: 0 done, 1 problems in the rules, 2 problems in the intake or the call, "
        "70 a fault of the planner",
        allow_abbrev=False,
    )
    commands = top.add_subparsers(
        dest="command", required=True, metavar="plan|check|explain|compare-rules|schema"
    )
    _plan(commands.add_parser("plan", help="one plan from a file of answers", allow_abbrev=False))
    check = commands.add_parser("check", help="every problem in the rule files", allow_abbrev=False)
    _rules(check)
    explain = commands.add_parser("explain", help="how each figure of a plan came about", allow_abbrev=False)
    _intake(explain)
    explain.add_argument("field", metavar="FIELD", nargs="?", help="one figure, such as sessions.count")
    _rules(explain)
    _region(explain)
    _compare(
        commands.add_parser("compare-rules", help="what a rule change does to a plan", allow_abbrev=False)
    )
    schema = commands.add_parser("schema", help="JSON Schema of a kind of file", allow_abbrev=False)
    schema.add_argument("kind", choices=SCHEMAS)
    schema.add_argument(
        "-o", dest="output", metavar="PATH", help="write to a file; rules to a folder, a file for each kind"
    )
    return top


def _plan(command: argparse.ArgumentParser) -> None:
    _intake(command)
    command.add_argument("--format", choices=FORMATS, default="text", help="text if not said otherwise")
    command.add_argument("-o", dest="output", metavar="FILE", help="write to a file instead of the terminal")
    _rules(command)
    _region(command)
    command.add_argument(
        "--made-on",
        metavar="YYYY-MM-DD",
        type=_day,
        help="for text, xlsx, pdf and html: the day of a clinic's quote; it then says until when it is valid",
    )
    command.add_argument("--full-titles", action="store_true", help="calendar titles that say what they are")
    command.add_argument(
        "--paper", choices=("letter", "a4"), help="for pdf; letter in the US and a4 elsewhere if not given"
    )
    command.add_argument("--large-print", action="store_true", help="for pdf: larger letters")
    command.add_argument(
        "--whole", action="store_true", help="for pdf and html: every question, all risks, all sources"
    )


def _day(text: str) -> date:
    """A day of the calendar. Raises ArgumentTypeError for any other text."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"should be a day like 2027-01-31; found '{text}'") from None


def _compare(command: argparse.ArgumentParser) -> None:
    for side in "AB":
        command.add_argument(
            side.lower(), metavar=side, help="a folder of rules, a clinic's file, or base: data/ as it is"
        )
    _intake(command)
    command.add_argument(
        "--rules", metavar="DIR", help="what a clinic's file is laid over; data/ if not given"
    )
    _region(command)
    command.add_argument("--format", choices=COMPARED, default="text", help="text if not said otherwise")


def _intake(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "intake", metavar="INTAKE", help="YAML or JSON file of answers, - for standard input"
    )


def _rules(command: argparse.ArgumentParser) -> None:
    command.add_argument("--rules", metavar="DIR", help="a folder of rule files instead of data/")
    command.add_argument("--clinic", metavar="FILE", help="a clinic's file; SMP_CLINIC if not given")


def _region(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--region", choices=REGIONS, help="prices, and whether medicines are named; SMP_REGION if not given"
    )


def with_environment(
    call: argparse.Namespace, environment: Mapping[str, str] = os.environ
) -> argparse.Namespace:
    """The call with SMP_CLINIC and SMP_REGION in place of what was not given.

    Raises CallError where SMP_REGION or SMP_LOCALE can't be followed.
    """
    locale = environment.get("SMP_LOCALE")
    if locale and not is_tag(locale):
        raise CallError(f"SMP_LOCALE should be a language tag like en-US; found '{locale}'")
    given = vars(call)
    if "clinic" in given and given["clinic"] is None:
        call.clinic = environment.get("SMP_CLINIC") or None
    if "region" in given and given["region"] is None:
        call.region = environment.get("SMP_REGION") or None
        if call.region not in (None, *REGIONS):
            raise CallError(f"SMP_REGION should be {' or '.join(REGIONS)}; found '{call.region}'")
    return call
