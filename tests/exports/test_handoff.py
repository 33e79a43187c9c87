"""A link holds the answers and no more than was asked for; what is no link of ours is refused."""

from __future__ import annotations

import hashlib
import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smp_planner.answers import from_fragment
from smp_planner.domain.intake import (
    AreaAnswer,
    Away,
    CalendarAnswer,
    Intake,
    LifeEvent,
    OwnConcern,
    Person,
    Scar,
    TreatedBefore,
)
from smp_planner.domain.plan import Referral, TreatmentPlan
from smp_planner.errors import IntakeError
from smp_planner.exports import handoff
from smp_planner.exports.handoff import (
    MOST_BYTES,
    MOST_CHARACTERS,
    NEWER,
    NOT_WHOLE,
    TOO_LONG,
    holds_typed,
    to_fragment,
    without_health,
    without_typed,
)
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.ruleset import RuleSet
from tests.drawn_people import intakes, planned
from tests.packaged_rules import packaged_rules
from tests.people import ADULT, adult, plan_of

RULES = packaged_rules().edition
TALKED = adult(
    area=AreaAnswer(
        zones=("crown", "midscalp"),
        scars=(Scar(length_cm=20, width_cm=Decimal("0.2"), age_months=30, raised=False),),
    ),
    calendar=CalendarAnswer(
        start=date(2027, 3, 4),
        away=(Away(from_=date(2027, 4, 1), to=date(2027, 4, 9), name="Work trip"),),
        events=tuple(
            LifeEvent(from_=date(2027, 5, day), to=date(2027, 5, day), name=f"Wedding {day}", kind="sun")
            for day in (3, 9, 15)
        ),
        visit_times=dict.fromkeys(range(1, 5), "09:30"),
        timezone="America/Denver",
    ),
    person=Person(age=38, sex="female", could_be_pregnant=False, name="Ann O’Neil"),
    health=("blood_thinner",),
    unsure_about=("could_be_pregnant", "health"),
    unsure_health=("keloid",),
    medication_now=("minoxidil",),
    treated_before=TreatedBefore(smp=True, transplant_on=date(2025, 3, 3)),
    matters={"cost_now": 3, "scars": 5},
    own_matters=(OwnConcern(name="What my partner thinks of it", weight=4),),
    agreed={"hairline": "7 cm, a soft line", "later": "two touch-ups in the price"},
)


def packed(told: str | bytes, version: int = 1) -> str:
    """A fragment that holds anything, packed as one of ours."""
    packer = zlib.compressobj(level=9, zdict=handoff._WORDS)
    data = packer.compress(told if isinstance(told, bytes) else told.encode()) + packer.flush()
    return f"plan-{urlsafe_b64encode(data).decode().rstrip('=')}.{version}"


def refusal(fragment: str) -> str:
    with pytest.raises(IntakeError) as refused:
        from_fragment(fragment)
    [problem] = refused.value.problems
    return problem.message


def made(intake: Intake, **what: bool) -> str:
    fragment = to_fragment(intake, RULES, **what)
    assert fragment is not None
    return fragment


def as_a_link_has_it(intake: Intake) -> Intake:
    """Answers that are drawn hold what no link does: unnamed events, tables of nothing, an idle zone."""
    calendar = intake.calendar
    events = (
        event if event.name else replace(event, name=f"event {number}")
        for number, event in enumerate(calendar.events, start=1)
    )
    return replace(
        intake,
        calendar=replace(
            calendar, events=tuple(events), timezone=calendar.timezone if calendar.visit_times else None
        ),
        agreed={point: words for point, words in intake.agreed.items() if words},
    )


def text_of(fragment: str) -> str:
    return handoff.unpacked(fragment).text


@given(intakes)
def test_a_link_with_everything_opens_as_the_same_answers(intake: Intake) -> None:
    opened, handed = from_fragment(made(intake, with_health=True, with_typed=True))
    assert (handed.edition, handed.fingerprint, handed.region) == (RULES.edition, RULES.fingerprint, "US")
    assert opened == as_a_link_has_it(intake)


@settings(max_examples=15)
@given(intakes)
def test_without_health_answers_the_dates_are_the_same_and_no_price_is_shown(intake: Intake) -> None:
    mine = planned(intake)
    opened, _handed = from_fragment(made(intake))
    assert (opened.health_asked, opened.health, opened.unsure_about) == (False, (), ())
    assert opened.unsure_health == ()
    theirs = planned(opened)
    if isinstance(mine, Referral) or isinstance(theirs, Referral):
        return
    assert [visit.date for visit in theirs.sessions.items] == [visit.date for visit in mine.sessions.items]
    assert theirs.cost is None
    assert not theirs.suitability.checked


def test_health_answers_and_what_gives_them_away_are_left_out_unless_asked_for() -> None:
    away = ("blood_thinner", '"health":', "medication_now", "minoxidil", "pregnant", '"age"', "2025-03-03")
    assert [word for word in away if word in text_of(made(TALKED, with_typed=True))] == []
    assert '"health_asked": false' in text_of(made(TALKED))
    assert [word for word in away if word not in text_of(made(TALKED, with_health=True))] == []


def test_no_typed_word_is_sent_unless_asked_for() -> None:
    typed = ("Ann O’Neil", "Wedding", "Work trip", "What my partner", "7 cm", "touch-ups")
    assert [word for word in typed if word in text_of(made(TALKED, with_health=True))] == []
    assert [word for word in typed if word not in text_of(made(TALKED, with_typed=True))] == []
    assert holds_typed(TALKED)
    assert not holds_typed(without_typed(TALKED))


def test_days_stay_kept_clear_though_their_names_are_left_out(rules: RuleSet) -> None:
    opened, _handed = from_fragment(made(TALKED))
    mine, theirs = plan_treatment(TALKED, rules), plan_treatment(opened, rules)
    assert isinstance(mine, TreatmentPlan)
    assert isinstance(theirs, TreatmentPlan)
    assert [visit.date for visit in theirs.sessions.items] == [visit.date for visit in mine.sessions.items]
    assert [away.name for away in opened.calendar.away] == [""]


def test_where_somebody_is_goes_along_only_with_a_time_that_needs_it() -> None:
    """The time zone is the browser's own unless another is chosen, so nobody may know that it was told."""
    idle = replace(TALKED, calendar=replace(TALKED.calendar, visit_times={}))
    assert "Denver" not in text_of(made(idle, with_health=True, with_typed=True))
    assert '"timezone": "America/Denver"' in text_of(made(TALKED))


def test_a_raised_scar_is_told_in_every_link_as_a_doctor_is_to_be_asked(rules: RuleSet) -> None:
    """It describes the area, and nobody would be asked it anew among the health questions."""
    scar = Scar(length_cm=10, width_cm=1, age_months=30, raised=True)
    opened, _handed = from_fragment(made(adult(area=AreaAnswer(scars=(scar,)), goals=("scar_camouflage",))))
    assert plan_of(opened, rules).suitability.provisional


@pytest.mark.parametrize(
    "typed",
    [
        "<b>Zoë</b> & 'co' \"x\"",
        "=1+1",
        "🎉 שלום \u202eday",
        "a\tb\nc\x00d\u2028e\x85f",
        "#set {x}",
        "x" * 120,
    ],
)
def test_typed_words_come_out_as_they_went_in_on_one_line(typed: str) -> None:
    opened, _handed = from_fragment(
        made(
            adult(own_matters=(OwnConcern(name=typed, weight=2),), agreed={"hairline": typed}),
            with_typed=True,
        )
    )
    assert opened.own_matters[0].name.split() == typed.replace("\x00", " ").split()
    assert opened.agreed["hairline"] == opened.own_matters[0].name


@given(st.text(max_size=60))
def test_whatever_is_typed_opens_again(typed: str) -> None:
    own = (OwnConcern(name=typed, weight=2),)
    calendar = replace(TALKED.calendar, away=(replace(TALKED.calendar.away[0], name=typed),))
    sent = adult(own_matters=own, agreed={"hairline": typed}, calendar=calendar)
    opened, _handed = from_fragment(made(sent, with_typed=True))
    assert len(opened.calendar.away[0].name) in (len(typed), 0)


def test_links_are_short_enough_to_send_and_to_scan() -> None:
    assert len(made(ADULT)) < 120
    assert len(made(TALKED, with_health=True, with_typed=True)) < 700


def test_a_link_ends_so_that_no_program_cuts_its_end_off_and_needs_no_escapes() -> None:
    assert made(ADULT).endswith(".1")
    assert (
        made(TALKED, with_health=True, with_typed=True)
        .replace("-", "")
        .replace("_", "")
        .replace(".", "")
        .isalnum()
    )


def test_more_answers_than_a_link_can_hold_make_none() -> None:
    """Letters in no order can't be packed small."""
    words = [hashlib.sha512(str(place).encode()).hexdigest() * 2 for place in range(60)]
    agreed = {f"point{place}": word for place, word in enumerate(words)}
    assert to_fragment(adult(agreed=agreed), RULES, with_typed=True) is None
    assert to_fragment(adult(agreed=agreed), RULES) is not None


# --- what is refused ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "fragment",
    [
        "", "plan-", "plan-.1", "plan-abc", "plan-abc.1", "plan-A.1", "step-plan", "your-plan", "plan-ü.1",
        "plan-eJwDAAAAAAE.1", "plan-" + "_" * 400 + ".1", "PLAN-abc.1", "plan-abc.1\n", "plan-abc.x",
        "plan-abc.1&x=1", "<script>alert(1)</script>",
    ],
)  # fmt: skip
def test_what_is_no_link_of_ours_is_refused(fragment: str) -> None:
    assert refusal(fragment) == NOT_WHOLE


@given(st.binary(max_size=300))
def test_any_bytes_packed_as_ours_are_refused_or_read(found: bytes) -> None:
    with pytest.raises(IntakeError):
        from_fragment(packed(found))


@given(st.text(max_size=200))
def test_any_text_is_refused(found: str) -> None:
    with pytest.raises(IntakeError):
        from_fragment(found)


@given(st.integers(0, 10_000), st.sampled_from("Aa0-_"))
def test_a_link_with_another_letter_is_refused_never_understood_otherwise(place: int, letter: str) -> None:
    fragment = made(TALKED, with_health=True, with_typed=True)
    place %= len(fragment)
    other = fragment[:place] + letter + fragment[place + 1 :]
    try:
        opened, _handed = from_fragment(other)
    except IntakeError:
        return
    assert opened == from_fragment(fragment)[0]


@given(st.integers(1, 10_000))
def test_a_link_of_which_a_part_is_missing_is_refused(cut: int) -> None:
    fragment = made(TALKED, with_health=True, with_typed=True)
    with pytest.raises(IntakeError):
        from_fragment(fragment[: cut % len(fragment)])


def test_a_newer_link_is_refused_as_such() -> None:
    assert refusal(packed("anything", version=2)) == NEWER


def test_a_link_without_its_rules_is_refused() -> None:
    assert refusal(packed('{"goals": ["crown"]}')) == NOT_WHOLE


def test_a_bomb_is_not_unpacked() -> None:
    head = f"{RULES.edition} {RULES.fingerprint}\n"
    bomb = packed(head + " " * 3_000_000)
    assert len(bomb) < MOST_CHARACTERS
    assert refusal(bomb) == TOO_LONG
    assert refusal("plan-" + "A" * MOST_CHARACTERS + ".1") == TOO_LONG
    goals = ",".join(["1"] * 40_000)
    assert refusal(packed(f'{head}{{"goals": [{goals}]}}')) == TOO_LONG


def test_a_link_with_an_answer_to_everything_is_far_from_too_long(rules: RuleSet) -> None:
    words = "We spoke of it for a while, and settled on seven centimetres and a soft, broken line; not lower."
    days = [date(2027, 4, day) for day in range(1, 13)]
    sent = replace(
        TALKED,
        goals=tuple(rules.intake.choices["goals"]),
        area=AreaAnswer(
            norwood="V", zones=tuple(rules.coverage.zones.rows), scars=TALKED.area.scars * len(days)
        ),
        calendar=replace(
            TALKED.calendar,
            away=tuple(Away(from_=day, to=day, name=f"Work in town, {day}") for day in days),
            events=tuple(LifeEvent(from_=day, to=day, name=f"A wedding, {day}", kind="sun") for day in days),
        ),
        matters=dict.fromkeys(rules.matters.concerns, 3),
        own_matters=tuple(OwnConcern(name=words[start:], weight=4) for start in range(4)),
        agreed={point: words[start:] for start, point in enumerate(rules.talk.agreed)},
    )
    fragment = made(sent, with_health=True, with_typed=True)
    assert from_fragment(fragment)[0] == sent
    assert len(text_of(fragment).encode()) < MOST_BYTES * 2 / 3
    assert len(fragment) < MOST_CHARACTERS / 2


def test_two_packings_behind_each_other_are_refused() -> None:
    first, second = (urlsafe_b64decode(made(ADULT)[5:-2] + "==") for _time in range(2))
    assert refusal(f"plan-{urlsafe_b64encode(first + second).decode().rstrip('=')}.1") == NOT_WHOLE


@pytest.mark.parametrize(
    "answers", ["{", "[]", "7", '{"goals": ["crown"]}', '{"stranger": 1}', "[" * 500, "{a: &x 1}"]
)
def test_answers_that_no_intake_file_may_hold_are_refused_with_their_place(answers: str) -> None:
    with pytest.raises(IntakeError) as refused:
        from_fragment(packed(f"{RULES.edition} {RULES.fingerprint}\n{answers}"))
    assert {problem.place.file for problem in refused.value.problems} == {"link"}


def test_a_link_that_was_made_by_version_1_opens_for_good() -> None:
    """The words it is packed with never change: this link was made when version 1 was."""
    opened, handed = from_fragment(MADE_THEN)
    assert (handed.edition, handed.fingerprint, handed.region) == ("2026-11-26", "b86e462c2239", None)
    assert opened == without_health(ADULT)


MADE_THEN = "plan-ePnLeqMeA2o00zU01DUyU0iyMEs1MTNKNjIytuQiOUkT9LwhOZ4fkQkdOXnjTMM4UiiWmAYVb0q1ABmjnAM.1"
