"""What happens to 100 people: a picture of them for each option alike, in words both ways, or not known."""

from __future__ import annotations

from html import escape

import streamlit as st

from smp_planner.domain.comparison import Row
from smp_planner.domain.plan import Compared
from smp_planner.domain.quantities import Estimate
from smp_planner.exports.chance_words import WHAT_THEY_ARE, count_told, drawn_in_words, time_counted
from smp_planner.exports.over_years import in_view
from smp_planner.language.texts import N_, _
from smp_planner.pictures.people import nobody_knows, people
from smp_planner.views import html
from smp_planner.views.image import image
from smp_planner.views.picture import show
from smp_planner.views.whys import Whys

CHOSEN = "one_of_chances"
HATCHED = N_("Hatched: not known.")


def show_chances(plan: Compared, whys: Whys, years: int) -> None:
    """One question at a time, all options under it; those that reach no further than somebody looks.

    It begins with the first of the list for everybody, whether or not much is known of it for them.
    """
    here, _apart = in_view(plan.comparison.rows, years)
    rows = {row.id: row for row in here if row.chance}
    show(html.heading(_("Chances, of 100 people")), html.quiet(_(WHAT_THEY_ARE)))
    if CHOSEN in st.session_state and st.session_state[CHOSEN] not in rows:
        del st.session_state[CHOSEN]  # it is asked of other people, or of years further ahead
    chosen = st.radio(
        _("What happened?"), list(rows), key=CHOSEN, persist_state="session",
        format_func=lambda id_: rows[id_].question,
    )  # fmt: skip
    show(_chances(plan, rows[chosen], whys))


def picture_of(count: Estimate | None, told: str) -> str:
    """The picture of a count, or of none, as HTML; its words say whom and what, as those beside it."""
    if count is None:
        return image(nobody_knows(_(HATCHED)), _(HATCHED))
    says = drawn_in_words(count, told)
    return image(people(count.typical, says), says)


def _chances(plan: Compared, row: Row, whys: Whys) -> str:
    cards = "".join(
        f"<li><h4>{escape(option.name)}</h4>{_chance(row, option.id, whys)}</li>"
        for option in plan.comparison.options
    )
    return f'{html.quiet(time_counted(row))}<ul class="chances" role="list">{cards}</ul>'


def _chance(row: Row, option: str, whys: Whys) -> str:
    cell = row.cells[option]
    told = whys.count(f"comparison.rows.{row.id}.{option}", cell)
    return f"{picture_of(cell.per_100, count_told(cell))}<div>{told}</div>"
