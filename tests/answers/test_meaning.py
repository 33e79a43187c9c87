"""What a file of answers means: forms of a file, dates, names, days and time zones."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from smp_planner.answers import read_intake
from tests.answers.answer_files import FULL, FULL_INTAKE, LEAST, LEAST_INTAKE, plain, told, understood, values


def test_every_answer_of_a_full_file_is_understood() -> None:
    assert understood(FULL) == FULL_INTAKE


def test_three_answers_are_enough() -> None:
    assert understood(LEAST) == LEAST_INTAKE


def test_a_file_is_read_from_a_path_or_its_name(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(LEAST)
    assert read_intake(path) == read_intake(str(path)) == LEAST_INTAKE


def test_a_file_may_begin_with_a_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + LEAST.replace("\n", "\r\n").encode())
    assert read_intake(path) == LEAST_INTAKE


def test_json_is_read_like_yaml() -> None:
    assert understood(json.dumps(values(FULL), default=plain, indent="\t")) == FULL_INTAKE


@pytest.mark.parametrize("name", ["\U0001f600 Zoë", "\\ud83d\\ude00", "a\\", "\U0001f468\u200d\U0001f469"])
def test_json_may_write_a_character_in_two_halves(name: str) -> None:
    answers = {
        "goals": ["crown"],
        "area": {"norwood": "V"},
        "person": {"name": name},
        "calendar": {"start": "2027-01-11"},
    }
    assert understood(json.dumps(answers, ensure_ascii=True)).person.name == name


def test_a_quoted_date_is_a_date() -> None:
    assert understood(LEAST.replace("2027-01-11", "'2027-01-11'")) == LEAST_INTAKE


@pytest.mark.parametrize("day", ["2027-W02-1", "2027-1-11", "20270111", "2027-01-11T09:00"])
def test_only_one_way_to_write_a_date_is_known(day: str) -> None:
    assert told(LEAST.replace("2027-01-11", f"'{day}'")) == ["calendar.start I203"]


def test_an_event_without_a_name_is_numbered() -> None:
    text = LEAST.replace(
        "11}", "11, events: [{on: 2027-02-01, kind: sun}, {on: 2027-02-02, kind: sport, name: ''}]}"
    )
    assert [event.name for event in understood(text).calendar.events] == ["event 1", "event 2"]


def test_a_name_of_nothing_but_blanks_is_no_name() -> None:
    text = LEAST.replace(
        "11}",
        "11, events: [{on: 2027-02-01, kind: sun, name: '  '}],"
        " away: [{from: 2027-02-01, to: 2027-02-02, name: ' '}]}\nperson: {name: '   '}",
    )
    answers = understood(text)
    assert answers.calendar.events[0].name == "event 1"
    assert (answers.calendar.away[0].name, answers.person.name) == ("", "")


def test_the_usual_days_are_all_but_sunday() -> None:
    assert understood(LEAST).calendar.weekdays == ("mon", "tue", "wed", "thu", "fri", "sat")


@pytest.mark.parametrize("name", ["n" * 200, "Zoë O’Neil", "\u0634\u0627\u06cc\u0627\u0646", "a\u200db"])
def test_names_of_all_kinds_are_welcome(name: str) -> None:
    assert understood(f"{LEAST}person: {{name: '{name}'}}").person.name == name


@pytest.mark.parametrize("zone", ["America/Denver", "Europe/London", "UTC"])
def test_a_time_zone_is_one_of_the_world(zone: str) -> None:
    assert understood(LEAST.replace("11}", f"11, timezone: {zone}}}")).calendar.timezone == zone


@pytest.mark.parametrize(
    "zone",
    [
        *("Denver", "../etc/passwd", "America", "/etc/localtime", "''", "a\\0b"),
        *("localtime", "posixrules", "Factory", "posix/Europe/London", "right/Europe/London"),
    ],
)
def test_what_is_no_time_zone_is_refused(zone: str) -> None:
    text = LEAST.replace("11}", f'11, timezone: "{zone}"}}')
    assert told(text) == ["calendar.timezone I308"]
