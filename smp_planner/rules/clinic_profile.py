"""What a clinic says of itself, as the plan holds it, and what can be wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from smp_planner.domain.clinic import ClinicContact, ClinicProfile
from smp_planner.domain.colour import READABLE, WHITE, contrast, is_colour
from smp_planner.errors import Place, Problem, did_you_mean
from smp_planner.language.choose import closest_locale, is_locale
from smp_planner.rules.files import ReadFile
from smp_planner.rules.shapes.clinic import ClinicFile
from smp_planner.rules.shapes.years import PriceRules

UTC = "UTC"


def profile_of(clinic: ClinicFile | None) -> ClinicProfile | None:
    """What the clinic states of itself; None where it states nothing."""
    if clinic is None:
        return None
    told, colour = clinic.contact, clinic.brand.colour
    contact = ClinicContact(told.in_hours, told.out_of_hours) if told else None
    profile = ClinicProfile(clinic.prepared_by, contact, colour.lower() if colour else None)
    return profile if any(profile) else None


def profile_faults(clinic: ClinicFile, file: ReadFile, files: Mapping[str, ReadFile]) -> Iterator[Problem]:
    """Its currency against its region's; a locale, time zone and colour that can be used."""
    if clinic.currency is not None:
        yield from _currency(clinic, file, files)
    if clinic.locale is not None and not is_locale(clinic.locale):
        text = f"should be a language tag like en-GB; found '{clinic.locale}'"
        close = closest_locale(clinic.locale)
        yield file.problem(("locale",), text, "R521", f"did you mean '{close}'?" if close else "")
    if clinic.timezone is not None:
        yield from _timezone(clinic.timezone, file)
    if clinic.brand.colour is not None:
        yield from _colour(clinic.brand.colour, file)


def asked_elsewhere(
    region: str | None, clinic: ClinicFile | None, file: ReadFile | None, files: Mapping[str, ReadFile]
) -> Iterator[Problem]:
    """A region asked for whose prices are in another currency than the clinic's."""
    if region is None or clinic is None or file is None:
        return
    counted, place = _counted_in(region, files)
    key, own = _money_of(clinic, files)
    if counted and own and counted != own:
        is_in = "is" if key == "currency" else "are in"
        text = f"{is_in} {own}; the region asked for, {region}, counts in {counted} (see {place})"
        hint = "ask for no region, or for the clinic's own"
        yield file.problem((key,), text, "R529", hint)


def _money_of(clinic: ClinicFile, files: Mapping[str, ReadFile]) -> tuple[str, str | None]:
    """The key of the clinic's file that says what its money is, and the currency; None without money."""
    if clinic.currency is not None or clinic.prices is None:
        return "currency", clinic.currency
    return "prices", _counted_in(_own_region(clinic, files), files)[0]


def _own_region(clinic: ClinicFile, files: Mapping[str, ReadFile]) -> str:
    """The region that the clinic names, or the usual one; no region where neither can be read."""
    prices = files.get("prices")
    usual = cast(PriceRules, prices.model).default_region if prices and prices.model else ""
    return clinic.region or usual


def _currency(clinic: ClinicFile, file: ReadFile, files: Mapping[str, ReadFile]) -> Iterator[Problem]:
    region = _own_region(clinic, files)
    counted, place = _counted_in(region, files)
    if counted not in (None, clinic.currency):
        text = f"is {clinic.currency}; prices of the region {region} are in {counted} (see {place})"
        hint = "" if clinic.region else "name the clinic's region"
        yield file.problem(("currency",), text, "R520", hint)


def _counted_in(region: str, files: Mapping[str, ReadFile]) -> tuple[str | None, Place | None]:
    """The currency of a region's prices and where it stands; nothing where that can't be read."""
    prices = files.get("prices")
    if prices is None or prices.model is None:
        return None, None
    found = cast(PriceRules, prices.model).regions.get(region)
    return (found.currency, prices.found.place(("regions", region, "currency"))) if found else (None, None)


def _timezone(zone: str, file: ReadFile) -> Iterator[Problem]:
    if not _is_zone(zone):
        text = f"should be a time zone like Europe/London; found '{zone}'"
        yield file.problem(
            ("timezone",), text, "R522", did_you_mean(zone, filter(_is_place, available_timezones()))
        )


def _is_place(name: str) -> bool:
    """Whether a name is that of one zone on every machine; localtime, Factory and posix/... are not."""
    return name == UTC or ("/" in name and not name.startswith(("posix/", "right/")))


def _is_zone(name: str) -> bool:
    try:
        return _is_place(name) and bool(ZoneInfo(name).key)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False


def _colour(colour: str, file: ReadFile) -> Iterator[Problem]:
    path = ("brand", "colour")
    if not is_colour(colour):
        text = f"should be a colour like '#1f4e79', in quotes; found '{colour}'"
        yield file.problem(path, text, "R523")
    elif (reached := contrast(colour, WHITE)) < READABLE:
        text = f"{colour} on white has a contrast of {reached:.2f}; text needs {READABLE} at least"
        yield file.problem(path, text, "R524", "take a darker shade of it")
