"""An event named before its day is known keeps its name: in files, in what is told and taken along."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

from smp_planner.answers import read_answers
from smp_planner.domain.intake import UndatedEvent
from smp_planner.exports.handoff import holds_typed, without_typed
from smp_planner.exports.plan_answers import answers_of
from smp_planner.exports.record import as_json, from_json, to_json
from smp_planner.exports.table import to_csv
from smp_planner.exports.text import to_text
from smp_planner.planner.answer_checks import check_answers
from smp_planner.planner.understood import understand
from smp_planner.rules.ruleset import RuleSet
from tests.answers.answer_files import LEAST
from tests.people import ADULT, adult, plan_of

WEDDING = UndatedEvent(name="wedding", kind="be_ready")
NAMED = adult(calendar=replace(ADULT.calendar, undated=(WEDDING,)))
TOLD = "“wedding” has no day yet, so it is not counted."


def in_file(undated: str) -> str:
    return LEAST.replace("2027-01-11", f"2027-01-11, undated: {undated}")


def test_a_file_may_name_it_and_gives_it_back() -> None:
    read = read_answers(in_file("[{name: wedding, kind: be_ready}]"), "answers.yaml")
    assert read.intake is not None
    assert read.intake.calendar.undated == (WEDDING,)
    again = read_answers(as_json(answers_of(read.intake)), "answers.json")
    assert again.intake == read.intake


def test_one_of_nothing_but_blanks_is_none_and_one_that_cant_be_printed_is_told() -> None:
    read = read_answers(in_file("[{name: '  ', kind: sun}]"), "answers.yaml")
    assert read.intake is not None
    assert read.intake.calendar.undated == ()
    bad = read_answers(in_file('[{name: "a\\u0007b", kind: sun}]'), "answers.yaml")
    assert [problem.key for problem in bad.problems] == ["calendar.undated.0.name"]


def test_with_and_without_a_day_there_are_no_more_than_are_accepted(rules: RuleSet) -> None:
    most = int(rules.intake.accepted.events.read().limits[1])
    many = replace(ADULT.calendar, undated=(WEDDING,) * (most + 1))
    assert check_answers(adult(calendar=replace(many, undated=many.undated[1:])), rules) == []
    [problem] = check_answers(adult(calendar=many), rules)
    assert problem.key == "calendar.events"


def test_it_changes_no_date_and_is_told_with_the_visits_and_the_answers(rules: RuleSet) -> None:
    plan = plan_of(NAMED, rules)
    assert plan.sessions == plan_of(ADULT, rules).sessions
    assert TOLD in to_text(plan)
    [row] = [
        row for row in csv.DictReader(io.StringIO(to_csv(plan), newline="")) if row["section"] == "events"
    ]
    assert (row["item"], row["text"]) == ("wedding", TOLD)
    assert from_json(to_json(plan)) == plan
    [events] = [one for one in understand(NAMED, rules) if one.id == "events"]
    assert str(events).count("wedding (no day yet; ") == 1


def test_its_name_goes_with_all_other_typed_words_where_those_stay_behind() -> None:
    assert holds_typed(NAMED)
    assert without_typed(NAMED) == ADULT
