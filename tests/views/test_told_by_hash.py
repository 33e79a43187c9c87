"""A large element goes to a browser once, then by its hash, and never once the browser has let go of it."""

from __future__ import annotations

from collections import deque

from hypothesis import given
from hypothesis import strategies as st
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from smp_planner.views.browser_messages import EARLY
from smp_planner.views.told_by_hash import Keeps

RUNS = 5
DONE = ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY


def element(name: str, *, large: bool = True) -> ForwardMsg:
    message = ForwardMsg(hash=name)
    message.delta.new_element.markdown.body = name
    message.metadata.cacheable = large
    return message


def finished(status: ForwardMsg.ScriptFinishedStatus.ValueType) -> ForwardMsg:
    return ForwardMsg(script_finished=status)


def by_hash(message: ForwardMsg) -> bool:
    return message.WhichOneof("type") == "ref_hash"


class Browser:
    """What Streamlit's page keeps, as its script does it: it hears of a run's end `late` messages later."""

    def __init__(self, late: int) -> None:
        self.runs, self.late = 0, late
        self.kept: dict[str, int] = {}
        self.ends: deque[int] = deque()  # after how many more messages each end is heard

    def take(self, message: ForwardMsg) -> None:
        self.ends = deque(left - 1 for left in self.ends)
        while self.ends and self.ends[0] < 0:
            self.ends.popleft()
            self._end()
        kind = message.WhichOneof("type")
        if kind == "script_finished":
            if message.script_finished != EARLY:
                self.ends.append(self.late)
        elif kind == "ref_hash":
            assert message.ref_hash in self.kept, "the page would stand still for good"
            self.kept[message.ref_hash] = self.runs
        elif message.metadata.cacheable:
            self.kept[message.hash] = self.runs

    def _end(self) -> None:
        self.runs += 1
        self.kept = {name: run for name, run in self.kept.items() if self.runs - run <= RUNS}


def test_a_large_element_is_sent_once_and_then_by_its_hash() -> None:
    keeps = Keeps(RUNS)
    assert not by_hash(keeps.told(element("a")))
    keeps.told(finished(DONE))
    again = keeps.told(element("a"))
    assert (by_hash(again), again.ref_hash) == (True, "a")
    assert not by_hash(keeps.told(element("b")))


def test_a_small_element_is_sent_each_time() -> None:
    keeps = Keeps(RUNS)
    assert not any(by_hash(keeps.told(element("a", large=False))) for _time in range(3))


def test_what_a_few_runs_did_not_show_is_sent_whole_again() -> None:
    keeps = Keeps(RUNS)
    keeps.told(element("a"))
    for _run in range(RUNS):
        keeps.told(finished(DONE))
    assert not by_hash(keeps.told(element("a")))


def test_runs_that_another_one_follows_do_not_count() -> None:
    keeps = Keeps(RUNS)
    keeps.told(element("a"))
    for _run in range(3 * RUNS):
        keeps.told(finished(EARLY))
    assert by_hash(keeps.told(element("a")))


MESSAGES = st.sampled_from("abc").map(element) | st.sampled_from([DONE, EARLY]).map(finished)


@given(st.lists(MESSAGES, max_size=60), st.integers(0, 3))
def test_no_hash_is_sent_of_what_the_browser_has_let_go_of(messages: list[ForwardMsg], late: int) -> None:
    keeps, browser = Keeps(RUNS), Browser(late)
    for message in messages:
        browser.take(keeps.told(message))
