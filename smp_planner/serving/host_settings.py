"""What whoever hosts the page may set, read from the environment once, with every fault told at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from smp_planner.errors import did_you_mean

MOST_PLACES = 100_000
TWO_YEARS = 63_072_000  # seconds; what browsers' lists of https-only sites ask for
LONGEST_DRAIN = 600  # seconds
READ_ELSEWHERE = ("SMP_CLINIC", "SMP_LOCALE", "SMP_REGION", "SMP_VIEW")
CLOSE = 0.8  # all names begin alike, so a word is close only where most of the rest is, too
_ORIGIN = re.compile(r"https?://(\*\.)?[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?")


@dataclass(frozen=True, slots=True)
class HostSettings:
    """How the page is hosted; as it stands here where nothing is set.

    `most_people`: pages open at once in this process; 0: no limit. `embedded_in`: origins whose pages may
    show this one in a frame. `hsts_seconds`: how long a browser shall come by https only; 0: not said.
    `drain_seconds`: for how long at most one that was asked to stop still serves. `log`: a JSON object a
    line, or words.
    """

    most_people: int = 0
    embedded_in: tuple[str, ...] = ()
    hsts_seconds: int = 0
    drain_seconds: int = 0
    log: Literal["json", "text"] = "text"


class BadHostSettings(Exception):  # noqa: N818 - what they are
    """Settings that can't be used; told with the name of each, what was found and what was expected."""


class _Setting(NamedTuple):
    """A setting's field, how its text is read (None: it can't be), and what it should be."""

    field: str
    read: Callable[[str], object | None]
    wanted: str


def host_settings(environment: Mapping[str, str]) -> HostSettings:
    """The settings that the environment states. What is unset or empty stays as it is usually.

    Raises BadHostSettings.
    """
    told = {name: environment.get(name, "").strip() for name in SETTINGS}
    values = {name: SETTINGS[name].read(text) for name, text in told.items() if text}
    wrong = [
        f"{name} is '{told[name]}'; it should be {SETTINGS[name].wanted}."
        for name, value in values.items()
        if value is None
    ]
    if wrong:
        raise BadHostSettings("\n".join(wrong))
    fields: dict[str, Any] = {SETTINGS[name].field: value for name, value in values.items()}
    return HostSettings(**fields)


def unknown_settings(environment: Mapping[str, str]) -> str:
    """The names that look like settings and are none, each with the one that it may have meant; '' for none.

    They stop no start: a cluster sets some by itself.
    """
    known = (*SETTINGS, *READ_ELSEWHERE)
    unknown = sorted(name for name in environment if name.startswith("SMP_") and name not in known)
    hints = [(name, did_you_mean(name, known, alike=CLOSE)) for name in unknown]
    return ", ".join(f"{name} ({hint})" if hint else name for name, hint in hints)


def _number(field: str, most: int, of: str = "") -> _Setting:
    def read(text: str) -> int | None:
        return int(text) if re.fullmatch("[0-9]{1,9}", text) and int(text) <= most else None

    return _Setting(field, read, f"a whole number{of} from 0 to {most}")


def _origins(text: str) -> tuple[str, ...] | None:
    origins = tuple(origin.lower().removesuffix("/") for origin in text.split())
    return origins if all(map(_ORIGIN.fullmatch, origins)) else None


def _log_form(text: str) -> str | None:
    return text if text in {"json", "text"} else None


SETTINGS: Mapping[str, _Setting] = {
    "SMP_MOST_PEOPLE": _number("most_people", MOST_PLACES),
    "SMP_EMBEDDED_IN": _Setting(
        "embedded_in",
        _origins,
        "origins parted by spaces, as 'https://clinic.example https://*.other.example'",
    ),
    "SMP_HSTS_SECONDS": _number("hsts_seconds", TWO_YEARS, " of seconds"),
    "SMP_DRAIN_SECONDS": _number("drain_seconds", LONGEST_DRAIN, " of seconds"),
    "SMP_LOG": _Setting("log", _log_form, "json or text"),
}
