"""In the United States the page and its files are spelt as there; elsewhere as they are written."""

from __future__ import annotations

import re

import pytest

from smp_planner.exports.paper.document import paper_of
from smp_planner.exports.paper.page import to_page
from smp_planner.exports.table import to_csv
from smp_planner.exports.text import to_text
from smp_planner.language.choose import speech_of
from smp_planner.language.speech import speaking
from smp_planner.language.texts import _, n_, p_
from smp_planner.rules.load import load_rules
from smp_planner.rules.saved import instruction_marks
from smp_planner.views.ask_days import KINDS_OF_EVENTS
from tests.people import ADULT, plan_of

HERE = re.compile(r"\b(?:colour|centimetre|grey|fibre|licence|favour|moisturise|per cent)", re.IGNORECASE)
IN_US = re.compile(r"\b(?:color|centimeter|gray|fiber|license|moisturize|percent)\b", re.IGNORECASE)
MARKUP = re.compile(r"<style>.*?</style>|<[^>]*>|https?://\S+", re.DOTALL)
IDS = re.compile(r"\b[a-z0-9]+(?:[-_][a-z0-9]+)+\b|(?<=,)[a-z]+(?=,)|(?<=\")[a-z_]+(?=, visit)")


def files(tag: str) -> str:
    """The words of every file of a plan, less markup, addresses and ids."""
    speech = speech_of(tag)
    with speaking(speech):
        plan = plan_of(ADULT, load_rules(region="US", speech=speech))
        told = (to_text(plan), IDS.sub("", to_csv(plan)), to_page(paper_of(plan)))
    return MARKUP.sub(" ", " ".join(told))


def test_american_files_hold_no_other_spelling() -> None:
    told = files("en-US")
    assert set(HERE.findall(told)) == set()
    assert {"gray", "fibers"} <= set(re.findall(r"\w+", told))


@pytest.mark.parametrize("tag", ["en-GB", "en"])
def test_elsewhere_nothing_is_spelt_anew(tag: str) -> None:
    told = files(tag)
    assert set(IN_US.findall(told)) == set()
    assert {"grey", "fibres"} <= set(re.findall(r"\w+", told))


def test_places_in_braces_keep_their_names_and_capitals_stay() -> None:
    with speaking(speech_of("en-US")):
        assert (
            _("Grey, {colour}: {grey} per cent", colour="Zoe's colour", grey=5)
            == "Gray, Zoe's colour: 5 percent"
        )
        assert n_("{count} fibre", "{count} fibres", 2, count=2) == "2 fibers"
        assert n_("{count} fibre", "{count} fibres", 1, count=1) == "1 fiber"
        assert p_("hair", "Light grey") == "Light gray"


@pytest.mark.parametrize(
    ("text", "in_us"),
    [
        (KINDS_OF_EVENTS, "Wedding, beach vacation, race?"),
        ("A plaster. Plasters.", "A bandage. Bandages."),
        (
            "Radiotherapy, or chemotherapy or radiotherapy",
            "Radiation therapy, or chemotherapy or radiation therapy",
        ),
        ("check your own diary", "check your own calendar"),
        ("closed on holidays", "closed on holidays"),
    ],
)
def test_some_things_have_another_word_in_the_united_states(text: str, in_us: str) -> None:
    for tag, told in (("en-US", in_us), ("en-GB", text), ("en", text)):
        with speaking(speech_of(tag)):
            assert _(text) == told


def test_no_american_rule_asks_for_a_thing_by_its_british_name() -> None:
    speech = speech_of("en-US")
    with speaking(speech):
        rules = load_rules(region="US", speech=speech)
    numbing = rules.talk.agreed["numbing"].say
    assert "a cream, a bandage, an injection" in numbing
    asked = rules.suitability.criteria["chemo_or_radiotherapy"]
    assert "radiation therapy" in asked.say
    assert "radiotherapy" not in f"{asked.say} {asked.ask} {asked.short}"


def test_answers_saved_in_one_spelling_are_no_other_words_in_the_other() -> None:
    marks = []
    for tag in ("en-US", "en-GB"):
        with speaking(speech_of(tag)):
            marks.append(instruction_marks(load_rules(speech=speech_of(tag))))
    assert marks[0] == marks[1]
