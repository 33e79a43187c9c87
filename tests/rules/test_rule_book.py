"""The rule book: figures and decisions by file, what the clinic changed, the search, and how old it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import cast

import pytest
from pydantic import BaseModel

from smp_planner.domain.rule_book import RuleBook, is_old
from smp_planner.rules.figures import Cited, OfPeople
from smp_planner.rules.files import ReadFile
from smp_planner.rules.layers import parameters
from smp_planner.rules.load import DATA, load_rules, read_layer
from smp_planner.rules.models import MODELS
from smp_planner.rules.rule_book import rule_book
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.source_map import SourceMap
from smp_planner.rules.walk import cited
from tests.own_clinic import EXERCISE, own_clinic

CLINIC = """
name: Hill studio
overrides:
  sessions.gaps.second_to_third: {value: 21, reason: We wait for the skin., sources: [hill]}
  touch_ups.interval_months: {value: 24, reason: Ours lasts., sources: [hill, article]}
sources: {hill: {title: Protocol of Hill, kind: clinic, grade: very_low, read_on: 2026-11-01}}
"""
OUTSIDE = """
name: Hill studio
overrides: {sessions.start_within_days: {value: 120, reason: We are booked up., sources: [article]}}
"""


@pytest.fixture
def book(rules: RuleSet) -> RuleBook:
    return rules.kept(rule_book)


def of_clinic(tmp_path: Path, text: str) -> RuleBook:
    path = tmp_path / "clinic.yaml"
    path.write_text(text, encoding="utf-8")
    return rule_book(load_rules(clinic=path))


def ids(book: RuleBook, typed: str = "", *, edited: bool = False, outside: bool = False) -> list[str]:
    chapters = book.found(typed, edited=edited, outside=outside)
    return [rule.reading.id for chapter in chapters for rule in chapter.rules]


def test_it_holds_every_parameter_in_the_order_of_the_files(book: RuleBook) -> None:
    layer, _ = read_layer()
    figures = [rule.reading.id for rule in book.rules if rule.is_figure and not rule.is_fixed]
    by_area = [id_ for id_ in figures if ".points." in id_]
    assert [id_ for id_ in figures if id_ not in by_area] == list(parameters(layer))
    assert by_area[:2] == ["prices.regions.US.course.points.1", "prices.regions.US.course.points.2"]
    assert len(by_area) == 10
    assert "Course price by treated area: 30 cm2" in {rule.name for rule in book.rules}


def test_it_holds_what_studies_found_and_no_clinic_may_set(us: RuleSet) -> None:
    book = rule_book(us)
    fixed = {rule.reading.id: rule for rule in book.rules if rule.is_fixed}
    layer, _ = read_layer()
    assert fixed.keys().isdisjoint(parameters(layer))
    assert {rule.is_figure for rule in fixed.values()} == {True}
    assert fixed.keys() >= {
        "risks.medication.sexual_problems.per_100",
        "hair.untreated_yearly_loss",
        "hair.medication_gain.10",
        "medication.prices.US.both",
        "surgery.survival.fue",
        "surgery.prices.UK.per_graft.fut",
        "options.gates.surgery_women.figure",
        "touch_ups.fade.yearly_loss",
        "density.preview.natural_hair",
    }
    names = {id_.removeprefix("comparison."): rule.name for id_, rule in fixed.items()}
    assert names["body.scar.cells.fut"] == "Will there be a scar: Strip surgery (FUT)"
    assert names["sure.satisfied.cells.surgery.beside.pleased"] == (
        "How many of 100 people were pleased when they were asked: Strip surgery (FUT), Single-graft surgery "
        "(FUE), a figure beside it"
    )
    assert names["does.net_count_1y.cells.medication.for_women.beside.weaker"] == (
        "Each trial counted in its own way: how many more hairs after one year: Medication, women, a figure "
        "beside it"
    )


def test_every_count_of_people_is_fixed_wherever_it_stands(book: RuleBook, rules: RuleSet) -> None:
    """A figure of a study that is added to another file fails here until `domain.fixed` names it."""
    of_people = {
        found.id
        for name in MODELS
        for found in ([] if name == "sources" else cited(name, getattr(rules, name)))
        if isinstance(found.entry, OfPeople) or found.unit == "per 100"
    }
    counted = [rule for rule in book.rules if rule.is_figure and rule.reading.id in of_people]
    assert len(counted) > 60
    assert [rule.reading.id for rule in counted if not rule.is_fixed] == []


def test_a_clinic_still_sets_its_own_work_care_and_prices(book: RuleBook) -> None:
    free = {rule.reading.id for rule in book.rules if not rule.is_fixed}
    assert free >= {
        "sessions.count",
        "sessions.visit_hours",
        "sessions.gaps.first_to_second",
        "density.looks.natural",
        "density.preview.dot_mm",
        "aftercare.instructions.direct_sun.to_day",
        "touch_ups.interval_months",
        "prices.regions.UK.touch_up",
        "talk.clip_every_days",
    }


def test_every_number_of_a_rule_with_sources_is_told(us: RuleSet) -> None:
    """Nothing that holds a number is left out but what only carries figures that are told themselves."""
    told = {rule.reading.id for rule in rule_book(us).rules}
    for name in MODELS:
        for found in () if name == "sources" else cited(name, getattr(us, name)):
            if own_numbers(found.entry):
                assert found.id in told, found.id


def own_numbers(entry: Cited) -> bool:
    """Whether it holds a number of its own, beside those of what stands in it with sources of its own."""

    def holds(value: object) -> bool:
        if isinstance(value, Cited | bool):
            return False
        if isinstance(value, BaseModel):
            return any(map(holds, vars(value).values()))
        if isinstance(value, dict):
            return any(map(holds, cast("dict[str, object]", value).values()))
        if isinstance(value, list):
            return any(map(holds, cast("list[object]", value)))
        return isinstance(value, int | Decimal)

    return any(map(holds, vars(entry).values()))


def test_a_rule_tells_the_numbers_that_stand_beside_its_value(book: RuleBook) -> None:
    beside = {rule.reading.id: rule.beside for rule in book.rules if rule.beside}
    assert beside["sessions.count"] == ("Most clinics publish 2 to 4 visits.",)
    assert beside["coverage.norwood.III"] == (
        "It lies in: hairline and temples 45%, front half behind the hairline 55%.",
    )
    assert beside["coverage.ludwig.I"] == (
        "It lies in: front half behind the hairline 55%, middle of the scalp 45%.",
    )
    assert len(beside) == 13


def test_what_answers_count_and_what_a_price_list_may_hold_is_told(book: RuleBook) -> None:
    said = {rule.reading.id: rule.say for rule in book.rules}
    assert said["intake.drivers.difficult_skin"] == (
        "What counts as difficult skin: dry or flaky skin, thick skin and sensitive skin. Traits of the skin."
    )
    assert said["intake.drivers.large_area"].startswith("What counts as a large area: VI and VII. Norwood")
    assert said["aftercare.summer"] == ("Months in which the sun is strong: Jun, Jul and Aug.")
    assert said["prices.clinic.terms"] == (
        "The price list of a clinic may hold a tax of 0 to 30 per cent, a deposit of 0 to 99 per cent, and "
        "1 to 24 visits for touch-ups at no charge within 1 to 120 months."
    )
    assert "density.shade.black" not in said  # told by its figures alone
    assert said["density.shade.red"].startswith("No grey matches red hair.")


def test_the_dots_of_each_visit_are_found_by_everyday_words(book: RuleBook) -> None:
    found = ids(book, "dots at one visit")
    assert found == [
        f"sessions.shares.of_{count}.visit_{visit}" for count in (3, 4, 5, 6) for visit in range(1, count + 1)
    ]


def test_it_holds_the_sentences_that_decide_and_no_other_words(book: RuleBook) -> None:
    said = {rule.reading.id: rule.say for rule in book.rules if not rule.is_figure}
    assert "Show the mole to a doctor" in said["suitability.criteria.changing_mole"]
    assert "No heavy exercise" in said["aftercare.instructions.heavy_exercise"]
    assert "as your practitioner prefers" in said["technique.method.other"]
    assert "Christmas Day" in said["sessions.holidays.everywhere"]
    assert {id_.split(".")[0] for id_ in said} == {
        "intake", "suitability", "coverage", "density", "sessions", "technique", "aftercare", "prices",
        "options", "hair",
    }  # fmt: skip


def test_a_chapter_is_headed_by_the_first_line_of_its_file_and_dated_by_its_review(book: RuleBook) -> None:
    chapter = next(chapter for chapter in book.chapters if chapter.name == "sessions")
    assert chapter.title == "How many visits, how long each is, and how far apart they are."
    assert (chapter.reviewed_on, chapter.reviewed_by) == (date(2026, 11, 23), "the makers of this planner")
    assert [rule.reading.id for rule in chapter.first(2).rules] == [
        "sessions.count",
        "sessions.add.large_area",
    ]


@pytest.mark.parametrize(
    ("text", "heading"), [("#  Gaps.\ncount: 3", "Gaps."), ("count: 3\n# Gaps.", ""), ("", "")]
)
def test_only_a_comment_in_the_first_line_is_a_heading(text: str, heading: str) -> None:
    assert ReadFile("sessions", text, SourceMap(""), None).heading == heading


def test_a_file_without_a_heading_goes_by_its_name(rules: RuleSet) -> None:
    assert rule_book(replace(rules, headings={})).chapters[0].title == "intake"


def test_what_the_clinic_changed_is_marked_with_its_reason_and_its_place(tmp_path: Path) -> None:
    book = of_clinic(tmp_path, CLINIC)
    gap, interval = book.edited
    assert gap.edit is not None
    assert (gap.edit.from_, gap.edit.to, gap.edit.reason) == (28, 21, "We wait for the skin.")
    assert gap.reading.place == "clinic.yaml:4:35"  # where on the server it lies is nobody's to see
    assert interval.reading.sources[:2] == ("hill", "article")
    assert book.sources["hill"].grade == "very_low"
    assert book.clinic == "Hill studio"
    assert ids(book, edited=True) == ["sessions.gaps.second_to_third", "touch_ups.interval_months"]
    assert ids(book, "lasts", edited=True) == ["touch_ups.interval_months"]


def test_a_value_outside_the_range_of_the_sources_is_found(tmp_path: Path, book: RuleBook) -> None:
    assert ids(book, outside=True) == []
    assert ids(of_clinic(tmp_path, CLINIC), outside=True) == []
    assert ids(of_clinic(tmp_path, OUTSIDE), outside=True) == ["sessions.start_within_days"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("heavy exercise days", "aftercare.instructions.heavy_exercise.to_day"),
        ("SESSIONS.Count", "sessions.count"),
        ("  liu-free liu 2025  ten ", None),
        ("liu 2025 before anything", "sessions.count"),
        ("far apart second", "sessions.gaps.first_to_second"),
        ("gym", "aftercare.instructions.heavy_exercise"),
        ("sport", "aftercare.instructions.heavy_exercise.to_day"),
        ("sweat fade early", "aftercare.instructions.heavy_exercise"),
        ("ercise", None),
    ],
)
def test_a_rule_is_found_by_all_words_in_its_name_id_sources_or_file(
    book: RuleBook, typed: str, found: str | None
) -> None:
    assert (found in ids(book, typed)) if found else ids(book, typed) == []


def test_what_says_the_words_itself_stands_before_what_cites_a_document_that_does(book: RuleBook) -> None:
    found = ids(book, "scar")
    assert found.index("sessions.add.scar_tissue") < found.index("coverage.zones.crown")
    assert len(set(found)) == len(found)


def test_where_no_rule_holds_all_words_those_come_closest_that_hold_the_most(book: RuleBook) -> None:
    assert ids(book, "why no gym") == []
    closest = [rule for chapter in book.closest("why no gym") for rule in chapter.rules]
    assert closest[0].reading.id == "aftercare.instructions.heavy_exercise"
    assert {rule.holds(["why", "no", "gym"]) for rule in closest} == {2}
    assert book.closest("xyzzy") == ()
    assert book.closest("gym", edited=True) == ()


def test_without_prices_no_figure_in_money_and_no_claim_of_amounts_is_left() -> None:
    book = rule_book(load_rules(region="US"))
    without = book.without_prices()
    assert not [rule for rule in without.rules if "USD" in rule.reading.unit or "GBP" in rule.reading.unit]
    assert "prices.removal_sessions" in {rule.reading.id for rule in without.rules}
    amounts = {
        claim.id
        for claims in book.claims.values()
        for claim in claims
        if "dollars" in f"{claim.claims} {claim.literature} {claim.settled}"
    }
    told = {claim.id for claims in without.claims.values() for claim in claims}
    assert amounts == {"price", "corrections", "cheaper_than_medication", "medicines", "wigs"}
    assert not amounts & told


def test_a_signed_rule_keeps_the_range_and_limits_of_the_base_rules_beside_its_own(tmp_path: Path) -> None:
    book = rule_book(own_clinic(tmp_path, exceptions=EXERCISE))
    (signed,) = book.edited
    assert (signed.reading.number, signed.reading.range) == (4, (4, 7))
    assert (signed.usual.range, signed.usual.limits) == ((7, 14), (7, 14))
    assert "ours" not in signed.usual.sources
    assert signed.usual.place.startswith("data/aftercare.yaml:")
    assert ids(book, outside=True) == [signed.reading.id]


def test_a_price_list_stands_first_and_marks_what_it_replaces(book: RuleBook) -> None:
    assert not [rule for rule in book.rules if rule.has_own or rule.is_listed_price]
    of_clinic = rule_book(load_rules(clinic=DATA / "clinics" / "example-clinic.yaml"))
    prices = of_clinic.chapters[0]
    assert (prices.title, prices.reviewed_on) == ("Prices of Example clinic", date(2026, 11, 1))
    own = {rule.reading.id: rule for rule in prices.rules}
    assert own["clinic.prices.valid_days"].reading.number == 60
    assert "clinic.prices.stage.norwood.V" in own
    assert all(rule.is_own for rule in own.values())
    limits = {
        key: own[f"clinic.prices.{key}"].usual.limits
        for key in ("tax.percent", "deposit.percent", "valid_days", "free_touch_ups.visits")
    }
    assert limits == {
        "tax.percent": (0, 30),
        "deposit.percent": (0, 99),
        "valid_days": (10, 365),
        "free_touch_ups.visits": (1, 24),
    }, "what a clinic may set, as `check` keeps it"
    assert [rule.reading.id for rule in of_clinic.rules if rule.has_own] == [
        "prices.valid_days",
        *(f"prices.regions.UK.course.points.{point}" for point in (1, 2, 3)),
        *(f"prices.regions.UK.scar_course.points.{point}" for point in (1, 2)),
        "prices.regions.UK.extra_visit",
        "prices.regions.UK.touch_up",
    ]
    assert ids(of_clinic, "vat") == ["clinic.prices.tax.percent", "prices.clinic.terms"]


def test_without_a_word_everything_is_found(book: RuleBook) -> None:
    assert book.found(" ") == book.chapters


def test_the_claims_tell_how_each_was_settled(book: RuleBook, rules: RuleSet) -> None:
    assert {kind: len(claims) for kind, claims in book.claims.items()} == {
        kind: len(claims) for kind, claims in rules.article.claims.items()
    }
    claim = book.claims["contradicts_itself"][1]
    assert claim.topic == "How many visits"
    assert "never plans one visit" in claim.settled
    assert claim.sources[:2] == (
        ("article", "how it works; results; benefits; alternatives"),
        ("scalpguru", None),
    )


@pytest.mark.parametrize(
    ("reviewed", "today", "old"),
    [
        (date(2026, 11, 23), date(2027, 11, 23), False),
        (date(2026, 11, 23), date(2027, 11, 24), True),
        (date(2028, 2, 29), date(2029, 2, 28), False),
        (date(2028, 2, 29), date(2029, 3, 1), True),
    ],
)
def test_a_review_is_old_after_a_year(reviewed: date, today: date, old: bool) -> None:
    assert is_old(reviewed, today) is old


def test_the_oldest_review_and_the_next_one_decide_whether_it_has_passed(book: RuleBook) -> None:
    review = book.review
    assert review == (date(2026, 11, 23), date(2027, 11, 26))
    assert not review.has_passed(date(2027, 11, 23))
    assert review.has_passed(date(2027, 11, 24))
    assert review._replace(next_on=date(2026, 12, 1)).has_passed(date(2026, 12, 2))


@pytest.mark.parametrize(("region", "left_out"), [(None, 2), ("US", 0), ("UK", 3)])
def test_no_price_of_tablets_is_told_where_they_are_not_named_nor_of_lotion_where_there_is_none(
    region: str | None, left_out: int
) -> None:
    book = rule_book(load_rules(region=region))
    chapter = next(chapter for chapter in book.chapters if chapter.name == "medication")
    priced = [rule for rule in chapter.rules if "prices" in rule.reading.id]
    assert (len(priced), chapter.left_out) == (3 - left_out, left_out)  # both, tablets, lotion
    assert [rule.reading.id for rule in priced][-1:] == ["medication.prices.US.lotion"] * (left_out < 3)


def test_claims_are_found_by_all_their_words_and_counted_by_kind(book: RuleBook) -> None:
    assert book.claims_found("") == book.claims
    found = [claim for claims in book.claims_found("touch-up").values() for claim in claims]
    assert 0 < len(found) < sum(map(len, book.claims.values()))
    assert all(claim.holds(["touch-up"]) for claim in found)
    assert book.claims_found("touch-up xyzzy") == {}
