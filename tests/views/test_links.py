"""A link is made on request and holds what its sentence says; one that is opened brings its answers."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from random import Random

import pytest
from streamlit.testing.v1 import AppTest

from smp_planner.domain.intake import (
    LONGEST_AGREED,
    AreaAnswer,
    Intake,
    OwnConcern,
    Person,
    Scar,
    TreatedBefore,
)
from smp_planner.exports.handoff import NEWER, to_fragment, unpacked
from smp_planner.pictures.qr_code import LARGEST_VERSION, QUIET_MODULES, qr_code
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.kept_plan import KEPT
from smp_planner.views.link_in import ASK, MISFIT, OPENED, OTHER_REGION, OTHER_RULES, REFUSED, RENEWED
from smp_planner.views.link_out import HOLDS, TITLE, TOO_MANY, address_of, is_here_alone
from smp_planner.views.plan_page import ALL_OPEN
from smp_planner.views.state import CLINIC, PATIENT, WAY
from smp_planner.views.tab_memory import LINK
from tests.packaged_rules import packaged_rules
from tests.people import adult
from tests.views.conftest import Open, begun
from tests.views.shown import markup, notices, open_tab, press

WANTED = adult(area=AreaAnswer(norwood="III"))


@pytest.fixture
def opened(open_page: Open) -> Callable[..., AppTest]:
    """Opens the page with what followed the # of a link."""
    assert open_page

    def opens(fragment: str | None, **held: object) -> AppTest:
        page = begun()
        for key, value in held.items():
            page.session_state[key] = value
        page.session_state[LINK] = fragment
        return page.run()

    return opens


def made(rules: RuleSet, intake: Intake = WANTED, **edition: str | None) -> str | None:
    return to_fragment(intake, replace(rules.edition, **edition), with_health=True, with_typed=True)


def test_of_the_plan_that_stood_there_before_a_link_nothing_is_kept(open_page: Open, rules: RuleSet) -> None:
    page = open_page()
    before = page.session_state[KEPT].decided
    page.session_state[LINK] = made(rules)
    assert OPENED in markup(page.run())
    assert page.session_state[KEPT].decided is not before


def test_a_link_opens_on_its_plan_with_its_answers(opened: Callable[..., AppTest], rules: RuleSet) -> None:
    page = opened(made(rules))
    assert page.session_state[WAY] == PATIENT
    assert page.session_state["norwood"] == "III"
    assert "Planned: " in notices(page)
    assert OPENED in markup(page)
    assert LINK not in page.session_state
    press(page, "link_read")
    assert OPENED not in markup(page)


def test_who_works_in_the_clinics_way_stays_in_it(opened: Callable[..., AppTest], rules: RuleSet) -> None:
    page = opened(made(rules), **{WAY: CLINIC})
    assert page.session_state[WAY] == CLINIC
    assert page.session_state["norwood"] == "III"


def test_without_health_answers_the_questions_are_asked_and_no_price_is_shown(
    opened: Callable[..., AppTest], rules: RuleSet
) -> None:
    page = opened(to_fragment(WANTED, rules.edition))
    assert page.session_state["age"] is None
    assert ALL_OPEN in markup(page)
    assert page.button("to_step_health")
    open_tab(page, "Years and money")
    assert "$" not in markup(page)


@pytest.mark.parametrize(
    ("edition", "told"),
    [
        ({}, []),
        ({"edition": "2026-01-01", "fingerprint": "0123456789ab"}, [RENEWED]),
        ({"fingerprint": "0123456789ab"}, [OTHER_RULES]),
        ({"region": "UK"}, [OTHER_REGION]),
        ({"fingerprint": "0123456789ab", "region": "UK"}, [OTHER_RULES, OTHER_REGION]),
        ({"region": None}, []),
    ],
)
def test_a_link_made_under_other_rules_says_so(
    edition: dict[str, str | None], told: list[str], opened: Callable[..., AppTest], rules: RuleSet
) -> None:
    shown = markup(opened(made(rules, **edition)))
    assert [words for words in (RENEWED, OTHER_RULES, OTHER_REGION) if words.split("{")[0] in shown] == told


@pytest.mark.parametrize(
    ("fragment", "why"),
    [
        ("plan-abc.2", NEWER),
        ("plan-abc.1", "a part of it is missing"),
        ("plan-<b>x</b>.1", "a part of it is missing"),
    ],
)
def test_what_is_no_link_is_refused_and_the_page_stays(
    fragment: str, why: str, opened: Callable[..., AppTest]
) -> None:
    page = opened(fragment)
    assert REFUSED in markup(page)
    assert why in markup(page)
    assert page.session_state["norwood"] == "V"
    press(page, "link_read")
    assert REFUSED not in markup(page)


def test_answers_to_other_questions_are_refused_each_by_its_name(
    opened: Callable[..., AppTest], rules: RuleSet
) -> None:
    page = opened(made(rules, adult(goals=("tattoo",), health=("gone",))))
    for words in (REFUSED, MISFIT, "tattoo", "gone"):
        assert words in markup(page)
    assert page.session_state["goals"] == ["shaved_look"]


def test_a_link_can_not_fill_the_page_with_words_of_its_own(
    opened: Callable[..., AppTest], rules: RuleSet
) -> None:
    page = opened(made(rules, adult(goals=("call us " * 800, *(f"goal{n}" for n in range(200))))))
    assert MISFIT in markup(page)
    assert markup(page).count("call us") < 40
    assert markup(page).count("found '") <= 5


@pytest.mark.parametrize(("answer", "stage"), [("link_keep", "VI"), ("link_open", "III")])
def test_answers_that_were_given_are_asked_for_first(
    answer: str, stage: str, open_page: Open, rules: RuleSet
) -> None:
    page = open_page()
    page.session_state["norwood"] = "VI"
    page.run()
    page.session_state[LINK] = made(rules)
    page.run()
    assert ASK in markup(page)
    assert "Planned: " not in notices(page)
    press(page, answer)
    assert ASK not in markup(page)
    assert page.session_state["norwood"] == stage


def test_an_offer_that_was_typed_is_asked_for_first_too(open_page: Open, rules: RuleSet) -> None:
    page = open_page()
    page.session_state["offer_1_amount"] = 800.0
    page.session_state[LINK] = made(rules)
    page.run()
    assert ASK in markup(page)


# --- the link that is made --------------------------------------------------------------------


def test_nothing_is_made_before_it_is_asked_for_and_what_it_holds_is_said_first(page: AppTest) -> None:
    open_tab(page, "Talk and files")
    assert not page.code
    shown = markup(page)
    assert shown.index(TITLE) < shown.index(HOLDS)
    press(page, "link_make")
    [link] = page.code
    assert "#plan-" in link.value
    page.session_state["norwood"] = "VI"
    page.run()
    assert not page.code  # the answers are others now


SAID = {
    "goals": "goals", "area": "area", "scars": "scars", "density": "look", "kept_hair": "hair",
    "hair": "hair", "skin": "skin", "sex": "sex", "habits": "habits", "matters": "what matters",
    "own_matters": "what matters", "calendar": "days", "visit_times": "times of visits",
    "timezone": "time zone", "smp": "SMP before",
    "loss_moving_on": "still losing hair", "wants_touch_ups": "touch-ups",
}  # fmt: skip
NO_ANSWERS = {
    "person",
    "treated_before",
    "health_asked",
}  # what stands in them is said; that nobody has asked


def test_whatever_a_link_holds_without_a_tick_is_said() -> None:
    """Of everything that can be answered."""
    told = replace(
        WANTED,
        area=replace(WANTED.area, scars=(Scar(length_cm=2, width_cm=1),)),
        calendar=replace(WANTED.calendar, visit_times={1: "09:30"}, timezone="Europe/Paris"),
        person=Person(age=38, sex="female", could_be_pregnant=False, name="Ann"),
        health=("diabetes",),
        unsure_about=("health",),
        medication_now=("minoxidil",),
        loss_moving_on="yes",
        treated_before=TreatedBefore(smp=True, transplant_on=date(2025, 3, 3)),
        matters={"scars": 3},
        own_matters=(OwnConcern(name="My own", weight=3),),
        agreed={"hairline": "soft"},
        wants_touch_ups="soft",
    )
    held = json.loads(unpacked(to_fragment(told, packaged_rules().edition) or "").text)
    inner = {key for part in ("person", "treated_before") for key in held[part]}
    keys = {*held, *inner, "scars", "visit_times", "timezone"} - NO_ANSWERS
    assert [key for key in keys if SAID[key] not in HOLDS] == []
    assert {"timezone", "visit_times"} <= set(held["calendar"])


def test_more_than_a_link_can_hold_is_said(page: AppTest, rules: RuleSet) -> None:
    letters = Random(1)

    def written(most: int) -> str:
        """Signs in no order, which can't be packed small."""
        return "".join(chr(letters.randint(0x4E00, 0x9FFF)) for _sign in range(most))

    for point in rules.talk.agreed:
        page.session_state[f"agreed_{point}"] = written(LONGEST_AGREED)
    open_tab(page, "Talk and files")
    press(page, "link_make")
    assert page.code  # without what was typed there is room
    page.checkbox("unkept_link_typed").check().run()
    assert TOO_MANY in markup(page)
    assert not page.code


@pytest.mark.parametrize(
    ("page_is_at", "address"),
    [
        ("https://plan.example.org", "https://plan.example.org/#plan-x.1"),
        ("https://example.org/smp/", "https://example.org/smp/#plan-x.1"),
        ("https://example.org:8443/smp?embed=true#old", "https://example.org:8443/smp/#plan-x.1"),
        ("http://[::1]:8501/", "http://[::1]:8501/#plan-x.1"),
    ],
)
def test_the_link_leads_to_the_page_as_the_browser_sees_it(page_is_at: str, address: str) -> None:
    assert address_of(page_is_at, "plan-x.1") == address


@pytest.mark.parametrize(
    ("address", "alone"),
    [
        ("http://localhost:8501/", True),
        ("http://127.0.0.1:8501/", True),
        ("http://[::1]:8501/", True),
        ("http://192.168.1.20:8501/", False),
        ("https://plan.example.org/", False),
    ],
)
def test_an_address_that_no_phone_can_reach_is_known(address: str, alone: bool) -> None:
    assert is_here_alone(address) == alone


def test_a_code_is_black_on_white_with_a_quiet_edge_and_none_is_too_fine_to_scan() -> None:
    code = qr_code("https://example.org/#plan-x.1")
    assert code is not None
    assert code.modules == 25 + 2 * QUIET_MODULES
    assert 'fill="#fff"' in code.svg
    assert 'stroke="#000"' in code.svg
    letters = hashlib.sha512(b"x").hexdigest() * 20
    most = qr_code(letters[:1273])
    assert most is not None
    assert most.modules == 17 + 4 * LARGEST_VERSION + 2 * QUIET_MODULES
    assert qr_code(letters[:1274]) is None
    assert qr_code(letters * 3) is None


def test_what_was_told_of_a_file_before_gives_way_to_what_a_link_brings(
    opened: Callable[..., AppTest], rules: RuleSet
) -> None:
    page = opened(made(rules), opened_file={"notes": ["Ludwig stage: look at it."]})
    assert OPENED in markup(page)
    assert "Ludwig stage: look at it." not in markup(page)
