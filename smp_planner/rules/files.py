"""The rule files: which there are, how they are read, and how a wrong shape is told."""

from __future__ import annotations

import stat
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Literal, NamedTuple, cast

from pydantic import BaseModel, ConfigDict, RootModel, ValidationError

from smp_planner.errors import Place, Problem, did_you_mean
from smp_planner.rules.figures import Strict
from smp_planner.rules.shape_problems import apart_from, entered, shape_problems
from smp_planner.rules.shapes.aftercare import AftercareRules
from smp_planner.rules.shapes.answers import IntakeRules
from smp_planner.rules.shapes.claims import ArticleRules, WhatIfRules
from smp_planner.rules.shapes.comparison import ComparisonRules
from smp_planner.rules.shapes.course import CoverageRules, DensityRules, SessionRules, TechniqueRules
from smp_planner.rules.shapes.options import OptionRules
from smp_planner.rules.shapes.risks import RiskRules
from smp_planner.rules.shapes.rule_file import SourceEntry
from smp_planner.rules.shapes.suitability import SuitabilityRules
from smp_planner.rules.shapes.years import PriceRules, TouchUpRules
from smp_planner.rules.source_map import Path as KeyPath
from smp_planner.rules.source_map import SourceMap, as_table, dotted, read


class SourcesFile(RootModel):  # pyright: ignore[reportMissingTypeArgument]  # built when it is first used
    """sources.yaml: every document cited, by id."""

    model_config = ConfigDict(defer_build=True)

    root: dict[str, SourceEntry]


class RuleFiles(Strict):
    """All rule files by name, in the order they are read."""

    sources: SourcesFile
    intake: IntakeRules
    suitability: SuitabilityRules
    coverage: CoverageRules
    density: DensityRules
    sessions: SessionRules
    technique: TechniqueRules
    aftercare: AftercareRules
    touch_ups: TouchUpRules
    prices: PriceRules
    options: OptionRules
    comparison: ComparisonRules
    risks: RiskRules
    what_if: WhatIfRules
    article: ArticleRules


MODELS: Mapping[str, type[BaseModel]] = {
    name: cast("type[BaseModel]", field.annotation) for name, field in RuleFiles.model_fields.items()
}


class RuleFile(NamedTuple):
    """One file as read: its text, values with places, and the typed model if it has the shape."""

    name: str
    text: str
    found: SourceMap
    model: BaseModel | None

    def problem(
        self,
        path: KeyPath,
        message: str,
        code: str,
        hint: str = "",
        level: Literal["error", "warning"] = "error",
    ) -> Problem:
        """A problem at a key path of this file."""
        place = self.found.place(path)
        return Problem(place=place, key=dotted(path), message=message, code=code, hint=hint, level=level)

    def rows(self, path: KeyPath) -> dict[str, object]:
        """The table at a key path of the file; an empty one where there is none."""
        value = self.found.value
        for part in path:
            value = entered(value, part, None)
        return as_table(value) or {}


def read_file(path: Path, label: str, model: type[BaseModel]) -> tuple[RuleFile | None, list[Problem]]:
    """Read one rule file and give it its shape; problems carry the label as file name."""
    file, problems = _values(path, label)
    return (file, problems) if file is None else _in_shape(file, model)


def _values(path: Path, label: str) -> tuple[RuleFile | None, list[Problem]]:
    """The values of a file, not yet in a shape; or why it can't be opened."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        return None, [_unreadable(label, f"is not UTF-8 text (byte {fault.start})")]
    except (OSError, ValueError) as fault:
        return None, [_unreadable(label, _why_not(fault))]
    return RuleFile(path.stem, text, read(text, label), None), []


def _in_shape(file: RuleFile, model: type[BaseModel]) -> tuple[RuleFile, list[Problem]]:
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


def read_folder(folder: Path, label: str) -> tuple[dict[str, RuleFile], list[Problem]]:
    """All rule files of a folder; a missing or unknown file is a problem."""
    try:
        if not stat.S_ISDIR(folder.stat().st_mode):
            return {}, [_unreadable(label, "is not a folder of rule files")]
        problems: list[Problem] = list(_strangers(folder, label))
    except (FileNotFoundError, NotADirectoryError):
        return {}, [_unreadable(label, "is not a folder of rule files")]
    except (OSError, ValueError) as fault:
        return {}, [_unreadable(label, _why_not(fault))]
    files: dict[str, RuleFile] = {}
    for name in MODELS:
        file, faults = _values(folder / f"{name}.yaml", f"{label}/{name}.yaml")
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


def _all_in_shape(files: Mapping[str, RuleFile]) -> dict[str, RuleFile] | None:
    """All files with their models, shaped in one go, which is faster; None where any has a problem."""
    if any(file.found.problems for file in files.values()):
        return None
    try:
        models = RuleFiles.model_validate({name: file.found.value for name, file in files.items()})
    except ValidationError:
        return None
    return {name: file._replace(model=vars(models)[name]) for name, file in files.items()}


def _strangers(folder: Path, label: str) -> Iterator[Problem]:
    known = [f"{name}.yaml" for name in MODELS]
    for path in sorted(_yaml_files(folder)):
        if path.name not in known:
            yield Problem(
                place=Place(f"{label}/{path.name}", 1, 1),
                key="",
                message="is not a rule file we know",
                code="R110",
                hint=did_you_mean(path.name, known) or "clinic files live in clinics/",
            )


def _yaml_files(folder: Path) -> Iterable[Path]:
    return (path for path in folder.glob("*.y*ml") if path.is_file())


def _why_not(fault: OSError | ValueError) -> str:
    """Why a file can't be opened; a ValueError is about a name that no file can have."""
    reason = fault.strerror if isinstance(fault, OSError) else "no file can have this name"
    return f"can't be opened: {reason}"


def _unreadable(label: str, what: str) -> Problem:
    return Problem(place=Place(label, 1, 1), key="", message=what, code="R100")
