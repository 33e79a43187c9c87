"""Pages of Streamlit's, each served by a process of its own, and how much work it has done."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from benchmarks.timing import ROOT

EMPTY = Path(__file__).resolve().parent / "empty"
PATIENCE = 60.0  # seconds for a start
RUN = (
    "-m",
    "streamlit",
    "run",
    "--server.headless=true",
    "--server.address=127.0.0.1",
    "--server.port={port}",
)
UVICORN = ("-m", "uvicorn", "--host=127.0.0.1", "--port={port}")


class Page(NamedTuple):
    """A page, and how it is served: words for a person, arguments for Python, folder, environment."""

    name: str
    arguments: tuple[str, ...]
    folder: Path = ROOT
    environment: tuple[tuple[str, str], ...] = ()


OURS = Page("our page, hosted", ("-m", "smp_planner.server", "--port={port}"))
COUNTED = OURS._replace(
    name="our page, its memory counted", arguments=("-m", "benchmarks.counted", "--port={port}")
)
OURS_FOR_PATIENTS = OURS._replace(
    name="our page, as patients have it", environment=(("SMP_VIEW", "patient"),)
)
OURS_BY_RUN = Page("our page, streamlit run", (*RUN, "app.py"))
STOCK = Page("empty page, stock streamlit run", (*RUN, "slider.py"), EMPTY)
TUNED = Page(
    "empty page, uvicorn and frozen",
    (*UVICORN, "benchmarks.empty.server:app"),
    ROOT,
    (("EMPTY_PAGE", "slider.py"),),
)
TUNED_AND_SPARED = Page(
    "empty page, uvicorn, frozen, and spared what ours is spared",
    ("-m", "benchmarks.empty.spared", "--port={port}"),
    ROOT,
    TUNED.environment,
)
TUNED_TOGGLE = TUNED._replace(environment=(("EMPTY_PAGE", "toggle.py"),))


class Served(NamedTuple):
    """A page that answers at a port of this machine."""

    page: Page
    port: int
    process: subprocess.Popen[bytes]

    def cpu_ms(self) -> float:
        """The processor time that the server has taken so far; not a number where the system doesn't tell."""
        told = Path(f"/proc/{self.process.pid}/stat")
        if not told.exists():
            return float("nan")
        fields = told.read_text(encoding="utf-8").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")

    def mib(self) -> float:
        """The memory that the server holds now; not a number where the system doesn't tell."""
        told = Path(f"/proc/{self.process.pid}/statm")
        if not told.exists():
            return float("nan")
        return int(told.read_text(encoding="utf-8").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


@contextmanager
def serving(page: Page, log: Path | None = None) -> Generator[Served]:
    """A page served until the block ends; what the server says goes to the log.

    Raises TimeoutError where it does not answer, and ChildProcessError where it ends before.
    """
    port = free_port()
    command = [sys.executable, *(argument.format(port=port) for argument in page.arguments)]
    with (
        (log or Path(os.devnull)).open("wb") as said,
        subprocess.Popen(
            command, cwd=page.folder, env={**os.environ, **dict(page.environment)}, stdout=said, stderr=said
        ) as process,
    ):
        try:
            _wait_for(port, process)
            yield Served(page, port, process)
        finally:
            process.terminate()


def free_port() -> int:
    """A port of this machine at which nobody listens."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if process.poll() is not None:
            raise ChildProcessError(f"the server ended with {process.returncode}")
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1):
                return
        except OSError:
            time.sleep(0.01)
    raise TimeoutError("the server does not answer")
