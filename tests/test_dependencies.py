"""What is installed is what was looked at: every package at one version, every file of it by its hash."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
RUN, WORK = "requirements.txt", "requirements-dev.txt"
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}(?: \\)?\Z")
PINNED = re.compile(r"([a-z0-9-]+)(?:\[[a-z,]+\])?==([0-9][^ ;]*)( ; [^\\]+)?\Z")


def pinned(file: str) -> dict[tuple[str, str, str], int]:
    """Each package with its version and marker, and how many files of it may be installed."""
    found: dict[tuple[str, str, str], int] = {}
    for line in (ROOT / file).read_text(encoding="utf-8").splitlines():
        if HASH.match(line):
            found[list(found)[-1]] += 1
        elif not line.lstrip().startswith("#"):
            told = PINNED.match(line.removesuffix(" \\"))
            assert told is not None, line
            found[told[1], told[2], (told[3] or "").strip()] = 0
    return found


@pytest.mark.parametrize("file", [RUN, WORK])
def test_every_package_has_one_version_and_the_hash_of_each_file(file: str) -> None:
    assert [package for package, files in pinned(file).items() if not files] == []


@pytest.mark.parametrize("file", [RUN, WORK])
def test_no_requirement_names_where_it_is_to_be_fetched(file: str) -> None:
    """So that a mirror serves as well: a hash is the same everywhere."""
    text = (ROOT / file).read_text(encoding="utf-8")
    assert re.findall(r"://|--(?:extra-)?index|--find-links|--trusted-host|@ ", text) == []


def test_the_checks_run_with_the_packages_that_the_page_runs_with() -> None:
    assert set(pinned(RUN)) <= set(pinned(WORK))


@pytest.mark.parametrize(("file", "extra"), [(RUN, False), (WORK, True)])
def test_what_the_project_names_is_pinned_at_the_version_it_names(file: str, extra: bool) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *(project["optional-dependencies"]["dev"] if extra else ())]
    versions = {(name, version) for name, version, _marker in pinned(file)}
    exact = {tuple(one.split(";")[0].strip().split("==")) for one in wanted if "==" in one}
    assert exact - versions == set()


def test_an_installation_takes_nothing_whose_hash_is_not_listed() -> None:
    script = (ROOT / ".ci/venv").read_text(encoding="utf-8")
    installs = [line for line in script.splitlines() if "pip install" in line]
    assert installs
    assert all("--require-hashes" in line for line in installs)


def test_nothing_is_installed_that_the_framework_would_load_unused() -> None:
    """Streamlit imports plotly at its start wherever it is installed; our pictures are our own drawings."""
    assert "plotly" not in {name for name, _version, _marker in pinned(RUN)}
