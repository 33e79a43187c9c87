"""The search for dates gives exactly what trying every course of visits gives."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from hypothesis import assume, event, given, settings
from hypothesis import strategies as st

from smp_planner.planner.appointments.day_search import (
    Blocked,
    Found,
    Room,
    Search,
    choose_days,
    earliest_last,
    find_days,
    first_start,
    kept_clear,
    latest_first,
    room_to_move,
    stuck_at,
)
from smp_planner.planner.appointments.day_sets import between
from smp_planner.planner.appointments.nearest_days import Gap

DAYS = 24
thorough = settings(max_examples=300, deadline=None)


# --- brute force: every course there is, compared one by one --------------------------------


class Rank(NamedTuple):
    """The order of preference as one tuple: the smallest is preferred."""

    away: int
    clashes: int
    worst: int
    far: bool
    off_by: int
    last: int
    days: tuple[int, ...]


def courses(search: Search, start: tuple[int, ...] = ()) -> Iterator[tuple[int, ...]]:
    """Every row of visits on open days with all gaps inside their limits."""
    if len(start) > len(search.gaps):
        yield start
        return
    nexts = range(search.first_by + 1)
    if start:
        gap = search.gaps[len(start) - 1]
        nexts = range(start[-1] + gap.shortest, start[-1] + gap.longest + 1)
    days = search.of_each(search.open_days)[len(start)]
    for day in nexts:
        if days >> day & 1:
            yield from courses(search, (*start, day))


def clashes(search: Search, days: tuple[int, ...]) -> tuple[int, ...]:
    """The positions of the events that some visit clashes with."""
    return tuple(n for n, e in enumerate(search.events) if any(e.first <= day <= e.last for day in days))


def worst(search: Search, days: tuple[int, ...]) -> tuple[int, ...]:
    """The positions of the events on one of whose worst days some visit is."""
    return tuple(
        n
        for n, e in enumerate(search.events)
        if any(e.first <= day <= e.last and e.worst >> day & 1 for day in days)
    )


def away(search: Search, days: tuple[int, ...]) -> tuple[int, ...]:
    """The positions of the events on one of whose days away some visit is."""
    return tuple(
        n
        for n, e in enumerate(search.events)
        if any(e.first <= day <= e.last and e.away >> day & 1 for day in days)
    )


def given_up(search: Search, days: tuple[int, ...]) -> tuple[frozenset[int], ...]:
    """The events that some days give up: on the days away, wholly, and at their worst."""
    return tuple(frozenset(which(search, days)) for which in (away, clashes, worst))


def no_worse(search: Search, days: tuple[int, ...], found: Found) -> bool:
    """Whether some days give up nothing that the found ones don't."""
    theirs = frozenset(found.away), frozenset(found.clashes), frozenset(found.worst)
    return all(mine <= own for mine, own in zip(given_up(search, days), theirs, strict=True))


def rank(search: Search, days: tuple[int, ...], near: int = DAYS) -> Rank:
    gaps = (later - sooner for sooner, later in pairwise(days))
    off_by = sum(abs(gap - wanted.recommended) for gap, wanted in zip(gaps, search.gaps, strict=True))
    return Rank(*map(len, given_up(search, days)), days[0] > near, off_by, days[-1], days)


# --- searches -------------------------------------------------------------------------------


@st.composite
def gaps(draw: st.DrawFn) -> Gap:
    shortest, recommended, longest = sorted(draw(st.tuples(*[st.integers(1, 8)] * 3)))
    return Gap(shortest=shortest, recommended=recommended, longest=longest)


runs = st.tuples(st.integers(0, DAYS), st.integers(0, DAYS)).map(lambda ends: between(min(ends), max(ends)))


@st.composite
def events(draw: st.DrawFn) -> Blocked:
    first = draw(st.integers(-4, DAYS))
    last = first + draw(st.integers(0, 10) | st.just(3 * DAYS))
    some = st.just(0) | st.integers(0, 2**DAYS - 1) | runs
    return Blocked(first=first, last=last, worst=draw(some), away=draw(some))


@st.composite
def drawn_searches(draw: st.DrawFn) -> Search:
    """A search; in some, each visit has days of its own that are long enough for it."""
    own = st.integers(0, 2**DAYS - 1) | st.just(2**DAYS - 1)
    between_visits = tuple(draw(st.lists(gaps(), max_size=3)))
    visits = len(between_visits) + 1
    return Search(
        open_days=draw(own),
        first_by=draw(st.integers(0, DAYS)),
        gaps=between_visits,
        events=tuple(draw(st.lists(events(), max_size=4))),
        holds=tuple(draw(st.just([]) | st.lists(own, min_size=visits, max_size=visits))),
    )


searches = drawn_searches()


@given(search=searches)
@thorough
def test_no_other_course_comes_before_the_one_found(search: Search) -> None:
    ranks = [rank(search, days) for days in courses(search)]
    assume(ranks)
    found = find_days(search)
    given_up = len(found.away), len(found.clashes), len(found.worst)
    assert Rank(*given_up, False, found.off_by, found.last, found.days) == min(ranks)
    assert found.clashes == clashes(search, found.days)
    assert found.worst == worst(search, found.days)
    assert found.away == away(search, found.days)
    event(f"{len(found.clashes)} clashes, {len(found.worst)} at their worst, {len(found.away)} away")


@given(search=searches, within=st.integers(0, DAYS))
@thorough
def test_a_first_visit_is_near_the_first_possible_day_unless_that_spares_an_event(
    search: Search, within: int
) -> None:
    everything = list(courses(search))
    found = choose_days(search, within=within)
    assert (found is None) == (everything == [])
    assert first_start(search) == min((days[0] for days in everything), default=None)
    if found is not None:
        near = min(days[0] for days in everything) + within
        assert rank(search, found.days, near) == min(rank(search, days, near) for days in everything)


@given(search=searches, within=st.integers(0, DAYS))
@thorough
def test_a_visit_may_move_exactly_as_far_as_courses_without_new_clashes_reach(
    search: Search, within: int
) -> None:
    found = choose_days(search, within=within)
    assume(found is not None)
    assert found is not None
    allowed = [days for days in courses(search) if no_worse(search, days, found)]
    by = max(min(days[0] for days in allowed) + within, found.days[0])
    allowed = [days for days in allowed if days[0] <= by]
    rooms = [Room(earliest=min(days), latest=max(days)) for days in zip(*allowed, strict=True)]
    assert list(room_to_move(search, found, within=within)) == rooms


@given(search=searches, within=st.integers(0, DAYS))
@thorough
def test_the_earliest_last_visit_is_the_earliest_of_all_courses_without_new_clashes(
    search: Search, within: int
) -> None:
    found = choose_days(search, within=within)
    assume(found is not None)
    assert found is not None
    assert earliest_last(search, found) == min(
        days[-1] for days in courses(search) if no_worse(search, days, found)
    )


@given(search=searches)
@thorough
def test_what_is_kept_clear_is_where_another_course_would_clash_anew(search: Search) -> None:
    assume(list(courses(search)))
    found = find_days(search)
    for number, (kept, blocked) in enumerate(zip(kept_clear(search, found), search.events, strict=True)):
        for day in range(DAYS):
            one = Search(open_days=0, first_by=0, gaps=(), events=(blocked,))
            anew = (
                (clashes(one, (day,)) and number not in found.clashes)
                or (worst(one, (day,)) and number not in found.worst)
                or (away(one, (day,)) and number not in found.away)
            )
            assert bool(kept >> day & 1) == bool(anew)


@given(search=searches, last_by=st.integers(-2, DAYS))
@thorough
def test_the_latest_first_visit_is_the_latest_of_all_courses_that_end_in_time(
    search: Search, last_by: int
) -> None:
    anywhere = search._replace(first_by=DAYS)
    firsts = [days[0] for days in courses(anywhere) if days[-1] <= last_by]
    assert latest_first(search, last_by=last_by) == max(firsts, default=None)


@given(search=searches)
@thorough
def test_the_search_is_stuck_at_the_first_visit_for_which_no_course_is_long_enough(search: Search) -> None:
    def possible(visits: int) -> bool:
        part = search._replace(gaps=search.gaps[: visits - 1])
        return any(True for _ in courses(part))

    visits = range(1, len(search.gaps) + 2)
    assert stuck_at(search) == next((number for number in visits if not possible(number)), 0)


# --- single cases, derived by hand ----------------------------------------------------------

WEEK = Gap(shortest=7, recommended=10, longest=90)


def on(*days: int) -> int:
    """The set of these days."""
    return sum(1 << day for day in days)


def test_open_days_and_no_events_give_the_recommended_gaps_from_the_first_day() -> None:
    search = Search(open_days=2**200 - 1, first_by=100, gaps=(WEEK, WEEK))
    assert find_days(search) == Found(off_by=0, last=20, days=(0, 10, 20), clashes=())


def test_the_longest_gap_is_allowed_and_a_day_more_is_not() -> None:
    assert find_days(Search(open_days=on(0, 90), first_by=0, gaps=(WEEK,))) == Found(
        off_by=80, last=90, days=(0, 90), clashes=()
    )
    assert choose_days(Search(open_days=on(0, 91), first_by=0, gaps=(WEEK,)), within=9) is None


def test_the_shortest_gap_is_allowed_and_a_day_less_is_not() -> None:
    assert find_days(Search(open_days=on(0, 7), first_by=0, gaps=(WEEK,))) == Found(
        off_by=3, last=7, days=(0, 7), clashes=()
    )
    assert choose_days(Search(open_days=on(0, 6), first_by=0, gaps=(WEEK,)), within=9) is None


def test_a_gap_as_recommended_comes_before_an_early_finish() -> None:
    # 0 -> 9 is 1 day off and ends on day 9; 40 -> 50 is as recommended
    search = Search(open_days=on(0, 9, 40, 50), first_by=60, gaps=(WEEK,))
    assert find_days(search) == Found(off_by=0, last=50, days=(40, 50), clashes=())


def test_of_gaps_equally_far_off_the_earlier_finish_is_taken() -> None:
    # 0 -> 11 and 3 -> 12 are both 1 day off
    search = Search(open_days=on(0, 3, 11, 12), first_by=3, gaps=(WEEK,))
    assert find_days(search) == Found(off_by=1, last=11, days=(0, 11), clashes=())


def test_of_courses_with_the_same_finish_the_earlier_first_visit_is_taken() -> None:
    # 0 -> 12 and 4 -> 12 are both 2 days off
    search = Search(open_days=on(0, 4, 12), first_by=4, gaps=(WEEK,))
    assert find_days(search) == Found(off_by=2, last=12, days=(0, 12), clashes=())


def test_of_courses_level_in_sum_and_finish_the_earlier_visits_are_taken() -> None:
    # 0 -> 9 -> 20 and 0 -> 11 -> 20 are both 2 days off and end on day 20
    search = Search(open_days=on(0, 9, 11, 20), first_by=0, gaps=(WEEK, WEEK))
    assert find_days(search) == Found(off_by=2, last=20, days=(0, 9, 20), clashes=())


def test_the_first_visit_shifts_behind_an_event_rather_than_clash_with_it() -> None:
    search = Search(open_days=2**200 - 1, first_by=100, gaps=(WEEK,), events=(Blocked(first=0, last=29),))
    assert find_days(search) == Found(off_by=0, last=40, days=(30, 40), clashes=())


def test_a_gap_stretches_over_an_event_rather_than_clash_with_it() -> None:
    search = Search(open_days=2**200 - 1, first_by=0, gaps=(WEEK,), events=(Blocked(first=5, last=49),))
    assert find_days(search) == Found(off_by=40, last=50, days=(0, 50), clashes=())


def test_an_event_that_no_course_can_keep_clear_of_does_not_give_up_another_one() -> None:
    # the first event covers every day of the first visit; the second can be kept
    events = (Blocked(first=0, last=20), Blocked(first=0, last=4), Blocked(first=12, last=14))
    search = Search(open_days=2**60 - 1, first_by=20, gaps=(WEEK,), events=events)
    assert find_days(search) == Found(off_by=0, last=15, days=(5, 15), clashes=(0,))


def test_of_two_events_that_exclude_each_other_the_one_with_the_nearer_gaps_is_kept() -> None:
    # keep clear of the first: 0 -> 20 (10 days off); of the second: 0 -> 12 (2 days off)
    events = (Blocked(first=1, last=19), Blocked(first=13, last=60))
    search = Search(open_days=2**60 - 1 ^ on(7, 8, 9, 10, 11), first_by=0, gaps=(WEEK,), events=events)
    assert find_days(search) == Found(off_by=2, last=12, days=(0, 12), clashes=(0,))


def test_two_events_are_given_up_only_when_one_is_not_enough() -> None:
    events = (Blocked(first=0, last=60), Blocked(first=10, last=60), Blocked(first=50, last=60))
    search = Search(open_days=2**49 - 1, first_by=0, gaps=(WEEK, WEEK), events=events)
    assert find_days(search) == Found(off_by=0, last=20, days=(0, 10, 20), clashes=(0, 1))


def test_of_worst_days_of_which_no_two_can_be_spared_one_event_s_are() -> None:
    each_day = [between(0, 1), between(1, 2), 0b101]
    events = tuple(Blocked(first=0, last=2, worst=worst) for worst in each_day)
    search = Search(open_days=between(0, 2), first_by=2, gaps=(), events=events)
    found = find_days(search)
    assert found == Found(off_by=0, last=0, days=(0,), clashes=(0, 1, 2), worst=(0, 2))


def test_a_single_visit_takes_the_first_open_day() -> None:
    assert find_days(Search(open_days=on(3, 5), first_by=5, gaps=())) == Found(
        off_by=0, last=3, days=(3,), clashes=()
    )


def test_the_first_visit_may_be_on_the_last_day_accepted_and_no_later() -> None:
    assert choose_days(Search(open_days=on(3), first_by=3, gaps=()), within=9) is not None
    assert choose_days(Search(open_days=on(3), first_by=2, gaps=()), within=9) is None


def test_without_any_open_day_the_search_is_stuck_at_the_first_visit() -> None:
    search = Search(open_days=0, first_by=10, gaps=(WEEK,), events=(Blocked(first=0, last=3),))
    assert choose_days(search, within=10) is None
    assert stuck_at(search) == 1


# --- the worst days of an event that is given up ------------------------------------------------

FOR_GOOD = Blocked(first=0, last=300, worst=on(8, 9, 10))  # a wedding on day 10, and no way to be ready


def test_a_course_that_can_not_keep_an_event_moves_off_its_worst_days() -> None:
    # 0 -> 10 would be on the day; 1 -> 11 is the first that is as recommended and clear of days 8 to 10
    search = Search(open_days=2**200 - 1, first_by=100, gaps=(WEEK,), events=(FOR_GOOD,))
    assert find_days(search) == Found(off_by=0, last=11, days=(1, 11), clashes=(0,))


def test_gaps_give_way_to_the_worst_days() -> None:
    search = Search(open_days=2**200 - 1, first_by=0, gaps=(WEEK,), events=(FOR_GOOD,))
    assert find_days(search) == Found(off_by=1, last=11, days=(0, 11), clashes=(0,))


def test_where_even_the_worst_days_are_all_that_is_left_they_are_taken_and_told() -> None:
    search = Search(open_days=on(0, 9), first_by=0, gaps=(WEEK,), events=(FOR_GOOD,))
    assert find_days(search) == Found(off_by=1, last=9, days=(0, 9), clashes=(0,), worst=(0,))


def test_no_event_is_given_up_for_the_worst_days_of_another() -> None:
    # off days 8 to 10 the second visit would clash with the race
    race = Blocked(first=11, last=90)
    search = Search(open_days=2**60 - 1, first_by=0, gaps=(WEEK,), events=(FOR_GOOD, race))
    assert find_days(search) == Found(off_by=3, last=7, days=(0, 7), clashes=(0,))
    later = Search(open_days=2**60 - 1 ^ on(7), first_by=0, gaps=(WEEK,), events=(FOR_GOOD, race))
    assert find_days(later) == Found(off_by=0, last=10, days=(0, 10), clashes=(0,), worst=(0,))


def test_of_two_events_that_exclude_each_other_the_one_off_whose_worst_days_one_stays_is_given_up() -> None:
    # either one can be kept; without the first all days left are its worst, whatever the gaps
    wedding = Blocked(first=6, last=60, worst=on(10, 11))
    race = Blocked(first=0, last=5)
    days = on(0, 8, 18, 10, 20) | on(2)
    search = Search(open_days=days, first_by=10, gaps=(Gap(2, 10, 10),), events=(wedding, race))
    assert find_days(search) == Found(off_by=0, last=18, days=(8, 18), clashes=(0,))


def test_a_far_start_is_taken_where_it_alone_is_off_the_worst_days() -> None:
    search = Search(open_days=on(9, 40), first_by=50, gaps=(), events=(FOR_GOOD,))
    assert choose_days(search, within=5) == Found(off_by=0, last=40, days=(40,), clashes=(0,))
    other = Search(open_days=on(7, 40), first_by=50, gaps=(), events=(FOR_GOOD,))
    assert choose_days(other, within=5) == Found(off_by=0, last=7, days=(7,), clashes=(0,))


def test_a_visit_moves_on_to_no_worst_day_that_the_course_keeps_clear_of() -> None:
    search = Search(open_days=2**12 - 1, first_by=12, gaps=(), events=(FOR_GOOD,))
    found = find_days(search)
    assert room_to_move(search, found, within=10) == (Room(earliest=0, latest=7),)
    assert room_to_move(search, found, within=11) == (Room(earliest=0, latest=11),)


# --- the days on which a person is away ---------------------------------------------------------

TRIP = Blocked(
    first=0, last=90, away=on(*range(9, 13))
)  # a holiday from day 9 to 12, and no way to keep clear


def test_no_visit_is_on_a_day_away_where_another_is_left() -> None:
    # 0 -> 10 would be in the holiday; 3 -> 13 is the first that is as recommended and not in it
    search = Search(open_days=2**60 - 1, first_by=60, gaps=(WEEK,), events=(TRIP,))
    assert find_days(search) == Found(off_by=0, last=13, days=(3, 13), clashes=(0,))


def test_an_event_is_given_up_rather_than_a_day_away_is_taken() -> None:
    # only 0 -> 8 and 0 -> 10 are left: the first clashes with the race, the second is in the holiday
    race = Blocked(first=8, last=8)
    search = Search(open_days=on(0, 8, 10), first_by=0, gaps=(WEEK,), events=(TRIP, race))
    assert find_days(search) == Found(off_by=2, last=8, days=(0, 8), clashes=(0, 1))


def test_a_far_start_is_taken_where_it_alone_is_not_away() -> None:
    search = Search(open_days=on(9, 40), first_by=50, gaps=(), events=(TRIP,))
    assert choose_days(search, within=5) == Found(off_by=0, last=40, days=(40,), clashes=(0,))


def test_where_the_days_away_are_all_that_is_left_they_are_taken_and_told() -> None:
    search = Search(open_days=on(0, 9), first_by=0, gaps=(WEEK,), events=(TRIP,))
    assert find_days(search) == Found(off_by=1, last=9, days=(0, 9), clashes=(0,), away=(0,))


def test_a_visit_moves_on_to_no_day_away_that_the_course_leaves_free() -> None:
    search = Search(open_days=2**12 - 1, first_by=12, gaps=(), events=(TRIP,))
    assert room_to_move(search, find_days(search), within=11) == (Room(earliest=0, latest=8),)
