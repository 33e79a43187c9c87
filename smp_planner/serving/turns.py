"""Whose message is heard next: nobody who asks without end makes others wait."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from heapq import heappop, heappush
from itertools import count

from starlette.types import ASGIApp, Message, Receive, Scope, Send

AT_A_TIME = 3  # answers that are made for all who are inside
THINKS = 0.5  # seconds from an answer to the next message; who takes less goes behind those who don't
QUIET = 0.25  # seconds without a word, after which an answer is taken for finished
MOST_WAITING = 100  # messages of one connection
MOST_BYTES = 2**21  # of them


class Turns:
    """Lets messages of websockets in by turns: one of each at a time, and of all only a few.

    Who thinks before they answer goes before all who don't; else who has waited longest is next.
    A turn ends with its answer: `ends` says of the bytes that go out whether they end one. What brings no
    answer ends it by its quiet. Who doesn't take their answer in gets no other turn, and who has more waiting
    than a person ever would is hung up on. Where few ask at once, nobody waits.
    """

    def __init__(self, app: ASGIApp, ends: Callable[[bytes], bool]) -> None:
        self.app = app
        self.ends = ends
        self._line = _Line(AT_A_TIME)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, a websocket by turns."""
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        own = _Own(self._line)
        heard = _Heard(receive)

        async def received() -> Message:
            at, message = await heard.next()
            if message["type"] == "websocket.receive":
                await own.turn(at)
            return message

        async def sent(message: Message) -> None:
            async with own.speaks:
                await send(message)
            own.answered(is_all=self.ends(message.get("bytes") or b""))

        listening = asyncio.create_task(heard.listen())
        try:
            await self.app(scope, received, sent)
        finally:
            listening.cancel()
            own.over()


class _Heard:
    """What one connection has said, and nobody has heard yet. It goes with whoever said it."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._waiting = asyncio.Queue[tuple[float, Message]]()
        self._bytes = 0

    async def next(self) -> tuple[float, Message]:
        """The next of it, and when it came, by the loop's clock."""
        at, message = await self._waiting.get()
        self._bytes -= _length(message)
        return at, message

    async def listen(self) -> None:
        """Take in all that is said, until its end or until it is too much."""
        message: Message = {"type": ""}
        while message["type"] != "websocket.disconnect":
            message = await self._receive()
            self._bytes += _length(message)
            if self._waiting.qsize() >= MOST_WAITING or self._bytes > MOST_BYTES:
                message = {"type": "websocket.disconnect", "code": 1008}
            if message["type"] == "websocket.disconnect":
                while not self._waiting.empty():
                    self._waiting.get_nowait()
            self._waiting.put_nowait((asyncio.get_running_loop().time(), message))


def _length(message: Message) -> int:
    return len(message.get("bytes") or message.get("text") or "")


class _Line:
    """Those who wait for a turn, of which there are so many."""

    def __init__(self, turns: int) -> None:
        self._free = turns
        self._waiting: list[tuple[bool, int, asyncio.Future[None]]] = []
        self._number = count()

    async def turn(self, *, behind: bool) -> None:
        """Wait for a turn; `behind`: only others who are so, too, wait longer."""
        if self._free:
            self._free -= 1
            return
        mine = asyncio.get_running_loop().create_future()
        heappush(self._waiting, (behind, next(self._number), mine))
        try:
            await mine
        except asyncio.CancelledError:
            if not mine.cancelled():
                self.over()  # it was given to somebody who had just left
            raise

    def over(self) -> None:
        """Give a turn back."""
        while self._waiting:
            _, _, turn = heappop(self._waiting)
            if not turn.done():
                turn.set_result(None)
                return
        self._free += 1


class _Own:
    """One connection's turns."""

    def __init__(self, line: _Line) -> None:
        self.speaks = asyncio.Lock()
        self._line = line
        self._loop = asyncio.get_running_loop()
        self._last = self._loop.time()  # when it came, or had the last word of an answer
        self._look: asyncio.TimerHandle | None = None  # as long as it has a turn
        self._has_none = asyncio.Event()
        self._has_none.set()

    async def turn(self, asked: float) -> None:
        """Wait until the answer before has gone out, then for a turn; `asked`: when its message came."""
        async with self.speaks:
            pass
        await self._has_none.wait()
        await self._line.turn(behind=asked < self._last + THINKS)
        self._has_none.clear()
        self._last = self._loop.time()
        self._look_after(QUIET)

    def answered(self, *, is_all: bool) -> None:
        """Note a word of the answer."""
        self._last = self._loop.time()
        if is_all:
            self.over()

    def over(self) -> None:
        """End the turn, if there is one."""
        if self._look:
            self._look.cancel()
            self._look = None
            self._has_none.set()
            self._line.over()

    def _look_after(self, seconds: float) -> None:
        self._look = self._loop.call_later(seconds, self._end_if_quiet)

    def _end_if_quiet(self) -> None:
        left = self._last + QUIET - self._loop.time()
        if left > 0:
            self._look_after(left)
        else:
            self.over()
