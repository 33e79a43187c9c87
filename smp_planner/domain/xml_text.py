"""The characters that no XML can hold, so neither a drawing nor a spreadsheet."""

from __future__ import annotations

import re

NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Control characters but for tab and line ends, halves of characters, and two that are none."""
