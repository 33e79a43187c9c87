"""A large element is sent to a browser once, and then by its hash: only while the browser surely keeps it.

Streamlit goes by what the browser said it keeps when it asked. By the time it is answered it may have let go
of that, as it keeps what its last few runs have shown: an answer and a button touched in the same moment left
a page that stood still for good ("Cached ForwardMsg MISS"). So the hash takes the element's place only as the
message is sent, by what the same connection was sent before.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from weakref import WeakKeyDictionary

import streamlit as st
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import Runtime
from streamlit.runtime.forward_msg_cache import create_reference_msg
from streamlit.runtime.scriptrunner_utils import script_run_context
from streamlit.runtime.session_manager import ActiveSessionInfo, SessionClient

from smp_planner.views.browser_messages import EARLY

Send = Callable[[Runtime, ActiveSessionInfo, ForwardMsg], None]
SEND, BY_HASH = "_send_message", "create_reference_msg"
SPARE = 2  # runs; a browser may count what it is shown as so much older than it is


class Keeps:
    """What a browser surely keeps: the hash of each element, and in which of its runs it was shown last.

    The browser lets go of it after `runs` runs that did not show it.
    """

    def __init__(self, runs: int) -> None:
        self._sure = runs - SPARE
        self._finished = 0
        self._shown: dict[str, int] = {}

    def told(self, message: ForwardMsg) -> ForwardMsg:
        """The message as it is to be sent: by its hash where the browser keeps its element."""
        if message.WhichOneof("type") == "script_finished":
            if message.script_finished != EARLY:
                self._finish()
            return message
        if not message.metadata.cacheable:
            return message
        kept = message.hash in self._shown
        self._shown[message.hash] = self._finished
        return create_reference_msg(message) if kept else message

    def _finish(self) -> None:
        self._finished += 1
        oldest = self._finished - self._sure
        self._shown = {element: run for element, run in self._shown.items() if run >= oldest}


def tell_by_hash_once_kept() -> None:
    """See to it, for every page of this process; a second time does nothing more."""
    send: Send = getattr(Runtime, SEND)
    if not hasattr(send, "__wrapped__"):
        setattr(script_run_context, BY_HASH, _whole)
        setattr(Runtime, SEND, _by_hash(send))


def _by_hash(send: Send) -> Send:
    browsers: WeakKeyDictionary[SessionClient, Keeps] = WeakKeyDictionary()

    @wraps(send)
    def sent(runtime: Runtime, session: ActiveSessionInfo, message: ForwardMsg) -> None:
        keeps = browsers.get(session.client)
        if keeps is None:
            keeps = browsers[session.client] = Keeps(int(st.get_option("global.maxCachedMessageAge")))
        send(runtime, session, keeps.told(message))

    return sent


def _whole(message: ForwardMsg) -> ForwardMsg:
    return message
