"""Whoever starts the hosted page is told in words what stands in its way, before it says that it is ready."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
from pathlib import Path
from shutil import copy, copytree, ignore_patterns

import pytest
from starlette.applications import Starlette

from benchmarks.servers import free_port
from benchmarks.timing import ROOT
from benchmarks.visitor import fetched, visiting
from smp_planner.serving.command import serve
from smp_planner.serving.host_settings import READ_ELSEWHERE, SETTINGS, unknown_settings
from smp_planner.views.can_plan import page_can_plan
from tests.serving.hosting import hosting, logged


def test_a_port_that_is_taken_is_named_and_nobody_is_told_that_the_page_is_ready() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        done = subprocess.run(
            [sys.executable, "-m", "smp_planner.server", "--port", port], cwd=ROOT, capture_output=True,
            env={**os.environ, "SMP_LOG": "json"}, text=True, timeout=30, check=False)  # fmt: skip
    told = f"It can't listen at 127.0.0.1, port {port}: address already in use."
    assert (done.returncode, done.stderr) == (1, f"The page was not started.\n{told}\n")


@pytest.mark.parametrize("port", ["65536", "-1", "http"])
def test_what_is_no_port_is_told_with_what_one_is(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        serve(Starlette(), [f"--port={port}"])
    assert end.value.code == 2
    assert f"argument --port: '{port}' should be a whole number from 0 to 65535\n" in capsys.readouterr().err


def test_a_name_with_a_slip_and_a_region_that_nobody_named_are_told_before_it_is_ready(
    tmp_path: Path,
) -> None:
    with hosting(tmp_path / "log", SMP_MOST_POEPLE="120", SMP_REGION="", SMP_CLINIC=""):
        told = [(line["level"], line["said"]) for line in logged(tmp_path / "log")]
    assert told[:2] == [
        (
            "warning",
            "no settings, so nothing follows from them: SMP_MOST_POEPLE (did you mean 'SMP_MOST_PEOPLE'?)",
        ),
        (
            "warning",
            "no region is named, by SMP_REGION or in the clinic's file: prices are those of the US, "
            "and no medicine is named",
        ),
    ]
    assert told[2][1].startswith("ready; ")


def test_who_comes_the_moment_it_is_ready_gets_a_whole_plan(tmp_path: Path) -> None:
    with hosting(tmp_path / "log", SMP_REGION="UK") as served, visiting(served.port) as inside:
        inside.change("part", ["Talk and files"])
        assert fetched(served.port, inside.make_file("Plan on paper (PDF)")).startswith(b"%PDF-")
    assert {line["level"] for line in logged(tmp_path / "log")} == {"info"}


def test_where_the_page_cannot_be_read_the_process_ends_and_the_log_tells_where(tmp_path: Path) -> None:
    copied = tmp_path / "copy"
    for name in ("smp_planner", "data", ".streamlit"):
        copytree(ROOT / name, copied / name, ignore=ignore_patterns("__pycache__"))
    copy(ROOT / "app.py", copied)
    with (copied / "smp_planner" / "views" / "shell.py").open("a", encoding="utf-8") as shell:
        shell.write("\nraise LookupError('an answer')\n")
    done = subprocess.run(
        [sys.executable, "-m", "smp_planner.server", f"--port={free_port()}"], cwd=copied,
        capture_output=True, env={**os.environ, "SMP_LOG": "json"}, text=True, timeout=60,
        check=False)  # fmt: skip
    last = json.loads(done.stderr.splitlines()[-1])
    assert (done.returncode, last["level"]) == (1, "critical")
    told = r"not ready: the page can't be read; LookupError: smp_planner/views/shell.py:\d+ in <module>"
    assert re.fullmatch(told, last["said"])
    assert "an answer" not in done.stderr


PLANS = "smp_planner.views.shell"
HOSTED = f"""
import asyncio, gc, sys
from smp_planner import server

async def main():
    async with server.hosted(server.app):
        print("ready", "{PLANS}" in sys.modules)
    print("stopped", "{PLANS}" in sys.modules, gc.isenabled())

print("imported", "{PLANS}" in sys.modules, gc.isenabled())
asyncio.run(main())
"""


def test_it_is_ready_before_what_makes_plans_is_read_and_python_looks_for_what_can_go_again() -> None:
    done = subprocess.run(
        [sys.executable, "-c", HOSTED], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.splitlines() == ["imported False True", "ready False", "stopped True True"]


def test_a_clinic_whose_file_names_its_region_needs_no_other(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("SMP_CLINIC", str(ROOT / "data" / "clinics" / "example-studio.yaml"))
    monkeypatch.delenv("SMP_REGION", raising=False)
    assert page_can_plan()
    assert "region" not in caplog.text


def test_every_name_that_is_read_is_known_and_no_other() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "smp_planner").rglob("*.py"))
    read = set(re.findall(r'"(SMP_[A-Z_]+)"', code))
    assert read == {*SETTINGS, *READ_ELSEWHERE}
    assert unknown_settings(dict.fromkeys(read, "")) == ""
