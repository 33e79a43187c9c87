"""Behind every figure stand who set it and what would change it, among the questions too."""

from __future__ import annotations

import re
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from smp_planner.rules.load import DATA, load_rules
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.ask_person import WHICH_MEDICINE, WHICH_SKIN
from smp_planner.views.plan_page import PARTS
from smp_planner.views.state import STEP
from smp_planner.views.who_set import FIXED, USUAL
from smp_planner.views.whys import Whys
from tests.people import adult, plan_of
from tests.reading_grade import reading_grade
from tests.views.conftest import Open
from tests.views.shown import markup, open_folds, open_tab, press, reasons, rules_behind
from tests.views.test_whys import heard

SETTERS = re.compile(rf"Set by [A-Z]|{re.escape(USUAL)}|{re.escape(FIXED)}")
CHANGES = re.compile("None of your answers changes this|From your answers|Told for people|only chose")


def figures(rules: RuleSet, *, to_clinic: bool) -> list[str]:
    """Every figure that stands behind a plan, in words."""
    plan = plan_of(adult(), rules)
    whys = Whys(plan, rules)
    for field in whys.steps.by_field:
        whys.why(field)
    return [rule["figure"] for rule in rules_behind(whys, with_places=to_clinic) if rule["figure"]]


@pytest.mark.parametrize("to_clinic", [True, False])
@pytest.mark.parametrize("clinic", [None, DATA / "clinics" / "example-clinic.yaml"], ids=["none", "clinic"])
def test_every_figure_says_who_set_it(clinic: str | None, *, to_clinic: bool) -> None:
    told = figures(load_rules(clinic=clinic), to_clinic=to_clinic)
    assert len(told) > 50
    assert [figure for figure in told if not SETTERS.search(figure)] == []
    assert any("Set by Example clinic" in figure for figure in told) is (clinic is not None)
    assert any(USUAL in figure for figure in told)


def test_what_no_clinic_may_set_says_so(rules: RuleSet) -> None:
    fixed = [figure for figure in figures(rules, to_clinic=True) if FIXED in figure]
    assert fixed
    assert not any("A clinic may set" in figure for figure in fixed)


def test_the_words_are_plain() -> None:
    assert max(map(reading_grade, (USUAL, FIXED))) <= 8


@pytest.mark.parametrize("part", PARTS)
def test_every_why_of_a_rule_says_what_would_change_it(page: AppTest, part: str) -> None:
    open_folds(open_tab(page, part))
    told = {key: why for key, why in reasons(page).items() if not key.startswith("cited ")}
    assert told
    assert [key for key, why in told.items() if not CHANGES.search(why)] == []


def test_the_squares_of_the_look_have_none_of_the_answers_behind_them(page: AppTest) -> None:
    open_tab(page, "The look")
    for key in ("natural_hair", "dot_mm", "hair_mm"):
        assert "None of your answers changes this." in reasons(page)[f"rule density.preview.{key}"]


# --- among the questions ----------------------------------------------------------------------

ASKED = re.compile(r'<details data-key="asked ([^"]*)"><summary>why\?</summary>(.*?)</details>', re.DOTALL)


def asked(page: AppTest) -> dict[str, str]:
    """What each "why?" among the questions opens to, by the rules that it names."""
    return {key: unescape(told) for key, told in ASKED.findall(markup(page))}


def test_the_plan_so_far_has_a_why_with_rule_range_setter_source_and_what_changes_it(
    patient: AppTest,
) -> None:
    press(patient, "next")
    patient.pills(key="area_ways").set_value(["norwood"]).run()
    patient.pills(key="norwood").set_value("V").run()
    told = asked(patient)["sessions.count sessions.settled_after_days"]
    assert "Visits of a course, before anything adds one</b>: 3 visits (we plan within 3 to 6)." in told
    assert USUAL in told
    assert "Source: " in told
    assert "<a href=" in told
    assert "From your answers: goals, area, density, hair still there, skin, dates and events." in told
    assert "In the rules:" not in told


def test_the_drawn_densities_have_their_numbers_as_a_table_with_ranges_and_sources(patient: AppTest) -> None:
    patient.session_state[STEP] = 2
    [told] = [told for key, told in asked(patient.run()).items() if "density.looks" in key]
    rows = re.findall(r'role="rowheader">(\w+)</th><td[^>]*>(\d+)</td><td[^>]*>([^<]*)<', told)
    assert [(name, dots) for name, dots, _span in rows] == [
        ("Soft", "100"), ("Natural", "150"), ("Dense", "195"),
    ]  # fmt: skip
    assert all(re.fullmatch(r"\d+ to \d+", span) for *_rest, span in rows)
    assert "0.1 mm" in told
    assert told.count("Source: ") == 4


@pytest.mark.parametrize("way", ["clinic", "patient"])
def test_hair_of_which_nobody_said_how_much_is_left_has_the_rule_behind_its_range(
    open_page: Open, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SMP_VIEW", way)
    page = open_page()
    if way == "patient":
        press(page, "next")
        [told] = [told for key, told in asked(page).items() if key == "density.kept_when_unsure"]
        assert "From your answers: goals and area." in told
    else:
        page.pills(key="goals").set_value(["crown"]).run()
        assert "goals and area" in reasons(page)["rule density.kept_when_unsure"]
        assert re.search(r'The range allows for 50%\.\s*<details data-key="rule density', markup(page))


# --- figures that had no reason ---------------------------------------------------------------


def test_a_visit_beyond_the_plan_and_laser_visits_have_a_why_beside_them() -> None:
    rules = load_rules(clinic=DATA / "clinics" / "example-clinic.yaml")
    _plan, _whys, shown = heard(adult(), rules)
    assert re.search(r"<li>A visit beyond this plan: £264 <details data-key", shown)
    assert re.search(r"About \d+ laser visits[^<]*<details data-key=\"talk.put_right.smp", shown)


def test_the_pictures_of_the_visits_have_their_numbers_as_a_table(page: AppTest) -> None:
    shown = markup(open_folds(open_tab(page, "Visits")))
    table = shown[shown.index("The plan visit by visit") :]
    assert re.findall(r'data-label="On 1 cm2 after it">(\d+) dots', table) == ["45", "105", "150"]
    assert "On 1 cm2: 45 dots." in shown
    again = markup(open_tab(page, "The look"))
    assert re.findall(r'data-label="On 1 cm2 after it">(\d+) dots', again) == ["45", "105", "150"]


# --- not sure ---------------------------------------------------------------------------------


def test_questions_that_may_be_left_say_so_to_a_patient(patient: AppTest) -> None:
    patient.session_state[STEP] = 3
    assert "Age in years (left empty: no price)" in [field.label for field in patient.run().number_input]
    patient.session_state[STEP] = 7
    shown = markup(patient.run())
    assert "Not sure? Keep this day." in shown
    assert "Sunday: perhaps closed. Not sure? Leave them." in unescape(shown)
    patient.pills(key="weekdays").set_value(["mon", "sun"]).run()
    assert "Sunday: perhaps" not in markup(patient)  # whoever tapped it needs no reason
    patient.session_state["weekdays"] = ["mon"]
    press(patient, "event_add")
    assert "Not sure? Keep “I want to look ready”." in markup(patient)
    patient.session_state[STEP] = 8
    patient.run()
    for key, left in (("has_traits", WHICH_SKIN), ("takes_medicine", WHICH_MEDICINE)):
        patient.pills(key=key).set_value("yes").run()
        assert left in unescape(markup(patient))


def test_a_weekday_on_which_the_clinic_is_closed_says_so(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sunday was off before the first tap, without a word."""
    monkeypatch.setenv("SMP_CLINIC", str(DATA / "clinics" / "example-clinic.yaml"))
    assert "Closed: Monday and Sunday. Tap a day" in unescape(markup(open_page()))
