"""The log has a line for what happened, and nothing in it that anybody typed, whoever wrote it."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from benchmarks.timing import ROOT

SAID = "my keloid"
# What may come up in a server: its own lines, Streamlit's, also from a part of it that is loaded later,
# the server's, Python's warnings, and faults that nobody catches.
HAPPENS = f"""
import asyncio, gc, logging, sys, threading, warnings
from streamlit.logger import get_logger
early = get_logger("streamlit.early")
from smp_planner.serving.log import keep_log
keep_log(sys.argv[1])
late = get_logger("streamlit.late")
said = {SAID!r}
logging.getLogger("smp_planner.page").info("ready for %d", 7)
early.warning("origin=%s is not allowed", said)
late.warning(f"bad value {{said}}")
late.info("nothing that counts")
logging.getLogger("uvicorn.access").info("GET /?%s", said)
warnings.warn(said)
def fail(*_): raise ValueError(said)
try: fail()
except ValueError: late.exception("Uncaught app execution")
thread = threading.Thread(target=fail)
thread.start(); thread.join()
class Gone:
    __del__ = fail
Gone()
async def lose(): asyncio.get_running_loop().call_soon(fail); await asyncio.sleep(0.01)
asyncio.run(lose())
"""


def lines(form: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", HAPPENS, form],
        cwd=ROOT, capture_output=True, text=True, timeout=30, check=True,
    )  # fmt: skip
    assert SAID not in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done.stderr.splitlines()


def test_one_json_object_for_each_thing_that_happened() -> None:
    told = [json.loads(line) for line in lines("json")]
    assert [(one["level"], one["from"], one.get("said")) for one in told] == [
        ("info", "smp_planner.page", "ready for 7"),
        ("warning", "streamlit.early", "origin=%s is not allowed"),
        ("warning", "streamlit.late", None),
        ("warning", "py.warnings", None),
        ("error", "streamlit.late", None),
        ("error", "smp_planner.serving.log", told[5]["said"]),
        ("error", "smp_planner.serving.log", told[6]["said"]),
        ("error", "asyncio", None),
    ]
    assert told[4]["fault"].startswith("ValueError: ")
    assert told[5]["said"].endswith("in fail")
    assert "in fail" in told[7]["fault"]


@pytest.mark.parametrize("word", ["info smp_planner.page ready for 7", "warning streamlit.early", "in fail"])
def test_the_same_in_words(word: str) -> None:
    assert any(word in line for line in lines("text"))
