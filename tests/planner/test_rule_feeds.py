"""Which fields of a plan each rule feeds, and which rules feed none by themselves."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from smp_planner.domain.intake import REGIONS
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.planner.rule_feeds import rule_feeds
from smp_planner.planner.worked_people import worked_people
from smp_planner.rules.load import load_rules
from smp_planner.rules.rule_book import rule_book
from smp_planner.rules.ruleset import RuleSet
from tests.packaged_rules import packaged_rules

# No step rests on these by themselves: bounds of answers and of a price list, a size estimated at home, how
# hair and dots are drawn, the area from which a session is added (beside `sessions.add.large_area`),
# what stands beside figures that are steps (splits of areas, two shades), which answers or months count.
FEED_NOTHING = {
    *(
        f"intake.accepted.{name}"
        for name in (
            "age", "dots_per_cm2", "kept_hair", "scar_length_cm", "scar_width_cm", "concern_weight",
            "own_concerns", "events", "away", "scars",
        )
    ),
    "coverage.at_home.card_cm2", "coverage.at_home.palm_cm2",
    "density.preview.natural_hair", "density.preview.dot_mm", "density.preview.hair_mm",
    "sessions.large_area_cm2",
    "coverage.norwood.split", "coverage.ludwig.split", "density.shade.blond", "density.shade.grey",
    "intake.drivers.difficult_skin", "intake.drivers.fair_skin", "intake.drivers.large_area",
    "aftercare.summer", "prices.clinic.terms",
}  # fmt: skip


@pytest.fixture(scope="module")
def feeds() -> Mapping[str, tuple[str, ...]]:
    return packaged_rules().kept(rule_feeds)


def test_all_other_figures_and_decisions_feed_a_plan(
    feeds: Mapping[str, tuple[str, ...]], rules: RuleSet
) -> None:
    assert {rule.reading.id for rule in rule_book(rules).rules} - set(feeds) == FEED_NOTHING


@pytest.mark.parametrize(
    ("rule", "field"),
    [
        ("coverage.norwood.V", "area.parts.crown"),
        ("sessions.count", "sessions.count"),
        ("sessions.gaps.first_to_second", "sessions.items.*.date"),
        ("aftercare.instructions.heavy_exercise.to_day", "aftercare.windows.heavy_exercise"),
        ("suitability.criteria.keloid", "suitability.stop.keloid"),
        ("prices.regions.UK.touch_up", "cost.touch_up"),
        ("prices.regions.US.touch_up", "cost.touch_up"),
    ],
)
def test_a_rule_feeds_what_a_clinician_expects(
    feeds: Mapping[str, tuple[str, ...]], rule: str, field: str
) -> None:
    assert field in feeds[rule]


@pytest.mark.parametrize("region", REGIONS)
def test_every_worked_person_is_accepted_and_some_get_no_plan(region: str) -> None:
    rules = load_rules(region=region)
    plans = [plan_treatment(person, rules) for person in worked_people(rules)]
    assert {plan.kind for plan in plans} == {"plan", "referral"}


def test_whoever_the_rules_of_a_clinic_leave_no_day_is_passed_over(tmp_path: Path, rules: RuleSet) -> None:
    """The worked people begin on the day of the rules' edition, all but who begins before the summer."""
    clinic = tmp_path / "clinic.yaml"
    at_once = "intake.accepted.appointment_within_days: {value: 0, reason: ours, sources: [article]}"
    closed = f"closed: {{dates: [{rules.edition.edition}]}}"
    clinic.write_text(f"name: A clinic\n{closed}\noverrides:\n  {at_once}\n", encoding="utf-8")
    feeds = rule_feeds(load_rules(clinic=clinic))
    assert "area.parts.crown" in feeds["coverage.norwood.V"]
    assert "coverage.norwood.VII" not in feeds
