"""Digital or manual, the shade of the pigment, and what each visit works on."""

from __future__ import annotations

from pathlib import Path

import pytest

from smp_planner.domain.course import Method, Shade
from smp_planner.domain.intake import HAIR_COLOURS, TONES, AreaAnswer, Hair, Intake, Scar, Skin
from smp_planner.domain.provenance import Step
from smp_planner.domain.quantities import Estimate, Number
from smp_planner.planner.coverage.assess import assess_coverage
from smp_planner.planner.drivers import find_drivers
from smp_planner.planner.sessions.technique import choose_shade, suggest_method, visit_focus, visit_steps
from smp_planner.rules.load import load_rules
from smp_planner.rules.ruleset import RuleSet
from tests.people import adult

Ends = tuple[Number, Number, Number]

MATCHED = " It is matched next to your hair at the first visit, and once more at the second."
NO_GREY_FITS = ("red", "white")
GREY_FITS = tuple(colour for colour in HAIR_COLOURS if colour not in NO_GREY_FITS)


def method(rules: RuleSet, **answers: object) -> tuple[Method, Step]:
    intake = adult(**answers)
    coverage, _ = assess_coverage(intake, rules)
    drivers = find_drivers(intake, rules, treated_cm2=coverage.area.cm2.typical, dots_per_cm2=150)
    found, steps = suggest_method(intake, coverage, drivers, rules)
    (step,) = steps
    return found, step


def shaded(rules: RuleSet, colour: str | None, tone: str | None) -> tuple[Shade, dict[str, Step]]:
    intake: Intake = adult(hair=Hair(colour=colour), skin=Skin(tone=tone))
    shade, steps = choose_shade(intake, rules)
    return shade, {step.field: step for step in steps}


def ends(figure: Estimate | None) -> Ends | None:
    return figure and (figure.low, figure.typical, figure.high)


# --- method -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answers", "suggested", "kind"),
    [
        ({}, "either", "other"),
        ({"area": AreaAnswer(norwood="VI")}, "digital", "large_area"),
        ({"goals": ("crown", "scar_camouflage")}, "either", "scar"),
        ({"area": AreaAnswer(norwood="VI", scars=(Scar(length_cm=5, width_cm=1),))}, "either", "scar"),
    ],
)
def test_a_large_area_is_worked_digitally_and_the_rest_either_way(
    rules: RuleSet, answers: dict[str, object], suggested: str, kind: str
) -> None:
    found, step = method(rules, **answers)
    assert found.suggested == suggested
    assert "compared" in found.say
    assert "article" in found.sources
    assert step.field == "method"
    assert step.value == suggested
    assert step.because == found.say
    assert [reading.id for reading in step.rules] == [f"technique.method.{kind}"]


# --- shade --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("colour", "first", "target"),
    [
        ("black", (3, 3, 4), (4, 4, 5)),
        ("dark_brown", (2, 2, 3), (3, 3, 4)),
        ("light_brown", (1, 1, 2), (2, 2, 3)),
        ("blond", (1, 1, 1), (1, 1, 2)),
        ("grey", (1, 1, 1), (1, 1, 2)),
    ],
)
def test_the_first_session_starts_lighter_than_the_target(
    rules: RuleSet, colour: str, first: Ends, target: Ends
) -> None:
    shade, _ = shaded(rules, colour, "III")
    assert ends(shade.first_session) == first
    assert ends(shade.target) == target


@pytest.mark.parametrize("colour", ["red", "white"])
def test_hair_that_no_grey_matches_gets_words_alone(rules: RuleSet, colour: str) -> None:
    shade, steps = shaded(rules, colour, "III")
    assert shade.first_session is None
    assert shade.target is None
    assert shade.say.startswith("No grey matches")
    assert shade.sources
    assert steps["shade"].because == shade.say
    assert steps["shade"].value is None
    assert [reading.id for reading in steps["shade"].rules] == [f"density.shade.{colour}"]


def test_blond_hair_is_told_of_other_pigments(rules: RuleSet) -> None:
    assert "another pigment" in shaded(rules, "blond", "III")[0].say


@pytest.mark.parametrize(
    ("tone", "first"),
    [
        ("I", (2, 2, 3)),
        ("II", (2, 2, 3)),
        ("III", (3, 3, 4)),
        ("IV", (3, 3, 4)),
        ("V", (4, 4, 5)),
        ("VI", (4, 4, 5)),
    ],
)
def test_skin_tone_shifts_the_first_session(rules: RuleSet, tone: str, first: Ends) -> None:
    shade, steps = shaded(rules, "black", tone)
    assert ends(shade.first_session) == first
    assert ends(shade.target) == (4, 4, 5)
    assert f"density.tone_shift.{tone}" in [reading.id for reading in steps["shade.first_session"].rules]


def test_an_unknown_tone_widens_the_first_session_one_step_at_a_time(rules: RuleSet) -> None:
    shade, steps = shaded(rules, "black", None)
    assert ends(shade.first_session) == (2, 3, 4)
    assert len(steps["shade.first_session"].rules) == 1 + len(TONES) + 1


def test_the_first_session_is_never_lighter_than_the_lightest_grey(rules: RuleSet) -> None:
    assert ends(shaded(rules, "grey", "I")[0].first_session) == (1, 1, 1)
    assert ends(shaded(rules, "light_brown", None)[0].first_session) == (1, 1, 2)


@pytest.mark.parametrize("tone", [None, *TONES])
@pytest.mark.parametrize("colour", NO_GREY_FITS)
def test_where_no_grey_fits_there_is_no_shade_to_number(
    rules: RuleSet, colour: str, tone: str | None
) -> None:
    shade, _ = shaded(rules, colour, tone)
    assert (shade.first_session, shade.target) == (None, None)
    assert shade.say


@pytest.mark.parametrize("tone", [None, *TONES])
@pytest.mark.parametrize("colour", GREY_FITS)
def test_the_first_session_is_never_darker_than_the_target(
    rules: RuleSet, colour: str, tone: str | None
) -> None:
    shade, _ = shaded(rules, colour, tone)
    assert shade.first_session is not None
    assert shade.target is not None
    for end in ("low", "typical", "high"):
        assert 1 <= getattr(shade.first_session, end) <= getattr(shade.target, end) <= 5
    assert shade.first_session.low <= shade.first_session.typical <= shade.first_session.high


def test_an_unknown_hair_colour_leaves_the_whole_greyscale_open(rules: RuleSet) -> None:
    shade, steps = shaded(rules, None, "III")
    assert shade.first_session is None
    assert ends(shade.target) == (1, 3, 5)
    assert shade.target is not None
    assert shade.target.note == shade.say
    assert shade.say.startswith("The shade is matched to your hair at the first visit")
    assert "precise-micro-scalps" in shade.sources
    assert [reading.id for reading in steps["shade.target"].rules] == [
        "density.shade_range",
        "density.shade_unsure",
    ]


def test_each_shade_has_a_step_with_its_rules(rules: RuleSet) -> None:
    shade, steps = shaded(rules, "dark_brown", "III")
    assert list(steps) == ["shade.first_session", "shade.target"]
    first, target = steps.values()
    assert [reading.id for reading in first.rules] == [
        "density.shade.dark_brown.first",
        "density.tone_shift.III",
        "density.shade_range",
    ]
    assert [reading.id for reading in target.rules] == ["density.shade.dark_brown.target"]
    assert (first.value, target.value) == (shade.first_session, shade.target)
    assert first.uses == ("shade.target",)
    assert first.because.startswith("One step lighter")
    assert target.because.startswith("The grey that comes closest")
    assert shade.first_session is not None
    assert shade.first_session.unit == "steps"
    assert shade.say == (
        "Start with a light grey and deepen it at the second visit to a mid grey,"
        " so that it matches your hair. The pigment is grey for brown and black hair too."
    )


@pytest.mark.parametrize(
    ("colour", "tone", "say"),
    [
        ("dark_brown", "II", "Start with the lightest grey and deepen it at the second visit to a mid grey,"),
        ("black", "III", "Start with a mid grey and deepen it at the second visit to a dark grey,"),
        ("black", None, "Start with a mid grey and deepen it at the second visit to a dark grey,"),
        (
            "light_brown",
            "I",
            "Start with the lightest grey and deepen it at the second visit to a light grey,",
        ),
        (
            "light_brown",
            "VI",
            "Likely a light grey." + MATCHED,
        ),
        (
            "black",
            "V",
            "Likely a dark grey." + MATCHED,
        ),
        ("grey", "III", "Grey hair takes a light, thin pigment."),
    ],
)
def test_the_words_for_a_shade_follow_its_two_steps(
    rules: RuleSet, colour: str, tone: str | None, say: str
) -> None:
    assert shaded(rules, colour, tone)[0].say.startswith(say)


def test_a_clinic_may_begin_a_shade_darker_but_not_beyond_the_target(tmp_path: Path) -> None:
    clinic = tmp_path / "clinic.yaml"
    clinic.write_text(
        "name: A clinic\n"
        "overrides:\n"
        "  density.shade.black.first: {value: 5, reason: Our pigment, sources: [our-judgement]}\n"
    )
    assert ends(shaded(load_rules(clinic=clinic), "black", "III")[0].first_session) == (3, 4, 5)


def test_shade_and_skin_tone_move_one_at_a_time(tmp_path: Path) -> None:
    # 3, 4, 4 by the hair; one step either way by the skin: 4 - 1 and 4 + 1, never 3 - 1
    clinic = tmp_path / "clinic.yaml"
    clinic.write_text(
        "name: A clinic\n"
        "overrides:\n"
        "  density.shade.black.first: {value: 4, reason: Our pigment, sources: [our-judgement]}\n"
    )
    assert ends(shaded(load_rules(clinic=clinic), "black", None)[0].first_session) == (3, 4, 5)


# --- visits -------------------------------------------------------------------------------


def test_each_visit_has_its_own_work(rules: RuleSet) -> None:
    works = [visit_focus(number, 5, rules) for number in range(1, 6)]
    focus = rules.technique.focus
    assert works == [focus[name].say for name in ("first", "second", "middle", "middle", "last")]
    assert len(set(works)) == 4


def test_the_last_visit_evens_out_however_many_there_are(rules: RuleSet) -> None:
    for count in (3, 4, 5, 6):
        assert visit_focus(count, count, rules).startswith("Even out")
        assert visit_focus(1, count, rules).startswith("Draw the area")
        assert visit_focus(2, count, rules).startswith("Match the shade")


def test_the_steps_of_a_visit_begin_with_what_it_begins_with(rules: RuleSet) -> None:
    first, second, middle, last = (visit_steps(number, 4, rules) for number in (1, 2, 3, 4))
    assert first[0].startswith("Go over your health answers")
    assert second == middle
    assert second[0].startswith("Check that the skin is closed")
    assert last[0] == second[0]
    assert any("Stop once it is enough" in step for step in last)
    assert isinstance(first, tuple)


def test_what_is_only_looked_up_has_its_sources(rules: RuleSet) -> None:
    assert set(rules.technique.facts) == {"depth", "needle", "dot_size", "placement"}
