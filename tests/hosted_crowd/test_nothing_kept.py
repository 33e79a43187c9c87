"""After people have left, no answer of theirs is left: in memory, on disk, in the log, or in an address."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from platform import libc_ver
from typing import NamedTuple
from urllib.error import HTTPError

import pytest

from benchmarks.servers import Page, Served, serving
from benchmarks.timing import ROOT
from benchmarks.visitor import fetched, visiting
from smp_planner.exports.handoff import to_fragment
from tests.hosted_crowd.crowd_people import ReadingTab, changes_of, somebody
from tests.packaged_rules import packaged_rules

VISITS, AT_ONCE, FAIL = 60, 6, 3
TELLING = re.compile(rb"Quibblewick|114\.\d\d\b")
MEMORY = Path("/proc/self/mem")  # Linux alone lets one look
# Memory is written over as it is let go, so that what is found there is held. (Linux with glibc only.)
WRITTEN_OVER = (
    ("PYTHONMALLOC", "malloc"),
    ("GLIBC_TUNABLES", "glibc.malloc.perturb=85:glibc.malloc.tcache_count=0"),
)
LOOKED_INTO = Page("looked into", ("-m", "tests.hosted_crowd.looked_into", "--port={port}"))


class Left(NamedTuple):
    """The server after all have left, and what it had said to whom."""

    served: Served
    log: Path
    folder: Path
    since: float
    before: dict[str, int]
    addresses: list[str]
    files: list[str]


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Left]:
    """Sixty people have come, answered, typed, taken files along and gone; nobody else is there."""
    folder, log = tmp_path_factory.mktemp("its_own"), tmp_path_factory.mktemp("said") / "log"
    own = (("TMPDIR", str(folder)), ("HOME", str(folder)), ("PYTHONDONTWRITEBYTECODE", "1"))
    own += (("ENDS_THAT_FAIL", str(FAIL)), *WRITTEN_OVER)
    with serving(LOOKED_INTO._replace(environment=own), log) as served:
        with visiting(served.port):
            pass
        before = settled(served)
        since = time.time()
        with ThreadPoolExecutor(AT_ONCE) as people:
            tabs = list(people.map(lambda number: visit(served.port, number), range(VISITS)))
        tabs.append(visit(served.port, VISITS + 1))  # after whom nobody comes, nor asks for anything
        assert look(served)["people"] > 0  # else nothing could be forgotten
        addresses = [address for tab in tabs for address in tab.address_changes]
        yield Left(served, log, folder, since, before, addresses, [tab.made for tab in tabs if tab.made])


def visit(port: int, number: int) -> ReadingTab:
    """Come with a link that holds what was typed, change answers, some make a file, and close the page."""
    tab = ReadingTab("en-GB", f"http://127.0.0.1:{port}/")
    rules = packaged_rules().edition
    link = to_fragment(somebody(number), rules, with_health=True, with_typed=True)
    with visiting(port, tab=tab, link=link or "") as visitor:
        visitor.change("other_way", True)
        for key, value, _person in changes_of(number):
            visitor.change(key, value)
        if number % 10 == 0:
            visitor.change("part", ["Talk and files"])
            visitor.change("name", f"Quibblewick the {number}th")
            visitor.unfold("fold_more_files")
            assert TELLING.search(fetched(port, visitor.make_file("Plain text (txt)")))
        if number % 20 == 0:
            assert fetched(port, visitor.make_file("Plan on paper (PDF)")).startswith(b"%PDF-")
    return tab


def look(served: Served) -> dict[str, int]:
    return json.loads(fetched(served.port, "/look"))


def settled(served: Served) -> dict[str, int]:
    """What is in memory once nothing goes any more."""
    found = look(served)
    for _ in range(60):
        if not found["sessions"]:
            break
        time.sleep(0.2)
        found = look(served)
    return found


def test_sessions_answers_and_files_go_from_memory(left: Left) -> None:
    assert settled(left.served) == left.before == {"sessions": 0, "people": 0, "files": 0}


@pytest.mark.skipif(not MEMORY.exists() or libc_ver()[0] != "glibc", reason="nobody can look into its memory")
def test_no_answer_is_held_in_memory_not_even_of_who_took_a_paper_along(left: Left) -> None:
    settled(left.served)
    memory = list(memory_of(left.served))
    assert any(b"smp_planner" in part for part in memory)
    assert not any(b"Quibblewick" in part for part in memory)


def memory_of(served: Served) -> Iterator[bytes]:
    """What a process could have written down in its memory, part by part."""
    its = Path(f"/proc/{served.process.pid}")
    with (its / "mem").open("rb", 0) as memory:
        for line in (its / "maps").read_text().splitlines():
            place, rights, *_ = line.split()
            first, end = (int(at, 16) for at in place.split("-"))
            if "w" in rights:
                memory.seek(first)
                with suppress(OSError):  # not all of it can be read
                    yield memory.read(end - first)


def test_a_file_that_was_made_is_gone(left: Left) -> None:
    settled(left.served)
    assert left.files
    for path in left.files:
        with pytest.raises(HTTPError, match="404"):
            fetched(left.served.port, path)


def test_one_whose_end_fails_keeps_nobody_else_from_being_forgotten_and_is_told(left: Left) -> None:
    settled(left.served)
    assert left.log.read_text().count("may still be in memory; RuntimeError: ") == FAIL


def test_no_answer_is_in_the_log(left: Left) -> None:
    settled(left.served)
    said = left.log.read_bytes()
    assert b"ready" in said
    assert not TELLING.search(said)


def test_no_answer_is_on_disk(left: Left) -> None:
    """Not in its temporary folder, its home, where it runs, or any file that it holds open."""
    own = (path for path in left.folder.rglob("*") if path.is_file())
    tree = (path for path in ROOT.rglob("*") if ".venv" not in path.parts and ".git" not in path.parts)
    changed = (path for path in tree if path.is_file() and path.stat().st_mtime >= left.since)
    links = Path(f"/proc/{left.served.process.pid}/fd").glob("*")  # Linux tells; elsewhere there are none
    held = (link.resolve() for link in links if link.exists() and link.resolve().is_file())
    for path in (*own, *changed, *held):
        assert not TELLING.search(path.read_bytes()), path


def test_no_answer_is_in_an_address(left: Left) -> None:
    assert not any(left.addresses)


def test_who_comes_next_is_sent_no_word_of_those_before(left: Left) -> None:
    tab = ReadingTab("en-GB", f"http://127.0.0.1:{left.served.port}/")
    with visiting(left.served.port, tab=tab) as visitor:
        visitor.change("part", ["Talk and files"])
        assert b"Quibblewick" not in b"".join(tab.all)
