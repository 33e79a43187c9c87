"""The log: one line for each thing that happened to the server, and nothing that anybody typed.

Our own lines hold no answer. Of what others log (Streamlit, the server, Python) warnings and worse are kept:
who says it, from where, and the sentence as it stands in their code, without what was filled in. That may be
an address with its query, or an answer.
"""

from __future__ import annotations

import json
import logging
import os
import sys
import threading
import time
from linecache import getlines
from typing import cast

from smp_planner.faults import told_fault

OURS = "smp_planner"
# Uvicorn says it of each connection that was refused as it should be.
_NO_FAULT = "ASGI callable returned without completing handshake."
_log = logging.getLogger(__name__)


def keep_log(form: str) -> None:
    """Bring all loggers of this process under one roof, those that come later too. `form`: json or text."""
    line = logging.StreamHandler()
    line.setFormatter(_JsonLine() if form == "json" else _TextLine())
    line.addFilter(_is_told)
    root = logging.getLogger()
    root.handlers[:] = [line]
    root.setLevel(logging.INFO)
    logging.setLoggerClass(_Housed)
    for name in list(logging.root.manager.loggerDict):
        _house(logging.getLogger(name))
    logging.captureWarnings(True)
    sys.unraisablehook = lambda raised: _tell(raised.exc_value)
    threading.excepthook = lambda raised: _tell(raised.exc_value)


def _tell(fault: BaseException | None) -> None:
    if fault is not None:
        _log.error("%s", told_fault(fault))


def _is_ours(name: str) -> bool:
    return name.partition(".")[0] == OURS


def _is_told(record: logging.LogRecord) -> bool:
    is_bad = record.levelno >= logging.WARNING and record.msg != _NO_FAULT
    return is_bad or _is_ours(record.name)


def _house(logger: logging.Logger) -> None:
    logger.handlers.clear()
    logger.propagate = True


class _Housed(logging.Logger):
    """A logger that takes no handler of its own: Streamlit gives one to each of its loggers."""

    def addHandler(self, hdlr: logging.Handler) -> None:  # noqa: ARG002, N802 - as logging names it
        """Let the one roof do instead."""
        _house(self)


def _facts(record: logging.LogRecord) -> dict[str, str]:
    at = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
    facts = {"at": f"{at}.{record.msecs:03.0f}Z", "level": record.levelname.lower(), "from": record.name}
    if _is_ours(record.name):
        facts["said"] = record.getMessage()
    else:
        facts["where"] = f"{record.module}:{record.lineno}"
        facts["said"] = _sentence(record)
    if record.exc_info and record.exc_info[1]:
        facts["fault"] = told_fault(record.exc_info[1])
    return {name: fact for name, fact in facts.items() if fact}


def _sentence(record: logging.LogRecord) -> str:
    """What somebody else's line says of itself; nothing where that was filled in before it came here."""
    said = cast(object, record.msg)
    if isinstance(said, OSError) and said.errno:
        return f"{type(said).__name__}: {os.strerror(said.errno)}"
    if not isinstance(said, str):
        return ""
    stands_in_code = json.dumps(said) in "".join(getlines(record.pathname))
    return said if record.args or stands_in_code else ""


class _JsonLine(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        """One JSON object."""
        return json.dumps(_facts(record))


class _TextLine(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        """The same as words."""
        return " ".join(_facts(record).values())
