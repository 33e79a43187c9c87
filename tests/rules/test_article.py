"""Where the article can't be taken at its word: every contradiction has its entry."""

from __future__ import annotations

import pytest

from smp_planner.rules.figures import Cite
from smp_planner.rules.models import MODELS
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.claims import Claim
from smp_planner.rules.walk import cited
from tests.banned_words import promises
from tests.reading_grade import reading_grade


@pytest.fixture(scope="session")
def claims(rules: RuleSet) -> dict[str, Claim]:
    return {id_: claim for entries in rules.article.claims.values() for id_, claim in entries.items()}


def texts(claim: Claim) -> list[str]:
    return [claim.topic, *claim.claims, claim.literature, claim.settled]


def test_all_25_contradictions_have_an_entry(rules: RuleSet) -> None:
    assert len(rules.article.claims["contradicts_itself"]) == 25


def test_claims_that_do_not_hold_have_entries_of_their_own(rules: RuleSet) -> None:
    expected = {"cheaper_than_medication", "surgery_upkeep", "sign_of_health", "fue_donor"}
    assert expected <= set(rules.article.claims["not_supported"])


def test_a_contradiction_names_both_sides(rules: RuleSet) -> None:
    contradictions = rules.article.claims["contradicts_itself"]
    assert [id_ for id_, claim in contradictions.items() if len(claim.claims) < 2] == []


def test_no_entry_holds_a_banned_word(claims: dict[str, Claim]) -> None:
    assert [text for claim in claims.values() for text in texts(claim) if promises(text)] == []


def test_every_entry_cites_the_article_and_its_place(claims: dict[str, Claim]) -> None:
    def places(claim: Claim) -> list[str]:
        return [source.at for source in claim.sources if isinstance(source, Cite) and source.id == "article"]

    assert [id_ for id_, claim in claims.items() if len(places(claim)) != 1] == []


def test_every_entry_cites_more_than_the_article(claims: dict[str, Claim]) -> None:
    assert [id_ for id_, claim in claims.items() if len(claim.sources) < 2] == []


def test_every_rule_that_settles_a_claim_exists(rules: RuleSet, claims: dict[str, Claim]) -> None:
    files = [name for name in MODELS if name != "sources"]
    known = {found.id for name in files for found in cited(name, getattr(rules, name))}
    assert [rule for claim in claims.values() for rule in claim.rules if rule not in known] == []


def test_every_text_can_be_read_at_grade_eight(claims: dict[str, Claim]) -> None:
    """The claims of one entry are read in one go."""
    read = [
        text
        for claim in claims.values()
        for text in (" ".join(claim.claims), claim.literature, claim.settled)
    ]
    assert [(text, reading_grade(text)) for text in read if reading_grade(text) > 8] == []
