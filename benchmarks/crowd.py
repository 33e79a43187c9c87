"""Many people at one page at once, played by a process of its own: each changes an answer every few seconds.

What a person waits for lasts from the answer sent to the run finished. The process says how much of a
processor it took itself: where that is near a whole one, it has measured itself and not the page.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import random
import time
from collections.abc import Callable, Generator
from contextlib import AsyncExitStack, contextmanager
from itertools import cycle
from multiprocessing.connection import Connection
from typing import Any, NamedTuple, cast

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import InvalidStatus

from benchmarks.page import Play
from benchmarks.tab import Tab
from benchmarks.visitor import PROTOCOLS, stream_of

THINKS = 5.0  # seconds between a page that is finished and the next answer, give or take half of it
BETWEEN_KNOCKS = 0.1  # seconds
AT_THE_DOOR = 4  # people who open the page at the same time
PATIENCE = 60.0  # seconds for one run, or for a crowd's answer


class Waited(NamedTuple):
    """What a crowd saw in a while: milliseconds of each change, faults, and its own share of a processor."""

    times: list[float]
    faults: list[str]
    share: float


class Crowd:
    """People at one port; they come when they are called and stay until the block ends."""

    def __init__(self, line: Connection) -> None:
        self._line = line

    def become(self, people: int) -> list[str]:
        """Let people come or leave until so many are there and have done what comes first; gives faults."""
        return self._ask("become", people)

    def watch(self, seconds: float) -> Waited:
        """What those who are there wait for in that time."""
        self.begin(seconds)
        return self.end()

    def begin(self, seconds: float) -> None:
        """Begin to watch for so long, while others do the same."""
        self._line.send(("watch", seconds))

    def end(self) -> Waited:
        """What was seen since."""
        return self._answer("watch")

    def knock(self, people: int) -> list[int]:
        """Let more people ask for the page's socket, one after the other; the status of each, 101 for in."""
        return self._ask("knock", people)

    def _ask(self, what: str, how_much: float) -> Any:
        self._line.send((what, how_much))
        return self._answer(what)

    def _answer(self, asked: str) -> Any:
        end = time.monotonic() + PATIENCE * 5
        while not self._line.poll(1):
            if time.monotonic() > end:
                raise TimeoutError(f"the crowd does not answer: {asked}")
        found = self._line.recv()
        if isinstance(found, BaseException):
            raise found
        return found


@contextmanager
def crowding(port: int, play: Play, seed: int = 1) -> Generator[Crowd]:
    """A crowd, with nobody there yet, played by a process of its own."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_play, args=(port, play, seed, theirs), daemon=True)
    process.start()
    try:
        yield Crowd(cast("Connection", ours))
    finally:
        ours.send(("end", 0))
        process.join(PATIENCE)
        if process.is_alive():
            process.terminate()


def _play(port: int, play: Play, seed: int, line: Connection) -> None:
    asyncio.run(_Players(port, play, random.Random(seed)).obey(line))


class _Players:
    """The people of a crowd, in one thread."""

    def __init__(self, port: int, play: Play, chance: random.Random) -> None:
        self.port, self.play, self.chance = port, play, chance
        self.people: list[asyncio.Task[None]] = []
        self.times: list[float] = []
        self.faults: list[str] = []
        self.inside = 0
        self.door = asyncio.Semaphore(AT_THE_DOOR)

    async def obey(self, line: Connection) -> None:
        """Do what is asked, one thing after the other, until the end."""
        asked: dict[str, Callable[[Any], Any]] = {
            "become": self._become, "watch": self._watch, "knock": self._knock,
        }  # fmt: skip
        while True:
            what, how_much = await asyncio.to_thread(line.recv)
            if what == "end":
                break
            line.send(await asked[what](how_much))
        await self._become(0)

    async def _become(self, people: int) -> list[str]:
        leaving, self.people = self.people[people:], self.people[:people]
        for person in leaving:
            person.cancel()
        await asyncio.gather(*leaving, return_exceptions=True)
        before = len(self.faults)
        coming = range(people - len(self.people))
        self.people += [asyncio.create_task(self._person()) for _ in coming]
        end = time.monotonic() + PATIENCE * 3
        while self.inside < people and len(self.faults) == before and time.monotonic() < end:
            await asyncio.sleep(0.1)
        late = [] if self.inside >= people else [f"{people - self.inside} of {people} not inside"]
        return self.faults[before:] + late

    async def _watch(self, seconds: float) -> Waited:
        self.times.clear()
        self.faults.clear()
        start, work = time.monotonic(), time.process_time()
        await asyncio.sleep(seconds)
        share = (time.process_time() - work) / (time.monotonic() - start)
        return Waited(list(self.times), list(self.faults), share)

    async def _knock(self, people: int) -> list[int]:
        got: list[int] = []
        for _ in range(people):
            try:
                async with connected(self.port):
                    got.append(101)
            except InvalidStatus as refused:
                got.append(refused.response.status_code)
            await asyncio.sleep(BETWEEN_KNOCKS)
        return got

    async def _person(self) -> None:
        try:
            await self._stay()
        except Exception as fault:  # noqa: BLE001 - whatever it is, it is what the page did to somebody
            self.faults.append(f"{type(fault).__name__}: {fault}"[:200])

    async def _stay(self) -> None:
        tab = Tab(address=f"http://127.0.0.1:{self.port}/")
        values = cycle(self.play.values)
        for _ in range(self.chance.randrange(len(self.play.values))):
            next(values)
        async with AsyncExitStack() as open_:
            async with self.door:
                socket = await open_.enter_async_context(connected(self.port))
                await run(tab, socket, tab.opened())
                if told := tab.tells():
                    await run(tab, socket, told)
                for key, value in self.play.before:
                    await run(tab, socket, tab.changed(key, value))
            self.inside += 1
            open_.callback(self._leave)
            while True:
                await asyncio.sleep(THINKS * self.chance.uniform(0.5, 1.5))
                self.times.append(await run(tab, socket, tab.changed(self.play.key, next(values))))

    def _leave(self) -> None:
        self.inside -= 1


def connected(port: int) -> connect:
    """The page's own socket, open once it is entered."""
    url = stream_of(port)
    return connect(url, subprotocols=PROTOCOLS, compression=None, max_size=None, open_timeout=PATIENCE)


async def run(tab: Tab, socket: ClientConnection, asked: bytes) -> float:
    """Ask for a run; the milliseconds until it is finished."""
    start = time.perf_counter()
    await socket.send(asked)
    async with asyncio.timeout(PATIENCE):
        while not tab.take(await socket.recv()):
            pass
    return (time.perf_counter() - start) * 1000
