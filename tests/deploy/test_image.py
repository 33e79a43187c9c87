"""What the image takes along is enough: the page is served from it alone, with nothing to write to."""

from __future__ import annotations

import shutil
import signal
import urllib.request
from pathlib import Path

import pytest

from benchmarks.servers import Page, Served, serving
from benchmarks.timing import ROOT
from benchmarks.visitor import visiting
from tests.deploy.files import PORT, cluster_settings, command, copied

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


def test_the_page_is_served_from_what_is_copied_writes_nothing_and_stops_when_asked(image: Path) -> None:
    arguments = [text.replace("0.0.0.0", "127.0.0.1").replace(str(PORT), "{port}") for text in command()[1:]]
    settings = {**cluster_settings(), "SMP_CLINIC": "", "SMP_VIEW": "clinic", "SMP_DRAIN_SECONDS": "0"}
    nowhere = {"HOME": "/nonexistent", "PYTHONDONTWRITEBYTECODE": "1", **settings}
    before = files_in(image)
    with serving(Page("image", tuple(arguments), image, tuple(nowhere.items()))) as served:
        assert word(served, "/healthz")[0] == 200
        assert word(served, "/readyz")[0] == 200
        with visiting(served.port) as visitor:
            visitor.change("part", ["Aftercare"])
            assert visitor.fragments
        served.process.send_signal(signal.SIGTERM)
        assert served.process.wait(PATIENCE) == 0
    assert files_in(image) == before
