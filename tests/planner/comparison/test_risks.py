"""What can go wrong: every option alike, with a count out of 100 or the reason why there is none."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any, Literal, get_args

import pytest

from smp_planner.domain.comparison import Harm, Risk
from smp_planner.domain.intake import OPTIONS, AreaAnswer, Intake, Person, Scar
from smp_planner.domain.provenance import Step
from smp_planner.domain.quantities import Estimate
from smp_planner.planner.comparison.risks import harms_of, list_risks
from smp_planner.planner.comparison.whom import Kind, Sex, Whom
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.rule_file import Grade
from tests.banned_words import unwanted
from tests.edited_rules import edited_rules
from tests.people import adult, plan_of
from tests.planner.comparison.whoms import WHOMS
from tests.reading_grade import reading_grade

SEXES: tuple[Sex, ...] = ("men", "women", "unsaid")
ANYBODY = Whom("unsaid", "unsaid")
GRADES = tuple(reversed(get_args(Grade)))


@pytest.fixture(scope="module")
def risks(rules: RuleSet) -> tuple[Risk, ...]:
    """All risks of the packaged rules."""
    return list_risks(ANYBODY, rules)[0]


@pytest.fixture(scope="module")
def steps(rules: RuleSet) -> tuple[Step, ...]:
    """The steps behind them."""
    return list_risks(ANYBODY, rules)[1]


def of(risks: tuple[Risk, ...], option: str) -> dict[str, Risk]:
    """The risks of one option by id."""
    return {risk.id: risk for risk in risks if risk.option == option}


@pytest.mark.ipdas("1.1.5")
@pytest.mark.ipdas("1.1.5")
@pytest.mark.parametrize("sex", ["men", "women"])
@pytest.mark.parametrize("option", OPTIONS)
def test_every_option_has_six_to_twelve_risks(
    rules: RuleSet, option: str, sex: Literal["men", "women"]
) -> None:
    """Up to ten stood here until harms were found missing in SMP, tablets and surgery alike.

    No harm is left out to keep a number: what keeps the options fair are the words, below.
    """
    risks, _ = list_risks(Whom(sex, sex), rules)
    assert 6 <= len(of(risks, option)) <= 12


def test_a_woman_is_told_no_risk_of_the_tablets_and_a_man_none_of_women(rules: RuleSet) -> None:
    told = {sex: set(of(list_risks(Whom(sex, sex), rules)[0], "medication")) for sex in SEXES}
    tablets = {
        "sexual_problems", "lasting_sexual_problems", "low_mood", "breast_or_semen_change", "prostate_test",
    }  # fmt: skip
    assert told["men"] & tablets == tablets
    assert not told["women"] & tablets
    assert told["women"] - told["men"] == {"facial_hair"}
    assert told["unsaid"] == told["men"] | told["women"]


def test_options_come_in_their_order_and_no_risk_twice(risks: tuple[Risk, ...]) -> None:
    assert list(dict.fromkeys(risk.option for risk in risks)) == list(OPTIONS)
    assert len({(risk.option, risk.id) for risk in risks}) == len(risks)


def test_the_id_of_a_risk_does_not_repeat_its_option(risks: tuple[Risk, ...]) -> None:
    assert set(of(risks, "smp")) == {
        "infection", "blood_infection", "hidden_mole", "scarring", "spread", "allergy", "colour_change",
        "uneven_or_wrong_shade", "edge_of_dots", "swelling_and_redness", "bleeding",
    }  # fmt: skip


def test_bleeding_is_told_of_everything_that_goes_into_the_skin(risks: tuple[Risk, ...]) -> None:
    """Who takes a blood thinner read of it in surgery alone."""
    told = {risk.option: (risk.prevent, risk.do) for risk in risks if risk.id == "bleeding"}
    assert set(told) == {"smp", "fut", "fue"}
    assert len(set(told.values())) == 1
    assert "Don't stop one on your own." in told["smp"][0]


def test_a_risk_has_either_a_count_or_the_reason_why_there_is_none(risks: tuple[Risk, ...]) -> None:
    for risk in risks:
        assert (risk.per_100 is None) != (risk.not_known is None), risk.id


@pytest.mark.ipdas("Q6")
@pytest.mark.parametrize("whom", WHOMS, ids=str)
def test_each_count_says_over_what_time_people_were_counted(rules: RuleSet, whom: Whom) -> None:
    """Who reads 75 beside 10 beside no picture reads over what time each was counted."""
    told = list_risks(whom, rules)[0]
    timed = {risk.option for risk in told if risk.over}
    if whom.kind in ("men", "women", "unsaid"):
        assert timed
    else:  # nobody counted others, but for the harms of a medicine
        assert timed == {"medication"}
    for risk in told:
        assert (risk.over is None) == (risk.per_100 is None), risk.id
        assert risk.over is None or risk.over.startswith(("Counted ", "Over what time ")), risk.id
        times = [time for time in ("year", "first weeks") if time in (risk.of_100 or "")]
        assert not times, (risk.id, "the time is told twice")


NOT_TOLD = "Over what time is not told."
LOOKED_BACK = "Over what time is not told: records, phone and e-mail."


@pytest.mark.ipdas("Q6")
@pytest.mark.parametrize(
    ("sex", "option", "risk", "time"),
    [
        ("men", "nothing", "loss_goes_on", "Counted after five years."),
        ("men", "medication", "little_effect", "Counted after five years."),
        ("women", "medication", "little_effect", "Counted in trials of up to a year."),
        ("men", "medication", "sexual_problems", "Counted over a year."),
        ("men", "medication", "itch", "Counted over about a year."),
        ("women", "medication", "itch", "Counted over half a year to a year."),
        ("women", "medication", "facial_hair", "Counted over half a year to a year."),
        ("women", "medication", "shedding", "Counted over half a year."),
        ("men", "fut", "folliculitis", LOOKED_BACK),
        ("men", "fue", "numbness", LOOKED_BACK),
        ("women", "fue", "numbness", None),
        ("men", "smp", "infection", None),
        ("women", "fue", "infection", NOT_TOLD),
        ("men", "smp", "allergy", None),
    ],
)
def test_the_time_of_a_count_is_that_of_its_study(
    rules: RuleSet, sex: Literal["men", "women"], option: str, risk: str, time: str | None
) -> None:
    assert of(list_risks(Whom(sex, sex), rules)[0], option)[risk].over == time


LOST = {
    "fut": "about 14 (5 to 21) do not grow. The middle is one small study, the low end one patient. "
    "Second-hand: most of 73 men said that less than half of theirs grew.",
    "fue": "about 15 (6 to 39) do not grow. The high end is one small study, the low men on a medicine too. "
    "Second-hand: most of 73 men said that less than half of theirs grew; 7 had FUE: too few.",
}


@pytest.mark.parametrize("option", LOST)
def test_lost_grafts_are_not_known_in_people_and_agree_with_how_many_grafts_grow(
    rules: RuleSet, option: str
) -> None:
    """Above stood what 60 of 100 men felt, and beside it that 86 of 100 grafts grow: a picture of neither."""
    plan = plan_of(adult(person=Person(age=38, sex="female"), area=AreaAnswer(ludwig="II")), rules)
    risk = of(plan.risks, option)["poor_growth"]
    assert (risk.per_100, risk.of_100, risk.over) == (None, None, None)
    assert risk.not_known == f"Not known in people. Of 100 grafts {LOST[option]}"
    (survival,) = [row.cells[option] for row in plan.comparison.rows if row.id == "survival"]
    assert survival.typical is not None
    assert f"about {100 - survival.typical} " in risk.not_known
    (step,) = [step for step in plan.trace if step.field == f"risks.{option}.poor_growth"]
    assert [reading.id for reading in step.rules] == [
        f"risks.{option}.poor_growth", f"surgery.survival.{option}",
    ]  # fmt: skip
    assert {"ijt-complications-2014", "stoneburner-2019"} <= set(risk.sources)


def test_lost_grafts_follow_the_share_that_the_rules_hold(tmp_path: Path) -> None:
    other = edited_rules(
        tmp_path,
        "surgery.yaml",
        "{name: FUT, value: 0.86, range: [0.79,",
        "{name: FUT, value: 0.8, range: [0.7,",
    )
    told = of(list_risks(Whom("women", "women"), other)[0], "fut")["poor_growth"].not_known
    assert told is not None
    assert "Of 100 grafts about 20 (5 to 30) do not grow." in told


@pytest.mark.parametrize("option", LOST)
def test_what_men_felt_of_lost_grafts_is_told_as_that_beside_the_counts_of_grafts(
    risks: tuple[Risk, ...], option: str
) -> None:
    """Most felt that less than half grew, where counts of grafts found 86 of 100: both are told, as words."""
    risk = of(risks, option)["poor_growth"]
    assert risk.per_100 is None
    assert "men said that less than half of theirs grew" in (risk.not_known or "")
    assert "Of 100 grafts about" in (risk.not_known or "")
    assert risk.strength == "very_low"


@pytest.mark.parametrize("kind", ["others", "scars"])
def test_the_share_of_lost_grafts_is_told_where_it_was_counted_and_nowhere_else(
    rules: RuleSet, kind: Literal["others", "scars"]
) -> None:
    told = list_risks(Whom(kind, "men"), rules)[0]
    for option in LOST:
        not_known = of(told, option)["poor_growth"].not_known
        assert not_known is not None
        assert not_known.startswith("Not known")
        assert "100 grafts about" not in not_known


def test_what_one_clinic_counted_are_its_patients_in_every_text(rules: RuleSet) -> None:
    assert "2,896 patients" in rules.sources["garg-2021"].title
    for risk in list_risks(Whom("men", "men"), rules)[0]:
        note = risk.per_100.note if risk.per_100 else risk.not_known
        assert "operations" not in (note or ""), risk.id


@pytest.mark.ipdas("Q4")
def test_a_count_is_out_of_100_with_its_range_in_order_and_a_note_on_whom_it_describes(
    risks: tuple[Risk, ...],
) -> None:
    for risk in risks:
        if risk.per_100 is not None:
            assert risk.per_100.unit == "per 100", risk.id
            assert 0 <= risk.per_100.low <= risk.per_100.typical <= risk.per_100.high <= 100, risk.id
            assert risk.per_100.note, risk.id


def test_sexual_problems_carry_the_label_s_count_and_the_dummy_beside_it(risks: tuple[Risk, ...]) -> None:
    count = of(risks, "medication")["sexual_problems"].per_100
    assert isinstance(count, Estimate)
    ends = (Decimal("2.76"), Decimal("3.81"), Decimal("5.23"))  # 36 of 945; two of thirty are no end of it
    assert (count.low, count.typical, count.high) == ends
    risk = of(risks, "medication")["sexual_problems"]
    assert risk.untreated is not None
    assert risk.untreated.typical == Decimal("2.14")  # 20 of 934
    assert (risk.of_100 or "").endswith("On dummy tablets about 2 (1 to 3) had them.")


def test_less_desire_erections_and_ejaculation_stand_beside_a_dummy_too(risks: tuple[Risk, ...]) -> None:
    risk = of(risks, "medication")["sexual_problems"]
    parts = {name: part.typical for name, part in (risk.parts or {}).items()}
    assert parts == {
        "desire": Decimal("1.8"), "desire_dummy": Decimal("1.3"), "erection": Decimal("1.3"),
        "erection_dummy": Decimal("0.7"), "ejaculation": Decimal("1.2"), "ejaculation_dummy": Decimal("0.7"),
        "stopped": Decimal("1.2"), "stopped_dummy": Decimal("0.9"), "year5": Decimal("0.3"),
        "review": Decimal("1.2"),
    }  # fmt: skip
    assert (risk.also or "").startswith("Less desire: 1.8 of 100 men (on a dummy 1.3).")
    assert "Weak erections: 1.3 (dummy 0.7), by a review about 1.2 more than on dummies." in (risk.also or "")


def test_a_small_study_with_more_less_desire_is_told_in_numbers(risks: tuple[Risk, ...]) -> None:
    """It "found somewhat more" was all that was said of 2 men in 30."""
    count = of(risks, "medication")["sexual_problems"].per_100
    assert count is not None
    assert "In a study of 30 men 2 had less desire: 7 of 100" in (count.note or "")


def test_every_count_of_medication_has_the_dummy_beside_it_or_says_that_there_is_none(rules: RuleSet) -> None:
    for whom in WHOMS:
        for risk in of(list_risks(whom, rules)[0], "medication").values():
            if risk.per_100 is None:
                assert (risk.untreated, risk.untreated_not_known) == (None, None), risk.id
            else:
                assert (risk.untreated is None) != (risk.untreated_not_known is None), risk.id
                assert risk.untreated is None or "dummy" in (risk.of_100 or ""), risk.id


def test_a_count_of_one_study_says_that_it_is_one_and_others_tell_their_range(rules: RuleSet) -> None:
    for whom in WHOMS:
        for risk in list_risks(whom, rules)[0]:
            if risk.per_100 is not None:
                alone, told = risk.per_100.low == risk.per_100.high, (risk.of_100 or "").partition(". On")[0]
                assert ("(one study)" in told) == alone, risk.id
                assert alone or " to " in told.partition("(")[2], risk.id


@pytest.mark.parametrize(
    ("risk", "typical"),
    [
        ("folliculitis", 23),
        ("numbness", 11),
        ("infection", Decimal("0.07")),
        ("necrosis", Decimal("0.1")),
    ],
)
def test_both_surgeries_show_the_same_count(risks: tuple[Risk, ...], risk: str, typical: Decimal) -> None:
    for option in ("fut", "fue"):
        count = of(risks, option)[risk].per_100
        assert count is not None
        assert count.typical == typical


def test_none_seen_in_a_small_series_is_not_a_rate_of_nought(risks: tuple[Risk, ...]) -> None:
    """A series that tells of no harm and names no kinds of it counted nobody's infection, and no scar."""
    told = of(risks, "smp")
    for id_ in ("infection", "scarring"):
        assert told[id_].per_100 is None
        assert told[id_].not_known == (
            "Not known. A clinic saw no harm in its 43 patients, but names no kinds: likely too few."
        )


def test_a_harm_that_the_series_may_not_have_looked_for_is_not_known(risks: tuple[Risk, ...]) -> None:
    counted = {risk.id for risk in of(risks, "smp").values() if risk.per_100}
    assert counted == set()


@pytest.mark.parametrize("option", OPTIONS)
@pytest.mark.parametrize("kind", ["scars", "others"])
def test_whom_the_series_did_not_count_is_told_no_count(
    rules: RuleSet, kind: Literal["scars", "others"], option: str
) -> None:
    """But for harms of a medicine, which do not depend on why it is taken."""
    by_sex = {id_ for id_, rule in rules.risks.risks[option].items() if rule.by_sex}
    for risk in of(list_risks(Whom(kind, "unsaid"), rules)[0], option).values():
        if risk.id in by_sex:
            continue
        assert risk.per_100 is None, risk.id
        assert risk.not_known, risk.id


@pytest.mark.parametrize("kind", ["men", "women", "others", "scars"])
def test_who_uses_a_medicine_is_told_no_count_of_men_without_one(rules: RuleSet, kind: Kind) -> None:
    users = Whom(kind, "women" if kind == "women" else "men", ("tablets",))
    goes_on = of(list_risks(users, rules)[0], "nothing")["loss_goes_on"]
    assert (goes_on.per_100, goes_on.of_100) == (None, None)
    other = {
        "others": "Not known for your kind of hair loss. Men with pattern hair loss were counted.",
        "scars": "Not known for scars. Men with pattern hair loss were counted.",
    }
    used = "Not known for you, as you use a medicine now. Men without one were counted."
    assert goes_on.not_known == other.get(kind, used)
    assert goes_on.describes == (kind if kind in other else None)


def test_each_surgery_has_the_harm_of_its_own_donor_method(risks: tuple[Risk, ...]) -> None:
    assert "line_scar" in of(risks, "fut")
    assert "line_scar" not in of(risks, "fue")
    assert "donor_thinning" in of(risks, "fue")
    assert "donor_thinning" not in of(risks, "fut")


@pytest.mark.ipdas("Q1")
def test_doing_nothing_has_risks_too(risks: tuple[Risk, ...]) -> None:
    assert set(of(risks, "nothing")) == {
        "loss_goes_on", "less_to_save", "more_to_cover", "sun_on_bare_skin", "cover_shows", "missed_cause",
        "worry",
    }  # fmt: skip


def test_every_risk_says_how_it_is_prevented_and_what_to_do(risks: tuple[Risk, ...]) -> None:
    for risk in risks:
        for text in (risk.say, risk.prevent, risk.do):
            assert text.endswith("."), risk.id


def test_sources_are_those_of_the_risk_and_of_its_count_each_once_and_all_listed(
    rules: RuleSet, risks: tuple[Risk, ...]
) -> None:
    for risk in risks:
        assert set(risk.sources) <= set(rules.sources), risk.id
        assert len(set(risk.sources)) == len(risk.sources), risk.id
    assert of(risks, "medication")["sexual_problems"].sources == (
        "rezende-2018", "tablets-label-effects", "tablets-label-year5", "mella-2010-summary",
        "tablets-after-fue", "wilson-1927",
    )  # fmt: skip


def test_every_risk_has_one_step_at_its_path_with_its_figure(
    risks: tuple[Risk, ...], steps: tuple[Step, ...]
) -> None:
    assert [step.field for step in steps] == [f"risks.{risk.option}.{risk.id}" for risk in risks]
    assert [step.value for step in steps] == [risk.per_100 or risk.not_known for risk in risks]


def test_a_step_rests_on_the_rule_and_on_the_figure_where_there_is_one(steps: tuple[Step, ...]) -> None:
    by_field = {step.field: step for step in steps}
    counted = by_field["risks.fut.infection"]
    assert [reading.id for reading in counted.rules] == [
        "risks.fut.infection", "risks.fut.infection.per_100",
    ]  # fmt: skip
    assert counted.because.startswith(
        "People with an infected wound after surgery. The sources count so many of 100."
    )
    unknown = by_field["risks.smp.allergy"]
    assert [reading.id for reading in unknown.rules] == ["risks.smp.allergy"]
    assert unknown.because == "Nobody has counted this in a way we can use, so no count of people is shown."


def told(risks: tuple[Risk, ...], harms: tuple[Harm, ...], option: str) -> list[str]:
    """All that a person reads of the risks of one option, and of the harms that it does not bring."""
    read = [text for risk in of(risks, option).values() for text in (risk.name, *texts(risk))]
    return [*read, *(said.say for harm in harms for said in harm.none if said.id == option)]


def texts(risk: Risk) -> list[str]:
    """Each sentence or two of one risk."""
    counted = (risk.of_100, risk.over, risk.untreated_not_known, risk.also, risk.not_known)
    return [text for text in (risk.say, *counted, risk.prevent, risk.do) if text]


@pytest.mark.parametrize("whom", WHOMS, ids=str)
def test_each_text_reads_at_grade_8_or_lower(rules: RuleSet, whom: Whom) -> None:
    hard = [text for risk in list_risks(whom, rules)[0] for text in texts(risk) if reading_grade(text) > 8]
    assert hard == []


@pytest.mark.parametrize("whom", WHOMS, ids=str)
def test_whoever_asks_is_told_each_kind_of_harm_of_every_option(rules: RuleSet, whom: Whom) -> None:
    risks, _ = list_risks(whom, rules)
    harms = harms_of(risks, rules)
    assert {risk.kind for risk in risks} == {harm.id for harm in harms}
    for harm in harms:
        brings = {risk.option for risk in risks if risk.kind == harm.id}
        without = {said.id for said in harm.none}
        assert brings | without == set(OPTIONS), harm.id
        assert not brings & without, harm.id


@pytest.mark.parametrize("whom", WHOMS, ids=str)
def test_every_risk_of_every_option_is_told_in_the_same_parts(rules: RuleSet, whom: Whom) -> None:
    for risk in list_risks(whom, rules)[0]:
        assert all((risk.name, risk.say, risk.prevent, risk.do, risk.sources)), risk.id
        assert (risk.of_100 is None) == (risk.per_100 is None) != (risk.not_known is None), risk.id
        assert risk.strength in GRADES, risk.id


def test_no_risk_is_graded_above_the_documents_it_cites(rules: RuleSet) -> None:
    for whom in WHOMS:
        for risk in list_risks(whom, rules)[0]:
            highest = max(GRADES.index(rules.sources[id_].grade) for id_ in risk.sources)
            assert GRADES.index(risk.strength) <= highest, risk.id


def lengths(risks: tuple[Risk, ...], harms: tuple[Harm, ...]) -> list[int]:
    """The words on the risks of each option, all that is read counted but for the sources."""
    return [len(" ".join(told(risks, harms, option)).split()) for option in OPTIONS]


PEOPLE = {
    "a man": {},
    "a woman": {"person": Person(sex="female"), "area": AreaAnswer(ludwig="II")},
    "unsaid": {"person": Person()},
    "another loss": {"goals": ("alopecia_cover",), "person": Person(sex="female")},
    "scars": {"goals": ("scar_camouflage",), "area": AreaAnswer(scars=(Scar(length_cm=20, width_cm=1),))},
    "scars of a woman": {
        "goals": ("scar_camouflage",), "area": AreaAnswer(scars=(Scar(length_cm=20, width_cm=1),)),
        "person": Person(sex="female"),
    },
}  # fmt: skip


@pytest.mark.parametrize("answers", PEOPLE.values(), ids=PEOPLE)
def test_no_option_takes_half_as_many_words_again_as_another(rules: RuleSet, answers: dict[str, Any]) -> None:
    """On finished plans: names, what it is, how many or why not, what prevents it, what to do."""
    plan = plan_of(adult(**answers), rules)
    counts = lengths(plan.risks, plan.harms)
    assert max(counts) <= 1.5 * min(counts), counts


def test_the_gate_sees_an_option_with_half_its_risks(rules: RuleSet) -> None:
    plan = plan_of(adult(), rules)
    dropped = {"worry", "missed_cause", "cover_shows"}
    counts = lengths(tuple(risk for risk in plan.risks if risk.id not in dropped), plan.harms)
    assert max(counts) > 1.5 * min(counts)


def test_no_text_praises_frightens_or_names_a_medicine(risks: tuple[Risk, ...]) -> None:
    for risk in risks:
        note = risk.per_100.note if risk.per_100 else risk.not_known
        for text in (risk.say, risk.prevent, risk.do, note or ""):
            assert unwanted(text) == []


def test_the_same_rules_give_the_same_risks(rules: RuleSet) -> None:
    assert list_risks(ANYBODY, rules) == list_risks(ANYBODY, rules)


# --- harms that an option does not bring ----------------------------------------------------------

DENIES = ("does not happen", "never", "no such harm", "cannot happen")


@pytest.mark.parametrize("whom", WHOMS, ids=str)
def test_of_no_option_a_harm_is_said_not_to_happen_where_nobody_counted_it(
    rules: RuleSet, whom: Whom
) -> None:
    harms = harms_of(list_risks(whom, rules)[0], rules)
    said = [said.say for harm in harms for said in harm.none]
    assert [say for say in said if any(words in say.lower() for words in DENIES)] == []
    assert [say for say in said if reading_grade(say) > 8] == []


def test_harm_to_sex_is_told_as_the_chances_tell_it(rules: RuleSet) -> None:
    """What was counted on dummy tablets is not denied; where no study asked, that is said here too."""
    plan = plan_of(adult(), rules)
    chances = next(row for row in plan.comparison.rows if row.id == "sexual_problems")
    harm = next(harm for harm in plan.harms if harm.id == "sex")
    said = {said.id: said for said in harm.none}
    assert said.keys() == {option for option, cell in chances.cells.items() if option != "medication"}
    assert chances.cells["nothing"].per_100
    assert "dummy tablets" in said["nothing"].say
    assert set(said["nothing"].sources) >= set(chances.cells["nothing"].sources)
    for option in ("smp", "fut", "fue"):
        assert chances.cells[option].not_known
        assert "Nobody has counted" in said[option].say


# --- of whom a risk tells -------------------------------------------------------------------------


def test_the_step_of_a_risk_says_of_whom_it_tells(rules: RuleSet) -> None:
    of_whom = {
        sex: {step.field: step.of_whom for step in list_risks(Whom(sex, sex), rules)[1]} for sex in SEXES
    }
    assert of_whom["men"]["risks.nothing.loss_goes_on"] == "men"
    assert of_whom["women"]["risks.medication.itch"] == "women"
    assert of_whom["women"]["risks.nothing.loss_goes_on"] == "some"  # nobody counted women
    assert of_whom["men"]["risks.medication.shedding"] == "some"  # women are told a count
    assert {told["risks.fut.infection"] for told in of_whom.values()} == {"pattern_loss"}
    assert {told["risks.smp.infection"] for told in of_whom.values()} == {"everybody"}
    assert {told["risks.smp.allergy"] for told in of_whom.values()} == {"everybody"}


# --- who uses a medicine by now ---------------------------------------------------------------


TABLETS_ALREADY, LOTION_ALREADY = "you take them already", "you use it already"


def told_on(rules: RuleSet, *medicine: str, sex: Literal["male", "female"] = "male") -> dict[str, Risk]:
    person = Person(age=45, sex=sex, could_be_pregnant=False if sex == "female" else None)
    plan = plan_of(adult(person=person, medication_now=medicine), rules)
    return {risk.id: risk for risk in plan.risks if risk.option == "medication"}


def test_a_man_who_takes_tablets_reads_that_their_counts_are_of_men_who_began_them(rules: RuleSet) -> None:
    """Sexual problems: 3.8 of 100 counts men in their first year; he has begun already."""
    told, step_of = told_on(rules, "finasteride"), "risks.medication.sexual_problems"
    for id_ in ("sexual_problems", "little_effect"):
        assert told[id_].per_100, id_
        assert TABLETS_ALREADY in (told[id_].over or ""), id_
    assert told["itch"].per_100
    assert "already" not in (told["itch"].over or "")
    plan = plan_of(adult(medication_now=("finasteride",)), rules)
    cell = {row.id: row.cells for row in plan.comparison.rows}["sexual_problems"]["medication"]
    assert cell.typical
    assert TABLETS_ALREADY in cell.say
    assert TABLETS_ALREADY in (cell.of_100 or "")
    behind = [reading.id for step in plan.trace if step.field == step_of for reading in step.rules]
    assert "comparison.begun_already.tablets" in behind


def test_a_man_on_lotion_alone_keeps_the_counts_of_tablets_that_he_never_took(rules: RuleSet) -> None:
    told, beginner = told_on(rules, "minoxidil"), told_on(rules)
    for id_ in ("sexual_problems", "little_effect"):
        assert told[id_] == beginner[id_]
    assert told["itch"].per_100 == beginner["itch"].per_100
    assert LOTION_ALREADY in (told["itch"].over or "")
    plan = plan_of(adult(medication_now=("minoxidil",)), rules)
    rows = {row.id: row.cells for row in plan.comparison.rows}
    assert rows["sexual_problems"]["medication"].typical
    assert "already" not in rows["sexual_problems"]["medication"].say


def test_a_man_on_both_reads_of_both_that_he_uses_them_already(rules: RuleSet) -> None:
    told = told_on(rules, "finasteride", "minoxidil", "other")
    assert TABLETS_ALREADY in (told["sexual_problems"].over or "")
    assert LOTION_ALREADY in (told["itch"].over or "")


def test_a_woman_on_another_medicine_keeps_what_lotion_does(rules: RuleSet) -> None:
    told = told_on(rules, "other", sex="female")
    assert told == told_on(rules, sex="female")
    assert told["facial_hair"].per_100
    assert told["itch"].per_100


def test_a_woman_on_lotion_reads_that_women_who_began_it_were_counted(rules: RuleSet) -> None:
    told = told_on(rules, "minoxidil", sex="female")
    for id_ in ("facial_hair", "itch", "shedding", "little_effect"):
        assert told[id_].per_100, id_
        assert LOTION_ALREADY in (told[id_].over or ""), id_


def test_who_begins_now_reads_the_counts_of_those_who_began(rules: RuleSet) -> None:
    told = {risk.id: risk for risk in plan_of(adult(), rules).risks if risk.option == "medication"}
    assert told["sexual_problems"].per_100
    assert told["itch"].per_100


@pytest.mark.parametrize(
    ("intake", "goes_on", "little_effect"),
    [
        (
            adult(
                goals=("scar_camouflage",),
                area=AreaAnswer(scars=(Scar(length_cm=20, width_cm=1),)),
                medication_now=("minoxidil",),
            ),
            "The scar stays as it is",
            "It may do nothing for a scar",
        ),
        (
            adult(goals=("alopecia_cover",), medication_now=("minoxidil",)),
            "Hair loss may go on and show more.",
            "It may not help your kind of loss",
        ),
    ],
    ids=["scars alone", "another loss"],
)
def test_scars_and_another_loss_have_their_own_words_though_a_medicine_is_used(
    rules: RuleSet, intake: Intake, goes_on: str, little_effect: str
) -> None:
    plan = plan_of(intake, rules)
    told = {(risk.option, risk.id): risk for risk in plan.risks}
    assert told["nothing", "loss_goes_on"].say.startswith(goes_on)
    assert "pattern hair loss" in (told["nothing", "loss_goes_on"].not_known or "")
    assert told["medication", "little_effect"].say.startswith(little_effect)
    row = next(row for row in plan.comparison.rows if row.id == "halts_loss")
    assert "Your medicine" not in row.cells["nothing"].say
