"""The log has a line for what happened, and nothing in it that anybody typed, whoever wrote it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

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
early.error("a sentence of their own\\n")
early.error(OSError(98, said))
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


def lines(form: str, folder: Path) -> list[str]:
    (folder / "happens.py").write_text(HAPPENS)
    done = subprocess.run(
        [sys.executable, str(folder / "happens.py"), form], env={**os.environ, "PYTHONPATH": str(ROOT)},
        cwd=ROOT, capture_output=True, text=True, timeout=30, check=True,
    )  # fmt: skip
    assert SAID not in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done.stderr.splitlines()


def test_one_json_object_for_each_thing_that_happened(tmp_path: Path) -> None:
    told = [json.loads(line) for line in lines("json", tmp_path)]
    assert [(one["level"], one["from"], one.get("said")) for one in told] == [
        ("info", "smp_planner.page", "ready for 7"),
        ("warning", "streamlit.early", "origin=%s is not allowed"),
        ("warning", "streamlit.late", None),
        ("error", "streamlit.early", "a sentence of their own\n"),
        ("error", "streamlit.early", f"OSError: {os.strerror(98)}"),
        ("warning", "py.warnings", None),
        ("error", "streamlit.late", "Uncaught app execution"),
        ("error", "smp_planner.serving.log", told[7]["said"]),
        ("error", "smp_planner.serving.log", told[8]["said"]),
        ("error", "asyncio", None),
    ]
    assert told[6]["fault"].startswith("ValueError: ")
    assert told[7]["said"].endswith("in fail")
    assert "in fail" in told[9]["fault"]


@pytest.mark.parametrize("word", ["info smp_planner.page ready for 7", "warning streamlit.early", "in fail"])
def test_the_same_in_words(word: str, tmp_path: Path) -> None:
    assert any(word in line for line in lines("text", tmp_path))
