"""Tell a wrong shape in the reader's words: what was found, what was expected, and where."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import cast

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from smp_planner.domain.words import joined
from smp_planner.errors import Problem, did_you_mean
from smp_planner.language.texts import N_, _
from smp_planner.rules.figures import SAYS_SOMETHING
from smp_planner.rules.model_keys import belongs_at, keys_at
from smp_planner.rules.shape_hints import example_hint, list_hint, number_hint, pair_hint, table_hint
from smp_planner.rules.source_map import Path, SourceMap, as_list, as_table

LONGEST_LIST, LONGEST_TABLE = 12, 5
CLOSE = 0.61  # how alike one of a few words has to be: 'fifth' is not 'first'

_A_LIST, _A_TABLE = N_("a list"), N_("a table of keys")
_WORDS: Mapping[str, str] = {
    "int_type": N_("a whole number"),
    "is_instance_of": N_("a number"),
    "decimal_type": N_("a number"),
    "string_type": N_("text"),
    "bool_type": N_("true or false"),
    "list_type": _A_LIST,
    "dict_type": _A_TABLE,
    "model_type": _A_TABLE,
    "date_type": N_("a date like 2027-01-31"),
    "string_pattern_mismatch": N_("a web address that begins with http:// or https://"),
}
NUMBERS = frozenset(("decimal_type", "is_instance_of"))  # with or without a fraction
_COUNTED: Mapping[str, str] = {
    "too_short": N_("should hold at least {min_length}, holds {actual_length}"),
    "too_long": N_("should hold at most {max_length}, holds {actual_length}"),
    "string_too_short": N_("is empty; text is needed"),
    "string_too_long": N_("is longer than {max_length} characters"),
}


def shape_problems(
    fault: ValidationError, found: SourceMap, model: type[BaseModel], code: str = "R2"
) -> list[Problem]:
    """One problem for each place that has the wrong shape, however many branches were tried."""
    by_path: dict[Path, list[ErrorDetails]] = {}
    for error in _of_best_shapes(fault.errors(include_url=False), found.value):
        by_path.setdefault(_real_path(error, found.value), []).append(error)
    around = {path[:length] for path in by_path for length in range(len(path))}
    return [
        _problem(path, errors, found, model, code)
        for path, errors in by_path.items()
        if path not in around or _is_of_its_own(errors)
    ]


def _of_best_shapes(errors: list[ErrorDetails], value: object) -> list[ErrorDetails]:
    """The errors less those of a shape that fits worse than another one tried at the same place.

    The fewer keys a shape doesn't know or misses, the better it fits what was written.
    """
    shapes = [_shape_of(error, value) for error in errors]
    misfits: dict[Path, Counter[str]] = {}
    for error, shape in zip(errors, shapes, strict=True):
        if shape is not None:
            place, name, depth = shape
            misfits.setdefault(place, Counter())[name] += depth == 1 and _is_of_its_own([error])
    return [
        error
        for error, shape in zip(errors, shapes, strict=True)
        if shape is None or misfits[shape[0]][shape[1]] == min(misfits[shape[0]].values())
    ]


def _shape_of(error: ErrorDetails, value: object) -> tuple[Path, str, int] | None:
    """The place of the first choice between shapes on the way to an error inside one of them.

    With the name of the shape that was tried, and how deep in it the error lies.
    """
    path: Path = ()
    parts = error["loc"]
    for index, part in enumerate(parts[:-1]):
        value, outer = entered(value, part), value
        if value is MISSING:
            inside = as_table(outer) is not None
            return (path, str(part), len(parts) - index - 1) if inside else None
        path = (*path, part)
    return None


def apart_from(known: Iterable[Problem], others: Iterable[Problem]) -> list[Problem]:
    """The other problems, less those at, in or around a key that has a problem already."""
    spots = _outermost(sorted(map(_spot, known)))
    return [other for other in others if not _is_near(_spot(other), spots)]


def _spot(problem: Problem) -> tuple[str, ...]:
    return problem.place.file, *problem.key.split(".")


def _outermost(spots: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Spots in their order, less those that are in another: these stand right behind it."""
    kept: list[tuple[str, ...]] = []
    for spot in spots:
        if not kept or not _begins(spot, kept[-1]):
            kept.append(spot)
    return kept


def _is_near(spot: tuple[str, ...], spots: list[tuple[str, ...]]) -> bool:
    """Whether a spot is one of the outermost spots, in one or around one; only its neighbours can tell."""
    after = bisect_right(spots, spot)
    inside = after > 0 and _begins(spot, spots[after - 1])
    return inside or (after < len(spots) and _begins(spots[after], spot))


def _begins(spot: tuple[str, ...], outer: tuple[str, ...]) -> bool:
    return spot[: len(outer)] == outer


def _real_path(error: ErrorDetails, value: object) -> Path:
    """The error's path without the names of the branches that were tried."""
    path: list[str | int] = []
    parts = error["loc"]
    for index, part in enumerate(parts):
        inner = entered(value, part)
        if inner is not MISSING:
            value = inner
        elif not (index == len(parts) - 1 and error["type"] == "missing"):
            continue
        path.append(part)
    return tuple(path)


MISSING = object()


def entered(value: object, step: str | int, missing: object = MISSING) -> object:
    """What a table or list holds at one key or index, or `missing`."""
    items, table = as_list(value), as_table(value)
    if items is not None:
        return items[step] if isinstance(step, int) and step < len(items) else missing
    return missing if table is None else table.get(cast(str, step), missing)


def _is_of_its_own(errors: list[ErrorDetails]) -> bool:
    """Whether these are no branch of a choice, whose other branch may tell more, deeper down."""
    return any(error["type"] in ("missing", "extra_forbidden") for error in errors)


def _problem(
    path: Path, errors: list[ErrorDetails], found: SourceMap, model: type[BaseModel], code: str
) -> Problem:
    error = errors[0]
    if error["type"] == "missing":
        message, number, hint = _("is required but missing"), "01", example_hint(path[-1])
    elif error["type"] == "extra_forbidden":
        known = keys_at(model, path[:-1])
        message, number, hint = _("is not a key we know here"), "02", key_hint(str(path[-1]), known)
    else:
        message, number, hint = _expected(errors), "03", _hint(path, errors, model)
    return Problem(
        place=found.place(path), key=found.key(path), message=message, code=code + number, hint=hint
    )


def key_hint(word: str, known: Iterable[str]) -> str:
    """The closest known key, or all of them where they are few."""
    known = list(known)
    few = 0 < len(known) <= LONGEST_LIST
    return did_you_mean(word, known) or (_("keys known here: {keys}", keys=", ".join(known)) if few else "")


def _choices(error: ErrorDetails) -> list[str]:
    """The words or numbers of which one should have been written, words in their quotes."""
    expected = str(error.get("ctx", {}).get("expected", "")).replace(" or ", ", ")
    return [word.strip() for word in expected.split(",")]


def _hint(path: Path, errors: list[ErrorDetails], model: type[BaseModel]) -> str:
    """How it should have been written, where that can be told from what was found."""
    kinds, found = [error["type"] for error in errors], errors[0]["input"]
    if "list_type" in kinds:
        return list_hint(found) if belongs_at(model, (*path, 0), found) else pair_hint(found)
    if "model_type" in kinds and path and isinstance(path[-1], str):
        known = keys_at(model, path)
        return table_hint(path[-1], known) if 0 < len(known) <= LONGEST_TABLE else ""
    if "int_type" in kinds:
        return number_hint(found, whole=not NUMBERS.intersection(kinds))
    return _choice_hint(errors[0])


def _choice_hint(error: ErrorDetails) -> str:
    if error["type"] != "literal_error":
        return ""
    choices, found = [choice.strip("'") for choice in _choices(error)], str(error["input"])
    if choices[0].isdigit():
        return number_hint(error["input"], whole=True) if found in choices else ""
    begun = [choice for choice in choices if found.startswith(choice)]  # thursday: thu
    close = did_you_mean(begun[0] if begun else found, choices, alike=CLOSE)
    if close or len(choices) <= LONGEST_LIST:
        return close
    return _("`{command}` lists them", command="python -m smp_planner schema rules")


def _expected(errors: list[ErrorDetails]) -> str:
    for error in errors:
        if error.get("ctx", {}).get("pattern") == SAYS_SOMETHING:
            return _("should say something; found only spaces")
        if error["type"] in _COUNTED:
            return _(_COUNTED[error["type"]], **error.get("ctx", {}))
    wanted = _(" or ").join(dict.fromkeys(_wanted(errors)))
    return _("should be {wanted}; found {found}", wanted=wanted, found=described(errors[0]["input"]))


def _wanted(errors: list[ErrorDetails]) -> list[str]:
    kinds = [error["type"] for error in errors]
    if NUMBERS.intersection(kinds):
        errors = [error for error in errors if error["type"] != "int_type"]
    return [
        _one_of(error)
        if error["type"] == "literal_error"
        else _(_WORDS[error["type"]])
        if error["type"] in _WORDS
        else error["msg"].lower()  # no file of answers comes to this
        for error in errors
    ]


def _one_of(error: ErrorDetails) -> str:
    choices = _choices(error)
    if len(choices) > LONGEST_LIST:
        return _("one of the {count} words known here", count=len(choices))
    return joined(choices, comma=", ", last=_(" or "))


def described(value: object) -> str:
    """A found value in words: its kind, and itself where it is short."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, Decimal, date)):
        return str(value)
    if isinstance(value, str):
        return f"'{value if len(value) <= 40 else value[:37] + '...'}'"
    if isinstance(value, dict):
        return _(_A_TABLE)
    return _(_A_LIST) if isinstance(value, list) else _("nothing")
