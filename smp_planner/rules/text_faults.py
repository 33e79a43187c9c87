"""Say why a text is not readable YAML, in plain words and at its place."""

from __future__ import annotations

from collections.abc import Mapping

import yaml
from yaml.reader import Reader, ReaderError

from smp_planner.errors import Place, Problem

_SPACES = "indent with spaces, and quote text that begins with a sign"
_HINTS: Mapping[str, str] = {
    "mapping values are not allowed in this context": "put quotes around text that holds ': '",
    "found character that cannot start any token": _SPACES,
    "found a tab character that violates indentation": _SPACES,
    "found a tab character where an indentation space is expected": _SPACES,
    "found unexpected end of stream": "a quote is opened and not closed",
    "found invalid Unicode character escape code": "this is half of a character; write the character itself",
    "did not find expected ',' or ']'": "a list that begins with [ is not closed, or lacks a comma",
    "did not find expected ',' or '}'": "a table that begins with { is not closed, or lacks a comma",
    "did not find expected key": "check quotes, and that the lines of a table begin in one column",
    "could not find expected ':'": "a key needs ': ' after it",
}


def text_problem(fault: Exception, text: str, file: str) -> Problem:
    """What kept the parser from reading a text: `fault` is PyYAML's, or the encoder's."""
    if isinstance(fault, ReaderError):
        line, column = _first_odd_character(text)
        message, reason = "holds a character that YAML does not allow", ""
    else:
        mark = getattr(fault, "problem_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        reason = getattr(fault, "problem", None) or "holds characters that can't be read"
        message = f"is not readable YAML: {reason}"
    assert isinstance(fault, (yaml.YAMLError, UnicodeEncodeError))
    return Problem(
        place=Place(file, line, column), key="", message=message, code="R102", hint=_HINTS.get(reason, "")
    )


def _first_odd_character(text: str) -> tuple[int, int]:
    odd = Reader.NON_PRINTABLE.search(text)
    before = text[: odd.start()] if odd else ""
    return before.count("\n") + 1, len(before) - before.rfind("\n")
