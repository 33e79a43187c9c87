"""The server's event loop, woken once for all that is handed to it while it sleeps.

A page's script runs in a thread of its own and hands each piece of the page to the loop. asyncio's own
loop is woken for each, by a byte through a socket at which the script waits; here one byte stands for all.
That is a tenth of the processor's time for an answer (decision 33).
"""

from __future__ import annotations

import asyncio
from typing import Any, cast


class OneWakeLoop(asyncio.SelectorEventLoop):
    """asyncio's loop, but for how often it is woken."""

    _is_woken = False

    def _write_to_self(self) -> None:
        """Wake the loop, where no byte is under way to it."""
        if not self._is_woken:
            self._is_woken = True
            cast("Any", super())._write_to_self()

    def _read_from_self(self) -> None:
        """Let the loop be woken again; what was handed over before is done before it sleeps."""
        cast("Any", super())._read_from_self()
        self._is_woken = False
