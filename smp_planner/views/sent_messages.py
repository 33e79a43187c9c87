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

    def __iter__(self) -> Iterator[ForwardMsg]:
        """Each of them, once."""
        waiting = deque(self[:])
        self.clear()
        while waiting:
            yield waiting.popleft()


def let_go_once_sent() -> None:
    """See to it, for every page of this process; a second time does nothing more."""
    flush = AppSession.flush_browser_queue
    if not hasattr(flush, "__wrapped__"):
        setattr(AppSession, flush.__name__, _let_go(flush))


def _let_go(flush: Flush) -> Flush:
    @wraps(flush)
    def flushed(session: AppSession) -> Iterable[ForwardMsg]:
        return NOTHING if cast("Any", session)._browser_queue.is_empty() else Messages(flush(session))

    return flushed
