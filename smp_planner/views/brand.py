"""Whose page it is: the clinic's name in its colour beside its logo, where a clinic has been set."""

from __future__ import annotations

from html import escape

from smp_planner.domain.clinic import Logo
from smp_planner.domain.colour import readable
from smp_planner.domain.edition import RulesEdition

DARK_PAGE = "#171614"  # what a page of Streamlit has behind it in the dark


def clinic_name(rules: RulesEdition, logo: Logo | None) -> tuple[str, ...]:
    """The clinic's name as a line of HTML; its colour is lighter in the dark where it could not be read.

    The logo stands on white, as on paper. It has no words of its own: the name stands beside it.
    """
    if not rules.clinic:
        return ()
    drawn = f'<img src="{logo.address}" alt="">' if logo else ""
    colour = rules.profile.colour if rules.profile else None
    look = f' style="color:light-dark({colour}, {readable(colour, DARK_PAGE)})"' if colour else ""
    return (f'<div class="line brand"{look}>{drawn}<bdi>{escape(rules.clinic)}</bdi></div>',)
