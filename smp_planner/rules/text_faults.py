"""Say why a text is not readable YAML, in plain words and at its place."""

from __future__ import annotations

import re
from collections.abc import Mapping

import yaml
from yaml.reader import Reader, ReaderError

from smp_planner.errors import Place, Problem
from smp_planner.language.texts import N_, _

_SPACES = N_("indent with spaces, and quote text that begins with a sign")
_UNREADABLE = N_("holds characters that can't be read")
_OPEN_TABLE = "did not find expected ',' or '}'"  # a brace would be a place to fill in
_OPEN_LIST = "did not find expected ',' or ']'"
_OPENS, _CLOSES = ("{", ",", "[", ":"), ("}", "]")
_WORD = re.compile(r"[^ ,}\]]{0,40}")
_OPEN_TABLE_TOLD = N_("did not find expected ',' or '{closing}'")
# What PyYAML says, and what may help.
_HINTS: Mapping[str, str] = {
    N_("mapping values are not allowed in this context"): N_("put quotes around text that holds ': '"),
    N_("found character that cannot start any token"): _SPACES,
    N_("found a tab character that violates indentation"): _SPACES,
    N_("found a tab character where an indentation space is expected"): _SPACES,
    N_("found unexpected end of stream"): N_("a quote is opened and not closed"),
    N_("found invalid Unicode character escape code"): N_(
        "this is half of a character; write the character itself"
    ),
    N_("did not find expected ',' or ']'"): N_("a list that begins with [ is not closed, or lacks a comma"),
    _OPEN_TABLE: N_("a table that begins with {opening} is not closed, or lacks a comma"),
    N_("did not find expected key"): N_("check quotes, and that the lines of a table begin in one column"),
    N_("could not find expected ':'"): N_("a key needs ': ' after it"),
}


def text_problem(fault: Exception, text: str, file: str) -> Problem:
    """What kept the parser from reading a text: `fault` is PyYAML's, or the encoder's."""
    if isinstance(fault, ReaderError):
        line, column = _first_odd_character(text)
        message, reason = _("holds a character that YAML does not allow"), ""
    else:
        mark = getattr(fault, "problem_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        reason = getattr(fault, "problem", None) or _UNREADABLE
        told = _(_OPEN_TABLE_TOLD, closing="}") if reason == _OPEN_TABLE else _(reason)
        message = _("is not readable YAML: {reason}", reason=told)
        if reason in (_OPEN_TABLE, _OPEN_LIST) and (lost := _bare_hash(text, file, line)):
            return lost
    assert isinstance(fault, (yaml.YAMLError, UnicodeEncodeError))
    hint = _(_HINTS.get(reason, ""), opening="{")
    return Problem(place=Place(file, line, column), key="", message=message, code="R102", hint=hint)


def _bare_hash(text: str, file: str, line: int) -> Problem | None:
    """That the last bare # above a line takes a closing bracket with it."""
    lines = text.split("\n")[: line - 1]
    for number in range(len(lines), 0, -1):
        before, sign, after = lines[number - 1].partition("#")
        if sign and before.rstrip(" ").endswith(_OPENS) and any(bracket in after for bracket in _CLOSES):
            word = _WORD.match(after)
            assert word is not None, "it may be empty"
            message = _("what follows a bare # is a remark, so the bracket before it is never closed")
            hint = _("put it in quotes: {quoted}", quoted=f'"#{word[0]}"')
            return Problem(Place(file, number, len(before) + 1), "", message, "R102", hint)
    return None


def _first_odd_character(text: str) -> tuple[int, int]:
    odd = Reader.NON_PRINTABLE.search(text)
    before = text[: odd.start()] if odd else ""
    return before.count("\n") + 1, len(before) - before.rfind("\n")
