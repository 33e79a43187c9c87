"""Rule files as read: from a folder, or one by one, each with its values, their places and its shape."""

from __future__ import annotations

import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, NamedTuple

from pydantic import BaseModel, ValidationError

from smp_planner.errors import Place, Problem
from smp_planner.rules.folder import part_files, strangers
from smp_planner.rules.models import MODELS, PARTED, RuleFiles
from smp_planner.rules.narrow_yaml import read
from smp_planner.rules.shape_problems import apart_from, entered, shape_problems
from smp_planner.rules.shapes.rule_file import RuleFile
from smp_planner.rules.source_map import Path as KeyPath
from smp_planner.rules.source_map import SourceMap, as_table, join


class ReadFile(NamedTuple):
    """One file as read: its text, values with places, and the typed model if it has the shape."""

    name: str
    text: str
    found: SourceMap
    model: BaseModel | None

    @property
    def heading(self) -> str:
        """What the file says of itself in its first line; nothing where that is no comment."""
        first = self.text.partition("\n")[0]
        return first.removeprefix("#").strip() if first.startswith("#") else ""

    @property
    def missing_parts(self) -> tuple[str, ...]:
        """Tables that have files of their own, and whose files are not there."""
        if not isinstance(self.model, RuleFile):
            return ()
        there = self.rows((self.model.PARTED,)) if self.model.PARTED else {}
        return tuple(name for name in self.model.parts_needed() if name not in there)

    def problem(
        self,
        path: KeyPath,
        message: str,
        code: str,
        hint: str = "",
        level: Literal["error", "warning"] = "error",
    ) -> Problem:
        """A problem at a key path of this file."""
        place, key = self.found.place(path), self.found.key(path)
        return Problem(place=place, key=key, message=message, code=code, hint=hint, level=level)

    def rows(self, path: KeyPath) -> dict[str, object]:
        """The table at a key path of the file; an empty one where there is none."""
        value = self.found.value
        for part in path:
            value = entered(value, part, None)
        return as_table(value) or {}


def read_file(path: Path, label: str, model: type[BaseModel]) -> tuple[ReadFile | None, list[Problem]]:
    """Read one rule file and give it its shape; problems carry the label as file name."""
    file, problems = _values(path, label)
    return (file, problems) if file is None else _in_shape(file, model)


def _values(path: Path, label: str) -> tuple[ReadFile | None, list[Problem]]:
    """The values of a file, not yet in a shape; or why it can't be opened."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = fault.object[: fault.start].count(b"\n") + 1
        hint = "save it in your editor with the encoding UTF-8"
        return None, [_unreadable(label, f"is not UTF-8 text (byte {fault.start})", line, hint)]
    except (OSError, ValueError) as fault:
        return None, [_unreadable(label, _why_not(fault))]
    return ReadFile(path.stem, text, read(text, label), None), []


def _in_shape(file: ReadFile, model: type[BaseModel]) -> tuple[ReadFile, list[Problem]]:
    """The file with its typed model, or with every problem of its text and shape."""
    found = file.found
    if found.halted:
        return file, found.problems
    typed, problems = shaped(found, model)
    problems = [*found.problems, *apart_from(found.problems, problems)]
    return file if problems else file._replace(model=typed), problems


def shaped(found: SourceMap, model: type[BaseModel]) -> tuple[BaseModel | None, list[Problem]]:
    """The values as a model, or every place where they don't have its shape."""
    try:
        return model.model_validate(found.value), []
    except ValidationError as fault:
        return None, shape_problems(fault, found, model)


def read_folder(folder: Path, label: str) -> tuple[dict[str, ReadFile], list[Problem]]:
    """All rule files of a folder; a missing or unknown file is a problem."""
    try:
        if not stat.S_ISDIR(folder.stat().st_mode):
            return {}, [_unreadable(label, "is not a folder of rule files")]
        problems: list[Problem] = list(strangers(folder, label))
    except (FileNotFoundError, NotADirectoryError):
        return {}, [_unreadable(label, "is not a folder of rule files")]
    except (OSError, ValueError) as fault:
        return {}, [_unreadable(label, _why_not(fault))]
    files: dict[str, ReadFile] = {}
    for name in MODELS:
        file, faults = _values(folder / f"{name}.yaml", f"{label}/{name}.yaml")
        if file is not None and name in PARTED:
            file = _joined(file, folder / name, f"{label}/{name}")
        problems.extend(faults)
        if file is not None:
            files[name] = file
    sound = _all_in_shape(files)
    if sound is not None:
        return sound, problems
    for name, file in files.items():
        files[name], faults = _in_shape(file, MODELS[name])
        problems.extend(faults)
    return files, problems


def _joined(head: ReadFile, folder: Path, label: str) -> ReadFile:
    """A file with the tables that stand in its folder, one to a file; their problems are its own."""
    parts: dict[str, SourceMap] = {}
    texts = [head.text]
    for path in part_files(folder):
        part, faults = _values(path, f"{label}/{path.name}")
        parts[path.stem] = part.found if part else SourceMap(str(path), problems=faults, halted=True)
        texts += [path.stem, part.text if part else ""]
    join(head.found, PARTED[head.name], parts)
    return head._replace(text="\0".join(texts))


def _all_in_shape(files: Mapping[str, ReadFile]) -> dict[str, ReadFile] | None:
    """All files with their models, shaped in one go, which is faster; None where any has a problem."""
    if any(file.found.problems or file.found.halted for file in files.values()):
        return None
    try:
        models = RuleFiles.model_validate({name: file.found.value for name, file in files.items()})
    except ValidationError:
        return None
    return {name: file._replace(model=vars(models)[name]) for name, file in files.items()}


def _why_not(fault: OSError | ValueError) -> str:
    """Why a file can't be opened; a ValueError is about a name that no file can have."""
    reason = fault.strerror if isinstance(fault, OSError) else "no file can have this name"
    return f"can't be opened: {reason}"


def _unreadable(label: str, what: str, line: int = 1, hint: str = "") -> Problem:
    return Problem(place=Place(label, line, 1), key="", message=what, code="R100", hint=hint)
