"""How a clinic's own rules are told: what most clinics ask, what the usual advice is, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from smp_planner.domain.care import OWN
from smp_planner.domain.edition import ClinicEdit
from smp_planner.domain.provenance import Reading
from smp_planner.domain.quantities import Number
from smp_planner.domain.words import between, figure, fill, sentence, span_told, spoken
from smp_planner.language.texts import _
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.aftercare import Instruction

CARE, BEFORE = "aftercare.instructions.", "aftercare.before."


def reasons_of_own(rules: RuleSet) -> Mapping[str, str]:
    """The clinic's reason for each instruction of its own and each that it moved, by the id of the rule."""
    moved = {rule: edits[0].reason for rule, edits in _edits(CARE, rules).items()}
    own = rules.clinic.instructions if rules.clinic else {}
    stated = {f"{OWN}{id_}": one.reason for id_, one in own.items()}
    return {
        rule: reason for rule, reason in {**moved, **stated}.items() if rule in rules.aftercare.instructions
    }


def told_beside(rules: RuleSet) -> Mapping[str, str | None]:
    """What is told beside each instruction: where most clinics differ, and what is the clinic's own."""
    own, edits = rules.kept(reasons_of_own), _edits(CARE, rules)
    return {
        rule: _signed(_own(differs_of_care(instruction, rules), edits.get(rule, ()), own[rule]), rule, rules)
        if rule in own
        else differs_of_care(instruction, rules)
        for rule, instruction in rules.aftercare.instructions.items()
    }


def told_before(rules: RuleSet) -> Mapping[str, str]:
    """The same beside each preparation that the clinic moved, by its id."""
    return {rule: _own(None, edits, edits[0].reason) for rule, edits in _edits(BEFORE, rules).items()}


def _own(differs: str | None, edits: Sequence[ClinicEdit], reason: str) -> str:
    """That it is the clinic's own, said once; beside it what is usual, and the clinic's reason."""
    why = _("Why: {reason}", reason=reason)
    if differs is None and edits and all(map(_is_time, edits)):
        return " ".join((*map(_asks, edits), why))
    usual = (_usual(edit) for edit in edits)
    return " ".join(filter(None, (_("Our clinic's rule."), differs, *usual, why)))


def _signed(told: str, rule: str, rules: RuleSet) -> str:
    """What is told of a rule, with who signed it where it is an instruction of the clinic's own."""
    stated = rules.clinic.instructions if rules.clinic else {}
    own = stated.get(rule.removeprefix(OWN)) if rule.startswith(OWN) else None
    if own is None or own.signed is None:
        return told
    return " ".join((told, _("Signed by {by}, {day}.", by=own.signed.by, day=spoken(own.signed.on))))


def _is_time(edit: ClinicEdit) -> bool:
    return edit.parameter.endswith((".to_day", ".days", ".interval_months"))


def _asks(edit: ClinicEdit) -> str:
    """How long this clinic asks for, where nothing else beside it says so."""
    return _("This clinic asks {after}; the usual advice is {span}.", after=_after(edit), span=_span(edit))


def _after(edit: ClinicEdit) -> str:
    return figure(edit.to, edit.unit or "")


def _span(edit: ClinicEdit) -> str:
    """What is usual: what the rules recommend that the clinic moved."""
    return between(edit.range[0], edit.range[-1], edit.unit or "")


def _usual(edit: ClinicEdit) -> str:
    if _is_time(edit):
        return _("The usual advice is {span}.", span=_span(edit))
    return _(
        "{label}: {after}; the usual advice is {span}.",
        label=sentence(edit.label or ""),
        after=_after(edit),
        span=_span(edit),
    )


def _edits(table: str, rules: RuleSet) -> dict[str, list[ClinicEdit]]:
    """What the clinic moved in a table of rules, by the rule."""
    found: dict[str, list[ClinicEdit]] = {}
    for edit in rules.edition.clinic_edits:
        if edit.parameter.startswith(table):
            found.setdefault(edit.parameter.removeprefix(table).split(".")[0], []).append(edit)
    return found


# --- where most clinics differ ----------------------------------------------------------------


def differs_of_care(instruction: Instruction, rules: RuleSet) -> str | None:
    """Where most clinics differ from an instruction, with the days that this plan keeps to."""
    if instruction.differs is None or instruction.to_day is None:
        return instruction.differs
    reading = instruction.to_day.read()
    most = reading.limits[-1] if instruction.longer_for else reading.number
    low, high = _kept_to(reading, reading.number, most, rules)
    return fill(instruction.differs, planned=between(low, high, reading.unit))  # in days, as all beside it


def differs_of_checks(rules: RuleSet) -> str | None:
    """Where most clinics differ on the time between checks, and what the clinic says of its own time."""
    differs, reading = rules.touch_ups.interval_months.differs, rules.touch_ups.interval_months.read()
    low, high = _kept_to(reading, reading.limits[0], reading.number, rules)
    differs = differs and fill(differs, planned=span_told(low, high, reading.unit))
    edits = [edit for edit in rules.edition.clinic_edits if edit.parameter == reading.id]
    return _own(differs, edits, edits[0].reason) if edits else differs


def _kept_to(reading: Reading, low: Number, high: Number, rules: RuleSet) -> tuple[Number, Number]:
    """The span that a rule holds plans to; `low` and `high` are what a value that was moved can come to."""
    moved = any(edit.parameter == reading.id for edit in rules.edition.clinic_edits)
    return (low, high) if moved else (reading.low, reading.high)
