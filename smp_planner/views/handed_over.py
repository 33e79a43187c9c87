"""What a run of the page has to say is heard and sent together: at its end, or where it takes long.

Streamlit hands over each piece of a page by itself: the loop wakes for it, and script and loop wait for each
other. Another part of the loop then looks through all pages for what there is to send, a piece a turn, and
rests for five milliseconds, in which an answer that is ready lies. It goes on to send what is not an answer.
"""

from __future__ import annotations

from asyncio import TimerHandle
from collections import deque
from collections.abc import Callable
from functools import partial, wraps
from typing import Any
from weakref import ref

from streamlit.runtime import get_instance
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.scriptrunner import ScriptRunnerEvent
from streamlit.runtime.session_manager import SessionClientDisconnectedError

from smp_planner.views.sent_messages import has_messages_on_their_way, let_go_once_sent

TELL, ANSWER = "_on_scriptrunner_event", "handle_backmsg"
HELD_AT_MOST = 0.02  # seconds
MOST_AT_ONCE = 200  # messages; a browser that has more waiting than Streamlit's 500 is hung up on
ENDS = {
    ScriptRunnerEvent.SCRIPT_STOPPED_WITH_SUCCESS,
    ScriptRunnerEvent.SCRIPT_STOPPED_WITH_COMPILE_ERROR,
    ScriptRunnerEvent.FRAGMENT_STOPPED_WITH_SUCCESS,
}
Tell = Callable[..., None]


class Said:
    """What one page's runs have said and the loop has not heard yet."""

    def __init__(self, session: AppSession) -> None:
        self._session = ref[Any](session)  # who has left is let go at once
        self._unheard = deque[Callable[[], None]]()
        self._look: TimerHandle | None = None

    @property
    def is_looked_after(self) -> bool:
        """Whether the loop comes for it by itself, in a moment at most."""
        return self._look is not None

    def add(self, heard: Callable[[], None]) -> None:
        """Add what is to be done once it is heard; from any thread."""
        self._unheard.append(heard)

    def look_soon(self, session: Any) -> None:
        """Let the loop, on which this is called, come for what is said within a moment."""
        if self._look is None:
            self._look = session._event_loop.call_later(HELD_AT_MOST, self._hear_more)

    def hear(self) -> None:
        """Hear all of it, on the loop, send it, and look again in a moment."""
        session = self._session()
        if session is None:
            return
        self.look_soon(session)
        loop, wake = session._event_loop, session._message_enqueued_callback
        session._message_enqueued_callback = None
        while self._unheard:
            heard = self._unheard.popleft()
            try:
                heard()
            except Exception as fault:  # noqa: BLE001 - as the loop would: the next is heard all the same
                loop.call_exception_handler({"message": "what a run said was not heard", "exception": fault})
        session._message_enqueued_callback = wake
        if wake and not _sent(session):
            wake()

    def hear_rest(self) -> None:
        """Hear what is left, where there is any."""
        if self._unheard:
            self.hear()

    def _hear_more(self) -> None:
        self._look = None  # before it hears: from here on, what is said asks for it
        self.hear_rest()


def _sent(session: Any) -> bool:
    """Send what a page has to say; not where Streamlit is at it, nobody is there, or it is too much."""
    server: Any = get_instance()
    there = server._session_mgr.get_active_session_info(session.id)
    if there is None or there.session is not session:
        return False
    if has_messages_on_their_way(session) or len(session._browser_queue) > MOST_AT_ONCE:
        return False
    for message in session.flush_browser_queue():
        try:
            server._send_message(there, message)
        except SessionClientDisconnectedError:
            server.disconnect_session(session.id, client=there.client)
    session.on_flushed_messages_sent()
    return True


def hand_over_together() -> None:
    """See to it, for every page of this process; a second time does nothing more."""
    let_go_once_sent()  # by which it is known what is on its way
    tell: Tell = getattr(AppSession, TELL)
    if not hasattr(tell, "__wrapped__"):
        setattr(AppSession, TELL, _together(tell))
        setattr(AppSession, ANSWER, _heard_before(getattr(AppSession, ANSWER)))


def _together(tell: Tell) -> Tell:
    @wraps(tell)
    def told(session: Any, sender: object, event: ScriptRunnerEvent, *more: Any, **named: Any) -> None:
        said = _said_by(session)
        said.add(partial(session._handle_scriptrunner_event_on_event_loop, sender, event, *more, **named))
        if event in ENDS or not said.is_looked_after:
            session._call_soon_on_event_loop(said.hear)

    return told


def _heard_before(answer: Tell) -> Tell:
    """Hear what a run has said before the next answer, which may begin one in its place; then look soon."""

    @wraps(answer)
    def answered(session: Any, message: object) -> None:
        said = _said_by(session)
        said.hear_rest()
        answer(session, message)
        said.look_soon(session)

    return answered


def _said_by(session: Any) -> Said:
    said: Said | None = getattr(session, "_smp_said", None)
    if said is None:
        said = session._smp_said = Said(session)
    return said
