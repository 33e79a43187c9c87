"""Papers printed for a server: each by a process of its own, one after the other.

typst keeps what it has read for the papers to come. In the server that would be hundreds of megabytes, and
answers of people who have long left. So both go with the process that printed.
"""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from threading import Lock

PROGRAM = (sys.executable, "-m", "smp_planner.exports.paper.printer")
FOUND_FROM = Path(__file__).resolve().parents[3]
PATIENCE = 20.0  # seconds for those before, and then for the paper; one takes a fraction of a second
_log = logging.getLogger(__name__)


class NotPrinted(Exception):  # noqa: N818 - what happened, to whoever waits for the paper
    """The paper was not printed; it holds no answer."""


class Press:
    """Prints one paper at a time, until it is closed."""

    def __init__(self, program: Sequence[str] = PROGRAM, patience: float = PATIENCE) -> None:
        """`program` prints what it reads. It has `patience` seconds, as has who waits for a turn."""
        self._program, self._patience = program, patience
        self._turn, self._closed = Lock(), False
        self._child: subprocess.Popen[bytes] | None = None

    def printed(self, document: str, day: date, folder: str) -> bytes:
        """As `printer.printed`. The document goes through a pipe, so it stands on no disk and in no argument.

        Raises NotPrinted where the program fails or takes too long, where too many come before, and once the
        press is closed.
        """
        if not self._turn.acquire(timeout=self._patience):
            raise NotPrinted("others took too long")
        try:
            return self._print(document.encode(), (day.isoformat(), folder))
        finally:
            self._turn.release()

    def close(self) -> None:
        """End what is being printed now, and print no more."""
        self._closed = True
        if child := self._child:  # it may end meanwhile
            child.kill()

    def _print(self, document: bytes, about: Sequence[str]) -> bytes:
        with subprocess.Popen(  # noqa: S603 - a program of ours
            (*self._program, *about),
            cwd=FOUND_FROM,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # what it complains of may quote an answer
        ) as child:
            self._child = child
            if self._closed:
                child.kill()
            try:
                pdf, _nothing = child.communicate(document, self._patience)
            except subprocess.TimeoutExpired:
                raise NotPrinted("the printer took too long") from None
            finally:
                child.kill()
                self._child = None  # else it would hold what it has been handed
        if child.returncode:
            _log.error("the printer ended with %d", child.returncode)
            raise NotPrinted("the printer failed")
        return pdf


PRESS = Press()
