"""Where results go: the terminal, or a file that is either written whole or left as it was."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from smp_planner.commands.arguments import CallError


def give(result: str | bytes, target: str | None) -> None:
    """Write a result to a file, or to standard output where there is none; text as UTF-8.

    Raises CallError where that can't be done, and BrokenPipeError where nobody reads on.
    """
    if isinstance(result, str):
        result = result.encode(errors="backslashreplace")  # a file's odd name may stand in the text
    if target is None or target == "-":
        _to_terminal(result)
    else:
        _to_file(result, target)


def is_terminal(target: str | None) -> bool:
    """Whether a result for this target would show on a screen, which takes text alone."""
    return target in (None, "-") and sys.stdout is not None and sys.stdout.isatty()


def _to_terminal(result: bytes) -> None:
    if sys.stdout is None:
        raise CallError("standard output is closed")
    try:
        sys.stdout.buffer.write(result)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _silence()
        raise
    except OSError as problem:
        _silence()
        raise CallError(f"standard output can't be written: {problem.strerror}") from None


def _silence() -> None:
    """Keep Python from writing what is left to a closed pipe when it ends."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _to_file(result: bytes, target: str) -> None:
    try:
        path = Path(os.path.realpath(target))
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(result)  # a device or a pipe: nothing to replace
        else:
            _replace(path, result)
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or "not a path of a file"
        raise CallError(f"{target}: can't be written: {reason}") from None


def _replace(path: Path, result: bytes) -> None:
    """Write beside the file, then take its place in one move."""
    if path.is_dir():
        raise IsADirectoryError(0, "it is a folder")
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o666
    beside = path.with_name(f".smp-plan-{os.getpid()}.part")
    try:
        with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as file:
            file.write(result)
        beside.replace(path)
    except OSError:
        with suppress(OSError):
            beside.unlink()
        raise
