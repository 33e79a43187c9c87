"""What a clinic says of itself: who prepared the plan, whom to call, its colour and its logo."""

from __future__ import annotations

from base64 import b64encode
from typing import Literal, NamedTuple


class ClinicContact(NamedTuple):
    """Whom a patient calls: in opening hours, and out of them."""

    in_hours: str
    out_of_hours: str


class ClinicProfile(NamedTuple):
    """What a clinic states of itself beside its name; `colour` is `#rrggbb`, and can be read on white."""

    prepared_by: str | None = None
    contact: ClinicContact | None = None
    colour: str | None = None


class Logo(NamedTuple):
    """A clinic's logo as its file holds it: a drawing of shapes alone, or a picture of dots."""

    kind: Literal["svg", "png"]
    data: bytes

    @property
    def address(self) -> str:
        """The whole of it as the address of a picture in HTML; nothing is asked of anybody for it."""
        kind = "svg+xml" if self.kind == "svg" else "png"
        return f"data:image/{kind};base64,{b64encode(self.data).decode()}"
