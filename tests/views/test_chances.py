"""Chances: every option under each question, its picture and its words saying the same."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote

import pytest
from streamlit.testing.v1 import AppTest

from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.quantities import Estimate, rounded
from smp_planner.exports.chance_words import count_told
from smp_planner.exports.risk_lines import TIMES, counted
from smp_planner.views.chances import HATCHED
from tests.views.shown import markup, open_folds, open_tab

IMAGE = r'<img src="data:image/svg\+xml,([^"]*)" alt="([^"]*)">'
CARD = re.compile(rf"<li><h4>([^<]*)</h4>{IMAGE}<div>([^<]*)<")
SAID = r'<div class="line">([^<]*)<'
RISK = re.compile(
    rf'<div class="harm"><h4>([^<]*)</h4><div class="line">[^<]*</div>'
    rf'<div class="counted">{IMAGE}<div>{SAID}/div>'
    r'(?:<div class="line quiet">([^<]*)</div>)?</div></div>'
)
TIME = re.compile(r'<div class="line quiet">(Over what time[?] [^<]*)</div><ul class="chances"')
FILLED = re.compile(r'class="had"[^>]*>(.*?)</g>', re.DOTALL)


class Shown(NamedTuple):
    """One chance on the page: its picture, the words of the picture, and the words beside it."""

    picture: str
    alt: str
    say: str

    @property
    def filled(self) -> int | None:
        """How many people are filled; None where the picture is hatched."""
        found = FILLED.search(self.picture)
        return found[1].count("<use") if found else None


def shown(found: tuple[str, str, str]) -> Shown:
    picture, alt, say = found
    return Shown(unquote(picture), unescape(alt), unescape(say).strip())


def cards(page: AppTest) -> Mapping[str, Shown]:
    return {unescape(name): shown((svg, alt, say)) for name, svg, alt, say in CARD.findall(markup(page))}


def agrees(chance: Shown, per_100: Estimate | None, says: str) -> None:
    """Picture, its words, the words beside it and the figure of the plan say one thing."""
    assert chance.say == says
    if per_100 is None:
        assert chance.filled is None
        assert chance.alt == HATCHED
        return
    whom_and_what = f"{says.partition('. ')[0].rstrip('.')}."
    assert whom_and_what.startswith("Of 100 ")
    assert chance.alt == f"{whom_and_what} Filled: {chance.filled}."
    assert f'aria-label="{chance.alt}"' in unescape(chance.picture)
    assert chance.filled == rounded(per_100.typical)
    assert chance.picture.count("<use") == 100
    counts = [int(number) for number in re.findall(r"about (\d+)", says)]
    assert not counts or counts[:2] == [chance.filled, 100 - chance.filled]
    none = per_100.typical == 0 and " 0 had " in says and " 100 had none" in says
    assert counts or none or ("fewer than 1 " in says and "more than 99 " in says)


@pytest.mark.ipdas("Q3", "Q8")
def test_every_option_stands_under_every_question_with_its_picture(page: AppTest) -> None:
    open_tab(page, "All options")
    plan = plan_on(page)
    questions = [row for row in plan.comparison.rows if row.chance]
    assert [row.question for row in questions] == list(page.radio(key="one_of_chances").options)
    for row in questions:
        page.radio(key="one_of_chances").set_value(row.id).run()
        told = cards(page)
        assert list(told) == [option.name for option in plan.comparison.options]
        for option in plan.comparison.options:
            cell = row.cells[option.id]
            agrees(told[option.name], cell.per_100, count_told(cell))


@pytest.mark.ipdas("Q6")
def test_over_what_time_people_were_counted_stands_once_above_all_options(page: AppTest) -> None:
    open_tab(page, "All options")
    for row in (row for row in plan_on(page).comparison.rows if row.chance):
        page.radio(key="one_of_chances").set_value(row.id).run()
        (time,) = TIME.findall(markup(page))
        assert unescape(time).strip() == f"Over what time? {row.over}"


@pytest.mark.ipdas("Q6")
def test_the_risks_of_every_option_have_theirs_and_say_over_what_time(page: AppTest) -> None:
    open_folds(open_tab(page, "All options"))
    told = RISK.findall(markup(page))
    plan = plan_on(page)
    names = [option.id for option in plan.comparison.options]
    risks = [
        risk
        for harm in plan.harms
        for option in names
        for risk in plan.risks
        if (risk.kind, risk.option) == (harm.id, option)
    ]
    assert len(told) == len(risks) == len(plan.risks)
    assert unescape(markup(page)).count(TIMES) == 1
    for (name, svg, alt, say, time), risk in zip(told, risks, strict=True):
        assert unescape(name).lower() == risk.name.lower()
        agrees(shown((svg, alt, say)), risk.per_100, counted(risk))
        assert unescape(time).strip() == (risk.over or "")


def plan_on(page: AppTest) -> TreatmentPlan:
    return page.session_state["kept_plan"].plan.whole


def test_a_question_that_is_asked_of_other_people_gives_way(page: AppTest) -> None:
    """Hair on the face is asked of women alone: who then says that he is a man reads another one."""
    open_tab(page, "All options")
    page.radio(key="one_of_chances").set_value("facial_hair").run()
    page.session_state["sex"] = "male"
    page.run()
    rows = {row.id: row for row in plan_on(page).comparison.rows if row.chance}
    assert "facial_hair" not in rows
    assert page.radio(key="one_of_chances").value == next(iter(rows)), (
        "the first of the list, as for everybody"
    )
    assert not page.exception


@pytest.mark.parametrize("medicine", [(), ("finasteride",)])
def test_everybody_meets_the_same_question_first(page: AppTest, medicine: tuple[str, ...]) -> None:
    """Who takes tablets met sexual problems first, as most is known of these for him."""
    page.session_state["sex"] = "male"
    page.session_state["takes_medicine"] = "yes" if medicine else "no"
    page.session_state["medication_now"] = list(medicine)
    page.run()
    open_tab(page, "All options")
    rows = [row.id for row in plan_on(page).comparison.rows if row.chance]
    assert page.radio(key="one_of_chances").value == rows[0] == "improved"
