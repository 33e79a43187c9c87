"""The plan file: somebody's answers and the rules they were planned with, to save and open again.

It holds no result. Whoever opens it plans anew, by the rules that hold then.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from json.encoder import encode_basestring as quoted

from smp_planner.domain.intake import Intake
from smp_planner.domain.saved_rules import SavedRules
from smp_planner.exports.plan_answers import answers_of
from smp_planner.exports.record import as_json, number_text

KIND, VERSION = "smp-plan-answers", 1
FILE_NAME = "my-answers.json"  # says nothing of the person, nor of the matter
# What a reader of YAML takes for a line's end, or refuses, unless it is written by its number.
_BY_NUMBER = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


def to_plan_file(intake: Intake, rules: SavedRules | None = None) -> str:
    """The answers that were given and the rules of now, as JSON: UTF-8 text, one newline at the end.

    The answers are those of an intake file; a name is among them only where one was typed. The rules stand
    a figure to a line. The same answers and rules give the same text.
    """
    return _file(as_json(answers_of(intake)), rules)


def rules_alone(rules: SavedRules) -> str:
    """A plan file that holds no answer: the rules of now, for answers that are kept elsewhere."""
    return _file("{}", rules)


def _file(answers: str, rules: SavedRules | None) -> str:
    parts = [f'"kind": "{KIND}"', f'"version": {VERSION}', f'"answers": {_deeper(answers)}']
    if rules is not None:
        parts.append(f'"rules": {_deeper(_table(_rules(rules)))}')
    return _BY_NUMBER.sub(lambda odd: f"\\u{ord(odd[0]):04x}", _table(parts)) + "\n"


def _table(parts: list[str]) -> str:
    inside = ",\n  ".join(parts)
    return f"{{\n  {inside}\n}}"


def _deeper(text: str) -> str:
    return text.strip().replace("\n", "\n  ")


def _rules(rules: SavedRules) -> list[str]:
    """Which rules they were, then each figure and each mark of an instruction's words."""
    head: dict[str, str | None] = {
        "edition": rules.edition,
        "fingerprint": rules.fingerprint,
        "clinic": rules.clinic,
        "region": rules.region,
        "language": rules.language,
    }
    closed = (
        *rules.closed_days,
        *(day.isoformat() for day in rules.closed_dates),
        *(f"{first}/{last}" for first, last in rules.closed_spans),
        *rules.closed_yearly,
    )
    opening = [] if rules.opening is None else [f'"opening": {as_json(rules.opening)}']
    # without a clinic there is no price list, and nothing to say of one
    prices = [] if rules.clinic is None or rules.prices is None else [f'"prices": {as_json(rules.prices)}']
    return [
        *(f"{quoted(key)}: {quoted(text)}" for key, text in head.items() if text is not None),
        f'"closed": [{", ".join(map(quoted, closed))}]',
        *map(_deeper, (*opening, *prices)),
        f'"figures": {_deeper(_table(list(_figures(rules))))}',
        f'"words": {_deeper(_table(list(_marks(rules.words))))}',
    ]


def _figures(rules: SavedRules) -> Iterator[str]:
    for id_, figures in rules.figures.items():
        yield f"{quoted(id_)}: [{', '.join(number_text(Decimal(number)) for number in figures)}]"


def _marks(words: Mapping[str, str]) -> Iterator[str]:
    for id_, mark in words.items():
        yield f"{quoted(id_)}: {quoted(mark)}"
