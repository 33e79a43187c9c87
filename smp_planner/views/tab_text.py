"""The answers as the text that the tab keeps, and back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date, time
from typing import Any, NamedTuple, cast

from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.state import UNKEPT

FORMAT = 4  # goes up when an answer gets another key or another kind of value
BUTTONS = {
    "back",
    "next",
    "skip",
    "other_way",
    "begin_anew",
    "forget",
    "keep",
    "keep_a",
    "back_to_a",
    "forget_a",
    "see_beside",
    "see_one_more",
    "crown_alone",
    "crown_in_stage",
    "see_one",
    "open_answers",
    "opened_seen",
    "save_answers",
    "link_make",
    "link_open",
    "link_keep",
    "link_read",
}
# How keys begin that the page has for itself, and what is kept nowhere.
NO_ANSWERS = (
    "$",
    "tab_",
    "to_step_",
    "turn",
    "scalp_map",
    "so_far",
    "picture_taps",
    "one_of_",
    "unsure_of_",
    "start_on_",
    "horizon",
    "whys",
    UNKEPT,
)
FOLDS = "fold_"


class Held(NamedTuple):
    """What a tab held: the answers, and whether the rules they were given to have changed since.

    Without answers and with `renewed` they were given to other questions. What is no text of ours, or not
    whole, is as nothing.
    """

    answers: Mapping[str, object]
    renewed: bool


def packed(state: Mapping[str, object], rules: RuleSet) -> str:
    """The answers as text: everything the session holds but its buttons and what moves the page."""
    kept = {key: to_json_value(state[key]) for key in sorted(state) if is_answer(key, state[key])}
    answers = json.dumps(kept)
    return f'{rules.kept(_head)}, "mark": "{_mark(answers)}", "answers": {answers}}}'


def _head(rules: RuleSet) -> str:
    """How the text of all answers to these rules begins."""
    head = {"format": FORMAT, "asked": rules.kept(_asked), "rules": rules.made_by}
    return json.dumps(head).removesuffix("}")


def region_in(held: str) -> object:
    """The region whose prices a text from the tab was planned with; None where it tells none."""
    try:
        return json.loads(held)["rules"][1]
    except (ValueError, TypeError, KeyError, IndexError, RecursionError):
        return None


def unpacked(held: str, rules: RuleSet) -> Held:
    """The answers of a text from the tab, where they fit the questions that are asked now."""
    try:
        found = json.loads(held)
        if (found["format"], found["asked"]) != (FORMAT, rules.kept(_asked)):
            return Held({}, renewed=True)
        if found["mark"] == _mark(json.dumps(found["answers"])):
            answers = {key: from_json_value(value) for key, value in found["answers"].items()}
            return Held(answers, renewed=found["rules"] != [*rules.made_by])
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        pass
    return Held({}, renewed=False)


def _mark(text: str) -> str:
    """A mark of a text as it was written: what was cut off or changed by another hand has another."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _asked(rules: RuleSet) -> str:
    """A mark of the questions, their choices and bounds: a changed price or sentence leaves it as it is."""
    intake = rules.intake
    bounds = {name: getattr(figure, "limits", figure) for name, figure in intake.accepted}
    choices = {name: list(names) for name, names in intake.choices.items()}
    criteria, concerns = list(rules.suitability.criteria), list(rules.matters.concerns)
    groups = {id_: group.ask for id_, group in rules.suitability.health_groups.items()}
    asked = (choices, bounds, criteria, groups, concerns, list(rules.density.looks.rows))
    return _mark(json.dumps(asked, default=str, sort_keys=True))


def is_answer(key: str, value: object) -> bool:
    """Whether what the session holds under a key was answered: no button, nothing of the page itself."""
    if key in BUTTONS or key.startswith(NO_ANSWERS) or key.endswith(("_drop", "_add", "_right")):
        return False
    if key.startswith(FOLDS):  # of another kind, by hand alone, it would spoil each page that it is told to
        return isinstance(value, bool)
    return isinstance(value, (str, int, float, date, time, list, tuple, dict, type(None)))


def to_json_value(value: Any) -> Any:
    """A value in what JSON knows; a day, a time and a mapping say what they are."""
    if isinstance(value, (date, time)):
        return {type(value).__name__: value.isoformat()}
    if isinstance(value, dict):
        return {"dict": {key: to_json_value(inner) for key, inner in cast("dict[str, Any]", value).items()}}
    if isinstance(value, (list, tuple)):
        return [to_json_value(inner) for inner in cast("list[Any]", value)]
    return value


def from_json_value(value: Any) -> Any:
    """The value again. Raises ValueError, TypeError, KeyError or AttributeError where it is none of ours."""
    if isinstance(value, list):
        return [from_json_value(inner) for inner in cast("list[Any]", value)]
    if not isinstance(value, dict):
        return value
    [(kind, inner)] = cast("dict[str, Any]", value).items()
    if kind == "dict":
        return {key: from_json_value(one) for key, one in inner.items()}
    return {"date": date, "time": time}[kind].fromisoformat(inner)
