"""Whom a figure of the comparison describes: men, women, other kinds of hair loss, scars alone.

A figure that was counted in men says nothing of a woman, and one counted in people with pattern
hair loss says nothing of a scar. Where the sex isn't said, the words say whom they describe.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Literal, NamedTuple, Protocol, TypeVar

from smp_planner.domain.intake import ALOPECIA_GOAL, Intake
from smp_planner.domain.provenance import Described
from smp_planner.planner.coverage.assess import Coverage
from smp_planner.rules.figures import Saying
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.rule_file import APART, CountedIn, Medicine, OneSex

Sex = Literal["men", "women", "unsaid"]
Kind = Literal["men", "women", "unsaid", "others", "scars"]
Uses = tuple[Medicine | Literal["other"], ...]
Outside = Literal["resting", "far", "other_age"]
Answer = TypeVar("Answer")

NO_MEDICINE: Uses = ()
OTHER: Literal["other"] = "other"
MEDICINES: tuple[Medicine, ...] = ("tablets", "lotion")
_MEDICINES: Mapping[str, Medicine] = {"finasteride": "tablets", "minoxidil": "lotion"}
_SEXES: Mapping[str | None, Sex] = {"male": "men", "female": "women"}
_COUNTED: Mapping[CountedIn, tuple[Kind, ...]] = {
    "men": ("men", "unsaid"),
    "women": ("women", "unsaid"),
    "pattern_loss": ("men", "women", "unsaid"),
}
_OWN: Mapping[Kind, tuple[Described, ...]] = {
    "men": ("men",),
    "women": ("women",),
    "unsaid": (),
    "others": ("others",),
    "scars": ("scars", "others"),
}


class Whom(NamedTuple):
    """One person as the studies would count them: by their kind of loss, and by their sex.

    `uses`: the medicines for hair that they use by now; studies counted people who began without.
    `outside`: why the men who were counted over years are others than they: their loss has stayed the
    same, has gone further, or they are of another age. Women are told apart by the first alone.
    `whole_scalp`: another loss has reached all of it, so the back and sides hold no hair to move.
    """

    kind: Kind
    sex: Sex
    uses: Uses = NO_MEDICINE
    outside: Outside | None = None
    whole_scalp: bool = False

    @property
    def uses_medicine(self) -> bool:
        """Whether they use any medicine for hair by now."""
        return bool(self.uses)

    @property
    def by_sex(self) -> Whom:
        """The same person as one who is counted by sex alone, whatever kind of loss they have."""
        return self._replace(kind=self.sex)


class Counted(Protocol[Answer]):
    """A rule that may have been counted in some people alone, with what the others are told."""

    counted_in: CountedIn | None
    by_sex: bool
    of_medicine: Medicine | None
    for_men: Answer | None
    for_women: Answer | None
    for_others: Answer | None
    for_scars: Answer | None
    for_users: Answer | None
    for_resting: Answer | None
    for_far: Answer | None
    for_whole_scalp: Answer | None


def whom_of(intake: Intake, coverage: Coverage, rules: RuleSet) -> Whom:
    """Scars alone and other kinds of loss come before the sex: pattern hair loss was counted by sex."""
    sex, uses = sex_of(intake), uses_of(intake.medication_now)
    if coverage.only_scars:
        return Whom("scars", sex, uses)
    if ALOPECIA_GOAL in intake.goals:
        return Whom("others", sex, uses, whole_scalp=coverage.whole_scalp)
    return Whom(sex, sex, uses, _outside(intake, sex, rules))


def _outside(intake: Intake, sex: Sex, rules: RuleSet) -> Outside | None:
    """Why a person is none of those who were counted over years; what was not said tells nothing."""
    counted, age = rules.hair.counted, intake.person.age
    if intake.loss_moving_on == "no":
        return "resting"
    if sex == "women":
        return None
    if not {intake.area.norwood, intake.area.crown_of_norwood}.isdisjoint(counted.not_stages):
        return "far"
    youngest, oldest = counted.ages
    return None if age is None or youngest <= age <= oldest else "other_age"


def uses_of(answers: Collection[str] | None) -> Uses:
    """The medicines that studies counted, in one order; any other stands apart where it is the only one."""
    named = {_MEDICINES.get(answer) for answer in answers or ()}
    return tuple(medicine for medicine in MEDICINES if medicine in named) or ((OTHER,) if answers else ())


def sex_of(intake: Intake) -> Sex:
    """The sex that was said; where it was neither, a Ludwig stage speaks for a woman."""
    said = _SEXES.get(intake.person.sex)
    return said or ("women" if intake.area.ludwig else "unsaid")


def is_about(only_for: OneSex | None, sex: Sex) -> bool:
    """Whether something that is about one sex alone is about them; where the sex isn't said, it may be."""
    return only_for is None or sex in (only_for, "unsaid")


def differs(rule: Counted[Answer]) -> bool:
    """Whether some people are told something else than others."""
    return (
        rule.counted_in is not None
        or rule.of_medicine is not None
        or any(getattr(rule, name) for name in APART)
    )


def asked_as(rule: Counted[Answer], whom: Whom) -> Whom:
    """As whom a rule tells these people: the harm of a medicine hangs on their sex, and not on their loss."""
    return whom.by_sex if rule.by_sex else whom


def own_answer(rule: Counted[Answer], whom: Whom) -> tuple[Described, Answer] | None:
    """What a rule says to these people apart, with its name, where it does.

    Words for women or men hold for each of them where the answer for the rest was counted in nobody.
    """
    names = _OWN[whom.kind]
    if rule.counted_in is None and whom.sex != "unsaid":
        names = (*names, whom.sex)
    for name in names:
        answer = getattr(rule, f"for_{name}")
        if answer is not None:
            return name, answer
    return None


def own_course(rule: Counted[Answer], whom: Whom) -> Answer | None:
    """What a rule says to who uses a medicine by now, or whose loss rests or has gone far, where it does.

    It comes before what is said to their sex, and after what is said to scars alone or another loss; what is
    said to another loss of the whole scalp comes before all.
    """
    if whom.whole_scalp and rule.for_whole_scalp is not None:
        return rule.for_whole_scalp
    if other_loss_answer(rule, whom):
        return None
    if whom.uses_medicine and rule.for_users is not None:
        return rule.for_users
    return {"resting": rule.for_resting, "far": rule.for_far}.get(whom.outside or "")


def other_loss_answer(rule: Counted[Answer], whom: Whom) -> tuple[Described, Answer] | None:
    """What a rule says to people with scars alone or another loss, whether or not they use a medicine."""
    own = own_answer(rule, whom)
    return own if own and own[0] in ("others", "scars") else None


def holds_for(counted_in: CountedIn | None, kind: Kind) -> bool:
    """Whether what was counted in some people, or holds for everybody, describes people of this kind."""
    return counted_in is None or kind in _COUNTED[counted_in]


def begun_already(of_medicine: Medicine | None, whom: Whom, rules: RuleSet) -> Saying | None:
    """What is said beside a count of people who began a medicine, to who uses that one by now."""
    if of_medicine is None or of_medicine not in whom.uses:
        return None
    return rules.comparison.begun_already[of_medicine]


def not_counted(kind: Kind, rules: RuleSet) -> Saying:
    """Why a figure that was counted in other people isn't known for these."""
    saying: Saying = getattr(rules.comparison.not_counted, kind)
    return saying
