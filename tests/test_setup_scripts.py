"""The scripts that set up and check, run in a folder of their own with commands that only pretend.

Nothing is downloaded: a Python here is a few lines of shell that say which version they are.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

CI = Path(__file__).resolve().parents[1] / ".ci"
TOOLS = ("sh", "dirname", "rm", "cp", "cmp", "mkdir", "id", "cat", "chmod", "nice")

PYTHON = """#!/bin/sh
here="{here}"
case "$*" in
    *version_info*) exit {unfit} ;;
    "-m venv .venv") mkdir -p .venv/bin && cp "$here/inner-{name}" .venv/bin/python; exit {fails} ;;
esac
exit 9
"""
INNER = """#!/bin/sh
echo "{name} $*" >> "{log}"
case "$*" in
    *version_info*) exit {unfit} ;;
    "-m pip --version") [ -e .venv/pip ] ;;
    "-m ensurepip") {ensurepip} ;;
    "-m pip install"*) {install} ;;
esac
"""


class Machine:
    """A scratch copy of the scripts, with the commands of a machine that a test makes up."""

    def __init__(self, home: Path) -> None:
        self.home, self.bin, self.log = home / "project", home / "bin", home / "log"
        shutil.copytree(CI, self.home / ".ci")
        self.bin.mkdir()
        for tool in TOOLS:
            (self.bin / tool).symlink_to(shutil.which(tool) or f"/bin/{tool}")
        self.write(self.home / "requirements.txt", "a==1\n")

    def write(self, path: Path, text: str) -> Path:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        path.chmod(0o755)
        return path

    def command(self, name: str, body: str) -> None:
        self.write(self.bin / name, f"#!/bin/sh\n{body}\n")

    def python(self, name: str, *, fits: bool = True, makes: bool = True) -> None:
        """A Python; one that `makes` no environment leaves half of one behind, as an interruption does."""
        text = PYTHON.format(here=self.bin, name=name, unfit=int(not fits), fails=int(not makes))
        self.write(self.bin / name, text)
        self.write(self.bin / f"inner-{name}", self.inner(name, pip=makes))

    def inner(
        self, name: str, *, pip: bool, fits: bool = True, repairs: bool = False, installs: bool = True
    ) -> str:
        text = INNER.format(
            name=name, log=self.log, unfit=int(not fits),
            ensurepip=": > .venv/pip" if repairs else "exit 1",
            install=":" if installs else "exit 1",
        )  # fmt: skip
        return text.replace("[ -e .venv/pip ]", ":") if pip else text

    def environment(self, name: str, **kind: bool) -> None:
        """An environment that is there already."""
        self.write(self.home / ".venv/bin/python", self.inner(name, **kind))

    def run(self, script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["sh", f".ci/{script}", *arguments],
            cwd=self.home,
            env={**os.environ, "PATH": str(self.bin)},
            capture_output=True,
            text=True,
            check=False,
        )

    def installed(self) -> list[str]:
        """The environments into which requirements were installed."""
        lines = self.log.read_text().splitlines() if self.log.exists() else []
        return [line.split()[0] for line in lines if "pip install" in line]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


# --- .ci/venv -------------------------------------------------------------------------------


def test_the_newest_python_that_fits_is_taken(machine: Machine) -> None:
    for name in ("python3.11", "python3.12", "python3"):
        machine.python(name)
    assert machine.run("venv").returncode == 0
    assert machine.installed() == ["python3.12"]


def test_a_python_that_can_make_no_environment_leaves_the_turn_to_the_next(machine: Machine) -> None:
    machine.python("python3.13", makes=False)
    machine.python("python3.12", fits=False)
    machine.python("python3.11")
    assert machine.run("venv").returncode == 0
    assert machine.installed() == ["python3.11"]


def test_an_environment_without_pip_is_repaired(machine: Machine) -> None:
    machine.python("python3.13")
    machine.environment("old", pip=False, repairs=True)
    assert machine.run("venv").returncode == 0
    assert machine.installed() == ["old"]


def test_an_environment_that_can_not_be_repaired_is_made_anew(machine: Machine) -> None:
    machine.python("python3.13")
    machine.environment("old", pip=False)
    assert machine.run("venv").returncode == 0
    assert machine.installed() == ["python3.13"]


def test_a_repair_that_brings_no_pip_is_none(machine: Machine) -> None:
    """Python's own repair is content when only the record of pip is left."""
    machine.python("python3.13")
    half = machine.inner("old", pip=False, repairs=True).replace(": > .venv/pip", ":")
    machine.write(machine.home / ".venv/bin/python", half)
    assert machine.run("venv").returncode == 0
    assert machine.installed() == ["python3.13"]


def test_an_environment_of_another_python_is_made_anew(machine: Machine) -> None:
    machine.python("python3.13")
    machine.environment("old", pip=True, fits=False)
    assert machine.run("venv").returncode == 0
    assert machine.installed() == ["python3.13"]


def test_an_environment_that_is_whole_stays_and_installs_once(machine: Machine) -> None:
    machine.python("python3.13")
    machine.environment("old", pip=True)
    assert [machine.run("venv").returncode for _ in range(2)] == [0, 0]
    assert machine.installed() == ["old"]
    machine.write(machine.home / "requirements.txt", "a==2\n")
    assert machine.run("venv").returncode == 0
    assert machine.installed() == ["old", "old"]


def test_an_installation_that_failed_is_tried_again(machine: Machine) -> None:
    machine.environment("old", pip=True, installs=False)
    assert [machine.run("venv").returncode for _ in range(2)] == [1, 1]
    assert machine.installed() == ["old", "old"]


def test_without_a_python_that_fits_it_says_which_are_needed(machine: Machine) -> None:
    machine.python("python3", fits=False)
    done = machine.run("venv")
    assert done.returncode == 1
    assert done.stderr.startswith("Python 3.11, 3.12 or 3.13 is needed and was not found on this machine.\n")
    assert "brew install python@3.13" in done.stderr


def test_when_no_python_makes_an_environment_it_says_so_and_leaves_none(machine: Machine) -> None:
    machine.python("python3.12", makes=False)
    machine.python("python3", makes=False)
    done = machine.run("venv")
    assert done.returncode == 1
    assert (
        "can't make a virtual environment; on Debian and Ubuntu: sudo apt install python3-venv" in done.stderr
    )
    assert not (machine.home / ".venv").exists()


# --- .ci/chromium ---------------------------------------------------------------------------

PLAYWRIGHT = 'case "$*" in *install*) echo "$*" >> "{log}" ;; -c*) echo "{own}" ;; esac'


def with_playwright(machine: Machine, *, starts: bool) -> None:
    own = machine.write(machine.home / "own", f"#!/bin/sh\nexit {int(not starts)}\n")
    text = "#!/bin/sh\n" + PLAYWRIGHT.format(log=machine.log, own=own)
    machine.write(machine.home / ".venv/bin/python", text)


def test_a_chromium_that_only_speaks_of_a_snap_is_passed_over(machine: Machine) -> None:
    machine.command("chromium-browser", "echo 'requires the chromium snap to be installed' >&2; exit 1")
    machine.command("google-chrome", "echo Google Chrome 1")
    done = machine.run("chromium")
    assert (done.returncode, done.stdout) == (0, f"{machine.bin}/google-chrome\n")


def test_without_a_browser_playwright_brings_its_own(machine: Machine) -> None:
    with_playwright(machine, starts=True)
    done = machine.run("chromium")
    assert (done.returncode, done.stdout) == (0, f"{machine.home}/own\n")
    assert machine.log.read_text() == "-m playwright install chromium\n"


def test_where_root_may_install_playwright_brings_libraries_too(machine: Machine) -> None:
    with_playwright(machine, starts=True)
    (machine.bin / "id").unlink()
    machine.command("id", "echo 0")
    machine.command("apt-get", "exit 1")
    assert machine.run("chromium").returncode == 0
    assert machine.log.read_text() == "-m playwright install --with-deps chromium\n"


def test_a_browser_that_does_not_start_says_what_may_be_missing(machine: Machine) -> None:
    with_playwright(machine, starts=False)
    done = machine.run("chromium")
    assert done.returncode == 1
    assert "sudo .venv/bin/python -m playwright install-deps chromium" in done.stderr


# --- .ci/test -------------------------------------------------------------------------------


def checked(
    machine: Machine, *arguments: str, fault: str = "", misformed: str = ""
) -> subprocess.CompletedProcess[str]:
    """The checks, all well but the coverage; a fault in the tests that are called so, or by a tool."""
    machine.environment("old", pip=True)
    if fault:
        python = machine.home / ".venv/bin/python"
        found = f"case \"$*\" in *'pytest'*' {fault}'*) echo FOUND {fault}; exit 1 ;; esac"
        machine.write(python, python.read_text().replace("#!/bin/sh", f"#!/bin/sh\n{found}", 1))
    machine.write(machine.home / "requirements-dev.txt", "a==1\n")
    machine.command("chromium", "echo Chromium 1")
    for tool in ("ruff", "basedpyright", "lint-imports"):
        found = f"echo FOUND by {tool}; exit 1" if tool == misformed else ""
        machine.write(machine.home / f".venv/bin/{tool}", f"#!/bin/sh\n{found}\n")
    machine.write(
        machine.home / ".venv/bin/coverage", "#!/bin/sh\necho smp_planner/domain/x.py 90%\nexit 2\n"
    )
    return machine.run("test", *arguments)


def test_a_gap_in_the_coverage_fails_and_says_where(machine: Machine) -> None:
    done = checked(machine)
    assert done.returncode == 2
    assert "smp_planner/domain/x.py 90%" in done.stdout


@pytest.mark.parametrize(
    "fault",
    [
        "tests/browser",
        "--cov=smp_planner/domain",
        "-m hypothesis",
        "tests/exports",
        "tests/views",
        "tests/serving",
        "--ignore=tests/browser",
    ],
)
@pytest.mark.parametrize("can_idle", [True, False])
def test_what_any_part_of_the_tests_finds_fails_the_run_and_is_shown(
    machine: Machine, fault: str, can_idle: bool
) -> None:
    if can_idle:
        machine.command("chrt", 'shift 2; exec "$@"')
    done = checked(machine, fault=fault)
    assert done.returncode == 1
    assert f"FOUND {fault}" in done.stdout


@pytest.mark.parametrize("tool", ["ruff", "basedpyright", "lint-imports"])
def test_what_a_tool_finds_fails_the_run_and_is_shown(machine: Machine, tool: str) -> None:
    done = checked(machine, misformed=tool)
    assert done.returncode == 1
    assert f"FOUND by {tool}" in done.stdout


def test_a_run_of_some_tests_is_not_asked_for_all_coverage(machine: Machine) -> None:
    assert checked(machine, "tests/domain").returncode == 0
