"""What the image takes along is enough: the page is served from it alone, with nothing to write to."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from benchmarks.servers import OURS, Page, Served, serving
from benchmarks.timing import ROOT
from benchmarks.visitor import visiting
from tests.deploy.files import GUIDE, PORT, cluster_settings, command, copied, replicas

PATIENCE = 20  # seconds


@pytest.fixture
def image(tmp_path: Path) -> Path:
    """A folder with what the image takes from the project."""
    for path in copied():
        there = tmp_path / path
        there.parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / path).is_dir():
            shutil.copytree(ROOT / path, there, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / path, there)
    return tmp_path


def files_in(folder: Path) -> set[Path]:
    return set(folder.rglob("*"))


def word(served: Served, path: str) -> tuple[int, str]:
    with urllib.request.urlopen(f"http://127.0.0.1:{served.port}{path}", timeout=10) as answer:
        return answer.status, answer.read().decode()


def program(text: str, served: Served) -> subprocess.CompletedProcess[str]:
    """A program of one line, which asks the page at the port of the image, told that of this one."""
    line = [sys.executable, "-c", text.replace(str(PORT), str(served.port))]
    return subprocess.run(line, capture_output=True, text=True, timeout=PATIENCE, check=False)


def looked_at(served: Served) -> tuple[int, str]:
    """How a replica on one host stands, as Compose asks: status, and why."""
    told = program(replicas()["planner-1"]["healthcheck"]["test"][-1], served)
    return told.returncode, told.stdout.strip()


def asked_as_the_guide_says(served: Served) -> str:
    (line,) = re.findall(r"exec planner-1 python -c \"(.+)\"", GUIDE)
    return program(line, served).stdout.strip()


def test_on_one_host_a_replica_with_a_faulty_clinic_s_file_is_not_taken_for_a_sound_one(
    tmp_path: Path,
) -> None:
    """So an upgrade ends before the other replica goes."""
    faulty = tmp_path / "clinic.yaml"
    faulty.write_text("no: clinic\n", "utf-8")
    with serving(OURS._replace(environment=(("SMP_CLINIC", str(faulty)),))) as served:
        assert word(served, "/healthz")[0] == 200
        assert looked_at(served) == (1, "rules")
        assert asked_as_the_guide_says(served) == "rules"


def test_the_page_is_served_from_what_is_copied_writes_nothing_and_stops_when_asked(image: Path) -> None:
    arguments = [text.replace("0.0.0.0", "127.0.0.1").replace(str(PORT), "{port}") for text in command()[1:]]
    settings = {**cluster_settings(), "SMP_CLINIC": "", "SMP_VIEW": "clinic", "SMP_DRAIN_SECONDS": "0"}
    nowhere = {"HOME": "/nonexistent", "PYTHONDONTWRITEBYTECODE": "1", **settings}
    before = files_in(image)
    with serving(Page("image", tuple(arguments), image, tuple(nowhere.items()))) as served:
        assert word(served, "/healthz")[0] == 200
        assert word(served, "/readyz")[0] == 200
        assert looked_at(served) == (0, "ready")
        assert asked_as_the_guide_says(served) == "ready"
        with visiting(served.port) as visitor:
            visitor.change("part", ["Aftercare"])
            assert visitor.fragments
        served.process.send_signal(signal.SIGTERM)
        assert served.process.wait(PATIENCE) == 0
    assert files_in(image) == before
