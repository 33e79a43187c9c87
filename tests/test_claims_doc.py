"""The claims as a document: every entry, up to date."""

from __future__ import annotations

from itertools import chain

import pytest

from smp_planner.rules.load import load_rules
from smp_planner.rules.ruleset import RuleSet
from tests.claims_doc import DOCUMENT, render_claims


def test_the_document_of_claims_is_up_to_date(request: pytest.FixtureRequest) -> None:
    """It is for those who keep the rules: documents have their full titles, as where these may be told."""
    document = render_claims(load_rules(region="US"))
    if request.config.getoption("--rewrite-goldens"):
        DOCUMENT.write_text(document, encoding="utf-8")
    assert DOCUMENT.read_text(encoding="utf-8") == document, "write it anew with pytest --rewrite-goldens"


def test_every_claim_can_be_looked_up_with_its_settlement(rules: RuleSet) -> None:
    document = render_claims(rules)
    for claim in chain.from_iterable(entries.values() for entries in rules.article.claims.values()):
        assert f"### {claim.topic}\n" in document
        assert claim.settled in document
        assert all(said in document for said in claim.claims)
