"""Leaving parts out of a file's values without losing where the others stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from smp_planner.answering.kept import all_of, as_path, without
from smp_planner.errors import Place, Problem
from smp_planner.rules.narrow_yaml import read
from smp_planner.rules.source_map import Path, SourceMap

TEXT = """a: 1
b: [drop, 2, drop, 3]
c:
  d: drop
  e: [{f: drop, g: 4}, drop, {g: 5}]
h: [drop]
"""


def found(text: str = TEXT) -> SourceMap:
    answers = read(text, "file")
    assert not answers.problems
    return answers


def dropped(path: Path, value: object) -> bool:
    return value == "drop"


KEPT = without(all_of(found()), dropped)


def test_everything_is_kept_unless_it_is_left_out() -> None:
    whole = all_of(found())
    assert whole.value == found().value
    assert whole.path(("c", "e", 2, "g")) == ("c", "e", 2, "g")


def test_parts_are_left_out_wherever_they_stand() -> None:
    assert KEPT.value == {"a": 1, "b": [2, 3], "c": {"e": [{"g": 4}, {"g": 5}]}}


def test_a_list_of_which_nothing_is_kept_is_left_out_an_empty_one_stays() -> None:
    assert without(all_of(found("a: [drop]\nb: []\n")), dropped).value == {"b": []}


def test_the_whole_file_is_never_left_out() -> None:
    assert without(all_of(found("a: drop\n")), lambda *_: True).value == {}


def test_what_is_kept_is_found_where_it_stands_in_the_file() -> None:
    assert KEPT.path(("b", 0)) == ("b", 1)
    assert KEPT.path(("b", 1)) == ("b", 3)
    assert KEPT.path(("c", "e", 1, "g")) == ("c", "e", 2, "g")
    assert KEPT.path(("a",)) == ("a",)
    assert KEPT.place(("b", 1)) == Place("file", 2, 20)


def test_leaving_out_twice_still_leads_to_the_file() -> None:
    again = without(KEPT, lambda _, value: value == 2)
    assert again.value == {"a": 1, "b": [3], "c": {"e": [{"g": 4}, {"g": 5}]}}
    assert again.path(("b", 0)) == ("b", 3)


def test_a_problem_with_a_kept_part_is_told_of_the_file() -> None:
    problem = Problem(place=Place("answers", 1, 1), key="c.e.1.g", message="is wrong", code="I1", hint="")
    told = KEPT.located(problem)
    assert (told.key, told.place) == ("c.e.2.g", found().place(("c", "e", 2, "g")))
    assert (told.message, told.code) == ("is wrong", "I1")


def test_the_nearest_part_that_is_there_stands_for_one_that_is_not() -> None:
    assert KEPT.nearest("c.e.1.g") == ("c", "e", 1, "g")
    assert KEPT.nearest("c.e.1.x.y") == ("c", "e", 1)
    assert KEPT.nearest("c.e.9") == ("c", "e")
    assert KEPT.nearest("x.y") == ()


def test_the_kept_values_are_a_source_map_of_their_own() -> None:
    assert KEPT.map().value == KEPT.value
    assert KEPT.map().file == "file"


def test_a_dotted_key_is_a_path_numbers_are_places_in_lists_alone() -> None:
    assert as_path("b.1", {"b": [2, 3]}) == ("b", 1)
    assert as_path("b.1", {"b": {"1": 2}}) == ("b", "1")
    assert as_path("b.1.c", {}) == ("b", "1", "c")
    assert as_path("", {"a": 1}) == ()


def test_a_key_that_holds_dots_is_one_step() -> None:
    assert as_path("a.b.c", {"a.b": {"c": 1}}) == ("a.b", "c")
    assert as_path("a.b.c", {"a.b": {"c": 1}, "a": {"b": 2}}) == ("a.b", "c")
    assert as_path("..a", {"": {"": {"a": 1}}}) == ("", "", "a")
    assert as_path("", {"": 1}) == ("",)


values = st.recursive(
    st.integers(0, 9) | st.just("drop"),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from("abcd"), inner, max_size=4),
    max_leaves=20,
)


@given(st.dictionaries(st.sampled_from("abcd"), values))
def test_every_kept_part_is_what_the_file_holds_at_its_path(value: dict[str, object]) -> None:
    kept = without(all_of(SourceMap("file", value)), dropped)  # pyright: ignore[reportArgumentType]
    for path, part in leaves(kept.value):
        assert part != "drop"
        assert at(value, kept.path(path)) == part


def leaves(value: object, path: Path = ()) -> list[tuple[Path, object]]:
    if isinstance(value, dict):
        return [leaf for key, inner in value.items() for leaf in leaves(inner, (*path, key))]
    if isinstance(value, list):
        return [leaf for place, inner in enumerate(value) for leaf in leaves(inner, (*path, place))]
    return [(path, value)]


def at(value: object, path: Path) -> object:
    for step in path:
        value = value[step]  # pyright: ignore[reportIndexIssue, reportCallIssue, reportArgumentType]
    return value
