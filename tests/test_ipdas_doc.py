"""The list for decision aids: all 44 points, each with a status that holds, and their document."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from smp_planner.domain.intake import OPTIONS
from smp_planner.rules.ruleset import RuleSet
from tests.banned_words import promises
from tests.fair_people import KINDS, done_for, fair_plan
from tests.ipdas_doc import DOCUMENT, points_of, render_ipdas
from tests.ipdas_marks import proofs, proofs_in, run_pytest
from tests.language.template import template
from tests.life_told import LIVE, told_alike
from tests.reading_grade import reading_grade

NEED_PEOPLE = {"Q12", "Q13", "Q14", "Q15", "Q16", "Q17", "Q22", "Q23"}
CLAIMS = re.compile(r"certifie[ds]|certificat|accredit|endorsed", re.IGNORECASE)


def test_the_document_is_up_to_date(rules: RuleSet, request: pytest.FixtureRequest) -> None:
    document = render_ipdas(rules)
    if request.config.getoption("--rewrite-goldens"):
        DOCUMENT.write_text(document, encoding="utf-8")
    assert DOCUMENT.read_text(encoding="utf-8") == document, "write it anew with pytest --rewrite-goldens"


def test_all_points_of_the_list_are_there_once(rules: RuleSet) -> None:
    counted = {name: len(group.points) for name, group in rules.ipdas.groups.items()}
    assert counted == {"qualifying": 6, "certifying": 10, "quality": 28}
    assert len(points_of(rules)) == 44


def test_every_point_that_is_met_or_met_in_part_is_borne_by_a_test_and_no_other_is(rules: RuleSet) -> None:
    met = {id_ for id_, point in points_of(rules).items() if point.status in ("met", "in_part")}
    assert set(proofs()) == met


FILE_OF_TESTS = """
import pytest

@pytest.mark.ipdas("Q1")
def test_it_runs():
    pass

@pytest.mark.skip(reason="later")
@pytest.mark.ipdas("Q2")
def test_it_is_skipped():
    pass

@pytest.mark.xfail(strict=True)
@pytest.mark.ipdas("Q3")
def test_it_fails_as_was_known():
    raise AssertionError

@pytest.mark.ipdas("Q4")
def test_it_skips_itself():
    pytest.skip("no browser here")
"""


def test_a_test_that_is_skipped_or_known_to_fail_proves_nothing(tmp_path: Path) -> None:
    file = tmp_path / "test_some.py"
    file.write_text(FILE_OF_TESTS)
    assert set(proofs_in(str(file))) == {"Q1", "Q4"}
    ran = run_pytest("-q", str(file))
    assert "test_it_skips_itself proves a point of IPDAS and may not be skipped" in ran.stdout
    assert ran.returncode == 1


def test_what_needs_people_is_not_done_yet(rules: RuleSet) -> None:
    status = {id_: point.status for id_, point in points_of(rules).items()}
    assert {id_ for id_ in NEED_PEOPLE if status[id_] != "not_done"} == set()
    assert list(status.values()).count("not_for_this") == 4 + 5


def test_no_certificate_is_claimed_by_the_document_or_by_any_text_of_the_page(rules: RuleSet) -> None:
    """What a cited document is called is no claim of ours."""
    titles = {source.title for source in rules.sources.values()}
    texts = {text for message in template() for text in as_texts(message.id)} - titles
    assert len(texts) > 1000, "all texts of the page and the rules"
    assert [text for text in (*texts, DOCUMENT.read_text(encoding="utf-8")) if CLAIMS.search(text)] == []


def as_texts(id_: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (id_,) if isinstance(id_, str) else tuple(id_)


def test_the_list_is_told_in_plain_words(rules: RuleSet) -> None:
    texts = [rules.ipdas.about.say]
    for group in rules.ipdas.groups.values():
        texts.append(group.title)
        for point in group.points.values():
            texts += [f"{point.asks}.", *([point.how] if point.how else [])]
    assert [text for text in texts if promises(text)] == []
    assert reading_grade(" ".join(texts)) <= 8
    assert [how for point in points_of(rules).values() if (how := point.how) and reading_grade(how) > 8] == []


@pytest.mark.ipdas("1.2.1")
@pytest.mark.parametrize("kind", KINDS)
def test_life_with_each_option_is_told_for_body_mind_and_other_people(kind: str) -> None:
    """In a finished plan, in real words: no blank, no "not known", and no sentence for all options.

    With what can't be done for somebody there is no life: it says so, and tells of no hair that was moved.
    """
    rows, done = {row.id: row for row in fair_plan(f"{kind}, US").comparison.rows}, done_for(kind)
    lives = [rows[id_].cells for id_ in LIVE]
    assert {rows[id_].group for id_ in LIVE} == {"What is it like to live with?"}
    assert told_alike({option: [cells[option].say for cells in lives] for option in done}) == []
    blank = [cells[option] for cells in lives for option in done]
    assert [cell for cell in blank if cell.not_known or cell.withheld] == []
    cant = {cells[option].say for cells in lives for option in OPTIONS if option not in done}
    assert cant <= {"Can't be done: with loss over the whole scalp there is no hair to move."}


def test_life_told_in_one_sentence_for_all_is_seen() -> None:
    one = {option: ["You will feel it day by day."] * 3 for option in OPTIONS}
    assert len(told_alike(one)) == len(OPTIONS) + 3
    blank = {option: [f"{option} is like this {place} a b." for place in "123"] for option in OPTIONS}
    assert told_alike(blank) == []
    assert told_alike(blank | {"smp": ["", *blank["smp"][1:]]}) == ["smp: is told in too few words"]
