"""Hair and money up to a year: what is drawn, what is told in numbers, and what where it is not known."""

from __future__ import annotations

from decimal import Decimal

import pytest

from smp_planner.domain.intake import AreaAnswer, Intake, Person
from smp_planner.exports.over_years import YEARS, in_view, over_years
from smp_planner.pictures.curves import LOOKS
from smp_planner.rules.ruleset import RuleSet
from tests.people import ADULT, adult, losing, plan_of

WITHOUT, ON_TABLETS = ", without the moved hair", ", on tablets alone"
SURGERY = ("Strip surgery (FUT)", "Single-graft surgery (FUE)")
ALONE = ", tablets alone 720 (300 to 1,800)"
OF_HAIR = dict.fromkeys(SURGERY, WITHOUT) | {"Medication": ON_TABLETS}


@pytest.mark.parametrize("years", YEARS)
def test_every_row_is_in_view_or_its_like_of_other_years_is(rules: RuleSet, years: int) -> None:
    rows = plan_of(ADULT, rules).comparison.rows
    here, apart = in_view(rows, years)
    assert sorted(row.id for row in (*here, *apart)) == sorted(row.id for row in rows)
    assert [row.id for row in here if row.id.startswith("cost_")] == [
        "cost_first",
        f"cost_{years}y",
        *(("cost_per_cm2",) if years == 10 else ()),
    ]
    assert all(row.horizon or row.reaches for row in apart)
    for kind in {row.group for row in apart}:
        assert any(row.horizon and row.group == kind for row in here), "each group has a row for every choice"


def test_who_looks_a_year_ahead_reads_no_count_of_five_years_or_price_of_ten_among_them(
    rules: RuleSet,
) -> None:
    rows = plan_of(ADULT, rules).comparison.rows
    fixed = {1: set[str](), 5: {"kept_result"}, 10: {"kept_result", "cost_per_cm2"}}
    for years, told in fixed.items():
        here, apart = in_view(rows, years)
        assert {row.id for row in here if row.reaches} == told
        assert {row.id for row in apart if row.reaches} == fixed[10] - told
    named = {row.id: row.question for row in rows}
    assert "after five years" in named["kept_result"]
    assert "over ten years" in named["cost_per_cm2"]


def test_lines_end_at_the_year_that_was_chosen(us: RuleSet) -> None:
    hair, money = over_years(plan_of(losing(), us), 5)
    for kind in (hair, money):
        assert kind.lines
        assert {line.points[-1][0] for line in kind.lines} == {5}
        assert kind.years == (1, 5)
        for row in kind.in_numbers:
            of = OF_HAIR.get(row.option, "") if kind.id == "hair" else ""
            alone = ALONE if (kind.id, row.option) == ("cost", "Medication") else ""
            assert kind.by_then[row.option] == f"{row.values[-1]}{of}{alone}"
            assert row.called == f"{row.option}{of}"


def test_hair_of_surgery_says_wherever_it_stands_that_moved_hair_is_not_in_it(rules: RuleSet) -> None:
    """Its line is that of doing nothing; nobody is to read that surgery does nothing."""
    hair, money = over_years(plan_of(losing(), rules), 10)
    left_out = {name for name in (line.name for line in hair.lines) if name.endswith(WITHOUT)}
    assert left_out == {f"{name}{WITHOUT}" for name in SURGERY}
    assert not any(WITHOUT in line.name for line in money.lines)


def test_hair_of_medication_is_that_of_tablets_and_its_money_says_that_it_is_of_both(us: RuleSet) -> None:
    """The hair of men on tablets alone stood beside the price of tablets and lotion, both as "Medication"."""
    hair, money = over_years(plan_of(losing(), us), 10)
    assert f"Medication{ON_TABLETS}" in {line.name for line in hair.lines}
    assert any(said.startswith("Medication: Tablets and lotion together") for said in money.about)


def test_beside_the_hair_of_men_on_tablets_stands_what_tablets_alone_cost(us: RuleSet) -> None:
    _hair, money = over_years(plan_of(adult(health_asked=True, health=()), us), 10)
    assert money.by_then["Medication"].endswith(", tablets alone 1,440 (600 to 3,600)")
    assert [name for name, told in money.by_then.items() if "tablets" in told] == ["Medication"]


def test_without_prices_there_is_no_money(rules: RuleSet) -> None:
    assert [kind.id for kind in over_years(plan_of(adult(health_asked=False), rules), 10)] == ["hair"]


def test_where_nobody_counted_no_line_is_drawn_and_the_reason_is_told(rules: RuleSet) -> None:
    woman = adult(area=AreaAnswer(ludwig="II"), goals=("added_density",), person=Person(age=41, sex="female"))
    hair, _money = over_years(plan_of(woman, rules), 10)
    assert hair.lines == ()
    assert set(hair.by_then.values()) == {"not known"}
    assert hair.about == (hair.about[0],)
    assert hair.about[0].startswith("Not known for women.")


@pytest.mark.parametrize("intake", [losing(), losing(area=AreaAnswer(ludwig="II"), kept_hair=1)])
def test_an_option_keeps_its_look_whoever_asks(rules: RuleSet, intake: Intake) -> None:
    """Also where lines fall together, as surgery that nobody needs does with doing nothing."""
    names = {option.id: option.name for option in plan_of(intake, rules).comparison.options}
    for kind in over_years(plan_of(intake, rules), 10):
        looks = {line.name.removesuffix(WITHOUT).removesuffix(ON_TABLETS): line.look for line in kind.lines}
        assert looks
        assert looks == {names[id_]: LOOKS[id_] for id_ in LOOKS if names[id_] in looks}


def test_surgery_without_a_graft_is_not_told_to_cost_nothing(rules: RuleSet) -> None:
    plan = plan_of(adult(area=AreaAnswer(zones=("crown",)), kept_hair=Decimal("0.6")), rules)
    names = {option.id: option.name for option in plan.comparison.options}
    _hair, money = over_years(plan, 10)
    for option in ("fut", "fue"):
        assert money.by_then[names[option]] == "not known"
        assert any(
            "no price of surgery. Ask a surgeon" in said for said in money.about if names[option] in said
        )
        (row,) = [row for row in money.in_numbers if row.option == names[option]]
        assert not [value for value in row.values if value.startswith(("0", "none"))]
        assert names[option] not in [line.name for line in money.lines]
    assert money.by_then[names["smp"]] != "not known"


def test_a_sure_nothing_has_no_range(rules: RuleSet) -> None:
    money = next(kind for kind in over_years(plan_of(ADULT, rules), 5) if kind.id == "cost")
    assert money.by_then["Doing nothing"] == "0"
    assert money.in_numbers[0].values[0] == "0"
