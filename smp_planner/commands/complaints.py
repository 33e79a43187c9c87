"""Problems go to standard error, all at once and in words."""

from __future__ import annotations

import sys
from contextlib import suppress


def complain(what: object) -> None:
    """Write problems to standard error, if there is one."""
    if sys.stderr is not None:
        with suppress(OSError):
            sys.stderr.write(f"{what}\n".encode(errors="backslashreplace").decode())
            sys.stderr.flush()
