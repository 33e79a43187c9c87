"""The template for translators holds every text of the product."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from string import Formatter

from babel.messages.pofile import read_po

from smp_planner.rules.ruleset import RuleSet
from tests.language.template import ROOT, template


def test_it_is_written_as_a_file_that_translators_tools_read() -> None:
    command = [sys.executable, "-m", "tests.language.template"]
    written = read_po(BytesIO(subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout))
    assert {message.id for message in written} == {message.id for message in template()}


def test_it_holds_texts_of_the_page() -> None:
    for text in ("Back", "Your plan", "{number} visit", "per cent"):
        assert template().get(text) is not None, text


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
    texts = [text for m in template() for text in (m.id if isinstance(m.id, tuple) else (m.id,)) if text]
    places = {name for text in texts for _, name, _, _ in Formatter().parse(text) if name is not None}
    assert not [name for name in places if not name.isidentifier()]
