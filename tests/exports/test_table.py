"""Rows for a spreadsheet."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from decimal import Decimal
from gettext import NullTranslations

import pytest

from smp_planner.domain.findings import Finding, Suitability
from smp_planner.domain.plan import Referral, TreatmentPlan
from smp_planner.domain.quantities import Estimate
from smp_planner.exports.table import HEADER, to_csv
from smp_planner.language.speech import Speech, speaking
from tests.exports.sample_plan import BUSY, COST, PLAN, PROVISIONAL, REFERRAL, UNCHECKED


def rows(plan: TreatmentPlan | Referral) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(to_csv(plan), newline="")))


def row(plan: TreatmentPlan | Referral, section: str, item: str) -> dict[str, str]:
    found = [one for one in rows(plan) if (one["section"], one["item"]) == (section, item)]
    assert len(found) == 1, (section, item)
    return {key: value for key, value in found[0].items() if value and key not in ("section", "item")}


def section(plan: TreatmentPlan | Referral, name: str) -> list[str]:
    return [one["item"] for one in rows(plan) if one["section"] == name]


def test_the_first_line_names_the_columns_and_every_line_has_all_of_them() -> None:
    lines = list(csv.reader(io.StringIO(to_csv(PLAN), newline="")))
    assert tuple(lines[0]) == HEADER
    assert {len(line) for line in lines} == {10}


class Loud(NullTranslations):
    """A language of capitals; a text with places stays as it is."""

    def gettext(self, message: str) -> str:
        return message if "{" in message else message.upper()


def test_another_language_tells_sections_items_and_units_and_keeps_the_names_of_columns() -> None:
    with speaking(Speech(texts=Loud())):
        lines = list(csv.reader(io.StringIO(to_csv(PLAN), newline="")))
    assert tuple(lines[0]) == HEADER
    told = [(line[0], line[1], line[7]) for line in lines]
    assert ("VISITS", "HOURS IN ALL", "HOURS") in told
    assert ("VISITS", "NUMBER", "VISITS") in told


def test_lines_end_in_crlf() -> None:
    text = to_csv(PLAN)
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")


def test_the_same_plan_gives_the_same_rows() -> None:
    assert to_csv(PLAN) == to_csv(replace(PLAN))


def test_sections_stand_in_the_order_of_the_plan() -> None:
    assert list(dict.fromkeys(one["section"] for one in rows(BUSY))) == [
        "plan",
        "clinic edit",
        "health",
        "good to know",
        "area",
        "dots",
        "method",
        "shade",
        "visits",
        "clashes",
        "latest start",
        "limits",
        "preparation",
        "avoid",
        "expect",
        "when to call",
        "touch-ups",
        "fading",
        "money",
        "open to you",
        "comparison",
        "risks",
        "put right",
        "what to ask",
        "what if",
    ]


# --- visits, care, years ------------------------------------------------------------------


def test_a_figure_has_its_numbers_unit_and_sources() -> None:
    assert row(PLAN, "visits", "number") == {
        "low": "3",
        "typical": "3",
        "high": "4",
        "unit": "visits",
        "sources": "liu-2025; scalpguru",
    }


def test_a_visit_has_its_day_its_leeway_hours_and_dots() -> None:
    assert section(PLAN, "visits")[2:6] == [
        "visit 1",
        "visit 1, may be on",
        "visit 1, hours",
        "visit 1, dots",
    ]
    assert row(PLAN, "visits", "visit 1") == {
        "from": "2027-01-11",
        "to": "2027-01-11",
        "text": "Lay a light layer.",
        "sources": "liu-2025; scalpguru",
    }
    assert row(PLAN, "visits", "visit 1, may be on") == {"from": "2027-01-11", "to": "2027-01-15"}
    assert row(PLAN, "visits", "visit 1, hours") == {
        "low": "2",
        "typical": "2.5",
        "high": "4",
        "unit": "hours",
    }
    assert row(PLAN, "visits", "visit 3, dots") == {
        "low": "6000",
        "typical": "7650",
        "high": "9000",
        "unit": "dots",
    }
    assert row(PLAN, "visits", "settled") == {"from": "2027-03-18", "to": "2027-03-18"}


@pytest.mark.parametrize(
    ("zone", "words"), [(None, "time zone not given"), ("Europe/London", "time of London")]
)
def test_a_visit_has_its_chosen_time(zone: str | None, words: str) -> None:
    calendar = replace(PLAN.intake.calendar, visit_times={1: "09:30"}, timezone=zone)
    plan = replace(PLAN, intake=replace(PLAN.intake, calendar=calendar))
    assert row(plan, "visits", "visit 1")["text"] == f"09:30, {words}. Lay a light layer."
    assert row(plan, "visits", "visit 2")["text"] == "Lay a light layer."


def test_a_window_has_its_days_and_the_sources_of_its_rule() -> None:
    assert row(PLAN, "avoid", "direct_sun") == {
        "from": "2027-01-11",
        "to": "2027-03-18",
        "text": "Mind direct_sun.",
        "sources": "article",
    }
    assert section(PLAN, "expect") == ["redness"]


def test_what_differs_elsewhere_follows_the_rule() -> None:
    sun = PLAN.aftercare.windows[0]._replace(differs="Most clinics ask for less.")
    plan = replace(PLAN, aftercare=replace(PLAN.aftercare, windows=(sun,)))
    assert row(plan, "avoid", "direct_sun")["text"] == "Mind direct_sun. Most clinics ask for less."


def test_preparation_and_calls_have_their_rows() -> None:
    assert row(PLAN, "preparation", "alcohol, visit 1") == {
        "from": "2027-01-09",
        "to": "2027-01-11",
        "text": "Drink no alcohol.",
    }
    assert row(PLAN, "when to call", "the emergency number, at once") == {
        "text": "Trouble with breathing.",
        "sources": "nhs",
    }
    assert section(PLAN, "when to call")[1] == "a skin doctor, soon"


def test_the_burden_is_one_row() -> None:
    assert row(PLAN, "limits", "in all") == {
        "from": "2027-01-11",
        "to": "2027-03-18",
        "text": "67 days out of direct sun.",
    }


def test_touch_ups_and_fading_have_their_rows() -> None:
    assert row(PLAN, "touch-ups", "between checks")["typical"] == "24"
    assert row(PLAN, "touch-ups", "check 1") == {
        "from": "2028-02-18",
        "to": "2029-02-18",
        "text": "planned on 2029-02-18",
    }
    assert row(PLAN, "fading", "left after 6 months") == {
        "low": "0.89",
        "typical": "0.9",
        "high": "0.91",
        "unit": "share",
    }


def test_area_and_dots_have_their_rows() -> None:
    assert row(PLAN, "area", "treated area") == {"low": "100", "typical": "170", "high": "230", "unit": "cm2"}
    assert row(PLAN, "area", "crown")["text"] == "The crown is bare."
    assert row(PLAN, "dots", "density")["typical"] == "150"
    assert row(PLAN, "dots", "density over the area")["typical"] == "149"
    assert row(PLAN, "dots", "in all")["typical"] == "25500"
    assert row(PLAN, "method", "digital") == {"text": "Digital.", "sources": "article"}
    assert row(PLAN, "shade", "greyscale") == {"text": "Ask which pigment.", "sources": "article"}


# --- money, comparison, risks -------------------------------------------------------------


def test_money_has_its_rows() -> None:
    assert row(PLAN, "money", "course") == {
        "low": "1800",
        "typical": "2800",
        "high": "4000",
        "unit": "USD",
        "text": "Sales tax may come on top.",
    }
    assert section(PLAN, "money") == [
        "course",
        "by visit",
        "one touch-up",
        "in all, 1y",
        "in all, 10y",
        "removal",
        "whose prices",
        "what it covers",
        "what moves the price",
        "included",
        "not included",
        "note",
    ]
    assert row(PLAN, "money", "removal")["text"] == "A laser. Its price is not known."
    assert row(PLAN, "money", "included")["text"] == "every visit"
    assert row(PLAN, "money", "not included")["text"] == "travel"
    assert row(PLAN, "money", "note")["text"] == "Ask for one total."


def test_without_money_one_row_says_why() -> None:
    assert section(UNCHECKED, "money") == ["not shown"]
    assert row(UNCHECKED, "health", "questions")["text"] == "not answered yet"
    assert row(PLAN, "health", "questions")["text"] == "answered"


def test_the_note_of_a_wide_range_stands_beside_it() -> None:
    wide = replace(COST, course=Estimate(100, 500, 1000, "USD", "Clinics differ."))
    assert (
        row(replace(PLAN, cost=wide), "money", "course")["text"]
        == "Sales tax may come on top. Clinics differ."
    )


def test_every_cell_of_the_comparison_is_a_row() -> None:
    assert len(section(PLAN, "comparison")) == 10
    assert row(PLAN, "comparison", "cost_10y, Medication") == {
        "low": "1800",
        "typical": "3240",
        "high": "6600",
        "unit": "USD",
        "text": "About $3,240.",
        "sources": "our-judgement",
    }
    assert row(PLAN, "open to you", "Strip surgery (FUT)")["text"] == "Ask first. Nothing rules it out."


def test_a_risk_is_counted_or_says_that_nobody_has() -> None:
    assert row(PLAN, "risks", "smp, infection") == {
        "text": "The skin gets infected. Nobody counted it. Clean work. See a doctor. Weak evidence.",
        "sources": "article",
    }
    numb = row(PLAN, "risks", "fue, numbness")
    assert (numb["low"], numb["typical"], numb["high"], numb["unit"]) == ("1", "11", "30", "per 100")
    assert numb["text"] == (
        "Numb skin. Of 100 men, about 11 had it (1 to 30), and about 89 had not. "
        "Counted over a year. Skill. Wait. Very weak evidence."
    )


def test_how_poor_work_is_put_right_is_a_row() -> None:
    assert row(PLAN, "put right", "smp")["text"] == "A laser. Two visits. Its price."


def test_what_if_tells_the_question_and_the_effect() -> None:
    assert row(PLAN, "what if", "prices_up")["text"] == "What if prices go up? Price of the course: $3,360."


# --- status -------------------------------------------------------------------------------


def test_the_edition_of_the_rules_and_the_clinics_edits_are_rows() -> None:
    assert row(PLAN, "plan", "rules")["text"] == "edition 2026-11-23, fingerprint abc123def456"
    assert row(PLAN, "plan", "what it is")["text"] == "A planning estimate, not medical advice."
    assert row(BUSY, "clinic edit", "sessions.gaps.later") == {
        "typical": "30",
        "text": "sessions.gaps.later: 30 in place of 28. We wait a full month.",
        "sources": "own",
    }


def test_a_provisional_plan_says_that_its_dates_are_to_be_confirmed() -> None:
    assert row(PROVISIONAL, "plan", "dates")["text"] == "to be confirmed: a doctor has to answer first"
    assert "dates" not in section(PLAN, "plan")
    assert row(PROVISIONAL, "ask a doctor", "diabetes")["sources"] == "scalp-method"
    assert row(PLAN, "good to know", "not_regrowth")["text"] == "SMP does not grow hair."


def test_a_referral_is_its_reasons_and_the_options_and_nothing_planned() -> None:
    assert list(dict.fromkeys(one["section"] for one in rows(REFERRAL))) == [
        "plan",
        "health",
        "stop",
        "wait",
        "ask a doctor",
        "options",
        "open to you",
        "comparison",
        "risks",
        "put right",
        "what to ask",
    ]
    assert row(REFERRAL, "plan", "kind")["text"] == "referral"
    assert row(REFERRAL, "plan", "ask again on") == {
        "from": "2027-07-11",
        "to": "2027-07-11",
    }
    assert row(REFERRAL, "plan", "headline") == {"text": "Not yet. Ask again from 11 July 2027."}
    assert row(replace(REFERRAL, ask_again_on=None), "plan", "ask again on") == {}
    assert row(REFERRAL, "stop", "keloid")["text"] == "Talk with a skin doctor."
    assert row(REFERRAL, "wait", "recent_transplant") == {
        "to": "2027-07-11",
        "text": "Wait 9 months. The skin has to heal.",
        "sources": "scalp-method",
    }


def test_a_referral_tells_what_speaks_against_each_option_and_no_price() -> None:
    assert row(REFERRAL, "options", "reason_first")["text"] == "The reason comes first."
    smp = row(REFERRAL, "open to you", "Scalp micropigmentation (SMP)")
    assert smp["text"] == "Something speaks against it. Not now. Talk with a skin doctor."
    assert row(REFERRAL, "open to you", "Doing nothing")["text"] == "Nothing rules it out."
    for option in ("Doing nothing", "Single-graft surgery (FUE)"):
        assert row(REFERRAL, "comparison", f"cost_10y, {option}") == {
            "unit": "USD",
            "text": "No price before a plan.",
            "sources": "our-judgement",
        }


def test_a_referral_tells_how_poor_work_is_put_right_as_a_plan_does() -> None:
    assert row(REFERRAL, "put right", "smp") == row(PLAN, "put right", "smp")


# --- safety -------------------------------------------------------------------------------


@pytest.mark.parametrize("plan", [PLAN, BUSY, REFERRAL])
def test_the_name_is_not_in_it(plan: TreatmentPlan | Referral) -> None:
    assert "Ada" not in to_csv(plan)


def test_a_typed_name_can_not_become_a_formula() -> None:
    assert row(BUSY, "clashes", "'=wedding") == {
        "from": "2027-03-01",
        "to": "2027-03-01",
        "text": "'=wedding comes too soon. Start by 4 January.",
    }
    assert row(BUSY, "clashes", "'@beach") == {
        "from": "2027-01-11",
        "to": "2027-01-21",
        "text": "'@beach falls in your days.",
    }
    assert row(BUSY, "latest start", "race") == {
        "from": "2027-05-01",
        "to": "2027-05-01",
        "text": "For race, start by 1 May 2027.",
    }


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
@pytest.mark.parametrize("unseen", ["", " ", "\u00a0 ", "\u200b", "\ufeff", "\u202e", " \u2060\u00ad"])
def test_every_start_of_a_formula_is_disarmed(start: str, unseen: str) -> None:
    found = Finding(id="x", say=f"{unseen}{start}SUM(A1)", sources=("article",))
    plan = replace(PLAN, suitability=Suitability(checked=True, provisional=False, know=(found,)))
    assert row(plan, "good to know", "x")["text"] == f"'{unseen}{start}SUM(A1)"


def test_a_number_below_nought_stays_a_number() -> None:
    """A cell of the comparison can be -47 hairs; only words are disarmed."""
    cell = PLAN.comparison.rows[1].cells["nothing"]._replace(low=Decimal("-47.5"), typical=-47, high=-47)
    question = PLAN.comparison.rows[1]._replace(cells={"nothing": cell})
    plan = replace(PLAN, comparison=replace(PLAN.comparison, rows=(question,)))
    found = row(plan, "comparison", "cost_10y, Doing nothing")
    assert (found["low"], found["typical"]) == ("-47.5", "-47")


def test_a_small_decimal_is_written_out() -> None:
    point = PLAN.touch_ups.fade[0]._replace(low=Decimal("1E-7"))
    plan = replace(PLAN, touch_ups=replace(PLAN.touch_ups, fade=(point,)))
    assert row(plan, "fading", "left after 6 months")["low"] == "0.0000001"


def test_every_dated_row_of_a_provisional_plan_is_to_be_confirmed() -> None:
    dated = [one["text"] for one in rows(PROVISIONAL) if one["from"]]
    assert len(dated) > 10
    assert [text for text in dated if not text.startswith("To be confirmed.")] == []
    assert not [one for one in rows(PLAN) if one["text"].startswith("To be confirmed.")]
