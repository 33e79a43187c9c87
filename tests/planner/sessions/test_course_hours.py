"""How long the visits are, each and in all.

A visit takes dots / 3,500 + 0.5 hours, the first 0.5 more, between 1 and 5 hours; the hand may place
1,400 to 7,000 dots an hour.
"""

from __future__ import annotations

import pytest

from smp_planner.domain.intake import AreaAnswer
from smp_planner.exports.steps import Steps
from smp_planner.exports.visit_words import further_hours_told
from smp_planner.planner.sessions.course_hours import CourseHours, course_hours
from smp_planner.planner.sessions.session_count import Case, session_counter
from smp_planner.planner.sessions.visit_hours import in_quarters
from smp_planner.rules.ruleset import RuleSet
from tests.people import ADULT, adult, plan_of
from tests.planner.sessions.courses import LINE_SCAR, D, ends, measured, planned


def test_hours_follow_from_the_dots_of_a_visit(rules: RuleSet) -> None:
    # 25,437 dots: 30 % are 2.18 hours + 1 -> 3.25; 40 % 2.91 + 0.5 -> 3.5; 30 % 2.18 + 0.5 -> 2.75
    visits = planned(rules).visits
    assert [visit.hours.typical for visit in visits] == [D("3.25"), D("3.5"), D("2.75")]
    assert [visit.dots.typical for visit in visits] == [7631, 10175, 7631]
    assert [visit.share_after for visit in visits] == [D("0.3"), D("0.7"), 1]
    assert {visit.hours.unit for visit in visits} == {"hours"}


def test_a_quick_hand_gives_the_low_hours_and_a_slow_one_stops_at_the_longest(rules: RuleSet) -> None:
    # at 7,000 an hour: 1.09 + 1, 1.45 + 0.5, 1.09 + 0.5, so 2.09, 4.04 and 5.63 after each, to the quarter
    # below 2, 4 and 5.5; at 1,400: over five hours each
    found = planned(rules)
    assert [visit.hours.low for visit in found.visits] == [2, 2, D("1.5")]
    assert [visit.hours.high for visit in found.visits] == [5, 5, 5]
    assert found.notes == (rules.sessions.notes["beyond_plan"].say,)
    # with one visit more the fifth is one that may be anyhow
    longer = planned(rules, 1).notes
    assert "We count with the usual pace. The slowest takes 5 visits of up to 5 hours." in longer


@pytest.mark.parametrize(
    "area",
    [
        *(AreaAnswer(norwood=stage) for stage in ("II", "IV", "V", "VII")),
        *(AreaAnswer(ludwig=stage) for stage in ("I", "III")),
        measured(60),
        measured(250),
    ],
    ids=str,
)
def test_the_low_hours_of_the_visits_add_up_to_the_low_hours_in_all(rules: RuleSet, area: AreaAnswer) -> None:
    found = planned(rules, area=area)
    assert sum(visit.hours.low for visit in found.visits) == found.chair_hours.low
    assert all(visit.hours.low <= visit.hours.typical <= visit.hours.high for visit in found.visits)


def test_where_fewer_visits_may_do_it_is_said_that_low_hours_are_no_sum(rules: RuleSet) -> None:
    unknown = planned(rules, area=AreaAnswer())
    assert unknown.count.low < unknown.count.typical
    no_sum = rules.sessions.notes["low_hours_no_sum"].say
    sums = {
        found.chair_hours.low == sum(visit.hours.low for visit in found.visits): no_sum in found.notes
        for found in (unknown, planned(rules))
    }
    assert sums == {False: True, True: False}


def test_the_why_of_all_hours_says_that_their_ends_need_be_no_sum(rules: RuleSet) -> None:
    said = rules.sessions.notes["chair_hours"].say
    assert "So they need not be what the ends of each visit add up to." in said


def test_visits_at_the_slowest_pace_are_counted_as_long_as_there_is_room(rules: RuleSet) -> None:
    # five visits of 20 % hold 5 x 4 x 1,400 = 28,000 dots at 1,400 an hour; six of 18 % at most 31,111
    counter = session_counter(rules, 0)
    needed = {dots: counter.at_slowest(Case(dots=D(dots), count=3, for_hours=0)) for dots in (28000, 28001)}
    assert needed == {28000: 5, 28001: 6}
    # six full visits would hold 37,100 dots: spread as they are, six do not hold 35,000 either
    least = {dots: counter.at_slowest(Case(dots=D(dots), count=5, for_hours=0)) for dots in (35000, 44000)}
    assert least == {35000: 7, 44000: 8}


def test_a_small_area_has_no_visit_under_an_hour(rules: RuleSet) -> None:
    # 3,702 dots: 0.32 + 1 -> 1.5; 0.42 + 0.5 and 0.32 + 0.5 are raised to 1
    found = planned(rules, area=AreaAnswer(norwood="II"))
    assert [ends(visit.hours) for visit in found.visits] == [
        (1, D("1.5"), 2),
        (1, 1, D("1.5")),
        (1, 1, D("1.25")),
    ]  # at the high end as much as in all: 2 + 1.5 + 1.25
    assert found.chair_hours.high == D("4.75")
    assert found.notes == ()


def test_the_area_moves_the_hours_where_it_does_more_than_the_hand(rules: RuleSet) -> None:
    # Norwood I with a line scar: 4,230 dots, but up to 17.9 cm2 more of edge: 6,915 dots
    area = AreaAnswer(norwood="I", scars=(LINE_SCAR,))
    narrow = planned(rules, area=AreaAnswer(scars=(LINE_SCAR,)), kept_hair=D("0.5"))
    wide = planned(rules, area=area, kept_hair=D("0.5"))
    assert wide.chair_hours.typical == narrow.chair_hours.typical
    assert wide.chair_hours.high >= narrow.chair_hours.high


def test_hours_in_all_are_the_visits_and_are_not_cut(rules: RuleSet) -> None:
    # 25,437 / 3,500 + 2 = 9.27; at 7,000: 5.63; at 1,400: 20.17
    hours = planned(rules).chair_hours
    assert ends(hours) == (D("5.5"), D("9.5"), D("20.25"))
    assert hours.unit == "hours"
    assert hours.note is not None
    assert hours.note.startswith("How many dots a practitioner places")


def test_one_more_visit_takes_its_set_up(rules: RuleSet) -> None:
    # soft and thinned to a quarter on 10 cm2: 448 dots, 1 + 1 + 1.04 hours; with a fourth visit 4.03
    found = planned(rules, area=measured(10), density="soft", kept_hair=1)
    assert ends(found.chair_hours) == (3, D("3.25"), D("4.25"))


def test_half_the_hair_kept_lowers_the_hours(rules: RuleSet) -> None:
    # a quick hand saves more than hair does on a large area, hair more than a slow hand costs nowhere
    known, unknown = planned(rules), planned(rules, kept_hair=None)
    assert unknown.chair_hours.typical == known.chair_hours.typical
    assert unknown.chair_hours.low <= known.chair_hours.low


def test_an_area_known_to_the_centimetre_still_has_a_range_of_hands(rules: RuleSet) -> None:
    # 100 + 25 cm2 are 18,750 dots: 5.36 + 2 -> 7.5; 2.68 + 2 -> 4.5; 13.39 + 2 -> 15.5
    assert ends(planned(rules, area=measured(100)).chair_hours) == (D("4.5"), D("7.5"), D("15.5"))


def hours_of(rules: RuleSet, dots: int, *others: int) -> CourseHours:
    """The hours of a course of three visits beside others of three."""
    counter = session_counter(rules, 0)
    cases = [Case(dots=D(some), count=3, for_hours=0) for some in (dots, *others)]
    return course_hours(counter, cases[0], tuple(cases[1:]), cases[0])


def test_a_visit_of_just_the_longest_is_neither_over_nor_cut(rules: RuleSet) -> None:
    # 40 % of 39,375 dots at 3,500 an hour, and of 15,750 at 1,400, are 4.5 hours and 5 in all
    assert not hours_of(rules, 39375).over
    assert hours_of(rules, 39376).over
    assert hours_of(rules, 39376).cut  # a slower hand would take longer still
    assert not hours_of(rules, 15750).cut


def test_one_visit_over_the_longest_is_enough_to_be_cut(rules: RuleSet) -> None:
    # of 15,757 dots 30 % are 3.38 hours, 4.38 at first; only the 40 % pass five hours
    hours = hours_of(rules, 15757)
    assert hours.cut
    assert [visit.high for visit in hours.of_each] == [D("4.5"), 5, 4]


def test_fewer_or_more_dots_move_the_hours_beyond_a_quick_or_slow_hand(rules: RuleSet) -> None:
    # 7,000 dots: at 7,000 an hour 0.3 + 1, at 1,400 1.5 + 1; 700 dots: 0.06 + 1; 35,000 dots: 3 + 1
    hours = hours_of(rules, 7000, 10000, 35000, 700, 1400)
    assert ends(hours.of_each[0]) == (1, D("1.75"), 4)
    assert ends(hours.in_all) == (3, 4, 12)
    assert ends(hours_of(rules, 7000).in_all) == (D("3.25"), 4, 7)


def test_quarters_are_rounded_up_over_the_whole_course() -> None:
    # 3.18 -> 3.25; 6.59 -> 6.75; 9.27 -> 9.5
    hours = (D("3.18"), D("3.41"), D("2.68"))
    assert in_quarters(hours) == (D("3.25"), D("3.5"), D("2.75"))
    # 4.1 -> 4.25; 8.2 -> 8.25: no more than the sum asks for
    assert in_quarters((D("4.1"), D("4.1"))) == (D("4.25"), D("4.00"))
    assert in_quarters((D("1.25"), D(1))) == (D("1.25"), D("1.00"))


@pytest.mark.parametrize(
    "area",
    [
        *(AreaAnswer(norwood=stage) for stage in ("II", "III", "IV", "V", "VII")),
        *(AreaAnswer(ludwig=stage) for stage in ("I", "III")),
        AreaAnswer(),
        measured(60),
        measured(250),
    ],
    ids=str,
)
def test_high_hours_of_the_visits_and_those_told_for_further_ones_are_the_high_hours_in_all(
    rules: RuleSet, area: AreaAnswer
) -> None:
    found = planned(rules, area=area)
    further = found.chair_hours.high - sum(visit.hours.high for visit in found.visits)
    assert further == found.further_hours >= 0


def test_the_why_says_how_many_of_the_most_hours_are_for_further_visits(rules: RuleSet) -> None:
    # three visits of at most 5 hours are 15 of 20.25
    plan = plan_of(ADULT, rules)
    assert plan.sessions.further_hours == D("5.25")
    because = Steps.of(plan.trace).at("sessions.further_hours").because
    told = (
        "Of the most hours in all, 20.25 hours, the visits planned here hold all but 5.25 hours. Those go "
        "into further visits, if they are needed."
    )
    assert because == told
    assert further_hours_told(plan.sessions) == (
        "At the most, 20.25 hours in all: 5.25 hours of it in further visits, if needed."
    )
    small = plan_of(adult(area=AreaAnswer(norwood="II")), rules)
    assert small.sessions.further_hours is None
    assert further_hours_told(small.sessions) == ""
