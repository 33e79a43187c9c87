"""No text that everybody reads names a medicine: not a rule, not an id, not what a document is called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from smp_planner.domain.intake import MEDICATIONS
from smp_planner.errors import Problem
from smp_planner.rules.files import ReadFile
from smp_planner.rules.layers import Layer
from smp_planner.rules.naming import text_at
from smp_planner.rules.shapes.treatments import MedicationRules
from smp_planner.rules.source_map import Path, as_list, as_table
from smp_planner.rules.templates import unfillable


def check_naming(layer: Layer) -> Iterator[Problem]:
    """Every name of a medicine where all regions read it, and every text by name that stands for none."""
    home = layer.files.get("medication")
    if home is None or home.model is None:
        return
    naming = cast(MedicationRules, home.model).naming
    names = [name.lower() for name in naming.names]
    yield from _told(layer, home, naming.told)
    for name, file in layer.files.items():
        yield from _named(file, names, documents=() if name == "sources" else None)
    if layer.clinic_file is not None:
        yield from _named(layer.clinic_file, names, documents=("sources",))


def _told(layer: Layer, home: ReadFile, told: Mapping[str, str]) -> Iterator[Problem]:
    """Texts by name stand for others, and are filled with nothing: a file that wasn't read may hold those."""
    models = {name: file.model for name, file in layer.files.items()}
    for id_, text in told.items():
        path = ("naming", "told", id_)
        if layer.is_whole and text_at(models, id_) is None:
            hint = "name the file first, then each key down to the text"
            yield home.problem(path, "stands for a text that there is not", "R309", hint)
        yield from unfillable(home, path, text, ())


def _named(file: ReadFile, names: Sequence[str], documents: Path | None) -> Iterator[Problem]:
    """The names in one file; `documents` is where its list of documents stands, if it has one."""
    if file.model is None:
        return
    small = file.text.lower()
    names = [name for name in names if name in small]
    for path, text in _texts(file.found.value, ()) if names else ():
        found = _name_in(text, names)
        if found is None or _may_name(path):
            continue
        if documents is None or path[:-2] != documents or path[-1] not in ("title", "url"):
            hint = "say it without; regions that may name it have words of their own in medication.yaml"
            yield file.problem(path, f"names a medicine: {found}", "R403", hint)
        elif "quiet" not in file.rows(path[:-1]):
            hint = "add quiet: {title: ...}, with a url where one names no medicine"
            yield file.problem(
                path, f"names a medicine, {found}, and has no quiet title beside it", "R404", hint
            )


def _name_in(text: str, names: Sequence[str]) -> str | None:
    """The first of the names, in small letters, that a text holds, as it is written there."""
    small = text.lower()
    return next((text[at : at + len(name)] for name in names if (at := small.find(name)) >= 0), None)


def _may_name(path: Path) -> bool:
    """The list of names and what is told by name, and the answers that an intake file knows by these ids."""
    return path[0] == "naming" or (path[-2:-1] == ("medication_now",) and path[-1] in MEDICATIONS)


def _texts(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    """Every key and every text below a value, with its path."""
    if isinstance(value, str):
        yield path, value
    for index, inner in enumerate(as_list(value) or ()):
        yield from _texts(inner, (*path, index))
    for key, inner in (as_table(value) or {}).items():
        yield (*path, key), key
        yield from _texts(inner, (*path, key))
