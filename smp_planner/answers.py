"""An intake file or a file of saved answers becomes an Intake, or every problem in it at once."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from smp_planner.answering.kept import Kept, as_path, without
from smp_planner.answering.meaning import intake_of, meaning_faults
from smp_planner.answering.plan_file import is_foreign, open_plan_file
from smp_planner.answering.required import required_faults, with_stand_ins
from smp_planner.answering.shape import IntakeShape
from smp_planner.answering.unsure import sure_answers, unsure_about
from smp_planner.domain.answer_form import form_faults
from smp_planner.domain.intake import Intake
from smp_planner.domain.saved_rules import SavedRules
from smp_planner.errors import IntakeError, Place, Problem
from smp_planner.exports.handoff import LINK, Handed, unpacked
from smp_planner.language.texts import N_, _
from smp_planner.rules.narrow_yaml import read
from smp_planner.rules.shape_problems import apart_from, described, shape_problems
from smp_planner.rules.source_map import SourceMap

MAX_BYTES = 100_000
MAX_VALUES = 10_000  # saved answers hold some 700; each faulty one costs work, and anybody may send a file
NOT_OPENED = N_("can't be opened: {reason}")
NO_NAME = N_("can't be the name of a file")
NOT_UTF8 = N_("is not UTF-8 text (byte {number})")
NO_TABLE = N_("should be a table of answers; found {found}")
NOT_UNSURE = N_("can't be unsure here")
_PAIR = re.compile(r"(?<!\\)((?:\\\\)*)\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")


class Answers(NamedTuple):
    """What a file of answers says, and everything that is wrong with its form.

    `intake` is None where the text can't be read at all. Where there are problems it holds the
    answers that are sound, so that these can be checked against the rules too; it must not be
    planned with. `saved` are the rules that saved answers were planned with.
    """

    intake: Intake | None
    problems: tuple[Problem, ...]
    kept: Kept
    saved: SavedRules | None = None

    def place(self, field: str) -> Place:
        """Line and column of an answer, by its dotted name; of its nearest parent if it isn't given."""
        return self.kept.place(as_path(field, self.kept.value))

    def with_problems(self, others: list[Problem]) -> tuple[Problem, ...]:
        """The problems of form and those that the rules found, each at its place in the file."""
        located = [self.kept.located(other) for other in others]
        return (*self.problems, *apart_from(self.problems, located))


def read_intake(path: str | Path) -> Intake:
    """The answers in a YAML or JSON file: an intake file, or saved answers.

    Raises IntakeError with every problem of form. Ids and accepted ranges are checked with the rules,
    when a plan is made.
    """
    answers = read_answers(read_bytes(path), str(path))
    if answers.problems or answers.intake is None:
        raise IntakeError(answers.problems)
    return answers.intake


def from_fragment(fragment: str) -> tuple[Intake, Handed]:
    """The answers in what follows the `#` of a link, and which rules it was made under.

    Raises IntakeError with every problem of form, or the one that makes it no link of ours.
    """
    handed = unpacked(fragment)
    answers = read_answers(handed.text, LINK)
    if answers.problems or answers.intake is None:
        raise IntakeError(answers.problems)
    return answers.intake, handed


def read_bytes(path: str | Path) -> bytes:
    """The bytes of an intake file, no more than one past the most that is accepted."""
    try:
        with Path(path).open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as problem:
        raise IntakeError([_of_file(str(path), _(NOT_OPENED, reason=problem.strerror))]) from None
    except ValueError:
        raise IntakeError([_of_file(str(path), _(NO_NAME))]) from None


def read_answers(text: str | bytes, label: str) -> Answers:
    """The answers in a text and every problem of its form, told with `label` as file name."""
    if isinstance(text, bytes):
        try:
            text = text[: MAX_BYTES + 1].decode("utf-8-sig")
        except UnicodeDecodeError as problem:
            fault = _of_file(label, _(NOT_UTF8, number=problem.start))
            return Answers(intake=None, problems=(fault,), kept=Kept(SourceMap(label), None, {}))
    found = read(_PAIR.sub(_joined, text), label, max_bytes=MAX_BYTES, max_values=MAX_VALUES)
    problems = tuple(p._replace(code=p.code.replace("R", "I")) for p in found.problems)
    if not found.halted and not isinstance(found.value, dict):
        wrong = _(NO_TABLE, found=described(found.value))
        problems = (*problems, Problem(place=found.place(()), key="", message=wrong, code="I203"))
        found.halted = True
    if not found.halted and is_foreign(found):
        return _of_plan_file(found, problems)
    if found.halted:
        return Answers(intake=None, problems=problems, kept=Kept(found, None, {}))
    return _understood(found, problems)


def _of_plan_file(found: SourceMap, problems: tuple[Problem, ...]) -> Answers:
    """The answers of a file that holds them beside the rules of when it was saved."""
    file = open_plan_file(found)
    problems = (*problems, *apart_from(problems, file.problems))
    if file.answers is None:
        return Answers(intake=None, problems=problems, kept=Kept(found, None, {}))
    answers = _understood(file.answers, ())
    told = sorted((*problems, *answers.problems), key=_order)
    return answers._replace(problems=tuple(told), saved=file.rules)


def _of_file(label: str, message: str) -> Problem:
    return Problem(place=Place(label, 1, 1), key="", message=message, code="I100")


def _joined(pair: re.Match[str]) -> str:
    """A character that JSON writes as two halves, as YAML writes it whole."""
    high, low = int(pair[2], 16), int(pair[3], 16)
    return f"{pair[1]}\\U{0x10000 + ((high - 0xD800) << 10) + low - 0xDC00:08x}"


def _understood(found: SourceMap, problems: tuple[Problem, ...]) -> Answers:
    """Take out what is faulty until the rest makes sense, and keep account of the faults."""
    told = [*problems, *apart_from(problems, required_faults(found))]
    kept = with_stand_ins(sure_answers(found))
    while True:
        intake, faults = _attempt(kept)
        if intake is not None and not faults:
            return Answers(intake=intake, problems=tuple(sorted(told, key=_order)), kept=kept)
        told += apart_from(told, [_reworded(kept.located(one), found) for one in faults])
        out = {kept.nearest(one.key) for one in faults}
        if () in out:
            raise ValueError("a fault is about some answer, never about all of them")
        kept = with_stand_ins(without(kept, lambda path, _value, out=out: path in out))


def _order(problem: Problem) -> tuple[Place, str]:
    return problem.place, problem.key


def _reworded(problem: Problem, found: SourceMap) -> Problem:
    """A required part that was given as unsure is not missing: it can't be unsure."""
    if problem.code != "I201" or as_path(problem.key, found.value) not in found.marks:
        return problem
    return problem._replace(message=_(NOT_UNSURE), code="I204")


def _attempt(kept: Kept) -> tuple[Intake | None, list[Problem]]:
    values = kept.map()
    try:
        shape = IntakeShape.model_validate(values.value)
    except ValidationError as problem:
        return None, shape_problems(problem, values, IntakeShape, "I2")
    faults = meaning_faults(shape)
    if faults:
        return None, faults
    intake = intake_of(shape, unsure_about(kept.found))
    return intake, form_faults(intake)
