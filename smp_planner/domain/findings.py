"""What the health answers bring up: stop, wait, ask a doctor, know."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

DOCTOR_SAID_NO, DOTS_ALONE = "doctor_said_no", "dot_scars_alone"
"""The stops that are a doctor's no, and that nothing but dots of an earlier FUE was told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing the health answers bring up, in plain words."""

    id: str
    say: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """A wait: until which day (None: the date isn't known), and why."""

    id: str
    say: str
    until: date | None
    why: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Suitability:
    """What speaks against it, asks for a wait, asks for a doctor, or is good to know.

    `open` holds the safety questions that the person is not sure about; with one of them, or where
    nobody asked, nothing is `checked`. Where a doctor is to be asked and has not said yes, it is
    `provisional`.
    """

    checked: bool
    provisional: bool
    stop: tuple[Finding, ...] = ()
    wait: tuple[Wait, ...] = ()
    ask_doctor: tuple[Finding, ...] = ()
    know: tuple[Finding, ...] = ()
    open: tuple[Finding, ...] = ()

    @property
    def doctor_agreed(self) -> bool:
        """Whether a doctor was to be asked, and has said yes."""
        return bool(self.ask_doctor) and not self.provisional

    @property
    def waits_with_why(self) -> tuple[tuple[Wait, str], ...]:
        """Each wait and why; where several have the same why, the last of them has it."""
        last = {wait.why: wait.id for wait in self.wait}
        return tuple((wait, wait.why if last[wait.why] == wait.id else "") for wait in self.wait)

    @property
    def doctor_refused(self) -> bool:
        """Whether a doctor was asked, and has said no."""
        return any(stop.id == DOCTOR_SAID_NO for stop in self.stop)
