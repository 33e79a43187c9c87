"""The command line as people meet it: what it writes, where, and with which exit status."""

from __future__ import annotations

import gc
import json
import os
import runpy
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import jsonschema
import pytest

import smp_planner
from smp_planner.__main__ import main
from smp_planner.answers import read_intake
from smp_planner.commands.arguments import CallError, parser, with_environment
from smp_planner.commands.checking import run_check
from smp_planner.commands.output import give
from smp_planner.exports.record import to_json
from smp_planner.rules.load import DATA
from tests.people import START

LEAST = "goals: [shaved_look]\narea: {norwood: V}\nhealth: []\ncalendar: {start: 2027-01-11}\n"
REFERRED = LEAST.replace("[]", "[keloid]")
CLINIC = (
    "name: Test studio\noverrides:\n  sessions.count: {value: 4, reason: ours, sources: [our-judgement]}\n"
)
ROOT = Path(smp_planner.__file__).parents[1]

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in an empty folder that holds `a.yaml`; exit status, output, complaints."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SMP_CLINIC", raising=False)
    monkeypatch.delenv("SMP_REGION", raising=False)
    Path("a.yaml").write_text(LEAST)
    Path("clinic.yaml").write_text(CLINIC)

    def call(*arguments: str) -> tuple[int, str, str]:
        try:
            status = main(arguments)
        except SystemExit as end:
            status = int(end.code or 0)
        out, told = capsysbinary.readouterr()
        return status, out.decode(), told.decode()

    return call


def process(
    *arguments: str, given: bytes = b"", environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "smp_planner", *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})},
        input=given, capture_output=True, check=False, timeout=60,
    )  # fmt: skip


# --- plan -------------------------------------------------------------------------------------


def test_a_plan_is_text_unless_said_otherwise(run: Run) -> None:
    status, out, told = run("plan", "a.yaml")
    assert (status, told) == (0, "")
    assert out.startswith("YOUR SMP PLAN\n")


def test_a_plan_as_json_is_the_plan_record(run: Run) -> None:
    status, out, told = run("plan", "a.yaml", "--format", "json")
    plan = smp_planner.plan_treatment(read_intake("a.yaml"), smp_planner.load_rules())
    assert (status, out, told) == (0, to_json(plan), "")


def test_the_same_call_gives_the_same_bytes(run: Run) -> None:
    assert run("plan", "a.yaml", "--format", "json") == run("plan", "a.yaml", "--format", "json")


def test_a_plan_as_csv_has_its_line_ends(run: Run) -> None:
    status, out, _ = run("plan", "a.yaml", "--format", "csv")
    assert status == 0
    assert out.count("\r\n") == out.count("\n") > 10


def test_a_plan_as_calendar_says_what_it_is_only_when_asked(run: Run) -> None:
    discreet = run("plan", "a.yaml", "--format", "ics")
    full = run("plan", "a.yaml", "--format", "ics", "--full-titles")
    assert (discreet[0], full[0]) == (0, 0)
    assert discreet[1].startswith("BEGIN:VCALENDAR\r\n")
    assert discreet[1] != full[1]


def test_a_referral_is_a_result(run: Run) -> None:
    Path("a.yaml").write_text(REFERRED)
    for format_ in ("text", "json", "csv"):
        status, out, told = run("plan", "a.yaml", "--format", format_)
        assert (status, told) == (0, "")
        assert out
    assert json.loads(run("plan", "a.yaml", "--format", "json")[1])["kind"] == "referral"


def test_a_referral_gives_a_calendar(run: Run) -> None:
    Path("a.yaml").write_text(REFERRED)
    status, out, told = run("plan", "a.yaml", "--format", "ics")
    assert (status, told) == (0, "")
    assert out.startswith("BEGIN:VCALENDAR\r\n")


@pytest.mark.parametrize("format_", ["pdf", "xlsx", "html"])
def test_a_format_that_is_not_made_yet_is_refused_by_name(format_: str, run: Run) -> None:
    expected = f"the format {format_} is not made yet; json, text, csv and ics are\n"
    assert run("plan", "a.yaml", "--format", format_) == (2, "", expected)


@pytest.mark.parametrize("more", [["--paper", "a4"], ["--paper", "letter"], ["--large-print"]])
def test_options_for_paper_do_no_harm_to_other_formats(more: list[str], run: Run) -> None:
    assert run("plan", "a.yaml", *more) == run("plan", "a.yaml")


def test_standard_input_is_read_as_a_file_is(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with Path("a.yaml").open() as answers:
        monkeypatch.setattr(sys, "stdin", answers)
        assert run("plan", "-") == run("plan", "a.yaml")


def test_answers_may_come_from_standard_input() -> None:
    done = process("plan", "-", "--format", "json", given=LEAST.encode())
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["sessions"]["items"][0]["date"] == START.isoformat()


def test_problems_of_standard_input_are_told_as_such() -> None:
    done = process("plan", "-", given=b"goals: [")
    assert done.returncode == 2
    assert done.stderr.startswith(b"1 problem in the answers\nstandard input:2:1: is not readable YAML")


def test_a_region_changes_the_currency(run: Run) -> None:
    for region, currency in (("US", "USD"), ("UK", "GBP")):
        record = json.loads(run("plan", "a.yaml", "--format", "json", "--region", region)[1])
        assert (record["rules"]["region"], record["cost"]["currency"]) == (region, currency)


def test_a_clinic_is_named_with_its_edits(run: Run) -> None:
    record = json.loads(run("plan", "a.yaml", "--format", "json", "--clinic", "clinic.yaml")[1])
    assert record["rules"]["clinic"] == "Test studio"
    assert record["rules"]["clinic_edits"][0]["parameter"] == "sessions.count"
    assert record["sessions"]["count"]["typical"] == 4


def test_the_environment_names_the_clinic_and_the_region(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SMP_CLINIC", "clinic.yaml")
    monkeypatch.setenv("SMP_REGION", "UK")
    rules = json.loads(run("plan", "a.yaml", "--format", "json")[1])["rules"]
    assert (rules["clinic"], rules["region"]) == ("Test studio", "UK")
    rules = json.loads(run("plan", "a.yaml", "--format", "json", "--region", "US")[1])["rules"]
    assert rules["region"] == "US"


def test_an_empty_environment_names_nothing(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = run("plan", "a.yaml")
    monkeypatch.setenv("SMP_CLINIC", "")
    monkeypatch.setenv("SMP_REGION", "")
    assert run("plan", "a.yaml") == plain


def test_an_unknown_region_of_the_environment_is_refused(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SMP_REGION", "FR")
    assert run("plan", "a.yaml") == (2, "", "SMP_REGION should be US or UK; found 'FR'\n")


def test_rules_may_lie_in_another_folder(run: Run) -> None:
    shutil.copytree(DATA, "rules")
    path = Path("rules/sessions.yaml")
    path.write_text(path.read_text().replace("  value: 3\n", "  value: 4\n", 1))
    record = json.loads(run("plan", "a.yaml", "--format", "json", "--rules", "rules")[1])
    assert record["sessions"]["count"]["typical"] == 4
    assert "rules/sessions.yaml:" in json.dumps(record["trace"])


def test_problems_of_form_and_against_the_rules_are_told_together(run: Run) -> None:
    Path("a.yaml").write_text(LEAST + "density: thick\nskin: {traits: 5}\n")
    status, out, told = run("plan", "a.yaml", "-o", "plan.txt")
    assert (status, out) == (2, "")
    assert told.splitlines()[0] == "2 problems in the answers"
    assert [line.split(":")[1] for line in told.splitlines() if line.startswith("a.yaml")] == ["5", "6"]
    assert not Path("plan.txt").exists()


def test_broken_rules_and_broken_answers_are_both_told(run: Run) -> None:
    Path("a.yaml").write_text("goals: 5\n")
    status, _, told = run("plan", "a.yaml", "--rules", "nowhere")
    assert status == 1
    assert "3 problems in the answers" in told
    assert told.endswith("1 problem in the rules\nnowhere:1:1: is not a folder of rule files [R100]\n")


def test_broken_rules_make_no_plan(run: Run) -> None:
    Path("clinic.yaml").write_text(CLINIC.replace("4", "40"))
    status, out, told = run("plan", "a.yaml", "--clinic", "clinic.yaml")
    assert (status, out) == (1, "")
    assert "40 is beyond the limits 3-6 sessions set in data/sessions.yaml:" in told


@pytest.mark.parametrize("intake", ["none.yaml", ".", "clinic.yaml", "a\udcff.yaml"])
def test_an_intake_that_is_none_is_told_in_words(intake: str, run: Run) -> None:
    status, out, told = run("plan", intake)
    assert (status, out) == (2, "")
    assert "in the answers\n" in told
    assert "Traceback" not in told


@pytest.mark.parametrize(
    "call",
    [
        [],
        ["paint"],
        ["plan"],
        ["plan", "a.yaml", "--format", "docx"],
        ["plan", "a.yaml", "--region", "FR"],
        ["plan", "a.yaml", "--paper", "a3"],
        ["plan", "a.yaml", "--form", "json"],
        ["schema"],
        ["schema", "clinic"],
        ["check", "a.yaml"],
        ["explain"],
    ],
    ids=" ".join,
)
def test_a_call_that_makes_no_sense_ends_with_2(call: list[str], run: Run) -> None:
    status, out, told = run(*call)
    assert (status, out) == (2, "")
    assert told.startswith("usage: python -m smp_planner")


def test_help_is_no_failure(run: Run) -> None:
    status, out, told = run("--help")
    assert (status, told) == (0, "")
    assert "exit status: 0 done" in out


# --- where it goes ----------------------------------------------------------------------------


def test_a_plan_is_written_to_a_file(run: Run) -> None:
    assert run("plan", "a.yaml", "-o", "plan.txt") == (0, "", "")
    assert Path("plan.txt").read_text() == run("plan", "a.yaml")[1]
    assert sorted(os.listdir()) == ["a.yaml", "clinic.yaml", "plan.txt"]


def test_a_dash_stands_for_the_terminal(run: Run) -> None:
    assert run("plan", "a.yaml", "-o", "-") == run("plan", "a.yaml")


def test_a_file_that_is_there_is_replaced_and_keeps_its_permissions(run: Run) -> None:
    path = Path("plan.txt")
    path.write_text("old")
    path.chmod(0o640)
    run("plan", "a.yaml", "-o", "plan.txt")
    assert path.read_text().startswith("YOUR")
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_link_is_followed_and_stays_a_link(run: Run) -> None:
    Path("there.txt").write_text("old")
    Path("here.txt").symlink_to("there.txt")
    run("plan", "a.yaml", "-o", "here.txt")
    assert Path("here.txt").is_symlink()
    assert Path("there.txt").read_text().startswith("YOUR")


def test_a_failed_run_leaves_the_file_as_it_was(run: Run) -> None:
    Path("plan.txt").write_text("old")
    Path("a.yaml").write_text(LEAST + "density: thick\n")
    assert run("plan", "a.yaml", "-o", "plan.txt")[0] == 2
    assert Path("plan.txt").read_text() == "old"


def test_a_plan_never_takes_the_place_of_its_own_answers(run: Run) -> None:
    expected = "./a.yaml: is the file of answers itself; nothing was written\n"
    assert run("plan", "a.yaml", "-o", "./a.yaml") == (2, "", expected)
    assert Path("a.yaml").read_text() == LEAST


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("none/plan.txt", "No such file or directory"),
        (".", "it is a folder"),
        ("a\0b", "not a path of a file"),
    ],
)
def test_a_file_that_cannot_be_written_is_told(target: str, reason: str, run: Run) -> None:
    assert run("plan", "a.yaml", "-o", target) == (2, "", f"{target}: can't be written: {reason}\n")


def test_a_device_is_written_to_and_not_replaced(run: Run) -> None:
    assert run("plan", "a.yaml", "-o", os.devnull) == (0, "", "")
    assert not Path(os.devnull).is_file()


def test_a_write_that_fails_half_way_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_self: Path, _target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(CallError, match="No space left on device"):
        give(b"x", str(tmp_path / "plan.txt"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_told_and_not_traced(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with open("/dev/full", "w") as full:
        monkeypatch.setattr(sys, "stdout", full)
        status, _, told = run("plan", "a.yaml")
    assert (status, told) == (2, "standard output can't be written: No space left on device\n")


def test_a_reader_who_stops_early_is_no_problem(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with open(writer, "w") as pipe:
        monkeypatch.setattr(sys, "stdout", pipe)
        status, _, told = run("plan", "a.yaml", "--format", "json")
    assert (status, told) == (0, "")


def test_a_process_whose_reader_stops_early_ends_quietly() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "smp_planner", "schema", "plan"],
            env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=writer, stderr=subprocess.PIPE, check=False,
        )  # fmt: skip
    finally:
        os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


def test_output_does_not_depend_on_the_terminal_s_letters() -> None:
    text = LEAST.replace("11}", "11, events: [{on: 2027-02-01, name: Zoë, kind: sun}]}")
    done = process(
        "plan", "-", "--format", "json", given=text.encode(), environment={"PYTHONIOENCODING": "ascii"}
    )
    assert done.returncode == 0
    assert "Zoë".encode() in done.stdout


def test_closed_streams_are_told_and_not_traced(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert run("plan", "-") == (2, "", "standard input is closed\n")
    monkeypatch.setattr(sys, "stdout", None)
    assert run("plan", "a.yaml") == (2, "", "standard output is closed\n")
    monkeypatch.setattr(sys, "stderr", None)
    assert run("plan", "none.yaml")[0] == 2


def test_an_interrupt_ends_quietly(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_call: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("smp_planner.__main__._run", stop)
    assert run("check") == (130, "", "")


# --- check, explain, schema -------------------------------------------------------------------


def test_a_check_says_what_it_checked(run: Run) -> None:
    status, out, told = run("check")
    words = out.split()
    assert (status, told) == (0, "")
    assert out.startswith("18 rule files, ")
    assert out.endswith(" sources: no problem\n")
    assert int(words[3]) > 150
    assert int(words[5]) == len((DATA / "sources.yaml").read_text().split("read_on: ")) - 1


def test_a_check_counts_what_a_clinic_moves(run: Run) -> None:
    status, out, _ = run("check", "--clinic", "clinic.yaml")
    assert status == 0
    assert out.endswith(" sources, 1 value moved by Test studio: no problem\n")


def test_a_check_takes_the_clinic_of_the_environment(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SMP_CLINIC", "none.yaml")
    expected = "1 problem in the rules\nnone.yaml:1:1: can't be opened: No such file or directory [R100]\n"
    assert run("check") == (1, "", expected)


def test_a_check_tells_every_problem_of_every_file(run: Run) -> None:
    shutil.copytree(DATA, "rules")
    for name, old, new in (
        ("sessions", "unit: sessions", "unit: sesions"),
        ("density", "unsure_look: ", "unsure_look: x"),
    ):
        path = Path(f"rules/{name}.yaml")
        path.write_text(path.read_text().replace(old, new, 1))
    status, out, told = run("check", "--rules", "rules/")
    assert (status, out) == (1, "")
    assert told.startswith("2 problems in the rules\nrules/density.yaml:")
    assert "\nrules/sessions.yaml:" in told


def test_an_old_review_is_a_warning_and_no_failure(
    capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SMP_CLINIC", raising=False)
    run_check(parser().parse_args(["check"]), date(2040, 1, 1))
    out, told = capsysbinary.readouterr()
    assert out.endswith(b"no problem\n")
    assert told.startswith(b"17 warnings\ndata/aftercare.yaml:")
    assert b"was last reviewed on 2026-11-23, more than a year ago [R310]" in told


def test_one_warning_is_one(capsysbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> None:
    shutil.copytree(DATA, tmp_path / "data")
    path = tmp_path / "data" / "density.yaml"
    path.write_text(path.read_text().replace("on: 2026-11-23", "on: 2020-01-01", 1))
    run_check(parser().parse_args(["check", "--rules", str(path.parent)]), date(2027, 1, 1))
    assert capsysbinary.readouterr()[1].startswith(b"1 warning\n")


def test_every_figure_can_be_explained(run: Run) -> None:
    status, out, told = run("explain", "a.yaml")
    assert (status, told) == (0, "")
    assert "\nsessions.count = " in out


def test_one_figure_can_be_explained(run: Run) -> None:
    status, out, _ = run("explain", "a.yaml", "sessions.count")
    assert status == 0
    assert out.startswith("sessions.count = ")
    assert "data/sessions.yaml:" in out


def test_a_figure_that_no_plan_has_is_refused_with_a_hint(run: Run) -> None:
    expected = "the plan has no figure 'sesions.count'; did you mean 'sessions.count'?\n"
    assert run("explain", "a.yaml", "sesions.count") == (2, "", expected)


def test_a_clinic_is_named_in_an_explanation(run: Run) -> None:
    assert "Test studio: ours" in run("explain", "a.yaml", "sessions.count", "--clinic", "clinic.yaml")[1]


@pytest.mark.parametrize("kind", ["intake", "plan"])
def test_a_schema_is_written(kind: str, run: Run) -> None:
    status, out, told = run("schema", kind)
    assert (status, told) == (0, "")
    jsonschema.Draft202012Validator.check_schema(json.loads(out))


def test_the_rules_have_a_schema_for_each_file(run: Run) -> None:
    schemas = json.loads(run("schema", "rules")[1])
    assert len(schemas) == 22
    for schema in schemas.values():
        jsonschema.Draft202012Validator.check_schema(schema)


def test_the_schema_of_an_intake_knows_the_ids_of_the_rules(run: Run) -> None:
    out = run("schema", "intake")[1]
    assert '"keloid"' in out
    assert '"cost_over_years"' in out


def test_a_plan_fits_the_schema_that_is_written(run: Run) -> None:
    schema = json.loads(run("schema", "plan")[1])
    jsonschema.Draft202012Validator(schema).validate(json.loads(run("plan", "a.yaml", "--format", "json")[1]))


# --- the front door ---------------------------------------------------------------------------


def test_a_call_given_in_full_asks_nothing_of_the_environment() -> None:
    call = parser().parse_args(["plan", "a.yaml", "--clinic", "c.yaml", "--region", "US"])
    same = with_environment(call, {"SMP_CLINIC": "other.yaml", "SMP_REGION": "UK"})
    assert (same.clinic, same.region) == ("c.yaml", "US")


def test_the_package_runs_as_a_command(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["smp_planner", "plan", "none.yaml"])
    monkeypatch.delitem(sys.modules, "smp_planner.__main__")
    try:
        with pytest.raises(SystemExit) as end:
            runpy.run_module("smp_planner", run_name="__main__")
    finally:
        gc.enable()
    assert end.value.code == 2


def test_planning_loads_nothing_of_the_app(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(LEAST)
    code = (
        "import sys; from smp_planner.__main__ import main; print(main(['plan', 'a.yaml', '-o', 'b.txt']),"
        "sorted({'streamlit', 'pandas', 'numpy', 'icalendar', 'plotly'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, check=True,
    )  # fmt: skip
    assert done.stdout == b"0 []\n"
