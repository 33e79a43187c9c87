"""What has been sent to a browser is let go of, message by message; who has nothing to send is passed over.

Streamlit's loop sends what a page has to say as a list, and names that list until somebody else is answered.
On a quiet server the answers of whoever was answered last would stay in memory for good. And it asks the page
of each person for its list, some hundred times a second while anybody is answered: mostly there is none.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from typing import Any, cast

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.app_session import AppSession

Flush = Callable[[AppSession], Iterable[ForwardMsg]]
NOTHING: tuple[ForwardMsg, ...] = ()


class Messages(list[ForwardMsg]):
    """Messages to be sent; each is out of the list once it is read."""

    are_gone = False

    def __iter__(self) -> Iterator[ForwardMsg]:
        """Each of them, once."""
        waiting = deque(self[:])
        self.clear()
        while waiting:
            yield waiting.popleft()
        self.are_gone = True


def let_go_once_sent() -> None:
    """See to it, for every page of this process; a second time does nothing more."""
    flush = AppSession.flush_browser_queue
    if not hasattr(flush, "__wrapped__"):
        setattr(AppSession, flush.__name__, _let_go(flush))


def has_messages_on_their_way(session: AppSession) -> bool:
    """Whether somebody has begun to send what a page has to say, and is not done."""
    messages: Messages | None = getattr(session, "_smp_messages", None)
    return messages is not None and not messages.are_gone


def _let_go(flush: Flush) -> Flush:
    @wraps(flush)
    def flushed(session: AppSession) -> Iterable[ForwardMsg]:
        its = cast("Any", session)
        if its._browser_queue.is_empty():
            return NOTHING
        its._smp_messages = Messages(flush(session))
        return its._smp_messages

    return flushed
