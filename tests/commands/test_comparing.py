"""Two sets of rules and their plans beside each other, as whole outputs that stand in `compared/`.

Lines of the rule files stand there as LINE, so that a new line in one moves nothing.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from smp_planner.rules.load import DATA
from tests.commands.conftest import CLINIC, LEAST, ROOT, Run, process

GOLDENS = Path(__file__).parent / "compared"
EXAMPLE = (ROOT / "docs" / "example-intake.yaml").read_text(encoding="utf-8")
BROKEN = CLINIC.replace("4,", "40,").replace("name: Test studio\n", "name: Test studio\nregin: US\n")


class Case(NamedTuple):
    """A call, how it ends, and the files it finds beside `a.yaml` and `clinic.yaml`."""

    call: str
    status: int = 0
    files: dict[str, str] = {}  # noqa: RUF012  # never changed


CASES = {
    "studio": Case("base example-studio.yaml intake.yaml"),
    "two_clinics": Case("example-studio.yaml example-clinic.yaml intake.yaml"),
    "clinic_of_the_uk": Case("base example-clinic.yaml intake.yaml"),
    "same": Case("base base a.yaml"),
    "folder": Case("base rules a.yaml"),
    "one_file_twice": Case("clinic.yaml ./clinic.yaml a.yaml"),
    "prices_of_a_region": Case("clinic.yaml base a.yaml --region UK"),
    "asks_no_doctor": Case("base milder a.yaml", files={"a.yaml": LEAST.replace("[]", "[blood_thinner]")}),
    "referral_or_plan": Case("base milder a.yaml", files={"a.yaml": LEAST.replace("[]", "[keloid]")}),
    "referral": Case("base clinic.yaml a.yaml", files={"a.yaml": LEAST.replace("[]", "[keloid]")}),
    "refused_by_one": Case("base narrow a.yaml", files={"a.yaml": f"{LEAST}person: {{age: 38}}\n"}),
    "broken_clinic": Case("base broken.yaml a.yaml", 1, {"broken.yaml": BROKEN}),
    "both_broken": Case("broken.yaml none.yaml b.yaml", 1, {"broken.yaml": BROKEN, "b.yaml": "goals: 5\n"}),
    "broken_twice": Case("broken.yaml broken.yaml a.yaml", 1, {"broken.yaml": BROKEN}),
    "intake_fault": Case("base clinic.yaml b.yaml", 2, {"b.yaml": f"{LEAST}density: thick\ngoal: x\n"}),
    "refused_by_both": Case(
        "base clinic.yaml b.yaml", 2, {"b.yaml": LEAST.replace("{norwood: V}", "{measured: {cm2: 900}}")}
    ),
    "no_intake": Case("base clinic.yaml none.yaml", 2),
    "json": Case("base rules a.yaml --format json"),
}


def copied(name: str, file: str, *changes: tuple[str, str]) -> None:
    """A copy of the rules with passages of one file changed."""
    shutil.copytree(DATA, name)
    path = Path(name, file)
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


FOLDERS = {
    "rules": (
        "sessions.yaml",
        ("  value: 3\n", "  value: 4\n"),
        ("Most clinics publish {published}", "Clinics publish {published}"),
    ),
    "milder": (
        "suitability.yaml",
        ("keloid: {level: stop,", "keloid: {level: ask_doctor,"),
        ("blood_thinner: {level: ask_doctor,", "blood_thinner: {level: know,"),
    ),
    "narrow": (
        "intake.yaml",
        ("value: 40, range: [0, 120], limits: [0, 120]", "value: 20, range: [0, 30], limits: [0, 30]"),
    ),
}
WORKED = ("example-studio.yaml", "example-clinic.yaml")


def at_hand(call: str) -> None:
    """What a call names, in the folder that it runs in: folders of rules, worked clinics, an intake."""
    for name in {*call.split()} & {*FOLDERS}:
        file, *changes = FOLDERS[name]
        copied(name, file, *changes)
    for name in (*WORKED, "example-clinic.svg"):
        shutil.copy(DATA / "clinics" / name, name)
    Path("intake.yaml").write_text(EXAMPLE, encoding="utf-8")


@pytest.mark.parametrize("name", CASES)
def test_a_comparison_is_told_in_full(name: str, run: Run, request: pytest.FixtureRequest) -> None:
    case = CASES[name]
    at_hand(case.call)
    for file, text in case.files.items():
        Path(file).write_text(text, encoding="utf-8")
    status, out, told = run("compare-rules", *case.call.split())
    shown = re.sub(r"(yaml):\d+:\d+", r"\1:LINE", f"{out}{told}")
    shown = re.sub(r'("fingerprint": ")\w+', r"\1FINGERPRINT", shown)
    golden = GOLDENS / f"{name}.txt"
    if request.config.getoption("--rewrite-goldens"):
        golden.write_text(shown, encoding="utf-8")
    assert (status, bool(out)) == (case.status, case.status == 0)
    assert shown == golden.read_text(encoding="utf-8")


def test_answers_may_come_from_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = run("compare-rules", "base", "clinic.yaml", "a.yaml")
    with Path("a.yaml").open() as answers:
        monkeypatch.setattr(sys, "stdin", answers)
        assert run("compare-rules", "base", "clinic.yaml", "-") == expected


def test_a_clinics_file_is_laid_over_the_folder_that_is_named(run: Run) -> None:
    at_hand("rules")
    status, out, _ = run(
        "compare-rules", "rules", "clinic.yaml", "a.yaml", "--rules", "rules", "--format", "json"
    )
    told = json.loads(out)
    assert status == 0
    assert told["rules"]["figures"] == []
    assert [key["id"] for key in told["rules"]["keys"]] == ["clinic.name", "clinic.overrides"]
    assert told["plan"]["same"] is True  # both plan with 4 sessions


def test_a_figure_beyond_what_the_sources_recommend_is_marked(run: Run) -> None:
    own = "sources:\n  ours: {title: Ours, kind: clinic, grade: very_low, read_on: 2026-11-01}\n"
    moved = (
        "  sessions.settled_after_days: {value: 90, reason: We look again after a season., sources: [ours]}\n"
    )
    Path("far.yaml").write_text(f"name: Far\nregion: US\n{own}overrides:\n{moved}", encoding="utf-8")
    Path("intake.yaml").write_text(EXAMPLE, encoding="utf-8")
    status, out, _told = run("compare-rules", "base", "far.yaml", "intake.yaml")
    assert status == 0
    far = "28 days (7 to 28) -> 90 days (7 to 28), outside what the sources recommend"
    assert far in " ".join(out.split())


def test_a_clinic_is_not_compared_in_a_currency_that_is_not_its_own(run: Run) -> None:
    at_hand("")
    status, out, told = run("compare-rules", "example-clinic.yaml", "base", "intake.yaml", "--region", "US")
    assert (status, out) == (1, "")
    assert told.startswith("A, example-clinic.yaml: 1 problem")
    assert "[R529]" in told


@pytest.mark.parametrize("sides", [("base", "none"), ("\0", "base"), ("-", "."), ("a.yaml", "rules.zip")])
def test_what_are_no_rules_is_told_in_words(sides: tuple[str, str], run: Run) -> None:
    status, out, told = run("compare-rules", *sides, "a.yaml")
    assert (status, out) == (1, "")
    assert re.match(r"[AB], ", told)


def test_the_comparison_runs_in_a_process_of_its_own_with_any_letters() -> None:
    done = process(
        "compare-rules", "base", "base", "-", given=LEAST.encode(), environment={"PYTHONIOENCODING": "ascii"}
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"A and B say the same." in done.stdout
