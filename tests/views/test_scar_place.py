"""Where a scar is: one tap on both ways in, drawn there, told so, and it hardly moves a number."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from smp_planner.domain.intake import AreaAnswer, Scar, ScarPlace
from smp_planner.planner.dots.drawing import drawing_of
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.answers_told import told_area
from smp_planner.views.from_intake import put_answers
from smp_planner.views.look_sent import sent
from smp_planner.views.state import BEGUN, BEGUN_ON
from smp_planner.views.to_intake import intake_of
from tests.people import adult, plan_of
from tests.reading_grade import reading_grade
from tests.views.shown import markup, open_tab, press

SCAR = Scar(length_cm=12, width_cm=1)
PARTS = {
    "back": "at the back of the head", "side": "on a side of the head",
    "top": "on top of the head", "front": "at the front of the head",
}  # fmt: skip
SEEN = {"back": "behind", "side": "side", "top": "above", "front": "above"}
UNSAID = "Nobody said where it is. So it is drawn across the back"


def head(rules: RuleSet, *places: ScarPlace | None) -> dict[str, Any]:
    area = AreaAnswer(scars=tuple(replace(SCAR, place=place) for place in places))
    plan = plan_of(adult(goals=("scar_camouflage",), area=area), rules)
    return json.loads(json.dumps(sent(plan, drawing_of(plan.intake, rules), rules)))["head"]


@pytest.mark.parametrize("place", PARTS)
def test_the_look_opens_where_the_scar_is_and_says_what_of_its_place_is_ours(
    place: ScarPlace, rules: RuleSet
) -> None:
    drawn = head(rules, place)
    assert drawn["seen_first"] == SEEN[place]
    for said in (drawn["seen"][SEEN[place]][key] for key in ("says", "words")):
        assert f"Scar 1 {PARTS[place]}, 12 x 1 cm, with its margin." in said
        assert "You named the part of the head." in said
        assert UNSAID not in said
        assert ("it is drawn on the left alone" in said) == (place == "side")
        assert reading_grade(said) <= 8
    elsewhere = next(seen for seen in ("behind", "above") if seen != SEEN[place])
    name = {"side": "the side"}.get(SEEN[place], SEEN[place])
    assert f"Not seen from here, but drawn from {name}: scar 1." in drawn["seen"][elsewhere]["words"]


def test_beside_a_scar_with_a_place_one_without_is_at_the_back_and_says_so(rules: RuleSet) -> None:
    seen = head(rules, "top", None)["seen"]
    assert "Scar 2, 12 x 1 cm" in seen["behind"]["words"]
    assert UNSAID in seen["behind"]["words"]
    assert "Scar 1" not in seen["behind"]["words"]
    assert "drawn from above: scar 1." in seen["behind"]["words"]
    assert "drawn from behind: scar 2." in seen["above"]["words"]
    assert UNSAID not in seen["above"]["words"]


def test_one_tap_draws_it_there_and_leaves_every_date_and_dot(page: AppTest) -> None:
    page.pills(key="area_ways").set_value(["scars"]).run()
    before = markup(open_tab(page, "In short"))
    place = page.pills(key="scar_1_place")
    assert (place.label, place.value) == ("Where is it?", "unsure")
    place.set_value("top").run()
    assert markup(page) == before


def test_a_patient_alone_who_is_not_sure_reads_what_that_does(patient: AppTest) -> None:
    told = "Until you say, it counts as one across the back of the head, and is drawn there."
    press(patient, "next")
    patient.pills(key="area_ways").set_value(["scars"]).run()
    assert told in markup(patient)
    patient.pills(key="scar_1_place").set_value("side").run()
    assert told not in markup(patient)


@pytest.mark.parametrize("place", [*PARTS, None])
def test_the_fields_of_the_page_hold_it_when_answers_are_opened(
    place: ScarPlace | None, rules: RuleSet
) -> None:
    intake = adult(area=AreaAnswer(scars=(replace(SCAR, place=place),)))
    fields: dict[str, Any] = {BEGUN: {}, BEGUN_ON: intake.calendar.start}
    put_answers(intake, rules, fields)
    assert fields["scar_1_place"] == (place or "unsure")
    assert intake_of(fields, rules).area.scars[0].place == place


def test_it_is_told_among_the_answers_and_is_never_open_there(rules: RuleSet) -> None:
    scar = replace(SCAR, age_months=30, raised=False, red=False)
    told = [
        told_area(adult(area=AreaAnswer(scars=(replace(scar, place=place),))), {}, rules)
        for place in ("side", None)
    ]
    assert "scar 1: 12 by 1 cm, on a side of the head" in told[0]
    assert "of the head" not in told[1]
    assert "where it is" not in told[1]
