"""However many hand something to the sleeping loop, it is woken once and nothing is left lying."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from smp_planner.serving.one_wake import OneWakeLoop

THREADS, TURNS = 8, 300
PATIENCE = 20.0  # seconds; a loop that misses a call sleeps for good


class _Counted(OneWakeLoop):
    bytes_read = 0

    def _process_self_data(self, data: bytes) -> None:
        self.bytes_read += len(data)


def _run(work: Coroutine[Any, Any, None], loop: asyncio.AbstractEventLoop) -> None:
    with asyncio.Runner(loop_factory=lambda: loop) as runner:
        runner.run(asyncio.wait_for(work, PATIENCE))


def test_a_hundred_calls_while_it_is_busy_wake_it_once_and_are_done_in_their_order() -> None:
    loop, done = _Counted(), list[int]()

    async def busy() -> None:
        with ThreadPoolExecutor(1) as pool:
            handed = pool.submit(
                lambda: [loop.call_soon_threadsafe(done.append, number) for number in range(100)]
            )
            while not handed.done():
                time.sleep(0.001)  # the loop is held, as by a long message
        before = loop.bytes_read
        await asyncio.sleep(0.01)
        assert (before, loop.bytes_read, done) == (0, 1, list(range(100)))

    _run(busy(), loop)


def test_nobody_who_waits_for_an_answer_waits_for_good() -> None:
    loop, heard = OneWakeLoop(), list[int]()

    async def answer(number: int) -> int:
        await asyncio.sleep(0)
        return number

    def ask(thread: int) -> None:
        for turn in range(TURNS):
            asked = asyncio.run_coroutine_threadsafe(answer(turn), loop)
            heard.append(asked.result(PATIENCE))
            time.sleep(0.0001 * (thread % 3))  # now and then the loop falls asleep in between

    async def asked_by_all() -> None:
        await asyncio.gather(*(asyncio.to_thread(ask, thread) for thread in range(THREADS)))

    _run(asked_by_all(), loop)
    assert sorted(heard) == sorted(list(range(TURNS)) * THREADS)
