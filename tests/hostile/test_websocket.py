"""A stranger speaks to the page by hand: nothing of it reaches another, and no traceback comes back.

Somebody may spoil a page of their own that way; a browser never does, and a page loaded anew is whole.
"""

from __future__ import annotations

import json
import random
import time
from base64 import b64encode
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, suppress
from pathlib import Path
from socket import SHUT_RDWR
from typing import Any

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.exceptions import ConnectionClosed

from benchmarks.servers import OURS, Served, serving
from benchmarks.visitor import visiting
from smp_planner.exports.handoff import BEGINS
from smp_planner.serving.turns import MOST_WAITING
from smp_planner.views.faults import FAULT
from smp_planner.views.link_in import REFUSED
from smp_planner.views.open_answers import FILE, NOT_OPENED
from smp_planner.views.renewal import LOST
from tests.hostile.how_many import rounds
from tests.hostile.spoiled import DAYS, NUMBERS, TYPED
from tests.hostile.stranger import Stranger, every_type, strangers
from tests.hostile.test_files import BOMBS, SAVED

SEED = 20261127
MOST_SECONDS = 20.0  # for one answer on a busy machine; a sound one takes hundredths
MOST_MS_BESIDE_A_FLOOD = 3_000  # on a busy machine; it takes a tenth of it
MOST_GROWTH = 300  # MiB for all strangers of two minutes, as long as a page that has gone is kept
TRACES = ("Traceback", "site-packages", "most recent call", "smp_planner/", ".py")
MARK = "somebody-typed-this-7f3a"
FLOATS = [float(number) for number in NUMBERS if abs(number) < 10**300 or number == float("inf")]
TEXTS = [one for one in TYPED if one.isprintable() or "\n" in one]
HONEST = {"norwood": "VI", "density": 130.0}  # what somebody has answered before
NO_WIDGETS, NO_VALUES, NO_MESSAGES = rounds(25, 1_000), rounds(40, 1_500), rounds(20, 1_000)


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("stranger") / "log"


@pytest.fixture(scope="module")
def served(log: Path) -> Iterator[Served]:
    """The page; whoever comes after all strangers sees what the first saw, and no more memory is taken."""
    with serving(OURS, log) as page:
        first = page_of_the_next(page)
        before = page.mib()
        yield page
        assert page_of_the_next(page) == first
        assert not page.mib() - before > MOST_GROWTH  # no number where the system tells none


@pytest.fixture
def first(served: Served) -> dict[tuple[int, ...], bytes]:
    """What the next person sees before a stranger comes."""
    return page_of_the_next(served)


def page_of_the_next(served: Served) -> dict[tuple[int, ...], bytes]:
    with strangers(served.port) as next_person:
        return next_person.page_now()


def no_traceback(stranger: Stranger) -> None:
    told = "\n".join(stranger.faults)
    assert [trace for trace in TRACES if trace in told] == []


# --- widgets --------------------------------------------------------------------------------------


def test_what_is_no_widget_of_the_page_is_passed_over(served: Served) -> None:
    draw = random.Random(SEED)
    with strangers(served.port) as stranger:
        before = stranger.page_now()
        for _round in range(NO_WIDGETS):
            id_ = draw.choice(("", "x", "$$ID-0-goals", "$$ID-0-None", draw.choice(TEXTS)))
            states = list(every_type(id_, draw.choice(TEXTS), draw.random(), draw.randrange(99), TEXTS[:3]))
            stranger.send(draw.choice(states), fragment=draw.choice(("", "", "0" * 32, draw.choice(TEXTS))))
            assert stranger.faults == []
        assert stranger.page_now() == before


@pytest.mark.parametrize(
    "asked",
    [
        {"page_script_hash": "0" * 32},
        {"page_name": "../../etc/passwd"},
        {"query_string": "a=" + "x" * 100_000},
        {"query_string": "&".join(f"a{n}" for n in range(3_000))},
        {"query_string": "%ff%00=%"},
        {"timezone": "../../etc/passwd"},
        {"timezone_offset": -(2**31)},
        {"locale": "x" * 9_000},
        {"locale": "de\x00-<script>"},
        {"is_embedded": True},
        {"is_history_navigation": True},
        {"color_scheme": "<script>"},
    ],
    ids=lambda asked: next(iter(asked)),
)
def test_a_strange_address_or_browser_gets_a_page_as_any_other(asked: dict[str, Any], served: Served) -> None:
    with strangers(served.port) as stranger:
        before = stranger.page_now()
        assert stranger.send(**asked) < MOST_SECONDS
        assert stranger.faults == []
        assert FAULT not in stranger.says()
        assert stranger.page_now() == before


def test_a_value_that_no_field_takes_spoils_at_most_the_page_that_it_was_sent_to(
    served: Served, first: dict[tuple[int, ...], bytes]
) -> None:
    """That page says so, without a traceback, or goes on. Loaded anew it is whole, with what was answered."""
    draw = random.Random(SEED)
    with strangers(served.port) as stranger:
        ids = list(stranger.fragments)
    for number in range(NO_VALUES):
        id_ = draw.choice(ids)
        with strangers(served.port) as stranger:
            for key, answer in HONEST.items():
                stranger.change(key, answer if key == "density" else [str(answer)])
            whole = draw.choice((0, -1, 2**31, 2**60, -(2**60), draw.randrange(1_000)))
            text = draw.choice((*TEXTS, *DAYS, "nonsense", json.dumps({"x": [MARK]}), "[" * 3_000))
            states = [*every_type(id_, text, draw.choice(FLOATS), whole, [text, "nonsense"])]
            picked = draw.sample(states, 1)
            fragment = draw.choice(("", stranger.fragments.get(id_, "")))
            assert stranger.send(*picked, fragment=fragment) < MOST_SECONDS
            no_traceback(stranger)
            spoiled = says_so(stranger)
            if not spoiled:
                stranger.page_now()
                assert says_so(stranger) or is_whole(stranger)
        if spoiled or number % 4 == 0:
            is_whole_anew(stranger.tab.kept, id_, served)
        if number % 20 == 0:
            assert page_of_the_next(served) == first


def is_whole_anew(kept: str, touched: str, served: Served) -> None:
    """A page loaded anew with what the tab keeps says all that was answered, but for what was touched."""
    with of_a_browser(served, {"answers": kept, "rules": "", "link": ""}) as anew:
        assert not says_so(anew)
        assert is_whole(anew)
        untouched = {key: answer for key, answer in HONEST.items() if not touched.endswith(f"-{key}")}
        assert {key: anew.answers[key] for key in untouched} == untouched


def says_so(stranger: Stranger) -> bool:
    """Whether the page says that something went wrong."""
    return bool(stranger.faults) or FAULT in stranger.says()


def is_whole(stranger: Stranger) -> bool:
    """Whether there is all that a person came for: the plan, or the questions that lead to it."""
    return "Your plan" in stranger.says() or stranger.answers["way"] == "patient"


# --- what our own scripts send --------------------------------------------------------------------


def id_of(stranger: Stranger, key: str) -> str:
    return next(id_ for id_ in stranger.fragments if id_.endswith(f"-{key}"))


def trigger(stranger: Stranger, key: str, event: str, value: Any) -> None:
    """Send what a script of ours would tell once."""
    id_ = f"$$STREAMLIT_INTERNAL_KEY_{id_of(stranger, key)}__events"
    told = json.dumps([{"event": event, "value": value}])
    stranger.send(WidgetState(id=id_, json_trigger_value=told))


NO_FILES = (
    None, 1, "x", [], {}, {"name": "f"}, {"held": ""}, {"name": 1, "held": 2}, {"name": None, "held": None},
    {"name": "f", "held": "%%"}, {"name": "f", "held": "\u00e9"}, {"name": "f", "held": ["eA=="]},
)  # fmt: skip
FILES = [
    {"name": draw_name, "held": b64encode(held.encode("utf-8", "surrogatepass")).decode()}
    for draw_name, held in (
        ("f", "x"), ("<script>alert(1)</script>" * 20, "{"), ("f\n\u202eg", SAVED[0][:900]), ("", "[]"),
        *(("f", bomb) for bomb in list(BOMBS.values())[::4]), ("f", "\0" * 99_000), ("f", "x" * 100_001),
        ("f", '{"kind": "smp-plan-answers", "version": 9}'), ("f", '{"<img src=x onerror=alert(1)>": 1}'),
    )
]  # fmt: skip


@pytest.mark.parametrize("file", [*NO_FILES, *FILES], ids=lambda file: repr(file)[:40])
def test_a_strange_file_is_refused_kindly_and_changes_no_answer(file: Any, served: Served) -> None:
    with strangers(served.port) as stranger:
        before = stranger.page_now()
        trigger(stranger, FILE, "file", file)
        no_traceback(stranger)
        assert NOT_OPENED in stranger.says()
        assert FAULT not in stranger.says()
        assert "<script>" not in stranger.says()
        assert "<img src=x" not in stranger.says()
        after = stranger.page_now()
        plan = [told for told in before.values() if b"Your plan" in told]
        assert plan
        assert [told for told in after.values() if b"Your plan" in told] == plan


@pytest.mark.parametrize(
    ("key", "event", "value"),
    [
        ("turn", "went", {"to": 7, "mark": [1]}),
        ("turn", "went", "x"),
        ("turn", "went", None),
        ("tab_connection", "back", {"x": 1}),
        ("tab_keeper", "held", {"answers": "{}"}),
        ("whys", "x", 1),
    ],
)
def test_what_no_script_of_ours_tells_moves_nothing(key: str, event: str, value: Any, served: Served) -> None:
    with strangers(served.port) as stranger:
        before = stranger.page_now()
        trigger(stranger, key, event, value)
        assert stranger.faults == []
        assert FAULT not in stranger.says()
        assert stranger.page_now() == before


OTHER_FORMATS = ('{"format": 3, "asked": ""}', '{"format": 1e999, "asked": []}')
NO_TEXT_OF_OURS = (
    "x",
    "[" * 900_000,
    '{"a":' * 9_000,
    "1" * 5_000,
    "NaN",
    '{"format": 3}',
    "\\ud800",
    '"' + MARK,
)


@pytest.mark.parametrize("held", [*OTHER_FORMATS, *NO_TEXT_OF_OURS], ids=lambda held: held[:12])
def test_a_tab_that_holds_no_answers_of_ours_begins_anew(held: str, served: Served) -> None:
    with of_a_browser(served, {"answers": held, "link": ""}) as stranger:
        assert stranger.faults == []
        assert FAULT not in stranger.says()
        assert (LOST in stranger.says()) == (held in OTHER_FORMATS)
        assert "Your plan" in stranger.says()


NO_HELD = (None, 1, "x", [], {}, {"answers": None}, {"answers": 7, "link": 7}, {"answers": [], "link": {}})


@pytest.mark.parametrize("held", NO_HELD, ids=repr)
def test_a_browser_that_tells_nothing_of_ours_brings_no_traceback(held: Any, served: Served) -> None:
    with of_a_browser(served, held) as stranger:
        no_traceback(stranger)


@pytest.mark.parametrize(
    "link",
    [
        BEGINS, f"{BEGINS}x.1", f"{BEGINS}{'A' * 4_000}.1", f"{BEGINS}{'A' * 900_000}.1",
        f"{BEGINS}<script>.1",
        f"{BEGINS}\u202e.1", f"{BEGINS}abc.2", *(f"{BEGINS}{text[:200]}" for text in TEXTS[:6]),
    ],
    ids=lambda link: link[5:17],
)  # fmt: skip
def test_a_link_that_is_none_is_refused_in_words_and_the_page_stands_as_ever(
    link: str, served: Served, first: dict[tuple[int, ...], bytes]
) -> None:
    with of_a_browser(served, {"answers": "", "link": link}) as stranger:
        assert stranger.faults == []
        assert REFUSED in stranger.says() or "newer page" in stranger.says()
        assert "<script>" not in stranger.says()
        plan = [told for told in first.values() if b"Your plan" in told]
        assert [told for told in stranger.shown.values() if b"Your plan" in told] == plan


def of_a_browser(served: Served, held: Any) -> AbstractContextManager[Stranger]:
    """A page whose browser has been asked what its tab holds, and has told this."""
    return strangers(served.port, address=f"http://127.0.0.1:{served.port}/", holds=held)


# --- the wire -------------------------------------------------------------------------------------


def message(**kinds: Any) -> bytes:
    back = BackMsg()
    for kind, value in kinds.items():
        setattr(back, kind, value)
    return back.SerializeToString()


@pytest.mark.parametrize(
    "kind",
    [
        "clear_cache",
        "load_git_info",
        "set_run_on_save",
        "debug_disconnect_websocket",
        "debug_shutdown_runtime",
    ],
)
def test_what_serves_whoever_makes_a_page_is_not_heard(
    kind: str, served: Served, first: dict[tuple[int, ...], bytes]
) -> None:
    """Were what is kept for all emptied, the next person would wait until the rules are read anew."""
    with strangers(served.port) as stranger:
        before = stranger.page_now()
        for _time in range(3):
            stranger.socket.send(message(**{kind: True}))
        usual, after = (
            min(seconds_of_the_next(served, stranger, sent) for _time in range(3))
            for sent in (b"", message(app_heartbeat=True) + message(**{kind: True}))
        )
        assert after < 5 * usual + 0.2
        assert stranger.page_now() == before
    assert page_of_the_next(served) == first


def seconds_of_the_next(served: Served, stranger: Stranger, sent: bytes) -> float:
    """How long the next person waits after a stranger has sent this."""
    stranger.socket.send(sent)
    begun = time.perf_counter()
    with strangers(served.port):
        return time.perf_counter() - begun


@pytest.mark.parametrize(
    "data",
    [b"\xff" * 100, b"\x00", b"\x0a\xff\xff\xff\xff\x0f", bytes(range(256)), b"GET / HTTP/1.1\r\n\r\n"],
    ids=["ones", "nothing", "cut off", "all bytes", "another protocol"],
)
def test_bytes_that_are_no_message_end_that_connection_alone(
    data: bytes, served: Served, first: dict[tuple[int, ...], bytes]
) -> None:
    with strangers(served.port) as stranger, strangers(served.port) as neighbour:
        assert stranger.ended_by(data) in {1002, 1009}
        assert neighbour.page_now() == first


def test_words_in_place_of_bytes_end_that_connection_alone(
    served: Served, first: dict[tuple[int, ...], bytes]
) -> None:
    with strangers(served.port) as stranger, strangers(served.port) as neighbour:
        with pytest.raises(ConnectionClosed):
            stranger.listen("{}")
        assert neighbour.page_now() == first


def test_a_message_of_more_bytes_than_all_answers_take_ends_that_connection_alone(
    served: Served, first: dict[tuple[int, ...], bytes]
) -> None:
    with strangers(served.port) as stranger, strangers(served.port) as neighbour:
        back = BackMsg()
        back.rerun_script.widget_states.widgets.add(id="x", string_value="x" * 30_000_000)
        with pytest.raises(ConnectionClosed):
            stranger.listen(back.SerializeToString())
        assert neighbour.page_now() == first


def test_any_bytes_in_a_message_leave_the_page_to_the_next_as_it_was(
    served: Served, first: dict[tuple[int, ...], bytes]
) -> None:
    draw = random.Random(SEED)
    for number in range(NO_MESSAGES):
        with strangers(served.port) as stranger:
            back = BackMsg()
            back.rerun_script.widget_states.widgets.extend(stranger.tab.states.values())
            back.rerun_script.page_script_hash = stranger.tab.page
            data = bytearray(back.SerializeToString() + draw.randbytes(draw.randrange(40)))
            for _time in range(draw.randrange(1, 6)):
                data[draw.randrange(len(data))] = draw.randrange(256)
            try:
                stranger.send_raw(bytes(data))
            except ConnectionClosed:
                continue
            no_traceback(stranger)
        if number % 20 == 0:
            assert page_of_the_next(served) == first


def test_who_asks_without_end_and_never_listens_keeps_nobody_out_and_is_hung_up_on(
    served: Served, first: dict[tuple[int, ...], bytes]
) -> None:
    with strangers(served.port) as stranger:
        with suppress(ConnectionClosed):  # a quick server hangs up before all of it was asked
            for _time in range(3 * MOST_WAITING):
                stranger.socket.send(whole_page(stranger))
        begun = time.perf_counter()
        assert page_of_the_next(served) == first
        assert time.perf_counter() - begun < MOST_SECONDS
        with pytest.raises(ConnectionClosed):
            stranger.listen()


def test_twenty_who_ask_without_end_make_nobody_wait(served: Served) -> None:
    """Heard all at the same time, they would keep a person waiting for seven seconds or more."""
    with ExitStack() as open_:
        person = open_.enter_context(visiting(served.port))
        crowd = [open_.enter_context(strangers(served.port)) for _ in range(20)]
        for stranger in crowd:
            for _time in range(MOST_WAITING - 10):
                stranger.socket.send(whole_page(stranger))
        waited = person.change("density", 130.0)
        for stranger in crowd:
            stranger.socket.socket.shutdown(SHUT_RDWR)  # to say goodbye they would have to listen first
        assert waited < MOST_MS_BESIDE_A_FLOOD


def whole_page(stranger: Stranger) -> bytes:
    """What asks for all of a stranger's page."""
    asks = BackMsg()
    asks.rerun_script.page_script_hash = stranger.tab.page
    return asks.SerializeToString()


def test_no_word_of_a_stranger_is_in_the_log(served: Served, log: Path) -> None:
    with strangers(served.port) as stranger:
        for state in every_type(id_of(stranger, "goals"), MARK, 1.0, 1, [MARK]):
            stranger.send(state)
        trigger(stranger, FILE, "file", {"name": MARK, "held": b64encode(MARK.encode()).decode()})
    assert log.read_text(encoding="utf-8")
    assert MARK not in log.read_text(encoding="utf-8")
