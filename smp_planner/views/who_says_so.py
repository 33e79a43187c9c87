"""Who says so: dates, makers, money, evidence, and what was not done."""

from __future__ import annotations

from collections.abc import Iterator

from smp_planner.domain.plan import Compared
from smp_planner.language.texts import N_, _
from smp_planner.views import html
from smp_planner.views.fold import fold
from smp_planner.views.picture import show
from smp_planner.views.whys import Whys

WHO_SAYS_SO = N_("Who says so")


def offer_who_says_so(plan: Compared, whys: Whys, tab: str) -> None:
    """It, folded away at the foot of a tab; the name tells its folds apart."""
    fold(_(WHO_SAYS_SO), f"fold_who_says_so_{tab}", lambda: show(*_told(plan, whys)))


def _told(plan: Compared, whys: Whys) -> Iterator[str]:
    """The dates, then each point under its title."""
    about = plan.about
    yield html.paragraph(about.say, whys.why("about.published_on", "about.next_review_on"))
    for point in about.points:
        yield html.heading(point.title)
        yield html.paragraph(point.say, whys.why(f"about.points.{point.id}"))
