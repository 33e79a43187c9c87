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
from contextlib import contextmanager
from itertools import cycle
from multiprocessing.connection import Connection
from typing import Any, NamedTuple

from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus

from benchmarks.page import Play
from benchmarks.tab import Tab
from benchmarks.visitor import PROTOCOLS, stream_of

THINKS = 5.0  # seconds between a page that is finished and the next answer, give or take half of it
A_SECOND = 12  # people who open the page in a second, while it is filled
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

    def grow(self, people: int) -> list[str]:
        """Let people come until so many are there and have all done what comes first; gives their faults."""
        return self._ask("grow", people)

    def shrink(self, people: int) -> list[str]:
        """Let people leave until so many are there."""
        return self._ask("shrink", people)

    def watch(self, seconds: float) -> Waited:
        """What those who are there wait for in that time."""
        return self._ask("watch", seconds)

    def knock(self, people: int) -> list[int]:
        """Let more people ask for the page's socket, one after the other; the status of each, 101 for in."""
        return self._ask("knock", people)

    def _ask(self, what: str, how_much: float) -> Any:
        self._line.send((what, how_much))
        end = time.monotonic() + PATIENCE * 5
        while not self._line.poll(1):
            if time.monotonic() > end:
                raise TimeoutError(f"the crowd does not answer: {what} {how_much}")
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
        yield Crowd(ours)
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

    async def obey(self, line: Connection) -> None:
        """Do what is asked, one thing after the other, until the end."""
        asked: dict[str, Callable[[Any], Any]] = {
            "grow": self._grow, "shrink": self._shrink, "watch": self._watch, "knock": self._knock,
        }  # fmt: skip
        while True:
            what, how_much = await asyncio.to_thread(line.recv)
            if what == "end":
                break
            line.send(await asked[what](how_much))
        await self._shrink(0)

    async def _grow(self, people: int) -> list[str]:
        before = len(self.faults)
        while len(self.people) < people:
            self.people.append(asyncio.create_task(self._person()))
            await asyncio.sleep(1 / A_SECOND)
        end = time.monotonic() + PATIENCE
        while self.inside < people and len(self.faults) == before and time.monotonic() < end:
            await asyncio.sleep(0.1)
        return self.faults[before:]

    async def _shrink(self, people: int) -> list[str]:
        leaving, self.people = self.people[people:], self.people[:people]
        for person in leaving:
            person.cancel()
        await asyncio.gather(*leaving, return_exceptions=True)
        self.inside -= len(leaving)
        return []

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
                async with connect(stream_of(self.port), subprotocols=PROTOCOLS, compression=None):
                    got.append(101)
            except InvalidStatus as refused:
                got.append(refused.response.status_code)
            await asyncio.sleep(1 / A_SECOND)
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
        async with connect(
            stream_of(self.port),
            subprotocols=PROTOCOLS,
            compression=None,
            max_size=None,
            open_timeout=PATIENCE,
        ) as socket:

            async def run(asked: bytes) -> float:
                start = time.perf_counter()
                await socket.send(asked)
                async with asyncio.timeout(PATIENCE):
                    while not tab.take(await socket.recv()):
                        pass
                return (time.perf_counter() - start) * 1000

            await run(tab.opened())
            if told := tab.tells():
                await run(told)
            for key, value in self.play.before:
                await run(tab.changed(key, value))
            self.inside += 1
            while True:
                await asyncio.sleep(THINKS * self.chance.uniform(0.5, 1.5))
                self.times.append(await run(tab.changed(self.play.key, next(values))))
