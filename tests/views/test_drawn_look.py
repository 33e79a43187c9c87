"""The look on the page: what the browser is sent, and the plan's numbers under the picture."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from streamlit.testing.v1 import AppTest

from smp_planner.domain.intake import ZONES, AreaAnswer, Hair, Intake, Measured, Scar, Skin
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.words import number
from smp_planner.exports.paper.picture_of_look import scalp_with_dots
from smp_planner.planner.dots.drawing import drawing_of, look_of
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.drawn_look import NO_PROMISE
from smp_planner.views.look_sent import sent
from tests.banned_words import promises
from tests.drawn_people import patients, planned_course
from tests.packaged_rules import packaged_rules
from tests.people import adult, plan_of
from tests.reading_grade import reading_grade
from tests.views.shown import markup, open_tab, reasons

PICTURE, SCRIPT = "smp_look_picture", "smp_look_script"


def planned(rules: RuleSet, **changes: object) -> TreatmentPlan:
    return plan_of(adult(**changes), rules)


def sent_for(rules: RuleSet, **changes: object) -> dict[str, Any]:
    plan = planned(rules, **changes)
    return json.loads(json.dumps(sent(plan, drawing_of(plan.intake, rules), rules)))


def component(page: AppTest, name: str) -> Any:
    [found] = [piece.proto for piece in page.get("bidi_component") if piece.proto.component_name == name]
    return found


def test_the_look_says_that_it_is_a_drawing_and_no_promise(page: AppTest) -> None:
    assert NO_PROMISE in markup(open_tab(page, "The look"))


def test_that_longer_hair_hides_dots_is_said_above_the_picture(page: AppTest) -> None:
    page.pills(key="area_ways").set_value(["ludwig"]).run()
    page.pills(key="goals").set_value(["added_density"]).run()
    look = markup(open_tab(page, "The look"))
    assert look.count("Longer hair hides part of them.") == 1
    above = (
        look.index("no promise. Skin, light"),
        look.index("Longer hair hides"),
        look.index("The plan visit by"),
    )
    assert list(above) == sorted(above)
    pieces = [piece.proto.body for piece in page.get("html") if "Longer hair hides" in piece.proto.body]
    assert all("The plan visit by visit" not in piece for piece in pieces), "the picture stands between them"


def test_the_numbers_under_the_picture_are_the_plan_s(page: AppTest, rules: RuleSet) -> None:
    under = markup(open_tab(page, "The look"))
    visits = markup(open_tab(page, "Visits"))
    moments = json.loads(component(open_tab(page, "The look"), PICTURE).json)["visits"]
    assert len(moments) >= 3
    for moment in moments[1:]:
        so_far = moment["words"].split(": ")[1].split(" of ")[0]
        assert f">{so_far} <details" in under
        assert f"{moment['done'] * 100:.0f}%" in visits
    total = moments[-1]["words"].split(" of ")[-1].removesuffix(" dots")
    assert so_far == total
    assert total in markup(open_tab(page, "In short"))


def test_each_look_and_the_hair_beside_it_has_its_figure_with_its_source(page: AppTest) -> None:
    under = markup(open_tab(page, "The look"))
    for figure in ("100 dots/cm2", "150 dots/cm2", "195 dots/cm2", "127 hairs/cm2", "0.1 mm", "0.077 mm"):
        assert figure in under
    natural = reasons(page)["rule density.preview.natural_hair"]
    assert "127 hairs/cm2" in natural
    assert "pubmed.ncbi.nlm.nih.gov/11834847" in natural


def test_the_tile_is_no_part_of_what_a_changed_answer_sends(page: AppTest) -> None:
    """A message of 10 kB or more that stays as it was is not sent again."""
    script = component(open_tab(page, "The look"), SCRIPT)
    before = script.SerializeToString()
    assert len(before) > 10_000
    picture = component(page, PICTURE)
    assert len(picture.SerializeToString()) < 6_000
    page.slider(key="density").set_value(180).run()
    assert component(page, SCRIPT).SerializeToString() == before
    assert component(page, PICTURE).json != picture.json


def test_every_visit_has_its_words_its_share_and_its_pigment(rules: RuleSet) -> None:
    plan = planned(rules)
    moments = sent_for(rules)["visits"]
    assert [moment["done"] for moment in moments] == [0, *(float(v.share_after) for v in plan.sessions.items)]
    assert moments[0]["words"] == "Before the first visit"
    assert number(plan.dots.total.typical) in moments[-1]["words"]
    assert [moment["pigment"] for moment in moments[:3]] == ["first", "first", "later"]


def test_the_colours_are_the_person_s_own(rules: RuleSet) -> None:
    fair = sent_for(rules, skin=Skin(tone="I"), hair=Hair(colour="black"))["colours"]
    dark = sent_for(rules, skin=Skin(tone="VI"), hair=Hair(colour="blond"))["colours"]
    assert fair != dark
    assert fair["first"] != fair["later"]  # black hair begins a step lighter


def test_your_square_follows_the_visits_and_the_others_stay(rules: RuleSet) -> None:
    yours, *others = sent_for(rules, density="soft", kept_hair=0)["squares"]
    assert yours["words"] == [
        f"Your area: {dots} dots" for dots in (round(100 * m["done"]) for m in sent_for(rules)["visits"])
    ]
    assert [other["words"] for other in others] == [
        ["Hair where none is lost: 127 hairs"],
        ["Soft: 100 dots"],
        ["Natural: 150 dots"],
        ["Dense: 195 dots"],
    ]
    assert [square["dots"] for square in others] == [[0], [100], [150], [195]]
    assert others[0]["hairs"] == 127


SCARS = AreaAnswer(scars=(Scar(length_cm=12, width_cm=1),))
MEASURED = AreaAnswer(measured=Measured(length_cm=10, width_cm=8))


@pytest.mark.parametrize(
    ("area", "says"),
    [(SCARS, "Scar 1, 12 x 1 cm, with its margin"), (MEASURED, "as you measured it, 10 x 8 cm")],
)
def test_what_a_head_from_above_has_no_place_for_is_a_patch_of_skin(
    area: AreaAnswer, says: str, rules: RuleSet
) -> None:
    data = sent_for(rules, area=area)
    [patch] = data["patches"]
    assert says in patch["words"][0]
    assert len(patch["says"]) == len(data["visits"])


def test_a_scar_is_drawn_on_the_head_from_behind_and_says_that_the_place_is_ours(rules: RuleSet) -> None:
    head = sent_for(rules, area=SCARS)["head"]
    assert head["seen_first"] == "behind"
    assert [(scar["length"], scar["width"], scar["edge"]) for scar in head["scars"]] == [(12, 1, 2)]
    behind, above = head["seen"]["behind"], head["seen"]["above"]
    for told in (behind["says"], behind["words"]):
        assert "Scar 1, 12 x 1 cm, with its margin." in told
        assert "where a strip for a transplant is usually taken" in told
        assert "the place is ours" in told
    assert "Treated:" not in behind["says"]
    assert "Not seen from here, but drawn from behind: scar 1." in above["words"]
    assert "drawn from behind: scar 1" in above["says"]


def test_a_scar_and_the_skin_around_it_have_a_square_each(rules: RuleSet) -> None:
    """The scar takes all dots; around it, where hair is taken to stand, it is a quarter of them."""
    scar, around, *_ = sent_for(rules, area=SCARS, kept_hair=None)["squares"]
    assert scar["words"][-1] == "In the scar: 150 dots"
    assert around["words"][-1] == "Skin around the scar: 38 dots and 127 hairs"
    bare = sent_for(rules, area=SCARS, kept_hair=0)["squares"][1]
    assert bare["words"][-1] == "Skin around the scar: 150 dots"


def test_a_scar_inside_the_area_has_no_skin_of_its_own_around_it(rules: RuleSet) -> None:
    area = AreaAnswer(zones=("donor",), scars=SCARS.scars)
    first, second, third, *_ = sent_for(rules, area=area, kept_hair=Decimal("0.5"))["squares"]
    assert [first["words"][-1], second["words"][-1]] == [
        "Your area: 75 dots and 64 hairs", "In the scar: 150 dots",
    ]  # fmt: skip
    assert third["words"] == ["Hair where none is lost: 127 hairs"]


def test_hair_that_is_shaved_is_drawn_as_a_stubble(rules: RuleSet) -> None:
    """By the goal, or by how it is worn; else it is drawn longer, clipped short."""
    crown = AreaAnswer(zones=("crown",))
    lengths = [
        sent_for(rules, area=crown, goals=(goal,), hair=Hair(wears=wears))["hair_long"]
        for goal, wears in (("shaved_look", None), ("crown", "shaved"), ("crown", "short"), ("crown", None))
    ]
    assert lengths[0] == lengths[1] < lengths[2] == lengths[3]


def test_a_ludwig_stage_says_that_its_hairline_is_left_alone(rules: RuleSet) -> None:
    above = sent_for(rules, area=AreaAnswer(ludwig="II"))["head"]["seen"]["above"]["words"]
    assert "Treated and seen from here: front half behind the hairline, middle of the scalp, crown." in above


def test_beside_an_area_two_scars_are_told_with_it(rules: RuleSet) -> None:
    two = (Scar(length_cm=12, width_cm=1), Scar(length_cm=5, width_cm=0.5))  # pyright: ignore[reportArgumentType]
    head = sent_for(rules, area=AreaAnswer(norwood="IV", scars=two))["head"]
    assert head["seen_first"] == "above"
    assert len(head["scars"]) == 2
    assert "drawn from behind: scar 1 and scar 2." in head["seen"]["side"]["words"]
    assert "Scar 2, 5 x 0.5 cm, with its margin." in head["seen"]["behind"]["says"]


@pytest.mark.parametrize("measured", [MEASURED, AreaAnswer(measured=Measured(cm2=60), norwood="IV")])
def test_an_area_without_a_place_says_why_there_is_no_head_and_what_to_do(
    measured: AreaAnswer, rules: RuleSet
) -> None:
    data = sent_for(rules, area=measured)
    assert data["head"] is None
    assert "a size doesn't say where it is" in data["no_place"]
    assert "choose places on the head" in data["no_place"]
    assert data["squares"][0]["words"][-1].startswith("Your area")


def test_with_its_zones_a_measured_area_is_drawn_on_the_head(rules: RuleSet) -> None:
    data = sent_for(rules, area=AreaAnswer(measured=Measured(cm2=60), zones=("crown",)))
    assert list(data["head"]["zones"]) == ["crown"]
    assert data["no_place"] is None
    assert not data["patches"]


def test_the_head_names_the_places_that_are_treated(rules: RuleSet) -> None:
    head = sent_for(rules, area=AreaAnswer(zones=("crown",)))["head"]
    assert "Treated: crown. Around " in head["seen"]["above"]["says"]
    assert "5 times as wide as in life" in head["words"][0]
    assert head["order"] == "temples"
    assert all("Around the area stands full hair" in view["says"] for view in head["seen"].values())
    whole = sent_for(rules, area=AreaAnswer(zones=("whole_scalp",)))["head"]
    assert all("Around" not in view["says"] for view in whole["seen"].values())
    one_by_one = sent_for(rules, area=AreaAnswer(zones=ZONES[:-1]))["head"]
    assert all("Around" not in view["says"] for view in one_by_one["seen"].values())
    woman = sent_for(rules, area=AreaAnswer(ludwig="II"), goals=("added_density",))["head"]
    assert woman["order"] == "parting"
    assert sent_for(rules, area=AreaAnswer(norwood="IIA"))["head"]["order"] == "front"


def test_how_wide_dots_are_drawn_and_that_they_are_too_fine_read_as_one(rules: RuleSet) -> None:
    """Below a small picture the one follows the other, and neither says that single dots can be seen."""
    data = sent_for(rules, area=AreaAnswer(zones=("crown",)))
    told = f"{data['head']['words'][0]} {data['fine']}"
    assert (
        "Dots are drawn 5 times as wide as in life. Even so, at this size single dots are too fine to see"
        in told
    )
    assert "so that you can see them" not in told
    plan, look = plan_of(adult(), rules), look_of(adult(), rules)
    on_head, *_ = scalp_with_dots(plan, look)
    assert "5 times as wide as in life. Even so, single dots are too fine to see here." in on_head.caption


BACK, SIDES = AreaAnswer(zones=("donor",)), AreaAnswer(zones=("sides",))
EVERYWHERE = AreaAnswer(zones=("whole_scalp",))


@pytest.mark.parametrize(
    ("area", "begins"),
    [
        (BACK, "behind"),
        (SIDES, "side"),
        (AreaAnswer(zones=("donor", "sides")), "behind"),
        (AreaAnswer(zones=("crown",)), "above"),
        (EVERYWHERE, "above"),
        *((AreaAnswer(norwood=stage), "above") for stage in ("II", "III-vertex", "VI", "VII")),
        *((AreaAnswer(ludwig=stage), "above") for stage in ("I", "II", "III")),
    ],
)
def test_the_head_is_first_seen_from_where_most_of_the_treated_area_is(
    area: AreaAnswer, begins: str, rules: RuleSet
) -> None:
    head = sent_for(rules, area=area)["head"]
    assert head["seen_first"] == begins
    assert list(head["seen"]) == ["above", "side", "behind"]


def test_each_view_names_what_is_seen_from_there_and_what_is_not(rules: RuleSet) -> None:
    seen = sent_for(rules, area=AreaAnswer(zones=("front", "crown", "donor")))["head"]["seen"]
    front, crown, back = "hairline and temples, front half behind the hairline", "crown", "back of the head"
    told = {
        "above": (
            f"Treated and seen from here: {front}, {crown}. "
            f"Treated, and only the edge is seen from here: {back}."
        ),
        "side": f"Treated and seen from here: {front}, {crown}, {back}.",
        "behind": f"Treated and seen from here: {crown}, {back}. Treated, but not seen from here: {front}.",
    }
    begins = {"above": "From above", "side": "From the left side", "behind": "From behind"}
    for name, view in seen.items():
        assert view["words"].startswith(begins[name])
        assert told[name] in view["words"]
    assert told["above"] in seen["above"]["says"]
    assert f"Treated: {front}, {crown} and {back}." in seen["side"]["says"]
    assert told["behind"] in seen["behind"]["says"]


def test_of_what_lies_in_front_nothing_is_seen_from_behind_and_it_says_so(rules: RuleSet) -> None:
    behind = sent_for(rules, area=AreaAnswer(norwood="II"))["head"]["seen"]["behind"]
    assert "Treated, but not seen from here: hairline and temples." in behind["words"]
    assert "Treated and seen from here" not in behind["words"]


def drawn(plan, rules):  # no annotations: only the body knows its names there  # pyright: ignore
    """The look alone; runs inside the test client."""
    from smp_planner.views.drawn_look import show_drawn_look
    from smp_planner.views.whys import Whys

    show_drawn_look(plan, Whys(plan, rules), rules=rules)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"skin": Skin()}, "You gave no skin type"),
        ({"hair": Hair()}, "You gave no hair colour"),
        ({"hair": Hair(colour="red")}, "No grey matches this hair"),
        ({"area": AreaAnswer()}, "The area is not told yet, so it is drawn where your goal lies"),
        ({"kept_hair": None}, "what the plan counts with: 0%"),
        ({"kept_hair": None, "area": SCARS}, "sure how much hair stands around the scar"),
        ({}, "the drawing shows full hair, shaved to a stubble."),
    ],
)
def test_what_nobody_said_and_is_drawn_all_the_same_is_told(
    changes: dict[str, Any], told: str, rules: RuleSet
) -> None:
    def shown(intake: Intake) -> str:
        plan = plan_treatment(intake, rules)
        page = AppTest.from_function(drawn, default_timeout=30, args=(plan, rules)).run()
        assert not page.exception
        return markup(page)

    assert told in shown(adult(**changes))
    if changes:
        assert told not in shown(adult())


def test_of_a_scar_in_hair_no_share_of_hair_is_told_that_is_not_drawn(rules: RuleSet) -> None:
    plan = plan_treatment(adult(area=SCARS, kept_hair=None), rules)
    told = markup(AppTest.from_function(drawn, default_timeout=30, args=(plan, rules)).run())
    assert "takes only a share of the dots: 25%" in told
    assert "0%." not in told


def test_the_words_around_the_picture_are_plain_and_promise_nothing(rules: RuleSet) -> None:
    data = sent_for(rules, area=AreaAnswer(norwood="V", scars=SCARS.scars))
    figures = [data["head"], *data["patches"]]
    texts = [NO_PROMISE, data["scale"], *(text for figure in figures for text in figure["words"])]
    texts += [says for patch in data["patches"] for says in patch["says"]]
    for view in data["head"]["seen"].values():
        texts += [view["words"], *(f"{view['says']} {moment['words']}." for moment in data["visits"])]
    assert reading_grade(" ".join(texts)) <= 8
    assert promises(" ".join(texts)) == []


@given(patients)
def test_whoever_asks_everything_sent_can_be_drawn(intake: Intake) -> None:
    """Any mix of stages, zones, measurements and scars: shares are shares, and no square holds nothing."""
    plan, rules = planned_course(intake), packaged_rules()
    drawing = drawing_of(intake, rules)
    data = json.loads(json.dumps(sent(plan, drawing, rules)))
    assert data["head"] or data["patches"]
    zones = data["head"]["zones"].values() if data["head"] else ()
    assert all(0 < zone["share"] <= 1 and 0 < zone["fill"][0] <= 200 for zone in zones)
    assert all(patch["length"] > 0 and patch["width"] > 0 and patch["edge"] >= 0 for patch in data["patches"])
    assert data["squares"][0]["dots"][-1] > 0
    assert data["visits"][-1]["done"] == 1


def test_hair_that_is_thin_is_drawn_as_such_where_nobody_said_how_much_is_left_and_the_page_says_so(
    page: AppTest,
) -> None:
    page.pills(key="area_ways").set_value(["ludwig"]).run()
    told = "It is thin there, not gone. So there we draw what the plan counts with, 25%: between 0% and 50%"
    assert told in markup(open_tab(page, "The look"))
    page.pills(key="ludwig").set_value("III").run()
    under = markup(open_tab(page, "The look"))
    assert told not in under
    assert "So there we draw what the plan counts with: 0%." in under
