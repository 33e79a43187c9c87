"""How sure documents make us of a figure."""

from datetime import date

from smp_planner.domain.provenance import Source, strongest

READ = date(2026, 11, 23)


def document(kind: str, grade: str) -> Source:
    return Source(id=kind, title=kind, year=None, kind=kind, grade=grade, url=None, read_on=READ)


def test_the_strongest_document_tells_how_sure_a_figure_is() -> None:
    assert strongest([document("clinic", "very_low"), document("trial", "moderate")]) == "moderate"


def test_a_formula_is_no_evidence_of_what_happened_to_people() -> None:
    assert strongest([document("case_series", "low"), document("formula", "high")]) == "low"


def test_a_formula_alone_makes_nobody_sure() -> None:
    assert strongest([document("formula", "high")]) == "very_low"
