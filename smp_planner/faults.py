"""What a log may know of a fault: its kind and where it happened. Its message may quote an answer."""

from __future__ import annotations

from pathlib import Path
from traceback import extract_tb

MOST_PLACES = 12  # the innermost
PARTS_OF_PATH = 3


def told_fault(fault: BaseException, *, places: int = MOST_PLACES) -> str:
    """Kind and places in one line, innermost last: `ValueError: smp_planner/views/shell.py:41 in draw`."""
    found = [
        f"{'/'.join(Path(frame.filename).parts[-PARTS_OF_PATH:])}:{frame.lineno} in {frame.name}"
        for frame in extract_tb(fault.__traceback__)[-places:]
    ]
    return f"{type(fault).__name__}: {' > '.join(found) or 'nowhere'}"
