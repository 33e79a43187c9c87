"""What runs say is heard whole, in its order, at their end or within a moment; the loop is seldom woken."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any, cast

from streamlit.runtime import runtime
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.scriptrunner import ScriptRunnerEvent

from smp_planner.views.handed_over import HELD_AT_MOST, REST, hand_over_together

BEGUN, PIECE = ScriptRunnerEvent.SCRIPT_STARTED, ScriptRunnerEvent.ENQUEUE_FORWARD_MSG
ENDED = ScriptRunnerEvent.SCRIPT_STOPPED_WITH_SUCCESS
PATIENCE = 10.0  # seconds
Tells = Callable[[ScriptRunnerEvent, str], None]


class _Page:
    """A page's session, as far as it hears what its runs say; `woken`: how often the loop was woken."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._event_loop = loop
        self.heard = list[str]()
        self.woken = 0

    def _call_soon_on_event_loop(self, callback: Callable[[], None]) -> None:
        self.woken += 1
        self._event_loop.call_soon_threadsafe(callback)

    def _handle_scriptrunner_event_on_event_loop(
        self, _sender: object, _event: ScriptRunnerEvent, word: str
    ) -> None:
        self.heard.append(word)


@contextmanager
def _script(page: _Page) -> Iterator[tuple[Tells, ThreadPoolExecutor]]:
    """What a script says by, and the thread that it runs in."""
    hand_over_together()

    def tells(event: ScriptRunnerEvent, word: str) -> None:
        AppSession._on_scriptrunner_event(cast("Any", page), None, event, cast("Any", word))

    with ThreadPoolExecutor(1) as thread:
        yield tells, thread


async def _until(heard: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not heard():
            await asyncio.sleep(0.001)


def test_a_short_run_wakes_the_loop_at_its_begin_and_at_its_end_and_is_heard_in_its_order() -> None:
    said = ["begun", *(f"piece {number}" for number in range(30)), "ended"]

    async def answered() -> _Page:
        page = _Page(asyncio.get_running_loop())
        with _script(page) as (tells, thread):
            thread.submit(tells, BEGUN, said[0]).result()
            await _until(lambda: page.heard == said[:1])
            thread.submit(lambda: [tells(PIECE, word) for word in said[1:-1]]).result()
            thread.submit(tells, ENDED, said[-1]).result()
            await _until(lambda: len(page.heard) == len(said))
        return page

    page = asyncio.run(answered())
    assert page.heard == said
    assert page.woken == 2


def test_a_piece_of_a_long_run_is_heard_while_it_goes_on() -> None:
    async def answered() -> None:
        page = _Page(asyncio.get_running_loop())
        with _script(page) as (tells, thread):
            thread.submit(tells, BEGUN, "begun").result()
            thread.submit(tells, PIECE, "please wait").result()
            await _until(lambda: page.heard == ["begun", "please wait"])
            await asyncio.sleep(3 * HELD_AT_MOST)  # long enough for nobody to look any more
            thread.submit(tells, PIECE, "still at it").result()
            await _until(lambda: page.heard[2:] == ["still at it"])

    asyncio.run(answered())


def test_whatever_the_moment_at_which_something_is_said_it_is_heard() -> None:
    words = [str(number) for number in range(400)]

    def say(tells: Tells) -> None:
        for number, word in enumerate(words):
            tells(PIECE, word)
            time.sleep(HELD_AT_MOST / 8 * (number % 10 == 0))  # now and then just as the loop looks for more

    async def answered() -> list[str]:
        page = _Page(asyncio.get_running_loop())
        with _script(page) as (tells, thread):
            said = thread.submit(say, tells)
            await _until(lambda: said.done() and len(page.heard) == len(words))
        return page.heard

    assert asyncio.run(answered()) == words


def test_an_answer_that_is_ready_is_sent_at_once() -> None:
    hand_over_together()
    assert getattr(runtime, REST) == 0
