"""What was agreed, as lines of text: what was written down, and what the answers tell of the rest."""

from __future__ import annotations

from collections.abc import Iterator

from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.talk import AgreedPoint
from smp_planner.exports.lines import bullets, heading
from smp_planner.language.texts import _


def agreed_lines(plan: TreatmentPlan) -> Iterator[str]:
    """A section of its own where something was written down; what there is to settle: `talk_lines`."""
    if any(written_of(plan, point) for point in plan.intake.agreed):
        yield from heading(_("Agreed today"))
        yield from bullets(f"{name}: {words}" for _point, name, words in agreed_points(plan))


def agreed_points(plan: TreatmentPlan) -> Iterator[tuple[str, str, str]]:
    """Id, name and words of each point: what was written of it, then what is known; none where both lack."""
    for point in plan.talk.agreed:
        words = said_of(plan, point)
        if words:
            yield point.id, point.name.rstrip("?"), words


def said_of(plan: TreatmentPlan, point: AgreedPoint) -> str:
    """What was written of a point, then what is known of it already."""
    return " ".join(filter(None, (ended(written_of(plan, point.id)), point.known)))


def written_of(plan: TreatmentPlan, point: str) -> str:
    """What was written down of a point; blanks alone are nothing."""
    return plan.intake.agreed.get(point, "").strip()


def ended(words: str) -> str:
    """Typed words with an end, so that another sentence can follow."""
    return words if not words or words.endswith((".", "!", "?")) else f"{words}."
