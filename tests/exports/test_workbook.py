"""The workbook, read back by another library as a consultant's spreadsheet would."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

import openpyxl
import pytest
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from smp_planner.domain.care import CareDay
from smp_planner.domain.course import LatestStart
from smp_planner.domain.intake import AreaAnswer, CalendarAnswer, LifeEvent, Person, UndatedEvent
from smp_planner.domain.plan import Referral, TreatmentPlan
from smp_planner.exports.chance_words import count_told
from smp_planner.exports.numbered_sources import numbered
from smp_planner.exports.workbook import to_xlsx
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.ruleset import RuleSet
from tests.exports.sample_plan import BUSY, DAYS, PLAN, PROVISIONAL, REFERRAL, UNCHECKED
from tests.packaged_rules import rules_of
from tests.people import START, adult, plan_of

Plan = TreatmentPlan | Referral
STAGES = ("II", "V", "VII")
HOSTILE = (
    "=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("https://example.com","x")', "https://example.com",
    "{=1}", "\tx", "<b>&amp;]]>", "\x00\x07bell\ufffe", "\ud83d half", "_x0041_", "'",
    "\u05e2\u05d1\u05e8\u05d9\u05ea \u202ex", "\U0001f469\u200d\U0001f9b2 \u5f20\u4f1f",
)  # fmt: skip


OPENED: dict[tuple[int, bool], tuple[Plan, Workbook]] = {}


def book(plan: Plan, *, values: bool = False) -> Workbook:
    """The workbook as it is read back; that of a plan is opened once."""
    key = id(plan), values
    if key not in OPENED:
        OPENED[key] = plan, openpyxl.load_workbook(io.BytesIO(to_xlsx(plan)), data_only=values)
    return OPENED[key][1]


def rows(plan: Plan, sheet: str, *, values: bool = False) -> list[dict[str, Any]]:
    """The rows of a sheet by the names of their columns."""
    head, *told = book(plan, values=values)[sheet].iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in told]


def cells(page: Worksheet) -> Iterator[Any]:
    return (cell for row in page.iter_rows() for cell in row)


@pytest.fixture(scope="module")
def real(rules: RuleSet) -> TreatmentPlan:
    return plan_of(adult(), rules)


@pytest.fixture(scope="module")
def british() -> TreatmentPlan:
    return plan_of(adult(), rules_of("UK"))


# --- what is in it ------------------------------------------------------------------------


def test_a_consultant_finds_every_part_as_a_sheet_of_its_own(real: TreatmentPlan) -> None:
    assert book(real).sheetnames == [
        "In short",
        "Your answers",
        "Visits",
        "Aftercare days",
        "Limits",
        "Later checks",
        "Price",
        "Money by year",
        "Health",
        "Comparison",
        "Risks",
        "What to ask",
        "Sources",
        "About",
    ]


def test_a_visit_is_a_row_of_real_days_and_numbers() -> None:
    first = rows(PLAN, "Visits")[0]
    assert (first["Visit"], first["Weekday"]) == (1, "Mon")
    assert first["Day"] == datetime.combine(DAYS[0], time())
    assert first["May be to"] == datetime(2027, 1, 15)
    assert [first[f"Hours, {end}"] for end in ("low", "planned", "high")] == [2, 2.5, 4]
    assert [first[f"Dots, {end}"] for end in ("low", "planned", "high")] == [6000, 7650, 9000]
    assert (first["Done after it"], first["Begins"]) == (0.3, "to be agreed")


def test_a_chosen_time_is_a_time_of_day_with_its_zone() -> None:
    calendar = replace(PLAN.intake.calendar, visit_times={1: "09:30"}, timezone="Europe/London")
    first = rows(replace(PLAN, intake=replace(PLAN.intake, calendar=calendar)), "Visits")[0]
    assert (first["Begins"], first["Time zone"]) == (time(9, 30), "Europe/London")
    assert first["Notes"] == "09:30, time of London."


def test_each_day_has_a_row_for_each_instruction_and_for_what_comes_before_a_visit() -> None:
    day = CareDay(date=DAYS[1], avoid=("direct_sun", "swimming"), do=(), expect=("redness",))
    plan = replace(PLAN, aftercare=replace(PLAN.aftercare, days=(day,)))
    told = [
        (row["Day"].date(), row["Visit"], row["Days after it"], row["Kind"], row["In short"])
        for row in rows(plan, "Aftercare days")
    ]
    assert told == [
        (date(2027, 1, 9), None, None, "Before a visit", "No alcohol"),
        (date(2027, 1, 10), None, None, "Before a visit", "No alcohol"),
        (date(2027, 1, 11), 1, 0, "Before a visit", "No alcohol"),
        (date(2027, 1, 21), 2, 0, "Avoid", "No direct sun"),
        (date(2027, 1, 21), 2, 0, "Avoid", "No swimming"),
        (date(2027, 1, 21), 2, 0, "Expect", "Some redness"),
    ]


def test_no_instruction_of_a_day_is_lost_and_none_is_made_up(real: TreatmentPlan) -> None:
    held = [row for row in rows(real, "Aftercare days") if row["Kind"] != "Before a visit"]
    counted = sum(len(day.avoid) + len(day.do) + len(day.expect) for day in real.aftercare.days)
    assert len(held) == counted > 300
    assert all(row["In full"] and row["Sources"] for row in held)
    days = [row["Day"] for row in rows(real, "Aftercare days")]
    assert days == sorted(days)


def test_a_limit_has_both_its_ends_and_how_many_days_that_is() -> None:
    sun = rows(PLAN, "Limits")[0]
    assert (sun["In short"], sun["From"].date(), sun["To"].date()) == (
        "No direct sun",
        START,
        date(2027, 3, 18),
    )
    assert (sun["Days"], sun["After visits"]) == (67, "1, 2, 3")


def test_the_money_of_every_option_stands_by_year_with_what_is_not_known(real: TreatmentPlan) -> None:
    told = rows(real, "Money by year")
    curves = real.comparison.curves.cost
    assert len(told) == sum(map(len, curves.values()))
    assert list(dict.fromkeys(row["Option"] for row in told)) == [one.name for one in real.comparison.options]
    ten = next(row for row in told if row["Year"] == 10 and row["Option"].endswith("(SMP)"))
    assert real.cost
    assert ten["Paid so far, planned"] == real.cost.totals["10y"].typical
    sentences = [row["What to know"].split(". ") for row in told if row["Option"] == "Medication"]
    assert sentences
    assert all(len(said) == len(set(said)) for said in sentences), "nothing is said twice"


def test_each_answer_has_its_figures_words_strength_and_the_numbers_of_its_sources(
    real: TreatmentPlan,
) -> None:
    told = [row for row in rows(real, "Comparison") if row["Evidence"]]
    assert len(told) == 5 * len(real.comparison.rows)
    titles = {row["Number"]: row["Title"] for row in rows(real, "Sources")}
    by_id = {source.id: source.title for source in real.sources}
    answers = (answer for row in real.comparison.rows for answer in row.cells.values())
    for row, answer in zip(told, answers, strict=True):
        assert row["In words"].startswith(count_told(answer))
        cited = {titles[int(number)] for number in row["Sources"].split(", ")}
        assert cited == {by_id[id_] for id_ in answer.sources}
        assert (row["Unit"] is None) == (row["Low"] is None or row["Unit"] is None)


def test_sources_have_the_numbers_that_the_printed_text_gives_them(real: TreatmentPlan) -> None:
    titles = {row["Number"]: row["Title"] for row in rows(real, "Sources")}
    by_id = {source.id: source.title for source in real.sources}
    assert {number: by_id[id_] for id_, number in numbered(real).items()}.items() <= titles.items()
    assert sorted(titles.values()) == sorted(by_id.values())


def test_a_risk_nobody_counted_says_so_and_shows_no_number_and_no_time() -> None:
    told = {row["Risk"]: row for row in rows(PLAN, "Risks")}
    assert told["Infection"]["Of 100, planned"] is None
    assert told["Infection"]["How many"] == "Nobody counted it."
    assert told["Infection"]["Over what time"] is None
    assert told["Numbness"]["Of 100, planned"] == 11
    assert told["Numbness"]["Over what time"] == "Counted over a year."
    assert told[None]["What it is"] == "Does not happen here."


def test_events_are_told_where_somebody_named_some() -> None:
    assert [row["Event"] for row in rows(BUSY, "Events")] == ["=wedding", "@beach", "race"]
    assert "Events" not in book(PLAN).sheetnames


def test_a_holiday_that_is_kept_clear_of_stands_with_the_events_too(rules: RuleSet) -> None:
    holiday = LifeEvent(from_=date(2027, 6, 1), to=date(2027, 6, 9), name="holiday", kind="sun")
    days = CalendarAnswer(
        start=START, events=(holiday,), undated=(UndatedEvent(name="party", kind="be_ready"),)
    )
    told = {row["Event"]: row["What to know"] for row in rows(plan_of(adult(calendar=days), rules), "Events")}
    assert told["holiday"].startswith(
        "Holiday (1 June 2027 to 9 June 2027): no limit on time in the sun holds then"
    )
    assert told["party"] == "“party” has no day yet, so it is not counted."


def test_each_event_has_its_own_days_as_dates(rules: RuleSet) -> None:
    """A clash, a last day to start and limits of the aftercare: of each the day of the event is a date."""
    wedding = LifeEvent(from_=date(2027, 2, 20), to=date(2027, 2, 20), name="wedding", kind="be_ready")
    beach = LifeEvent(from_=date(2027, 2, 21), to=date(2027, 2, 24), name="beach", kind="sun")
    days = CalendarAnswer(start=START, events=(wedding, beach))
    plan = plan_of(adult(calendar=days), rules)
    own = {(row["Event"], row["Its first day"], row["Its last day"]) for row in rows(plan, "Events")}
    assert plan.sessions.conflicts
    assert plan.sessions.latest_start
    assert plan.aftercare.conflicts
    assert own == {
        ("wedding", datetime(2027, 2, 20), datetime(2027, 2, 20)),
        ("beach", datetime(2027, 2, 21), datetime(2027, 2, 24)),
    }


def test_of_two_events_of_one_name_each_row_has_the_days_of_its_own_or_none(rules: RuleSet) -> None:
    first, last = (
        LifeEvent(from_=day, to=day, name="party", kind="be_ready")
        for day in (date(2027, 2, 20), date(2027, 2, 22))
    )
    plan = plan_of(adult(calendar=CalendarAnswer(start=START, events=(first, last))), rules)
    clashes = {f"{clash.say} {clash.what_would_fit}": clash.on for clash in plan.sessions.conflicts}
    assert len(clashes) == 2
    for row in rows(plan, "Events"):
        own = row["Its first day"]
        assert (own and own.date()) == clashes.get(row["What to know"])


def test_the_last_day_to_start_is_not_told_as_a_day_of_the_event() -> None:
    """It stands in the words: in a column under the event's name a reader takes it for the event's own."""
    starts = {latest.say for latest in BUSY.sessions.latest_start}
    told = [row for row in rows(BUSY, "Events") if row["What to know"] in starts]
    assert told
    assert {row["To"] for row in told} == {None}


def test_the_last_sheet_says_what_the_workbook_is_and_is_not() -> None:
    about = {row["What"]: row["In words"] for row in rows(BUSY, "About")}
    assert about["What it is"].endswith("It records a talk. It is not consent, and it is not a quote.")
    assert about["Edition of the rules"] == datetime(2026, 11, 23)
    assert about["Clinic"] == "Example studio"
    assert about["Changed by the clinic"].startswith("sessions.gaps.later: 30 in place of 28.")


# --- what is not settled --------------------------------------------------------------------


def test_provisional_dates_say_so_on_every_dated_row_and_every_printed_page() -> None:
    pages = book(PROVISIONAL)
    for name in ("Visits", "Aftercare days", "Limits", "Later checks"):
        marks = [
            row["Dates"] for row in rows(PROVISIONAL, name) if row.get("Visit") != "In all" and row["Dates"]
        ]
        assert set(marks) == {"to be confirmed"}, name
    assert len(rows(PROVISIONAL, "Limits")) == [r["Dates"] for r in rows(PROVISIONAL, "Limits")].count(
        "to be confirmed"
    )
    assert all(page.oddHeader.center.text == "Dates to be confirmed" for page in pages)
    assert not any(page.oddHeader.center.text for page in book(PLAN))
    assert (
        rows(PROVISIONAL, "About")[3]["In words"]
        == "Every date waits for a doctor's answer and is to be confirmed."
    )


def test_the_sums_of_a_provisional_plan_stand_below_their_own_columns() -> None:
    last = rows(PROVISIONAL, "Visits")[-1]
    assert (last["Visit"], last["Hours, planned"], last["Dots, planned"]) == (
        "In all",
        "=SUM(J2:J4)",
        "=SUM(M2:M4)",
    )


def test_a_plan_that_is_not_checked_shows_no_price() -> None:
    assert not {"Price", "Money by year"} & {*book(UNCHECKED).sheetnames}
    about = [row["In words"] for row in rows(UNCHECKED, "About")]
    assert "Some health questions are open, so this plan is not checked and shows no price." in about


def test_a_referral_has_its_reasons_first_then_the_options_and_no_date_or_price() -> None:
    assert book(REFERRAL).sheetnames == ["Health", "Comparison", "Risks", "What to ask", "Sources", "About"]
    told = rows(REFERRAL, "Health")
    assert (told[0]["What it asks"], told[0]["In words"]) == ("Not for now", "Talk with a skin doctor.")
    assert told[1]["Until"] == datetime(2027, 7, 11)
    money = [row for row in rows(REFERRAL, "Comparison") if "paid" in row["Question"]]
    assert len(money) == 5
    assert all(row["Low"] is None and row["In words"] == "No price before a plan." for row in money)
    assert rows(REFERRAL, "About")[3]["In words"] == "Not yet. Ask again from 11 July 2027."


# --- formulas -------------------------------------------------------------------------------


def test_the_only_formulas_are_the_sums_below_the_visits(real: TreatmentPlan) -> None:
    found = {
        f"{page.title}!{cell.coordinate}": cell.value
        for page in book(real)
        for cell in cells(page)
        if cell.data_type == "f"
    }
    assert found == {"Visits!I5": "=SUM(I2:I4)", "Visits!L5": "=SUM(L2:L4)"}


@pytest.mark.parametrize("stage", STAGES)
def test_a_sum_is_what_the_plan_says_with_or_without_a_spreadsheet_that_calculates(
    stage: str, rules: RuleSet
) -> None:
    plan = plan_of(adult(area=AreaAnswer(norwood=stage)), rules)
    *visits, stored = rows(plan, "Visits", values=True)
    for column, said in (
        ("Hours, planned", plan.sessions.chair_hours.typical),
        ("Dots, planned", plan.dots.total.typical),
    ):
        assert stored[column] == said == sum(visit[column] for visit in visits), column


# --- how it looks ---------------------------------------------------------------------------


def test_money_shows_the_currency_of_its_region(real: TreatmentPlan, british: TreatmentPlan) -> None:
    assert book(real)["Price"]["C2"].number_format == '"$"#,##0'
    assert book(british)["Price"]["C2"].number_format == '"£"#,##0'
    assert book(british)["Money by year"]["D2"].number_format == '"£"#,##0'


def test_numbers_show_all_their_digits_and_days_as_days(real: TreatmentPlan) -> None:
    page = book(real)["Visits"]
    assert (page["C2"].number_format, page["I2"].number_format) == ("yyyy-mm-dd", "#,##0.00")
    assert (page["L2"].number_format, page["N2"].number_format) == ("#,##0", "0%")


def test_heads_stay_filters_stand_and_columns_fit(real: TreatmentPlan) -> None:
    for page in book(real):
        assert page.freeze_panes == "A2", page.title
        last = page.max_row - (page.title == "Visits")
        assert page.auto_filter.ref == f"A1:{page.cell(last, page.max_column).coordinate}", page.title
        widths = [page.column_dimensions[cell.column_letter].width for cell in page[1]]
        assert all(8 <= width <= 61 for width in widths), page.title
        for row in page.iter_rows():
            for cell in row:
                if cell.is_date or isinstance(cell.value, int | float):
                    assert page.column_dimensions[cell.column_letter].width > len(f"{cell.value:,}"[:10])


def test_each_sheet_prints_across_one_page_wide_with_its_head_on_every_page(real: TreatmentPlan) -> None:
    for page in book(real):
        setup = page.page_setup
        assert (setup.orientation, setup.fitToWidth or 1, setup.fitToHeight) == ("landscape", 1, 0)
        assert page.sheet_properties.pageSetUpPr.fitToPage
        assert page.print_title_rows == "$1:$1"
        assert page.oddFooter.right.text == "&P / &N"
        assert "not medical advice" in page.oddFooter.left.text


def test_paper_is_that_of_the_region(real: TreatmentPlan, british: TreatmentPlan) -> None:
    sizes = [{page.page_setup.paperSize for page in book(plan)} for plan in (real, british)]
    assert sizes == [{1}, {9}]


# --- safety ---------------------------------------------------------------------------------


def with_event(name: str) -> TreatmentPlan:
    latest = LatestStart(event=name, on=date(2027, 5, 1), say=f"{name}: start by 1 May 2027.")
    return replace(PLAN, sessions=replace(PLAN.sessions, latest_start=(latest,)))


@pytest.mark.parametrize("typed", HOSTILE)
def test_typed_words_stay_words_whatever_they_hold(typed: str) -> None:
    page = book(with_event(typed))["Events"]
    cell = page["A2"]
    assert cell.data_type in ("s", "n" if cell.value is None else "s")
    assert cell.hyperlink is None
    lost = "\x00\x07\ufffe\ud83d"
    assert (cell.value or "") == "".join(sign for sign in typed if sign not in lost)


def test_a_text_longer_than_a_cell_is_cut_and_says_so() -> None:
    long = "👩" * 40_000
    told = book(with_event(long))["Events"]["A2"].value
    assert len(told.encode("utf-16-le")) // 2 <= 32_767
    assert set(told) == {"👩", "…"}
    assert told.endswith("👩…")


def test_a_clinics_odd_name_breaks_neither_the_foot_nor_a_sheet() -> None:
    odd = "A&B\x07 &P " * 60
    pages = book(replace(PLAN, rules=replace(PLAN.rules, clinic=odd)))
    assert all(page.oddFooter.left.text.startswith("A&&B &&P") for page in pages)
    assert all(page.oddFooter.right.text == "&P / &N" for page in pages)


def test_only_the_addresses_of_sources_can_be_followed(real: TreatmentPlan) -> None:
    links = {cell.hyperlink.target for page in book(real) for cell in cells(page) if cell.hyperlink}
    assert links
    assert links <= {source.url for source in real.sources}


@pytest.mark.parametrize("url", ["javascript:alert(1)", "http://example.com", "file:///etc/passwd", "=1"])
def test_an_address_that_is_not_safe_is_words(url: str) -> None:
    sources = (replace(PLAN.sources[0], url=url), *PLAN.sources[1:])
    cell = book(replace(PLAN, sources=sources))["Sources"]["F2"]
    assert (cell.value, cell.hyperlink, cell.data_type) == (url, None, "s")


def test_the_name_is_not_in_it(rules: RuleSet) -> None:
    plan = plan_treatment(adult(person=Person(name="Ada Example", age=38, sex="male")), rules)
    with zipfile.ZipFile(io.BytesIO(to_xlsx(plan))) as parts:
        assert not [name for name in parts.namelist() if b"Ada" in parts.read(name)]


def test_the_same_plan_gives_the_same_bytes_made_on_the_day_of_the_rules() -> None:
    assert to_xlsx(PLAN) == to_xlsx(replace(PLAN))
    made = book(PLAN).properties
    assert (made.created, made.title, made.creator or "") == (datetime(2026, 11, 23), "Your SMP plan", "")
