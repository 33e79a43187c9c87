"""From what a browser asks for to what is spoken."""

from __future__ import annotations

from pathlib import Path

import pytest

from smp_planner.language.choose import asked_or_usual, speech_of
from smp_planner.language.speech import OWN
from smp_planner.language.spelling import SpeltInUS
from tests.language.look_alike import GREEK


@pytest.mark.parametrize(
    "tag", [None, "", "en", "not a tag", "xx-<script>", "es-MX", "../../etc", "x" * 5000]
)
def test_a_tag_that_says_nothing_we_know_gets_our_own_english(tag: str | None) -> None:
    assert speech_of(tag) is OWN


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("en-US", "en_US"),
        ("en_GB", "en_GB"),
        ("en-gb", "en_GB"),
        ("de-DE", "en_DE"),
        ("en-Latn-US", "en_US"),
        ("zz-US", "en_US"),
        ("sr-Cyrl-RS", "en"),
    ],
)
def test_a_country_brings_its_habits_even_where_we_lack_its_language(tag: str, name: str) -> None:
    assert speech_of(tag).name == name


def test_the_same_habits_are_read_once() -> None:
    assert speech_of("en-GB") is speech_of("en_GB")


@pytest.mark.parametrize(
    ("tag", "name"), [(GREEK, "el_GR"), ("el", "el"), ("el-XX", "el"), ("en-US", "en_US")]
)
def test_a_language_with_a_catalogue_is_spoken(tag: str, name: str, catalogues: Path) -> None:
    speech = speech_of(tag, catalogues)
    assert speech.name == name
    spoken = speech.texts is not None and not isinstance(speech.texts, SpeltInUS)
    assert spoken == tag.startswith("el")


@pytest.mark.parametrize(
    ("asked", "usual", "tag"),
    [
        ("en-US", "en-GB", "en-US"),
        ("en-001", "en-GB", "en-001"),
        ("en", "en-GB", "en-GB"),
        ("de", "en-GB", "de-GB"),
        ("en", "de-DE", "en-DE"),
        ("en", "de", "en"),
        (None, "de-DE", "de-DE"),
        ("?", "en-GB", "en-GB"),
        ("", "en", "en"),
        ("en", None, "en"),
        (None, None, None),
    ],
)
def test_a_browser_has_its_words_and_a_clinic_the_country_where_none_is_named(
    asked: str | None, usual: str | None, tag: str | None
) -> None:
    assert asked_or_usual(asked, usual) == tag
