"""What is said of each option under one question: a row an option, in one order, all of one width."""

from __future__ import annotations

from collections.abc import Iterable

from smp_planner.exports.paper.blocks import Table
from smp_planner.language.texts import _

NAMES, SHORT_NAMES = (2, 7), (1, 5)  # widths of the columns


def by_option(
    question: str, answers: Iterable[tuple[str, str]], *, small: bool = False, short_names: bool = False
) -> Table:
    """A question as the caption of a table, and under it the name of each option with its answer."""
    widths = SHORT_NAMES if short_names else NAMES
    return Table(question, (_("Option"), _("Answer")), tuple(answers), widths, small=small)
