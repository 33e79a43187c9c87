"""What a run of the page has to say is handed to the server together: at its end, or where it takes long.

Streamlit hands over each piece of a page by itself: the loop wakes for it, and script and loop wait for each
other. After what it sends first the loop rests for five milliseconds, in which an answer that is ready lies.
"""

from __future__ import annotations

from asyncio import AbstractEventLoop, TimerHandle
from collections import deque
from collections.abc import Callable
from functools import partial, wraps
from typing import Any

from streamlit.runtime import runtime
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.scriptrunner import ScriptRunnerEvent

TELL, REST = "_on_scriptrunner_event", "MESSAGE_FLUSH_INTERVAL_SECS"
HELD_AT_MOST = 0.02  # seconds
PIECE = ScriptRunnerEvent.ENQUEUE_FORWARD_MSG
Tell = Callable[..., None]


class Said:
    """What one page's runs have said and the loop has not heard yet."""

    def __init__(self, loop: AbstractEventLoop) -> None:
        self._loop = loop
        self._unheard = deque[Callable[[], None]]()
        self._look: TimerHandle | None = None

    @property
    def is_looked_after(self) -> bool:
        """Whether the loop comes for it by itself, in a moment at most."""
        return self._look is not None

    def add(self, heard: Callable[[], None]) -> None:
        """Add what is to be done once it is heard; from any thread."""
        self._unheard.append(heard)

    def hear(self) -> None:
        """Hear all of it, on the loop, and look again in a moment."""
        while self._unheard:
            self._unheard.popleft()()
        if self._look is None:
            self._look = self._loop.call_later(HELD_AT_MOST, self._hear_more)

    def _hear_more(self) -> None:
        self._look = None  # before it hears: from here on, what is said asks for it
        if self._unheard:
            self.hear()


def hand_over_together() -> None:
    """See to it, for every page of this process; a second time does nothing more."""
    tell: Tell = getattr(AppSession, TELL)
    if not hasattr(tell, "__wrapped__"):
        setattr(AppSession, TELL, _together(tell))
        setattr(runtime, REST, 0)


def _together(tell: Tell) -> Tell:
    @wraps(tell)
    def told(session: Any, sender: object, event: ScriptRunnerEvent, *more: Any, **named: Any) -> None:
        said: Said | None = getattr(session, "_smp_said", None)
        if said is None:
            said = session._smp_said = Said(session._event_loop)
        said.add(partial(session._handle_scriptrunner_event_on_event_loop, sender, event, *more, **named))
        if event is not PIECE or not said.is_looked_after:
            session._call_soon_on_event_loop(said.hear)

    return told
