"""The nginx that we ship, before a replica that really serves and one that is away."""

from __future__ import annotations

import json
import re
import socket
import subprocess
import time
from collections.abc import Generator, Iterator
from contextlib import ExitStack, closing, contextmanager
from email.message import Message
from html import escape
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple

import pytest

from benchmarks.proxy import SITE, nginx, proxying, settings_at_home, site_in
from benchmarks.servers import OURS, free_port, serving
from smp_planner.serving.admission import BUSY

ROOM, FROM_ONE_ADDRESS = 12, 2  # pages open at once
ASKED_AT_ONCE = 20  # other requests of one address
HANDSHAKE = {
    "Upgrade": "websocket",
    "Connection": "Upgrade",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
    "Sec-WebSocket-Version": "13",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("nginx")


@pytest.fixture(scope="module")
def port(folder: Path) -> Iterator[int]:
    """Where visitors come: the first replica is away, the second one serves."""
    listen = free_port()
    with serving(OURS._replace(environment=(("SMP_MOST_PEOPLE", str(ROOM)),))) as served:
        replicas = (f"127.0.0.1:{free_port()}", f"127.0.0.1:{served.port}")
        with proxying(listen, replicas, folder, FROM_ONE_ADDRESS, ASKED_AT_ONCE):
            yield listen


class Answer(NamedTuple):
    """What came back: for a handshake no body, as the connection stays open."""

    status: int
    headers: Message
    body: bytes


@contextmanager
def coming(port: int, address: str) -> Generator[int]:
    """Somebody who opens the page's connection from an address and stays; what they are told."""
    with closing(HTTPConnection("127.0.0.1", port, timeout=10)) as connection:
        connection.request("GET", "/_stcore/stream", headers={**HANDSHAKE, "X-Forwarded-For": address})
        with connection.getresponse() as answer:
            yield answer.status


def ask(port: int, path: str, **headers: str) -> Answer:
    told = {name.replace("_", "-"): text for name, text in headers.items()}
    with closing(HTTPConnection("127.0.0.1", port, timeout=10)) as connection:
        connection.request("GET", path, headers=told)
        with connection.getresponse() as answer:
            body = b"" if answer.status == 101 else answer.read()
            return Answer(answer.status, answer.headers, body)


def until(port: int, status: int, words: str = "") -> Answer:
    """The page, once it is such. Asked last, the replica that is away has nginx say words of its own."""
    for _ in range(100):
        page = ask(port, "/")
        if page.status == status and words in page.body.decode():
            return page
        time.sleep(0.05)
    raise AssertionError(f"no {status} with these words: {words}")


def script_of(page: Answer) -> str:
    return re.findall(r'src="\.?(/static/[^"]+\.js)"', page.body.decode())[0]


def test_the_site_asks_the_environment_for_what_we_name_and_for_nothing_else(folder: Path) -> None:
    asked = set(re.findall(r"\$\{(\w+)\}", SITE.read_text("utf-8")))
    assert asked == set(settings_at_home("80", ("a", "b"), folder))
    assert all(name.startswith("SMP_") for name in asked)


def test_nginx_takes_the_site_without_a_word_of_warning(tmp_path: Path) -> None:
    around = site_in(tmp_path, settings_at_home("8080", ("127.0.0.1:1", "127.0.0.1:2"), tmp_path))
    told = subprocess.run(
        [nginx(), "-t", "-c", str(around)], capture_output=True, text=True, check=True
    ).stderr
    assert not re.search(r"\[(warn|error|emerg)", told), told


@pytest.mark.parametrize("known", ["", "replica=1", "replica=2", "replica=3", "replica='"])
def test_whoever_comes_is_served_by_a_replica_that_is_there_and_stays_with_it(port: int, known: str) -> None:
    page = ask(port, "/", Cookie=known)
    assert page.status == 200
    assert page.headers["Set-Cookie"] == "replica=2; Path=/; HttpOnly; SameSite=Lax"


def test_a_connection_that_is_made_anew_elsewhere_takes_its_files_along(port: int) -> None:
    stream = ask(port, "/_stcore/stream", Cookie="replica=1", **HANDSHAKE)
    assert stream.status == 101
    assert stream.headers["Set-Cookie"].startswith("replica=2;")


def test_a_file_moves_nobody_to_another_replica(port: int) -> None:
    script = script_of(ask(port, "/"))
    told = ask(port, script, Accept_Encoding="gzip", Cookie="replica=1")
    assert (told.status, told.headers["Content-Encoding"]) == (200, "gzip")
    assert told.headers["Set-Cookie"] is None


def test_behind_tls_the_cookie_goes_over_tls_alone_and_into_frames_of_a_clinic(port: int) -> None:
    page = ask(port, "/", X_Forwarded_Proto="https")
    assert page.headers["Set-Cookie"] == "replica=2; Path=/; HttpOnly; Secure; SameSite=None; Partitioned"


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/_stcore/metrics", "/_stcore/script-health-check"])
def test_what_is_for_those_who_run_it_is_not_for_visitors(port: int, path: str) -> None:
    assert ask(port, path).status == 404


def test_neither_an_address_nor_a_query_nor_the_name_of_a_file_is_written_down(
    port: int, folder: Path
) -> None:
    for path in ("/?answer=keloid", "/keloid?x", "/media/keloid.pdf", "/_stcore/stream?keloid"):
        ask(port, path, X_Forwarded_For="203.0.113.9")
    lines = [json.loads(line) for line in (folder / "access.log").read_text().splitlines()]
    assert {line["asked"] for line in lines} >= {"/", "another", "/media/", "/_stcore/stream"}
    for log in (folder / "access.log", folder / "said.log"):
        assert not re.search(r"keloid|203\.0\.113", log.read_text())


@pytest.mark.parametrize(
    ("theirs", "another"),
    [
        (["203.0.113.1"] * 3, "203.0.113.2"),
        (["2001:db8:0:2::1", "2001:db8:0:2:ffff::9", "2001:db8:0:2:a:b:c:d"], "2001:db8:0:3::1"),
        (["::ffff:203.0.113.1"] * 3, "::ffff:203.0.113.2"),
    ],
    ids=["IPv4", "IPv6 of one home", "IPv4 written as IPv6"],
)
def test_nobody_alone_can_fill_the_house(port: int, theirs: list[str], another: str) -> None:
    with coming(port, theirs[0]) as first, coming(port, theirs[1]) as second:
        assert (first, second) == (101, 101)
        with coming(port, theirs[2]) as third, coming(port, another) as somebody_else:
            assert (third, somebody_else) == (503, 101)


def test_whoever_keeps_many_requests_open_takes_a_part_of_the_room_and_no_more(port: int) -> None:
    """They say that ten bytes will follow, and send none."""
    unfinished = b"GET / HTTP/1.1\r\nHost: here\r\nX-Forwarded-For: 203.0.113.5\r\nContent-Length: 10\r\n\r\n"
    with ExitStack() as kept:
        for _ in range(ASKED_AT_ONCE):
            kept.enter_context(socket.create_connection(("127.0.0.1", port))).sendall(unfinished)
        one_more = kept.enter_context(socket.create_connection(("127.0.0.1", port), timeout=5))
        one_more.sendall(unfinished)
        assert one_more.recv(12) == b"HTTP/1.1 503"
        assert ask(port, "/favicon.png", X_Forwarded_For="203.0.113.6").status == 200


def test_a_clinic_s_tablets_load_the_page_at_once_and_who_loads_it_without_end_waits(port: int) -> None:
    told = [ask(port, "/", X_Forwarded_For="203.0.113.7") for _ in range(260)]
    assert {page.status for page in told[:200]} == {200}
    assert told[-1].status == 503
    assert b"try again in a minute" in told[-1].body
    assert ask(port, "/", X_Forwarded_For="203.0.113.8").status == 200


@pytest.mark.parametrize(
    "said",
    [b"Content-Length: 6000000\r\n\r\n", b"Transfer-Encoding: chunked\r\n\r\n7ff\r\n" + b"x" * 0x7FF],
    ids=["announced", "in pieces"],
)
def test_what_is_sent_to_the_planner_is_refused_before_it_fills_any_memory(port: int, said: bytes) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
        connection.sendall(b"POST / HTTP/1.1\r\nHost: here\r\n" + said)
        assert connection.recv(12) == b"HTTP/1.1 413"


def test_when_every_replica_is_full_people_read_its_own_words_and_are_let_in_later(port: int) -> None:
    until(port, 200)  # those of the test before have gone
    with ExitStack() as inside:
        for number in range(ROOM):
            assert inside.enter_context(coming(port, f"203.0.113.{number}")) == 101
        full = until(port, 503, escape(BUSY))
        assert full.headers["Set-Cookie"] is None
        assert int(full.headers["Retry-After"]) > 0
    assert until(port, 200).status == 200


def test_where_no_replica_is_there_people_are_asked_to_come_again(tmp_path: Path) -> None:
    port = free_port()
    with proxying(port, (f"127.0.0.1:{free_port()}", f"127.0.0.1:{free_port()}"), tmp_path):
        page = ask(port, "/")
        assert (page.status, page.headers["Retry-After"]) == (503, "10")
        assert page.body == b"The planner is being started, or full. Please try again in a minute.\n"
