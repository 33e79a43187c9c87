"""Places on a picture and in a list are one answer; sizes come in both units and say how sure they are."""

from __future__ import annotations

import json
import re
from html import escape
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.living_plan import SIZE_IS_OURS
from smp_planner.views.state import SCARS
from smp_planner.views.tab_text import packed
from tests.views.shown import markup, notices, open_folds, reasons

BASIC = {"hairline_temples", "front", "midscalp", "crown", "sides", "donor"}


def by(page: AppTest, *ways: str) -> AppTest:
    """The page with the area told in these ways."""
    page.pills(key="area_ways").set_value(list(ways)).run()
    assert not page.exception
    return page


def map_of(page: AppTest) -> dict[str, Any]:
    """What the page sends to the map."""
    [sent] = [
        held
        for found in page.get("bidi_component")
        if "inside" in (held := json.loads(found.proto.json or "{}"))
    ]
    return sent


def test_the_map_shows_what_the_list_holds(page: AppTest, rules: RuleSet) -> None:
    by(page, "zones")
    assert map_of(page)["chosen"] == []
    page.pills(key="zones").set_value(["crown", "front"]).run()
    sent = map_of(page)
    assert sorted(sent["chosen"]) == ["crown", "front"]
    assert sent["names"] == rules.intake.choices["zones"]
    assert set(sent["inside"]["whole_scalp"]) == BASIC
    page.pills(key="zones").set_value([]).run()
    assert map_of(page)["chosen"] == []


def test_the_map_is_there_only_with_its_list(page: AppTest) -> None:
    assert not [found for found in page.get("bidi_component") if "inside" in (found.proto.json or "")]
    assert [
        found for found in by(page, "zones").get("bidi_component") if "inside" in (found.proto.json or "")
    ]


def test_what_the_map_sends_is_no_answer_of_its_own(rules: RuleSet) -> None:
    state = {"zones": ["crown"], "scalp_map": {"tapped": {"zones": ["crown"]}}, "scalp_map_turn": 7}
    assert json.loads(packed(state, rules))["answers"] == {"zones": ["crown"]}


def test_every_area_of_the_plan_stands_in_square_inches_too(page: AppTest) -> None:
    by(page, "measured")
    page.number_input(key="length_cm").set_value(10.0)
    page.number_input(key="width_cm").set_value(10.0).run()
    shown = markup(open_folds(page))
    assert "Area to fill</th>" in shown
    assert "100 cm2, or 15.5 in2" in shown  # the part as measured, and the bare area
    assert shown.count("100 cm2, or 15.5 in2") >= 2
    assert "125 cm2, or 19.4 in2" in shown  # with the soft edge: 100 + 2.5 x 10


@pytest.mark.parametrize("way", ["string", "card", "palm"])
def test_where_hair_may_only_be_thin_nobody_is_asked_for_bare_skin(page: AppTest, way: str) -> None:
    """A woman's hair thins and her skin is not bare: the area to fill is asked for, and told in the plan."""
    by(page, "measured")
    page.session_state["measured_as"] = way
    shown = markup(open_folds(page.run()))
    asked = " ".join(field.label for field in page.number_input)
    assert "to fill" in f"{asked} {shown}"
    assert "bare" not in asked.lower()
    of_density = ("1 cm2 of bare skin", "density on bare skin", "dots per cm2 of bare skin")
    for fits in ("thin or bare skin", *of_density):
        shown = re.sub(fits, "", shown, flags=re.IGNORECASE)
    assert "bare skin" not in shown.lower()


def test_a_string_comes_with_its_band_and_is_planned_with_it(page: AppTest) -> None:
    by(page, "measured")
    page.pills(key="measured_as").set_value("string").run()
    page.number_input(key="length_cm").set_value(10.0)
    page.number_input(key="width_cm").set_value(10.0).run()
    told = "it may be off by about 20%, so it may be 80 to 120 cm2, or 12.4 to 18.6 in2"
    assert told in markup(page)
    assert "125 cm2 (102.4 to 147.4), or 19.4 in2" in markup(page)  # with its soft edge


def test_cards_are_planned_as_square_centimetres_with_their_band(page: AppTest) -> None:
    by(page, "measured")
    page.pills(key="measured_as").set_value("cards").run()
    page.number_input(key="measured_cards").set_value(2.5).run()
    shown = markup(open_folds(page))
    assert "One card is 46.2 cm2, or 7.2 in2." in shown
    assert "That is 115.5 cm2, or 17.9 in2. Measured with a card it may be off by about 25%" in shown
    assert "so it may be 87 to 144 cm2" in shown
    assert shown.count("115.5 cm2 (86.6 to 144.4), or 17.9 in2") >= 2  # the part, and the bare area


def test_palms_are_planned_as_square_centimetres_with_the_widest_band(page: AppTest) -> None:
    by(page, "measured")
    page.pills(key="measured_as").set_value("palms").run()
    page.number_input(key="measured_palms").set_value(1.5).run()
    shown = markup(open_folds(page))
    assert "An adult&#x27;s palm without its fingers is about 90 cm2, or 14 in2." in shown
    assert "That is 135 cm2, or 20.9 in2. Measured with a palm it may be off by about 35%" in shown
    assert "so it may be 88 to 182 cm2" in shown
    assert shown.count("135 cm2 (87.8 to 182.3), or 20.9 in2") >= 2  # the part, and the bare area


def test_the_figures_of_an_estimate_at_home_have_their_sources_a_tap_away(
    page: AppTest, rules: RuleSet
) -> None:
    by(page, "measured")
    page.pills(key="measured_as").set_value("string").run()
    assert "<summary>source</summary>" in markup(page)
    assert "Half a centimetre more or less on 14 x 11 cm is 8 %" in markup(page)
    assert escape(rules.sources["our-judgement"].title) in markup(page)
    page.pills(key="measured_as").set_value("cards").run()
    assert "Area of a payment card" in markup(page)
    assert f"{escape(rules.sources['iso-7810'].title)}, ID-1: 85.60 x 53.98 mm" in markup(page)
    page.pills(key="measured_as").set_value("palms").run()
    for source in ("rhodes-2013", "sacco-2010"):
        assert escape(rules.sources[source].title) in markup(page)


@pytest.mark.parametrize(
    ("way", "asked"), [("lengths", "length_cm"), ("cards", "measured_cards"), ("palms", "measured_palms")]
)
def test_a_size_of_nothing_says_so_at_its_field(page: AppTest, way: str, asked: str) -> None:
    by(page, "measured")
    page.pills(key="measured_as").set_value(way).run()
    assert "Should be over 0" not in markup(page)
    page.number_input(key=asked).set_value(0.0).run()
    assert '<div class="notice" role="alert">Should be over 0; found 0.' in markup(page)
    assert "That is 0" not in markup(page)


def test_a_size_that_nobody_put_in_says_so_until_one_does(page: AppTest) -> None:
    by(page, "measured")
    assert "This is a size to begin with, until you put in yours." in markup(page)
    page.number_input(key="width_cm").set_value(12.0).run()
    assert "This is a size to begin with" not in markup(page)


def test_the_why_of_an_area_tells_the_rule_in_both_units(page: AppTest) -> None:
    by(page, "zones")
    page.pills(key="zones").set_value(["crown"]).run()
    told = reasons(open_folds(page))["area.parts.crown"]
    assert "40 cm2 (we plan within 20 to 80), or 6.2 in2 (3.1 to 12.4)" in told


def test_a_scar_has_the_usual_size_until_it_is_put_in_and_then_tells_its_area(page: AppTest) -> None:
    usual = "This is a size to begin with, until you put in yours: that of a common scar."
    assert usual in markup(by(page, "scars"))
    page.number_input(key="scar_1_length").set_value(10.0).run()
    page.number_input(key="scar_1_width").set_value(0.5).run()
    assert "That is 5 cm2, or 0.8 in2." in markup(page)
    assert usual not in markup(page)
    page.button(key="scar_add").click().run()
    assert usual in markup(page), "the second is not put in yet"


BEGUN = "This is a size to begin with, until you put in yours"


@pytest.mark.parametrize(
    ("way", "asked"),
    [
        ("lengths", "length_cm"),
        ("string", "width_cm"),
        ("cards", "measured_cards"),
        ("palms", "measured_palms"),
        ("cm2", "measured_cm2"),
    ],
)
def test_each_way_to_measure_begins_with_a_size_of_ours_and_field_and_plan_say_so(
    page: AppTest, way: str, asked: str
) -> None:
    by(page, "measured")
    page.pills(key="measured_as").set_value(way).run()
    assert BEGUN in markup(page)
    assert SIZE_IS_OURS in notices(page)
    field = page.number_input(key=asked)
    field.set_value(field.value + 1).run()
    assert BEGUN not in markup(page)
    assert SIZE_IS_OURS not in notices(page)


def test_the_plan_says_that_a_scar_has_a_size_of_ours_until_each_is_put_in(page: AppTest) -> None:
    by(page, "scars")
    assert SIZE_IS_OURS in notices(page)
    page.number_input(key="scar_1_length").set_value(10.0).run()
    assert SIZE_IS_OURS not in notices(page)
    page.button(key="scar_add").click().run()
    assert SIZE_IS_OURS in notices(page)


def test_a_stage_is_no_size_of_ours(page: AppTest) -> None:
    assert SIZE_IS_OURS not in notices(by(page, "norwood"))


@pytest.mark.parametrize("ways", [["measured"], ["scars"]])
def test_a_tape_in_inches_is_thought_of(page: AppTest, ways: list[str]) -> None:
    assert "1 inch is 2.54 cm." in markup(by(page, *ways))


def test_a_size_below_nothing_is_told_in_the_words_of_the_rules(page: AppTest) -> None:
    by(page, "measured", "scars")
    page.number_input(key="width_cm").set_value(-3.0).run()
    assert '<div class="notice" role="alert">Should be over 0; found -3.' in markup(page)
    page.number_input(key="scar_1_length").set_value(-3.0).run()
    assert '<div class="notice" role="alert">Should be 0.1 to 40 cm; found -3.' in markup(page)


def test_an_area_that_is_too_large_with_its_scars_says_so_where_it_is_asked(page: AppTest) -> None:
    by(page, "measured")
    page.pills(key="measured_as").set_value("cm2").run()
    page.number_input(key="measured_cm2").set_value(690.0).run()
    assert "it comes to" not in markup(page)
    by(page, "measured", "scars")
    assert '<div class="notice" role="alert">Should be 1 to 700 cm2; it comes to ' in markup(page)
    page.number_input(key="measured_cm2").set_value(900.0).run()
    assert markup(page).count('role="alert">Should be 1 to 700 cm2; it comes to 900.') == 1
    page.date_input(key="start").set_value(None).run()
    assert markup(page).count('role="alert">Should be 1 to 700 cm2; it comes to 900.') == 1


def test_what_a_size_comes_to_is_announced_without_its_source(page: AppTest) -> None:
    by(page, "measured", "scars")
    page.pills(key="measured_as").set_value("string").run()
    page.number_input(key="scar_1_length").set_value(10.0).run()
    said = re.findall(r'<span role="status">(.*?)</span>', markup(page))
    assert [words.split(",")[0] for words in said] == ["That is 154 cm2", "That is 2 cm2"]
    assert "source" not in "".join(said)


def test_a_scar_that_nobody_measured_has_a_range_until_both_sizes_are_put_in(page: AppTest) -> None:
    def treated() -> str:
        return markup(page).partition("Treated area</th>")[2].partition("</td>")[0]

    page.pills(key="goals").set_value(["scar_camouflage"])
    [row] = by(page, "scars").session_state[f"{SCARS}_rows"]
    ranged = re.compile(r"cm2 \([\d.]+ to ")
    assert ranged.search(treated())
    page.number_input(key=f"{SCARS}_{row}_length").set_value(8.0).run()
    assert "The width is still the one to begin with" in markup(page)
    page.number_input(key=f"{SCARS}_{row}_width").set_value(0.5).run()
    assert "The width is still" not in markup(page)
    assert "54 cm2" in treated()  # (8 + 2 x 2) x (0.5 + 2 x 2)
    assert not ranged.search(treated())
