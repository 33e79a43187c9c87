"""A "why?" stands beside every figure, and behind each one is its step."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from html import escape, unescape

import pytest
from streamlit.testing.v1 import AppTest

from smp_planner.domain.intake import (
    OPTIONS,
    AreaAnswer,
    CalendarAnswer,
    Hair,
    Intake,
    LifeEvent,
    Person,
    Scar,
    Skin,
    TreatedBefore,
)
from smp_planner.domain.plan import Referral, SmpPlan, TreatmentPlan
from smp_planner.domain.words import sentence
from smp_planner.exports.wording import STRENGTH
from smp_planner.planner.pipeline import begin_plan, plan_treatment
from smp_planner.rules.load import DATA, load_rules
from smp_planner.rules.rule_book import rule_book
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.patient_way import steps_of
from smp_planner.views.practitioner import CHOSEN
from smp_planner.views.state import STEP
from smp_planner.views.whys import Whys
from smp_planner.views.whys_sent import WHYS, put_in_words
from tests.people import ADULT, START, adult, losing, plan_of
from tests.views.conftest import Open
from tests.views.shown import markup, open_folds, open_whys, reasons, reasons_of, rules_behind

RACES = tuple(
    LifeEvent(from_=day, to=day, name="race", kind="be_ready") for day in (date(2027, 9, 4), date(2028, 2, 5))
)
SOON = LifeEvent(from_=date(2027, 1, 25), to=date(2027, 1, 25), name="a wedding", kind="be_ready")
PEOPLE: dict[str, Intake] = {
    "a healthy man": ADULT,
    "a woman with a scar who has to ask a doctor": adult(
        area=AreaAnswer(ludwig="II", scars=(Scar(length_cm=20, width_cm=1, raised=True),)),
        person=Person(age=50, sex="female"),
        health=("blood_thinner", "diabetes"),
    ),
    "someone who is not sure of anything": Intake(
        goals=("alopecia_cover",), area=AreaAnswer(), calendar=CalendarAnswer(start=START)
    ),
    "white hair, oily skin, two races of one name and a holiday that clashes": adult(
        hair=Hair(colour="white", wears="short"),
        skin=Skin(tone="I", traits=("oily", "sensitive")),
        calendar=CalendarAnswer(start=START, events=(*RACES, SOON)),
    ),
    "medicine and loss that moves on": adult(medication_now=("finasteride",), loss_moving_on="yes"),
    "a transplant eight months ago": adult(treated_before=TreatedBefore(transplant_on=date(2026, 5, 11))),
    "a keloid, and an age of which nobody is sure": adult(health=("keloid",), unsure_about=("age",)),
    "a keloid": adult(health=("keloid", "recent_laser_removal", "epilepsy")),
}


def on_the_page(field: str, plan: TreatmentPlan | Referral) -> bool:
    """Whether a step is for the page: no record of single days, no price of an unchecked plan.

    Why an answer of the recap is what it is would give the answer away; it is told once one is given.
    Of a referral the area stands behind the grafts alone.
    """
    if field == "aftercare.days" or field.startswith("decision.recap."):
        return False
    if isinstance(plan, Referral) and field.startswith("area."):
        return False
    priced = isinstance(plan, TreatmentPlan) and plan.cost is not None
    return priced or not field.startswith("comparison.curves.cost")


def draw_all(begun, whys, rules):  # no annotations: only the body knows its names there  # pyright: ignore
    """Every part of a plan on one page; runs inside the test client."""
    from datetime import date
    from unittest.mock import patch

    from smp_planner.planner.referral import BegunReferral
    from smp_planner.views import referral
    from smp_planner.views.event_notes import event_notes
    from smp_planner.views.picture import show
    from smp_planner.views.plan_page import PARTS, told_first_notes

    if isinstance(begun, BegunReferral):
        with patch.object(referral, "Whys", lambda *_: whys):
            referral.show_referral("", begun, rules, (), date(2027, 1, 4))
    else:
        show(*told_first_notes(begun.outline.suitability, whys), *event_notes(begun.outline, whys))
        for draw in PARTS.values():
            draw(begun, whys, rules, date(2026, 11, 27))


class Heard(Whys):
    """Whys that remember what they were asked for."""

    def __init__(self, plan: TreatmentPlan | Referral, rules: RuleSet) -> None:
        super().__init__(plan, rules)
        self.asked: set[str] = set()

    def of(self, plan: TreatmentPlan | Referral) -> Heard:
        assert self.steps.by_field.keys() == {step.field for step in plan.trace}
        return self

    def why(self, *fields: str) -> str:
        self.asked.update(fields)
        return super().why(*fields)

    def why_all(self, field: str) -> str:
        self.asked.update(self.steps.below(field))
        return super().why_all(field)

    def cell(self, field: str, cell: object) -> str:
        self.asked.add(field)
        return super().cell(field, cell)  # pyright: ignore[reportArgumentType]


def heard(intake: Intake, rules: RuleSet) -> tuple[TreatmentPlan | Referral, Heard, str]:
    """A person's plan drawn in full: the plan, what it was asked to explain, and its HTML."""
    begun = begin_plan(intake, rules)
    plan = begun.whole
    whys = Heard(plan, rules)
    page = open_folds(AppTest.from_function(draw_all, default_timeout=30, args=(begun, whys, rules)).run())
    if any(radio.key == CHOSEN for radio in page.radio):
        for option in OPTIONS:  # each has a list of its own, and one is shown at a time
            page.radio(key=CHOSEN).set_value(option).run()
    assert [fault.message for fault in page.exception] == []
    return plan, whys, " ".join(piece.proto.body for piece in page.get("html"))


def why_of(field: str, rules: RuleSet) -> str:
    """What the "why?" of a healthy man's figure opens to."""
    plan = plan_treatment(ADULT, rules)
    whys = Whys(plan, rules)
    assert whys.why(field)
    return reasons_of(whys)[field]


@pytest.mark.parametrize("who", PEOPLE)
def test_every_step_of_a_plan_can_be_opened_on_the_page_and_no_why_leads_nowhere(
    who: str, rules: RuleSet
) -> None:
    plan, whys, _ = heard(PEOPLE[who], rules)
    steps = {step.field for step in plan.trace}
    assert {field for field in steps - whys.asked if on_the_page(field, plan)} == set()
    assert reasons_of(whys)  # each that was drawn is opened here; one without a step would raise


def test_every_figure_of_a_clinics_quote_can_be_opened_and_names_the_clinic() -> None:
    rules = load_rules(clinic=DATA / "clinics" / "example-clinic.yaml")
    plan, whys, page = heard(ADULT, rules)
    steps = {step.field for step in plan.trace if step.field.startswith("cost.")}
    assert {field for field in steps if field.startswith("cost.quote.")} > {"cost.quote.payments.1"}
    assert steps <= whys.asked
    told = reasons_of(whys)["cost.quote.lines.stage"]
    assert "Example clinic" in told
    assert "Price list of the example clinic" in told
    assert "Valid until 26 January 2027." in page
    assert "£264" in page


@pytest.mark.ipdas("Q19")
@pytest.mark.parametrize("who", PEOPLE)
def test_every_comparison_cell_has_a_why_with_its_strength_and_a_source(who: str, rules: RuleSet) -> None:
    plan = plan_treatment(PEOPLE[who], rules)
    whys = Whys(plan, rules)
    for row in plan.comparison.rows:
        for option, cell in row.cells.items():
            field = f"comparison.rows.{row.id}.{option}"
            beside = whys.cell(field, cell)
            told = reasons_of(whys)[field]
            assert "The evidence for this is" in told
            more = ", and more" if cell.note and escape(cell.note) not in beside else ""
            why = f"{more}: why?" if more else ", why?"
            label = "why?" if cell.withheld else f"{sentence(STRENGTH[cell.strength])}{why}"
            assert f"<summary>{label}</summary>" in beside, field
            assert cell.sources, field
            assert all(rules.sources[id_].title in told for id_ in cell.sources), field


@pytest.mark.parametrize("option", ["medication", "smp", "fut", "fue"])
def test_a_cell_whose_rest_stands_behind_its_why_says_that_there_is_more(rules: RuleSet, option: str) -> None:
    """Who may not have it went on behind the "why?", and nothing in the cell said so."""
    plan = plan_treatment(adult(), rules)
    assert isinstance(plan, TreatmentPlan)
    (row,) = [row for row in plan.comparison.rows if row.id == "who_may_not"]
    whys = Whys(plan, rules)
    field = f"comparison.rows.who_may_not.{option}"
    note = row.cells[option].note
    assert note
    beside = whys.cell(field, row.cells[option])
    assert note not in unescape(beside)
    assert ", and more: why?</summary>" in beside
    assert note in reasons_of(whys)[field]
    nothing = whys.cell("comparison.rows.who_may_not.nothing", row.cells["nothing"])
    assert "and more" not in nothing


def test_a_note_on_a_figure_of_this_person_stands_beside_it_and_any_other_in_the_why(rules: RuleSet) -> None:
    plan, _, page = heard(adult(area=AreaAnswer(norwood="VII")), rules)
    assert isinstance(plan, TreatmentPlan)
    rows = {row.id: row for row in plan.comparison.rows}
    above = rules.comparison.notes.above_donor.say
    whys = Whys(plan, rules)
    shown = whys.cell("comparison.rows.operations.fut", rows["operations"].cells["fut"])
    assert shown.index(escape(above)) < shown.index("why?")
    assert above not in reasons_of(whys)["comparison.rows.operations.fut"]
    kept = whys.cell("comparison.rows.kept_result.fut", rows["kept_result"].cells["fut"])
    assert "One series of 112 people" not in kept
    assert "One series of 112 people" in reasons_of(whys)["comparison.rows.kept_result.fut"]
    assert escape(above) in page


def test_a_figure_of_the_rules_is_told_in_the_why_with_its_name_its_span_and_its_note_once(
    rules: RuleSet,
) -> None:
    plan = plan_treatment(ADULT, rules)
    assert isinstance(plan, TreatmentPlan)
    rows = {row.id: row for row in plan.comparison.rows}
    whys = Whys(plan, rules)
    whys.cell("comparison.rows.days_off_work.fue", rows["days_off_work"].cells["fue"])
    tablets = rows["sexual_problems"].cells["medication"]
    whys.cell("comparison.rows.sexual_problems.medication", tablets)
    told = reasons_of(whys)
    span = "How many days off work each time: 5 days (we plan within 2 to 7)."
    assert span in told["comparison.rows.days_off_work.fue"]
    assert tablets.note
    assert told["comparison.rows.sexual_problems.medication"].count(tablets.note) == 1


def test_no_key_of_a_rule_is_told_as_the_name_of_a_figure(rules: RuleSet) -> None:
    _, whys, _ = heard(adult(health_asked=True), rules)
    names = [rule["name"] for rule in rules_behind(whys, with_places=True) if rule["name"]]
    assert names
    assert [name for name in names if re.match(r"[a-z_]+\.[a-z_.]+", name)] == []


def test_people_here_meet_a_plan_a_referral_a_doctor_and_a_clash(rules: RuleSet) -> None:
    plans = [plan_treatment(intake, rules) for intake in PEOPLE.values()]
    treated = [plan for plan in plans if isinstance(plan, TreatmentPlan)]
    assert sum(isinstance(plan, Referral) for plan in plans) == 3
    assert any(plan.suitability.provisional for plan in treated)
    assert any(plan.sessions.latest_start for plan in treated)
    assert any(plan.sessions.conflicts or plan.aftercare.conflicts for plan in treated)
    assert any(plan.shade.target is None for plan in treated)


def test_a_why_for_a_field_without_a_step_is_a_fault(rules: RuleSet) -> None:
    plan = plan_treatment(ADULT, rules)
    whys = Whys(plan, rules)
    whys.why("sessions.items.1.colour")
    whys.why_all("shades")
    colour, shades = whys.told.values()
    with pytest.raises(LookupError, match=r"no step for 'sessions\.items\.1\.colour'"):
        colour()
    with pytest.raises(LookupError, match="no step at or below 'shades'"):
        shades()


def test_a_why_tells_the_reason_the_rule_its_range_and_its_sources(rules: RuleSet) -> None:
    told = why_of("sessions.count", rules)
    assert "A course starts with 3 visits." in told
    assert f"{rules.sessions.count.label}: 3 visits (we plan within 3 to 6)." in told
    assert "A clinic may set 3 to 6." in told
    assert "From your answers: goals, area, density, hair still there and skin." in told
    assert "sessions.count, " in told
    assert "data/sessions.yaml" in told


def test_limits_are_told_only_where_a_clinic_may_move_the_figure(rules: RuleSet) -> None:
    """Under what a study counted, "A clinic may set 0 to 100" was untrue, and frightening."""
    _, whys, _ = heard(losing(health_asked=True), rules)
    sent = [rule for rule in rules_behind(whys, with_places=True) if rule["figure"]]
    by_id = {re.split("[ ,]+", rule["place"])[3]: rule["figure"] for rule in sent}
    told = {id_ for id_, figure in by_id.items() if "A clinic may set" in figure}
    assert told >= {"sessions.count", "density.looks.natural", "aftercare.instructions.swimming.to_day"}
    fixed = {rule.reading.id for rule in rules.kept(rule_book).rules if rule.is_fixed} & by_id.keys()
    assert {id_.partition(".")[0] for id_ in fixed} >= {
        "comparison",
        "hair",
        "medication",
        "risks",
        "surgery",
    }
    assert told.isdisjoint(fixed)


def test_a_figure_that_rests_on_others_shows_their_rules(rules: RuleSet) -> None:
    plan = plan_treatment(ADULT, rules)
    step = next(step for step in plan.trace if step.field == "sessions.last_on")
    assert not step.rules
    assert "data/sessions.yaml" in why_of("sessions.last_on", rules)


@pytest.mark.parametrize(("way", "told"), [("clinic", True), ("patient", False)])
def test_where_a_rule_stands_in_the_files_is_told_to_a_clinic_alone(
    way: str, told: bool, open_page: Open, rules: RuleSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SMP_VIEW", way)
    page = open_page()
    plan_screen = len(steps_of(rules))
    given = {"goals": ["shaved_look"], "area_ways": ["norwood"], "norwood": "V", STEP: plan_screen}
    for key, value in given.items():
        page.session_state[key] = value
    page.run()
    behind = " ".join(reasons(page).values())
    assert "Visits of a course, before anything adds one: 3 visits" in behind
    assert ("data/sessions.yaml" in behind) is told


def test_the_page_holds_no_reason_of_a_why_that_is_closed(page: AppTest) -> None:
    """It is sent once the "why?" is opened: most are never read."""
    reason = "A course starts with 3 visits."
    assert reason in reasons(page)["sessions.count"]
    assert reason not in markup(page) + sent(page)
    assert reason in sent(open_whys(page))


@pytest.mark.parametrize(
    "opened", ["sessions.count", {"a": 1}, [1, None, ["sessions.count"]], ["no such key"]]
)
def test_what_a_browser_may_send_as_opened_that_is_no_why_opens_none(page: AppTest, opened: object) -> None:
    page.session_state[WHYS] = {"open": opened}
    page.run()
    assert not page.exception
    assert json.loads(sent(page))["whys"] == {}


def sent(page: AppTest) -> str:
    """What the browser is sent of every "why?"."""
    [told] = [piece.proto for piece in page.get("bidi_component") if piece.proto.component_name == "smp_whys"]
    return told.bytes.decode()


def test_two_events_of_one_name_keep_their_own_latest_start(rules: RuleSet) -> None:
    calendar = replace(ADULT.calendar, events=RACES)
    plan, _, page = heard(adult(calendar=calendar), rules)
    assert isinstance(plan, TreatmentPlan)
    said = [latest.say for latest in plan.sessions.latest_start]
    assert len(set(said)) == 2
    assert all(one in page for one in said)


def first_rules(plan: SmpPlan, field: str, rules: RuleSet, *, with_places: bool) -> tuple[list[str], int]:
    """The names of the rules that a "why?" tells first, and how many it rests on in all."""
    whys = Whys(plan, rules)
    whys.why(field)
    [why] = put_in_words(whys, whys.told, with_places=with_places).values()
    return [why["rules"][place]["name"] for place in why["main"]], len(why["rules"])


def test_a_patient_reads_the_rule_first_that_says_most_and_has_all_others_behind_one_fold(
    rules: RuleSet,
) -> None:
    plan = plan_of(adult(), rules)
    first, count = first_rules(plan, "sessions.count", rules, with_places=False)
    assert first == [rules.sessions.count.label]
    assert count > 1
    assert first_rules(plan, "sessions.count", rules, with_places=True) == ([], count)


def test_five_visits_are_not_explained_by_five_hours(rules: RuleSet) -> None:
    plan = plan_of(adult(area=AreaAnswer(norwood="VI"), density="dense"), rules)
    assert plan.sessions.count.typical == 5
    assert first_rules(plan, "sessions.count", rules, with_places=False)[0] == [rules.sessions.count.label]


def test_what_a_clinic_set_is_told_first() -> None:
    rules = load_rules(clinic="data/clinics/example-studio.yaml")
    plan = plan_of(adult(), rules)
    moved = {step.field: step for step in plan.trace if any(rule.by_clinic for rule in step.rules)}
    assert moved
    for field, step in moved.items():
        first, _count = first_rules(plan, field, rules, with_places=False)
        assert first == [rule.label for rule in step.rules if rule.by_clinic], field


def test_a_why_of_sentences_alone_tells_the_first_of_their_sources(rules: RuleSet) -> None:
    plan = plan_of(adult(), rules)
    assert first_rules(plan, "suitability.know.not_regrowth", rules, with_places=False)[0] == [None]
