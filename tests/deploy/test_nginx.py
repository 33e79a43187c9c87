"""The nginx that we ship, before a replica that really serves and one that is away."""

from __future__ import annotations

import json
import re
import signal
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
from starlette.datastructures import Headers

from benchmarks.proxy import SITE, nginx, proxying, settings_at_home, site_in
from benchmarks.servers import OURS, free_port, serving
from smp_planner.language.speech import OWN
from smp_planner.serving.admission import BUSY
from smp_planner.serving.host_settings import host_settings
from smp_planner.serving.safe_headers import safe_headers
from smp_planner.serving.small_page import LOOKS_AGAIN, SmallPages
from smp_planner.views.about import TITLE
from tests.reading_grade import reading_grade

ROOM, FROM_ONE_ADDRESS = 12, 2  # pages open at once
ASKED_AT_ONCE = 20  # other requests of one address
FULL, NETWORK = "The planner is full right now, or is being started.", "Many pages are open from your network"
IN_A_FRAME = {"SMP_EMBEDDED_IN": "https://www.clinic.example", "SMP_HSTS_SECONDS": "86400"}
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
        few = {
            "SMP_MOST_FROM_ONE_ADDRESS": f"{FROM_ONE_ADDRESS}",
            "SMP_MOST_ASKED_AT_ONCE": f"{ASKED_AT_ONCE}",
        }
        with proxying(listen, replicas, folder, few):
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


def ask(port: int, path: str, method: str = "GET", **headers: str) -> Answer:
    told = {name.replace("_", "-"): text for name, text in headers.items()}
    with closing(HTTPConnection("127.0.0.1", port, timeout=10)) as connection:
        connection.request(method, path, headers=told)
        with connection.getresponse() as answer:
            body = b"" if answer.status == 101 else answer.read()
            return Answer(answer.status, answer.headers, body)


def until(port: int, status: int, words: str = "", **headers: str) -> Answer:
    """The page, once it is such. Asked last, the replica that is away has nginx say words of its own."""
    for _ in range(100):
        page = ask(port, "/", **headers)
        if page.status == status and words in page.body.decode():
            return page
        time.sleep(0.05)
    raise AssertionError(f"no {status} with these words: {words}")


def is_our_page_of_words(page: Answer) -> bool:
    """It is the small page that a full replica shows, with words of its own: look, language, script.

    Where that page was changed, the site has to say it anew, and the hash of its script.
    """
    (words,) = re.findall("<p>(.+?)</p>", page.body.decode())
    ours = SmallPages(TITLE, lambda _: OWN).page_that_looks_again(Headers({}), words, 503, 20)
    assert reading_grade(words) <= 8
    assert "Answers that you gave in this tab are safe." in words
    same = ("Content-Type", "Cache-Control", "Retry-After")
    assert {name: page.headers[name] for name in same} == {name: ours.headers[name] for name in same}
    return (page.status, page.body) == (503, ours.body)


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
    asked = b"GET /favicon.png HTTP/1.1\r\nHost: here\r\nX-Forwarded-For: 203.0.113.5\r\n"
    unfinished = asked + b"Content-Length: 10\r\n\r\n"
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
    assert is_our_page_of_words(told[-1])
    assert NETWORK in told[-1].body.decode()
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


def test_where_an_address_has_all_its_pages_open_the_page_itself_says_so(port: int) -> None:
    """Else it would load, and stay empty."""
    theirs = "203.0.113.20"
    with coming(port, theirs), coming(port, theirs):
        refused = ask(port, "/", X_Forwarded_For=theirs)
        assert is_our_page_of_words(refused)
        assert NETWORK in refused.body.decode()
        assert ask(port, "/", X_Forwarded_For="203.0.113.21").status == 200
    page = until(port, 200, X_Forwarded_For=theirs)
    assert page.headers["Set-Cookie"].startswith("replica=2;")


def test_who_is_inside_loads_the_page_again_though_their_address_has_all_its_pages_open(port: int) -> None:
    theirs = "203.0.113.22"
    with coming(port, theirs), coming(port, theirs):
        assert ask(port, "/", X_Forwarded_For=theirs, Cookie="replica=2").status == 200
        asked_by_the_page = ask(port, "/", "HEAD", X_Forwarded_For=theirs, Cookie="replica=2")
        assert asked_by_the_page.status == 503  # somebody took their place meanwhile
        counts_as_new = asked_by_the_page.headers["Set-Cookie"].split(";")[0]
        assert ask(port, "/", X_Forwarded_For=theirs, Cookie=counts_as_new).status == 503


def test_who_starts_nginx_anew_does_not_wait_for_pages_that_stay_open(tmp_path: Path) -> None:
    """Docker asks it by SIGQUIT, which lets open requests end; nobody is let in meanwhile."""
    listen = free_port()
    with socket.create_server(("127.0.0.1", 0)) as silent:
        replica = f"127.0.0.1:{silent.getsockname()[1]}"
        with (
            proxying(listen, [replica, replica], tmp_path) as process,
            socket.create_connection(("127.0.0.1", listen)) as page,
        ):
            page.sendall(b"GET /_stcore/stream HTTP/1.1\r\nHost: here\r\n\r\n")
            with silent.accept()[0]:
                process.send_signal(signal.SIGQUIT)
                assert process.wait(5) == 0


@pytest.fixture(scope="module")
def without_replicas(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Where visitors come: no replica is there. A clinic may show the page in a frame."""
    port, folder = free_port(), tmp_path_factory.mktemp("alone")
    nobody = [f"127.0.0.1:{free_port()}" for _ in range(2)]
    with proxying(port, nobody, folder, IN_A_FRAME):
        yield port


@pytest.mark.parametrize("known", ["", "replica=1", "replica=2"])
def test_where_no_replica_is_there_people_read_a_page_that_looks_again(
    without_replicas: int, known: str
) -> None:
    page = ask(without_replicas, "/", Cookie=known)
    assert is_our_page_of_words(page)
    assert FULL in page.body.decode()
    assert page.headers["Set-Cookie"] is None
    asked_by_an_open_page = ask(without_replicas, "/", "HEAD", Cookie=known)
    assert (asked_by_an_open_page.status, asked_by_an_open_page.body) == (503, b"")


def policy_of(page: Answer) -> dict[str, str]:
    (policy,) = page.headers.get_all("Content-Security-Policy", [])
    return {name: said for name, _, said in (part.partition(" ") for part in policy.split("; "))}


def keeps_from_harm(page: Answer, **settings: str) -> bool:
    """All the headers of a replica, each once; of the policy, that nothing runs but the page's own script."""
    ours = dict(safe_headers(host_settings(settings), [LOOKS_AGAIN]))
    policy, theirs = policy_of(page), ours.pop("Content-Security-Policy")
    assert policy["default-src"] == "'none'"
    assert theirs.endswith(f"frame-ancestors {policy['frame-ancestors']}")
    assert re.fullmatch(r"'sha256-[^' ]+'", policy["script-src"])
    assert policy["script-src"] in theirs
    may_be = {*ours, "X-Frame-Options", "Strict-Transport-Security"}
    return {name: text for name, text in page.headers.items() if name in may_be} == ours


@pytest.mark.parametrize(
    ("status", "path", "method", "sent"),
    [
        (400, "/", "GET", {"Host": "two words"}),
        (404, "/healthz", "GET", {}),
        (405, "/", "TRACE", {}),
        (413, "/", "POST", {"Content-Length": "6000000"}),
        (503, "/", "GET", {}),
    ],
)
def test_what_nginx_says_itself_has_the_headers_of_a_replica(
    without_replicas: int, status: int, path: str, method: str, sent: dict[str, str]
) -> None:
    page = ask(without_replicas, path, method, **sent)
    assert page.status == status
    assert keeps_from_harm(page, **IN_A_FRAME)


def test_where_nobody_may_show_the_page_in_a_frame_nginx_says_so_too(port: int) -> None:
    assert keeps_from_harm(ask(port, "/healthz"))


@pytest.mark.parametrize("path", ["/", "/favicon.png", "/no-such-page", "/media/none.pdf"])
def test_what_a_replica_says_is_said_once_and_as_it_says_it(port: int, path: str) -> None:
    page = ask(port, path, Cookie="replica=1")  # it is away
    assert policy_of(page)["default-src"] in ("'self'", "'none'")
    for name in safe_headers(host_settings({}), ()):
        assert len(page.headers.get_all(name, [])) == 1
    assert len(page.headers.get_all("Cache-Control", [])) <= 1


def test_when_every_replica_is_full_people_read_so_and_are_let_in_later(port: int) -> None:
    """In the words of the full one, or of nginx where the one that is away was asked last."""
    until(port, 200)  # those of the test before have gone
    with ExitStack() as inside:
        for number in range(ROOM):
            assert inside.enter_context(coming(port, f"203.0.113.{number}")) == 101
        full = until(port, 503, escape(BUSY))
        assert full.headers["Set-Cookie"] is None
        assert int(full.headers["Retry-After"]) > 0
        assert is_our_page_of_words(until(port, 503, FULL))
    assert until(port, 200).status == 200
