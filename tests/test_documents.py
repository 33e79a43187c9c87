"""What README and how-tos tell people to run, write and look at: it runs, it is valid, it is there."""

from __future__ import annotations

import ast
import os
import platform
import re
import runpy
import shlex
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from benchmarks.machine import NOT_TOLD, processor
from smp_planner.__main__ import main
from smp_planner.exports.text import to_text
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.load import load_rules, try_load
from smp_planner.views.plan_page import PARTS
from tests.people import ADULT, plan_of
from tests.reading_grade import reading_grade

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
HOW_TO = ROOT / "docs" / "how-to"
CHANGE_A_NUMBER = HOW_TO / "change-a-number.md"
GUIDE = HOW_TO / "walk-a-patient-through.md"
PYTHON = (".venv/bin/python", "python")
STANDS_FOR = {
    "FILE": "data/clinics/example-studio.yaml",
    "INTAKE": "docs/example-intake.yaml",
    "FIELD": "dots",
    "DIR": "schemas",
    "before": "data",
}


def blocks(page: Path, kind: str) -> list[str]:
    """The fenced blocks of a kind on a page."""
    return re.findall(rf"^```{kind}\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def commands() -> dict[str, str]:
    """Every command that the pages show, and where: lines of shell blocks, and what stands in backquotes."""
    found: dict[str, str] = {}
    for page in PAGES:
        lines = [line for block in blocks(page, "sh") for line in block.splitlines() if line]
        prose = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
        lines += re.findall(r"`([^`]*python -m smp_planner [^`]*)`", prose)
        for line in lines:
            found.setdefault(" ".join(line.split("#")[0].split()), str(page.relative_to(ROOT)))
    return found


TOLD = {line: page for line, page in commands().items() if line != ".venv/bin/python -m benchmarks"}


def at_hand(folder: Path) -> None:
    """Put what the commands name into a folder: the rules, the pages, the clinic's file of the guide."""
    for part in ("docs", "data"):
        (folder / part).symlink_to(ROOT / part)
    (ours,) = blocks(CHANGE_A_NUMBER, "yaml")
    (folder / "ours.yaml").write_text(ours, encoding="utf-8")


def test_commands_are_found() -> None:
    assert list(TOLD.values()).count("README.md") >= 8
    assert {"docs/how-to/add-a-clinic.md", "docs/how-to/change-a-number.md"} <= set(TOLD.values())


@pytest.mark.parametrize("line", TOLD)
def test_a_command_runs_as_it_is_written(line: str, tmp_path: Path) -> None:
    words = [STANDS_FOR.get(word, word) for word in shlex.split(line)]
    given = dict(word.split("=", 1) for word in words if re.match(r"[A-Z_]+=", word))
    program, *arguments = words[len(given) :]
    if program == "sh":
        assert (ROOT / arguments[0]).is_file()
        assert subprocess.run(["sh", "-n", arguments[0]], cwd=ROOT, check=False).returncode == 0
        return
    assert program in PYTHON, line
    at_hand(tmp_path)
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), **given},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    outputs = [tmp_path / arguments[arguments.index("-o") + 1]] if "-o" in arguments else []
    assert done.stdout or all(path.stat().st_size for path in outputs)


def test_every_file_a_page_links_to_is_there() -> None:
    missing = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in PAGES
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert missing == []


def test_every_path_that_a_guide_names_is_there() -> None:
    named = {
        path
        for page in (ROOT / "README.md", *HOW_TO.glob("*.md"))
        for path in re.findall(r"`((?:data|docs|tests|smp_planner|benchmarks)/[\w./-]*)`", page.read_text())
    }
    assert len(named) > 8
    assert [path for path in sorted(named) if not (ROOT / path).exists()] == []


# --- a clinic's file ------------------------------------------------------------------------


def the_clinic(tmp_path: Path, old: str = "", new: str = "") -> Path:
    """The clinic of the guide, in a file; `old` is replaced."""
    text = blocks(HOW_TO / "add-a-clinic.md", "yaml")[0]
    assert old in text
    path = tmp_path / "clinic.yaml"
    path.write_text(text.replace(old, new), encoding="utf-8")
    return path


def test_the_clinic_of_the_guide_is_valid_and_its_values_stand_on_the_plan(tmp_path: Path) -> None:
    path = the_clinic(tmp_path)
    assert try_load(clinic=path)[1] == []
    plan = plan_treatment(ADULT, load_rules(clinic=path))
    assert [(e.parameter, e.to, e.outside_range) for e in plan.rules.clinic_edits] == [
        ("sessions.gaps.second_to_third", 21, False)
    ]
    assert "We see every client again after three weeks." in " ".join(to_text(plan).split())


def test_what_the_guide_says_of_the_clinic_itself_is_valid(tmp_path: Path) -> None:
    (text,) = (block for block in blocks(HOW_TO / "add-a-clinic.md", "yaml") if "prepared_by" in block)
    path = tmp_path / "clinic.yaml"
    path.write_text(text, encoding="utf-8")
    profile = load_rules(clinic=path).edition.profile
    assert profile is not None
    assert all(profile)


def test_the_price_list_of_the_guide_is_valid_and_its_quote_stands_on_the_plan(tmp_path: Path) -> None:
    whole, prices = next(
        (first, more)
        for first, *others in [blocks(HOW_TO / "add-a-clinic.md", "yaml")]
        for more in others
        if more.startswith("prices:")
    )
    path = tmp_path / "priced.yaml"
    path.write_text(f"{whole}\n{prices}")
    assert try_load(clinic=path)[1] == []
    told = " ".join(
        to_text(plan_treatment(ADULT, load_rules(clinic=path)), made_on=date(2026, 11, 27)).split()
    )
    assert "In all, with VAT: $3,180" in told  # (1,000 + 2 x 800 + 50) x 1.2
    assert "Valid until 26 January 2027." in told


def test_the_parts_of_the_guide_can_be_pasted_into_one_file_in_their_order(tmp_path: Path) -> None:
    """As it says: where a key is there already, the later part takes its place."""
    keys: dict[str, str] = {}
    for part in blocks(HOW_TO / "add-a-clinic.md", "yaml"):
        keys |= {key: text for text, key in re.findall(r"^((\w+):.*\n(?:[ #].*\n)*)", part, re.MULTILINE)}
    assert {"overrides", "prices", "brand", "opening", "exceptions", "instructions"} <= set(keys)
    path = tmp_path / "pasted.yaml"
    path.write_text("".join(keys.values()), encoding="utf-8")
    assert try_load(clinic=path)[1] == []


def test_a_worked_file_copied_without_its_logo_is_told_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "clinic.yaml"
    shutil.copy(ROOT / "data" / "clinics" / "example-clinic.yaml", path)
    (problem,) = try_load(clinic=path)[1]
    assert "take the logo along" in str(problem)
    assert "take the logo along" in (HOW_TO / "add-a-clinic.md").read_text()


def test_a_plan_says_that_a_value_is_outside_the_range_as_the_guide_promises(tmp_path: Path) -> None:
    assert "outside what the sources recommend" in (HOW_TO / "add-a-clinic.md").read_text()
    usual, longer = load_rules().sessions.gaps.rows["second_to_third"].read(), 60
    assert usual.high < longer <= usual.limits[1]
    rules = load_rules(clinic=the_clinic(tmp_path, "value: 21", f"value: {longer}"))
    told = " ".join(to_text(plan_treatment(ADULT, rules)).split())
    assert "outside what the sources recommend (14 to 30 days)" in told
    within = load_rules(clinic=the_clinic(tmp_path))
    assert "outside what" not in to_text(plan_treatment(ADULT, within))


def test_the_exceptions_and_instructions_of_the_guide_are_valid_and_planned_with(tmp_path: Path) -> None:
    tables = ("exceptions:", "instructions:")
    stated = [text for text in blocks(HOW_TO / "add-a-clinic.md", "yaml") if text.startswith(tables)]
    path = the_clinic(tmp_path)
    path.write_text(path.read_text() + "\n".join(stated))
    plan = plan_of(ADULT, load_rules(clinic=path))
    assert [edit.to for edit in plan.rules.clinic_edits if edit.signed] == [4, 48]
    assert "clinic_alcohol_after" in {window.rule for window in plan.aftercare.windows}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("sessions.gaps.second_to_third", "sessions.gaps.second_to_thrid", "is not a parameter"),
        ("value: 21", "value: 9000", "is beyond the limits"),
        ("    reason: We see every client again after three weeks.\n", "", "reason"),
        ("[our-protocol]", "[another-protocol]", "another-protocol"),
    ],
    ids=["unknown parameter", "beyond the limits", "no reason", "unknown source"],
)
def test_check_finds_what_the_guide_says_it_finds(tmp_path: Path, old: str, new: str, said: str) -> None:
    problems = try_load(clinic=the_clinic(tmp_path, old, new))[1]
    assert said in "\n".join(map(str, problems))


# --- a number -------------------------------------------------------------------------------


def test_a_changed_number_is_checked_and_seen_without_touching_python(tmp_path: Path) -> None:
    """The steps of the guide: change `value` inside its range, check, look at the plan."""
    folder = tmp_path / "data"
    shutil.copytree(ROOT / "data", folder)
    rules = load_rules()
    planned = rules.sessions.gaps.rows["second_to_third"].read()
    line = int(planned.place.split(":")[1])
    lines = (folder / "sessions.yaml").read_text(encoding="utf-8").splitlines(keepends=True)
    row = next(n for n in range(line - 1, line + 3) if f"value: {planned.value}" in lines[n])
    lines[row] = lines[row].replace(f"value: {planned.value}", f"value: {planned.low}")
    (folder / "sessions.yaml").write_text("".join(lines), encoding="utf-8")
    before, after = plan_treatment(ADULT, rules), plan_treatment(ADULT, load_rules(folder))
    gaps = [plan.sessions.items[2].gap_days for plan in (before, after)]
    assert gaps == [planned.value, planned.low]


def test_what_a_clinic_moves_is_shown_as_compare_rules_tells_it(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    request: pytest.FixtureRequest,
) -> None:
    at_hand(tmp_path)
    monkeypatch.chdir(tmp_path)
    ((line,), (shown,)) = (blocks(CHANGE_A_NUMBER, kind) for kind in ("sh", "text"))
    assert main(shlex.split(line)[3:]) == 0
    told = capfd.readouterr().out
    if request.config.getoption("--rewrite-goldens"):
        page = CHANGE_A_NUMBER.read_text(encoding="utf-8")
        page, shown = page.replace(f"```text\n{shown}```", f"```text\n{told}```"), told
        CHANGE_A_NUMBER.write_text(page, encoding="utf-8")
    assert told == shown, "write it anew with pytest --rewrite-goldens"
    assert "Our studio: We see every client again after three weeks." in told


# --- the consultant's guide -----------------------------------------------------------------


def test_every_name_in_the_consultants_guide_stands_on_the_screen() -> None:
    page = " ".join(GUIDE.read_text(encoding="utf-8").split())
    named = set(re.findall(r"\*\*(.+?)\*\*", page)) - {"bold"}
    views = (ROOT / "smp_planner" / "views").glob("*.py")
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in views)
    shown = {node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    assert named - shown == set()
    assert set(PARTS) - named == set()


def test_the_consultants_guide_can_be_read_at_grade_8_and_is_one_page() -> None:
    told = re.sub(r"[*|#-]", " ", GUIDE.read_text(encoding="utf-8"))
    assert all(reading_grade(part) <= 8 for part in re.split(r"\n\s*\n", told) if part.strip())
    assert len(told.split()) < 900


def test_a_measure_names_its_processor_as_the_system_tells_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = tmp_path / "cpuinfo"
    told.write_text("processor\t: 0\nmodel name\t: A Make @ 2.80GHz\nflags\t: fpu\n", encoding="utf-8")
    assert processor(told) == "A Make @ 2.80GHz"
    told.write_text("processor\t: 0\nBogoMIPS\t: 50\n", encoding="utf-8")
    for model, named in (("arm", "arm"), ("", NOT_TOLD)):
        monkeypatch.setattr(platform, "processor", lambda model=model: model)
        assert processor(told) == processor(tmp_path / "none") == named


def test_the_benchmarks_that_the_readme_names_print_a_line_for_each_comparison(
    capfd: pytest.CaptureFixture[str],
) -> None:
    """Each measure once. What is fast enough is for people to judge, beside a quiet machine."""
    assert ".venv/bin/python -m benchmarks" in commands()
    benchmarks = runpy.run_module("benchmarks.__main__", run_name="benchmarks.quick")
    benchmarks["main"](["--quick", "engine", "look", "page"])
    printed = capfd.readouterr().out.splitlines()
    engine, look, page = printed[:5], printed[5:11], printed[11:]
    assert [line.split()[0] for line in engine] == ["Python", "load_rules", "plan_treatment", "whole", "ms"]
    assert [line.count("ratio") for line in engine] == [0, 1, 0, 1, 0]
    assert engine[0].endswith(processor())
    assert "25,054 dots" in look[0]
    assert [line.split()[1] for line in look[2:4]] == ["side", "behind"]
    assert [line.split()[0] for line in page] == [
        "stock",
        "tuned",
        "tuned",
        "clinic,",
        "clinic,",
        "clinic,",
        "patient,",
    ]
    assert [line.count("goal 0.5") for line in page] == [0, 0, 0, 1, 1, 1, 1]
