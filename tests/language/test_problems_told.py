"""What is wrong with a file of answers is told in the language that is spoken; of rule files, in English."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from smp_planner.__main__ import main
from smp_planner.answers import read_answers
from smp_planner.errors import IntakeError, RulesError
from smp_planner.language.speech import OWN, Speech, speaking
from smp_planner.planner.all_faults import all_faults
from smp_planner.rules.load import DATA, load_rules
from smp_planner.rules.ruleset import RuleSet
from tests.language.look_alike import look_alike, plain_words
from tests.test_bad_intakes import CASES

# What nobody translates: places and keys, codes, what was found, command lines, the words that are known.
NO_WORDS = re.compile(
    r"^\S+:\d+:\d+: (?:\S+: )?|\[I\d+\]|(?<!\w)'[^']*'|`[^`]*`|\b[a-z]+_[a-z_0-9]+\b"
    rf"|(?:{look_alike('one of')}|{look_alike('keys known here')}:) [^;\n]*",
    re.MULTILINE,
)


@pytest.fixture(scope="module")
def rules(greek: Speech) -> RuleSet:
    return load_rules(speech=greek)


def problems(case: Path, rules: RuleSet) -> str:
    """All problems of a file as the command tells them."""
    answers = read_answers(case.read_bytes(), "answers")
    found = list(answers.problems)
    if answers.intake is not None:
        found = list(answers.with_problems(all_faults(answers.intake, rules, answers.problems)))
    return str(IntakeError(found))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_no_problem_of_the_answers_is_told_in_english(case: Path, rules: RuleSet, greek: Speech) -> None:
    with speaking(greek):
        told = problems(case, rules)
    assert not plain_words(NO_WORDS.sub(" ", told))


def test_a_command_tells_them_in_the_language_of_its_environment(
    greek: Speech, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "answers.yaml").write_text("goals: [crown]\narea: {zones: [crwn]}\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("smp_planner.__main__.speech_of", lambda _tag: greek)
    assert main(["plan", "answers.yaml"]) == 2
    told = capsys.readouterr().err
    assert look_alike("problems in the answers") in told
    assert look_alike("did you mean") + " 'crown'?" in told


def test_problems_of_rule_files_stay_english_whoever_runs_into_them(greek: Speech, tmp_path: Path) -> None:
    folder = tmp_path / "rules"
    shutil.copytree(DATA, folder)
    file = folder / "touch_ups.yaml"
    file.write_text(file.read_text().replace("reviewed:", "revewed:", 1))
    told: list[str] = []
    for speech in (OWN, greek):
        with pytest.raises(RulesError) as raised:
            load_rules(folder, speech=speech)
        told.append(str(raised.value))
    assert "did you mean 'reviewed'?" in told[0]
    assert told[0] == told[1]
