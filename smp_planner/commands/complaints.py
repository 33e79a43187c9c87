"""Problems go to standard error, all at once and in words."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from traceback import extract_tb

from smp_planner.language.texts import N_, _

OUR_FAULT = N_(
    "This failed. It is a fault of the planner, not yours: {kind} in {file}, line {line}. Nothing was "
    "written. Please tell whoever keeps the planner, with this line."
)


def complain(what: object) -> None:
    """Write problems to standard error, if there is one."""
    if sys.stderr is not None:
        with suppress(OSError):
            sys.stderr.write(f"{what}\n".encode(errors="backslashreplace").decode())
            sys.stderr.flush()


def our_fault(fault: Exception) -> str:
    """A fault of ours in words: its kind and where it happened, as its own message may quote an answer."""
    last = extract_tb(fault.__traceback__)[-1]
    return _(OUR_FAULT, kind=type(fault).__name__, file=Path(last.filename).name, line=last.lineno or 0)
