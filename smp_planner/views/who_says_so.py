"""Who says so: dates, makers, money, evidence, what was not done, and our look at the list of IPDAS."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from smp_planner.domain.about import Ipdas
from smp_planner.domain.plan import Compared
from smp_planner.exports.about_lines import IPDAS, counted
from smp_planner.language.texts import N_, _
from smp_planner.views import html
from smp_planner.views.fold import fold
from smp_planner.views.picture import show
from smp_planner.views.whys import Whys

WHO_SAYS_SO = N_("Who says so")


def offer_who_says_so(plan: Compared, whys: Whys, tab: str) -> None:
    """It, folded away at the foot of a tab; the name tells its folds apart."""
    fold(_(WHO_SAYS_SO), f"fold_who_says_so_{tab}", lambda: show(*_told(plan, whys, tab)))


def _told(plan: Compared, whys: Whys, tab: str) -> Iterator[str]:
    """The dates, then each point under its title, then the list for decision aids, folded away."""
    about = plan.about
    yield html.paragraph(about.say, whys.why("about.published_on", "about.next_review_on"))
    for point in about.points:
        yield html.heading(point.title)
        yield html.paragraph(point.say, whys.why(f"about.points.{point.id}"))
    if about.ipdas:
        yield html.folded(_(IPDAS), f"ipdas_{tab}", "".join(_ipdas(about.ipdas, whys)))


def _ipdas(ipdas: Ipdas, whys: Whys) -> Iterator[str]:
    """What the list is, and a table of its points for each group."""
    yield html.paragraph(f"{ipdas.say} {counted(ipdas)}", whys.why("about.ipdas"))
    headers = (_("Point"), _("Met?"), _("How it is proved, or what is missing"))
    for group in dict.fromkeys(point.group for point in ipdas.points):
        rows = [
            (f"{escape(point.asks)} ({escape(point.id)})", escape(point.told), escape(point.how))
            for point in ipdas.points
            if point.group == group
        ]
        yield html.table(group, headers, rows)
