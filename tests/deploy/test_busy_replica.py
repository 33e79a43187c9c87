"""The nginx that we ship, before two replicas that both serve: one has no room, and the other has."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

import pytest

from benchmarks.proxy import proxying
from benchmarks.servers import OURS, free_port, serving
from benchmarks.visitor import visiting
from tests.deploy.test_nginx import HANDSHAKE, ask


class Hosted(NamedTuple):
    """Where visitors come, what is written down of that, and the address of the replica that is full."""

    port: int
    log: Path
    full: str


@pytest.fixture(scope="module")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hosted]:
    """The first replica has room for one person, who is there."""
    listen, folder = free_port(), tmp_path_factory.mktemp("nginx")
    with ExitStack() as stack:
        first = stack.enter_context(serving(OURS._replace(environment=(("SMP_MOST_PEOPLE", "1"),))))
        second = stack.enter_context(serving(OURS))
        replicas = [f"127.0.0.1:{served.port}" for served in (first, second)]
        stack.enter_context(proxying(listen, replicas, folder))
        stack.enter_context(visiting(first.port))
        yield Hosted(listen, folder / "access.log", replicas[0])


@pytest.mark.parametrize("known", ["", "replica=1", "replica=2"])
def test_whoever_comes_to_a_full_replica_is_served_by_the_other(hosted: Hosted, known: str) -> None:
    for _ in range(2):  # who has no cookie is sent to each in turn
        page = ask(hosted.port, "/", Cookie=known)
        assert page.status == 200
        assert page.headers["Set-Cookie"].startswith("replica=2;")


def test_a_connection_that_finds_no_room_is_made_to_the_other(hosted: Hosted) -> None:
    stream = ask(hosted.port, "/_stcore/stream", Cookie="replica=1", **HANDSHAKE)
    assert stream.status == 101
    assert stream.headers["Set-Cookie"].startswith("replica=2;")


def test_a_full_replica_is_not_taken_for_a_dead_one(hosted: Hosted) -> None:
    """Whoever is inside still gets the files that it alone has, however many it has refused."""
    for _ in range(5):
        ask(hosted.port, "/", Cookie="replica=1")
    for _ in range(2):  # the line of the first is written when the second is answered
        assert ask(hosted.port, "/_stcore/host-config", Cookie="replica=1").status == 200
    lines = [json.loads(line) for line in hosted.log.read_text().splitlines()]
    assert {line["replica"] for line in lines if line["asked"] == "/_stcore/host-config"} == {hosted.full}
