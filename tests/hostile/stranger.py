"""Somebody who speaks to the page by hand: sends what no browser would, and looks at what comes back."""

from __future__ import annotations

import json
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from time import perf_counter
from typing import Any

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from benchmarks.tab import ASKS_WHAT_IS_HELD, Tab
from benchmarks.visitor import PATIENCE, PROTOCOLS, Visitor, stream_of

KEEPER, WITH_THE_SENTENCE = "-tab_keeper", "-so_far"
QUIET = 0.2  # seconds without a word, after which nothing more is waited for


@contextmanager
def strangers(
    port: int, locale: str = "en-GB", *, address: str = "", holds: Any = None
) -> Generator[Stranger]:
    """A page opened by hand: with an address the tab is asked what it holds, and tells this."""
    with connect(
        stream_of(port), subprotocols=PROTOCOLS, compression=None, max_size=None, close_timeout=1
    ) as socket:
        yield Stranger(socket, NotingTab(locale, address, holds))


class NotingTab(Tab):
    """A tab that notes all that is drawn in a run, faults too, also what it is told of by its hash."""

    def __init__(self, locale: str, address: str, holds: Any) -> None:
        super().__init__(locale, address)
        self.holds = holds
        self.shown: dict[tuple[int, ...], bytes] = {}
        self.faults: list[str] = []
        self.whole: dict[str, ForwardMsg] = {}
        self.kept = ""  # what the tab was given to keep last, as text

    def take(self, data: Any) -> bool:
        """As a tab takes it; a hash stands for what it was sent before."""
        message = ForwardMsg.FromString(data)
        if message.metadata.cacheable:
            self.whole[message.hash] = message
        done = super().take(data)
        if message.WhichOneof("type") == "ref_hash":
            told = ForwardMsg.FromString(self.whole[message.ref_hash].SerializeToString())
            told.metadata.CopyFrom(message.metadata)
            self._keep(told)
        return done

    def tells(self, answers: str = "", link: str = "") -> bytes | None:  # noqa: ARG002 - as a tab tells
        """What it was made to hold, whatever that is."""
        asked = next((id_ for id_ in self.drawn if ASKS_WHAT_IS_HELD in id_), None)
        if asked is None:
            return None
        self.states[asked] = WidgetState(id=asked, json_value=json.dumps({"held": self.holds}))
        return self._asks_for(self.fragments[asked])

    def begin(self) -> None:
        """Forget what the last run drew."""
        self.shown, self.faults = {}, []

    def _asks_for(self, fragment: str, *triggers: WidgetState) -> bytes:
        self.begin()
        return super()._asks_for(fragment, *triggers)

    def _keep(self, message: ForwardMsg) -> None:
        drawn = getattr(message.delta, message.delta.WhichOneof("type") or "new_element")
        kind = drawn.WhichOneof("type")
        inside = getattr(drawn, kind) if kind else None
        if message.metadata.cacheable:
            self.held[-1].add(message.hash)
        if kind == "exception":
            self.faults.append(str(inside))
        if id_ := getattr(inside, "id", ""):
            self.fragments[id_] = message.delta.fragment_id
            self.drawn.add(id_)
        self.shown[tuple(message.metadata.delta_path)] = drawn.SerializeToString(deterministic=True)
        if kind == "bidi_component":
            self._note_what_is_kept(drawn.bidi_component)

    def _note_what_is_kept(self, component: Any) -> None:
        if component.id.endswith(KEEPER):
            self.kept = component.bytes.decode()
        elif component.id.endswith(WITH_THE_SENTENCE):
            self.kept = json.loads(component.bytes)["answers"]


class Stranger(Visitor):
    """A visitor who sends by hand, too, and sees all that is drawn."""

    tab: NotingTab

    @property
    def shown(self) -> dict[tuple[int, ...], bytes]:
        """All that the last run drew, by its place."""
        return self.tab.shown

    @property
    def faults(self) -> list[str]:
        """What went wrong in the last run, as the page tells it."""
        return self.tab.faults

    @property
    def answers(self) -> dict[str, Any]:
        """The answers that the tab was given to keep last."""
        return json.loads(self.tab.kept)["answers"]

    def page_now(self) -> dict[tuple[int, ...], bytes]:
        """All that the page shows to whoever answered as this stranger has so far."""
        self._run(self.tab.opened())
        return self.shown

    def says(self) -> str:
        """The words of the last run, as they were sent."""
        return b"\n".join(self.shown.values()).decode("utf-8", "replace")

    def send(self, *states: WidgetState, fragment: str = "", **asked: Any) -> float:
        """Ask for a run with these widgets beside the honest ones; seconds until it ended or went quiet."""
        back = BackMsg()
        run = back.rerun_script
        run.page_script_hash, run.fragment_id = asked.pop("page_script_hash", self.tab.page), fragment
        run.context_info.timezone, run.context_info.locale = "Europe/London", self.tab.locale
        mine = {state.id for state in states}
        run.widget_states.widgets.extend(one for id_, one in self.tab.states.items() if id_ not in mine)
        run.widget_states.widgets.extend(states)
        for key, value in asked.items():
            home = run.context_info if key in run.context_info.DESCRIPTOR.fields_by_name else run
            setattr(home, key, value)
        return self.send_raw(back.SerializeToString(), runs=fragment in {"", *self.fragments.values()})

    def send_raw(self, *messages: bytes, runs: bool = False) -> float:
        """Send bytes as they are; seconds until the page has answered or gone quiet.

        `runs`: they ask for a run, so its end is waited for.
        """
        self.tab.begin()
        begun = perf_counter()
        for message in messages:
            self.socket.send(message)
        while True:
            try:
                data = self.socket.recv(PATIENCE if runs else QUIET)
            except TimeoutError:
                assert not runs, "a run was begun and never ended"
                return perf_counter() - begun
            if ForwardMsg.FromString(data).WhichOneof("type") == "new_session":
                runs = True
            if self.tab.take(data):
                return perf_counter() - begun

    def ended_by(self, *messages: bytes) -> int:
        """Send bytes that the page hangs up on; the code that it gives."""
        with pytest.raises(ConnectionClosed) as ended:
            self.listen(*messages)
        assert ended.value.rcvd is not None
        return ended.value.rcvd.code

    def listen(self, *messages: bytes | str) -> None:
        """Send, and listen until the page hangs up; raises ConnectionClosed then."""
        for message in messages:
            self.socket.send(message)
        while True:
            self.socket.recv(PATIENCE)


def every_type(id_: str, text: str, number: float, whole: int, words: Sequence[str]) -> Iterator[WidgetState]:
    """A widget's value in every form that the protocol knows."""
    for name, value in (
        ("bool_value", True), ("trigger_value", True), ("double_value", number), ("int_value", whole),
        ("string_value", text), ("json_value", text), ("json_trigger_value", text),
        ("bytes_value", text.encode("utf-8", "replace")),
    ):  # fmt: skip
        yield WidgetState(**{"id": id_, name: value})
    for name, data in (
        ("double_array_value", [number]), ("int_array_value", [whole]), ("string_array_value", list(words)),
    ):  # fmt: skip
        state = WidgetState(id=id_)
        getattr(state, name).data[:] = data
        yield state
    yield WidgetState(id=id_, string_trigger_value={"data": text})
    state = WidgetState(id=id_)
    state.file_uploader_state_value.uploaded_file_info.add(file_id="x", name=text)
    yield state
