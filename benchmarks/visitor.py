"""A person at a page of Streamlit's, played over the page's own websocket: opens it, changes answers."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from time import perf_counter
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

PATIENCE = 30.0  # seconds for one run
DONE = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)
RUNS_HELD = 2  # runs for which a browser holds a long message that it has been sent
Value = bool | float | str | Sequence[str]


@contextmanager
def visiting(port: int, locale: str = "en-GB") -> Generator[Visitor]:
    """A visitor whose page is open, with a browser of that language.

    It has no address of a page, so no tab is asked what it holds.
    """
    url = f"ws://127.0.0.1:{port}/_stcore/stream"
    protocols = [Subprotocol("streamlit")]
    with connect(url, subprotocols=protocols, compression=None, max_size=None) as socket:
        yield Visitor(socket, locale)


class Visitor:
    """One browser's tab: what it was sent, and what was answered in it."""

    def __init__(self, socket: ClientConnection, locale: str) -> None:
        self.socket, self.locale = socket, locale
        self.fragments: dict[str, str] = {}  # of every widget on the page
        self.drawn: set[str] = set()  # widgets of the last run
        self.states: dict[str, WidgetState] = {}
        self.held: deque[set[str]] = deque([set()], maxlen=RUNS_HELD)
        self.page = ""
        self.received = 0
        self._run("")

    def change(self, key: str, value: Value) -> float:
        """Give an answer; the milliseconds until the page is finished.

        Raises LookupError where no widget has that key, and RuntimeError where the page's script fails.
        """
        id_ = self._find(key)
        if id_ is None:
            raise LookupError(f"no widget '{key}' on the page")
        self.states[id_] = _state(id_, value)
        elapsed = self._run(self.fragments[id_])
        if value is True:
            del self.states[id_]
        return elapsed

    def drew(self, key: str) -> bool:
        """Whether the last answer drew the widget with that key."""
        return self._find(key) in self.drawn

    def _find(self, key: str) -> str | None:
        return next((id_ for id_ in self.fragments if id_.endswith(f"-{key}")), None)

    def _run(self, fragment: str) -> float:
        back = BackMsg()
        asked = back.rerun_script
        asked.page_script_hash, asked.fragment_id = self.page, fragment
        asked.widget_states.widgets.extend(self.states.values())
        asked.cached_message_hashes.extend(sorted(hash_ for held in self.held for hash_ in held))
        self.held.append(set())
        self.drawn.clear()
        asked.context_info.timezone, asked.context_info.locale = "Europe/London", self.locale
        start = perf_counter()
        self.socket.send(back.SerializeToString())
        while not self._finished(self.socket.recv(PATIENCE)):
            pass
        return (perf_counter() - start) * 1000

    def _finished(self, data: Any) -> bool:
        self.received += len(data)
        message = ForwardMsg.FromString(data)
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self.page = message.new_session.page_script_hash
        elif kind == "ref_hash":
            self.held[-1].add(message.ref_hash)
        elif kind == "delta":
            self._keep(message)
        return kind == "script_finished" and message.script_finished in DONE

    def _keep(self, message: ForwardMsg) -> None:
        if message.metadata.cacheable:
            self.held[-1].add(message.hash)
        drawn = getattr(message.delta, message.delta.WhichOneof("type") or "new_element")
        kind = drawn.WhichOneof("type")
        inside = getattr(drawn, kind) if kind else None
        if kind == "exception":
            raise RuntimeError(f"the page failed: {inside}")
        if id_ := getattr(inside, "id", ""):
            self.fragments[id_] = message.delta.fragment_id
            self.drawn.add(id_)


def _state(id_: str, value: Value) -> WidgetState:
    """An answer as a browser sends it."""
    if value is True:
        return WidgetState(id=id_, trigger_value=True)
    state = WidgetState(id=id_)
    if isinstance(value, str):
        state.string_value = value
    elif isinstance(value, (int, float)):
        state.double_array_value.data[:] = [value]
    else:
        state.string_array_value.data[:] = value
    return state
