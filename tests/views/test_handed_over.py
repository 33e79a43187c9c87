"""What runs say is sent whole, in its order, at their end or within a moment; the loop is seldom woken."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import Future, ThreadPoolExecutor
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
Says = Callable[..., Future[None]]
Run = Callable[["_Page", Says], Awaitable[None]]
After = Callable[[Run], "_Page"]


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


async def _until(heard: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not heard():
            await asyncio.sleep(0.001)


@pytest.fixture
def after(monkeypatch: pytest.MonkeyPatch) -> After:
    """Gives the page as it is after somebody's run: what the run does is told its page and its own thread."""
    let_go_once_sent()
    hand_over_together()

    def ran(run: Run) -> _Page:
        async def answered() -> _Page:
            page = _Page(asyncio.get_running_loop())
            monkeypatch.setattr(handed_over, "get_instance", lambda: page)

            def tells(event: ScriptRunnerEvent, *words: str) -> None:
                for word in words:
                    AppSession._on_scriptrunner_event(cast("Any", page), None, event, cast("Any", word))

            with ThreadPoolExecutor(1) as thread:
                await run(page, lambda event, *words: thread.submit(tells, event, *words))
            return page

        return asyncio.run(answered())

    return ran


def test_a_short_run_wakes_the_loop_at_its_begin_and_at_its_end_and_is_sent_in_its_order(
    after: After, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = ["begun", *(f"piece {number}" for number in range(30)), "ended"]
    monkeypatch.setattr(handed_over, "HELD_AT_MOST", PATIENCE)  # so that the run is a short one

    async def run(page: _Page, says: Says) -> None:
        says(BEGUN, said[0]).result()
        await _until(lambda: page.sent == said[:1])
        says(PIECE, *said[1:-1]).result()
        says(ENDED, said[-1]).result()
        await _until(lambda: len(page.sent) == len(said))

    page = after(run)
    assert page.sent == said
    assert (page.woken, page.asked) == (2, 0)


def test_after_an_answer_the_loop_is_woken_at_the_end_of_a_short_run_alone(
    after: After, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handed_over, "HELD_AT_MOST", PATIENCE)

    async def run(page: _Page, says: Says) -> None:
        AppSession.handle_backmsg(cast("Any", page), BackMsg(app_heartbeat=True))
        says(BEGUN, "begun").result()
        says(PIECE, "piece").result()
        says(ENDED, "ended").result()
        await _until(lambda: len(page.sent) == 3)

    page = after(run)
    assert page.sent == ["begun", "piece", "ended"]
    assert page.woken == 1


def test_what_a_long_run_after_an_answer_says_is_sent_while_it_goes_on(after: After) -> None:
    async def run(page: _Page, says: Says) -> None:
        AppSession.handle_backmsg(cast("Any", page), BackMsg(app_heartbeat=True))
        says(BEGUN, "begun").result()
        await _until(lambda: page.sent == ["begun"])
        await asyncio.sleep(3 * HELD_AT_MOST)
        says(PIECE, "please wait").result()
        await _until(lambda: len(page.sent) == 2)

    assert after(run).sent[-1] == "please wait"


def test_a_piece_of_a_long_run_is_sent_while_it_goes_on(after: After) -> None:
    async def run(page: _Page, says: Says) -> None:
        says(BEGUN, "begun").result()
        says(PIECE, "please wait").result()
        await _until(lambda: page.sent == ["begun", "please wait"])
        await asyncio.sleep(3 * HELD_AT_MOST)  # long enough for nobody to look any more
        says(PIECE, "still at it").result()
        await _until(lambda: len(page.sent) == 3)

    assert after(run).sent[-1] == "still at it"


def test_whatever_the_moment_at_which_something_is_said_it_is_sent(after: After) -> None:
    words = [str(number) for number in range(400)]

    async def run(page: _Page, says: Says) -> None:
        for place in range(0, len(words), 10):
            says(PIECE, *words[place : place + 10])
            await asyncio.sleep(HELD_AT_MOST / 8)  # now and then just as the loop looks for more
        await _until(lambda: len(page.sent) == len(words))

    assert after(run).sent == words


def test_what_streamlit_has_begun_to_send_goes_out_before_all_else(after: After) -> None:
    async def run(page: _Page, says: Says) -> None:
        for word in ("first", "second"):
            page._browser_queue.enqueue(ForwardMsg(hash=word))
        for message in page.flush_browser_queue():
            page.sent.append(message.hash)
            if message.hash == "first":
                says(ENDED, "third").result()
                await _until(lambda: page.asked == 1)  # Streamlit is to come for it
        page.sent += [message.hash for message in page.flush_browser_queue()]

    assert after(run).sent == ["first", "second", "third"]


def test_what_nobody_is_there_for_waits_and_is_asked_after(after: After) -> None:
    async def run(page: _Page, says: Says) -> None:
        page.is_open = False
        says(ENDED, "ended").result()
        await _until(lambda: page.asked == 1)

    page = after(run)
    assert page.sent == []
    assert [message.hash for message in page.flush_browser_queue()] == ["ended"]


def test_more_than_a_browser_may_have_waiting_is_left_to_be_sent_a_piece_a_turn(after: After) -> None:
    many = [str(number) for number in range(MOST_AT_ONCE + 1)]

    async def run(page: _Page, says: Says) -> None:
        says(ENDED, *many).result()  # all of it before the loop has its turn
        await _until(lambda: page.asked > 0)

    page = after(run)
    assert page.sent == []
    assert [message.hash for message in page.flush_browser_queue()] == many


def test_a_piece_that_is_not_understood_keeps_none_behind_it_back(after: After) -> None:
    async def run(page: _Page, says: Says) -> None:
        says(PIECE, "before", FAULT, "behind").result()
        await _until(lambda: len(page.sent) == 2)

    page = after(run)
    assert page.sent == ["before", "behind"]
    assert page.faults == [FAULT]


def test_whoever_has_gone_by_the_time_it_is_sent_is_taken_for_gone(after: After) -> None:
    async def run(page: _Page, says: Says) -> None:
        page.is_gone = True
        says(ENDED, "ended").result()
        await _until(lambda: not page.is_open)

    assert after(run).faults == []


def test_what_was_said_is_heard_before_another_answer_is(
    after: After, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run that the answer begins may take the place of the one that said it, which then is not heard."""
    monkeypatch.setattr(handed_over, "HELD_AT_MOST", PATIENCE)

    async def run(page: _Page, says: Says) -> None:
        says(BEGUN, "begun").result()
        await _until(lambda: page.sent == ["begun"])
        says(PIECE, "piece").result()
        AppSession.handle_backmsg(cast("Any", page), BackMsg(app_heartbeat=True))

    page = after(run)
    assert page.sent == ["begun", "piece"]
    assert page.heartbeats == 1
