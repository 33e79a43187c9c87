"""The answers as an intake file holds them, and only those that were given."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast
from unicodedata import category

from smp_planner.domain.answer_form import UNPRINTABLE
from smp_planner.domain.intake import Intake
from smp_planner.exports.record_fields import UNSURE, intake_record
from smp_planner.language.texts import _

NONE_OF_THEM = ("traits", "medication_now")  # an empty list of these is an answer
BY_NAME = ("kept_hair", "matters", "agreed")  # tables whose every key is an answer


def answers_of(intake: Intake) -> dict[str, object]:
    """The answers that were given, in the form of an intake file; days and decimals as they are.

    Read as an intake file they give the same intake. A question that was left out, or of which the person
    isn't sure, is not there; whether the health questions were asked, goals, area and calendar always are.
    The name that an event without one gets is left out too.
    A typed character that no line can hold is a blank.
    """
    record = intake_record(intake)
    given = {key: _given(key, answer) for key, answer in record.items()}
    calendar = cast("dict[str, object]", given["calendar"])
    for number, event in enumerate(cast("list[dict[str, object]]", calendar.get("events", [])), start=1):
        if event.get("name") == _("event {number}", number=number):
            del event["name"]
    given["area"] = given["area"] or UNSURE
    return {key: answer for key, answer in given.items() if _is_given(key, answer)}


def _given(key: str, answer: object) -> object:
    if isinstance(answer, str):
        return "".join(" " if category(one) in UNPRINTABLE else one for one in answer)
    if key in BY_NAME and isinstance(answer, Mapping):
        return {name: _given(name, part) for name, part in cast("Mapping[str, object]", answer).items()}
    if isinstance(answer, Mapping):
        parts = {name: _given(name, part) for name, part in cast("Mapping[str, object]", answer).items()}
        return {name: part for name, part in parts.items() if _is_given(name, part)}
    if isinstance(answer, list):
        return [_given(key, item) for item in cast("list[object]", answer)]
    return answer


def _is_given(key: str, answer: object) -> bool:
    return (key in NONE_OF_THEM and answer is not None) or answer not in (None, "", [], {})
