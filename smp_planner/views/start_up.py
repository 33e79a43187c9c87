"""What is there before anybody is shown a plan: the rules, read once, and imports that stay for good."""

from __future__ import annotations

import gc
import logging
import os
from glob import iglob
from operator import attrgetter
from pathlib import Path

import streamlit as st

from smp_planner.domain.intake import REGIONS
from smp_planner.domain.saved_rules import SavedRules
from smp_planner.errors import RulesError
from smp_planner.language.speech import Speech, spoken_now
from smp_planner.rules.clinic_file import locale_of
from smp_planner.rules.load import load_rules
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.saved import rules_as_saved

_SENT, _PAGE = Path(st.__file__).parent / "static", "index.html"
MANY_SPEECHES = 24  # a megabyte each; who comes after so many others waits some milliseconds
MOST_SPOKEN = "en-US"  # what most browsers ask for
_log = logging.getLogger(__name__)


def unknown_region() -> str | None:
    """The region that SMP_REGION names, if there is no such region."""
    region = os.environ.get("SMP_REGION")
    return region if region and region not in REGIONS else None


def region_here() -> str | None:
    """The region that SMP_REGION names, if it names one."""
    return os.environ.get("SMP_REGION") or None


def rules_here(region: str | None = None) -> RuleSet:
    """The rules of the clinic and region that the environment names; else of the region that is asked for.

    Raises RulesError where they have problems.
    """
    return _rules(_clinic_here(), region_here() or region, spoken_now())


def region_named(rules: RuleSet) -> str | None:
    """The region that SMP_REGION or the clinic's file names, if either does."""
    return region_here() or (rules.clinic.region if rules.clinic else None)


def rules_then(saved: SavedRules, rules: RuleSet) -> RuleSet | None:
    """The rules of `rules_here`, with the figures of saved answers in place; None if these can't be."""
    return rules_as_saved(saved, rules, clinic=_clinic_here())


def locale_here() -> str | None:
    """The locale of the clinic that the environment names, if it states one."""
    clinic = _clinic_here()
    return _locale(clinic) if clinic else None


def _clinic_here() -> str | None:
    return os.environ.get("SMP_CLINIC") or None


def empty_page() -> str:
    """The page as Streamlit sends it before its scripts fill it, as HTML."""
    return (_SENT / _PAGE).read_text(encoding="utf-8")


def sent_files() -> tuple[str, ...]:
    """The addresses of the files that Streamlit sends to a browser beside the page."""
    files = iglob("**/*.*", root_dir=_SENT, recursive=True)
    return tuple(f"/{name}" for name in files if name != _PAGE)


def problems_here() -> str:
    """What is wrong with the rules and the clinic's file, as lines of text; nothing where all is well.

    Rules without problems are kept, so nobody waits for them later.
    """
    try:
        rules_here()
    except RulesError as fault:
        return str(fault)
    return ""


def tell_where_no_region_is_named() -> None:
    """Let the log say what follows where neither SMP_REGION nor the clinic's file names a region.

    Raises RulesError where the rules have problems.
    """
    rules = rules_here()
    if not region_named(rules):
        _log.warning(
            "no region is named, by SMP_REGION or in the clinic's file: prices are those of the %s, "
            "and no medicine is named",
            rules.region,
        )


@st.cache_resource(show_spinner=False)
def keep_imports() -> None:
    """Imports and rules stay for good, so no later collection need look at them."""
    gc.freeze()  # without a collection before: of a hundred thousand objects it finds ten


@st.cache_resource(show_spinner=False)
def _locale(clinic: str) -> str | None:
    return locale_of(Path(clinic))


@st.cache_resource(show_spinner=False, max_entries=MANY_SPEECHES, hash_funcs={Speech: attrgetter("name")})
def _rules(clinic: str | None, region: str | None, speech: Speech) -> RuleSet:
    """The rules for all who speak alike: they hold no answer of anybody."""
    return _read_rules(clinic, region, speech).with_habits(speech)


@st.cache_resource(show_spinner=False, hash_funcs={Speech: attrgetter("words")})
def _read_rules(clinic: str | None, region: str | None, speech: Speech) -> RuleSet:
    """The rules, read once for all who are told the same texts."""
    return load_rules(clinic=clinic, region=region, speech=speech)
