"""The hosted page, as a visitor, a balancer and an attacker meet it."""

from __future__ import annotations

import hashlib
import re
import time
from base64 import b64encode
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from socket import SHUT_RDWR

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState

from benchmarks.servers import Served
from benchmarks.visitor import visiting
from smp_planner.serving.admission import BUSY
from smp_planner.serving.front_door import NOT_HERE
from smp_planner.serving.small_page import LOOKS_AGAIN
from tests.reading_grade import reading_grade
from tests.serving.hosting import PATIENCE, closed_with, connected, get, hosting, logged, refusal

MOST = 2
CAME_BACK = {"cookie": "other=1; _streamlit_xsrf=2|a|b|1"}
SAID = "a keloid behind my ear"


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All that the hosted page says."""
    return tmp_path_factory.mktemp("hosted") / "log"


@pytest.fixture(scope="module")
def served(log: Path) -> Iterator[Served]:
    """The page for two people at once, on a site that is reached by https only."""
    with hosting(log, SMP_MOST_PEOPLE=str(MOST), SMP_HSTS_SECONDS="31536000") as page:
        yield page


@pytest.fixture
def full(served: Served) -> Iterator[Served]:
    """The same with two people inside."""
    with ExitStack() as inside:
        for _ in range(MOST):
            inside.enter_context(connected(served))
        yield served


def script_of(served: Served) -> str:
    return re.findall(r'src="\.?(/static/[^"]+\.js)"', get(served).body.decode())[0]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200),
        ("script", 200),
        ("/_stcore/health", 200),
        ("/healthz", 200),
        ("/nowhere", 404),
        ("/media/" + "0" * 64 + ".pdf", 404),
    ],
)
def test_every_answer_keeps_the_browser_from_harm(served: Served, path: str, status: int) -> None:
    answer = get(served, script_of(served) if path == "script" else path)
    assert answer.status == status
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert "camera=()" in answer.headers["permissions-policy"]
    assert answer.headers["strict-transport-security"] == "max-age=31536000"
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    assert "server" not in answer.headers


def test_only_the_page_s_own_scripts_run(served: Served) -> None:
    answer = get(served)
    policy = answer.headers["content-security-policy"]
    scripts = [*re.findall("<script>(.*?)</script>", answer.body.decode(), re.DOTALL), LOOKS_AGAIN]
    hashes = {f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in scripts}
    allowed = re.search("script-src ([^;]*)", policy)
    assert allowed
    assert set(allowed[1].split()) == {"'self'", "blob:", *hashes}
    assert "://" not in policy
    assert "*" not in policy


def test_a_person_s_own_files_are_kept_by_no_cache_and_run_nothing(served: Served) -> None:
    told = get(served, "/media/" + "0" * 64 + ".html").headers
    assert told["cache-control"] == "no-store"
    assert "sandbox" in told["content-security-policy"]
    assert "script-src" not in told["content-security-policy"]


def test_cookies_of_an_https_site_travel_by_https_alone(served: Served) -> None:
    assert "; Secure" in get(served, "/_stcore/health").headers["set-cookie"]


@pytest.mark.parametrize(
    "path",
    [
        "/nowhere",
        "/static/js/nothing.js",
        "/app.py",
        "/index.html",
        "/.streamlit/config.toml",
        "/_stcore/stream",
    ],
)
def test_an_address_that_the_page_does_not_have_is_no_page(served: Served, path: str) -> None:
    answer = get(served, path)
    assert answer.status == 404
    assert NOT_HERE in answer.body.decode()
    assert 'href="/"' in answer.body.decode()


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/_stcore/metrics", 404),
        ("GET", "/_stcore/agent/openapi.json", 404),
        ("GET", "/_stcore/script-health-check", 404),
        ("POST", "/_stcore/agent/interact", 405),
        ("PUT", "/_stcore/upload_file/session/file", 405),
        ("OPTIONS", "/_stcore/health", 405),
        ("TRACE", "/", 405),
        ("GET", "/?" + "a" * 1001, 414),
    ],
)
def test_what_no_visitor_of_the_page_asks_for_is_refused(
    served: Served, method: str, path: str, status: int
) -> None:
    assert get(served, path, method).status == status


def test_a_request_with_endless_headers_is_refused(served: Served) -> None:
    assert get(served, cookie="a" * 20_000).status == 431


def test_another_site_s_page_can_t_speak_to_this_one(served: Served) -> None:
    foreign = refusal(served, origin="https://evil.example")
    assert foreign is not None
    assert foreign.status == 403
    assert get(served, "/_stcore/health", origin="http://localhost").status == 403
    assert refusal(served, origin=f"http://127.0.0.1:{served.port}") is None


def test_whoever_set_up_a_proxy_learns_why_no_page_connects(served: Served, log: Path) -> None:
    for _ in range(3):
        refusal(served, origin="https://evil.example")
    assert log.read_text().count("does not pass on Host") == 1


def test_there_is_one_connection_and_no_other(served: Served) -> None:
    other = refusal(served, "/_stcore/other")
    assert other is not None
    assert other.status == 404


def test_a_message_larger_than_all_answers_ends_that_connection_alone(served: Served) -> None:
    with visiting(served.port) as other, connected(served) as socket:
        socket.send(b"\0" * (2**20 + 1))
        assert closed_with(socket) == 1009
        other.change("density", 130.0)


@pytest.mark.parametrize("message", [SAID, SAID.encode()], ids=["text", "bytes"])
def test_what_is_no_message_ends_that_connection_and_fills_no_log(
    served: Served, log: Path, message: str | bytes
) -> None:
    before = log.read_text()
    with visiting(served.port) as other, connected(served) as socket:
        socket.send(message)
        assert closed_with(socket) == 1002
        other.change("density", 130.0)
    assert log.read_text() == before


def test_who_leaves_while_much_of_theirs_waits_is_no_fault(served: Served, log: Path) -> None:
    before = log.read_text()
    asks = BackMsg(rerun_script=ClientState()).SerializeToString()
    with connected(served), connected(served) as socket:
        for _ in range(80):
            socket.send(asks)
        socket.socket.shutdown(SHUT_RDWR)
        end = time.monotonic() + PATIENCE
        while get(served, "/readyz").body != b"ready":
            assert time.monotonic() < end
    assert log.read_text() == before


def test_what_is_asked_for_and_by_whom_is_not_logged(served: Served, log: Path) -> None:
    get(served, "/?answer=keloid")
    get(served, "/keloid")
    refusal(served, "/_stcore/stream?answer=keloid", origin="https://keloid.example")
    assert "keloid" not in log.read_text()
    assert "127.0.0.1" not in log.read_text()
    assert all({"at", "level", "from"} <= line.keys() for line in logged(log))


def test_a_balancer_hears_when_there_is_no_room(served: Served) -> None:
    assert get(served, "/readyz")[::2] == (200, b"ready")
    with connected(served), connected(served):
        assert get(served, "/readyz")[::2] == (503, b"full")
        assert get(served, "/healthz")[::2] == (200, b"alive")
    assert get(served, "/readyz")[::2] == (200, b"ready")


def test_who_comes_when_it_is_full_is_asked_to_wait_in_their_language(full: Served) -> None:
    answer = get(full, accept_language="en-GB,en")
    assert answer.status == 503
    assert 15 <= int(answer.headers["retry-after"]) <= 30
    assert answer.headers["cache-control"] == "no-store"
    assert '<html lang="en-GB"' in answer.body.decode()
    assert BUSY in answer.body.decode()
    assert reading_grade(BUSY) <= 6


def test_not_all_who_wait_come_back_at_the_same_moment(full: Served) -> None:
    assert len({get(full).headers["retry-after"] for _ in range(5)}) == 5


def test_the_connection_of_a_new_person_is_refused_so_that_a_balancer_can_send_it_elsewhere(
    full: Served,
) -> None:
    refused = refusal(full)
    assert refused is not None
    assert refused.status == 503
    assert "retry-after" in refused.headers
    assert "content-security-policy" in refused.headers


def test_those_inside_go_on_when_it_is_full(served: Served) -> None:
    with visiting(served.port) as inside, visiting(served.port):
        assert get(served).status == 503
        inside.change("density", 130.0)
        assert inside.drew("part")


@pytest.mark.parametrize(
    "came_back", [CAME_BACK, {"protocols": "streamlit, token, session"}], ids=["reload", "phone that slept"]
)
def test_who_was_inside_before_gets_one_of_the_few_places_that_are_kept(
    full: Served, came_back: dict[str, str]
) -> None:
    if came_back is CAME_BACK:
        assert get(full, **CAME_BACK).status == 200
    with connected(full, **came_back):
        refused = refusal(full, **came_back)
        assert refused is not None
        assert refused.status == 503
        assert get(full, **CAME_BACK).status == 503


def test_the_log_says_that_it_was_full_and_how_many_were_refused(full: Served, log: Path) -> None:
    before = len(logged(log))
    for _ in range(3):
        refusal(full)
    new = [line["said"] for line in logged(log)[before:]]
    assert new == ["full, with 2 inside: who comes now is refused"]
