"""Whoever starts the hosted page is told in words what stands in its way, before it says that it is ready."""

from __future__ import annotations

import os
import socket
import subprocess
import sys

import pytest
from starlette.applications import Starlette

from benchmarks.timing import ROOT
from smp_planner.serving.command import serve


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
