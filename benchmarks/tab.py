"""One browser's tab as a page of Streamlit's meets it: what it sends, and what it makes of what it is sent.

It knows no network, so that one person can wait for each run (`visitor`) and hundreds can share a thread
(`crowd`).
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Mapping, Sequence
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

DONE = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)
RUNS_HELD = 8  # runs for which a browser holds a long message that it has been sent: .streamlit/config.toml
ASKS_WHAT_IS_HELD = "-tab_memory_"
NOT_MADE = "not made"
Value = bool | float | str | Sequence[str] | Mapping[str, Any]


class Tab:
    """What was sent to it, and what was answered in it."""

    def __init__(self, locale: str = "en-GB", address: str = "") -> None:
        """Without an address of a page, no tab is asked what it holds."""
        self.locale, self.address = locale, address
        self.fragments: dict[str, str] = {}  # of every widget on the page
        self.drawn: set[str] = set()  # widgets of the last run
        self.pieces = 0  # of the page that the last run sent, with what holds them
        self.states: dict[str, WidgetState] = {}
        self.held: deque[set[str]] = deque([set()], maxlen=RUNS_HELD)
        self.page = self.session = ""
        self.received = 0
        self.files: dict[str, str] = {}  # buttons of files: label, name of the file that waits
        self.made = ""  # where the file lies that was asked for; empty until that is answered

    def opened(self) -> bytes:
        """What a browser sends first."""
        return self._asks_for("")

    def changed(self, key: str, value: Value) -> bytes:
        """What a browser sends on an answer. Raises LookupError where no widget has that key."""
        id_ = self._of(key)
        state = _state(id_, value)
        if value is not True:
            self.states[id_] = state
            return self._asks_for(self.fragments[id_])
        return self._asks_for(self.fragments[id_], state)

    def unfolded(self, key: str) -> bytes:
        """What a browser sends when something folded is opened. Raises LookupError where there is none."""
        id_ = self._of(key)
        self.states[id_] = WidgetState(id=id_, bool_value=True)
        return self._asks_for(self.fragments[id_])

    def tells(self, answers: str = "", link: str = "") -> bytes | None:
        """What a browser says of its own when the page asks what the tab holds; None where it doesn't ask."""
        id_ = next((id_ for id_ in self.drawn if ASKS_WHAT_IS_HELD in id_), None)
        if id_ is None:
            return None
        held = {"held": {"answers": answers, "rules": "", "link": link}}
        self.states[id_] = _state(id_, held)
        return self._asks_for(self.fragments[id_])

    def asks_for_file(self, label: str) -> bytes:
        """What a browser sends at the tap on a file's button. Raises LookupError where there is none."""
        back = BackMsg()
        asked = back.backend_operation_request
        asked.request_id, asked.session_id, asked.deferred_file.file_id = "1", self.session, self.files[label]
        self.made = ""
        return back.SerializeToString()

    def find(self, ending: str) -> str | None:
        """The widget whose name ends so."""
        return next((id_ for id_ in self.fragments if id_.endswith(ending)), None)

    def _of(self, key: str) -> str:
        id_ = self.find(f"-{key}")
        if id_ is None:
            raise LookupError(f"no widget '{key}' on the page")
        return id_

    def take(self, data: Any) -> bool:
        """Whether a message ends the run. Raises RuntimeError where the page's script has failed."""
        self.received += len(data)
        message = ForwardMsg.FromString(data)
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self.page = message.new_session.page_script_hash
            self.session = message.new_session.initialize.session_id
        elif kind == "ref_hash":
            if not any(message.ref_hash in held for held in self.held):
                raise RuntimeError("the page stands still for good: it does not hold what it was told of")
            self.held[-1].add(message.ref_hash)
            self.pieces += 1
        elif kind == "delta":
            self._keep(message)
        elif kind == "backend_operation_response":
            self.made = message.backend_operation_response.deferred_file.url or NOT_MADE
        return kind == "script_finished" and message.script_finished in DONE

    def _asks_for(self, fragment: str, *triggers: WidgetState) -> bytes:
        back = BackMsg()
        asked = back.rerun_script
        asked.page_script_hash, asked.fragment_id = self.page, fragment
        asked.widget_states.widgets.extend((*self.states.values(), *triggers))
        asked.cached_message_hashes.extend(sorted(hash_ for held in self.held for hash_ in held))
        self.held.append(set())
        self.drawn.clear()
        self.pieces = 0
        asked.context_info.timezone, asked.context_info.locale = "Europe/London", self.locale
        if self.address:
            asked.context_info.url = self.address
        return back.SerializeToString()

    def _keep(self, message: ForwardMsg) -> None:
        self.pieces += 1
        if message.metadata.cacheable:
            self.held[-1].add(message.hash)
        drawn = getattr(message.delta, message.delta.WhichOneof("type") or "new_element")
        kind = drawn.WhichOneof("type")
        inside = getattr(drawn, kind) if kind else None
        if kind == "exception":
            raise RuntimeError(f"the page failed: {inside}")
        if kind == "download_button":
            self.files[drawn.download_button.label] = drawn.download_button.deferred_file_id
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
    elif isinstance(value, Mapping):
        state.json_value = json.dumps(value)
    else:
        state.string_array_value.data[:] = value
    return state
