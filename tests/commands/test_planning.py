"""A plan on the command line: its formats, its rules and clinics, and problems of answers and rules."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import openpyxl
import pikepdf
import pytest

import smp_planner
from smp_planner.answers import read_intake
from smp_planner.exports.plan_file import to_plan_file
from smp_planner.exports.record import to_json
from smp_planner.rules.load import DATA
from smp_planner.rules.saved import saved_rules
from tests.commands.conftest import CLINIC, LEAST, Run, process
from tests.people import START

CHECKED = f"{LEAST}person: {{age: 40, could_be_pregnant: false}}\n"
REFERRED = LEAST.replace("[]", "[keloid]")

# --- formats --------------------------------------------------------------------------------


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
    Path("a.yaml").write_text(CHECKED)
    discreet = run("plan", "a.yaml", "--format", "ics")
    full = run("plan", "a.yaml", "--format", "ics", "--full-titles")
    assert (discreet[0], full[0]) == (0, 0)
    assert discreet[1].startswith("BEGIN:VCALENDAR\r\n")
    assert discreet[1] != full[1]


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        (LEAST.replace("health: []\n", ""), "NOT CHECKED: the health questions are open."),
        (CHECKED.replace("[]", "[blood_thinner]"), "PROVISIONAL: a doctor has to answer first."),
    ],
)
def test_a_calendar_whose_days_may_move_is_written_and_says_why_they_may(
    run: Run, answers: str, why: str
) -> None:
    Path("a.yaml").write_text(answers)
    status, out, told = run("plan", "a.yaml", "--format", "ics")
    assert (status, out[:17]) == (0, "BEGIN:VCALENDAR\r\n")
    assert told.startswith(f"The days in this calendar file are still to be confirmed. {why}")
    assert run("plan", "a.yaml", "--format", "csv")[2] == ""


def test_a_calendar_whose_days_stand_is_given_without_a_word(run: Run) -> None:
    Path("a.yaml").write_text(CHECKED)
    assert run("plan", "a.yaml", "--format", "ics")[2] == ""


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


def test_a_workbook_is_written_to_a_file_with_the_visits_of_the_plan(run: Run) -> None:
    assert run("plan", "a.yaml", "--format", "xlsx", "-o", "plan.xlsx") == (0, "", "")
    first = openpyxl.load_workbook("plan.xlsx")["Visits"]["C2"].value
    assert first.date() == START


def test_a_page_is_one_file_that_a_browser_shows(run: Run) -> None:
    status, out, told = run("plan", "a.yaml", "--format", "html")
    assert (status, told) == (0, "")
    assert out.startswith("<!doctype html>")


def test_the_whole_of_a_page_has_every_question_and_all_risks_which_it_lacks_in_short(run: Run) -> None:
    short, whole = (run("plan", "a.yaml", "--format", "html", *more)[1] for more in ([], ["--whole"]))
    assert "What can go wrong" in short
    assert "Risks of each option" in whole
    assert "Risks of each option" not in short


# Width and height of a sheet in points.
LETTER, A4 = (612, 792), (595, 842)


@pytest.mark.parametrize(
    ("region", "more", "sheet"),
    [
        ("US", [], LETTER),
        ("UK", [], A4),
        ("US", ["--paper", "a4"], A4),
        ("UK", ["--paper", "letter"], LETTER),
    ],
)
def test_paper_is_what_the_region_has_at_hand_unless_named(
    region: str, more: list[str], sheet: tuple[int, int], run: Run
) -> None:
    call = ("plan", "a.yaml", "--format", "pdf", "-o", "plan.pdf", "--region", region, *more)
    assert run(*call) == (0, "", "")
    with pikepdf.open("plan.pdf") as pdf:
        left, bottom, right, top = (round(float(edge)) for edge in pdf.pages[0].mediabox)
    assert (right - left, top - bottom) == sheet


def test_large_print_takes_more_pages(run: Run) -> None:
    def pages(*more: str) -> int:
        assert run("plan", "a.yaml", "--format", "pdf", "-o", "plan.pdf", *more)[0] == 0
        with pikepdf.open("plan.pdf") as pdf:
            return len(pdf.pages)

    assert pages("--large-print") > pages()


@pytest.mark.parametrize("format_", ["pdf", "xlsx"])
@pytest.mark.parametrize("more", [[], ["-o", "-"]])
def test_what_is_no_text_is_kept_from_a_terminal_with_a_hint(
    format_: str, more: list[str], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    expected = f"{format_} is no text for a terminal; name a file: -o plan.{format_}\n"
    assert run("plan", "a.yaml", "--format", format_, *more) == (2, "", expected)


def test_a_pipe_takes_what_is_no_text() -> None:
    done = process("plan", "-", "--format", "xlsx", given=LEAST.encode())
    assert (done.returncode, done.stderr, done.stdout[:2]) == (0, b"", b"PK")


@pytest.mark.parametrize(("format_", "begins"), [("pdf", b"%PDF"), ("xlsx", b"PK"), ("html", b"<!do")])
def test_a_referral_goes_along_in_every_format(format_: str, begins: bytes, run: Run) -> None:
    Path("a.yaml").write_text(REFERRED)
    assert run("plan", "a.yaml", "--format", format_, "-o", "plan")[0] == 0
    assert Path("plan").read_bytes().startswith(begins)


@pytest.mark.parametrize("more", [["--paper", "a4"], ["--paper", "letter"], ["--large-print"]])
def test_options_for_paper_do_no_harm_to_other_formats(more: list[str], run: Run) -> None:
    assert run("plan", "a.yaml", *more) == run("plan", "a.yaml")


# --- standard input -------------------------------------------------------------------------


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


# --- rules, regions, clinics ----------------------------------------------------------------


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


def test_the_environment_names_the_habits_in_which_days_and_money_are_written(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = run("plan", "a.yaml")[1]
    monkeypatch.setenv("SMP_LOCALE", "en-US")
    american = run("plan", "a.yaml")[1]
    assert "11 January 2027" in plain
    assert "January 11, 2027" in american
    monkeypatch.setenv("SMP_LOCALE", "nobody's")
    told = "SMP_LOCALE should be a language tag like en-US; found 'nobody's'\n"
    assert run("plan", "a.yaml") == (2, "", told)


def test_a_clinic_writes_as_its_locale_says_until_somebody_asks_for_another(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("clinic.yaml").write_text("name: Test studio\nlocale: en-US\n")
    assert "January 11, 2027" in run("plan", "a.yaml", "--clinic", "clinic.yaml")[1]
    monkeypatch.setenv("SMP_LOCALE", "en-GB")
    assert "11 January 2027" in run("plan", "a.yaml", "--clinic", "clinic.yaml")[1]


def test_an_empty_environment_names_nothing(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = run("plan", "a.yaml")
    monkeypatch.setenv("SMP_CLINIC", "")
    monkeypatch.setenv("SMP_REGION", "")
    monkeypatch.setenv("SMP_LOCALE", "")
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


# --- problems -------------------------------------------------------------------------------


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


# --- saved answers --------------------------------------------------------------------------


def test_saved_answers_give_the_plan_of_the_intake_that_was_saved(run: Run) -> None:
    held = to_plan_file(read_intake("a.yaml"), saved_rules(smp_planner.load_rules()))
    Path("saved.json").write_text(held, encoding="utf-8")
    assert run("plan", "saved.json", "--format", "json") == run("plan", "a.yaml", "--format", "json")


def test_under_a_clinics_settings_what_changed_is_told_beside_the_plan(run: Run) -> None:
    held = to_plan_file(read_intake("a.yaml"), saved_rules(smp_planner.load_rules()))
    Path("saved.json").write_text(held, encoding="utf-8")
    status, out, told = run("plan", "saved.json", "--clinic", "clinic.yaml")
    assert (status, out) == run("plan", "a.yaml", "--clinic", "clinic.yaml")[:2]
    first, *lines = told.splitlines()
    assert first == "These answers were given without a clinic's settings; here those of Test studio hold."
    assert any(line.startswith("  Last visit: ") and " -> " in line for line in lines)
    assert any(line.endswith("(Test studio: ours)") for line in lines)


def test_a_file_of_anybody_steers_no_terminal_that_tells_its_problems(run: Run) -> None:
    Path("a.yaml").write_text('"g\\e[31m": [crown]\ngoals: ["\\e]0;x\\a\\u202ecrown\\r"]\n', encoding="utf-8")
    status, _out, told = run("plan", "a.yaml")
    assert status != 0
    assert "g\\x1b[31m: is not a key we know here" in told
    assert [sign for sign in told if not sign.isprintable() and sign != "\n"] == []
