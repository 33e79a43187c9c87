"""Steps to a decision on the page, and that nobody keeps what is answered there."""

from __future__ import annotations

import json
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from smp_planner.domain.plan import TreatmentPlan
from smp_planner.exports.record import to_json
from smp_planner.exports.table import to_csv
from smp_planner.exports.text import to_text
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.decision import MORE_QUESTIONS, RECAP_IS, SURE_IS
from smp_planner.views.plan_page import AGREED, DECISION, PRACTITIONER
from smp_planner.views.practitioner import CHOSEN
from smp_planner.views.state import PATIENT, UNKEPT
from smp_planner.views.tab_text import packed
from smp_planner.views.to_intake import intake_of
from tests.banned_words import promises
from tests.reading_grade import reading_grade
from tests.views.shown import PLAN_STEP, markup, open_tab, reasons

RECAP, SURE = ("grows", "nothing", "undone"), ("sure", "understand", "weighed", "support")


def recap(page: AppTest, fact: str, answer: str) -> AppTest:
    page.radio(key=f"unkept_recap_{fact}").set_value(answer).run()
    return page


def sure(page: AppTest, **answers: str) -> AppTest:
    for id_, answer in answers.items():
        page.radio(key=f"unkept_sure_{id_}").set_value(answer)
    return page.run()


def plan_on(page: AppTest) -> TreatmentPlan:
    return page.session_state["kept_plan"].plan.whole


def test_a_patient_finds_the_decision_first_and_a_clinic_after_what_is_agreed(page: AppTest) -> None:
    parts = (AGREED, PRACTITIONER, DECISION)
    open_tab(page, "Talk and files")
    assert [part.label for part in page.expander if part.label in parts] == [AGREED, PRACTITIONER, DECISION]
    page.session_state["way"] = PATIENT
    page.session_state["step"] = PLAN_STEP
    open_tab(page, "Talk and files")
    assert [part.label for part in page.expander if part.label in parts] == [DECISION, PRACTITIONER, AGREED]


@pytest.mark.ipdas("Q10")
def test_decision_time_and_questions_stand_there_for_every_option(page: AppTest, rules: RuleSet) -> None:
    shown = unescape(markup(open_tab(page, DECISION)))
    book = rules.decision
    for words in (book.decision.say, book.problem.say, *(rule.say for rule in book.time.values())):
        assert words in shown
    for own in book.ask.values():
        assert f">{own.whom}</td>" in shown
        for question in own.questions.values():
            assert question.ask in shown
            assert question.why in shown


def test_no_answer_is_given_away_before_somebody_has_answered(page: AppTest, rules: RuleSet) -> None:
    shown = unescape(markup(open_tab(page, DECISION)))
    assert all(page.radio(key=f"unkept_recap_{fact}").value is None for fact in RECAP)
    assert all(page.radio(key=f"unkept_sure_{one}").value is None for one in SURE)
    for words in ("The answer is", rules.decision.recap["undone"].why, rules.decision.sure["sure"].if_no):
        assert words not in shown


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("no", "That is right. The answer is no."),
        ("yes", "Not quite. The answer is no."),
        ("unsure", '"fact">The answer is no.'),
    ],
)
def test_an_answer_brings_the_right_one_with_its_reason(
    page: AppTest, rules: RuleSet, answer: str, told: str
) -> None:
    shown = markup(recap(open_tab(page, DECISION), "grows", answer))
    assert f"{told} {rules.decision.recap['grows'].why}" in shown
    assert "The comparison says the same." in reasons(page)["decision.recap.grows"]
    assert shown.count("The answer is") == 1


@pytest.mark.ipdas("Q10")
def test_one_no_means_to_talk_again_and_says_what_to_do(page: AppTest, rules: RuleSet) -> None:
    book = rules.decision
    shown = markup(sure(open_tab(page, DECISION), sure="yes", support="no"))
    assert book.talk_again.say in shown
    assert book.sure["support"].if_no in shown
    assert book.sure["weighed"].if_no not in shown


def test_only_four_times_yes_is_called_ready_and_says_that_waiting_is_still_open(
    page: AppTest, rules: RuleSet
) -> None:
    book = rules.decision
    assert book.all_yes.say not in markup(
        sure(open_tab(page, DECISION), sure="yes", understand="yes", weighed="yes")
    )
    shown = markup(sure(page, support="yes"))
    assert book.all_yes.say in shown
    assert book.talk_again.say not in shown


def test_what_is_answered_is_kept_nowhere(page: AppTest, rules: RuleSet) -> None:
    """No file, no answer of the plan's and no memory of the tab; and it goes when one looks elsewhere."""
    open_tab(page, DECISION)
    plan, intake = plan_on(page), intake_of(page.session_state, rules)  # pyright: ignore[reportArgumentType]
    before = [to_json(plan), to_csv(plan), to_text(plan)]
    sure(recap(page, "undone", "yes"), sure="no", support="yes")
    state = page.session_state.to_dict()
    assert state["unkept_recap_undone"] == "yes"
    held = json.loads(packed(state, rules))["answers"]
    assert not [key for key in held if key.startswith(UNKEPT)]
    assert intake_of(page.session_state, rules) == intake  # pyright: ignore[reportArgumentType]
    assert [to_json(plan_on(page)), to_csv(plan_on(page)), to_text(plan_on(page))] == before
    assert not page.query_params
    open_tab(page, "Visits")
    open_tab(page, DECISION)
    assert page.radio(key="unkept_recap_undone").value is None
    assert page.radio(key="unkept_sure_sure").value is None


@pytest.mark.ipdas("Q11")
def test_on_paper_every_answer_has_an_empty_box(page: AppTest) -> None:
    open_tab(page, DECISION)
    text = to_text(plan_on(page))
    assert text.count("[ ] yes  [ ] no  [ ] not sure") == len(RECAP)
    assert text.count("[ ] yes  [ ] no. If no: ") == len(SURE)
    asked = [own.questions for own in (*plan_on(page).talk.choosing, *plan_on(page).decision.ask)]
    assert text.count("\n[ ] ") == sum(map(len, asked))
    assert "[x]" not in text.lower()


def test_the_words_around_are_plain_and_promise_nothing(page: AppTest) -> None:
    shown = markup(open_tab(page, DECISION))
    for words in (MORE_QUESTIONS, RECAP_IS, SURE_IS):
        assert words in shown
        assert reading_grade(words) <= 8
        assert promises(words) == []


@pytest.mark.parametrize("way", ["clinic", PATIENT])
def test_where_no_plan_can_be_made_the_same_steps_and_questions_are_on_the_page(
    page: AppTest, rules: RuleSet, way: str
) -> None:
    page.checkbox(key="health_is_undiagnosed_hair_loss").set_value(True).run()
    if way == PATIENT:
        page.session_state["way"] = PATIENT
        page.session_state["step"] = PLAN_STEP
        page.run()
    folds = [part.label for part in page.expander if part.label in (AGREED, PRACTITIONER, DECISION)]
    assert folds == [DECISION, PRACTITIONER]
    for fold in ("fold_decision", "fold_practitioner"):
        page.session_state[fold] = True
    shown = unescape(markup(page.run()))
    assert not page.exception
    book = rules.decision
    for words in (book.decision.say, book.without_plan.say, *(rule.say for rule in book.time.values())):
        assert words in shown
    assert all(question.ask in shown for own in book.ask.values() for question in own.questions.values())
    assert page.radio(key=CHOSEN).value == "nothing", "no option comes first but the first of all"
    labels = [box.label for box in page.checkbox]
    assert {question.ask for question in rules.talk.choosing["nothing"].questions.values()} <= {*labels}
    assert book.talk_again.say in markup(sure(page, support="no"))
    assert "That is right. The answer is no." in markup(recap(page, "grows", "no"))
