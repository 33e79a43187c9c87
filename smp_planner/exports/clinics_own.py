"""What a clinic moved, added and signed: one list, for whoever tells of it."""

from __future__ import annotations

from smp_planner.domain.edition import ClinicInstruction, RulesEdition
from smp_planner.domain.words import marked, spoken
from smp_planner.exports.wording import moved, moved_far_in_short, titles_told
from smp_planner.language.texts import N_, _

OWN = N_("Our clinic's own rule. {name}: {say}")
OWN_IN_SHORT = N_("{name}: {say}")


def own_rules_told(rules: RulesEdition) -> tuple[str, ...]:
    """Each value that it moved and each instruction of its own: why, by which document, and who signed."""
    return (*map(moved, rules.clinic_edits), *map(own_rule_told, rules.own_instructions or ()))


def own_rules_in_short(rules: RulesEdition) -> tuple[str, ...]:
    """What is beyond what is recommended or beside it, with who signed: for where there is little room."""
    far = (edit for edit in rules.clinic_edits if edit.signed or edit.outside_range)
    return (*map(moved_far_in_short, far), *map(_in_short, rules.own_instructions or ()))


def marked_if_moved(words: str, parameter: str, rules: RulesEdition) -> str:
    """The words of a figure, marked where the clinic moved the value behind it."""
    return marked(words) if any(edit.parameter == parameter for edit in rules.clinic_edits) else words


def own_rule_told(own: ClinicInstruction) -> str:
    """An instruction of the clinic's own: what it says, who signed it, why, by which documents."""
    why = _("Why: {reason}", reason=own.reason)
    told = (_(OWN, name=own.name, say=own.say), _signed(own), why, titles_told(own.titles))
    return " ".join(filter(None, told))


def _in_short(own: ClinicInstruction) -> str:
    return " ".join(filter(None, (_(OWN_IN_SHORT, name=own.name, say=own.say), _signed(own))))


def _signed(own: ClinicInstruction) -> str:
    if own.signed is None:
        return ""
    return _("Signed by {by}, {day}.", by=own.signed.by, day=spoken(own.signed.on))
