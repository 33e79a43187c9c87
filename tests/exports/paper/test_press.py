"""Papers printed by a process of its own: the same file, and no word of it elsewhere, whatever happens."""

from __future__ import annotations

import os
import re
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from threading import Thread

import pytest

from smp_planner.exports.paper.pdf import to_pdf
from smp_planner.exports.paper.press import PRESS, NotPrinted, Press
from tests.exports.paper.read_pdf import words_of
from tests.exports.paper.sample_paper import long_paper, paper

DAY = date(2026, 11, 23)
SECRET = "Ada's answer"  # noqa: S105 - words that stand for somebody's secret; nothing opens with them


def program(said: str) -> tuple[str, ...]:
    """A printer that does something else with what it reads (`document`)."""
    return sys.executable, "-c", f"import sys, time, os\ndocument = sys.stdin.read()\n{said}"


def is_gone(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    return False


@pytest.mark.parametrize("large", [False, True])
def test_a_paper_is_the_same_as_one_that_is_printed_here(large: bool) -> None:
    document = long_paper()
    here, apart = (
        to_pdf(document, size="letter", large=large, **printer)  # pyright: ignore[reportArgumentType]
        for printer in ({}, {"printer": PRESS.printed})
    )
    assert apart == here


def test_papers_of_many_at_once_keep_apart() -> None:
    names = [f"Person{number:03}" for number in range(8)]

    def made(name: str) -> bytes:
        return to_pdf(paper(person=name), size="letter", printer=PRESS.printed)

    with ThreadPoolExecutor(4) as crowd:
        for name, pdf in zip(names, crowd.map(made, names), strict=True):
            assert set(re.findall(r"Person\d{3}", words_of(pdf))) == {name}


def test_one_is_printed_at_a_time_so_that_memory_for_one_is_enough(tmp_path: Path) -> None:
    alone = f"os.mkdir({str(tmp_path / 'alone')!r}); time.sleep(.1); os.rmdir({str(tmp_path / 'alone')!r})"
    press = Press(program(alone))
    with ThreadPoolExecutor(4) as crowd:  # a second one at the same time would find the folder, and fail
        assert list(crowd.map(lambda _: press.printed("", DAY, ""), range(4))) == [b""] * 4


def test_no_answer_stands_in_an_argument_the_environment_or_a_file(tmp_path: Path) -> None:
    told = Press(program("print(sys.argv, dict(os.environ))")).printed(SECRET, DAY, str(tmp_path))
    assert b"2026-11-23" in told
    assert b"Ada" not in told
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "how", ["raise ValueError(document)", "os.kill(os.getpid(), 9)", "print(document); sys.exit(3)"]
)
def test_a_printer_that_dies_says_nothing_of_the_answers(
    how: str, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(NotPrinted) as fault:
        Press(program(how)).printed(SECRET, DAY, "")
    assert "Ada" not in f"{fault.value!r} {fault.value.__cause__!r} {caplog.text} {capfd.readouterr()}"
    assert "the printer ended with" in caplog.text


def test_a_printer_that_hangs_is_ended_and_the_next_paper_is_printed(tmp_path: Path) -> None:
    note = tmp_path / "process"
    hangs = (
        f"open({str(note)!r}, 'w').write(str(os.getpid()))\nwhile document: time.sleep(9)\nprint('printed')"
    )
    press = Press(program(hangs), patience=0.6)
    with pytest.raises(NotPrinted):
        press.printed(SECRET, DAY, "")
    assert is_gone(int(note.read_text()))
    assert press.printed("", DAY, "") == b"printed\n"


def test_whoever_waits_too_long_for_others_is_told_so() -> None:
    press = Press(program("time.sleep(9)"), patience=0.5)
    with ThreadPoolExecutor(3) as crowd:
        waiting = [crowd.submit(press.printed, "", DAY, "") for _ in range(3)]
        begun = time.monotonic()
        assert all(isinstance(one.exception(), NotPrinted) for one in waiting)
    assert time.monotonic() - begun < 5


def test_once_the_server_stops_nothing_is_printed_any_more() -> None:
    press = Press(program("time.sleep(9)"))
    faults: list[BaseException] = []

    def wanted() -> None:
        try:
            press.printed("", DAY, "")
        except NotPrinted as fault:
            faults.append(fault)

    waiting = [Thread(target=wanted) for _ in range(3)]
    for one in waiting:
        one.start()
    time.sleep(0.3)
    begun = time.monotonic()
    press.close()
    for one in waiting:
        one.join()
    assert len(faults) == 3
    assert time.monotonic() - begun < 2


def test_the_press_can_be_told_to_close_before_it_has_printed() -> None:
    press = Press()
    press.close()
    with pytest.raises(NotPrinted):
        to_pdf(paper(), size="a4", printer=press.printed)
