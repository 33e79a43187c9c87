"""The page of all rules: found by a search, changes of the clinic first, its age told, answers left alone."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from smp_planner.rules.ruleset import RuleSet
from smp_planner.views import rules_page
from smp_planner.views.rule_fields import told_parts
from smp_planner.views.rule_rows import KINDS
from smp_planner.views.rules_page import AT_ONCE, EDITED, OUTSIDE, SEARCH
from smp_planner.views.state import PATIENT
from tests.banned_words import medicines
from tests.packaged_rules import packaged_rules
from tests.rule_count import LISTED
from tests.views.conftest import ROOT, Open
from tests.views.shown import PLAN_STEP, markup, none_of_these, notices, press, titles
from tests.views.test_medicines_by_region import less_own_answers

TO_RULES, BACK, MORE = "unkept_to_rules", "unkept_rules_back", "unkept_rules_more"
TITLE = "All rules and their sources"
MONEY = re.compile(r".{0,40}(?:[$£€]|\b(?:USD|GBP|EUR|CAD|dollars|pounds)\b).{0,20}")
NO_PRICES = "Prices are left out here as long as your plan shows none."
HOSTILE = """
name: "<b>Studio</b> **bold** [here](https://example.org)"
overrides:
  sessions.start_within_days:
    {value: 120, reason: "<script>alert(1)</script> =SUM(A1)", sources: [own]}
sources:
  own: {title: "<i>Own</i>", kind: clinic, grade: very_low, url: "http://example.org/", read_on: 2026-11-01}
"""


def opened(page: AppTest) -> AppTest:
    """The page of all rules, from a plan in either way."""
    return press(page, TO_RULES)


def rows(page: AppTest) -> int:
    """How many rules are shown."""
    return markup(page).count('<th scope="row"')


def told(page: AppTest) -> str:
    return unescape(re.sub(r"<[^>]+>", " ", markup(page)))


def search(page: AppTest, words: str) -> AppTest:
    return page.text_input(key=SEARCH).set_value(words).run()


def test_the_answers_stay_while_the_rules_are_looked_up(page: AppTest) -> None:
    page.pills(key="norwood").set_value("VI").run()
    page.pills(key="sun").set_value("high").run()
    plan = notices(page)
    opened(page)
    assert titles(page) == [TITLE]
    assert not page.pills
    press(page, BACK)
    assert titles(page) == ["What you would like", "Your plan"]
    assert (page.pills(key="norwood").value, page.pills(key="sun").value) == ("VI", "high")
    assert notices(page) == plan


def test_a_patient_comes_back_to_the_plan_and_is_spared_places_and_fields(page: AppTest) -> None:
    page.session_state["way"], page.session_state["step"] = PATIENT, PLAN_STEP
    search(opened(page.run()), "heavy exercise")
    assert "Days without heavy exercise" in told(page)
    assert ".yaml" not in told(page)
    assert "aftercare.windows" not in told(page)
    assert titles(press(page, BACK)) == ["Your plan"]


def test_nothing_is_drawn_of_a_group_until_it_is_opened(page: AppTest, rules: RuleSet) -> None:
    opened(page)
    assert rows(page) == 0
    assert f"{LISTED} of {LISTED} rules" in told(page)
    page.session_state["unkept_fold_rules_sessions"] = True
    page.run()
    assert rows(page) == 43
    assert "Last looked through on 23 November 2026." in told(page)


def test_a_search_finds_a_rule_with_all_that_is_known_of_it(page: AppTest) -> None:
    search(opened(page), "Heavy EXERCISE article to_day")
    assert f"1 of {LISTED} rules" in told(page)
    assert rows(page) == 1
    shown = told(page)
    for words in (
        "What is asked before a visit, and what to avoid, do and expect after it.",
        "Days without heavy exercise",
        "aftercare.instructions.heavy_exercise.to_day, data/aftercare.yaml:",
        "10 days",
        "7 to 14",
        "Very weak evidence",
        "Care after a visit",
        "aftercare.windows.heavy_exercise",
    ):
        assert words in shown
    assert 'rel="noreferrer noopener"' in markup(page)
    assert f"0 of {LISTED} rules" in told(search(page, "exercise <script>"))


def test_a_search_takes_the_words_of_calendars_and_tells_why(page: AppTest) -> None:
    search(opened(page), "gym")
    assert f"6 of {LISTED} rules" in told(page)
    assert "Why: Sweat can fade the pigment early." in told(page)
    search(page, "why no gym")
    assert f"0 of {LISTED} rules. No rule holds all of these words. Closest:" in told(page)
    assert "No heavy exercise and no hard sweating" in told(page)
    search(page, "<script>")
    assert (
        f"0 of {LISTED} rules. Try fewer words, another word for it, or just the beginning of a word."
        in told(page)
    )
    assert rows(page) == 0


def test_the_dots_of_each_visit_are_looked_up_with_what_a_clinic_may_set(page: AppTest) -> None:
    search(opened(page), "dots at one visit")
    assert f"18 of {LISTED} rules" in told(page)
    row = " ".join(told(page).partition("Dots at one visit of 3: Second visit")[2].split())
    assert "40 per cent 32 to 40 10 to 60" in row.partition("Third visit")[0]


def test_where_the_area_of_a_stage_lies_is_told_and_of_the_split_once_why(page: AppTest) -> None:
    search(opened(page), "coverage.norwood")
    shown = told(page)
    assert (
        "It lies in: hairline and temples 21%, front half behind the hairline 45%, middle of the "
        "scalp 4%, crown 30%." in shown
    )
    assert shown.count("The splits are our own and no source spreads them") == 1


def test_what_studies_found_is_told_and_is_not_for_a_clinic_to_set(page: AppTest) -> None:
    search(opened(page), "will there be a scar fut")
    row = " ".join(told(page).partition("Will there be a scar: Strip surgery (FUT)")[2].split())
    assert "2 mm 1 to 3 Not for a clinic to set." in row


def all_open(page: AppTest) -> AppTest:
    for key in [key for key in page.session_state.to_dict() if str(key).startswith("unkept_fold_")]:
        page.session_state[key] = True
    return page.run()


def healthy(page: AppTest) -> AppTest:
    """The page of somebody whose plan may show a price."""
    none_of_these(page)
    page.number_input(key="age").set_value(40)
    page.pills(key="could_be_pregnant").set_value("no").run()
    return page


@pytest.mark.parametrize("clinic", ["example-studio", "example-clinic"])
def test_nobody_sees_a_price_before_the_plan_shows_one(
    open_page: Open, monkeypatch: pytest.MonkeyPatch, clinic: str
) -> None:
    monkeypatch.setenv("SMP_CLINIC", str(ROOT / "data" / "clinics" / f"{clinic}.yaml"))
    page = all_open(opened(open_page()))
    assert NO_PRICES in told(page)
    assert MONEY.findall(told(page)) == []
    press(page, BACK)
    all_open(opened(healthy(page)))
    assert NO_PRICES not in told(page)
    assert "Course price by treated area: 130 cm2" in told(page)
    assert "What it costs" in told(page)
    assert "Course price by treated area: 130 cm2" in told(search(page, "130 cm2"))
    press(page, BACK)
    page.checkbox(key="health_is_keloid").set_value(True).run()
    assert "Not for now" in titles(page)
    assert NO_PRICES in told(opened(page))


def test_a_search_with_many_hits_shows_forty_and_more_when_asked(page: AppTest) -> None:
    search(opened(page), "our-judgement")
    count = int(re.findall(rf"(\d+) of {LISTED} rules", told(page))[0])
    assert count > AT_ONCE
    assert rows(page) == AT_ONCE
    assert rows(press(page, MORE)) == min(count, 2 * AT_ONCE)
    search(page, "article")
    assert rows(search(page, "our-judgement")) == AT_ONCE


def test_the_changes_of_the_clinic_come_first_with_reason_and_source(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SMP_CLINIC", str(ROOT / "data" / "clinics" / "example-studio.yaml"))
    page = opened(open_page())
    first = told(page).split(f"of {LISTED} rules")[0]
    assert "What Example studio changed" in first
    assert "Days between visits: From the second to the third visit" in first
    assert (
        "Changed by Example studio: Days between visits: From the second to the third visit: 21 days in "
        "place of 28 days. We see every client again after three weeks. "
        "Source: Protocol of the example studio." in first
    )
    page.checkbox(key=EDITED).set_value(True).run()
    assert rows(page) == 2
    assert f"2 of {LISTED} rules" in told(page)
    assert not [box for box in page.checkbox if box.key == OUTSIDE]


def test_what_a_clinic_signs_or_adds_is_told_with_who_and_why(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SMP_CLINIC", str(ROOT / "data" / "clinics" / "example-clinic.yaml"))
    page = opened(open_page())
    first = told(page)
    assert "Signed by Dr A. Example, medical lead, 1 November 2026." in first
    assert "<b>Alcohol</b>" in markup(page)
    assert (
        "3 days. Added by Example clinic: A rule of our own. Source: Protocol of the example clinic." in first
    )
    search(page, "heavy_exercise.to_day")
    cells = [" ".join(re.sub(r"<[^>]+>", " ", cell).split()) for cell in markup(page).split("<td")[1:]]
    assert [cell.partition(">")[2].strip() for cell in cells[:3]] == [
        "4 days Signed range: 4 to 7",
        "7 to 14",
        "7 to 14",
    ]
    evidence = " ".join(told(page).split()).partition("1 source ")[2]
    assert evidence.startswith(
        "Protocol of the example clinic (clinic, very weak evidence) The base rules rest on:"
    )


def test_the_price_list_of_a_clinic_stands_first_and_marks_what_it_replaces(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SMP_CLINIC", str(ROOT / "data" / "clinics" / "example-clinic.yaml"))
    page = opened(healthy(open_page()))
    assert (
        "Example clinic has a price list of its own. It stands first below. "
        "Source: Price list of the example clinic." in told(page)
    )
    page.session_state["unkept_fold_rules_clinic"] = True
    shown = told(page.run())
    assert "Price of a course at Norwood V" in shown
    assert "Days for which the prices are good" in shown
    assert "60 days" in shown
    assert "Tax on the prices: VAT" in told(search(page, "vat"))
    search(page, "prices.valid_days figures")
    assert "90 days" in told(page)
    assert "Example clinic has its own." in told(page)


def test_what_a_clinic_writes_is_text_and_a_value_outside_the_range_is_marked(
    open_page: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    clinic = tmp_path / "clinic.yaml"
    clinic.write_text(HOSTILE, encoding="utf-8")
    monkeypatch.setenv("SMP_CLINIC", str(clinic))
    page = opened(open_page())
    assert page.checkbox(key=EDITED).label == "Only what the clinic changed"  # a label is Markdown
    page.checkbox(key=OUTSIDE).set_value(True).run()
    assert rows(page) == 1
    assert re.search(
        r"outside what the sources recommend \(.*\)\. <script>alert\(1\)</script> =SUM\(A1\)", told(page)
    )
    assert "<script>alert" not in markup(page)
    assert "<i>Own</i>" not in markup(page)
    assert 'href="http://example.org' not in markup(page)


def test_without_changes_there_is_nothing_to_filter(page: AppTest) -> None:
    opened(page)
    assert not [box for box in page.checkbox if box.key in (EDITED, OUTSIDE)]
    assert "changed</h3>" not in markup(page)


@pytest.mark.parametrize(("today", "warned"), [(date(2026, 11, 27), False), (date(2027, 11, 27), True)])
def test_a_review_that_has_passed_is_told_on_the_page_and_beside_the_edition(
    page: AppTest, monkeypatch: pytest.MonkeyPatch, today: date, warned: bool
) -> None:
    class Then(date):
        @classmethod
        def today(cls) -> date:
            return today

    monkeypatch.setattr("datetime.date", Then)
    page.run()
    assert ("This is overdue" in markup(page)) is warned
    opened(page)
    assert "All files were last looked through on 23 November 2026 or later." in told(page)
    assert ("This is overdue" in notices(page)) is warned


def test_the_article_s_claims_are_told_with_how_each_was_settled(page: AppTest) -> None:
    opened(page)
    page.session_state["unkept_fold_contradicts_itself"] = True
    shown = told(page.run())
    assert "The article says: It takes 3 to 6 visits." in shown
    assert "How we settled it: 3 visits are the least and 6 the most." in shown
    assert "Rules: sessions.count" in shown


@pytest.mark.parametrize(("region", "named"), [(None, False), ("UK", False), ("US", True)])
def test_medicines_are_named_where_the_region_may(
    open_page: Open, monkeypatch: pytest.MonkeyPatch, region: str | None, named: bool
) -> None:
    if region:
        monkeypatch.setenv("SMP_REGION", region)
    page = opened(open_page())
    for key in [key for key in page.session_state.to_dict() if str(key).startswith("unkept_fold_")]:
        page.session_state[key] = True
    assert bool(medicines(less_own_answers(page.run()))) is named
    assert ("Prices of medicines that may not be told here are left out." in told(page)) is (region != "US")
    assert "Show the mole to a doctor" in told(page)


def test_every_field_and_every_kind_of_document_has_words() -> None:
    rules = packaged_rules()
    for fields in rules.kept(rules_page.rule_feeds).values():
        assert told_parts(fields)
    assert {source.kind for source in rules.sources.values()} <= set(KINDS)
    assert told_parts(["sessions.count", "sessions.items.*.date", "sessions.items.*.latest"]) == [
        "how many visits",
        "days of visits",
    ]


def test_a_search_parts_what_says_the_words_from_what_cites_them_and_looks_into_the_claims(
    page: AppTest,
) -> None:
    says, parted, cites = told(search(opened(page), "gap")).partition("These don't say all the words")
    assert parted
    assert "From the first to the second visit" in says
    assert "Youngest age" not in says
    assert "Youngest age" in cites
    assert re.search(r"[1-9]\d* of \d+ claims hold these words", told(search(page, "touch-up")))
    assert re.search(r"\b0 of \d+ claims hold these words", told(search(page, "xyzzy")))
    assert "claims hold these words" not in told(search(page, ""))
