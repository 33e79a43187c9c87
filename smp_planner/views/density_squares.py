"""The looks to choose from, each as one square centimetre of skin, enlarged, beside the question."""

from __future__ import annotations

from html import escape

from smp_planner.domain.drawing import Fill
from smp_planner.domain.quantities import Number
from smp_planner.domain.words import number
from smp_planner.language.texts import N_, _
from smp_planner.pictures.skin_tones import colours
from smp_planner.pictures.small_look import Stage, small_squares
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views import html
from smp_planner.views.image import address_of, image_at
from smp_planner.views.picture import show
from smp_planner.views.picture_taps import tapped_by
from smp_planner.views.sourced import why_asked
from smp_planner.views.state import for_clinic

LOOK = "density_look"
FOR_COMPARING = N_("1 cm2 of bare skin, enlarged. Tap one.")
WHAT_THEY_ARE = N_("Drawn to scale, not photos. Dots are {dot} mm wide.")
NUMBERS = N_("Dots on 1 cm2")
SQUARE = N_("A drawing of skin with dots, enlarged. {square}.")


def show_density_squares(rules: RuleSet) -> None:
    """A square for each look to choose by a tap, with its name and dots, and what the squares are."""
    show(rules.kept(_told_to_clinic if for_clinic() else _told))


def _told_to_clinic(rules: RuleSet) -> str:
    """The same, with where each rule stands; kept by itself."""
    return _told(rules)


def _told(rules: RuleSet) -> str:
    figures = (_figure(*drawn) for drawn in rules.kept(_squares))
    dot = number(rules.density.preview.dot_mm.read().number)
    squares = f'<div class="looks smp-taps">{"".join(figures)}</div>'
    return "".join(
        (html.quiet(_(FOR_COMPARING)), squares, html.quiet(_(WHAT_THEY_ARE, dot=dot), _numbers(rules)))
    )


def _numbers(rules: RuleSet) -> str:
    """A "why?" with the numbers of the squares as a table, with what we plan within, and their rules."""
    looks = [(row.name or look, row.read()) for look, row in rules.density.looks.rows.items()]
    rows = [
        (escape(name), number(one.number), _("{low} to {high}", low=number(one.low), high=number(one.high)))
        for name, one in looks
    ]
    table = html.table(_(NUMBERS), (_("Look"), _("Planned"), _("Sources span")), rows)
    readings = (*(reading for _name, reading in looks), rules.density.preview.dot_mm.read())
    return why_asked(rules, *readings, first=table)


def _figure(look: str, name: str, dots: Number, address: str) -> str:
    told = _("{name}: {count}", name=name, count=number(dots))
    shown = image_at(address, _(SQUARE, square=told))
    return f"<figure {tapped_by(LOOK, look)}>{shown}<figcaption>{escape(told)}</figcaption></figure>"


def _squares(rules: RuleSet) -> list[tuple[str, str, Number, str]]:
    """Each look with its name, the dots on a square centimetre, and the address of its picture."""
    preview, middle = rules.density.preview, colours(None, None)
    stage = Stage(1, middle.later, "")
    found: list[tuple[str, str, Number, str]] = []
    for look, row in rules.density.looks.rows.items():
        dots = row.read().number
        [square] = small_squares(
            Fill(dots, 0),
            [stage],
            middle,
            dot_mm=preview.dot_mm.read().number,
            hair_mm=preview.hair_mm.read().number,
        )
        found.append((look, row.name or look, dots, address_of(square)))
    return found
