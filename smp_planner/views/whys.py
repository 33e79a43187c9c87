"""The "why?" beside a figure or a statement: the reason, the rules and their sources.

The page holds a closed `details` with a key and no more; what stands behind it is looked up and sent when it
is opened, see `whys_sent`. Of most plans nobody opens one, and then no step of its trace is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from copy import copy
from functools import cached_property, partial
from html import escape
from typing import NamedTuple

from smp_planner.domain.comparison import Cell
from smp_planner.domain.plan import Compared, Outline, ReferralOutline
from smp_planner.domain.provenance import Reading, Step, Trace
from smp_planner.domain.quantities import Estimate, Number
from smp_planner.domain.understood import Understood
from smp_planner.domain.words import sentence
from smp_planner.exports.chance_words import count_told
from smp_planner.exports.difference_words import answer_told
from smp_planner.exports.inputs import ASKED_AS, Inputs, from_answers
from smp_planner.exports.steps import Steps
from smp_planner.exports.wording import STRENGTH
from smp_planner.language.texts import N_, _
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.state import for_clinic

EVIDENCE = {
    "high": N_("The evidence for this is strong."),
    "moderate": N_("The evidence for this is fair."),
    "low": N_("The evidence for this is weak."),
    "very_low": N_("The evidence for this is very weak."),
}
# A cell's "why?": how strong the evidence is, and whether part of the answer stands behind it too.
GRADED, MORE = N_("{strength}, why?"), N_("{strength}, and more: why?")


class Told(NamedTuple):
    """What one "why?" tells: the reason in words, and the steps, the rule or the documents behind it.

    `inputs` are those of the plan that the steps are of; `answers` those that choose the rule, by their keys
    in `ANSWERS`, where it stands without a step.
    """

    say: str = ""
    steps: tuple[Step, ...] = ()
    inputs: Inputs | None = None
    rule: Reading | None = None
    answers: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()

    @property
    def change(self) -> str:
        """What would change it, in words."""
        if self.inputs:
            return self.inputs.told(self.steps)
        return from_answers(self.answers) if self.rule else ""

    @property
    def planned(self) -> frozenset[tuple[Number, str]]:
        """The estimates that it explains: each as it is planned, and its unit."""
        found = (step.value for step in self.steps)
        return frozenset((value.typical, value.unit) for value in found if isinstance(value, Estimate))

    @property
    def rules(self) -> tuple[Reading, ...]:
        """The rules that it rests on."""
        if self.inputs:
            return self.inputs.steps.readings(self.steps)
        return (self.rule,) if self.rule else ()


class Answered(NamedTuple):
    """The answers that one of two plans was made from, in the words that lead up to them."""

    words: str = ""
    answers: Iterable[Understood] = ()

    def behind(self, inputs: Inputs, steps: Iterable[Step]) -> Iterator[str]:
        """What was answered of that which feeds these steps; nothing where no answers are told."""
        if not self.words:
            return
        asked = {id_ for key in inputs.of(steps) for id_ in ASKED_AS.get(key, (key,))}
        told = [answer_told(one) for one in self.answers if one.id in asked]
        if told:
            yield _(self.words, answers="; ".join(told))


class _Traced:
    """The steps of one plan and the answers behind them, looked up when somebody asks.

    It holds nothing of the page, so what a "why?" asks of it goes at once when the page lets go of it.
    """

    def __init__(self, trace: Iterable[Step]) -> None:
        self._trace = trace
        self._exactly = for_clinic()

    @cached_property
    def steps(self) -> Steps:
        return Steps.of(self._trace)

    @cached_property
    def inputs(self) -> Inputs:
        return Inputs(self.steps)

    def tell(self, fields: Iterable[str], answers: Answered) -> Told:
        """Why all these fields are what they are, with the answers behind them."""
        steps = tuple(map(self.steps.at, fields))
        reasons = dict.fromkeys(map(self._reason, steps))
        return Told(" ".join((*reasons, *answers.behind(self.inputs, steps))), steps, self.inputs)

    def tell_all(self, field: str, answers: Answered) -> Told:
        """Why all that stands below a field is what it is."""
        return self.tell(self.steps.below(field), answers)

    def _reason(self, step: Step) -> str:
        """Why a figure is what it is; a patient reads its shares in whole parts of a hundred."""
        return step.because if step.plainly is None or self._exactly else step.plainly


class Whys:
    """The trace of one plan, ready to stand beside what it explains.

    `told` holds by its key on the page what each "why?" tells, to be asked for when it is opened. That raises
    LookupError where the plan has no step for what stands beside it.
    """

    def __init__(self, plan: Outline | ReferralOutline | Compared, rules: RuleSet) -> None:
        """`rules` are those that made the plan."""
        self.rules = rules
        self.told: dict[str, Callable[[], Told]] = {}
        self.name, self.answers = "", Answered()
        self._traced = _Traced(plan.trace)

    @property
    def steps(self) -> Steps:
        """The steps of the plan by field."""
        return self._traced.steps

    def of(self, plan: Outline | Compared) -> Whys:
        """The whys of another plan, or of one that explains more; what one of both tells is told by both."""
        more = Whys(plan, self.rules)
        more.told = self.told
        return more

    def and_of(self, steps: Iterable[Step]) -> Whys:
        """The whys of this plan and of what was worked out beside it."""
        more, before = copy(self), self._traced
        more._traced = _Traced(Trace(lambda: (*before.steps.by_field.values(), *steps)))
        return more

    def named(self, name: str, answers: Answered) -> Whys:
        """The same whys, told with the answers behind them; the name begins their keys."""
        one = copy(self)
        one.name, one.answers = name, answers
        return one

    def why(self, *fields: str) -> str:
        """A closed "why?" that opens to the reason, the rules and their sources."""
        return self._closed(_("why?"), " ".join(fields), partial(self._traced.tell, fields, self.answers))

    def why_all(self, field: str) -> str:
        """One "why?" for a field and all that stands below it."""
        return self._closed(_("why?"), f"{field}.", partial(self._traced.tell_all, field, self.answers))

    def cited(self, sources: Iterable[str]) -> str:
        """The documents that a statement without a step of its own rests on."""
        cites = tuple(sources)
        return self._closed(_("source"), f"cited {' '.join(cites)}", partial(Told, cites=cites))

    def rule(self, reading: Reading, *answers: str, say: str = "") -> str:
        """A closed "why?" of a rule that no step of the plan rests on, and the answers that choose it."""
        told = partial(Told, say, rule=reading, answers=answers)
        return self._closed(_("why?"), f"rule {reading.id}", told)

    def cell(self, field: str, cell: Cell) -> str:
        """The words of a cell of the comparison, how strong its evidence is, and its "why?".

        The note of a figure that was worked out for this person stands beside the words, any other in
        the "why?", which then says that there is more; that of a figure of the rules is told with it there.
        """
        beside, why = self._of_cell(field, cell)
        return f"{escape(cell.say)}{beside} {why}"

    def count(self, field: str, cell: Cell) -> str:
        """A cell that counts people, told both ways where there is a count, and its "why?"."""
        return f"{escape(count_told(cell))} {self._of_cell(field, cell)[1]}"

    def _of_cell(self, field: str, cell: Cell) -> tuple[str, str]:
        step = self.steps.at(field)
        figures = [reading for reading in step.rules if reading.label]
        personal = cell.low is not None and len(figures) < len(step.rules)
        note = "" if cell.note in [reading.note for reading in figures] else cell.note or ""
        beside = f' <span class="quiet">{escape(note)}</span>' if note and personal else ""
        inside = "" if personal else note
        say = " ".join(part for part in (step.because, inside, _(EVIDENCE[cell.strength])) if part)
        more = cell.note is not None and not beside
        graded = _(MORE if more else GRADED, strength=sentence(_(STRENGTH[cell.strength])))
        label = _("why?") if cell.withheld else graded
        return beside, self._closed(label, field, partial(Told, say, (step,), self._traced.inputs))

    def _closed(self, label: str, key: str, told: Callable[[], Told]) -> str:
        key = f"{self.name} {key}".lstrip()
        self.told[key] = told
        return f'<details data-key="{escape(key)}"><summary>{escape(label)}</summary></details>'
