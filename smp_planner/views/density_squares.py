"""The looks to choose from, each as one square centimetre of skin, enlarged, beside the question."""

from __future__ import annotations

from html import escape

from smp_planner.domain.drawing import Fill
from smp_planner.domain.words import number
from smp_planner.exports.look_words import counted
from smp_planner.language.texts import N_, _
from smp_planner.pictures.skin_tones import colours
from smp_planner.pictures.small_look import Stage, small_squares
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views import html
from smp_planner.views.image import image
from smp_planner.views.picture import show
from smp_planner.views.visit_pictures import SQUARE

WHAT_THEY_ARE = N_(
    "One square centimetre of bare skin, enlarged. Dots are {dot} mm wide, true to scale. "
    "These are drawings, not photos: skin and dots are drawn in a middle tone."
)


def show_density_squares(rules: RuleSet) -> None:
    """A square for each look, with its name and its dots, and what the squares are."""
    squares, dot = rules.kept(_squares), rules.density.preview.dot_mm.read().number
    figures = (
        f"<figure>{image(square, _(SQUARE, dots=counted(fill)))}"
        f"<figcaption>{escape(_('{name}: {count}', name=name, count=counted(fill)))}</figcaption></figure>"
        for name, fill, square in squares
    )
    show(f'<div class="looks">{"".join(figures)}</div>', html.quiet(_(WHAT_THEY_ARE, dot=number(dot))))


def _squares(rules: RuleSet) -> list[tuple[str, Fill, str]]:
    """By look its name, what stands on a square centimetre, and that as a picture."""
    preview, middle = rules.density.preview, colours(None, None)
    stage = Stage(1, middle.later, "")
    found: list[tuple[str, Fill, str]] = []
    for look, row in rules.density.looks.rows.items():
        fill = Fill(row.read().number, 0)
        [square] = small_squares(
            fill,
            [stage],
            middle,
            dot_mm=preview.dot_mm.read().number,
            hair_mm=preview.hair_mm.read().number,
        )
        found.append((row.name or look, fill, square))
    return found
