"""How many sessions, and how low and high come about.

Base 3, one for each driver, 3 to 6 in all. A visit takes dots / 3,500 + 0.5 hours, the first 0.5
more, between 1 and 5 hours; the hand may place 1,400 to 7,000 dots an hour.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smp_planner.domain.intake import GOALS, TRAITS, AreaAnswer, Intake, Measured, Scar, Skin
from smp_planner.planner.sessions.plan import VisitCourse
from smp_planner.planner.sessions.session_count import session_counter
from smp_planner.rules.load import load_rules
from smp_planner.rules.ruleset import RuleSet
from tests.drawn_people import patients, some
from tests.edited_rules import edited_rules
from tests.packaged_rules import packaged_rules
from tests.people import adult
from tests.planner.sessions.courses import LINE_SCAR, NONE, D, Ends, course, ends, measured, planned

# --- how many -----------------------------------------------------------------------------


def test_simple_work_takes_three_sessions_and_perhaps_one_more(rules: RuleSet) -> None:
    count = planned(rules).count
    assert ends(count) == (3, 3, 4)
    assert count.unit == "sessions"


def test_where_the_slowest_pace_takes_more_visits_than_there_may_be_the_count_says_so(rules: RuleSet) -> None:
    """Page and paper read "3 visits (may be 3 to 4)", and far below "The slowest takes 5 visits"."""
    # 120 + 27.4 cm2 are 22,110 dots: a third of them at 1,400 an hour are 5.3 hours
    found = planned(rules)
    assert found.count.note == "Slowest pace in our sources: 5 visits of up to 5 hours."
    assert not any("slowest" in note for note in found.notes)
    # 43,429 dots are 31.0 hours, and 0.5 to draw the area: 4.5 of the 5 hours are for that
    more = planned(rules, area=measured(250)).count
    assert more.note == "Slowest pace in our sources: 8 visits or more of up to 5 hours."
    assert planned(rules, area=measured(40)).count.note is None


@pytest.mark.parametrize(
    ("answers", "count"),
    [
        ({"area": AreaAnswer(norwood="VI")}, 4),
        ({"area": measured(170)}, 4),  # 170 + 32.6 = 202.6 is over 200
        ({"area": measured(167)}, 3),  # 167 + 32.3 = 199.3 is not
        ({"area": AreaAnswer(scars=(LINE_SCAR,))}, 4),
        ({"goals": ("scar_camouflage",)}, 5),  # a scar of the usual size, and with it over 200 cm2
        ({"goals": ("alopecia_cover",)}, 4),
        ({"skin": Skin(tone="III", traits=("thick", "sensitive", "dry_flaky"))}, 4),
        ({"density": "dense"}, 4),
        ({"density": 194}, 3),
        ({"area": AreaAnswer(zones=("whole_scalp",))}, 6),  # large, whole scalp, and one for its hours
        ({"area": AreaAnswer(zones=("whole_scalp",)), "density": "soft"}, 5),
        ({"goals": ("alopecia_cover", "scar_camouflage"), "density": "dense"}, 6),
        (
            {
                "goals": ("alopecia_cover", "scar_camouflage"),
                "density": "dense",
                "area": AreaAnswer(norwood="VI"),
            },
            6,
        ),
    ],
)
def test_each_driver_adds_one_session_up_to_six(
    rules: RuleSet, answers: dict[str, object], count: int
) -> None:
    assert planned(rules, **answers).count.typical == count


def test_oily_skin_adds_no_session_but_a_softer_density_is_suggested(rules: RuleSet) -> None:
    oily = planned(rules, skin=Skin(tone="III", traits=("oily",)))
    assert ends(oily.count) == (3, 3, 4)
    assert any("Ask for a softer density" in note for note in oily.notes)
    assert not any("softer" in note for note in planned(rules).notes)


def test_a_visit_over_five_hours_adds_a_session(rules: RuleSet) -> None:
    # four sessions hold 4 hours x 3,500 / 0.27 = 51,852 dots, the first visit being the longest:
    # 302 + 43.4 = 345.4 cm2 are 51,817 dots, 303 + 43.5 = 346.5 cm2 are 51,978
    assert planned(rules, area=measured(302)).count.typical == 4
    longer = planned(rules, area=measured(303))
    assert longer.count.typical == 5
    assert "Added so that no visit is longer than 5 hours: 1." in longer.notes
    assert not any("Added" in note for note in planned(rules, area=measured(302)).notes)


@pytest.mark.parametrize(
    ("dots", "count", "for_hours"),
    [
        (39375, 3, 0),  # 40 % in 4.5 hours of dots: exactly five hours
        (39376, 4, 1),
        (51851, 4, 1),  # 27 % in 4 hours at the first visit
        (51852, 5, 2),
        (70000, 5, 2),
        (70001, 6, 3),
        (500000, 6, 3),
    ],
)
def test_five_hours_are_still_one_visit(rules: RuleSet, dots: int, count: int, for_hours: int) -> None:
    case = session_counter(rules, 0).case(D(dots), NONE)
    assert (case.count, case.for_hours) == (count, for_hours)


def test_unknown_names_add_nothing(rules: RuleSet) -> None:
    assert session_counter(rules, 0).case(D(1000), frozenset({"oily", "fair_skin"})).count == 3


def test_a_visit_stays_too_long_where_there_is_no_room_and_says_so(rules: RuleSet) -> None:
    full = planned(rules, area=AreaAnswer(zones=("whole_scalp",)), density="dense")
    # 97,500 dots: 18 % are 5.01 hours of dots, 6.01 with the rest
    assert ends(full.count) == (6, 6, 6)
    assert full.visits[0].hours.typical == D("6.25")
    assert full.visits[0].hours.high == D("6.25")
    # 6.25, 5.5 and twice 5.25 hours are longer than 5, so a slower hand has no most; 4.5 and 4.75 are not
    assert [visit.or_more for visit in full.visits] == [True, True, True, True, False, False]
    assert full.no_room == full.notes[0]
    assert full.notes == (
        "Visits are longer than 5 hours, and 6 visits are the most we plan. "
        "Talk with your practitioner about how to spread the work.",
        "We count with the usual pace. A visit beyond this plan comes at the price for one more. "
        "Ask how many dots your practitioner places in an hour.",
    )
    # 97,500 / 1,400 are 69.6 hours, 0.5 more to draw the area; 4.5 of the 5 hours are for that
    assert full.count.note == "Slowest pace in our sources: 16 visits or more of up to 5 hours."


def test_why_a_visit_that_no_other_can_shorten_has_no_most(rules: RuleSet) -> None:
    _, steps = course(rules, adult(area=AreaAnswer(zones=("whole_scalp",)), density="dense"))
    open_ended = "a slower hand takes longer still, or more visits, and we give no most."
    assert steps["sessions.items.1.hours"].because.endswith(open_ended)
    assert open_ended not in steps["sessions.items.5.hours"].because
    usual, _ = course(rules, adult())
    assert usual.no_room is None
    assert not any(visit.or_more for visit in usual.visits)


def test_sessions_added_in_vain_are_not_said_to_keep_visits_short(rules: RuleSet) -> None:
    # 3, one for the area and one for the look: five; six sessions hold 4 x 3,500 / 0.18 = 77,777 dots at most
    intake = adult(area=measured(640), density="dense")
    found, steps = course(rules, intake)
    assert found.count.typical == 6
    assert not any("Added" in note for note in found.notes)
    assert found.notes[0].startswith("Visits are longer than 5 hours")
    because = steps["sessions.count"].because
    assert "Added to keep visits short, as far as there is room: 1. No course has more than 6." in because
    assert "longer than" not in because


@pytest.mark.parametrize(("extra", "count"), [(1, (4, 4, 5)), (2, (5, 5, 6)), (3, (6, 6, 6)), (9, (6, 6, 6))])
def test_extra_sessions_go_on_top_as_far_as_there_is_room(rules: RuleSet, extra: int, count: Ends) -> None:
    found = planned(rules, extra)
    assert ends(found.count) == count
    assert len(found.visits) == count[1]
    assert not any("Added" in note for note in found.notes)


# --- low and high -------------------------------------------------------------------------


def test_a_smaller_area_may_need_a_session_less(rules: RuleSet) -> None:
    # top: 200 + 35.4 is large, 130 + 28.5 is not
    top = planned(rules, area=AreaAnswer(zones=("front", "midscalp", "crown")))
    assert ends(top.count) == (3, 4, 5)


def test_an_area_of_just_the_limit_is_not_large(rules: RuleSet) -> None:
    # the top again, 158.5 at least, and a scar of 5 x 8.3 = 41.5 with its margin: 200.0
    area = AreaAnswer(zones=("front", "midscalp", "crown"), scars=(Scar(length_cm=1, width_cm=D("4.3")),))
    assert ends(planned(rules, area=area).count) == (4, 5, 6)


def test_a_late_stage_stays_large_at_its_low_end(rules: RuleSet) -> None:
    # 120 + 27.4 = 147.4 is no more than 200, but the stage itself counts
    assert ends(planned(rules, area=AreaAnswer(norwood="VI")).count) == (4, 4, 5)


def test_a_larger_area_may_need_more_than_one_session_more(rules: RuleSet) -> None:
    # nothing known: 500 cm2 are 75,000 dots, alopecia and a large area 5, and one for the hours;
    # one small zone of 31 cm2 is alopecia alone
    unknown = planned(rules, goals=("alopecia_cover",), area=AreaAnswer())
    assert ends(unknown.count) == (4, 6, 6)
    # Norwood VII: 280 + 41.8 = 321.8 are 48,274 dots; 400 + 50 = 450 are 67,500, over five hours
    assert ends(planned(rules, area=AreaAnswer(norwood="VII")).count) == (4, 4, 5)
    # with one for alopecia and up to 195 dots: 62,753 at the typical area are still five visits
    dense = planned(rules, goals=("alopecia_cover",), area=AreaAnswer(norwood="VII"), density=None)
    assert ends(dense.count) == (5, 5, 6)


def test_a_question_left_open_may_add_a_session(tmp_path: Path) -> None:
    # without the one more that many need, the open question alone is seen
    quiet = edited_rules(tmp_path, "sessions.yaml", "on top, value: 1", "on top, value: 0")
    exact = measured(100)
    assert ends(planned(quiet, area=exact).count) == (3, 3, 3)
    assert ends(planned(quiet, area=exact, skin=Skin(tone="III")).count) == (3, 3, 4)
    assert ends(planned(quiet, area=exact, skin=Skin(tone=None, traits=())).count) == (3, 3, 3)
    assert ends(planned(quiet, area=exact, density=None).count) == (3, 3, 4)
    assert ends(planned(quiet, area=exact, density="dense").count) == (4, 4, 4)
    assert ends(planned(quiet, area=AreaAnswer(norwood="VI"), density=None).count) == (4, 4, 5)


# --- steps --------------------------------------------------------------------------------


def test_each_figure_has_a_step(rules: RuleSet) -> None:
    planned, steps = course(rules, adult())
    assert (steps["sessions.count"].value, steps["sessions.chair_hours"].value) == (
        planned.count, planned.chair_hours,
    )  # fmt: skip
    assert steps["sessions.chair_hours"].because == rules.sessions.notes["chair_hours"].say
    assert steps["dots.per_session"].because == rules.sessions.notes["dots_by_visit"].say
    assert steps["sessions.items.2.dots"].value == planned.visits[1].dots
    assert list(steps) == [
        "sessions.count",
        "sessions.chair_hours",
        "sessions.further_hours",
        "dots.per_session",
        *(f"sessions.items.{n}.{what}" for n in (1, 2, 3) for what in ("dots", "hours", "share_after")),
    ]
    assert all(step.rules for step in steps.values())
    assert steps["dots.per_session"].uses == ("dots.total", "sessions.count")
    assert steps["sessions.chair_hours"].uses == ("dots.total", "sessions.count")
    assert steps["dots.per_session"].value == "7631 10175 7631"
    assert steps["sessions.items.2.dots"].because == "40% of all dots are placed at this visit."
    assert [reading.id for reading in steps["sessions.items.2.dots"].rules] == [
        "sessions.shares.of_3.visit_2"
    ]
    assert steps["sessions.items.2.dots"].uses == ("dots.total",)
    assert steps["sessions.items.2.hours"].uses == ("sessions.items.2.dots",)
    assert steps["sessions.items.2.share_after"].value == D("0.7")
    assert "draw the area" in steps["sessions.items.1.hours"].because
    assert "draw the area" not in steps["sessions.items.2.hours"].because
    pace = [
        "sessions.dots_per_hour",
        "sessions.set_up_hours",
        "technique.break_minutes",
        "sessions.mapping_hours",
        "sessions.shortest_visit_hours",
        "sessions.visit_hours",
    ]
    assert [reading.id for reading in steps["sessions.chair_hours"].rules] == pace
    assert [reading.id for reading in steps["sessions.items.1.hours"].rules] == pace


def test_the_count_says_what_was_added(rules: RuleSet) -> None:
    assert course(rules, adult())[1]["sessions.count"].because == "A course starts with 3 visits."
    _, steps = course(rules, adult(area=AreaAnswer(norwood="VI", scars=(LINE_SCAR,)), density="dense"))
    count = steps["sessions.count"]
    assert count.because == (
        "A course starts with 3 visits. Added on top: A large area; "
        "Scar tissue in the area; A dense look. No course has more than 6."
    )
    assert [reading.id for reading in count.rules[:5]] == [
        "sessions.count",
        "sessions.add.large_area",
        "sessions.add.scar_tissue",
        "sessions.add.dense_look",
        "sessions.likely_extra",
    ]
    assert count.uses == ("area.cm2", "dots.total")


def test_the_count_says_when_hours_added_a_session(rules: RuleSet) -> None:
    _, steps = course(rules, adult(area=measured(303)))
    assert steps["sessions.count"].because.endswith("Added so that no visit is longer than 5 hours: 1.")


def test_the_rule_says_where_most_clinics_differ(rules: RuleSet) -> None:
    assert rules.sessions.count.differs is not None
    assert "most clinics publish {published} visits" in rules.sessions.count.differs.lower()
    assert rules.sessions.count.published == [2, 4]


# --- clinics ------------------------------------------------------------------------------


def test_a_clinic_with_shorter_visits_plans_more_of_them(tmp_path: Path) -> None:
    clinic = tmp_path / "clinic.yaml"
    clinic.write_text(
        "name: A clinic\n"
        "overrides:\n"
        "  sessions.visit_hours: {value: 3, reason: Our chairs, sources: [our-judgement]}\n"
        "  sessions.dots_per_hour: {value: 1400, reason: Our hands, sources: [our-judgement]}\n"
    )
    found = planned(load_rules(clinic=clinic))
    assert ends(found.count) == (6, 6, 6)  # 15,354 dots at least: 20 % are 2.19 hours, 3.19 at first
    assert found.visits[0].hours.typical == found.visits[0].hours.high


# --- what must always hold ----------------------------------------------------------------


people = st.fixed_dictionaries(
    {
        "goals": some(GOALS, least=1),
        "traits": st.none() | some(TRAITS),
        "scars": st.sampled_from([(), (LINE_SCAR,)]),
        "kept": st.none() | st.integers(0, 10).map(lambda n: D(n) / 10),
    }
)


@settings(max_examples=150, deadline=None)
@given(people, st.integers(1, 600), st.integers(0, 60), st.integers(50, 200), st.integers(0, 30))
def test_more_area_or_density_never_lowers_sessions_hours_or_dots(
    rules: RuleSet, who: dict[str, object], cm2: int, more_cm2: int, density: int, more_density: int
) -> None:
    def of(bare: int, per_cm2: int) -> VisitCourse:
        area = AreaAnswer(measured=Measured(cm2=bare), scars=who["scars"])  # pyright: ignore[reportArgumentType]
        skin = Skin(tone="III", traits=who["traits"])  # pyright: ignore[reportArgumentType]
        return planned(
            rules,
            goals=who["goals"],
            area=area,
            skin=skin,
            kept_hair=who["kept"],
            density=per_cm2,
        )

    small, large = of(cm2, density), of(cm2 + more_cm2, min(density + more_density, 200))
    assert large.count.typical >= small.count.typical
    assert large.chair_hours.typical >= small.chair_hours.typical
    dots = [sum(visit.dots.typical for visit in found.visits) for found in (small, large)]
    assert dots[1] >= dots[0]


@settings(max_examples=100, deadline=None)
@given(patients, st.integers(0, 2))
def test_a_course_keeps_its_limits_and_its_sums(intake: Intake, extra: int) -> None:
    found, _ = course(packaged_rules(), intake, extra)
    assert 3 <= found.count.low <= found.count.typical <= found.count.high <= 6
    assert found.count.high >= min(found.count.typical + 1, 6)
    assert len(found.visits) == found.count.typical
    assert sum(visit.hours.typical for visit in found.visits) == found.chair_hours.typical
    for hours in (found.chair_hours, *(visit.hours for visit in found.visits)):
        assert 1 <= hours.low <= hours.typical <= hours.high
        assert (hours.note is not None) == (hours.high > D("3.5") * hours.low)
    for visit in found.visits:
        assert visit.hours.high <= max(5, visit.hours.typical)
    assert [visit.share_after for visit in found.visits][-1] == 1
