"""What is talked over, as lines of text: what to settle, days 0 to 7, and what may change later."""

from __future__ import annotations

from collections.abc import Iterator

from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.talk import AgreedPoint, PlainAnswer
from smp_planner.exports.lines import bullets, heading
from smp_planner.language.texts import _


def talk_lines(plan: TreatmentPlan) -> Iterator[str]:
    """Up to three sections; what was written down as agreed stands with the plan, see `agreed_lines`."""
    talk = plan.talk
    settle = (
        _("{point}: {words}", point=point.name.rstrip("?"), words=to_know(point)) for point in talk.agreed
    )
    for title, told in (
        (_("What to settle before the first visit"), tuple(settle)),
        (_("Days 0 to 7 in plain words"), tuple(map(in_a_row, talk.first_week))),
        (_("If something changes later"), tuple(map(in_a_row, talk.later))),
    ):
        if told:
            yield from heading(title)
            yield from bullets(told)


def to_know(point: AgreedPoint) -> str:
    """What the answers tell of a point by now, then what there is to know of it."""
    return " ".join(filter(None, (point.known, point.say)))


def in_a_row(answer: PlainAnswer) -> str:
    """A question, or what may change, with its answer."""
    if answer.question.endswith("?"):
        return f"{answer.question} {answer.say}"
    return _("{point}: {words}", point=answer.question, words=answer.say)
