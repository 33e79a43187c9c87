"""The answers of a plan as what follows the `#` of a link, which a browser sends to no server, and back.

A fragment is `plan-`, base64url of zlib, and `.1`, the version, as some programs cut a `-` off the end of a
link. It unpacks to a line that names the rules, edition, fingerprint and region of prices, and the answers as
JSON in the form of an intake file.
"""

from __future__ import annotations

import re
import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from smp_planner.domain.edition import RulesEdition
from smp_planner.domain.intake import TREATED_ON, Intake
from smp_planner.errors import IntakeError, Place, Problem
from smp_planner.exports.plan_answers import answers_of
from smp_planner.exports.record import as_json
from smp_planner.language.texts import N_, _

BEGINS = "plan-"
LINK = "link"  # stands for the name of a file where a problem is told
VERSION = 1
MOST_CHARACTERS = 4_096  # of a fragment
MOST_BYTES = 12_000  # of what it unpacks to: a link with an answer to everything holds some 7,000
NOT_WHOLE = N_("This is no link of this page, or a part of it is missing. Copy the whole link once more.")
TOO_LONG = N_("This link holds more than a link of this page can hold.")
NEWER = N_("This link was made by a newer page. Ask whoever gave it to you for the plan file.")
_FORM = re.compile(rf"{BEGINS}([A-Za-z0-9_-]+)\.([0-9]{{1,6}})\Z")
_HEAD = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2}) ([0-9a-f]{12})(?: ([A-Z]{2}))?\Z")
_NO_YAML = str.maketrans(dict.fromkeys("\ufeff\ufffe\uffff", " "))

# What most answers hold, the most frequent last. It belongs to version 1: a link that was made once has to
# open for as long as that version is read, so it never changes.
_WORDS = (
    b"timezonevisit_timesanchorsown_mattersweightagreedmattersscarsage_monthsraisedlength_cmwidth_cmcm2by"
    b"stringcardpalmkept_hairhairline_templesfrontmidscalpcrownsidesdonorwhole_scalpunsure_abouttransplant_on"
    b"laser_removal_onchemo_or_radiotherapy_onminoxidilfinasterideotherawaynamekindbe_readysunsportswimming"
    b"added_densityhairlinescar_camouflagealopecia_coverlight_brownblondgreywhiteblackoilydry_flakythick"
    b'sensitivesoftdenselongshortfemalehigh"low"true"ludwig": "III","III-vertex"'
    b'{"goals": ["shaved_look"],"area": {"norwood": "V","zones": ["crown"],"measured": {"length_cm": 14,'
    b'"width_cm": 11}},"density": "natural","kept_hair": 0,"skin": {"tone": "III","traits": []},'
    b'"hair": {"colour": "dark_brown","wears": "shaved"},"habits": {"sun": "moderate","heavy_sweat": false,'
    b'"swims": false,"sun_protection": true,"headgear": false},"person": {"age": 38,"sex": "male",'
    b'"could_be_pregnant": false},"health_asked": false,"health": [],"medication_now": [],'
    b'"loss_moving_on": "no","treated_before": {"smp": false},"calendar": {"start": "2027-01-01",'
    b'"weekdays": ["mon","tue","wed","thu","fri","sat"],"events": [{"from": "2027-0","to": "2027-0",'
    b'"kind": "be_ready"}]},"wants_touch_ups": "crisp"}'
)


class Handed(NamedTuple):
    """What a fragment holds: the rules it was made under, and the answers.

    `region` is that of the prices; None where the link doesn't say.
    """

    edition: str
    fingerprint: str
    region: str | None
    text: str


def to_fragment(
    intake: Intake, rules: RulesEdition, *, with_health: bool = False, with_typed: bool = False
) -> str | None:
    """What follows the `#` of a link; None where there are more answers than a link can hold.

    Without health nothing that was answered to a health question is in it, age among them, and it says
    that nobody has asked them. Without what was typed no name is in it, of a person or an event, no concern
    in own words and nothing that was agreed on. A time zone is in it only with the times of visits.
    """
    sent = intake if with_health else without_health(intake)
    sent = _with_words(sent, _read_by_yaml) if with_typed else without_typed(sent)
    sent = _without_idle_zone(sent)
    answers = re.sub(r"\n *", "", as_json(answers_of(sent)))
    packer = zlib.compressobj(level=9, zdict=_WORDS)
    head = " ".join(filter(None, (rules.edition, rules.fingerprint, rules.region)))
    told = f"{head}\n{answers}".encode()
    packed = urlsafe_b64encode(packer.compress(told) + packer.flush()).decode().rstrip("=")
    fragment = f"{BEGINS}{packed}.{VERSION}"
    return fragment if max(len(fragment) - MOST_CHARACTERS, len(told) - MOST_BYTES) <= 0 else None


def unpacked(fragment: str) -> Handed:
    """What a fragment holds, its answers still to be read. Raises IntakeError where it is not ours."""
    if len(fragment) > MOST_CHARACTERS:
        raise _refusal(TOO_LONG)
    form = _FORM.match(fragment)
    if form is None:
        raise _refusal(NOT_WHOLE)
    if form[2] != str(VERSION):
        raise _refusal(NEWER)
    head, _newline, text = _inflated(form[1]).partition("\n")
    rules = _HEAD.match(head)
    if rules is None:
        raise _refusal(NOT_WHOLE)
    return Handed(edition=rules[1], fingerprint=rules[2], region=rules[3], text=text)


def _inflated(packed: str) -> str:
    """The text that was packed: never more than the bound, and only if nothing of it is missing or added."""
    unpacker = zlib.decompressobj(zdict=_WORDS)
    try:
        found = unpacker.decompress(urlsafe_b64decode(packed + "=" * (-len(packed) % 4)), MOST_BYTES + 1)
        if len(found) > MOST_BYTES:
            raise _refusal(TOO_LONG)
        if unpacker.eof and not unpacker.unused_data:
            return found.decode()
    except (ValueError, zlib.error):  # no base64, no zlib, no UTF-8
        pass
    raise _refusal(NOT_WHOLE)


def _refusal(message: str) -> IntakeError:
    return IntakeError([Problem(place=Place(LINK, 1, 1), key="", message=_(message), code="I112")])


def without_health(intake: Intake) -> Intake:
    """The answers less all that was answered to a health question: they are to be asked anew."""
    return replace(
        intake,
        health_asked=False,
        health=(),
        unsure_about=(),
        unsure_health=(),
        doctor_agreed=None,
        medication_now=None,
        person=replace(intake.person, age=None, could_be_pregnant=None),
        treated_before=replace(intake.treated_before, **dict.fromkeys(TREATED_ON)),
    )


def _without_idle_zone(intake: Intake) -> Intake:
    """The answers less a time zone that no time is told in: the page asks the browser for it unbidden."""
    calendar = intake.calendar
    return intake if calendar.visit_times else replace(intake, calendar=replace(calendar, timezone=None))


def holds_typed(intake: Intake) -> bool:
    """Whether anything in the answers was typed by a person, a name or other words."""
    return answers_of(intake) != answers_of(without_typed(intake))


def without_typed(intake: Intake) -> Intake:
    """The answers less every word that a person typed; the days that had a name stay."""
    return _with_words(intake, lambda _words: "")


def _read_by_yaml(words: str) -> str:
    """Words with a blank for each character that YAML refuses, beside those that `answers_of` leaves out."""
    return words.translate(_NO_YAML)


def _with_words(intake: Intake, change: Callable[[str], str]) -> Intake:
    """The answers with all that was typed changed; what holds nothing but words goes where none are left."""
    calendar = intake.calendar
    return replace(
        intake,
        person=replace(intake.person, name=change(intake.person.name)),
        calendar=replace(
            calendar,
            away=tuple(replace(away, name=change(away.name)) for away in calendar.away),
            events=tuple(replace(event, name=change(event.name)) for event in calendar.events),
            undated=tuple(
                replace(event, name=words) for event in calendar.undated if (words := change(event.name))
            ),
        ),
        own_matters=tuple(
            replace(own, name=words) for own in intake.own_matters if (words := change(own.name))
        ),
        agreed={point: words for point, said in intake.agreed.items() if (words := change(said))},
    )
