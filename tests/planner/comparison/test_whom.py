"""Nobody reads a figure as their own that was counted in other people."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from smp_planner.domain.comparison import Cell, Risk
from smp_planner.domain.intake import OPTIONS, AreaAnswer, Intake, Person, Scar
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.provenance import Step
from smp_planner.planner.comparison.whom import Kind, Sex, Whom, own_answer, whom_of
from smp_planner.planner.coverage.assess import assess_coverage
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.ruleset import RuleSet
from tests.comparison_rules import row_of
from tests.people import adult, losing, plan_of
from tests.planner.comparison.whoms import WHOMS

SCAR = Scar(length_cm=10, width_cm=1)
MAN = Person(age=38, sex="male")
WOMAN = Person(age=38, sex="female")
PEOPLE = {
    "men": losing(),
    "women": losing(person=WOMAN, area=AreaAnswer(ludwig="II")),
    "unsaid": losing(person=Person(age=38)),
    "others": adult(goals=("alopecia_cover",)),
    "scars": adult(goals=("scar_camouflage",), area=AreaAnswer(scars=(SCAR,))),
}
OTHER_LOSSES: tuple[Kind, ...] = ("others", "scars")
SEXES: tuple[Sex, ...] = ("men", "women")
# Cells with a figure of their own: low, typical and high by whom the cell describes.
MEN_ONLY = [
    *(f"hair_10y.{option}" for option in ("nothing", "medication", "smp", "fut", "fue")),
    "net_count_1y.fue", "hair_count_5y.nothing", "hair_count_5y.medication", "kept_result.nothing",
    "kept_result.medication",
]  # fmt: skip
PATTERN_LOSS = ["kept_result.fut", "satisfied.fut", "satisfied.fue", "first_result_months.medication"]
BOTH = [
    "net_count_1y.medication",
    "full_result_months.medication", "on_stopping.medication",
]  # fmt: skip


def planned(rules: RuleSet, kind: str) -> TreatmentPlan:
    plan = plan_treatment(PEOPLE[kind], rules)
    assert isinstance(plan, TreatmentPlan)
    return plan


def cells(plan: TreatmentPlan) -> dict[str, Cell]:
    return {f"{row.id}.{option}": cell for row in plan.comparison.rows for option, cell in row.cells.items()}


def risks(plan: TreatmentPlan) -> dict[str, Risk]:
    return {f"{risk.option}.{risk.id}": risk for risk in plan.risks}


def steps(plan: TreatmentPlan) -> dict[str, Step]:
    return {step.field: step for step in plan.trace}


@pytest.mark.parametrize(
    ("intake", "whom"),
    [
        (losing(person=MAN), Whom("men", "men")),
        (losing(person=WOMAN), Whom("women", "women")),
        (losing(person=Person()), Whom("unsaid", "unsaid")),
        (losing(person=Person(sex="other")), Whom("unsaid", "unsaid")),
        (losing(person=Person(), area=AreaAnswer(ludwig="I")), Whom("women", "women")),
        (losing(person=MAN, area=AreaAnswer(ludwig="I")), Whom("men", "men")),
        (losing(person=WOMAN, goals=("hairline", "alopecia_cover")), Whom("others", "women")),
        (losing(person=MAN, area=AreaAnswer(scars=(SCAR,))), Whom("scars", "men")),
        (losing(person=MAN, goals=("alopecia_cover",), area=AreaAnswer(scars=(SCAR,))), Whom("scars", "men")),
        (losing(person=MAN, area=AreaAnswer(norwood="V", scars=(SCAR,))), Whom("men", "men")),
        (losing(person=MAN, loss_moving_on="no"), Whom("men", "men", (), "resting")),
        (losing(person=WOMAN, loss_moving_on="no"), Whom("women", "women", (), "resting")),
        (losing(goals=("alopecia_cover",), loss_moving_on="no"), Whom("others", "men")),
        (losing(area=AreaAnswer(scars=(SCAR,)), loss_moving_on="no"), Whom("scars", "men")),
        (losing(person=MAN, area=AreaAnswer(norwood="VI")), Whom("men", "men", (), "far")),
        (
            losing(person=MAN, area=AreaAnswer(zones=("crown",), crown_of_norwood="VII")),
            Whom("men", "men", (), "far"),
        ),
        (losing(person=replace(MAN, age=42)), Whom("men", "men", (), "other_age")),
        (losing(person=replace(WOMAN, age=70)), Whom("women", "women")),
        (losing(person=replace(MAN, age=17)), Whom("men", "men", (), "other_age")),
    ],
)  # fmt: skip
def test_people_are_told_apart_as_the_studies_would(rules: RuleSet, intake: Intake, whom: Whom) -> None:
    assert whom_of(intake, assess_coverage(intake, rules)[0], rules) == whom


@pytest.mark.parametrize("kind", ["others", "scars"])
def test_with_another_loss_men_are_told_apart_by_harms_of_medicines_and_by_words_for_men_alone(
    rules: RuleSet, kind: Kind
) -> None:
    assert all(Whom(kind, sex) in WHOMS for sex in ("men", "women", "unsaid"))
    for _, id_, row in rules.comparison.questions():
        for option in OPTIONS:
            rule = row.cell(option)
            if not rule.by_sex:
                man, unsaid = (own_answer(rule, Whom(kind, sex)) for sex in ("men", "unsaid"))
                own = rule.counted_in is None and rule.for_men and unsaid is None
                assert man == (("men", rule.for_men) if own else unsaid), f"{id_}.{option}"


@pytest.mark.parametrize("kind", ["men", "others", "scars"])
def test_no_man_reads_of_a_child_he_carries_or_of_what_is_about_women_alone(
    rules: RuleSet, kind: str
) -> None:
    """With a scar or patchy loss men read "pregnant or breast-feeding", and every man of hair on the face."""
    told = cells(planned(rules, kind))
    for row, options in {"who_may_not": OPTIONS, "risks": ("medication",)}.items():
        for option in options:
            said = f"{told[f'{row}.{option}'].say} {told[f'{row}.{option}'].note or ''}"
            assert not re.search(r"pregnan|breast-feed|[Bb]reastfeed|\bwom[ae]n\b", said), f"{row}.{option}"


def test_loss_in_women_rests_on_no_count_of_men_and_lotion_on_no_trial_of_tablets(rules: RuleSet) -> None:
    woman = cells(planned(rules, "women"))["halts_loss.nothing"]
    assert woman.say.startswith("No. Loss in women tends to go on, slower and more spread out.")
    assert (woman.strength, woman.describes) == ("very_low", "women")
    assert "aga-placebo-5y" not in woman.sources
    on_lotion = on_medicine(rules, "women", "minoxidil")["halts_loss.nothing"]
    assert "Whether your medicine slows it is not known for you" in on_lotion.say
    assert on_lotion.sources == ("our-judgement",)


# --- cells ----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", MEN_ONLY)
@pytest.mark.parametrize("kind", ["women", "others", "scars"])
def test_what_was_counted_in_men_is_not_known_for_others(rules: RuleSet, kind: str, name: str) -> None:
    assert cells(planned(rules, "men"))[name].typical is not None
    plan = planned(rules, kind)
    cell = cells(plan)[name]
    assert cell.not_known == cell.say
    assert cell.say.startswith("Not known for ")
    assert (cell.low, cell.typical, cell.high, cell.per_100, cell.describes) == (None, None, None, None, None)
    assert (cell.leans, cell.note) == ("neither", None)
    step = steps(plan)[f"comparison.rows.{name}"]
    assert (step.value, step.because) == (None, cell.say)
    assert f"comparison.not_counted.{kind}" in [reading.id for reading in step.rules]
    assert {id_ for reading in step.rules for id_ in reading.sources} == set(cell.sources)


@pytest.mark.parametrize("name", PATTERN_LOSS)
def test_what_was_counted_in_pattern_loss_is_known_for_men_and_women_alone(rules: RuleSet, name: str) -> None:
    for kind in PEOPLE:
        known = not cells(planned(rules, kind))[name].say.startswith("Not known for ")
        assert known is (kind in ("men", "women", "unsaid")), kind


@pytest.mark.parametrize("name", BOTH)
def test_women_read_their_own_figure_where_there_is_one(rules: RuleSet, name: str) -> None:
    men, women = (cells(planned(rules, kind))[name] for kind in ("men", "women"))
    assert (men.describes, women.describes) == ("men", "women")
    assert (men.say, men.sources) != (women.say, women.sources)
    assert None not in (men.typical, women.typical)
    step = steps(planned(rules, "women"))[f"comparison.rows.{name}"]
    reading, *_ = step.rules
    row, option = name.split(".")
    group = next(group for group, id_, _ in rules.comparison.questions() if id_ == row)
    assert reading.id == f"comparison.{group}.{row}.cells.{option}.for_women"


def test_women_on_lotion_stand_beside_women_on_dummy_lotion(rules: RuleSet) -> None:
    found = cells(planned(rules, "women"))
    lotion = Decimal("26.48")
    assert (found["improved.medication"].typical, found["improved.medication"].describes) == (lotion, "women")
    assert (found["improved.nothing"].typical, found["improved.nothing"].describes) == (
        Decimal("13.87"),
        "women",
    )


def test_words_for_women_reach_women_with_other_losses_too_where_nobody_was_counted(rules: RuleSet) -> None:
    rule = row_of(rules, "how_it_works").cell("medication")
    assert (rule.counted_in, rule.for_women is None) == (None, False)
    assert rule.for_women
    for kind in OTHER_LOSSES:
        man, woman = (own_answer(rule, Whom(kind, sex)) for sex in SEXES)
        assert man is None
        assert woman == ("women", rule.for_women)
    counted = row_of(rules, "improved").cell("medication")
    assert own_answer(counted, Whom("others", "women")) is None


def test_how_grafts_grow_in_scars_is_that_of_the_one_series(rules: RuleSet) -> None:
    found = cells(planned(rules, "scars"))
    assert found["survival.fue"].describes == "scars"
    assert found["survival.fue"].say == "In scars, about 81 of 100 grafts (70 to 90)."
    assert found["survival.fut"].not_known
    assert cells(planned(rules, "others"))["survival.fue"].not_known


@pytest.mark.ipdas("Q4")
def test_where_the_sex_is_not_said_the_words_say_whom_they_describe(rules: RuleSet) -> None:
    for name, cell in cells(planned(rules, "unsaid")).items():
        if cell.describes in ("men", "women"):
            assert re.search(rf"\b{cell.describes}\b", cell.say, re.IGNORECASE), name


def test_no_text_tells_a_woman_that_she_could_take_tablets(rules: RuleSet) -> None:
    plan = planned(rules, "women")
    told = [cell.say for cell in cells(plan).values()] + [cell.note or "" for cell in cells(plan).values()]
    told += [f"{risk.say} {risk.prevent} {risk.do}" for risk in plan.risks]
    told += [option.about for option in plan.comparison.options]
    for text in told:
        if "ablets" in text:
            fine = (
                "for men",
                "are for men",
                "of the lotion's drug",
                "unborn",
                "(men)",
                "Tablets did not help",
            )
            assert (
                any(words in text for words in fine)
                or text.startswith("Tablets suit men")
                or "no women" in text
            ), text


# --- risks ------------------------------------------------------------------------------------


def test_harms_of_mens_tablets_are_told_to_men_and_where_nobody_said(rules: RuleSet) -> None:
    ids = ("medication.sexual_problems", "medication.lasting_sexual_problems", "medication.low_mood")
    for kind in PEOPLE:
        told = risks(planned(rules, kind))
        assert [id_ in told for id_ in ids] == [kind != "women"] * 3, kind
        assert ("medication.facial_hair" in told) is (kind in ("women", "unsaid")), kind


def test_a_risk_counted_in_men_is_not_known_for_others_and_its_help_fits(rules: RuleSet) -> None:
    men, women, scars = (
        risks(planned(rules, kind))["nothing.loss_goes_on"] for kind in ("men", "women", "scars")
    )
    assert men.per_100
    assert (men.describes, men.per_100.typical) == ("men", 75)
    assert (women.describes, women.per_100) == (None, None)
    assert women.not_known == rules.comparison.not_counted.women.say
    assert (scars.describes, scars.per_100) == ("scars", None)
    assert scars.say != men.say
    shedding = risks(planned(rules, "men"))["medication.shedding"]
    assert (shedding.per_100, shedding.describes) == (None, None)
    assert shedding.not_known == rules.comparison.not_counted.men.say


def test_what_a_risk_rests_on_is_what_these_people_are_told(rules: RuleSet) -> None:
    def read(kind: str, id_: str) -> tuple[list[str], str]:
        step = steps(planned(rules, kind))[f"risks.{id_}"]
        return [reading.id for reading in step.rules], step.because

    because = rules.risks.because
    assert read("women", "medication.itch") == (
        ["risks.medication.itch.for_women", "risks.medication.itch.for_women.per_100"],
        "Women whose scalp itches with lotion. The sources count so many of 100.",
    )
    assert read("men", "medication.shedding") == (
        ["risks.medication.shedding", "comparison.not_counted.men"],
        because.not_counted,
    )
    assert read("scars", "nothing.loss_goes_on") == (
        ["risks.nothing.loss_goes_on.for_scars"],
        because.not_counted,
    )


# --- who uses a medicine by now ---------------------------------------------------------------

BEGUN_WITHOUT = [
    *(f"{row}.{option}" for row in ("net_count_1y", "hair_count_5y", "kept_result")
      for option in ("nothing", "medication")),
    "regrows_hair.medication", "improved.medication", "first_result_months.medication",
    "full_result_months.medication", *(f"hair_10y.{option}" for option in OPTIONS),
]  # fmt: skip


def on_medicine(rules: RuleSet, kind: str, medicine: str = "finasteride") -> dict[str, Cell]:
    plan = plan_treatment(replace(PEOPLE[kind], medication_now=(medicine,)), rules)
    assert isinstance(plan, TreatmentPlan)
    return cells(plan)


@pytest.mark.parametrize("name", BEGUN_WITHOUT)
def test_a_man_on_tablets_is_told_that_counts_began_with_men_who_used_none(rules: RuleSet, name: str) -> None:
    without, cell = cells(planned(rules, "men"))[name], on_medicine(rules, "men")[name]
    # What these tell is a gap to a dummy, and what dummies gained: no count of theirs.
    assert not without.not_known or name in ("improved.medication", "net_count_1y.nothing")
    assert cell.not_known == cell.say == rules.comparison.not_counted.users.say
    assert (cell.typical, cell.per_100, cell.of_100, cell.note) == (None, None, None, None)
    assert (cell.leans, cell.describes) == ("neither", None)


def test_every_cell_that_changes_with_a_medicine_tells_a_beginner_or_what_going_on_means(
    us: RuleSet,
) -> None:
    going_on = {
        f"{row}.nothing"
        for row in (
            "how_it_works", "halts_loss", "on_stopping", "upkeep", "live_body",
            "cost_first", "cost_1y", "cost_5y", "cost_10y", "cost_per_cm2",
        )
    }  # fmt: skip
    paid_by_now = {f"cost_{when}.medication" for when in ("first", "1y", "5y", "10y")}
    men, users = cells(planned(us, "men")), on_medicine(us, "men")
    assert all("What your medicine costs now is a part of it." in users[name].say for name in paid_by_now)
    assert {name for name in men if men[name].say != users[name].say} == {
        *BEGUN_WITHOUT, *going_on, *paid_by_now, "sexual_problems.medication",
    }  # fmt: skip


def test_a_woman_on_lotion_reads_the_same_of_the_trials_in_women(rules: RuleSet) -> None:
    users = on_medicine(rules, "women", "minoxidil")
    assert users["improved.medication"].say == rules.comparison.not_counted.users.say
    assert users["improved.nothing"].say == rules.comparison.not_counted.users.say


def test_what_was_counted_in_another_kind_of_loss_stays_the_reason_for_who_uses_a_medicine(
    rules: RuleSet,
) -> None:
    users = on_medicine(rules, "others", "other")
    assert users["improved.medication"].say == rules.comparison.not_counted.others.say
    assert users["improved.nothing"].say.startswith("Not known. The trials counted")


@pytest.mark.parametrize("kind", PEOPLE)
def test_doing_nothing_tells_going_on_from_stopping_with_the_months_till_the_gain_is_lost(
    rules: RuleSet, kind: str
) -> None:
    told = on_medicine(rules, kind, "minoxidil")["on_stopping.nothing"]
    assert told.say == (
        "To go on as now stops nothing. Men who stopped lost what it gave: of lotion within 6 months "
        "(3 to 6), of tablets within 12 (6 to 12)."
    )
    assert "price-1999" in told.sources


def test_neither_a_pill_nor_its_price_is_called_nothing_for_who_goes_on_with_it(rules: RuleSet) -> None:
    users = on_medicine(rules, "men")
    assert users["cost_10y.nothing"].typical == 0
    assert "What your medicine costs now goes on." in users["cost_10y.nothing"].say
    assert "Nothing new" in users["upkeep.nothing"].say


# --- nobody is urged to a treatment that is barred to them, or that is not for their loss ---------


@pytest.mark.parametrize("kind", ["others", "scars"])
def test_waiting_costs_nobody_hair_that_medication_would_not_have_kept(rules: RuleSet, kind: str) -> None:
    men, told = (cells(planned(rules, one)) for one in ("men", kind))
    for option in ("nothing", "medication"):
        assert told[f"if_you_wait.{option}"].say != men[f"if_you_wait.{option}"].say
    waiting = {risk.id: risk for risk in planned(rules, kind).risks if risk.option == "nothing"}
    assert "save" not in waiting["less_to_save"].say or "no hair to save" in waiting["less_to_save"].say
    assert "doctor" in waiting["less_to_save"].prevent or kind == "scars"


def test_a_man_on_a_medicine_is_not_told_that_nothing_slows_his_loss(rules: RuleSet) -> None:
    users = on_medicine(rules, "men")
    assert "Whether your medicine slows it is not known for you" in users["halts_loss.nothing"].say
    assert "Pattern loss tends to go on." in cells(planned(rules, "men"))["halts_loss.nothing"].say


def test_each_reads_of_the_scale_of_their_own_pattern(rules: RuleSet) -> None:
    """Norwood is a scale for men, Ludwig one for women; who said neither reads of both."""
    scales = {}
    for kind in ("men", "women", "unsaid"):
        told = " ".join(f"{cell.say} {cell.note or ''}" for cell in cells(planned(rules, kind)).values())
        scales[kind] = {scale for scale in ("Norwood", "Ludwig") if scale in told}
    assert scales == {"men": {"Norwood"}, "women": {"Ludwig"}, "unsaid": {"Norwood", "Ludwig"}}


# --- whose loss has stayed the same, has gone further, or who are of another age than the men counted -------

OF_YEARS = [
    *(f"hair_10y.{option}" for option in OPTIONS),
    "hair_count_5y.nothing",
    "hair_count_5y.medication",
]
OUTSIDE = {
    "resting": losing(loss_moving_on="no"),
    "far": losing(area=AreaAnswer(norwood="VII")),
    "other_age": losing(person=replace(MAN, age=58)),
}


@pytest.mark.parametrize("why", OUTSIDE)
def test_what_was_counted_over_years_is_not_known_for_other_men(rules: RuleSet, why: str) -> None:
    told, reason = cells(plan_of(OUTSIDE[why], rules)), getattr(rules.comparison.not_counted, why)
    for name in OF_YEARS:
        assert told[name].say == told[name].not_known == reason.say, name
        assert (told[name].typical, told[name].strength) == (None, "very_low"), name
    assert told["kept_result.nothing"].per_100  # it names whom it counted
    assert "They began under 42, with mild to moderate loss." in (told["kept_result.nothing"].of_100 or "")


@pytest.mark.parametrize("why", ["resting", "far"])
def test_nobody_is_told_to_save_hair_that_is_gone_or_that_does_not_go(rules: RuleSet, why: str) -> None:
    plan = plan_of(OUTSIDE[why], rules)
    nothing = {risk.id: risk for risk in plan.risks if risk.option == "nothing"}
    assert "Hair that is gone can't be saved" in nothing["less_to_save"].say
    waiting = cells(plan)["if_you_wait.nothing"]
    assert (waiting.say.startswith("Waiting is this option."), waiting.leans) == (True, "against")
    goes_on = "Pattern loss tends to go on." in cells(plan)["halts_loss.nothing"].say
    assert goes_on is (why == "far")


def test_loss_that_has_stayed_the_same_may_stay_so(rules: RuleSet) -> None:
    plan = plan_of(OUTSIDE["resting"], rules)
    assert cells(plan)["halts_loss.nothing"].say == (
        "No. Loss that has stayed the same may stay so, or may start again."
    )
    loss = risks(plan)["nothing.loss_goes_on"]
    assert (loss.name, loss.per_100, loss.strength) == ("loss that starts again", None, "very_low")


def test_a_woman_whose_loss_has_stayed_the_same_reads_so_too(rules: RuleSet) -> None:
    woman = cells(plan_of(replace(PEOPLE["women"], loss_moving_on="no"), rules))
    assert "may start again" in woman["halts_loss.nothing"].say
    assert woman["hair_10y.nothing"].say.startswith("Not known for women.")
