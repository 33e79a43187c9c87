"""A PDF from the served page: printed beside the server, which stays as it is whatever the printer does."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.servers import OURS, OURS_BY_RUN, Served, serving
from benchmarks.tab import NOT_MADE
from benchmarks.visitor import Visitor, fetched, visiting

PAPER = "Plan on paper (PDF)"
IN_GOOD_TIME = 6  # seconds
BROKEN = """
import os, time
from pathlib import Path
class Fonts:
    def __init__(self, **settings): ...
def compile(*_, sys_inputs, **settings):
    if (hangs := Path(__file__).with_name("hangs")).exists():
        hangs.write_text(str(os.getpid()))
        time.sleep(60)
    raise RuntimeError(sys_inputs["paper"])
"""


def at_files(visitor: Visitor) -> None:
    """Go to where files are taken along, and type a name for the paper."""
    visitor.change("part", ["Talk and files"])
    visitor.change("name", "Ada of Quibblewick")


def test_at_hand_papers_take_no_memory_of_the_server_s(tmp_path: Path) -> None:
    """Where it is hosted: `tests/hosted_crowd`."""
    with serving(OURS_BY_RUN, tmp_path / "log") as served, visiting(served.port) as visitor:
        at_files(visitor)
        assert fetched(served.port, visitor.make_file(PAPER)).startswith(b"%PDF-")
        before = served.mib()
        for _ in range(3):
            visitor.make_file(PAPER)
        assert not served.mib() - before > 15  # within the server each took some 10 MiB; Linux alone tells
    assert "rror" not in (tmp_path / "log").read_text()


@pytest.fixture
def broken(tmp_path: Path) -> Iterator[Served]:
    """The page with a printer that fails and quotes the paper, or that hangs."""
    (tmp_path / "typst.py").write_text(BROKEN)
    with serving(OURS._replace(environment=(("PYTHONPATH", str(tmp_path)),)), tmp_path / "log") as served:
        yield served


def test_a_printer_that_fails_or_hangs_harms_nobody_and_ends_with_the_server(
    broken: Served, tmp_path: Path
) -> None:
    with visiting(broken.port) as visitor, visiting(broken.port) as other:
        at_files(visitor)
        assert visitor.make_file(PAPER) == NOT_MADE  # which the page tells in words
        said = (tmp_path / "log").read_text()
        assert "NotPrinted" in said
        assert not any(word in said for word in ("Quibblewick", "Traceback", "RuntimeError"))
        (tmp_path / "hangs").touch()
        visitor.socket.send(visitor.tab.asks_for_file(PAPER))
        end = time.monotonic() + IN_GOOD_TIME
        while not (told := (tmp_path / "hangs").read_text()):
            assert time.monotonic() < end
            time.sleep(0.05)
        assert other.change("density", 130.0) < 2000
        broken.process.send_signal(signal.SIGTERM)
        assert broken.process.wait(IN_GOOD_TIME) == 0
    with pytest.raises(ProcessLookupError):
        os.kill(int(told), 0)
