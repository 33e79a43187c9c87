"""Whether the process is alive, and whether new people may be sent to it: what a balancer asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from smp_planner.serving.places import Places


class Standing:
    """How the process stands. `can_plan`, asked at each look, may take a while the first time."""

    def __init__(self, places: Places, can_plan: Callable[[], bool]) -> None:
        self.places = places
        self.can_plan = can_plan
        self.is_warm = False

    def routes(self) -> Sequence[Route]:
        """`/healthz` and `/readyz`."""
        return (Route("/healthz", self._alive), Route("/readyz", self._ready))

    async def hindrance(self) -> str:
        """Why nobody new should be sent here, in a word; nothing where they may come."""
        if self.places.is_closed:
            return "draining"
        if not self.is_warm:
            return "starting"
        if not await run_in_threadpool(self.can_plan):
            return "rules"
        return "" if self.places.has_room() else "full"

    async def _alive(self, _request: Request) -> PlainTextResponse:
        return _word("alive", 200)

    async def _ready(self, _request: Request) -> PlainTextResponse:
        hindrance = await self.hindrance()
        return _word(hindrance or "ready", 503 if hindrance else 200)


def _word(word: str, status: int) -> PlainTextResponse:
    return PlainTextResponse(word, status, {"Cache-Control": "no-store"})
