"""Each visit is a card with all that is planned for it, and what is said of its day."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from html import unescape
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from streamlit.testing.v1 import AppTest

from smp_planner.domain.course import Visit
from smp_planner.domain.intake import AreaAnswer, Hair, Measured, Scar, Skin
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.exports.look_words import colours_of
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.visit_cards import visit_cards
from smp_planner.views.visit_pictures import WHAT_THEY_ARE, visit_pictures
from smp_planner.views.whys import Whys
from tests.banned_words import promises
from tests.packaged_rules import packaged_rules
from tests.people import ADULT, adult, plan_of
from tests.reading_grade import reading_grade
from tests.views.shown import markup, open_tab


def cards(plan: TreatmentPlan) -> list[str]:
    """Each card's HTML."""
    made = visit_cards(plan, Whys(plan, packaged_rules()), visit_pictures(plan, packaged_rules()).visits)
    return re.split(r"(?=<h3>)", made)[1:]


def planned(rules: RuleSet, **answers: object) -> TreatmentPlan:
    return plan_of(adult(**answers), rules)


def with_visit(plan: TreatmentPlan, **changes: object) -> TreatmentPlan:
    """The plan with its second visit changed."""
    one, second, *more = plan.sessions.items
    changed: Visit = replace(second, **changes)  # pyright: ignore[reportArgumentType]
    return replace(plan, sessions=replace(plan.sessions, items=(one, changed, *more)))


def test_a_card_holds_day_gap_hours_dots_and_how_much_is_done(rules: RuleSet) -> None:
    plan = planned(rules)
    made = cards(plan)
    assert len(made) == len(plan.sessions.items) == 3
    for visit, card in zip(plan.sessions.items, made, strict=True):
        assert f"<h3>Visit {visit.number} of 3</h3>" in card
        assert f"{visit.weekday.title()} {visit.date.day} " in card
        assert f"{visit.dots.typical:,} dots" in card
        assert f'<progress value="{float(visit.share_after):g}" max="1"' in card
        assert f"{round(visit.share_after * 100)}% of the work" in card
    assert "10 days after visit 1" in made[1]
    assert "days after" not in made[0]


def test_steps_are_in_order_and_only_those_of_the_first_visit_stand_open(rules: RuleSet) -> None:
    plan = planned(rules)
    made = cards(plan)
    assert ['<details class="steps" open>' in card for card in made] == [True, False, False]
    places = [made[0].index(f"<li>{step[:12]}") for step in plan.sessions.items[0].steps]
    assert places == sorted(places)


def test_a_note_of_a_visit_stands_in_its_own_card_and_as_typed(rules: RuleSet) -> None:
    made = cards(with_visit(planned(rules), notes=("Moved for <b>Zoë</b>.",)))
    assert ["Moved for &lt;b&gt;Zoë&lt;/b&gt;." in card for card in made] == [False, True, False]


def test_a_chosen_time_and_an_open_date_are_said(rules: RuleSet) -> None:
    calendar = replace(ADULT.calendar, visit_times={2: "14:30"}, timezone="Europe/London")
    made = cards(planned(rules, calendar=calendar, health=("diabetes",)))
    assert ["At 14:30, time of London" in card for card in made] == [False, True, False]
    assert all("To be confirmed" in card for card in made)


def test_a_visit_that_no_other_can_shorten_has_no_high_end(rules: RuleSet) -> None:
    made = cards(planned(rules, area=AreaAnswer(zones=("whole_scalp",)), density="dense"))
    assert "<dd>6.25 hours (3.5 or more)" in made[0]
    assert "<dd>4.5 hours (2.5 to 5)" in made[4]


# --- the pictures -------------------------------------------------------------------------


WHOLE = AreaAnswer(zones=("whole_scalp",))
PATH = "{http://www.w3.org/2000/svg}path"


def pictures(card: str) -> dict[str, ElementTree.Element]:
    """The drawings of a card by their words."""
    images = re.findall(r'<img src="data:image/svg\+xml,([^"]*)" alt="([^"]*)">', card)
    return {unescape(alt): ElementTree.fromstring(unquote(drawn)) for drawn, alt in images}


def strokes(picture: ElementTree.Element, colour: str) -> int:
    """How many strokes of a colour are drawn."""
    paths = [path for path in picture.iter(PATH) if path.get("stroke") == colour]
    return sum((path.get("d") or "").lower().count("m") for path in paths)


def test_each_card_shows_the_head_and_a_square_after_that_visit(rules: RuleSet) -> None:
    plan = planned(rules)
    mine = colours_of(plan)
    heads: list[int] = []
    squares: list[int] = []
    for visit, card in zip(plan.sessions.items, cards(plan), strict=True):
        (head_says, head), (square_says, square) = pictures(card).items()
        pigment = mine.first if visit.number == 1 else mine.later
        assert f"After visit {visit.number} of 3" in head_says
        assert head.get("aria-label") == head_says
        heads.append(strokes(head, pigment))
        squares.append(strokes(square, pigment))
        assert square_says.endswith(f"enlarged: {squares[-1]} dots.")
        assert f"Your area, 1 cm2: {squares[-1]} dots" in card
    assert squares == [45, 105, 150]
    assert [round(count / heads[-1], 1) for count in heads] == [0.3, 0.7, 1]


def test_a_card_tells_how_many_dots_are_in_place_and_the_last_one_all_of_them(rules: RuleSet) -> None:
    plan = planned(rules)
    first, *_, last = cards(plan)
    assert "In place after this visit: about 7,600 dots (4,600 to 10,600)" in first
    assert "about 25,400 dots (15,400 to 35,300)" in last
    assert (plan.dots.total.low, plan.dots.total.typical, plan.dots.total.high) == (15_354, 25_437, 35_303)


def test_where_skin_around_a_scar_takes_fewer_dots_a_card_says_that_its_square_is_bare_skin(
    rules: RuleSet,
) -> None:
    """Norwood V with FUT and FUE scars: "On 1 cm2: 195 dots" stood beside 40,000 dots over 290 cm2 (138)."""
    scar = Scar(length_cm=Decimal(20), width_cm=Decimal("0.3"))
    beside_hair = planned(rules, area=AreaAnswer(norwood="V", scars=(scar,)), kept_hair=0)
    *_, last = cards(beside_hair)
    assert "On 1 cm2 of bare skin: 150 dots." in last
    assert "Bare skin of your area, 1 cm2: 150 dots" in last
    *_, bare = cards(planned(rules, kept_hair=0))
    assert "On 1 cm2: 150 dots." in bare, "no hair is left anywhere"
    *_, among_hair = cards(planned(rules, kept_hair=Decimal("0.5")))
    assert "of bare skin" not in among_hair, "the square shows the hair that is left beside the dots"


def test_the_pictures_are_in_the_person_s_own_colours(rules: RuleSet) -> None:
    fair = planned(rules, skin=Skin(tone="I"), hair=Hair(colour="black"))
    dark = planned(rules, skin=Skin(tone="VI"), hair=Hair(colour="black"))
    for plan in (fair, dark):
        for picture in pictures(cards(plan)[0]).values():
            assert colours_of(plan).skin in ElementTree.tostring(picture, "unicode")
    assert colours_of(fair).skin != colours_of(dark).skin


def test_kept_hair_is_drawn_among_the_dots_and_told(rules: RuleSet) -> None:
    plan = planned(rules, kept_hair=Decimal("0.5"))
    says, *_ = [says for says in pictures(cards(plan)[-1]) if says.startswith("One square")]
    assert says == "One square centimetre of skin, enlarged: 75 dots and 64 hairs."
    bald = planned(rules)
    hair = colours_of(plan).hair
    heads = [next(iter(pictures(cards(one)[-1]).values())) for one in (plan, bald)]
    assert strokes(heads[0], hair) > strokes(heads[1], hair)
    assert strokes(heads[0], colours_of(plan).later) < strokes(heads[1], colours_of(plan).later)


@pytest.mark.parametrize(
    "area",
    [
        AreaAnswer(scars=(Scar(length_cm=12, width_cm=1),)),
        AreaAnswer(measured=Measured(length_cm=10, width_cm=8)),
    ],
)
def test_what_a_head_from_above_has_no_place_for_is_shown_by_the_square_alone(
    area: AreaAnswer, rules: RuleSet
) -> None:
    for card in cards(planned(rules, area=area)):
        assert [says.split(",")[0] for says in pictures(card)] == ["One square centimetre of skin"]


@pytest.mark.parametrize("look", ["natural", "dense"])
def test_all_cards_together_stay_light(look: str, rules: RuleSet) -> None:
    """The largest area has the most dots and the most visits; a phone gets them over a slow line."""
    made = visit_pictures(planned(rules, area=WHOLE, density=look), rules).visits
    assert len(made) >= 5
    assert sum(map(len, made)) < 40_000


def test_the_pictures_say_in_plain_words_that_they_are_drawings(rules: RuleSet) -> None:
    says = " ".join(says for card in cards(planned(rules)) for says in pictures(card))
    assert "drawings, not photos" in WHAT_THEY_ARE
    assert reading_grade(f"{WHAT_THEY_ARE} {says}") <= 8
    assert promises(f"{WHAT_THEY_ARE} {says}") == []


def test_a_visit_with_one_day_alone_says_so_in_a_sentence_and_once_where_all_are_so(rules: RuleSet) -> None:
    plan = planned(rules)
    second = plan.sessions.items[1]
    one_fixed = cards(with_visit(plan, earliest=second.date, latest=second.date))
    assert "this visit can&#x27;t move to another day." in one_fixed[1]
    assert "Could be held" not in one_fixed[1]
    assert "Could be held, if others move too" in one_fixed[0]
    items = tuple(replace(visit, earliest=visit.date, latest=visit.date) for visit in plan.sessions.items)
    all_fixed = cards(replace(plan, sessions=replace(plan.sessions, items=items)))
    assert "no visit can move to another day." in all_fixed[0]
    assert not any("move to another day" in card or "Could be held" in card for card in all_fixed[1:])


def test_visits_longer_than_the_longest_are_told_above_the_cards_with_no_most(page: AppTest) -> None:
    page.pills(key="area_ways").set_value(["zones"]).run()
    page.session_state["zones"] = ["whole_scalp"]
    page.pills(key="density_look").set_value("dense").run()
    told = markup(open_tab(page, "Visits"))
    notice, card = told.index("Visits are longer than 5 hours"), told.index("Visit 1 of 6")
    assert notice < card
    assert "hours (3.5 or more)" in told[card:]
