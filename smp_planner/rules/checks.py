"""What the shape can't say: values in their range, ranges in their limits, and the rest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from smp_planner.domain.rule_book import is_old
from smp_planner.errors import Problem
from smp_planner.rules.about_checks import check_about, review_overdue
from smp_planner.rules.citations import check_citations, check_claims
from smp_planner.rules.clinic_hours_faults import check_holidays
from smp_planner.rules.comparison_checks import check_comparison
from smp_planner.rules.decision_checks import check_decision
from smp_planner.rules.files import ReadFile
from smp_planner.rules.layers import Layer
from smp_planner.rules.matters_checks import check_matters
from smp_planner.rules.naming_checks import check_naming
from smp_planner.rules.option_checks import check_options
from smp_planner.rules.shapes.comparison import WORDS
from smp_planner.rules.table_checks import check_tables
from smp_planner.rules.walk import Found
from smp_planner.rules.word_checks import check_words


def check_folder(layer: Layer) -> list[Problem]:
    """Every problem of meaning in the rule files that have their shape."""
    files = {name: file for name, file in layer.files.items() if file.model is not None}
    found = [
        *_spans(layer),
        *check_citations(layer),
        *check_claims(layer),
        *check_tables(files),
        *check_words(files),
        *check_options(files),
        *check_comparison(files),
        *check_decision(files),
        *check_about(files),
        *check_matters(files),
        *check_naming(layer),
        *check_holidays(files),
    ]
    return list(dict.fromkeys(found))  # rows that share a table's limits share its fault


def review_warnings(files: Mapping[str, ReadFile], today: date) -> list[Problem]:
    """A warning for each file last looked through over a year ago, and for a next review that is overdue."""
    old = (
        file.problem(
            ("reviewed", "on"),
            f"was last reviewed on {reviewed.on}, more than a year ago",
            "R310",
            hint="look through the figures, then move the date",
            level="warning",
        )
        for file in files.values()
        if (reviewed := getattr(file.model, "reviewed", None)) and is_old(reviewed.on, today)
    )
    return [*old, *review_overdue(files, today)]


def signature_warnings(layer: Layer, today: date) -> Iterator[Problem]:
    """A warning for each rule of the clinic's own that is signed on a day that is still to come."""
    if layer.clinic is None or layer.clinic_file is None:
        return
    for id_, one in layer.clinic.exceptions.items():
        if one.signed.on > today:
            text = f"is {one.signed.on}, which is still to come"
            hint = "a rule is signed before people are treated by it"
            yield layer.clinic_file.problem(
                ("exceptions", id_, "signed", "on"), text, "R551", hint, level="warning"
            )


def _spans(layer: Layer) -> Iterator[Problem]:
    for name, entries in layer.found.items():
        for entry in entries:
            yield from _span(layer, layer.files[name], entry)


def _span(layer: Layer, file: ReadFile, found: Found) -> Iterator[Problem]:
    entry = vars(found.entry)
    span, value = entry.get("range"), entry.get("value")
    has_value = "value" in entry  # a figure has; a table with one range for its rows has not
    if span is None or (has_value and value is None):
        if (span is None) != (value is None):
            yield file.problem(found.path, "has a value without a range, or a range without a value", "R304")
        return
    lacking = [*_lacking(file, found)]
    if lacking:
        yield from lacking
        return
    (low, high), (floor, ceiling) = span, found.limits
    if low > high:
        yield file.problem((*found.path, "range"), f"runs backwards: {low} to {high}", "R301")
    elif value is not None and not low <= value <= high and found.id not in layer.overrides:
        yield file.problem((*found.path, "value"), f"{value} is outside its range {low}-{high}", "R302")
    if floor > ceiling:
        yield file.problem((*found.limits_at, "limits"), f"run backwards: {floor} to {ceiling}", "R301")
    elif low <= high and not floor <= low <= high <= ceiling:
        text = f"{low}-{high} is outside the limits {floor}-{ceiling}"
        yield file.problem((*found.path, "range"), text, "R303")


def _lacking(file: ReadFile, found: Found) -> Iterator[Problem]:
    """What a figure of the comparison lacks: elsewhere the shape asks for all of it."""
    if not found.limits:
        yield file.problem(found.path, "has a figure, but neither it nor its row has limits", "R304")
    if not vars(found.entry)["basis"]:
        yield file.problem(found.path, "has a figure without a basis", "R304")
    if found.unit == WORDS:
        yield file.problem(found.path, "has a figure in a row whose unit is words", "R304")
