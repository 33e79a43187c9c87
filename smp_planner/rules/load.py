"""Load the rule files into one checked, frozen RuleSet, or raise every problem at once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, cast

from pydantic import BaseModel

from smp_planner.domain.care import OWN as OWN_CARE
from smp_planner.domain.edition import ClinicEdit, ClinicInstruction, RulesEdition
from smp_planner.domain.intake import REGIONS
from smp_planner.domain.provenance import BASE_RULES, Reading, Source
from smp_planner.domain.words import fill
from smp_planner.errors import Problem, RulesError
from smp_planner.language.days import OWN_DAYS
from smp_planner.language.speech import OWN, Speech, speaking, spoken_now
from smp_planner.language.texts import _
from smp_planner.rules.clashes import check_layer
from smp_planner.rules.clinic_asks import ClinicAsks, clinic_asks
from smp_planner.rules.clinic_file import Moved
from smp_planner.rules.clinic_hours import hours_at
from smp_planner.rules.clinic_profile import asked_elsewhere, profile_of
from smp_planner.rules.emergency import with_own_number
from smp_planner.rules.figures import Cite, source_id
from smp_planner.rules.files import ReadFile, read_folder
from smp_planner.rules.layers import Layer, apply_clinic, no_clinic
from smp_planner.rules.models import SourcesFile
from smp_planner.rules.naming import by_name, naming_of, source_told
from smp_planner.rules.own_care import signature
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.comparison import MONEY
from smp_planner.rules.shapes.years import PriceRules
from smp_planner.rules.walk import Found

DATA = Path(__file__).resolve().parents[2] / "data"


def load_rules(
    folder: str | Path | None = None,
    *,
    clinic: str | Path | None = None,
    region: str | None = None,
    speech: Speech = OWN,
) -> RuleSet:
    """The rules of a folder (the packaged `data/` by default), a clinic's file laid over them.

    Their texts are told in the speech, and name medicines where the region that was asked for, or else
    the clinic's, may (medication.yaml); with neither they name none. Raises RulesError with every problem
    of every file; with one problem nothing is loaded.
    """
    with speaking(speech):
        rules, problems = try_load(folder, clinic=clinic, region=region)
    if rules is None:
        raise RulesError(problems)
    return rules


def try_load(
    folder: str | Path | None = None,
    *,
    clinic: str | Path | None = None,
    region: str | None = None,
) -> tuple[RuleSet | None, list[Problem]]:
    """The rules, or None and the problems that kept them from loading.

    Raises ValueError for a region that has no prices: that is no fault of the files.
    """
    if region is not None and region not in REGIONS:
        raise ValueError(f"region should be {' or '.join(REGIONS)}; found '{region}'")
    layer, problems = read_layer(folder, clinic=clinic)
    problems += asked_elsewhere(region, layer.clinic, layer.clinic_file, layer.files)
    return (None, problems) if problems else (assembled(layer, region), [])


def read_layer(
    folder: str | Path | None = None, *, clinic: str | Path | None = None
) -> tuple[Layer, list[Problem]]:
    """The rule files as read, the clinic's file over them, and every problem in any of them.

    Problems are told in English, to whoever keeps the files; where only the translated texts have some, in
    what is spoken.
    """
    layer, problems = _read_layer(folder, clinic=clinic)
    if problems and spoken_now().texts is not None:
        with speaking(OWN):
            problems = _read_layer(folder, clinic=clinic)[1] or problems
    return layer, problems


def _read_layer(
    folder: str | Path | None = None, *, clinic: str | Path | None = None
) -> tuple[Layer, list[Problem]]:
    home = DATA if folder is None else Path(folder)
    label = "data" if folder is None else str(folder).rstrip("/")
    files, problems = read_folder(home, label)
    base = layer = no_clinic(files)
    if clinic is not None:
        layer, faults = apply_clinic(Path(clinic), base)
        problems += faults
    return layer, problems + check_layer(base, layer)


def assembled(layer: Layer, region: str | None) -> RuleSet:
    """The rule set of a layer that has no problem, in what is spoken; figures are bound to their places."""
    said = region or (layer.clinic.region if layer.clinic else None)
    named = said in naming_of(layer).regions
    if named:
        layer = by_name(layer)
    if said:
        layer = with_own_number(layer, said)
    models = {name: file.model for name, file in layer.files.items()}
    sources = _sources(layer, cast(SourcesFile, models.pop("sources")), named=named)
    prices = cast(PriceRules, models["prices"])
    region = said or prices.default_region
    currency = prices.regions[region].currency
    for name, entries in layer.found.items():
        for found in entries:
            found.entry.bind(
                _reading(found, layer.files[name], layer, currency, layer.overrides.get(found.id))
            )
    return RuleSet(
        edition=_edition(layer, models, region, sources, named=named),
        sources=sources,
        clinic=layer.clinic,
        asks=_asks(layer, prices, region),
        told_region=said,
        hours_at=hours_at(layer.clinic_file.found) if layer.clinic_file else {},
        logo=layer.logo,
        replaced={
            id_: _reading(found, layer.files[id_.split(".", 1)[0]], layer, currency)
            for id_, found in layer.replaced.items()
        },
        headings={name: _(file.heading) for name, file in layer.files.items()},
        speech=spoken_now(),
        **cast(Any, models),
    )


def _asks(layer: Layer, prices: PriceRules, region: str) -> ClinicAsks | None:
    """The clinic's price list; none where the rules of a saved plan are those of another currency."""
    clinic, file = layer.clinic, layer.clinic_file
    if clinic is None or file is None:
        return None
    own, asked = clinic.region or prices.default_region, prices.regions[region].currency
    same = prices.regions[own].currency == asked
    return clinic_asks(clinic, file.found, prices, region) if same else None


def _reading(
    found: Found, file: ReadFile, layer: Layer, currency: str, override: Moved | None = None
) -> Reading:
    """A rule as it is read: as the clinic moved it, or without an override as the base rules have it."""
    entry = vars(found.entry)
    span = tuple(entry.get("range") or ())
    value = entry.get("value")
    if value is None:
        value = entry.get("choose") or entry.get("say") or entry.get("why") or entry.get("name") or found.id
    if override is not None and override.say is not None:
        value = override.say
    place = file.found.place(found.path) if override is None else override.place.without_folder
    cites: list[str | Cite] = entry["sources"]
    own = override.sources if override else ()  # a clinic's documents come first
    return Reading(
        id=found.id,
        label=found.label,
        value=value,
        range=span,
        limits=found.limits if span else (),
        unit=found.unit.replace(MONEY, currency),
        basis=entry.get("basis") or "",
        sources=tuple(dict.fromkeys((*own, *map(source_id, cites)))),
        at={c.id: c.at for c in cites if not isinstance(c, str)},
        place=str(place),
        set_by=BASE_RULES if override is None else _set_by(layer.clinic_name, override),
        note=_note(entry.get("note"), moved=override is not None),
        signed=override.signed.by if override and override.signed else None,
    )


def _set_by(clinic: str, moved: Moved) -> str:
    """Which clinic, who signed where it lies beyond the limits, and why."""
    who = clinic
    if moved.signed:
        day = OWN_DAYS.told(moved.signed.on)  # rules are read once, for readers of every locale
        who = _("{clinic}, signed by {by}, {day}", clinic=clinic, by=moved.signed.by, day=day)
    return ": ".join(filter(None, (who, moved.reason)))


def _note(note: str | None, *, moved: bool) -> str | None:
    """What the rules remark on a figure: of one that was moved, not of the figure shown."""
    return _("About the usual advice: {note}", note=note) if note and moved else note


def _sources(layer: Layer, base: SourcesFile, *, named: bool) -> Mapping[str, Source]:
    entries = dict(base.root)
    if layer.clinic is not None:
        entries |= layer.clinic.sources
    left_out = None if named else naming_of(layer).no_address
    return {id_: source_told(id_, entry, left_out) for id_, entry in entries.items()}


def _edition(
    layer: Layer,
    models: Mapping[str, BaseModel | None],
    region: str,
    sources: Mapping[str, Source],
    *,
    named: bool,
) -> RulesEdition:
    currency = cast(PriceRules, models["prices"]).regions[region].currency
    print_ = hashlib.sha256()
    for name in sorted(layer.files):
        print_.update(f"{name}\0{layer.files[name].text}\0".encode())
    print_.update((layer.clinic_file.text if layer.clinic_file else "").encode())
    reviewed: list[date] = [cast(Any, model).reviewed.on for model in models.values()]
    return RulesEdition(
        edition=max(reviewed).isoformat(),
        fingerprint=print_.hexdigest()[:12],
        clinic=layer.clinic.name if layer.clinic else None,
        region=region,
        medicines_named=named,
        clinic_edits=tuple(_told(edit, sources, currency) for edit in layer.edits),
        own_instructions=tuple(_own_instructions(layer, sources)) or None,
        profile=profile_of(layer.clinic),
    )


def _own_instructions(layer: Layer, sources: Mapping[str, Source]) -> Iterator[ClinicInstruction]:
    """The instructions of the clinic's own as every plan tells them, with their days in place."""
    for id_, own in layer.care.instructions.items():
        days = {"days": own.to_day, "low": own.to_day, "high": own.to_day, "next": own.to_day + 1}
        yield ClinicInstruction(
            rule=f"{OWN_CARE}{id_}",
            name=own.name,
            say=fill(own.say, first=0, **days),
            reason=own.reason,
            titles=tuple(sources[cited].title for cited in own.sources),
            signed=signature(own.signed),
        )


def _told(edit: ClinicEdit, sources: Mapping[str, Source], currency: str) -> ClinicEdit:
    """An edit with the titles of its documents and the currency of its region."""
    titles = tuple(sources[id_].title for id_ in edit.sources)
    return replace(edit, titles=titles, unit=(edit.unit or "").replace(MONEY, currency))


__all__ = ["DATA", "load_rules", "read_layer", "try_load"]
