"""An event loop on which nobody waits: its clock goes on at once to when the next thing is due."""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

Result = TypeVar("Result")


class _Hurried(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self._skipped = 0.0
        super().__init__(_Selector(self))

    def time(self) -> float:
        return super().time() + self._skipped

    def skip(self, seconds: float) -> None:
        self._skipped += seconds


class _Selector(selectors.DefaultSelector):
    def __init__(self, loop: _Hurried) -> None:
        super().__init__()
        self._loop = loop

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        self._loop.skip(timeout or 0.0)
        return super().select(0)


def hurried(work: Coroutine[Any, Any, Result]) -> Result:
    """What some work gives that waits for nothing but time; it takes none."""

    def run() -> Result:
        with asyncio.Runner(loop_factory=_Hurried) as runner:
            return runner.run(work)

    with ThreadPoolExecutor(1) as elsewhere:  # the browser tests leave a loop running in this thread
        return elsewhere.submit(run).result()
