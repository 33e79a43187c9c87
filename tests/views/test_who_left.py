"""The page goes on forgetting who left, whatever fails while it does."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from streamlit import runtime

from smp_planner.views.who_left import forgetting_who_left

OFTEN, LONG_ENOUGH = 0.001, 5.0  # seconds


def test_a_look_that_fails_is_told_without_its_words_and_followed_by_others(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = list[int]()

    def exists() -> bool:
        looks.append(len(looks))
        raise RuntimeError("a keloid")

    async def some_looks() -> None:
        async with forgetting_who_left(OFTEN), asyncio.timeout(LONG_ENOUGH):
            while len(looks) < 3:
                await asyncio.sleep(OFTEN)

    monkeypatch.setattr(runtime, "exists", exists)
    with ThreadPoolExecutor(1) as elsewhere:  # the browser tests leave a loop running in this thread
        elsewhere.submit(asyncio.run, some_looks()).result()
    assert caplog.text.count("may still be in memory; RuntimeError: ") >= 2
    assert "keloid" not in caplog.text
