"""A clinic's texts for people promise no more than those of the base rules do."""

from __future__ import annotations

from collections.abc import Iterator

from smp_planner.errors import Problem
from smp_planner.rules.clinic_file import overrides_of
from smp_planner.rules.files import ReadFile
from smp_planner.rules.promises import promises
from smp_planner.rules.shapes.clinic import ClinicFile
from smp_planner.rules.source_map import Path


def promise_faults(clinic: ClinicFile, file: ReadFile) -> Iterator[Problem]:
    """Each text that holds a word of the list unless negated; names of people and documents are their own."""
    for path, text in _texts(clinic):
        word = next(promises(text), None)
        if word is not None:
            hint = "say what you do or have seen; no text for a person may promise or praise"
            yield file.problem(path, f"says '{word}', which no plan may", "R549", hint)


def _texts(clinic: ClinicFile) -> Iterator[tuple[Path, str]]:
    for at, _, override in overrides_of(clinic):
        yield (*at, "reason"), override.reason
    for id_, one in clinic.exceptions.items():
        yield ("exceptions", id_, "reason"), one.reason
    for id_, own in clinic.instructions.items():
        for key in ("name", "say", "why", "reason"):
            yield ("instructions", id_, key), getattr(own, key)
    for id_, said in clinic.about.stated().items():
        yield ("about", id_, "say"), said.say
    if clinic.contact is not None:
        yield ("contact", "in_hours"), clinic.contact.in_hours
        yield ("contact", "out_of_hours"), clinic.contact.out_of_hours
    if clinic.prices is not None:
        for key in ("included", "not_included"):
            for place, text in enumerate(getattr(clinic.prices, key)):
                yield ("prices", key, place), text
        if clinic.prices.deposit is not None:
            yield ("prices", "deposit", "refund"), clinic.prices.deposit.refund
