"""The files of a rules folder: which belong there, and which are strangers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from smp_planner.errors import Place, Problem, did_you_mean
from smp_planner.rules.models import MODELS, PARTED

CLINICS = "clinics"


def part_files(folder: Path) -> list[Path]:
    """The files of a rule file that stands in parts, by name; none where the folder isn't there."""
    return [path for path in _yaml_files(folder, "*.yaml") if path.suffix == ".yaml"]


def strangers(folder: Path, label: str) -> Iterator[Problem]:
    """A problem for each YAML file that no rule file has a place for: misspelt names read nothing."""
    files, folders = [f"{name}.yaml" for name in MODELS], [*PARTED, CLINICS]
    for path in _yaml_files(folder, "*"):
        if path.name not in files:
            yield _stranger(
                path.name, label, did_you_mean(path.name, files) or "clinic files live in clinics/"
            )
    for path in _yaml_files(folder, "*/**/*"):
        home, *inner = path.relative_to(folder).parts
        name = "/".join((home, *inner))
        if home not in folders:
            hint = did_you_mean(home, folders) or f"folders known here: {', '.join(folders)}"
            yield _stranger(name, label, hint)
        elif home in PARTED and path.parent != folder / home:
            yield _stranger(name, label, f"tables stand in {home}/, not deeper")
        elif home in PARTED and path.suffix != ".yaml":
            yield _stranger(name, label, f"name it {path.stem}.yaml")


def _yaml_files(folder: Path, pattern: str) -> list[Path]:
    """Files that look like YAML, in folders and under names that are not hidden."""
    return sorted(
        path
        for path in folder.glob(pattern)
        if path.suffix.lower() in (".yaml", ".yml")
        and path.is_file()
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )


def _stranger(name: str, label: str, hint: str) -> Problem:
    return Problem(
        place=Place(f"{label}/{name}", 1, 1),
        key="",
        message="is not a rule file we know",
        code="R110",
        hint=hint,
    )
