"""The command line's front door: `python -m smp_planner plan|check|explain|compare-rules|schema`."""

from __future__ import annotations

import gc
import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from smp_planner.commands.arguments import CallError, parser, with_environment
from smp_planner.commands.complaints import complain, our_fault
from smp_planner.errors import PlannerError, RulesError
from smp_planner.language.choose import speech_of
from smp_planner.language.speech import speaking

DONE, BAD_RULES, BAD_CALL, FAILED, STOPPED = 0, 1, 2, 70, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status says how it went."""
    call = parser().parse_args(arguments)
    speech = speech_of(os.environ.get("SMP_LOCALE"))
    try:
        with speaking(speech):
            call = with_environment(call)
        speech = speech_of(_locale(call))
        with speaking(speech):
            _run(call)
    except RulesError as problem:
        complain(problem)
        return BAD_RULES
    except (PlannerError, CallError) as problem:
        with speaking(speech):
            complain(problem)
        return BAD_CALL
    except BrokenPipeError:
        return DONE  # whoever read the output has seen enough
    except KeyboardInterrupt:
        return STOPPED
    except Exception as fault:  # noqa: BLE001 - whatever it is, nobody is shown a traceback
        with speaking(speech):
            complain(our_fault(fault))
        return FAILED
    return DONE


def _locale(call: Namespace) -> str | None:
    """What SMP_LOCALE asks for; without it the clinic's, as a plan is told to its patients."""
    asked = os.environ.get("SMP_LOCALE")
    if asked or call.command not in {"plan", "explain"} or not call.clinic:
        return asked
    from smp_planner.rules.clinic_file import locale_of

    return locale_of(Path(call.clinic))


def _run(call: Namespace) -> None:
    if call.command == "check":
        from smp_planner.commands.checking import run_check

        run_check(call)
    elif call.command == "compare-rules":
        from smp_planner.commands.comparing import run_compare

        run_compare(call)
    elif call.command == "schema":
        from smp_planner.commands.describing import run_schema

        run_schema(call)
    else:
        from smp_planner.commands.planning import run_explain, run_plan

        (run_plan if call.command == "plan" else run_explain)(call)


if __name__ == "__main__":
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # else it searches all installed packages
    gc.disable()  # one short run frees nothing before it ends; collecting takes a third of its time
    status = main()
    gc.freeze()  # nor is it worth a last search for unused objects on the way out: a sixth of its time
    sys.exit(status)
