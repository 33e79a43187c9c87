"""What a measure was taken on, so that figures of two machines are not taken for a change."""

from __future__ import annotations

import os
import platform
import re
from pathlib import Path

CPUINFO = Path("/proc/cpuinfo")
NOT_TOLD = "model not told"


def machine() -> str:
    """Python and the machine, in a line."""
    kind = f"{platform.machine()}, {os.cpu_count()} processors, {processor()}"
    return f"Python {platform.python_version()}, {kind}"


def processor(told: Path = CPUINFO) -> str:
    """The model of the processor: as Linux tells it in a file, else as the platform does, if it does."""
    text = told.read_text(encoding="utf-8") if told.exists() else ""
    named = re.search(r"^model name\s*:\s*(\S.*)$", text, re.MULTILINE)
    return named[1] if named else platform.processor() or NOT_TOLD
