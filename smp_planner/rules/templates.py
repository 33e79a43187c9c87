"""Sentences with places to fill in: each place stands in braces and has a figure to fill it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from string import Formatter

from smp_planner.errors import Problem
from smp_planner.rules.files import ReadFile
from smp_planner.rules.source_map import Path


def unfillable(file: ReadFile, path: Path, text: str, names: Collection[str]) -> Iterator[Problem]:
    """A problem for each place of a text that nothing fills, or for braces that do not match."""
    try:
        places = [place for place in Formatter().parse(text) if place[1] is not None]
    except ValueError:
        yield file.problem(path, "holds a brace that is not closed, or not opened", "R311")
        return
    for _, name, spec, conversion in places:
        if name not in names:
            allowed = ", ".join(f"{{{known}}}" for known in names) or "nothing"
            yield file.problem(path, f"asks for {{{name}}}, but is filled with {allowed}", "R311")
        elif spec or conversion:
            yield file.problem(path, f"should ask for {{{name}}} by its name alone", "R311")
