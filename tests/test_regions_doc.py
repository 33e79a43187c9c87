"""What a region decides is written down, and people of two regions read different words where they must."""

from __future__ import annotations

import pytest

from smp_planner.exports.paper_size import usual_paper
from smp_planner.exports.text import to_text
from smp_planner.rules.load import DATA, load_rules
from tests.banned_words import medicines
from tests.people import ADULT, plan_of
from tests.regions_doc import DOCUMENT, render_regions


def test_the_document_of_regions_is_up_to_date(request: pytest.FixtureRequest) -> None:
    document = render_regions()
    if request.config.getoption("--rewrite-goldens"):
        DOCUMENT.write_text(document, encoding="utf-8")
    assert DOCUMENT.read_text(encoding="utf-8") == document, "write it anew with pytest --rewrite-goldens"


def test_money_tax_medicines_and_paper_are_told_as_each_region_needs() -> None:
    american, british = (load_rules(region=region) for region in ("US", "UK"))
    in_us, in_uk = (" ".join(to_text(plan_of(ADULT, rules)).split()) for rules in (american, british))
    assert ("$" in in_us, "£" in in_us) == (True, False)
    assert ("$" in in_uk, "£" in in_uk) == (False, True)
    assert "Sales tax" in in_us
    assert "not a Good Faith Estimate" in in_us
    assert "Good Faith" not in in_uk
    assert "VAT" in in_uk
    assert "VAT" not in in_us
    assert "This is a planning estimate, not a quote." in in_uk
    assert medicines(in_us)
    assert not medicines(in_uk)
    assert [usual_paper(rules.edition) for rules in (american, british)] == ["letter", "a4"]


def test_a_clinic_in_the_uk_needs_no_region_to_count_in_pounds() -> None:
    rules = load_rules(clinic=DATA / "clinics" / "example-clinic.yaml")
    told = to_text(plan_of(ADULT, rules))
    assert "£" in told
    assert "$" not in told
    assert not medicines(told)
