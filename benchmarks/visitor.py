"""A person at a page of Streamlit's, played over the page's own websocket: opens it, changes answers."""

from __future__ import annotations

import urllib.request
from collections.abc import Generator
from contextlib import contextmanager
from time import perf_counter

from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from benchmarks.tab import Tab, Value

PATIENCE = 30.0  # seconds for one run
PROTOCOLS = [Subprotocol("streamlit")]


@contextmanager
def visiting(port: int, locale: str = "en-GB", tab: Tab | None = None, link: str = "") -> Generator[Visitor]:
    """A visitor whose page is open, with a browser of that language, or in a tab of one's own.

    A tab that has an address is asked what it holds, and tells the link that it was opened with.
    """
    with connect(stream_of(port), subprotocols=PROTOCOLS, compression=None, max_size=None) as socket:
        yield Visitor(socket, tab or Tab(locale), link)


def stream_of(port: int) -> str:
    """Where the page's socket is."""
    return f"ws://127.0.0.1:{port}/_stcore/stream"


def fetched(port: int, path: str) -> bytes:
    """What the server has at a path. Raises OSError where it has nothing."""
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=PATIENCE) as answer:
        return answer.read()


class Visitor:
    """A person with a browser's tab, who waits for the end of each run."""

    def __init__(self, socket: ClientConnection, tab: Tab, link: str = "") -> None:
        self.socket, self.tab = socket, tab
        self._run(tab.opened())
        if told := tab.tells(link=link):
            self._run(told)

    @property
    def fragments(self) -> dict[str, str]:
        """Every widget on the page, with the fragment that it stands in."""
        return self.tab.fragments

    @property
    def received(self) -> int:
        """Bytes that the page has sent so far."""
        return self.tab.received

    @property
    def pieces(self) -> int:
        """How many pieces of the page the last answer drew, with what holds them."""
        return self.tab.pieces

    def change(self, key: str, value: Value) -> float:
        """Give an answer; the milliseconds until the page is finished.

        Raises LookupError where no widget has that key, and RuntimeError where the page's script fails.
        """
        return self._run(self.tab.changed(key, value))

    def unfold(self, key: str) -> float:
        """Open what is folded away; the milliseconds until the page is finished."""
        return self._run(self.tab.unfolded(key))

    def make_file(self, label: str) -> str:
        """Tap the button of a file; the path at which the server has it, or NOT_MADE.

        Raises LookupError where no button is called so.
        """
        return self.make_asked(self.tab.asks_for_file(label))

    def make_asked(self, asked: bytes) -> str:
        """The same for what a browser has sent at the tap."""
        self.tab.made = ""
        self.socket.send(asked)
        while not self.tab.made:
            self.tab.take(self.socket.recv(PATIENCE))
        return self.tab.made

    def drew(self, key: str) -> bool:
        """Whether the last answer drew the widget with that key."""
        return self.tab.find(f"-{key}") in self.tab.drawn

    def _run(self, asked: bytes) -> float:
        start = perf_counter()
        self.socket.send(asked)
        while not self.tab.take(self.socket.recv(PATIENCE)):
            pass
        return (perf_counter() - start) * 1000
