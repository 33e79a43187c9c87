"""Sentences that are asked for by name are there, and can be filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from smp_planner.domain.intake import PAST_WAITS, TREATED_ON
from smp_planner.errors import Problem, did_you_mean
from smp_planner.rules.figures import Number, Saying
from smp_planner.rules.files import ReadFile
from smp_planner.rules.shapes.aftercare import AftercareRules, Instruction
from smp_planner.rules.shapes.course import DensityRules, SessionRules, TechniqueRules
from smp_planner.rules.shapes.suitability import Criterion, SuitabilityRules
from smp_planner.rules.shapes.years import PriceRules, TouchUpRules
from smp_planner.rules.source_map import Path
from smp_planner.rules.talk_checks import check_talk
from smp_planner.rules.templates import unfillable
from smp_planner.rules.wordings import DIFFERS, INSTRUCTION, TOUCH_UP_NOTE, WORDINGS, Wordings


def check_words(files: Mapping[str, ReadFile]) -> Iterator[Problem]:
    """Every problem of wording, in files that have their shape."""
    for name, path, wordings in WORDINGS:
        if name in files:
            yield from _wordings(files[name], path, wordings)
    if "suitability" in files:
        yield from _criteria(files["suitability"])
        yield from _unsure(files["suitability"])
    if "aftercare" in files:
        yield from _instructions(files["aftercare"])
    if "prices" in files:
        say = cast(PriceRules, files["prices"].model).removal_say.say
        yield from unfillable(files["prices"], ("removal_say", "say"), say, ("low", "typical", "high"))
    if "density" in files:
        yield from _shades(files["density"])
    if "technique" in files:
        yield from _visit_steps(files["technique"])
    if "touch_ups" in files:
        yield from _touch_up_notes(files["touch_ups"])
    if "sessions" in files:
        differs = cast(SessionRules, files["sessions"].model).count.differs or ""
        yield from unfillable(files["sessions"], ("count", "differs"), differs, ("published", "visits"))
    if "talk" in files:
        yield from check_talk(files["talk"])


def _wordings(file: ReadFile, path: Path, wordings: Wordings) -> Iterator[Problem]:
    texts = _texts(file, path)
    for name, places in wordings.items():
        if name not in texts:
            yield file.problem(path, f"lacks the sentence '{name}'", "R305")
        else:
            yield from unfillable(file, (*path, name), texts[name], places)
    for name in texts:
        if name not in wordings:
            hint = did_you_mean(name, wordings)
            yield file.problem((*path, name), "is a sentence that nothing asks for", "R306", hint)


def _texts(file: ReadFile, path: Path) -> dict[str, str]:
    """The sentences of a table, with their sources left aside."""
    table: object = file.model
    for part in path:
        table = getattr(table, str(part))
    entries = cast("dict[str, str | Saying]", table)
    return {name: entry if isinstance(entry, str) else entry.say for name, entry in entries.items()}


def _criteria(file: ReadFile) -> Iterator[Problem]:
    """A criterion found by a date speaks of a wait: its own, or that of the wait found by the same date."""
    criteria = cast(SuitabilityRules, file.model).criteria
    waits = {c.found_by for c in criteria.values() if c.level == "wait" and c.wait is not None}
    for id_, criterion in criteria.items():
        by = PAST_WAITS.get(criterion.found_by, criterion.found_by)
        dated = by in TREATED_ON
        if dated and (by not in waits or _lacks_wait(criterion)):
            yield file.problem(("criteria", id_), "is found by a date and lacks the wait from it", "R305")
        said = ("wait",) if dated else ("years", "months", "judged", "asked", "open")
        yield from unfillable(file, ("criteria", id_, "say"), criterion.say, said)
        asked = ("longest",) if dated else ("years", "months")
        yield from unfillable(file, ("criteria", id_, "ask"), criterion.ask or "", asked)
        for name in ("for_scars", "for_users", "with_dates"):
            yield from unfillable(file, ("criteria", id_, name), getattr(criterion, name) or "", ())


def _unsure(file: ReadFile) -> Iterator[Problem]:
    for id_, question in cast(SuitabilityRules, file.model).unsure.items():
        yield from unfillable(file, ("unsure", id_, "say"), question.say, ("years",))
        yield from unfillable(file, ("unsure", id_, "say_named"), question.say_named or "", ("which",))


def _lacks_wait(criterion: Criterion) -> bool:
    return criterion.level == "wait" and criterion.wait is None


def _instructions(file: ReadFile) -> Iterator[Problem]:
    """Instructions end on a day or with another rule; the rules they name stand above them."""
    aftercare = cast(AftercareRules, file.model)
    above: list[str] = []
    for id_, instruction in aftercare.instructions.items():
        path = ("instructions", id_)
        asked = INSTRUCTION if instruction.spf is None else (*INSTRUCTION, "spf")
        yield from unfillable(file, (*path, "say"), instruction.say, asked)
        yield from unfillable(file, (*path, "say_in_hair"), instruction.say_in_hair or "", asked)
        yield from unfillable(file, (*path, "differs"), instruction.differs or "", DIFFERS)
        if (instruction.to_day is None) == (instruction.ends_with is None):
            yield file.problem(path, "should hold either to_day or ends_with", "R305")
        for key in ("starts_after", "ends_with", "said_by"):
            yield from _rule_named(file, (*path, key), getattr(instruction, key), above)
        above.append(id_)
    for id_, before in aftercare.before.items():
        yield from _rule_named(file, ("before", id_, "starts_after"), before.starts_after, above)
    yield from _ends_too_soon(file, aftercare.instructions)


def _ends_too_soon(file: ReadFile, instructions: Mapping[str, Instruction]) -> Iterator[Problem]:
    """No instruction ends before it begins; one that ends the day before only has no days of its own."""
    ends: dict[str, Number] = {}
    for id_, one in instructions.items():
        begins = one.from_day.value if one.from_day else ends.get(one.starts_after or "", -1) + 1
        ends[id_] = one.to_day.value if one.to_day else ends.get(one.ends_with or "", begins)
        if ends[id_] + 1 < begins:
            text = f"ends on day {ends[id_]}, before it begins on day {begins}"
            yield file.problem(("instructions", id_), text, "R308")


def _rule_named(file: ReadFile, path: Path, name: str | None, above: list[str]) -> Iterator[Problem]:
    if name is not None and name not in above:
        text = f"names '{name}', which is no instruction above it"
        yield file.problem(path, text, "R309", did_you_mean(name, above))


def _visit_steps(file: ReadFile) -> Iterator[Problem]:
    """The steps of a visit can be filled with the time between breaks."""
    for place, steps in cast(TechniqueRules, file.model).steps.items():
        for number, step in enumerate(steps):
            yield from unfillable(file, ("steps", place, number), step, ("low", "high"))


def _shades(file: ReadFile) -> Iterator[Problem]:
    """A hair colour has both its greys, or words of its own."""
    for colour, row in cast(DensityRules, file.model).shade.items():
        if row.say is None and (row.first is None or row.target is None):
            yield file.problem(("shade", colour), "should hold either first and target or say", "R305")


def _touch_up_notes(file: ReadFile) -> Iterator[Problem]:
    differs = cast(TouchUpRules, file.model).interval_months.differs or ""
    yield from unfillable(file, ("interval_months", "differs"), differs, DIFFERS)
    for name, note in cast(TouchUpRules, file.model).notes.items():
        yield from unfillable(file, ("notes", name, "say"), note.say, TOUCH_UP_NOTE)
