"""The template for translators holds every text of the product."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from gettext import GNUTranslations
from io import BytesIO
from string import Formatter

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from smp_planner.domain.words import between
from smp_planner.exports.wording import days_held
from smp_planner.language.choose import CATALOGUES
from smp_planner.language.speech import Speech, speaking
from smp_planner.language.texts import p_
from smp_planner.rules.ruleset import RuleSet
from tests.language.template import ROOT, template


def test_it_is_written_as_a_file_that_translators_tools_read() -> None:
    command = [sys.executable, "-m", "tests.language.template"]
    written = read_po(BytesIO(subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout))
    assert {message.id for message in written} == {message.id for message in template()}


def test_it_holds_texts_of_the_page() -> None:
    for text in ("Back", "Your plan", "{number} visit", "per cent"):
        assert template().get(text) is not None, text


def test_it_tells_apart_what_may_be_two_words_elsewhere() -> None:
    for text, contexts in (
        ("{low} to {high}", {None, "days"}),
        ("none", {None, "clashes", "limits"}),
        ("events", {None, "your answers"}),
        ("area", {None, "your answers"}),
    ):
        assert {message.context for message in template() if message.id == text} == contexts, text


def test_a_catalogue_may_have_two_words_for_one() -> None:
    catalog = Catalog("de")
    catalog.add("{low} to {high}", "{low} bis {high}")
    catalog.add("{low} to {high}", "vom {low} bis zum {high}", context="days")
    written = BytesIO()
    write_mo(written, catalog)
    written.seek(0)
    with speaking(Speech("de", texts=GNUTranslations(written))):
        assert between(3, 4) == "3 bis 4"
        assert days_held([(date(2027, 1, 28), date(2027, 2, 2))]) == "vom 28 Jan bis zum 2 Feb 2027"
        assert p_("days", "{low} or {high}", low=1, high=2) == "1 or 2", (
            "what nobody translated is told in English"
        )


def test_it_holds_texts_of_the_rules(rules: RuleSet) -> None:
    texts = (
        rules.talk.words["headgear"],
        rules.options.options["fue"].about,
        next(iter(rules.comparison.questions()))[2].question,
        next(iter(rules.aftercare.instructions.values())).say,
        rules.sessions.count.label,
    )
    for text in texts:
        assert template().get(text) is not None, text


def test_every_place_of_a_text_has_a_name() -> None:
    """A translator may move a place, and `{}` or `{0}` says nothing of what will stand there."""
    named = {name for message in template() for text in forms(message.id) for name in places(text)}
    assert not [name for name in named if not name.isidentifier()]


def test_translations_have_the_places_of_their_texts() -> None:
    """Of the languages that stand here; that a wrong place is found, the next test says."""
    catalogues = [read_po(BytesIO(file.read_bytes())) for file in CATALOGUES.rglob("*.po")]
    assert [told for catalogue in catalogues for told in wrong_places(catalogue)] == []


def test_a_wrong_place_is_found() -> None:
    catalog = Catalog("es")
    catalog.add("Until {day}.", "Hasta {dia}.")
    catalog.add("From {day}.", "Desde {day}.")
    catalog.add(("{count} scar", "{count} scars"), ("una cicatriz", "{count} cicatrices"))
    assert wrong_places(catalog) == ["Hasta {dia}."]


def forms(text: str | tuple[str, ...]) -> tuple[str, ...]:
    return text if isinstance(text, tuple) else (text,)


def places(text: str) -> set[str]:
    return {name for _text, name, _spec, _conversion in Formatter().parse(text) if name is not None}


def wrong_places(catalog: Catalog) -> list[str]:
    """Translations that ask for what their text is not filled with."""
    return [
        told
        for message in catalog
        for told in forms(message.string)
        if message.id and told and not places(told) <= set().union(*map(places, forms(message.id)))
    ]
