"""What runs say is sent whole, in its order, at their end or within a moment; the loop is seldom woken."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any, cast

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.forward_msg_queue import ForwardMsgQueue
from streamlit.runtime.scriptrunner import ScriptRunnerEvent
from streamlit.runtime.session_manager import SessionClientDisconnectedError

from smp_planner.views import handed_over
from smp_planner.views.handed_over import HELD_AT_MOST, MOST_AT_ONCE, hand_over_together
from smp_planner.views.sent_messages import let_go_once_sent

BEGUN, PIECE = ScriptRunnerEvent.SCRIPT_STARTED, ScriptRunnerEvent.ENQUEUE_FORWARD_MSG
ENDED = ScriptRunnerEvent.SCRIPT_STOPPED_WITH_SUCCESS
FAULT = "fault"
PATIENCE = 10.0  # seconds
Tells = Callable[[ScriptRunnerEvent, str], None]


class _Page:
    """A page's session and the server that it is open at, as far as what its runs say goes.

    `sent`: what went out; `woken`: how often the loop was woken; `asked`: how often Streamlit was, to send.
    """

    id = "page"

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._event_loop = loop
        self._browser_queue = ForwardMsgQueue()
        self._message_enqueued_callback: Callable[[], None] | None = self._ask
        self._session_mgr = self
        self.session, self.client = self, "browser"
        self.is_open, self.is_gone = True, False
        self.faults = list[str]()
        loop.set_exception_handler(lambda _loop, told: self.faults.append(str(told["exception"])))
        self.sent = list[str]()
        self.woken = self.asked = self.heartbeats = 0

    def _ask(self) -> None:
        self.asked += 1

    def _call_soon_on_event_loop(self, callback: Callable[[], None]) -> None:
        self.woken += 1
        self._event_loop.call_soon_threadsafe(callback)

    def _handle_scriptrunner_event_on_event_loop(
        self, _sender: object, _event: ScriptRunnerEvent, word: str
    ) -> None:
        if word == FAULT:
            raise ValueError(word)
        self._browser_queue.enqueue(ForwardMsg(hash=word))
        if self._message_enqueued_callback:
            self._message_enqueued_callback()

    def flush_browser_queue(self) -> list[ForwardMsg]:
        return AppSession.flush_browser_queue(cast("Any", self))

    def on_flushed_messages_sent(self) -> None:
        """Nobody asks whether all is sent."""

    def _handle_app_heartbeat_request(self) -> None:
        self.heartbeats += 1

    def get_active_session_info(self, _id: str) -> _Page | None:
        return self if self.is_open else None

    def _send_message(self, _there: _Page, message: ForwardMsg) -> None:
        if self.is_gone:
            raise SessionClientDisconnectedError
        self.sent.append(message.hash)

    def disconnect_session(self, _id: str, client: object) -> None:
        assert client is self.client
        self.is_open = False


@contextmanager
def _script(page: _Page, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Tells, ThreadPoolExecutor]]:
    """What a script says by, and the thread that it runs in."""
    let_go_once_sent()
    hand_over_together()
    monkeypatch.setattr(handed_over, "get_instance", lambda: page)

    def tells(event: ScriptRunnerEvent, word: str) -> None:
        AppSession._on_scriptrunner_event(cast("Any", page), None, event, cast("Any", word))

    with ThreadPoolExecutor(1) as thread:
        yield tells, thread


async def _until(heard: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not heard():
            await asyncio.sleep(0.001)


def test_a_short_run_wakes_the_loop_at_its_begin_and_at_its_end_and_is_sent_in_its_order(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said = ["begun", *(f"piece {number}" for number in range(30)), "ended"]

    monkeypatch.setattr(handed_over, "HELD_AT_MOST", PATIENCE)  # so that the run is a short one

    async def answered() -> _Page:
        page = _Page(asyncio.get_running_loop())
        with _script(page, monkeypatch) as (tells, thread):
            thread.submit(tells, BEGUN, said[0]).result()
            await _until(lambda: page.sent == said[:1])
            thread.submit(lambda: [tells(PIECE, word) for word in said[1:-1]]).result()
            thread.submit(tells, ENDED, said[-1]).result()
            await _until(lambda: len(page.sent) == len(said))
        return page

    page = asyncio.run(answered())
    assert page.sent == said
    assert (page.woken, page.asked) == (2, 0)


def test_a_piece_of_a_long_run_is_sent_while_it_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    async def answered() -> None:
        page = _Page(asyncio.get_running_loop())
        with _script(page, monkeypatch) as (tells, thread):
            thread.submit(tells, BEGUN, "begun").result()
            thread.submit(tells, PIECE, "please wait").result()
            await _until(lambda: page.sent == ["begun", "please wait"])
            await asyncio.sleep(3 * HELD_AT_MOST)  # long enough for nobody to look any more
            thread.submit(tells, PIECE, "still at it").result()
            await _until(lambda: page.sent[2:] == ["still at it"])

    asyncio.run(answered())


def test_whatever_the_moment_at_which_something_is_said_it_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    words = [str(number) for number in range(400)]

    def say(tells: Tells) -> None:
        for number, word in enumerate(words):
            tells(PIECE, word)
            time.sleep(HELD_AT_MOST / 8 * (number % 10 == 0))  # now and then just as the loop looks for more

    async def answered() -> list[str]:
        page = _Page(asyncio.get_running_loop())
        with _script(page, monkeypatch) as (tells, thread):
            said = thread.submit(say, tells)
            await _until(lambda: said.done() and len(page.sent) == len(words))
        return page.sent

    assert asyncio.run(answered()) == words


def test_what_streamlit_has_begun_to_send_goes_out_before_all_else(monkeypatch: pytest.MonkeyPatch) -> None:
    async def answered() -> _Page:
        page = _Page(asyncio.get_running_loop())
        with _script(page, monkeypatch) as (tells, thread):
            for word in ("first", "second"):
                page._browser_queue.enqueue(ForwardMsg(hash=word))
            for message in page.flush_browser_queue():
                page.sent.append(message.hash)
                if message.hash == "first":
                    thread.submit(tells, ENDED, "third").result()
                    await _until(lambda: page.asked == 1)  # Streamlit is to come for it
            page.sent += [message.hash for message in page.flush_browser_queue()]
        return page

    assert asyncio.run(answered()).sent == ["first", "second", "third"]


def test_what_nobody_is_there_for_waits_and_is_asked_after(monkeypatch: pytest.MonkeyPatch) -> None:
    async def answered() -> _Page:
        page = _Page(asyncio.get_running_loop())
        page.is_open = False
        with _script(page, monkeypatch) as (tells, thread):
            thread.submit(tells, ENDED, "ended").result()
            await _until(lambda: page.asked == 1)
        return page

    page = asyncio.run(answered())
    assert page.sent == []
    assert [message.hash for message in page.flush_browser_queue()] == ["ended"]


def test_more_than_a_browser_may_have_waiting_is_left_to_be_sent_a_piece_a_turn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def answered() -> _Page:
        page = _Page(asyncio.get_running_loop())
        with _script(page, monkeypatch) as (tells, thread):
            # all said before the loop has its turn
            thread.submit(lambda: [tells(ENDED, str(number)) for number in range(MOST_AT_ONCE + 1)]).result()
            await _until(lambda: page.asked > 0)
        return page

    page = asyncio.run(answered())
    assert page.sent == []
    assert len(list(page.flush_browser_queue())) == MOST_AT_ONCE + 1


def test_a_piece_that_is_not_understood_keeps_none_behind_it_back(monkeypatch: pytest.MonkeyPatch) -> None:
    async def answered() -> _Page:
        page = _Page(asyncio.get_running_loop())
        with _script(page, monkeypatch) as (tells, thread):
            thread.submit(lambda: [tells(PIECE, word) for word in ("before", FAULT, "behind")]).result()
            await _until(lambda: len(page.sent) == 2)
        return page

    page = asyncio.run(answered())
    assert page.sent == ["before", "behind"]
    assert page.faults == [FAULT]


def test_whoever_has_gone_by_the_time_it_is_sent_is_taken_for_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    async def answered() -> _Page:
        page = _Page(asyncio.get_running_loop())
        page.is_gone = True
        with _script(page, monkeypatch) as (tells, thread):
            thread.submit(tells, ENDED, "ended").result()
            await _until(lambda: not page.is_open)
        return page

    assert asyncio.run(answered()).faults == []


def test_what_was_said_is_heard_before_another_answer_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """A run that the answer begins may take the place of the one that said it, which then is not heard."""
    monkeypatch.setattr(handed_over, "HELD_AT_MOST", PATIENCE)

    async def answered() -> _Page:
        page = _Page(asyncio.get_running_loop())
        with _script(page, monkeypatch) as (tells, thread):
            thread.submit(tells, BEGUN, "begun").result()
            await _until(lambda: page.sent == ["begun"])
            thread.submit(tells, PIECE, "piece").result()
            AppSession.handle_backmsg(cast("Any", page), BackMsg(app_heartbeat=True))
        return page

    page = asyncio.run(answered())
    assert page.sent == ["begun", "piece"]
    assert page.heartbeats == 1
