"""Problems go to standard error, all at once and in words."""

from __future__ import annotations

import re
import sys
from contextlib import suppress

from smp_planner.faults import told_fault
from smp_planner.language.texts import N_, _

OUR_FAULT = N_(
    "This failed. It is a fault of the planner, not yours: {fault}. Nothing was written. Please tell "
    "whoever keeps the planner, with this line."
)
_STEERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


def complain(what: object) -> None:
    """Write problems to standard error, if there is one.

    They quote files that anybody may have sent, so what would steer a terminal is written by its number.
    """
    if sys.stderr is not None:
        told = _STEERS.sub(lambda sign: sign[0].encode("unicode_escape").decode(), str(what))
        with suppress(OSError):
            sys.stderr.write(f"{told}\n".encode(errors="backslashreplace").decode())
            sys.stderr.flush()


def our_fault(fault: Exception) -> str:
    """A fault of ours in words: its kind and where it happened, as its own message may quote an answer."""
    return _(OUR_FAULT, fault=told_fault(fault, places=1))
